"""Conflicts that the common version had and that both sides settled, each in its own way perhaps:
see `merge.reopening`."""

from dataclasses import replace

from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.model import Layer
from argmap.annotation.layers.rewriting import conflict_key
from argmap.annotation.merging.settling import resolved
from argmap.model import Conflict


def reopened(base: Layer, ours: Layer, theirs: Layer) -> tuple[Layer, set[str]]:
    """The base with the values that were there before these conflicts, and the ids of annotations
    about whose deletion some of them were."""
    left = {conflict_key(one) for side in (ours, theirs) for one in side.conflicts}
    settled = [one for one in base.conflicts if conflict_key(one) not in left]
    for conflict in settled:
        if conflict.kind == "changed":
            base = _undone(base, conflict)
    return base, {one.about for one in settled if one.kind == "deleted"}


def _undone(layer: Layer, conflict: Conflict) -> Layer:
    """The layer with what was there before both sides changed it; as it is where that cannot be
    told."""
    before = replace(layer, conflicts=(replace(conflict, theirs=conflict.base),))
    try:
        return replace(resolved(before, 0, "theirs"), conflicts=layer.conflicts)
    except RefusedError:
        return layer
