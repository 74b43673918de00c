"""The visual language: how each sign looks is said here, and only here.

Claims are cards with a bar at their beginning that says what they do; the thesis is the one dark
card. A reason is a solid line with an arrow head, a counterpoint a dashed one that ends in a bar
and says "but", an explanation a dotted one with an open head that says "explains": each by line,
head and word, so that colour is never needed to tell them apart.
"""

from collections.abc import Iterator
from math import ceil, hypot

from argmap.model.overlay import Fate
from argmap.rendering.fates import colours
from argmap.rendering.labels import FONT, font, lines_of, size
from argmap.rendering.scene import (
    BAR,
    BORDER,
    HEAT_BAR,
    LINE,
    PAD,
    PLUS,
    SMALL,
    TEXT,
    THESIS,
    Box,
    Frame,
    Line,
    Shape,
    Sign,
    Step,
    foot,
)
from argmap.rendering.strips import foot_of, marked_step
from argmap.rendering.text import measure
from argmap.rendering.theme import Theme
from argmap.rendering.tidy import Point
from argmap.rendering.wording import dressed

ARROW = 0.7  # size of arrow heads

_STROKES = {
    Sign.AGAINST: "style=dashed penwidth=1.6",
    Sign.EXPLAINS: "style=dotted penwidth=1.6",
    Sign.EXCLUDES: "style=solid penwidth=1.2",
}
_TIPS = {Sign.FOR: "normal", Sign.AGAINST: "tee", Sign.EXPLAINS: "vee", Sign.EXCLUDES: "tee"}

