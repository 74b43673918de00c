"""The visual language: how each sign looks is said here, in `cards` and `strokes`, and only there.

Claims are cards with a bar at their beginning that says what they do; the thesis is the one dark
card. A reason is a solid line with an arrow head, a counterpoint a dashed one that ends in a bar
and says "but", an explanation a dotted one with an open head that says "explains": each by line,
head and word, so that colour is never needed to tell them apart.
"""

from collections.abc import Iterator
from math import hypot

from argmap.model.overlay import Fate
from argmap.rendering.cards import Cards
from argmap.rendering.labels import font, lines_of, size
from argmap.rendering.scene import (
    BORDER,
    PAD,
    PLUS,
    SMALL,
    THESIS,
    Box,
    Frame,
    Line,
    Shape,
    Sign,
    Step,
)
from argmap.rendering.strips import marked_step
from argmap.rendering.strokes import Strokes
from argmap.rendering.text import measure
from argmap.rendering.theme import Theme
from argmap.rendering.tidy import Point


class Look:
    """One theme, and one way of standing: boxes sideways are at least `column` wide.

    `mirrored` rows run from right to left. `terse` numbers the nodes instead of naming them,
    because Graphviz repeats names with every line; their ids stay.
    """

    def __init__(
        self,
        theme: Theme,
        sideways: bool,
        column: float = 0.0,
        mirrored: bool = False,
        terse: bool = False,
    ) -> None:
        self.theme = theme
        self.sideways = sideways
        self.mirrored = mirrored
        self.terse = terse
        self.strokes = Strokes(theme)
        self.cards = Cards(theme, self.strokes.colour, sideways, column)
        grey = theme.neutral_tint
        self.tint = {
            Sign.FOR: theme.support_tint,
            Sign.AGAINST: theme.attack_tint,
            Sign.EXPLAINS: grey,
            Sign.EXCLUDES: grey,
        }
        self.handles: dict[str, str] = {}  # nodes as DOT knows them; boxes in frames with a port

    def box(self, box: Box, at: Point) -> str:
        link = _link(box.name, box.refers) if box.refers else ""
        return f"\t{self.node(box.name, at)} label=<{self.cards.card(box, link)}>]\n"

    def node(self, name: str, at: Point) -> str:
        """The beginning of a statement about a node."""
        handle = f"n{len(self.handles)}" if self.terse else f'"{name}"'
        self.handles[name] = handle
        return f'{handle} [id="{name}" pos="{at[0]:.1f},{at[1]:.1f}"'

    def frame(self, frame: Frame, at: Point) -> str:
        """One node with the cards of its boxes, a plus between them."""
        start = self.node(frame.name, at)
        cells = []
        tallest = max(box.height for box in frame.boxes)
        # In a row the cards are equally high; strips of notes stay as high as they are.
        high = 0.0 if self.sideways or not any(box.notes for box in frame.boxes) else tallest
        for box in frame.boxes[::-1] if self.mirrored else frame.boxes:
            self.handles[box.name] = f'{self.handles[frame.name]}:"{box.name}"'
            # A link, if only to itself, makes a group of its own in the SVG.
            card = self.cards.card(box, _link(box.name, box.refers or box.name), high)
            cells.append(f'<TD PORT="{box.name}">{card}</TD>')
        plus = f'<TD WIDTH="{PLUS:g}">{font("+", THESIS, self.inks(frame)[0])}</TD>'
        row = f"</TR><TR>{plus}</TR><TR>" if self.sideways else plus
        return (
            f'\t{start} label=<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="{PAD:g}" '
            f'CELLPADDING="0" STYLE="rounded" BGCOLOR="{self.inks(frame)[1]}">'
            f"<TR>{row.join(cells)}</TR></TABLE>>]\n"
        )

    def inks(self, part: Frame | Step) -> tuple[str, str]:
        """The colour and the background of what an argument draws: grey if it was removed."""
        sign = Sign.EXPLAINS if part.fate is Fate.REMOVED else part.sign
        return self.strokes.colour[sign], self.tint[sign]

    def step(self, step: Step, at: Point) -> str:
        colour, tint = self.inks(step)
        start = f"\t{self.node(step.name, at)} "
        inches = f"{step.width / 72:.3f}"
        if step.shape is Shape.POINT:
            return f'{start}shape=point width={inches} color="{colour}"]\n'
        if step.shape is Shape.JOINT:
            return (
                f"{start}shape=circle fixedsize=true width={inches} height={inches} penwidth=1.2 "
                f'style=filled fillcolor="{tint}" color="{colour}" '
                f'label="+" fontsize={THESIS:g} fontcolor="{colour}"]\n'
            )
        if step.notes or step.heat is not None:
            return f"{start}label=<{marked_step(step, colour, tint, self.theme)}>]\n"
        text = font(lines_of(step.lines), SMALL, colour)
        if step.shape is Shape.LABEL:
            table = f'BORDER="1" STYLE="rounded" COLOR="{colour}" BGCOLOR="{tint}"'
            inside = step.width - 2 * BORDER, step.height - 2 * BORDER
            cell = f'BORDER="0" CELLPADDING="3" {size(*inside, step.lines)}'
        else:
            # The page's colour behind the word lets it interrupt the line.
            table = f'BORDER="0" BGCOLOR="{self.theme.page}"'
            cell = f'CELLPADDING="2" WIDTH="{step.width:.0f}"'
        return (
            f'{start}label=<<TABLE {table} CELLSPACING="0"><TR><TD {cell}>{text}</TD></TR>'
            "</TABLE>>]\n"
        )

    def line(self, line: Line, curve: list[Point]) -> str:
        tail, head = self.handles[line.tail], self.handles[line.head]
        at_tail, at_head = line.tip == "tail", line.tip == "head"
        if line.rise < 0:
            # Written against its direction, so that for `dot` it runs as all others do.
            tail, head, at_tail, at_head = head, tail, at_head, at_tail
            curve = curve[::-1]
        drawn = self.strokes.drawn(line.sign, curve, at_tail, at_head, line.fate)
        if line.word:
            drawn += self.word(line, curve)
        if not self.terse:
            drawn += _flow(line)
        return f'\t{tail} -> {head} [id="{line.name}" {drawn}]\n'

    def word(self, line: Line, curve: list[Point]) -> str:
        """A word beside the beginning of a line."""
        (x, y), (to_x, to_y) = curve[:2]
        share = 16.0 / (hypot(to_x - x, to_y - y) or 1.0)
        x, y = x + (to_x - x) * share, y + (to_y - y) * share
        x, y = (x, y + 6.0) if self.sideways else (x + 12.0, y)
        colour = self.theme.neutral if line.fate is Fate.REMOVED else self.strokes.colour[line.sign]
        return f' label={line.word} lp="{x:.1f},{y:.1f}" fontsize={SMALL:g} fontcolor="{colour}"'

    def sample(
        self, name: str, sign: Sign, ends: tuple[Point, Point], both: bool, fate: Fate | None = None
    ) -> Iterator[str]:
        """A line of its own, between two points."""
        names = f"{name}.1", f"{name}.2"
        for end, at in zip(names, ends, strict=True):
            yield f"\t{self.node(end, at)} shape=point style=invis width=0.01]\n"
        (x, y), (to_x, _) = ends
        third = (to_x - x) / 3
        curve = [(x, y), (x + third, y), (to_x - third, y), (to_x, y)]
        drawn = self.strokes.drawn(sign, curve, both, True, fate)
        tail, head = (self.handles[end] for end in names)
        yield f'\t{tail} -> {head} [id="{name}" {drawn}]\n'

    def told(self, name: str, text: str, at: Point) -> str:
        """Small text that begins at a point."""
        width = measure(text) * SMALL
        label = font(lines_of([text]), SMALL, self.theme.faint)
        x, y = at
        start = self.node(name, (x + width / 2, y))
        return (
            f'\t{start} label=<<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
            f'<TD WIDTH="{width:.0f}" ALIGN="LEFT" BALIGN="LEFT">{label}</TD></TR></TABLE>>]\n'
        )


def _flow(line: Line) -> str:
    """What `dot` needs to know to find places of its own."""
    if line.rise == 0:
        return " constraint=false"
    return " weight=0" if line.rise < 0 or line.sign is Sign.EXCLUDES else f" minlen={line.rise}"


def _link(name: str, target: str) -> str:
    return f' ID="{name}" HREF="#{target}" TITLE=" "'
