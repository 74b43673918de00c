"""Marks on a map: what one part of the program wants another to show, keyed by id.

An overlay never changes a map. Who makes one knows nothing of pictures; who draws one knows nothing
of where it came from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands at one claim or argument.

    Attributes:
        badges: short texts, each a line or part of a line: "2 comments", "straw man ×3".
        heat: 0 (cold) to 1 (hot), or None where there is nothing to tint for.
        note: more of it, for who points at the claim; lines end with a line feed.
    """

    badges: tuple[str, ...] = ()
    heat: float | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Overlay:
    """Marks by the id of a claim or an argument.

    Attributes:
        title: what the marks are, for the legend: "Notes of 5 annotators".
        heat: what heat means: its name and its two ends, such as ("disagreement", "none", "full").
    """

    marks: Mapping[str, Mark] = field(default_factory=dict)
    title: str = ""
    heat: tuple[str, str, str] | None = None
