"""The key to an overlay, below the map: what its marks are, and the scale of its heat."""

from collections.abc import Iterator
from math import ceil

from argmap.rendering.labels import font, lines_of
from argmap.rendering.marks import scale
from argmap.rendering.scene import LEAD, LINE, NOTE_PAD, PAD, SMALL, Box, Scene, Step
from argmap.rendering.strips import noted
from argmap.rendering.text import clean, measure, shorten
from argmap.rendering.theme import Theme

_SWATCH = 26.0  # the width of a step of the scale
_SWATCHES = 5

#: A label, its width and its height.
Row = tuple[str, float, float]


def key(scene: Scene, theme: Theme) -> Iterator[Row]:
    """What a reader needs to know of the marks that are drawn; nothing where there are none."""
    marked: tuple[Box | Step, ...] = (*scene.boxes, *scene.steps)
    title = shorten(clean(scene.overlay.title), 80)
    if any(part.notes for part in marked):
        yield _strip(f"{title or 'notes'}: on the map, not part of it", theme)
    if any(part.heat is not None for part in marked):
        yield _scale(*scale(scene.overlay), theme)


def _strip(text: str, theme: Theme) -> Row:
    across = ceil(measure(text) * SMALL)
    width, height = LEAD + across + 2 * PAD, SMALL * LINE + 2 * NOTE_PAD
    look = f'BORDER="1" COLOR="{theme.border}" BGCOLOR="{theme.note_tint}"'
    shown = noted((text,), theme.note, across)
    return _table(f"<TD {look} {_fixed(width, height)}>{shown}</TD>"), width, height


def _scale(name: str, cold: str, hot: str, theme: Theme) -> Row:
    """The name, the cold end, swatches, the hot end."""
    height = SMALL * LINE + 2 * NOTE_PAD
    before, after = f"{name}: {cold}", hot
    widths = [ceil(measure(text) * SMALL) + PAD for text in (before, after)]
    first, last = (
        f'<TD {_fixed(width, height)} ALIGN="LEFT" BALIGN="LEFT">'
        f"{font(lines_of([text]), SMALL, theme.faint)}</TD>"
        for text, width in zip((before, after), widths, strict=True)
    )
    swatches = "".join(
        f'<TD BORDER="1" COLOR="{theme.border}" {_fixed(_SWATCH, height)} '
        f'BGCOLOR="{theme.tint(at / (_SWATCHES - 1))}"></TD>'
        for at in range(_SWATCHES)
    )
    gap = f'<TD WIDTH="{PAD:g}"></TD>'
    width = sum(widths) + _SWATCHES * _SWATCH + PAD
    return _table(f"{first}{swatches}{gap}{last}"), width, height


def _fixed(width: float, height: float) -> str:
    return f'FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{height:.0f}"'


def _table(cells: str) -> str:
    return (
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>{cells}</TR></TABLE>'
    )
