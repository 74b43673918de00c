"""Marks of an overlay, made ready to be drawn: the lines of a strip, heat, words for a tooltip."""

from collections.abc import Iterable, Iterator

from argmap.model import Argument
from argmap.model.overlay import Fate, Overlay
from argmap.rendering.fates import SIGNS
from argmap.rendering.scene import small_columns
from argmap.rendering.text import clean, columns_of, right_to_left, shorten

#: Embeddings left to right and right to left, and their end (UAX 9).
_LEFT, _RIGHT, _END = "\u202a", "\u202b", "\u202c"


def strip(badges: Iterable[str], columns: int, rtl: bool = False) -> tuple[str, ...]:
    """Lines of badges, each badge whole or shortened to a line.

    A badge in a script that runs against the lines (`rtl`) keeps its own order.
    """
    lines: list[str] = []
    for badge in filter(None, map(clean, badges)):
        part = embedded(shorten(badge, columns), rtl)
        if lines and columns_of(joined := f"{lines[-1]} · {part}") <= columns:
            lines[-1] = joined
        else:
            lines.append(part)
    return tuple(lines)


def fate_of(overlay: Overlay, *arguments: str) -> Fate | None:
    """What became of an argument, or of a pair if it is the same for both."""
    fates = {overlay.fate(id) for id in arguments}
    return fates.pop() if len(fates) == 1 else Fate.CHANGED


def at_step(
    overlay: Overlay, columns: int, *arguments: Argument
) -> tuple[tuple[str, ...], float | None]:
    """The notes and the heat at a step, be it one argument or both halves of a pair."""
    found = (overlay.marks.get(argument.id) for argument in arguments)
    marks = [mark for mark in found if mark]
    if not marks:
        return (), None
    badges = dict.fromkeys(badge for mark in marks for badge in mark.badges)
    heats = [mark.level for mark in marks if mark.level is not None]
    wide = any(mark.fate for mark in marks)
    return strip(badges, small_columns(columns) if wide else columns), max(heats, default=None)


def embedded(text: str, rtl: bool) -> str:
    """A text that keeps its own order among lines that run from right to left, or do not."""
    if right_to_left(text) == rtl:
        return text
    return f"{_LEFT if rtl else _RIGHT}{text}{_END}"


def scale(overlay: Overlay) -> tuple[str, str, str]:
    """What heat means: its name, its cold and its hot end."""
    name, cold, hot = (shorten(clean(text), 40) for text in overlay.heat or ("heat", "0", "1"))
    return name, cold, hot


def told(overlay: Overlay, id: str) -> Iterator[str]:
    """What is marked at a claim or an argument, in full, for its tooltip."""
    mark = overlay.marks.get(id)
    if mark is None:
        return
    shown = " · ".join(filter(None, map(clean, overlay.told(id))))
    if shown:
        yield f"{SIGNS[mark.fate]} {shown}"
    if mark.note:
        yield mark.note if shown else f"{SIGNS[mark.fate]} {mark.note}"
