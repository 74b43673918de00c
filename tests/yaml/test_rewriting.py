"""Texts as people write them, changed so that they mean another map."""

from dataclasses import replace
from typing import Any

import pytest

import argmap
from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.model.outline import in_reading_order
from argmap.yaml.edits import EditError
from argmap.yaml.rewriting import means, rewritten
from tests.yaml.test_edits import UNUSUAL

ZOO = """\
# Our zoo.
claim: The zoo should close   # said at dinner
id: close

reasons:
  # Pain first.
  - claim: "Animals suffer"
    id: suffer
    by: [Ann]
    step:
      scheme: sign
      # Undercut:
      counterpoints:
        - Animals in the wild suffer too
  - Cages are small  # measured

  # Money.

  - premises:
      - The zoo loses money
      - ref: suffer
    step:
      warrant: both count
counterpoints:
    - Children learn there
"""


def _zoo() -> ArgumentMap:
    map = argmap.loads(ZOO).map
    assert map is not None
    return map


def _reworded(map: ArgumentMap, id: str, **changes: Any) -> ArgumentMap:
    claims = (replace(c, **changes) if c.id == id else c for c in map.claims)
    return replace(map, claims=tuple(claims))


def _becomes(
    target: ArgumentMap, *lines: tuple[str, str], renamed: dict[str, str] | None = None
) -> None:
    expected = ZOO
    for old, new in lines:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert rewritten(argmap.loads(ZOO), target, renamed) == expected


def test_what_means_the_map_already_stays() -> None:
    assert rewritten(argmap.loads(ZOO), _zoo()) == ZOO


def test_a_reworded_claim_keeps_its_quotes_its_comment_and_its_id() -> None:
    _becomes(
        _reworded(_zoo(), "suffer", text="Animals are in pain"),
        ("Animals suffer", "Animals are in pain"),
    )
    _becomes(
        _reworded(_zoo(), "cages-are-small", text="Cages are tiny"),
        ("- Cages are small  # measured\n", "- claim: Cages are tiny  # measured\n    id: cages-are-small\n"),
    )  # fmt: skip


def test_a_renamed_claim_is_renamed_where_it_is_referred_to() -> None:
    map = _zoo()
    target = replace(
        map,
        claims=tuple(replace(c, id="pain") if c.id == "suffer" else c for c in map.claims),
        arguments=tuple(
            replace(a, premises=tuple("pain" if p == "suffer" else p for p in a.premises))
            for a in map.arguments
        ),
    )  # fmt: skip
    _becomes(
        target, ("id: suffer", "id: pain"), ("ref: suffer", "ref: pain"), renamed={"suffer": "pain"}
    )


def test_an_argument_that_turns_takes_its_lines_along() -> None:
    map = _zoo()
    turned = tuple(
        replace(a, stance=Stance.AGAINST) if a.premises == ("cages-are-small",) else a
        for a in map.arguments
    )
    _becomes(
        replace(map, arguments=turned),
        ("  - Cages are small  # measured\n", ""),
        ("counterpoints:\n    -", "counterpoints:\n    - Cages are small  # measured\n    -"),
    )


def test_comments_that_stand_apart_outlive_the_item_below_them() -> None:
    map = _zoo()
    gone = {"the-zoo-loses-money"}
    left = replace(
        map,
        claims=tuple(c for c in map.claims if c.id not in gone),
        arguments=tuple(a for a in map.arguments if not gone & {*a.premises}),
    )
    text = rewritten(argmap.loads(ZOO), left)
    assert "# Money." in text
    assert "warrant" not in text


def test_where_a_claim_goes_from_its_home_a_reference_becomes_one() -> None:
    map = _zoo()
    undercut = next(a.id for a in map.arguments if a.target == "step-suffer")
    left = tuple(a for a in map.arguments if a.id not in ("step-suffer", undercut))
    wild = "animals-in-the-wild-suffer-too"
    text = rewritten(
        argmap.loads(ZOO),
        replace(map, arguments=left, claims=tuple(c for c in map.claims if c.id != wild)),
    )
    assert (
        '      - The zoo loses money\n      # Pain first.\n      - claim: "Animals suffer"\n'
        "        id: suffer\n        by: [Ann]\n    step:\n"
    ) in text


