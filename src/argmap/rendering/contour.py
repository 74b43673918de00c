"""Trees below each other, as close as their contours allow.

After Reingold and Tilford, "Tidier Drawings of Trees" (1981), with one entry per level. Two
contours are merged into the longer one, so all merges together are linear in the number of nodes.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Contour:
    """The upper and lower edge of a tree, by level, the deepest first; shifts apply to all."""

    top: list[float]
    bottom: list[float]
    top_shift: float = 0.0
    bottom_shift: float = 0.0

    def move(self, shift: float) -> None:
        self.top_shift += shift
        self.bottom_shift += shift

    def crown(self, half: float) -> None:
        """Adds a level on top: a node whose middle is at nought and that reaches `half` around."""
        self.top.append(-half - self.top_shift)
        self.bottom.append(half - self.bottom_shift)


def stacked(contours: Iterable[Contour], near: float, far: float) -> tuple[Contour, list[float]]:
    """The contour of all trees below each other, and how far each was moved down.

    `near` is kept between the first levels, `far` between all others. Takes the contours over.
    """
    above, shifts = Contour([], []), []
    for below in contours:
        if not above.top:
            above = below
            shifts.append(0.0)
            continue
        shared = min(len(above.top), len(below.top))
        edges = zip(above.bottom[-shared:], below.top[-shared:], strict=True)
        overlaps = [bottom - top for bottom, top in edges]
        overlaps[-1] += near - far
        shift = max(overlaps) + far + above.bottom_shift - below.top_shift
        shifts.append(shift)
        below.move(shift)
        if len(below.top) > len(above.top):
            change = above.top_shift - below.top_shift
            below.top[-shared:] = [edge + change for edge in above.top]
            above = below
        else:
            change = below.bottom_shift - above.bottom_shift
            above.bottom[-shared:] = [edge + change for edge in below.bottom]
    return above, shifts
