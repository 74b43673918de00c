"""A layout of our own for large and for sideways maps: linear, ordered, without surprises.

Each level is a column (the text below speaks of a thesis at the left). A claim stands in the
middle of what bears on it, in the writer's order; subtrees slide together as far as their outlines
allow, after Reingold and Tilford, "Tidier Drawings of Trees" (1981), with one outline entry per
level. An outline is merged into the longer of two, so the work is linear in the number of boxes;
nothing recurses, however deep the map.

Between two columns lie, from the upper one: room for lines to bend, then a column of steps, and
one more where steps are disputed. A line leaves its box straight and bends only in that room, so
lines meet neither cards nor words. What leads against the flow bends around.

Positions are computed as (along, across): away from the thesis, and down. Points, y upwards as
in Graphviz, come at the end.
"""

from dataclasses import dataclass, field

from argmap.rendering.scene import PAD, THESIS, LINE, Box, Frame, Line, Scene, Shape, Step

BEND = 36.0  # room for lines to bend
CLEAR = 10.0  # between a step and what is next to it
SIBLING, COUSIN = 10.0, 18.0  # between boxes of one parent, of two


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node is: its middle and its size, in points."""

    x: float
    y: float
    width: float
    height: float


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """A scene with positions: nodes and steps by name, the points of each line's Bézier curves."""

    places: dict[str, Place]
    curves: dict[str, tuple[Point, ...]]
    width: float
    height: float
