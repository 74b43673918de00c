"""The visual language: a scene and a theme become DOT. How a sign looks is said here only.

Every name and value is written in double quotes and made of characters that need no escape there
(see `xml_ids`), or it is an HTML-like label whose texts are escaped. Labels carry their own least
width, so that text fits with any Graphviz and any font.
"""

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlsplit

from argmap.model import Reference
from argmap.rendering.scene import (
    BAR,
    PAD,
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

#: `rankdir` by the side of the thesis; lines run towards it.
_RANKDIR = {"up": "BT", "down": "TB", "left": "RL", "right": "LR"}

FONT = "Helvetica"  # Graphviz knows its widths without a font file; the SVG names a whole stack


def dot(scene: Scene, theme: Theme, side: str, legend: bool = False) -> str:
    """`scene` as DOT with the thesis at `side` (up, down, left, right)."""
    import graphviz

    return graphviz.Digraph(
        name="argmap",
        graph_attr={
            "rankdir": _RANKDIR[side],
            "bgcolor": theme.page,
            "fontname": FONT,
            "nodesep": "0.22",
            "ranksep": "0.2",
            "pad": "0.25",
            "charset": "UTF-8",
            "ordering": "in",
        },
        node_attr={
            "shape": "plain",
            "fontname": FONT,
            "fontsize": f"{TEXT:g}",
            "fontcolor": theme.ink,
        },
        edge_attr={"fontname": FONT, "arrowsize": "0.7"},
        body=list(_body(scene, _Look(theme, side), legend)),
    ).source


def _body(scene: Scene, look: "_Look", legend: bool) -> Iterator[str]:
    if head := look.head(scene):
        yield f"\tlabelloc=t labeljust=l label=<{head}>\n"
    column = max((box.width for box in scene.boxes), default=0.0) if look.sideways else 0.0
    for box in scene.boxes:
        yield look.box(box, column)
    for step in scene.steps:
        yield look.step(step)
    for frame in scene.frames:
        yield look.frame(frame)
    for line in scene.lines:
        yield look.line(line)


class _Look:
    """One theme and one direction turned into attributes."""

    def __init__(self, theme: Theme, side: str) -> None:
        self.theme = theme
        self.sideways = side in ("left", "right")
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

    def box(self, box: Box, column: float) -> str:
        theme = self.theme
        fill, ink, faint, border = theme.card, "", theme.faint, theme.border
        font = ""
        if box.thesis:
            fill, ink, faint, border = (
                theme.thesis,
                theme.thesis_ink,
                theme.thesis_faint,
                theme.thesis,
            )
            # A face and not <B>: Graphviz spaces lines unevenly within <B> and <I>.
            font += f' fontname="{FONT}-Bold" fontsize={THESIS:g}'
        elif box.implicit:
            font += f' fontname="{FONT}-Oblique"'
        if box.aside:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.border
        if ink:
            font += f' fontcolor="{ink}"'
        signs = [self.colour[sign] for sign in box.signs] or [border]
        bars = "".join(f'<TD WIDTH="{BAR:g}" BGCOLOR="{colour}"></TD>' for colour in signs)
        width = max(box.width, column) - BAR * len(signs)
        side = "RIGHT" if box.rtl else "LEFT"
        at = f'ALIGN="{side}" BALIGN="{side}"'
        text = _lines(box.lines, side, box.rtl)
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
            f'\t"{box.name}" [id="{box.name}"{font} label=<<TABLE BORDER="1" CELLBORDER="0" '
            f'CELLSPACING="0" CELLPADDING="0" COLOR="{border}" BGCOLOR="{fill}"{style}>'
            f"<TR>{cell + bars if box.rtl else bars + cell}</TR></TABLE>>]\n"
        )

    def step(self, step: Step) -> str:
        colour, tint = self.colour[step.sign], self.tint[step.sign]
        start = f'\t"{step.name}" [id="{step.name}" '
        if step.shape is Shape.POINT:
            return f'{start}shape=point width={step.width / 72:.3f} color="{colour}"]\n'
        if step.shape is Shape.JOINT:
            size = f"{step.width / 72:.3f}"
            return (
                f'{start}shape=circle style=filled fillcolor="{tint}" color="{colour}" fixedsize=true '
                f'width={size} height={size} penwidth=1.2 label="+" fontsize=13 fontcolor="{colour}"]\n'
            )
        text = _font("<BR/>".join(map(_text, step.lines)), SMALL, colour)
        table = 'BORDER="0" CELLPADDING="0"'
        if step.shape is Shape.LABEL:
            table = f'BORDER="1" CELLPADDING="3" STYLE="rounded" COLOR="{colour}" BGCOLOR="{tint}"'
        return (
            f'{start}label=<<TABLE {table} CELLSPACING="0"><TR>'
            f'<TD BORDER="0" WIDTH="{step.width:.0f}">{text}</TD></TR></TABLE>>]\n'
        )

    def frame(self, frame: Frame) -> str:
        names = " ".join(f'"{name}"' for name in frame.boxes)
        return (
            f'\tsubgraph "cluster_{frame.name}" {{ id="{frame.name}" label="" margin=7 peripheries=1 '
            f'style="rounded,filled" color="{self.tint[frame.sign]}" '
            f'fillcolor="{self.tint[frame.sign]}" {names} }}\n'
        )

    def line(self, line: Line) -> str:
        tip = self.tip[line.sign] if line.ends else "none"
        look = f'id="{line.name}" color="{self.colour[line.sign]}" {self.stroke[line.sign]}'
        if line.rise > 0:
            flow = f"arrowhead={tip} minlen={line.rise}"
            return f'\t"{line.tail}" -> "{line.head}" [{look} {flow}]\n'
        return f'\t"{line.tail}" -> "{line.head}" [{look} arrowhead={tip} constraint=false]\n'

    def head(self, scene: Scene) -> str:
        """Title, date and authors, then the sources that are cited, by number."""
        source, theme = scene.map, self.theme
        rows = []
        title = clean(source.title) or clean(source.question)
        if title:
            lines = wrap(title, 72)
            text = f'<FONT FACE="{FONT}-Bold">{_lines(lines)}</FONT>'
            rows.append(_row(_font(text, TITLE, theme.ink), TITLE, lines, bold=True))
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


def _text(line: str, rtl: bool = False) -> str:
    # Directional marks around a line give it the direction of its claim, in any drawing program.
    return f"\u202b{escape(line)}\u202c" if rtl else escape(line)


def _font(text: str, size: float, colour: str) -> str:
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}">{text}</FONT>'


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
