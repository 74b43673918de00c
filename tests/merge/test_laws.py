"""Laws of merging, for any three versions."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given

import argmap
from argmap.diagnostics import Severity
from argmap.merge import merge
from argmap.merge.versions import aligned
from argmap.model import Argument, ArgumentMap, Claim, Conflict
from argmap.model.graph import Extra
from argmap.model.outline import in_reading_order
from argmap.yaml.writer import write
from benchmarks.argument import argue
from benchmarks.rewrites import Ids, rewrite
from benchmarks.writers import as_yaml
from tests.merge.editing import versions
from tests.reading import map_of
from tests.strategies import argument_maps

Three = tuple[ArgumentMap, ArgumentMap, ArgumentMap]


@given(versions())
def test_a_change_on_one_side_is_taken_as_it_is(three: Three) -> None:
    base, ours, _ = three
    assert merge(base, ours, base).map == ours
    assert merge(base, base, ours).map == ours
    assert merge(base, ours, ours).map == ours
    assert merge(None, ours, ours).map == ours


@given(versions())
def test_a_change_of_the_title_on_the_other_side_changes_nothing_else(three: Three) -> None:
    base, ours, _ = three
    base, ours = replace(base, title="Old"), replace(ours, title="Old")
    result = merge(base, ours, replace(base, title="New"))
    assert result.map == replace(ours, title="New")
    assert result.conflicts == ()
    mirrored = merge(base, replace(base, title="New"), ours)
    assert same(mirrored.map, result.map)


@given(versions())
def test_the_result_loads(three: Three) -> None:
    for base in (three[0], None):
        result = merge(base, *three[1:]).map
        document = argmap.loads(write(result))
        assert [fault for fault in document.faults if fault.severity is Severity.ERROR] == []
        assert document.map == result == in_reading_order(result)


@given(versions())
def test_sides_are_equal(three: Three) -> None:
    base, ours, theirs = three
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert len(one.conflicts) == len(other.conflicts)
    if not one.conflicts:
        assert same(one.map, other.map)


@given(versions())
def test_without_conflicts_both_sides_have_their_way(three: Three) -> None:
    result, sides = merge(*three), aligned(*three)
    if result.conflicts or three[0] in three[1:]:
        return
    base = {part.id: part for part in sides.base.parts}
    now = {part.id: part for part in result.map.parts}
    for one, other in ((sides.ours, sides.theirs), (sides.theirs, sides.ours)):
        here = {part.id: part for part in one.parts}
        there = {part.id: part for part in other.parts}
        assert not {id for id in base if id not in here} & now.keys()
        for id, part in here.items():
            if id in there or id not in base:
                holds(base.get(id), part, there.get(id), now[id])


def holds(base: Any, new: Any, other: Any, now: Any) -> None:
    """What one side changed of a part is so in the result."""
    for field in fields(new):
        mine, found = getattr(new, field.name), getattr(now, field.name)
        old: Any = getattr(base, field.name, None)
        theirs: Any = getattr(other, field.name, None)
        if field.name == "id" or mine == old:
            continue
        if isinstance(mine, tuple):
            assert {*mine} - {*(old or ())} <= {*found}
            assert not ({*(old or ())} - {*mine}) & {*found}
        elif base is None or other is None or theirs in (old, mine):
            assert found == mine
        else:
            assert {*mine.split()} - {*old.split()} <= {*found.split()}


@given(versions())
def test_nothing_is_lost_and_nothing_is_kept_twice(three: Three) -> None:
    result = merge(*three)
    written = held(result.conflicts)
    texts = [claim.text for claim in result.map.claims]
    sides = aligned(*three)
    for one, other in ((sides.ours, sides.theirs), (sides.theirs, sides.ours)):
        for claim in one.claims:
            old, there = sides.base.claim.get(claim.id), other.claim.get(claim.id)
            if claim.text in texts or claim.text in written:
                continue
            assert old is not None, "what is new is there"
            if there is None:
                assert claim.text == old.text
            elif claim.text != old.text:
                new = set(claim.text.split()) - set(old.text.split())
                assert new <= set(result.map.claim[claim.id].text.split())
    # A text may be twice only where each side wrote it, and somebody had it twice.
    for text in set(texts):
        counts = [[claim.text for claim in side.claims].count(text) for side in three]
        if not any(counts):
            continue  # the words of both sides joined
        assert texts.count(text) <= sum(counts[1:])
        if text not in [claim.text for claim in three[0].claims]:
            assert texts.count(text) == max(counts)


@given(versions())
def test_conflicts_in_the_input_are_kept(three: Three) -> None:
    base, ours, theirs = (replace(side, conflicts=()) for side in three)
    one, other = (
        Conflict("changed", "", "", "title", "a", "b", "c"),
        Conflict("circle", "in-no-map"),
    )
    both = merge(base, replace(ours, conflicts=(one,)), replace(theirs, conflicts=(other,)))
    assert {c.kind for c in both.map.conflicts} >= {"changed", "circle"}
    kept = merge(
        replace(base, conflicts=(one, other)), replace(ours, conflicts=(one, other)),
        replace(theirs, conflicts=(other,)),
    )  # fmt: skip
    left = [c for c in kept.map.conflicts if c not in kept.conflicts]
    assert left == [other]


@given(argument_maps(max_claims=4), argument_maps(max_claims=4))
def test_two_maps_with_nothing_in_common_become_one(one: ArgumentMap, other: ArgumentMap) -> None:
    result = merge(None, in_reading_order(one), in_reading_order(other))
    assert argmap.loads(write(result.map)).map == result.map
    texts = {claim.text for claim in result.map.claims} | held(result.conflicts)
    assert {claim.text for claim in (*one.claims, *other.claims)} <= texts


def held(conflicts: Iterable[Conflict]) -> set[str]:
    """All texts that conflicts hold."""
    found: set[str] = set()
    rest: list[Extra] = [value for c in conflicts for value in (c.base, c.ours, c.theirs)]
    while rest:
        value = rest.pop()
        if isinstance(value, str):
            found.add(value)
        else:
            rest += value.values() if isinstance(value, dict) else value
    return found


def same(one: ArgumentMap, other: ArgumentMap) -> bool:
    """Whether two maps say the same, whatever the order and the ids that nobody wrote."""
    return canonical(one) == canonical(other)


def canonical(map: ArgumentMap) -> object:
    """What a map says, in the order of its texts."""
    told: dict[str, str] = {}

    def tell(id: str) -> str:
        if id not in told:
            if id in map.claim:
                told[id] = repr(_plain(map.claim[id]))
            else:
                step = map.argument[id]
                ends = sorted(tell(premise) for premise in step.premises)
                told[id] = repr((_plain(step), ends, step.stance, tell(step.target)))
        return told[id]

    return (
        sorted(tell(claim.id) for claim in map.claims),
        sorted(tell(step.id) for step in map.arguments),
        sorted(tell(id) for id in map.theses),
        [
            sorted(map_value) if isinstance(map_value, tuple) else map_value
            for name in ("title", "question", "description", "authors", "date", "keywords")
            for map_value in (getattr(map, name),)
        ],
        sorted(source.id for source in map.sources),
    )


def _plain(part: Claim | Argument) -> list[object]:
    left = {"id", "premises", "stance", "target"}
    return [
        sorted(map(repr, value)) if isinstance(value, tuple) else value
        for field in fields(part)
        if field.name not in left
        for value in (getattr(part, field.name),)
    ]


@pytest.mark.parametrize("ids", ["stable", "fresh"])
def test_two_people_edit_a_large_map(ids: Ids) -> None:
    base = map_of(as_yaml(argue(300)))
    ours, theirs = (in_reading_order(rewrite(base, 0.1, seed, ids).new) for seed in (1, 2))
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert argmap.loads(write(one.map)).map == one.map
    # Which of two new ids gives way depends on whose they are, where all are new.
    counts = [Counter(c.kind for c in r.conflicts if c.kind != "one id") for r in (one, other)]
    assert counts[0] == counts[1]
    kept = {claim.text for claim in one.map.claims} | held(one.conflicts)
    before = {claim.text for claim in base.claims}
    new = {claim.text for side in (ours, theirs) for claim in side.claims} - before
    assert len(new - kept) <= len(new) // 20  # joined wordings
