"""The visual language: a scene and a theme become DOT. How a sign looks is said here only.

Every name and value is written in double quotes and made of characters that need no escape there
(see `xml_ids`), or it is an HTML-like label whose texts are escaped. Labels carry their own least
width, so that text fits with any Graphviz and any font.
"""

from collections.abc import Iterable, Iterator
from html import escape
from math import hypot
from urllib.parse import urlsplit

from argmap.model import Reference
from argmap.rendering.scene import (
    BAR,
    BORDER,
    PAD,
    PLUS,
    SMALL,
    TEXT,
    THESIS,
    TITLE,
    Box,
    Frame,
    Line,
    Scene,
    Shape,
    Sign,
    Step,
)
from argmap.rendering.text import clean, measure, wrap
from argmap.rendering.theme import Theme
from argmap.rendering.tidy import Placement, Point, place

#: `rankdir` by the side of the thesis; lines run towards it.
_RANKDIR = {"up": "BT", "down": "TB", "left": "RL", "right": "LR"}

ARROW = 0.7  # size of arrow heads
_TIP_LENGTH = {"normal": 10 * ARROW, "vee": 10 * ARROW, "tee": 2.5 * ARROW}  # as Graphviz has them

FONT = "Helvetica"  # Graphviz knows its widths without a font file; the SVG names a whole stack


def dot(scene: Scene, theme: Theme, side: str, legend: bool = False, placed: bool = False) -> str:
    """`scene` as DOT with the thesis at `side` (up, down, left, right)."""
    import graphviz

    look = _Look(theme, side)
    boxes = [
        box for node in scene.nodes for box in (node.boxes if isinstance(node, Frame) else (node,))
    ]
    if look.sideways:
        look.column = max((box.width for box in boxes), default=0.0)
    if placed:
        look.placement = place(scene, side, look.column)

    source: str = graphviz.Digraph(
        name="argmap",
        graph_attr={
            "rankdir": _RANKDIR[side],
            "bgcolor": theme.page,
            "fontname": FONT,
            "nodesep": "0.22",
            "ranksep": "0.2",
            "pad": "0.25",
            "charset": "UTF-8",
            "outputorder": "edgesfirst",
        },
        node_attr={
            "shape": "plain",
            "fontname": FONT,
            "fontsize": f"{TEXT:g}",
            "fontcolor": theme.ink,
            "ordering": "in",
        },
        edge_attr={"fontname": FONT, "arrowsize": f"{ARROW}"},
        body=list(_body(scene, look, legend)),
    ).source
    return source


def _body(scene: Scene, look: "_Look", legend: bool) -> Iterator[str]:
    if head := look.head(scene):
        yield f"\tlabelloc=t labeljust=l label=<{head}>\n"
    for node in scene.nodes:
        yield look.frame(node) if isinstance(node, Frame) else look.box(node)
    for step in scene.steps:
        yield look.step(step)
    for line in scene.lines:
        yield look.line(line)


