"""Where everything stands: a layout of our own, linear, in the writer's order, without surprises.

It is described here with the thesis at the left. Each level of the map is a column. A claim stands
in the middle of what bears on it, or in a large map at the head of it, so that one meets the claim
first; subtrees slide together as far as they can (see `contour`). Nothing recurses, however deep
the map.

Between two columns there is, from the left: room in which lines bend, a column of steps, and one
more for what disputes steps. A step stands in the row of its premise; one whose premises all stand
elsewhere has a row of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.rendering.contour import Contour, stacked
from argmap.rendering.scene import PAD, Box, Frame, Line, Scene, Sign, Step, frame_size

BEND = 44.0  # room for lines to bend
CLEAR = 20.0  # between a step and what is next to it, along
OUTLINE = 30  # from so many boxes on, a claim stands beside the first of what bears on it
BULGE = 44.0  # between the lines that join theses, which stand out beside them
SIBLING, COUSIN, ROOT = 11.0, 20.0, 40.0  # between boxes of one parent, of two, of two trees

Point = tuple[float, float]


@dataclass(slots=True, eq=False)
class Place:
    """A node, or a row kept free for a step. Along leads away from the thesis, across down."""

    name: str
    along: float
    across: float
    inner: dict[str, float] = field(default_factory=dict)  # its boxes: across, from its middle
    row: float = 0.0  # the least across, for the step in front of it
    depth: int = 0
    children: "list[Place]" = field(default_factory=list)
    anchor: float = 0.0  # across, of the box under which it stands, from its parent's middle
    offset: float = 0.0  # across, of its middle from its parent's
    middle: float = 0.0  # across
    start: float = 0.0  # along


class Layout:
    """A scene whose nodes and steps have places.

    Attributes:
        order: the nodes, and the rows kept free, as one reads; parents before their children.
        nodes: by their names; for boxes in frames, their frames.
        extents: the size of each box across.
        ends: where the column of each level ends, along.
        step_at: the middle of each step (along, across).
    """

    def __init__(self, scene: Scene, sideways: bool, column: float) -> None:
        self.scene = scene
        self.sideways = sideways
        self.column = column
        self.outlined = sideways and len(scene.boxes) > OUTLINE
        self.steps = {step.name: step for step in scene.steps}
        self.into: dict[str, list[Line]] = {}
        for line in scene.lines:
            self.into.setdefault(line.head, []).append(line)
        self.heads = {line.tail: line.head for line in scene.lines if line.tail in self.steps}
        self.nodes: dict[str, Place] = {}  # by node, and by box for boxes in frames
        self.extents: dict[str, float] = {}  # across, of boxes
        self.use: dict[str, str] = {}  # the argument under which a node stands
        for node in scene.nodes:
            made = self.node(node)
            boxes = node.boxes if isinstance(node, Frame) else (node,)
            self.use[made.name] = boxes[0].use
            self.nodes[made.name] = made
            for box in boxes:
                self.extents[box.name] = box.height if sideways else max(box.width, column)
                self.nodes[box.name] = made
        self.order = self.grown()
        self.stack()
        self.columns()
        self.put_steps()

    def node(self, node: Box | Frame) -> Place:
        if isinstance(node, Box):
            width = max(node.width, self.column)
            along, across = (width, node.height) if self.sideways else (node.height, width)
            return Place(node.name, along, across, inner={node.name: 0.0})
        width, height, middles = frame_size(node, self.sideways, self.column)
        along, across = (width, height) if self.sideways else (height, width)
        inner = {box.name: at for box, at in zip(node.boxes, middles, strict=True)}
        return Place(node.name, along, across, inner=inner)

    def size(self, step: Step) -> Point:
        return (step.width, step.height) if self.sideways else (step.height, step.width)

    def middle(self, name: str) -> float:
        """Across, of a node or a box."""
        node = self.nodes[name]
        return node.middle + node.inner.get(name, 0.0)

    def sides(self, name: str) -> Point:
        """Along, of a node or of the node of a box: where it begins and ends."""
        node = self.nodes[name]
        return node.start, node.start + node.along

    def own(self, line: Line) -> bool:
        """Whether what the line comes from stands under what it leads to."""
        node = self.nodes.get(line.tail)
        return node is not None and self.use[node.name] == line.id

    def grown(self) -> list[Place]:
        """The trees, parents before their children; `children` in the writer's order."""
        order: list[Place] = []
        self.roots = [self.nodes[node.name] for node in self.scene.nodes if not self.use[node.name]]
        self.rows: dict[str, list[Place]] = {}  # the nodes in whose rows a step stands
        stack = self.roots[::-1]
        while stack:
            place = stack.pop()
            order.append(place)
            place.children = list(dict.fromkeys(self.below(place)))
            for child in place.children:
                child.depth = place.depth + 1
            stack.extend(reversed(place.children))
        return order

    def below(self, place: Place) -> Iterator[Place]:
        """What stands under a node: the premises of each argument, then what disputes its step."""
        for box, anchor in place.inner.items():
            work = self.into.get(box, [])[::-1]
            while work:
                line = work.pop()
                step = self.steps.get(line.tail)
                if step is None:
                    if self.own(line):
                        child = self.nodes[line.tail]
                        child.anchor = anchor
                        yield child
                    continue
                inputs = self.into.get(step.name, [])
                if self.between_theses(step):
                    continue
                row = [
                    self.nodes[line.tail]
                    for line in inputs
                    if line.id == step.id and self.own(line)
                ]
                if not row:
                    row = [Place(step.name, 0.0, self.size(step)[1] + 4.0, anchor=anchor)]
                    yield row[0]
                elif len(row) == 1:
                    row[0].row = self.size(step)[1] + 4.0
                self.rows[step.name] = row
                work.extend(reversed(inputs))

    def between_theses(self, step: Step) -> bool:
        """Whether two theses exclude each other: that is said beside them."""
        if step.sign is not Sign.EXCLUDES:
            return False
        return not any(self.use[self.nodes[end].name] for end in self.exclusive(step))

    def exclusive(self, step: Step) -> tuple[str, str]:
        """The names of the two boxes that a step says exclude each other."""
        return self.into[step.name][0].tail, self.heads[step.name]

    def stack(self) -> None:
        """Where each node stands across."""
        contours: dict[str, Contour] = {}
        for place in reversed(self.order):
            children = place.children
            below = (contours.pop(child.name) for child in children)
            contour, shifts = stacked(below, SIBLING, COUSIN)
            if children:
                middle = shifts[0] - children[0].anchor
                if not self.outlined:
                    middle = (middle + shifts[-1] - children[-1].anchor) / 2
                for child, shift in zip(children, shifts, strict=True):
                    child.offset = shift - middle
                contour.move(-middle)
            contour.crown(max(place.across, place.row) / 2)
            contours[place.name] = contour
        _, shifts = stacked((contours.pop(root.name) for root in self.roots), ROOT, ROOT)
        for root, shift in zip(self.roots, shifts, strict=True):
            root.middle = shift
        for place in self.order:
            for child in place.children:
                child.middle = place.middle + child.offset

    def columns(self) -> None:
        """Where each column begins, its boxes and its steps."""
        depths = 1 + max((place.depth for place in self.order), default=0)
        widths = [0.0] * depths
        for place in self.order:
            widths[place.depth] = max(widths[place.depth], place.along - 2 * self.margin(place))
        self.first_row, self.second_row = [0.0] * depths, [0.0] * depths
        self.step_depth: dict[str, int] = {}
        self.disputing = {
            line.tail
            for line in self.scene.lines
            if line.tail in self.steps and line.head in self.steps
        }
        for step in self.scene.steps:
            head = self.heads[step.name]
            depth = self.step_depth.get(head, 0) if head in self.steps else self.nodes[head].depth
            self.step_depth[step.name] = depth
            row = self.second_row if step.name in self.disputing else self.first_row
            row[depth] = max(row[depth], self.size(step)[0])
        self.ends: list[float] = []
        start = 0.0
        starts = []
        for width, first, second in zip(widths, self.first_row, self.second_row, strict=True):
            starts.append(start)
            self.ends.append(start + width)
            start += width + BEND + sum(size + CLEAR for size in (first, second) if size)
        for place in self.order:
            place.start = starts[place.depth] - self.margin(place)

    def margin(self, place: Place) -> float:
        """What a frame adds around its boxes, which are flush with those without one."""
        return PAD if len(place.inner) > 1 else 0.0

    def put_steps(self) -> None:
        self.step_at: dict[str, Point] = {}
        beside: list[tuple[float, float, str]] = []
        for step in self.scene.steps:
            if step.name in self.rows:
                row = self.rows[step.name]
                depth, across = self.step_depth[step.name], sum(p.middle for p in row) / len(row)
                along, first = self.ends[depth] + BEND, self.first_row[depth]
                if step.name in self.disputing:
                    along += first + CLEAR + self.second_row[depth] / 2
                else:
                    along += first / 2
                self.step_at[step.name] = (along, across)
            else:
                one, other = map(self.middle, self.exclusive(step))
                beside.append((abs(one - other), (one + other) / 2, step.name))
        # The longest line farthest out, so that lines between theses do not cross.
        for count, (_, across, name) in enumerate(sorted(beside), 1):
            self.step_at[name] = (-count * BULGE, across)
