"""Where everything stands: a layout of our own, linear, in the writer's order, without surprises.

It is described here with the thesis at the left. Each level of the map is a column. A claim stands
in the middle of what bears on it; subtrees slide together as far as their outlines allow, after
Reingold and Tilford, "Tidier Drawings of Trees" (1981), with one entry per level in an outline.
Outlines are merged into the longer of two, so the work is linear in the number of boxes, and
nothing recurses, however deep the map.

Between two columns there is, from the left: room in which lines bend, a column of steps, and one
more for what disputes steps. A line leaves its box straight, through its own step, and bends in
that room only, so that it meets neither cards nor words. Lines from a claim that stands elsewhere
go to a free row kept for their step, or bend around.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.rendering.scene import PAD, Box, Frame, Line, Scene, Shape, Step, frame_size

BEND = 40.0  # room for lines to bend
CLEAR = 12.0  # around a step, along its line
SIBLING, COUSIN, ROOT = 11.0, 20.0, 40.0  # between boxes of one parent, of two, of two trees

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """Points in a plane whose y grows upwards: the middles of nodes, the curves of lines.

    A curve is a row of cubic Bézier segments (3n + 1 points); `tips` are the ends of lines that
    have an arrow head, where the head touches: (at the tail, at the head).
    """

    middles: dict[str, Point]
    curves: dict[str, list[Point]]


@dataclass(slots=True)
class _Place:
    """A node or a row kept free, while it is placed. Across grows downwards, along to the right."""

    name: str
    along: float
    across: float
    depth: int = 0
    children: "list[_Place]" = field(default_factory=list)
    step: str = ""  # the step in front of it, on its row
    offset: float = 0.0  # across, against the parent
    middle: float = 0.0  # across
    start: float = 0.0  # along
    inner: dict[str, float] = field(default_factory=dict)  # boxes in a frame: across, against it


def place(scene: Scene, side: str, column: float) -> Placement:
    """The scene with the thesis at `side`; boxes are at least `column` wide."""
    return _Layout(scene, side in ("left", "right"), column).placement(side)


class _Layout:
    def __init__(self, scene: Scene, sideways: bool, column: float) -> None:
        self.scene = scene
        self.sideways = sideways
        self.column = column
        self.steps = {step.name: step for step in scene.steps}
        self.into: dict[str, list[Line]] = {}
        for line in scene.lines:
            self.into.setdefault(line.head, []).append(line)
        self.nodes: dict[str, _Place] = {}  # by node, and by box for boxes in frames
        self.use: dict[str, str] = {}  # the argument under which a node stands
        for node in scene.nodes:
            made = self.node(node)
            boxes = node.boxes if isinstance(node, Frame) else (node,)
            self.use[made.name] = boxes[0].use
            self.nodes[made.name] = made
            for box in boxes:
                self.nodes[box.name] = made

    def node(self, node: Box | Frame) -> _Place:
        if isinstance(node, Box):
            width = max(node.width, self.column)
            along, across = (width, node.height) if self.sideways else (node.height, width)
            return _Place(node.name, along, across, inner={node.name: 0.0})
        width, height, middles = frame_size(node, self.sideways, self.column)
        along, across = (width, height) if self.sideways else (height, width)
        inner = {box.name: at for box, at in zip(node.boxes, middles, strict=True)}
        return _Place(node.name, along, across, inner=inner)

    def size(self, step: Step) -> Point:
        return (step.width, step.height) if self.sideways else (step.height, step.width)