class _Look:
    """One theme and one direction turned into attributes."""

    def __init__(self, theme: Theme, side: str) -> None:
        self.theme = theme
        self.sideways = side in ("left", "right")
        self.column = 0.0  # the least width of a box: sideways, the boxes of a level are flush
        self.placement: Placement | None = None
        self.ends: dict[str, str] = {}  # boxes in frames: the node and port at which lines end
        self.colour = {
            Sign.FOR: theme.support,
            Sign.AGAINST: theme.attack,
            Sign.EXPLAINS: theme.neutral,
            Sign.EXCLUDES: theme.neutral,
        }
        self.tint = {
            Sign.FOR: theme.support_tint,
            Sign.AGAINST: theme.attack_tint,
            Sign.EXPLAINS: theme.neutral_tint,
            Sign.EXCLUDES: theme.neutral_tint,
        }
        self.stroke = {
            Sign.FOR: "style=solid penwidth=1.4",
            Sign.AGAINST: "style=dashed penwidth=1.6",
            Sign.EXPLAINS: "style=dotted penwidth=1.6",
            Sign.EXCLUDES: "style=solid penwidth=1.2",
        }
        self.tip = {
            Sign.FOR: "normal",
            Sign.AGAINST: "tee",
            Sign.EXPLAINS: "vee",
            Sign.EXCLUDES: "tee",
        }

    def box(self, box: Box) -> str:
        return f'\t"{box.name}" [{self.at(box.name)} label=<{self.card(box)}>]\n'

    def at(self, name: str) -> str:
        """The id of a node, and its place where it has one."""
        if self.placement is None:
            return f'id="{name}"'
        x, y = self.placement.middles[name]
        return f'id="{name}" pos="{x:.1f},{y:.1f}"'

    def frame(self, frame: Frame) -> str:
        """One node with the cards of its boxes, a plus between them."""
        colour, tint = self.colour[frame.sign], self.tint[frame.sign]
        cells = []
        for box in frame.boxes:
            # A link to itself makes a group of its own in the SVG.
            self.ends[box.name] = f'"{frame.name}":"{box.name}"'
            link = f'ID="{box.name}" HREF="#{box.name}" TITLE=" "'
            cells.append(f'<TD PORT="{box.name}" {link}>{self.card(box)}</TD>')
        plus = f'<TD WIDTH="{PLUS:g}">{_font("+", THESIS, colour)}</TD>'
        row = f"</TR><TR>{plus}</TR><TR>" if self.sideways else plus
        return (
            f'\t"{frame.name}" [{self.at(frame.name)} label=<<TABLE BORDER="0" CELLBORDER="0" '
            f'CELLSPACING="{PAD:g}" CELLPADDING="0" STYLE="rounded" BGCOLOR="{tint}">'
            f"<TR>{row.join(cells)}</TR></TABLE>>]\n"
        )

    def card(self, box: Box) -> str:
        theme = self.theme
        fill, ink, faint, border = theme.card, "", theme.faint, theme.border
        size, face = TEXT, ""
        if box.thesis:
            fill, ink, faint, border = (
                theme.thesis,
                theme.thesis_ink,
                theme.thesis_faint,
                theme.thesis,
            )
            size, face = THESIS, f"{FONT}-Bold"
        elif box.implicit:
            face = f"{FONT}-Oblique"
        if box.aside:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.border
        signs = [self.colour[sign] for sign in box.signs] or [border]
        bars = "".join(f'<TD WIDTH="{BAR:g}" BGCOLOR="{colour}"></TD>' for colour in signs)
        width = max(box.width, self.column) - BAR * len(signs) - 2 * BORDER
        side = "RIGHT" if box.rtl else "LEFT"
        at = f'ALIGN="{side}" BALIGN="{side}"'
        text = _lines(box.lines, side, box.rtl)
        if face or ink:
            # A face and not <B> or <I>, within which Graphviz spaces lines unevenly.
            text = _font(text, size, ink or theme.ink, face)
        if box.small:
            # A table of its own: lines are spaced evenly only where all of a cell have one size.
            small = _font(_lines(box.small, side, box.rtl), SMALL, faint)
            text = (
                f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0"><TR><TD {at}>{text}</TD></TR>'
                f"<TR><TD {at}>{small}</TD></TR></TABLE>"
            )
        cell = f'<TD WIDTH="{width:.0f}" CELLPADDING="{PAD:g}" {at}>{text}</TD>'
        style = ' STYLE="dashed"' if box.implicit else ""
        return (
            f'<TABLE BORDER="1" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR="{border}" '
            f'BGCOLOR="{fill}"{style}><TR>{cell + bars if box.rtl else bars + cell}</TR></TABLE>'
        )

    def step(self, step: Step) -> str:
        colour, tint = self.colour[step.sign], self.tint[step.sign]
        start = f'\t"{step.name}" [{self.at(step.name)} '
        if step.shape is Shape.POINT:
            return f'{start}shape=point width={step.width / 72:.3f} color="{colour}"]\n'
        if step.shape is Shape.JOINT:
            size = f"{step.width / 72:.3f}"
            return (
                f'{start}shape=circle style=filled fillcolor="{tint}" color="{colour}" fixedsize=true '
                f'width={size} height={size} penwidth=1.2 label="+" fontsize=13 fontcolor="{colour}"]\n'
            )
        text = _font("<BR/>".join(map(_text, step.lines)), SMALL, colour)
        if step.shape is Shape.LABEL:
            table = f'BORDER="1" STYLE="rounded" COLOR="{colour}" BGCOLOR="{tint}"'
            cell = f'BORDER="0" CELLPADDING="3" WIDTH="{step.width - 2:.0f}"'
        else:
            # The page's colour behind the word lets it interrupt any line.
            table = f'BORDER="0" BGCOLOR="{self.theme.page}"'
            cell = f'CELLPADDING="2" WIDTH="{step.width:.0f}"'
        return (
            f'{start}label=<<TABLE {table} CELLSPACING="0"><TR><TD {cell}>{text}</TD></TR>'
            "</TABLE>>]\n"
        )

    def line(self, line: Line) -> str:
        look = f'id="{line.name}" color="{self.colour[line.sign]}" {self.stroke[line.sign]}'
        if self.placement is not None:
            return self.drawn(line, look, self.placement.curves[line.name])
        tail, head, tip = line.tail, line.head, self.tip[line.sign]
        at_head, at_tail = "none", "none"
        if line.tip == "head":
            at_head = tip
        elif line.tip == "tail":
            at_tail = tip
        flow = f"minlen={line.rise}"
        if line.rise == 0:
            flow = "constraint=false"
        elif line.rise < 0:
            # Written against its direction, so that it runs with the others for the layout.
            tail, head, at_head, at_tail = head, tail, at_tail, at_head
            flow = "weight=0"
        if line.sign is Sign.EXCLUDES:
            flow += " weight=0"
        ends = f"arrowhead={at_head}"
        if at_tail != "none":
            ends += f" arrowtail={at_tail} dir=both"
        one, other = (self.ends.get(name, f'"{name}"') for name in (tail, head))
        statement = f"\t{one} -> {other} [{look} {ends} {flow}]\n"
        node = other.partition(":")[0]
        if line.rise < 0:
            # The order of what bears on a claim must not draw in what the claim bears on.
            return f'{statement}\t{node} [ordering=""]\n'
        if line.sign is Sign.EXCLUDES and line.rise == 0:
            return f"{statement}\t{{ rank=same {one.partition(':')[0]} {node} }}\n"
        return statement

    def drawn(self, line: Line, look: str, curve: list[Point]) -> str:
        """A line whose points are known."""
        tip = self.tip[line.sign]
        ends = f"arrowhead={tip if line.tip == 'head' else 'none'}"
        pos = ""
        if line.tip:
            if line.tip == "tail":
                curve.reverse()
            x, y = curve[-1]
            pos = f"{'e' if line.tip == 'head' else 's'},{x:.1f},{y:.1f} "
            curve[-1] = _before(curve[-2], curve[-1], _TIP_LENGTH[tip])
            if line.tip == "tail":
                curve.reverse()
                ends += f" arrowtail={tip} dir=both"
        pos += " ".join([f"{x:.1f},{y:.1f}" for x, y in curve])
        one, other = (self.ends.get(name, f'"{name}"') for name in (line.tail, line.head))
        return f'\t{one} -> {other} [{look} {ends} pos="{pos}"]\n'

    def head(self, scene: Scene) -> str:
        """Title, date and authors, then the sources that are cited, by number."""
        source, theme = scene.map, self.theme
        rows = []
        title = clean(source.title) or clean(source.question)
        if title:
            lines = wrap(title, 72)
            text = _font(_lines(lines), TITLE, theme.ink, f"{FONT}-Bold")
            rows.append(_row(text, TITLE, lines, bold=True))
        below = " · ".join(filter(None, (clean(source.date), *map(clean, source.authors))))
        if below:
            lines = wrap(below, 100)
            rows.append(_row(_font(_lines(lines), TEXT, theme.faint), TEXT, lines))
        for place in scene.sources:
            lines = wrap(f"[{place + 1}] {_reference(source.sources[place])}", 110)
            text = _font(_lines(lines), SMALL, theme.faint)
            rows.append(_row(text, SMALL, lines, link=_link(source.sources[place])))
        if not rows:
            return ""
        space = '<TR><TD HEIGHT="14"></TD></TR>'
        return f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(rows)}{space}</TABLE>'


