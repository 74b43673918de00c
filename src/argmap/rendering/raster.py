"""PNG and PDF from the SVG, with fonts that come along, so that they look alike everywhere."""

from typing import Any

from argmap.rendering.dress import FONTS
from argmap.rendering.errors import RenderError
from argmap.rendering.fonts import Fonts, fonts_for

#: Typst takes its input as values: it reads no file but the fonts, and nothing from the network.
_PAGE = (
    "#set document(date: none)\n"
    "#set page(width: auto, height: auto, margin: 0pt)\n"
    '#image(bytes(sys.inputs.at("svg")), format: "svg", width: {width}pt)'
)

#: Twice the 72 points of an inch: sharp on today's screens.
_PPI = 144.0

#: More pixels than this take too much memory to draw and to look at; 4 bytes each.
_PIXELS = 60_000_000

#: Neither PDF (ISO 32000-1, annex C) nor typst takes longer pages, in points.
_PAGE_LENGTH = 14_400.0

Made = tuple[bytes, tuple[str, ...]]


def png(svg: str) -> Made:
    """The picture at two pixels a point, and notes on what is smaller or missing."""
    width, height = _size(svg)
    ppi = min(_PPI, _PPI * (_PIXELS / (width * height * 4)) ** 0.5)
    fonts = fonts_for(svg)
    data = _compile(svg, fonts, width, ppi)
    if ppi == _PPI:
        return data, fonts.notes
    return data, (
        f"the picture is very large and drawn at {ppi / _PPI:.0%} of its size; svg and pdf stay "
        "sharp, and a depth, a focus or pages make it smaller",
        *fonts.notes,
    )


def pdf(svg: str) -> Made:
    """The picture as one page of lines and text, its fonts embedded, and notes as for `png`."""
    width, height = _size(svg)
    share = min(1.0, _PAGE_LENGTH / max(width, height))
    fonts = fonts_for(svg)
    return _compile(svg, fonts, width * share), fonts.notes


def _size(svg: str) -> tuple[float, float]:
    """Width and height in points."""
    start = svg.index("viewBox=") + 9
    _, _, width, height = svg[start : svg.index('"', start)].split()
    return float(width), float(height)


def _compile(svg: str, fonts: Fonts, width: float, ppi: float | None = None) -> bytes:
    """A PNG with so many pixels per inch, or else a PDF."""
    import typst

    page = _PAGE.replace("{width}", f"{width:.2f}").encode()
    # The fonts that come along first, whatever else the machine has.
    inputs = {"svg": svg.replace(FONTS, "'Noto Sans', FiraGO, sans-serif", 1)}
    folders, alone = [str(fonts.folder)], not fonts.system
    common: dict[str, Any] = {
        "sys_inputs": inputs,
        "font_paths": folders,
        "ignore_system_fonts": alone,
    }
    try:
        data: bytes = typst.compile(page, format="png" if ppi else "pdf", ppi=ppi, **common)
    except typst.TypstError as error:
        raise RenderError(f"the picture cannot be turned into a file: {error}") from error
    return data
