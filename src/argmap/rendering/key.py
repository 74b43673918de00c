"""The key to an overlay, below the map: what its marks are, and the scale of its heat."""

from collections.abc import Iterator
from math import ceil

from argmap.model.overlay import Fate, Run
from argmap.rendering.fates import MEANINGS, RIMS, SIGNS, colours
from argmap.rendering.labels import FONT, font, lines_of
from argmap.rendering.marks import scale
from argmap.rendering.scene import LEAD, LINE, NOTE_PAD, PAD, SMALL, Box, Scene, Step
from argmap.rendering.strips import noted
from argmap.rendering.text import clean, measure, shorten
from argmap.rendering.theme import Theme
from argmap.rendering.wording import dressed, width_of

_SWATCH = 26.0  # the width of a step of the scale
_SWATCHES = 5

_WORDS: dict[Run, str] = {"gone": "words that went", "came": "words that came"}

#: A label, its width and its height.
Row = tuple[str, float, float]


def key(scene: Scene, theme: Theme) -> Iterator[Row]:
    """What a reader needs to know of the marks that are drawn; nothing where there are none."""
    marked: tuple[Box | Step, ...] = (*scene.boxes, *scene.steps)
    title = shorten(clean(scene.overlay.title), 80)
    used = {part.fate for part in marked}
    yield from (_swatch(fate, text, theme) for fate, text in MEANINGS.items() if fate in used)
    reworded = (box for box in scene.boxes if box.fate is not Fate.REMOVED)
    runs = {run for box in reworded for line in box.words for run, _ in line}
    yield from (_words(run, text, theme) for run, text in _WORDS.items() if run in runs)
    if any(part.notes and part.fate is None for part in marked):
        yield _strip(f"{title or 'notes'}: on the map, not part of it", theme)
    if any(part.heat is not None for part in marked):
        yield _scale(*scale(scene.overlay), theme)


def _strip(text: str, theme: Theme) -> Row:
    across = ceil(measure(text) * SMALL)
    width, height = LEAD + across + 2 * PAD, SMALL * LINE + 2 * NOTE_PAD
    look = f'BORDER="1" COLOR="{theme.border}" BGCOLOR="{theme.note_tint}"'
    shown = noted((text,), theme.note, across)
    return _table(f"<TD {look} {_fixed(width, height)}>{shown}</TD>"), width, height


def _swatch(fate: Fate, text: str, theme: Theme) -> Row:
    """A small card with the rim of a fate, its sign on it, and what that means."""
    colour, tint = colours(fate, theme)
    rim, dashed = RIMS[fate], ' STYLE="dashed"' if fate is Fate.REMOVED else ""
    height, across = SMALL * LINE + 2 * NOTE_PAD, ceil(measure(text) * SMALL)
    sign = font(lines_of([SIGNS[fate]]), SMALL, colour, f"{FONT}-Bold")
    inside = _fixed(_SWATCH - 2 * rim, height - 2 * rim)
    card = (
        f'<TABLE BORDER="{rim:g}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR="{colour}" '
        f'BGCOLOR="{tint}"{dashed}><TR><TD {inside}>{sign}</TD></TR></TABLE>'
    )
    meaning = font(lines_of([text]), SMALL, theme.faint)
    cells = (
        f'<TD {_fixed(_SWATCH, height)}>{card}</TD><TD WIDTH="{PAD:g}"></TD>'
        f'<TD {_fixed(across, height)} ALIGN="LEFT" BALIGN="LEFT">{meaning}</TD>'
    )
    return _table(cells), _SWATCH + PAD + across, height


def _words(run: Run, meaning: str, theme: Theme) -> Row:
    """How words look that went or came."""
    runs = ((run, meaning),)
    across = ceil(width_of(runs, bold=False, italic=False) * SMALL)
    text = font(dressed(runs, False, theme.faint, False), SMALL, theme.ink)
    height = SMALL * LINE + 2 * NOTE_PAD
    cell = f'<TD {_fixed(across, height)} ALIGN="LEFT" BALIGN="LEFT">{text}</TD>'
    return _table(cell), across, height


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
