"""Operations on documents as people write them: which lines change, and what is refused."""

from collections.abc import Mapping

import pytest

from argmap.editing import RefusedError, from_data, written
from argmap.yaml.files import loads

ZOO = """\
# Our map.
people:
  haddad: {name: Dr. Amal Haddad}
sources:
  survey: {title: The survey}
claim: The zoo should close
reasons:
  - Captivity harms animals   # to be checked
  - claim: Keepers are few
    id: keepers
    by: haddad
counterpoints:
  - premises:
      - Children learn there
      - claim: Learning counts   # does it?
        implicit: true
    step: {scheme: consequences}
"""


def after(text: str, *operations: Mapping[str, object]) -> str:
    """The text after operations as a page sends them."""
    document = loads(text)
    for operation in operations:
        document = written(document, from_data(operation)).document
    return document.source.text


def changed(text: str, *operations: Mapping[str, object]) -> list[str]:
    """Lines that went (`-`) and came (`+`)."""
    from difflib import ndiff

    rows = ndiff(text.splitlines(), after(text, *operations).splitlines())
    return [f"{row[0]}{row[2:]}" for row in rows if row[0] in "+-"]


@pytest.mark.parametrize(
    ("operation", "lines"),
    [
        (
            {"do": "add", "text": "It costs\n much", "stance": "for", "target": "the-zoo-should-close",
             "after": "step-captivity-harms-animals"},
            ["+  - It costs much"],
        ),
        (
            {"do": "add", "text": "It costs much", "stance": "against", "target": "step-keepers"},
            ["+    step:", "+      counterpoints:", "+        - It costs much"],
        ),
        (
            {"do": "reuse", "claim": "keepers", "stance": "against", "target": "children-learn-there"},
            ["-      - Children learn there", "+      - claim: Children learn there",
             "+        counterpoints:", "+          - ref: keepers"],
        ),
        (
            {"do": "premise", "argument": "step-children-learn-there", "text": "There is no other place",
             "after": "children-learn-there"},
            ["+      - There is no other place"],
        ),
        (
            {"do": "edit", "id": "keepers", "field": "by", "value": ["Dr. Amal Haddad", "Kim"]},
            ["-    by: haddad", "+    by: [haddad, Kim]"],
        ),
        ({"do": "edit", "id": "keepers", "field": "weight", "value": 0.5}, ["+    weight: 0.5"]),
        ({"do": "edit", "id": "learning-counts", "field": "implicit", "value": False},
         ["-        implicit: true"]),
        ({"do": "edit", "id": "step-children-learn-there", "field": "scheme", "value": ""},
         ["-    step: {scheme: consequences}"]),
        ({"do": "cite", "id": "keepers", "source": "survey", "quote": "few keepers"},
         ["+    cites: {source: survey, quote: few keepers}"]),
        (
            {"do": "move", "id": "step-keepers", "target": "the-zoo-should-close", "stance": "for", "after": ""},
            ["-  - Captivity harms animals   # to be checked", "+  - Captivity harms animals   # to be checked"],
        ),
        ({"do": "remove", "id": "step-keepers"},
         ["-  - claim: Keepers are few", "-    id: keepers", "-    by: haddad"]),
        (
            {"do": "remove", "id": "learning-counts"},
            ["-  - premises:", "-      - Children learn there", "+  - claim: Children learn there",
             "-      - claim: Learning counts   # does it?", "-        implicit: true"],
        ),
    ],
)  # fmt: skip
def test_only_the_lines_of_the_change_are_touched(
    operation: dict[str, object], lines: list[str]
) -> None:
    assert changed(ZOO, operation) == lines


def test_a_premise_that_is_unlinked_and_joined_again() -> None:
    apart = {"do": "unlink", "argument": "step-children-learn-there", "claim": "learning-counts"}
    document = loads(after(ZOO, apart))
    assert document.map is not None
    assert document.map.argument["step-learning-counts"].premises == ("learning-counts",)
    join = {"do": "join", "argument": "step-children-learn-there", "other": "step-learning-counts"}
    again = loads(after(document.source.text, join))
    assert again.map == loads(ZOO).map
    assert "# does it?" in again.source.text


def test_a_second_thesis_makes_a_list_of_both() -> None:
    text = after("claim: One\nreasons:\n  - Two  # why\n", {"do": "thesis", "text": "Three"})
    assert text == "claims:\n  - claim: One\n    reasons:\n      - Two  # why\n  - Three\n"


def test_the_id_of_a_new_claim_is_told_as_it_is_read() -> None:
    wanted = {"do": "add", "text": "Keepers are few", "stance": "for", "target": "keepers"}
    result = written(loads(ZOO), from_data(wanted))
    assert result.id == "keepers-are-few"
    assert result.document.map is not None
    assert result.document.map.claim[result.id].text == "Keepers are few"


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        ({"do": "move", "id": "step-keepers", "target": "keepers", "stance": "for"}, "bear on itself"),
        ({"do": "move", "id": "step-keepers", "target": "step-keepers", "stance": "for"}, "bear on itself"),
        ({"do": "join", "argument": "step-keepers", "other": "step-keepers"}, "with another one"),
        ({"do": "unlink", "argument": "step-keepers", "claim": "keepers"}, "the only premise"),
        ({"do": "premise", "argument": "step-keepers", "claim": "keepers"}, "a premise of it already"),
        ({"do": "premise", "argument": "step-keepers"}, "a new claim by its text"),
        ({"do": "uncite", "id": "keepers", "number": 0}, "no citation 1"),
        ({"do": "edit", "id": "keepers", "field": "id", "value": "x"}, "cannot be edited"),
        ({"do": "edit", "id": "keepers", "field": "weight", "value": float("nan")}, "from 0 to 1"),
        ({"do": "edit", "id": "keepers", "field": "weight", "value": True}, "from 0 to 1"),
        ({"do": "edit", "id": "keepers", "field": "implicit", "value": "yes"}, "true or false"),
        ({"do": "edit", "id": "step-children-learn-there", "field": "scheme", "value": "explanation"},
         "cannot be an explanation"),
        ({"do": "add", "text": "x", "stance": "for", "target": "keepers", "after": "keepers"},
         "not among the reasons"),
        ({"do": "add", "text": "x", "stance": "maybe", "target": "keepers"}, "no operation (add.stance)"),
        ({"do": "addd"}, "no operation"),
        ({}, "no operation"),
        ("remove", "no operation"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(operation: dict[str, object], reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        after(ZOO, operation)
    assert reason in str(refused.value)


def test_nothing_is_moved_below_itself() -> None:
    text = "claim: A\ncounterpoints:\n  - claim: B\n    id: b\n    counterpoints: [C]\n"
    with pytest.raises(RefusedError, match="hang on itself"):
        after(text, {"do": "move", "id": "step-b", "target": "c", "stance": "against"})


def test_steps_that_say_different_things_are_not_joined() -> None:
    text = (
        "claim: A\nreasons:\n  - claim: B\n    step: {warrant: One}\n"
        "  - claim: C\n    step: {warrant: Two}\n"
    )
    with pytest.raises(RefusedError, match="both steps have a `warrant`"):
        after(text, {"do": "join", "argument": "step-b", "other": "step-c"})
