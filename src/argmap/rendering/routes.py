"""How lines run: straight out of their box, through their own step, then bending once.

They bend only in the room left for it beside each column, so they meet neither cards nor words.
"""

from collections.abc import Iterator

from argmap.rendering.scene import Line
from argmap.rendering.tidy import BEND, Layout, Point

HEADS = 12.0  # between arrow heads that arrive at one side


def routes(layout: Layout) -> Iterator[tuple[str, list[Point]]]:
    """The lines by name, from their tails to where their heads touch: Bézier curves, end to end.

    Points are (along, across); a curve of n segments has 3n + 1.
    """
    begins: dict[str, Point] = {}
    leaving: dict[str, int] = {}
    arriving: dict[str, list[tuple[float, str]]] = {}
    disputing: dict[tuple[str, int], list[tuple[float, str]]] = {}
    beside = {step.name for step in layout.scene.steps if layout.between_theses(step)}
    for line in layout.scene.lines:
        if line.tail in beside or line.head in beside:
            yield line.name, _between_theses(layout, line)
            continue
        begins[line.name] = _begin(layout, line, leaving)
        if line.head in layout.nodes:
            arriving.setdefault(line.head, []).append((begins[line.name][1], line.name))
        elif side := _side(layout, line, begins[line.name]):
            far = side * begins[line.name][1]
            disputing.setdefault((line.head, side), []).append((far, line.name))
    slots: dict[str, float] = {}
    for box, lines in arriving.items():
        # Heads stand apart along the side at which they arrive, in the order of their rows.
        lines.sort()
        apart = min(HEADS, (layout.extents[box] - 16.0) / max(1, len(lines) - 1))
        for at, (_, name) in enumerate(lines):
            slots[name] = layout.middle(box) + (at - (len(lines) - 1) / 2) * apart
    turns: dict[str, float] = {}
    for (step, _), lines in disputing.items():
        # What comes from farther away turns later, so that no line crosses another.
        lines.sort()
        room = 0.8 * layout.size(layout.steps[step])[0]
        apart = min(HEADS, room / max(1, len(lines) - 1))
        for at, (_, name) in enumerate(lines):
            turns[name] = layout.step_at[step][0] + ((len(lines) - 1) / 2 - at) * apart
    for line in layout.scene.lines:
        if line.name in slots:
            yield line.name, _to_box(layout, line, begins[line.name], slots[line.name])
        elif line.name in begins:
            yield line.name, _to_step(layout, line, begins[line.name], turns.get(line.name))


def _begin(layout: Layout, line: Line, leaving: dict[str, int]) -> Point:
    if line.tail in layout.steps:
        along, across = layout.step_at[line.tail]
        return along - layout.size(layout.steps[line.tail])[0] / 2, across
    start, middle = layout.sides(line.tail)[0], layout.middle(line.tail)
    if layout.own(line):
        return start, middle
    # Further lines leave beside the one that a box has for itself.
    count = leaving[line.tail] = leaving.get(line.tail, 0) + 1
    return start, middle + min(layout.extents[line.tail] / 2 - 5.0, 9.0 * count)


def _to_box(layout: Layout, line: Line, begin: Point, across: float) -> list[Point]:
    bend = (layout.ends[layout.nodes[line.head].depth] + BEND, begin[1])
    goal = (layout.sides(line.head)[1], across)
    if begin[0] <= bend[0]:
        return _bent(begin, goal)
    return _straight(begin, bend) + _bent(bend, goal)[1:]


def _side(layout: Layout, line: Line, begin: Point) -> int:
    """The long side of a step at which what disputes it ends: below (1), above (-1), neither."""
    across, high = layout.step_at[line.head][1], layout.size(layout.steps[line.head])[1]
    if line.id == layout.steps[line.head].id or abs(begin[1] - across) <= high / 2:
        return 0
    return 1 if begin[1] > across else -1


def _to_step(layout: Layout, line: Line, begin: Point, turn: float | None) -> list[Point]:
    along, across = layout.step_at[line.head]
    wide, high = layout.size(layout.steps[line.head])
    if turn is not None:
        edge = across + _side(layout, line, begin) * high / 2
        return [begin, (turn, begin[1]), (turn, begin[1]), (turn, edge)]
    return _bent(begin, (along + wide / 2, across))


def _between_theses(layout: Layout, line: Line) -> list[Point]:
    """A line between a thesis and the word beside it that two theses exclude each other."""
    step = line.head if line.head in layout.steps else line.tail
    thesis = line.tail if step == line.head else line.head
    (along, across), middle = layout.step_at[step], layout.middle(thesis)
    half = layout.size(layout.steps[step])[1] / 2
    end = (along, across + (half if middle > across else -half))
    curve = [(layout.sides(thesis)[0], middle), (along, middle), (along, middle), end]
    return curve if thesis == line.tail else curve[::-1]


def _straight(begin: Point, end: Point) -> list[Point]:
    (x, y), (to_x, to_y) = begin, end
    dx, dy = (to_x - x) / 3, (to_y - y) / 3
    return [begin, (x + dx, y + dy), (to_x - dx, to_y - dy), end]


def _bent(begin: Point, end: Point) -> list[Point]:
    """From `begin` to `end`, leaving and arriving along."""
    middle = (begin[0] + end[0]) / 2
    return [begin, (middle, begin[1]), (middle, end[1]), end]
