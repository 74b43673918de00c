"""Laws of diffs, for any two maps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diff import Diff, diff, patched, undone
from argmap.model import ArgumentMap
from benchmarks.argument import argue
from benchmarks.rewrites import Ids, rewrite
from benchmarks.writers import as_yaml
from tests.diff.maps import meaning, versions
from tests.reading import map_of
from tests.strategies import argument_maps


def _argued(seed: int) -> ArgumentMap:
    return map_of(as_yaml(argue(40, "graph", seed)))


@given(versions())
def test_a_patched_map_is_the_new_one(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = pair
    assert meaning(patched(old, diff(old, new))) == meaning(new)


@given(versions(), st.booleans())
def test_what_is_undone_is_the_old_map(
    pair: tuple[ArgumentMap, ArgumentMap], ignore_ids: bool
) -> None:
    old, new = pair
    done = diff(old, new, ignore_ids=ignore_ids)
    assert meaning(patched(new, undone(done))) == meaning(old)


@given(argument_maps())
def test_a_map_does_not_differ_from_itself(map: ArgumentMap) -> None:
    assert diff(map, map) == Diff()


@pytest.mark.parametrize("ids", ["stable", "renamed", "fresh", "numbered"])
@given(seed=st.integers(0, 9999), share=st.sampled_from([0.05, 0.2, 0.6]), bulk=st.booleans())
@settings(max_examples=12)
def test_versions_that_people_make(ids: Ids, seed: int, share: float, bulk: bool) -> None:
    version = rewrite(_argued(seed), share, seed, ids, bulk=bulk)
    done = diff(version.old, version.new)
    assert meaning(patched(version.old, done)) == meaning(version.new)
    assert meaning(patched(version.new, undone(done))) == meaning(version.old)
