"""HTML-like labels, piece by piece: text escaped, in lines, in a font, in a row."""

import re
from collections.abc import Iterable
from html import escape
from math import ceil

from argmap.rendering.scene import LINE
from argmap.rendering.text import measure

FONT = "Helvetica"  # Graphviz knows its widths without a font file; the SVG names a whole stack

#: Latin letters and common punctuation: Graphviz takes such a text for about as wide as it is.
_GUESSED_WELL = re.compile("[\x00-\u024f\u2010-\u2027\u2197]*").fullmatch


def escaped(text: str) -> str:
    """`text` for a label: neither markup nor Graphviz' own escapes, such as \\N, are left in it."""
    # Graphviz looks for its escapes after it has read the references, and takes two for one.
    return escape(text).replace("\\", "&#92;&#92;")


def lines_of(lines: Iterable[str], rtl: bool = False) -> str:
    """Lines below each other, in a cell whose BALIGN says where they are flush."""
    if rtl:
        # Marks around a line give it the direction of its claim, in any drawing program.
        return "".join([f"\u202b{escaped(line)}\u202c<BR/>" for line in lines])
    return "".join([f"{escaped(line)}<BR/>" for line in lines])


def font(text: str, size: float, colour: str, face: str = "") -> str:
    named = f' FACE="{face}"' if face else ""
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}"{named}>{text}</FONT>'


def size(width: float, height: float, lines: Iterable[str]) -> str:
    """The size of a cell that holds `lines`, padding and all: the least, or the only one."""
    if all(map(_GUESSED_WELL, lines)):
        return f'WIDTH="{width:.0f}"'
    # Graphviz takes each byte for a letter, those of marks too, and would widen the cell.
    return f'FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{ceil(height)}"'


def row(
    text: str, points: float, lines: list[str], side: str, link: str = "", bold: bool = False
) -> str:
    """A row with one cell that is wide enough for `lines` in any font; `text` is how they look."""
    width = max(measure(line, bold=bold) for line in lines) * points
    held = size(width, len(lines) * points * LINE + 2, lines)
    return f'<TR><TD ALIGN="{side}" BALIGN="{side}" {held}{link}>{text}</TD></TR>'
