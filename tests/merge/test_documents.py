"""Merges of maps that two people would edit."""

import pytest

from argmap.checks import check
from argmap.merge import Merge, merge
from argmap.model import Conflict
from argmap.yaml.files import loads
from argmap.yaml.writer import write
from tests.reading import map_of

BASE = """\
claim: The city zoo should close
id: close
reasons:
  - claim: Captivity harms large wild animals in every season
    id: harm
    weight: 0.4
    tags: [ethics, law]
    reasons:
      - Elephants pace for most of the day
      - claim: The cages are older than the law
        id: cages
counterpoints:
  - claim: The zoo funds the only breeding programme of the region
    id: breeding
"""


def merged(ours: dict[str, str], theirs: dict[str, str], base: str = BASE) -> Merge:
    """The merge of two versions, each told by what it puts for what."""
    texts = []
    for edits in (ours, theirs):
        text = base
        for old, new in edits.items():
            assert old in text
            text = text.replace(old, new)
        texts.append(text)
    return merge(map_of(base), *map(map_of, texts))


def clean(result: Merge) -> str:
    assert result.conflicts == ()
    return write(result.map)


def test_both_reword_one_sentence_in_different_places() -> None:
    result = merged(
        {"Captivity harms": "Captivity often harms"}, {"every season": "every long winter"}
    )
    assert "Captivity often harms large wild animals in every long winter" in clean(result)


def test_both_reword_the_same_words() -> None:
    result = merged({"Captivity harms": "Captivity hurts"}, {"Captivity harms": "Captivity wounds"})
    assert result.map.claim["harm"].text.startswith("Captivity hurts large")
    assert result.conflicts == (
        Conflict(
            "changed", "harm", word="claim", base="Captivity harms large wild animals in every season",
            ours="Captivity hurts large wild animals in every season",
            theirs="Captivity wounds large wild animals in every season",
        ),
    )  # fmt: skip


def test_a_lost_not_is_never_joined_with_another_change() -> None:
    base = "claim: The zoo does not harm the animals that it keeps in the winter\n"
    result = merged({"does not harm": "does harm"}, {"the winter": "the summer"}, base)
    assert [conflict.word for conflict in result.conflicts] == ["claim"]


def test_moved_here_and_reworded_there() -> None:
    move = {
        "      - Elephants pace for most of the day\n": "",
        "    id: breeding\n": "    id: breeding\n    reasons:\n      - Elephants pace for most of the day\n",
    }
    text = clean(merged(move, {"most of the day": "most of the night"}))
    assert (
        "    reasons:\n      - Elephants pace for most of the night\n"
        in text[text.index("breeding") :]
    )
    assert text.count("Elephants") == 1


def test_moved_to_two_places() -> None:
    gone = {"      - Elephants pace for most of the day\n": ""}
    result = merged(
        {
            **gone,
            "    id: breeding\n": "    id: breeding\n    reasons:\n      - Elephants pace for most of the day\n",
        },
        {
            **gone,
            "        id: cages\n": "        id: cages\n        reasons:\n          - Elephants pace for most of the day\n",
        },
    )
    (conflict,) = result.conflicts
    assert (conflict.word, conflict.base, conflict.ours, conflict.theirs) == (
        "target", "harm", "breeding", "cages",
    )  # fmt: skip
    assert (
        write(result.map).count("- claim: Elephants") + write(result.map).count("- Elephants") == 1
    )


def test_deleted_here_and_reworded_there() -> None:
    subtree = BASE[BASE.index("    reasons:\n      - Eleph") : BASE.index("counterpoints")]
    result = merged({subtree: ""}, {"older than the law": "far older than the law"})
    (conflict,) = result.conflicts
    assert (conflict.kind, conflict.about, conflict.ours) == ("deleted", "cages", "")
    assert conflict.theirs == ["cages", "step-cages"]
    assert "far older" in write(result.map)
    assert "Elephants" not in write(result.map)


def test_deleted_there_and_built_on_here() -> None:
    result = merged(
        {"        id: cages\n": "        id: cages\n        reasons: They were built in 1901\n"},
        {"      - claim: The cages are older than the law\n        id: cages\n": ""},
    )
    assert [(c.kind, c.about, c.theirs) for c in result.conflicts] == [("deleted", "cages", "")]
    assert "1901" in write(result.map)


def test_deleted_by_both_and_untouched_by_the_other() -> None:
    gone = {"      - Elephants pace for most of the day\n": ""}
    assert "Elephants" not in clean(merged(gone, gone))
    assert "Elephants" not in clean(merged(gone, {"0.4": "0.5"}))


def test_one_id_for_two_claims() -> None:
    new = "counterpoints:\n  - claim: {}\n    id: cost\n"
    result = merged(
        {"counterpoints:\n": new.format("Closing the zoo costs jobs")},
        {"counterpoints:\n": new.format("Pandas are expensive to feed in Europe")},
    )
    assert result.conflicts == (Conflict("one id", ours="cost", theirs="cost-2"),)
    assert result.map.claim["cost"].text == "Closing the zoo costs jobs"
    assert result.map.claim["cost-2"].text == "Pandas are expensive to feed in Europe"
    assert result.renamed == {}
    assert result.renamed_theirs == {"cost": "cost-2", "step-cost": "step-cost-2"}


