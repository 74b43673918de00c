"""What an overlay marks, as lines of an outline."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from argmap.model import Argument, ArgumentMap
from argmap.model.overlay import SIGN, Overlay

if TYPE_CHECKING:
    from argmap.views.tree import Line


class Notes:
    """The marks of an overlay by the lines of an outline, asked for from top to bottom."""

    def __init__(self, map: ArgumentMap, overlay: Overlay) -> None:
        self.overlay = overlay
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
        parts = dict.fromkeys(part for id in ids for part in self.overlay.told(id))
        if parts:
            yield f"{SIGN} {about}{' · '.join(parts)}"
