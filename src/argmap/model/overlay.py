"""Marks on a map: what one part of the program wants another to show, keyed by id.

An overlay never changes a map. Who makes one knows nothing of pictures; who draws one knows nothing
of where it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from math import isfinite
from typing import Literal, TypeAlias

#: Stands before what is noted on a map and is not part of it. In a picture it is a text of its
#: own: few fonts have it, and some programs draw a whole text with one font.
SIGN = "✎"

#: Words that are in two versions of a text, only in the old one, or only in the new one.
Run: TypeAlias = Literal["same", "gone", "came"]


class Fate(str, Enum):
    """What became of a claim or an argument from one version of a map to the next."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"

    __hash__ = str.__hash__  # equal to its text, so hashed as its text


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at one claim or argument.

    Attributes:
        badges: short texts, each a line or part of a line: "2 comments", "straw man ×3".
        heat: 0 (cold) to 1 (hot), or None where there is nothing to tint for. A badge should say
            it as well, for who sees no colours.
        note: more of it, for who points at the claim; lines end with a line feed.
        fate: what became of it, where two versions are compared. What was removed stands in the
            map nevertheless, and gives nothing else its place there.
        words: the text of the claim run by run, where it was reworded.
    """

    badges: tuple[str, ...] = ()
    heat: float | None = None
    note: str = ""
    fate: Fate | None = None
    words: tuple[tuple[Run, str], ...] = ()

    @property
    def level(self) -> float | None:
        """The heat within 0 and 1; None where there is none, or no number."""
        if self.heat is None or not isfinite(self.heat):
            return None
        return min(max(self.heat, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Overlay:
    """Marks by the id of a claim or an argument.

    Attributes:
        title: what the marks are, for the legend: "Notes of 5 annotators".
        heat: what heat means: its name and its two ends, such as ("disagreement", "none", "full").
        caption: lines for below the title of the map.
        compares: whether this tells two versions of a map apart: what has no fate and leads to
            nothing that has one is folded, and the signs are explained.
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    title: str = ""
    heat: tuple[str, str, str] | None = None
    caption: tuple[str, ...] = ()
    compares: bool = False

    def told(self, id: str) -> tuple[str, ...]:
        """The badges of a claim or an argument, each once; its heat as well, if none names it."""
        mark = self.marks.get(id, _NOTHING)
        found = tuple(dict.fromkeys(badge for badge in mark.badges if badge.strip()))
        name, *_ = self.heat or ("heat",)
        if mark.level is None or any(badge.startswith((f"{name} ", f"{name}:")) for badge in found):
            return found
        return (*found, heat_badge(name, mark.level))

    def fate(self, id: str) -> Fate | None:
        """What became of a claim or an argument, if anything did."""
        return self.marks.get(id, _NOTHING).fate


def heat_badge(name: str, heat: float) -> str:
    """Heat in words: "disagreement 40%"."""
    return f"{name} {heat:.0%}"


_NOTHING = Mark()
