"""A common version of a layer with conflicts in it, which both sides settled."""

from dataclasses import replace

from hypothesis import given

from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.merging import resolved
from tests.annotation.merging.editing import versions
from tests.annotation.merging.test_laws import Three, merging


@given(versions())
def test_no_conflict_is_swallowed(three: Three) -> None:
    base = merging(*three).layer
    for at in range(len(base.conflicts)):
        try:
            one, other = resolved(base, at, "ours"), resolved(base, at, "theirs")
        except RefusedError:
            continue
        if replace(one, conflicts=()) != replace(other, conflicts=()):
            assert len(merging(base, one, other).layer.conflicts) >= len(base.conflicts)
            assert len(merging(base, other, one).layer.conflicts) >= len(base.conflicts)


@given(versions())
def test_what_one_side_settled_is_settled(three: Three) -> None:
    base = merging(*three).layer
    for at in range(len(base.conflicts)):
        done = resolved(base, at, "ours")
        assert merging(base, base, done).layer == merging(base, done, done).layer == done
