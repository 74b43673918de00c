"""A common version with conflicts in it, as git makes them of two merges in both directions."""

from dataclasses import replace

import pytest
from hypothesis import given

from argmap.merge import SettlingError, Side, merge, resolved
from argmap.model import ArgumentMap
from tests.merge.editing import versions
from tests.merge.test_laws import Three
from tests.reading import map_of

BASE = """\
claim: The zoo should close
id: close
reasons:
  - claim: Captivity harms large animals
    id: harm
    weight: 0.4
  - claim: The zoo costs the city money
    id: money
    cites: {source: report, quote: a million}
sources:
  report: {title: Report}
"""


def with_conflict(ours: str, theirs: str, there: str) -> ArgumentMap:
    """What merging two versions gives, each told by what it has for `there`."""
    result = merge(map_of(BASE), *(map_of(BASE.replace(there, new)) for new in (ours, theirs)))
    assert result.conflicts
    return result.map


def all_settled(map: ArgumentMap, take: Side) -> ArgumentMap:
    while map.conflicts:
        map = resolved(map, 0, take)
    return map


MONEY = BASE[BASE.index("  - claim: The zoo costs") : BASE.index("sources:")]
CONFLICTS = {
    "claim": ("ruins the city", "costs the state a fortune", "costs the city money"),
    "weight": ("0.6", "0.2", "0.4"),
    "citation": ("two millions", "three millions", "a million"),
    "title": ("The report", "A report", "Report"),
    "deleted": ("", MONEY.replace("costs", "drains"), MONEY),
}


@pytest.mark.parametrize("sides", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_settled_in_two_ways_it_is_a_conflict_again(sides: tuple[str, str, str]) -> None:
    base = with_conflict(*sides)
    one, other = all_settled(base, "ours"), all_settled(base, "theirs")
    for ours, theirs in ((one, other), (other, one)):
        (conflict,) = merge(base, ours, theirs).conflicts
        assert {conflict.kind} == {c.kind for c in base.conflicts}


@pytest.mark.parametrize("sides", CONFLICTS.values(), ids=CONFLICTS.keys())
def test_settled_in_one_way_or_on_one_side_it_is_settled(sides: tuple[str, str, str]) -> None:
    base = with_conflict(*sides)
    for take in ("ours", "theirs"):
        done = all_settled(base, take)
        assert merge(base, done, replace(done, title="New")).map == replace(done, title="New")
        assert merge(base, replace(base, title="New"), done).map == replace(done, title="New")


@given(versions())
def test_no_conflict_is_swallowed(three: Three) -> None:
    base = merge(*three).map
    for at, conflict in enumerate(base.conflicts):
        try:
            one, other = resolved(base, at, "ours"), resolved(base, at, "theirs")
        except SettlingError:
            continue
        if conflict.kind != "one id" and replace(one, conflicts=()) != replace(other, conflicts=()):
            assert merge(base, one, other).conflicts
            assert merge(base, other, one).conflicts