def test_an_interposed_claim_shifts_what_is_below_it() -> None:
    map = _zoo()
    arguments = tuple(
        replace(a, target="why") if a.id == "step-suffer" else a for a in map.arguments
    )
    target = replace(
        map, claims=(*map.claims, Claim("why", "Why")),
        arguments=(Argument("step-why", ("why",), Stance.FOR, "close"), *arguments),
    )  # fmt: skip
    text = rewritten(argmap.loads(ZOO), target)
    assert (
        '  - claim: Why\n    reasons:\n      # Pain first.\n      - claim: "Animals suffer"\n'
        in text
    )
    assert "            - Animals in the wild suffer too\n" in text


def test_windows_line_ends_stay() -> None:
    text = ZOO.replace("\n", "\r\n")
    new = rewritten(argmap.loads(text), replace(_zoo(), title="T"))
    assert new == text.replace("claim: The", "title: T\r\nclaim: The", 1)


def test_a_text_without_a_last_line_end_stays_without() -> None:
    text = "claim: x\nreasons:\n  - y"
    map = argmap.loads(text).map
    assert map is not None
    assert rewritten(argmap.loads(text), replace(map, title="T")) == "title: T\n" + text


def test_brackets_stay_brackets() -> None:
    text = '{"claim": "x", "id": "a",\n "reasons": ["y", {"claim": "z", "id": "z"}]}'
    map = argmap.loads(text).map
    assert map is not None
    new = rewritten(argmap.loads(text), _reworded(map, "z", note="n"))
    assert new == text.replace('"id": "z"}', '"id": "z", "note": "n"}')


@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_yaml(name: str) -> None:
    document = argmap.loads(UNUSUAL[name])
    map = document.map
    assert map is not None
    for claim in map.claims:
        target = _reworded(map, claim.id, text="Another", note="why not")
        again = argmap.loads(rewritten(document, target)).map
        assert again is not None
        assert means(again, target)


def test_what_cannot_be_written_is_refused_with_the_reason() -> None:
    map = _zoo()
    circle = Argument("c", ("close",), Stance.FOR, "suffer")
    with pytest.raises(EditError, match="supports itself"):
        rewritten(argmap.loads(ZOO), replace(map, arguments=(*map.arguments, circle)))


def test_claims_that_attack_each_other_more_than_once_lose_no_argument() -> None:
    for steps in (("a", "a", "b"), ("b", "a", "a"), ("a", "a", "b", "b")):
        counted = [steps[:n].count(end) for n, end in enumerate(steps)]
        arguments = tuple(
            Argument(
                f"step-{end}{f'-{before + 1}' if before else ''}", (end,), Stance.AGAINST,
                {"a": "b", "b": "a"}[end],
            )
            for end, before in zip(steps, counted, strict=True)
        )  # fmt: skip
        for theses in (("a",), ("b",), ("a", "b")):
            map = ArgumentMap((Claim("a", "A"), Claim("b", "B")), arguments, theses)
            again = argmap.loads(argmap.write(map)).map
            assert again == in_reading_order(map)
            assert map.exclusions == ()


@pytest.mark.parametrize("word", ["reasons", "shared"])
def test_a_claim_gets_the_id_of_one_that_goes(word: str) -> None:
    text = f"claim: T\n{word}:\n  - claim: A\n    id: a\n  - claim: B  # stays\n    id: b\n"
    document = argmap.loads(text)
    target = argmap.loads(f"claim: T\n{word}:\n  - claim: B\n    id: a\n").map
    assert target is not None
    names = {"b": "a", **({"step-b": "step-a"} if word == "reasons" else {})}
    new = rewritten(document, target, names)
    assert new == f"claim: T\n{word}:\n  - claim: B  # stays\n    id: a\n"