def test_one_claim_added_by_both() -> None:
    new = {"counterpoints:\n": "counterpoints:\n  - Closing the zoo costs jobs\n"}
    marked = {
        "counterpoints:\n": "counterpoints:\n  - claim: Closing the zoo costs jobs\n    kind: fact\n"
    }
    assert clean(merged(new, marked)).count("Closing the zoo costs jobs") == 1
    assert "kind: fact" in clean(merged(new, marked))


def test_a_circle_that_only_the_merge_makes() -> None:
    base = "claim: A\nid: a\ncounterpoints:\n  - claim: Bears sleep\n    id: b\n  - claim: Cats hunt\n    id: c\n"
    result = merged(
        {"    id: b\n": "    id: b\n    reasons:\n      - ref: c\n"},
        {"    id: c\n": "    id: c\n    reasons:\n      - ref: b\n"},
        base,
    )
    (conflict,) = result.conflicts
    assert conflict.kind == "circle"
    assert conflict.ours == ["step-c"] or conflict.ours == ["step-c-2"]
    (held,) = conflict.theirs
    assert (held["premises"], held["stance"], held["target"]) == (["b"], "for", "c")


def test_lists_are_sets() -> None:
    text = clean(
        merged({"[ethics, law]": "[ethics, law, zoo]"}, {"[ethics, law]": "[animals, ethics]"})
    )
    assert "tags: [animals, ethics, zoo]" in text


def test_numbers_that_both_changed() -> None:
    result = merged({"0.4": "0.5"}, {"0.4": "0.6"})
    assert result.conflicts == (
        Conflict("changed", "harm", word="weight", base="0.4", ours="0.5", theirs="0.6"),
    )
    assert result.map.claim["harm"].weight == 0.5


def test_theirs_stand_behind_their_neighbours_and_ours_first() -> None:
    day = "      - Elephants pace for most of the day\n"
    text = clean(
        merged({day: day + "      - Ours is new\n"}, {day: day + "      - Theirs is new\n"})
    )
    order = ["Elephants", "Ours is new", "Theirs is new", "The cages"]
    places = [text.index(word) for word in order]
    assert places == sorted(places)


def test_a_source_that_is_deleted_here_and_cited_there() -> None:
    base = "claim: A\nsources:\n  s: Survey\n"
    result = merged({"sources:\n  s: Survey\n": ""}, {"claim: A\n": "claim: A\ncites: s\n"}, base)
    assert result.conflicts == (Conflict("deleted", "s", "sources", theirs=["s"]),)
    assert [source.id for source in result.map.sources] == ["s"]


def test_a_source_and_a_citation_that_both_changed() -> None:
    base = "claim: A\ncites: {source: s, quote: words, at: p. 1}\nsources:\n  s: {title: Survey, pages: 4}\n"
    result = merged(
        {"p. 1": "p. 2", "pages: 4": "pages: 5"}, {"p. 1": "p. 3", "Survey": "The survey"}, base
    )
    (conflict,) = result.conflicts
    assert (conflict.word, conflict.ours["at"], conflict.theirs["at"]) == ("cites", "p. 2", "p. 3")
    assert len(result.map.claims[0].cites) == 1
    assert (result.map.sources[0].title, result.map.sources[0].extra) == (
        "The survey",
        {"pages": "5"},
    )


def test_no_common_version() -> None:
    one, other = map_of(BASE), map_of(BASE.replace("0.4", "0.5").replace("title", "t"))
    result = merge(None, one, other)
    assert [(c.about, c.word, c.base) for c in result.conflicts] == [("harm", "weight", "")]
    assert len(result.map.claims) == len(one.claims)


def test_check_tells_of_each_conflict_at_its_place() -> None:
    document = loads(write(merged({"0.4": "0.5"}, {"0.4": "0.6"}).map))
    assert document.map is not None
    (fault,) = [f for f in check(document).diagnostics if f.code.name == "unresolved-conflict"]
    assert fault.message == "both sides changed `weight` of `harm`: “0.5” and “0.6”"
    line = document.source.line(document.source.position(fault.span.start)[0])
    assert line == "  - conflict: changed"


@pytest.mark.parametrize(
    ("entry", "code"),
    [("x", "wrong-type"), ("{about: a}", "wrong-type"), ("{conflict: chnged}", "not-a-choice"),
     ("{conflict: changed, ourss: a}", "unknown-word"), ("{conflict: changed, about: a b}", "bad-id")],
)  # fmt: skip
def test_a_conflict_that_is_none_is_told(entry: str, code: str) -> None:
    document = loads(f"claim: A\nid: a\nconflicts: [{entry}]\n")
    assert [fault.code.name for fault in document.errors] == [code]
