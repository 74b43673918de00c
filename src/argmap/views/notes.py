"""What an overlay marks, as lines of an outline."""

from collections.abc import Iterable, Iterator
from math import isfinite
from typing import TYPE_CHECKING

from argmap.model import Argument, ArgumentMap
from argmap.model.overlay import Overlay

if TYPE_CHECKING:
    from argmap.views.tree import Line

#: Stands before what is noted on a map and is not part of it.
SIGN = "✎"


class Notes:
    """The marks of an overlay by the lines of an outline, asked for from top to bottom."""

    def __init__(self, map: ArgumentMap, overlay: Overlay) -> None:
        self.overlay = overlay
        self.name = (overlay.heat or ("heat",))[0]
        # An exclusion is two arguments, and stands at the first of its claims.
        self.pairs: dict[str, list[tuple[Argument, Argument]]] = {}
        self.done: set[str] = set()
        if not overlay.marks.keys().isdisjoint(half.id for pair in map.exclusions for half in pair):
            for pair in map.exclusions:
                for half in pair:
                    self.pairs.setdefault(half.premises[0], []).append(pair)

    def at(self, line: "Line") -> Iterator[str]:
        """The notes on what is at home in a line."""
        yield from self.told([line.claim])
        for pair in self.pairs.get(line.claim, ()):
            ids = [half.id for half in pair if half.id not in self.done]
            self.done.update(ids)
            yield from self.told(ids, "not both: ")
        yield from self.told([line.argument], "step: ")

    def told(self, ids: Iterable[str], about: str = "") -> Iterator[str]:
        """One line of badges and heat, or none."""
        parts: dict[str, None] = {}
        for mark in filter(None, map(self.overlay.marks.get, ids)):
            parts.update(dict.fromkeys(badge for badge in mark.badges if badge.strip()))
            if mark.heat is not None and isfinite(mark.heat):
                parts[f"{self.name} {round(mark.heat, 2):g}"] = None
        if parts:
            yield f"{SIGN} {about}{' · '.join(parts)}"
