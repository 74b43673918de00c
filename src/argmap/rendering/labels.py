"""HTML-like labels, piece by piece: text escaped, in lines, in a font, in a row."""

from collections.abc import Iterable
from html import escape

from argmap.rendering.text import measure

FONT = "Helvetica"  # Graphviz knows its widths without a font file; the SVG names a whole stack


def escaped(text: str) -> str:
    """`text` for a label: neither markup nor Graphviz' own escapes, such as \\N, are left in it."""
    return escape(text).replace("\\", "&#92;")


def lines_of(lines: Iterable[str], rtl: bool = False) -> str:
    """Lines below each other, in a cell whose BALIGN says where they are flush."""
    if rtl:
        # Marks around a line give it the direction of its claim, in any drawing program.
        return "".join([f"\u202b{escaped(line)}\u202c<BR/>" for line in lines])
    return "".join([f"{escaped(line)}<BR/>" for line in lines])


def font(text: str, size: float, colour: str, face: str = "") -> str:
    named = f' FACE="{face}"' if face else ""
    return f'<FONT POINT-SIZE="{size:g}" COLOR="{colour}"{named}>{text}</FONT>'


def row(
    text: str, size: float, lines: list[str], side: str, link: str = "", bold: bool = False
) -> str:
    """A row with one cell that is wide enough for `lines` in any font; `text` is how they look."""
    width = max(measure(line, bold=bold) for line in lines) * size
    return f'<TR><TD ALIGN="{side}" BALIGN="{side}" WIDTH="{width:.0f}"{link}>{text}</TD></TR>'
