"""Where everything stands: a layout of our own, linear, in the writer's order, without surprises.

It is described here with the thesis at the left. Each level of the map is a column. A claim stands
in the middle of what bears on it, or in a large map at the head of it, so that one meets the claim
first; subtrees slide together as far as their outlines allow, after
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

from argmap.rendering.scene import PAD, Box, Frame, Line, Scene, Sign, Step, frame_size

BEND = 44.0  # room for lines to bend
CLEAR = 20.0  # between a step and what is next to it, along
OUTLINE = 30  # from so many boxes on, a claim stands beside the first of what bears on it
BULGE = 34.0  # how far the lines between theses stand out
HEADS = 12.0  # between arrow heads that arrive at one side
SIBLING, COUSIN, ROOT = 11.0, 20.0, 40.0  # between boxes of one parent, of two, of two trees

SLIDE = 1500.0  # points; wider pictures are too small to read when they are shown whole

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """Points in a plane whose y grows upwards: the middles of nodes, the curves of lines.

    `order` names the nodes as one reads: a claim, then what bears on it, branch by branch;
    `corner` is the lower left one of them all.

    A curve is a row of cubic Bézier segments (3n + 1 points); `tips` are the ends of lines that
    have an arrow head, where the head touches: (at the tail, at the head).
    """

    order: tuple[str, ...]
    corner: Point
    middles: dict[str, Point]
    curves: dict[str, list[Point]]


@dataclass(slots=True, eq=False)
class _Place:
    """A node, or a row kept free for a step. Along leads away from the thesis, across down."""

    name: str
    along: float
    across: float
    inner: dict[str, float] = field(default_factory=dict)  # its boxes: across, from its middle
    row: float = 0.0  # the least across, for the step in front of it
    depth: int = 0
    children: "list[_Place]" = field(default_factory=list)
    anchor: float = 0.0  # across, of the box under which it stands, from its parent's middle
    offset: float = 0.0  # across, of its middle from its parent's
    middle: float = 0.0  # across
    start: float = 0.0  # along


@dataclass(slots=True)
class _Outline:
    """The upper and lower edge of a tree, by level, the deepest first; shifts apply to all."""

    top: list[float]
    bottom: list[float]
    top_shift: float = 0.0
    bottom_shift: float = 0.0

    def move(self, shift: float) -> None:
        self.top_shift += shift
        self.bottom_shift += shift


def _stacked(
    places: Iterable[_Place], outlines: dict[str, _Outline], near: float, far: float
) -> _Outline | None:
    """Trees below each other, as close as they may be: sets `offset`, returns the outline of all.

    `near` is kept between the first levels, `far` between all others.
    """
    above: _Outline | None = None
    for place in places:
        below = outlines.pop(place.name)
        if above is None:
            above = below
            continue
        shared = min(len(above.top), len(below.top))
        gaps = zip(above.bottom[-shared:], below.top[-shared:], strict=True)
        overlaps = [bottom - top for bottom, top in gaps]
        overlaps[-1] += near - far
        shift = max(overlaps) + far + above.bottom_shift - below.top_shift
        place.offset = shift
        below.move(shift)
        if len(below.top) > len(above.top):
            change = above.top_shift - below.top_shift
            below.top[-shared:] = [edge + change for edge in above.top]
            above = below
        else:
            change = below.bottom_shift - above.bottom_shift
            above.bottom[-shared:] = [edge + change for edge in below.bottom]
    return above


def fitting_side(scene: Scene) -> str:
    """Up while the picture is no wider than a slide; then sideways, from where reading begins."""
    boxes = scene.boxes
    # One level alone may be too wide: no need to lay out thousands of boxes to see it.
    if sum(box.width for box in boxes) < 20 * SLIDE:
        across = [x for x, _ in place(scene, "up", 0.0).middles.values()]
        if max(across, default=0.0) - min(across, default=0.0) <= SLIDE:
            return "up"
    return "right" if scene.rtl else "left"


def place(scene: Scene, side: str, column: float) -> Placement:
    """The scene with the thesis at `side`; boxes are at least `column` wide."""
    return _Layout(scene, side in ("left", "right"), column).placement(side)


class _Layout:
    def __init__(self, scene: Scene, sideways: bool, column: float) -> None:
        self.scene = scene
        self.sideways = sideways
        self.column = column
        self.outline = sideways and len(scene.boxes) > OUTLINE
        self.steps = {step.name: step for step in scene.steps}
        self.into: dict[str, list[Line]] = {}
        for line in scene.lines:
            self.into.setdefault(line.head, []).append(line)
        self.heads = {line.tail: line.head for line in scene.lines if line.tail in self.steps}
        self.nodes: dict[str, _Place] = {}  # by node, and by box for boxes in frames
        self.extents: dict[str, float] = {}  # across, of boxes
        self.use: dict[str, str] = {}  # the argument under which a node stands
        for node in scene.nodes:
            made = self.node(node)
            boxes = node.boxes if isinstance(node, Frame) else (node,)
            for box in boxes:
                self.extents[box.name] = box.height if sideways else max(box.width, column)
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

    def placement(self, side: str) -> Placement:
        order = self.grown()
        self.stack(order)
        self.columns(order)
        self.put_steps()
        nodes = [place for place in order if place.name in self.use]
        points = {node.name: (node.start + node.along / 2, node.middle) for node in nodes}
        corners = [
            self.turned((along, node.middle + across), side)
            for node in nodes
            for along, across in (
                (node.start, -node.across / 2),
                (node.start + node.along, node.across / 2),
            )
        ]
        names = tuple(points)
        points.update(self.step_at)
        return Placement(
            names,
            (min(x for x, _ in corners), min(y for _, y in corners)) if corners else (0.0, 0.0),
            {name: self.turned(point, side) for name, point in points.items()},
            {name: [self.turned(point, side) for point in curve] for name, curve in self.curves()},
        )

    def turned(self, point: Point, side: str) -> Point:
        """A point (along, across) as (x, y) with the thesis at `side`."""
        along, across = point
        # Adding nothing turns minus nothing into nothing, which is shorter to write.
        if self.sideways:
            return (along if side == "left" else -along) + 0.0, 0.0 - across
        if self.scene.rtl:
            across = 0.0 - across
        return across, (0.0 - along if side == "up" else along)

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

    def grown(self) -> list[_Place]:
        """The trees, parents before their children; `children` in the writer's order."""
        order: list[_Place] = []
        self.roots = [self.nodes[node.name] for node in self.scene.nodes if not self.use[node.name]]
        self.rows: dict[str, list[_Place]] = {}  # the nodes in whose rows a step stands
        stack = self.roots[::-1]
        while stack:
            place = stack.pop()
            order.append(place)
            place.children = list(dict.fromkeys(self.below(place)))
            for child in place.children:
                child.depth = place.depth + 1
            stack.extend(reversed(place.children))
        return order

    def below(self, place: _Place) -> Iterator[_Place]:
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
                    row = [_Place(step.name, 0.0, self.size(step)[1] + 4.0, anchor=anchor)]
                    yield row[0]
                elif len(row) == 1:
                    row[0].row = self.size(step)[1] + 4.0
                self.rows[step.name] = row
                work.extend(reversed(inputs))

    def between_theses(self, step: Step) -> bool:
        """Whether two theses exclude each other: that is said beside them."""
        if step.sign is not Sign.EXCLUDES:
            return False
        ends = (self.into[step.name][0].tail, self.heads[step.name])
        return not any(self.use[self.nodes[end].name] for end in ends)

    def stack(self, order: list[_Place]) -> None:
        """Where each node stands across."""
        outlines: dict[str, _Outline] = {}
        for place in reversed(order):
            half = max(place.across, place.row) / 2
            outline = _stacked(place.children, outlines, SIBLING, COUSIN)
            if outline is None:
                outline = _Outline([], [])
            else:
                first, last = place.children[0], place.children[-1]
                middle = first.offset - first.anchor
                if not self.outline:
                    middle = (middle + last.offset - last.anchor) / 2
                for child in place.children:
                    child.offset -= middle
                outline.move(-middle)
            outline.top.append(-half - outline.top_shift)
            outline.bottom.append(half - outline.bottom_shift)
            outlines[place.name] = outline
        _stacked(self.roots, outlines, ROOT, ROOT)
        for root in self.roots:
            root.middle = root.offset
        for place in order:
            for child in place.children:
                child.middle = place.middle + child.offset

    def columns(self, order: list[_Place]) -> None:
        """Where each column begins, its boxes and its steps."""
        depths = 1 + max((place.depth for place in order), default=0)
        widths = [0.0] * depths
        for place in order:
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
        for place in order:
            place.start = starts[place.depth] - self.margin(place)

    def margin(self, place: _Place) -> float:
        """What a frame adds around its boxes, which are flush with those without one."""
        return PAD if len(place.inner) > 1 else 0.0

    def put_steps(self) -> None:
        self.step_at: dict[str, Point] = {}
        bulge = 0.0
        for step in self.scene.steps:
            if self.between_theses(step):
                ends = (self.into[step.name][0].tail, self.heads[step.name])
                bulge += BULGE
                middle = sum(map(self.middle, ends)) / 2
                self.step_at[step.name] = (-bulge, middle)
                continue
            row = self.rows[step.name]
            across = sum(place.middle for place in row) / len(row)
            depth = self.step_depth[step.name]
            along, first = self.ends[depth] + BEND, self.first_row[depth]
            if step.name in self.disputing:
                along += first + CLEAR + self.second_row[depth] / 2
            else:
                along += first / 2
            self.step_at[step.name] = (along, across)

    def curves(self) -> Iterator[tuple[str, list[Point]]]:
        """The lines, by name: from their tails to where their heads touch."""
        begins: dict[str, Point] = {}
        leaving: dict[str, int] = {}
        arriving: dict[str, list[tuple[float, str]]] = {}
        beside = {step.name for step in self.scene.steps if self.between_theses(step)}
        for line in self.scene.lines:
            if line.tail in beside or line.head in beside:
                yield line.name, self.between(line)
                continue
            begins[line.name] = self.begin(line, leaving)
            if line.head in self.nodes:
                arriving.setdefault(line.head, []).append((begins[line.name][1], line.name))
        slots: dict[str, float] = {}
        for box, lines in arriving.items():
            # Heads stand apart along the side at which they arrive, in the order of their rows.
            lines.sort()
            apart = min(HEADS, (self.extents[box] - 16.0) / max(1, len(lines) - 1))
            for at, (_, name) in enumerate(lines):
                slots[name] = self.middle(box) + (at - (len(lines) - 1) / 2) * apart
        for line in self.scene.lines:
            begin = begins.get(line.name)
            if begin is None:
                continue
            if line.head in self.steps:
                yield line.name, self.to_step(line, begin)
            else:
                yield line.name, self.to_box(line, begin, slots[line.name])

    def between(self, line: Line) -> list[Point]:
        """A line between a thesis and the word beside it that two theses exclude each other."""
        step = line.head if line.head in self.steps else line.tail
        thesis = line.tail if step == line.head else line.head
        (along, across), middle = self.step_at[step], self.middle(thesis)
        half = self.size(self.steps[step])[1] / 2
        begin = (self.sides(thesis)[0], middle)
        end = (along, across + (half if middle > across else -half))
        curve = [begin, (along, middle), (along, middle), end]
        return curve if thesis == line.tail else curve[::-1]

    def turns(self, line: Line) -> bool:
        """Whether a line comes from a box that stands no further out than where it leads."""
        if line.tail in self.steps or self.own(line):
            return False
        steps, nodes = self.step_depth, self.nodes
        head = steps[line.head] if line.head in steps else nodes[line.head].depth
        return nodes[line.tail].depth <= head

    def begin(self, line: Line, leaving: dict[str, int]) -> Point:
        if line.tail in self.steps:
            along, across = self.step_at[line.tail]
            return along - self.size(self.steps[line.tail])[0] / 2, across
        start, end = self.sides(line.tail)
        middle = self.middle(line.tail)
        if self.own(line):
            return start, middle
        # Further lines leave beside the one that a box has for itself.
        count = leaving[line.tail] = leaving.get(line.tail, 0) + 1
        half = self.extents.get(line.tail, self.nodes[line.tail].across) / 2
        return (end if self.turns(line) else start), middle + min(half - 5.0, 9.0 * count)

    def to_box(self, line: Line, begin: Point, across: float) -> list[Point]:
        depth = self.nodes[line.head].depth
        start, end = self.sides(line.head)
        if not self.turns(line):
            bend = (self.ends[depth] + BEND, begin[1])
            goal = (end, across)
            if begin[0] <= bend[0]:
                return _bent(begin, goal)
            return _straight(begin, bend) + _bent(bend, goal)[1:]
        if self.nodes[line.tail].depth == depth:
            out = max(begin[0], end) + BEND
            return [begin, (out, begin[1]), (out, across), (end, across)]
        goal = (start, self.middle(line.head) + min(9.0, self.extents[line.head] / 2 - 5.0))
        bend = (self.ends[self.nodes[line.tail].depth] + BEND, goal[1])
        return _bent(begin, bend) + _straight(bend, goal)[1:]

    def to_step(self, line: Line, begin: Point) -> list[Point]:
        step = self.steps[line.head]
        along, across = self.step_at[line.head]
        wide, high = self.size(step)
        if line.id != step.id and abs(begin[1] - across) > high / 2:
            # What disputes a step ends at its long side.
            edge = across + (high / 2 if begin[1] > across else -high / 2)
            return [begin, (along, begin[1]), (along, begin[1]), (along, edge)]
        goal = (along + wide / 2, across)
        if self.turns(line):
            out = max(begin[0], goal[0]) + BEND
            return [begin, (out, begin[1]), (out, across), goal]
        return _bent(begin, goal)


def _straight(begin: Point, end: Point) -> list[Point]:
    (x, y), (to_x, to_y) = begin, end
    dx, dy = (to_x - x) / 3, (to_y - y) / 3
    return [begin, (x + dx, y + dy), (to_x - dx, to_y - dy), end]


def _bent(begin: Point, end: Point) -> list[Point]:
    """From `begin` to `end`, leaving and arriving along."""
    middle = (begin[0] + end[0]) / 2
    return [begin, (middle, begin[1]), (middle, end[1]), end]
