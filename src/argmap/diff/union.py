"""Two versions of a map in one, to be drawn: the map, and what became of each part as marks."""

from dataclasses import dataclass

from argmap.diff.compare import Comparison
from argmap.diff.union_map import joined
from argmap.diff.union_marks import marked
from argmap.model import ArgumentMap
from argmap.model.overlay import Overlay


@dataclass(frozen=True)
class Union:
    """Two versions of a map in one, and what became of each part.

    The map is there to be drawn: support may run in a circle through both versions.
    """

    map: ArgumentMap
    overlay: Overlay


def union(comparison: Comparison, old: str = "", new: str = "") -> Union:
    """Both versions in one map, with marks that say what became of its parts; `old` and `new` are
    what a reader calls the versions."""
    found = joined(comparison)
    return Union(found.map, marked(comparison, found, old, new))
