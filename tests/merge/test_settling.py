"""Conflicts settled: what the map says then."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.merge import SettlingError, Side, merge, resolved
from argmap.model import ArgumentMap, Conflict
from argmap.model.graph import Extra
from argmap.model.outline import in_reading_order
from argmap.yaml import words
from argmap.yaml.writer import write
from tests.merge.editing import versions
from tests.merge.test_documents import merged
from tests.reading import map_of
from tests.strategies import argument_maps, conflicts

SIDES: tuple[Side, ...] = ("ours", "theirs", "both")


@given(versions(), st.data())
def test_every_conflict_of_a_merge_can_be_settled(
    three: tuple[ArgumentMap, ArgumentMap, ArgumentMap], data: st.DataObject
) -> None:
    base, ours, theirs = (replace(side, conflicts=()) for side in three)
    map = merge(base if data.draw(st.booleans()) else None, ours, theirs).map
    while map.conflicts:
        index = data.draw(st.integers(0, len(map.conflicts) - 1))
        new = None
        for take in data.draw(st.permutations(SIDES)):
            with suppress(SettlingError):
                new = resolved(map, index, take)
                break
        assert new is not None
        assert len(new.conflicts) == len(map.conflicts) - 1
        assert argmap.loads(write(new)).map == in_reading_order(new)
        map = new


@given(argument_maps(), conflicts, st.data())
def test_whatever_stands_in_a_conflict_it_is_settled_or_told(
    map: ArgumentMap, conflict: Conflict, data: st.DataObject
) -> None:
    about = data.draw(st.sampled_from(["", conflict.about, *(part.id for part in map.parts)]))
    word = data.draw(
        st.sampled_from([conflict.word, *words.ITEM, *words.MAP, "target", "premises"])
    )
    map = replace(map, conflicts=(replace(conflict, about=about, word=word),))
    take = data.draw(st.sampled_from([None, *SIDES]))
    try:
        new = resolved(map, 0, take, text="" if take else "a text")
    except SettlingError:
        return
    assert argmap.loads(write(new)).map == in_reading_order(new)


TEXT = merged({"Captivity harms": "Captivity hurts"}, {"Captivity harms": "Captivity wounds"}).map


@pytest.mark.parametrize(
    ("take", "begins"),
    [("ours", ["Captivity hurts"]), ("theirs", ["Captivity wounds"]),
     ("both", ["Captivity hurts", "Captivity wounds"])],
)  # fmt: skip
def test_a_wording(take: Side, begins: list[str]) -> None:
    settled = resolved(TEXT, 0, take)
    found = [" ".join(c.text.split()[:2]) for c in settled.claims if c.text.startswith("Captivity")]
    assert found == begins
    assert settled.conflicts == ()
    if take == "both":
        assert len(settled.bearing["close"]) == len(TEXT.bearing["close"]) + 1


def test_a_wording_by_hand() -> None:
    assert resolved(TEXT, 0, text="Cages hurt").claim["harm"].text == "Cages hurt"


def test_a_number() -> None:
    map = merged({"0.4": "0.5"}, {"0.4": "0.6"}).map
    assert resolved(map, 0, "theirs").claim["harm"].weight == 0.6
    assert resolved(map, 0, text="0.55").claim["harm"].weight == 0.55
    for wrong in (
        {"take": "both"},
        {"text": "2"},
        {"text": "much"},
        {},
        {"take": "ours", "text": "1"},
    ):
        with pytest.raises(SettlingError):
            resolved(map, 0, **wrong)  # type: ignore[arg-type]
    with pytest.raises(SettlingError, match="no conflict 2"):
        resolved(map, 1, "ours")


def test_a_deletion() -> None:
    map = merged(
        {"        id: cages\n": "        id: cages\n        reasons: They were built in 1901\n"},
        {"      - claim: The cages are older than the law\n        id: cages\n": ""},
    ).map
    assert "1901" in write(resolved(map, 0, "ours"))
    gone = write(resolved(map, 0, "theirs"))
    assert "1901" not in gone
    assert "cages" not in gone
    assert "Elephants" in gone


def test_a_circle() -> None:
    base = "claim: A\nid: a\ncounterpoints:\n  - claim: Bears sleep\n    id: b\n  - claim: Cats hunt\n    id: c\n"
    map = merged(
        {"    id: b\n": "    id: b\n    reasons:\n      - ref: c\n"},
        {"    id: c\n": "    id: c\n    reasons:\n      - ref: b\n"},
        base,
    ).map

    def support(map: ArgumentMap) -> list[tuple[tuple[str, ...], str]]:
        return [(a.premises, a.target) for a in map.arguments if a.supports]

    assert support(resolved(map, 0, "ours")) == [(("c",), "b")]
    assert support(resolved(map, 0, "theirs")) == [(("b",), "c")]
    with pytest.raises(SettlingError, match="would support itself"):
        resolved(map, 0, "both")


def test_one_id() -> None:
    map = replace(
        map_of("claim: A\nid: a\nreasons:\n  - claim: B\n    id: b\n"),
        conflicts=(Conflict("one id", ours="a", theirs="b"),),
    )
    assert resolved(map, 0, "theirs").claim["a"].text == "B"
    assert resolved(map, 0, text="c").claim["c"].text == "B"
    with pytest.raises(SettlingError, match="is no id"):
        resolved(map, 0, text="a")


@pytest.mark.parametrize("value", [[{"x": "y"}], {"x": "y"}, [["z"]]], ids=str)
@pytest.mark.parametrize(("about", "word"), [("s", "premises"), ("", "claims"), ("a", "cites")])
def test_values_that_somebody_wrote_over(about: str, word: str, value: Extra) -> None:
    base = map_of("claim: A\nid: a\nreasons:\n  - claim: B\n    id: b\n    step: {id: s}\n")
    held = {"source": value} if word == "cites" else value
    conflict = Conflict("changed", about, "", word, held, [], held)
    for take in SIDES[1:]:
        with pytest.raises(SettlingError, match="written over"):
            resolved(replace(base, conflicts=(conflict,)), 0, take)
    there = replace(base, conflicts=(conflict,))
    result = merge(there, replace(base, title="Ours"), replace(base, question="Theirs?"))
    assert result.map == replace(base, title="Ours", question="Theirs?")