#: How long Graphviz draws them: 10 points, of which a tee takes a quarter.
_TIP_LENGTHS = {"normal": 10 * ARROW, "vee": 10 * ARROW, "tee": 2.5 * ARROW}


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
        self.column = column
        self.mirrored = mirrored
        self.terse = terse
        grey, tint = theme.neutral, theme.neutral_tint
        self.colour = {
            Sign.FOR: theme.support,
            Sign.AGAINST: theme.attack,
            Sign.EXPLAINS: grey,
            Sign.EXCLUDES: grey,
        }
        self.tint = {
            Sign.FOR: theme.support_tint,
            Sign.AGAINST: theme.attack_tint,
            Sign.EXPLAINS: tint,
            Sign.EXCLUDES: tint,
        }
        self.stroke = {
            sign: f'color="{self.colour[sign]}" {stroke} ' for sign, stroke in _STROKES.items()
        }
        #: A reason is what most lines are: its look is that of all lines that say nothing else.
        self.common = {
            "color": self.colour[Sign.FOR],
            "penwidth": "1.4",
            "arrowhead": _TIPS[Sign.FOR],
            "arrowsize": f"{ARROW}",
        }
        self.stroke[Sign.FOR] = ""
        self.faded = f'color="{grey}" style=dashed penwidth=0.9 '  # what was removed
        self.handles: dict[str, str] = {}  # nodes as DOT knows them; boxes in frames with a port

    def box(self, box: Box, at: Point) -> str:
        link = _link(box.name, box.refers) if box.refers else ""
        return f"\t{self.node(box.name, at)} label=<{self.card(box, link)}>]\n"

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
            card = self.card(box, _link(box.name, box.refers or box.name), high)
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
        return self.colour[sign], self.tint[sign]

    def card(self, box: Box, link: str, high: float = 0.0) -> str:
        """The label of a claim, at least so high."""
        theme = self.theme
        fill, ink, faint, border = theme.card, "", theme.faint, theme.border
        points, face = TEXT, ""
        if box.thesis:
            fill, ink, faint, border = (
                theme.thesis,
                theme.thesis_ink,
                theme.thesis_faint,
                theme.thesis,
            )
            points, face = THESIS, f"{FONT}-Bold"
        elif box.implicit:
            face = f"{FONT}-Oblique"
        if box.aside or box.refers:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.border
        signs = [self.colour[sign] for sign in box.signs] or [border]
        gone = box.fate is Fate.REMOVED
        if gone:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.faint
            signs = [theme.neutral] * len(signs)
        elif box.fate and not box.refers:
            border, _ = colours(box.fate, theme)
        bars = [f'<TD WIDTH="{BAR:g}" BGCOLOR="{colour}"></TD>' for colour in signs]
        if box.heat is not None:
            tint = theme.tint(box.heat)
            if box.dark:
                bar = f'<TD WIDTH="{HEAT_BAR:g}" BGCOLOR="{tint}"></TD>'
                bars = [*bars, bar] if box.rtl else [bar, *bars]
            else:
                fill, faint = tint, theme.legible(faint, tint)
                ink = ink and theme.legible(ink, tint)
        width = max(box.width, self.column) - box.bars - 2 * box.rim
        side = "RIGHT" if box.rtl else "LEFT"
        at = f'ALIGN="{side}" BALIGN="{side}"'
        text = lines_of(box.lines, box.rtl)
        if face or ink:
            # A face and not <B> or <I>, within which Graphviz spaces lines unevenly.
            text = font(text, points, ink or theme.ink, face)
        rows = [f"<TD {at}>{text}</TD>"]
        if box.words:
            # A row for each line: Graphviz spaces lines unevenly where they have several runs.
            lines = (dressed(line, box.rtl, faint, "Oblique" in face) for line in box.words)
            texts = (font(line, points, ink or theme.ink, face) for line in lines)
            rows = [f'<TD {at} HEIGHT="{points * LINE:.0f}">{text}</TD>' for text in texts]
        if box.small or box.words:
            small = font(lines_of(box.small, box.rtl), SMALL, faint)
            # A table of its own: lines are spaced evenly only where all of a cell have one size.
            fixed = ""
            if link and not self.sideways:
                # In a row the cards are equally high; the text of a lower one stays together.
                inside = box.height - foot(box.notes) - 2 * (PAD + box.rim)
                fixed = f' FIXEDSIZE="TRUE" WIDTH="{width - 2 * PAD:.0f}" HEIGHT="{ceil(inside)}"'
            bare = f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0"{fixed}>'
            rows += [f"<TD {at}>{small}</TD>"] if box.small else []
            table = "".join(f"<TR>{row}</TR>" for row in rows)
            text = f"{bare}{table}</TABLE>" if box.lines else small
        inside = max(high, box.height) - foot(box.notes) - 2 * box.rim
        held = size(width, inside, (*box.lines, *box.small))
        if high and "HEIGHT" not in held:
            held += f' HEIGHT="{ceil(inside)}"'
        cell = f'<TD {held} CELLPADDING="{PAD:g}" {at}>{text}</TD>'
        dashed = ' STYLE="dashed"' if box.implicit or gone else ""
        return (
            f'<TABLE{link} BORDER="{box.rim:g}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
            f'COLOR="{border}" BGCOLOR="{fill}"{dashed}>'
            f"<TR>{''.join([cell, *bars] if box.rtl else [*bars, cell])}</TR>"
            f"{foot_of(box, max(box.width, self.column), 1 + len(bars), theme)}</TABLE>"
        )

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
        drawn = self.drawn(line.sign, curve, at_tail, at_head, line.fate)
        if line.word:
            drawn += self.word(line, curve)
        if not self.terse:
            drawn += _flow(line)
        return f'\t{tail} -> {head} [id="{line.name}" {drawn}]\n'

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
        stroke = self.faded if fate is Fate.REMOVED else self.stroke[sign]
        if fate is Fate.ADDED:
            stroke += "penwidth=2.8 "  # the last one counts
        return f'{stroke}{heads}pos="{places}"'

    def word(self, line: Line, curve: list[Point]) -> str:
        """A word beside the beginning of a line."""
        (x, y), (to_x, to_y) = curve[:2]
        share = 16.0 / (hypot(to_x - x, to_y - y) or 1.0)
        x, y = x + (to_x - x) * share, y + (to_y - y) * share
        x, y = (x, y + 6.0) if self.sideways else (x + 12.0, y)
        colour = self.theme.neutral if line.fate is Fate.REMOVED else self.colour[line.sign]
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
        drawn = self.drawn(sign, curve, both, True, fate)
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


def _before(control: Point, end: Point, length: float) -> Point:
    """The point `length` before the end of a curve, where its arrow head begins."""
    dx, dy = end[0] - control[0], end[1] - control[1]
    share = length / (hypot(dx, dy) or 1.0)
    return end[0] - dx * share, end[1] - dy * share
