"""Lines as they look: colour, stroke and head of each sign."""

from math import hypot

from argmap.model.overlay import Fate
from argmap.rendering.scene import Sign
from argmap.rendering.theme import Theme
from argmap.rendering.tidy import Point

ARROW = 0.7  # size of arrow heads

_STROKES = {
    Sign.AGAINST: "style=dashed penwidth=1.6",
    Sign.EXPLAINS: "style=dotted penwidth=1.6",
    Sign.EXCLUDES: "style=solid penwidth=1.2",
}
_TIPS = {Sign.FOR: "normal", Sign.AGAINST: "tee", Sign.EXPLAINS: "vee", Sign.EXCLUDES: "tee"}

#: How long Graphviz draws them: 10 points, of which a tee takes a quarter.
_TIP_LENGTHS = {"normal": 10 * ARROW, "vee": 10 * ARROW, "tee": 2.5 * ARROW}


class Strokes:
    """The lines of one theme."""

    def __init__(self, theme: Theme) -> None:
        grey = theme.neutral
        self.colour = {
            Sign.FOR: theme.support,
            Sign.AGAINST: theme.attack,
            Sign.EXPLAINS: grey,
            Sign.EXCLUDES: grey,
        }
        #: A reason is what most lines are: its look is that of all lines that say nothing else.
        self.common = {
            "color": self.colour[Sign.FOR],
            "penwidth": "1.4",
            "arrowhead": _TIPS[Sign.FOR],
            "arrowsize": f"{ARROW}",
        }
        self._stroke = {
            sign: f'color="{self.colour[sign]}" {stroke} ' for sign, stroke in _STROKES.items()
        }
        self._stroke[Sign.FOR] = ""
        self._faded = f'color="{grey}" style=dashed penwidth=0.9 '  # what was removed

    def drawn(
        self, sign: Sign, curve: list[Point], at_tail: bool, at_head: bool, fate: Fate | None = None
    ) -> str:
        """A line's colour, stroke, heads and points; `curve` ends where the heads touch."""
        tip, places, heads = _TIPS[sign], "", ""
        if at_tail:
            places += f"s,{curve[0][0]:.1f},{curve[0][1]:.1f} "
            curve = [_before(curve[1], curve[0], _TIP_LENGTHS[tip]), *curve[1:]]
            heads += f"arrowtail={tip} dir={'both' if at_head else 'back'} "
        if at_head:
            places += f"e,{curve[-1][0]:.1f},{curve[-1][1]:.1f} "
            curve = [*curve[:-1], _before(curve[-2], curve[-1], _TIP_LENGTHS[tip])]
            if sign is not Sign.FOR:
                heads += f"arrowhead={tip} "
        elif not at_tail:
            heads += "dir=none "
        places += " ".join([f"{x:.1f},{y:.1f}" for x, y in curve])
        stroke = self._faded if fate is Fate.REMOVED else self._stroke[sign]
        if fate is Fate.ADDED:
            stroke += "penwidth=2.8 "  # the last one counts
        return f'{stroke}{heads}pos="{places}"'


def _before(control: Point, end: Point, length: float) -> Point:
    """The point `length` before the end of a curve, where its arrow head begins."""
    dx, dy = end[0] - control[0], end[1] - control[1]
    share = length / (hypot(dx, dy) or 1.0)
    return end[0] - dx * share, end[1] - dy * share