def _before(control: Point, end: Point, length: float) -> Point:
    """The point `length` before the end of a curve, where its arrow head begins."""
    dx, dy = end[0] - control[0], end[1] - control[1]
    share = length / (hypot(dx, dy) or 1.0)
    return end[0] - dx * share, end[1] - dy * share


def _text(line: str, rtl: bool = False) -> str:
    # Directional marks around a line give it the direction of its claim, in any drawing program.
    return f"\u202b{escape(line)}\u202c" if rtl else escape(line)


def _font(text: str, size: float, colour: str, face: str = "") -> str:
    named = f' FACE="{face}"' if face else ""
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}"{named}>{text}</FONT>'


def _lines(lines: Iterable[str], side: str = "LEFT", rtl: bool = False) -> str:
    return "".join(f'{_text(line, rtl)}<BR ALIGN="{side}"/>' for line in lines)


def _row(text: str, size: float, lines: list[str], link: str = "", bold: bool = False) -> str:
    width = max(measure(line, bold=bold) for line in lines) * size
    return f'<TR><TD ALIGN="LEFT" BALIGN="LEFT" WIDTH="{width:.0f}"{link}>{text}</TD></TR>'


def _reference(source: Reference) -> str:
    title = clean(source.title) or clean(source.id)
    return ", ".join(filter(None, (*map(clean, source.author), title, clean(source.date))))


def _link(source: Reference) -> str:
    """The attributes of a link to a source, where following it is safe."""
    url = clean(source.url)
    try:
        safe = urlsplit(url).scheme.lower() in ("http", "https", "mailto")
    except ValueError:
        safe = False
    return f' HREF="{escape(url)}" TITLE="{escape(url)}"' if safe else ""
