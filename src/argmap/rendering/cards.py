"""Claims as they look: cards with bars that say what they do, as labels."""

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple

from argmap.model.overlay import Fate
from argmap.rendering.fates import colours
from argmap.rendering.labels import FONT, font, lines_of, size
from argmap.rendering.scene import (
    BAR,
    HEAT_BAR,
    LINE,
    PAD,
    SMALL,
    TEXT,
    THESIS,
    Box,
    Sign,
    foot,
)
from argmap.rendering.strips import foot_of
from argmap.rendering.theme import Theme
from argmap.rendering.wording import dressed


class _Paint(NamedTuple):
    """The colours of a card; no ink is that of all text."""

    fill: str
    ink: str
    faint: str
    border: str
    bars: list[str]


class Cards:
    """The cards of one theme; `colour` is that of each sign.

    Sideways they are at least `column` wide.
    """

    def __init__(
        self, theme: Theme, colour: Mapping[Sign, str], sideways: bool, column: float
    ) -> None:
        self.theme = theme
        self.colour = colour
        self.sideways = sideways
        self.column = column

    def card(self, box: Box, link: str, high: float = 0.0) -> str:
        """The label of a claim, at least so high."""
        theme = self.theme
        paint = self._paint(box)
        bars = [f'<TD WIDTH="{BAR:g}" BGCOLOR="{colour}"></TD>' for colour in paint.bars]
        if box.heat is not None:
            tint = theme.tint(box.heat)
            if box.dark:
                bar = f'<TD WIDTH="{HEAT_BAR:g}" BGCOLOR="{tint}"></TD>'
                bars = [*bars, bar] if box.rtl else [bar, *bars]
            else:
                ink = paint.ink and theme.legible(paint.ink, tint)
                paint = paint._replace(fill=tint, faint=theme.legible(paint.faint, tint), ink=ink)
        width = max(box.width, self.column) - box.bars - 2 * box.rim
        side = "RIGHT" if box.rtl else "LEFT"
        at = f'ALIGN="{side}" BALIGN="{side}"'
        text = self._text(box, paint, at, width, bool(link))
        inside = max(high, box.height) - foot(box.notes) - 2 * box.rim
        held = size(width, inside, (*box.lines, *box.small))
        if high and "HEIGHT" not in held:
            held += f' HEIGHT="{ceil(inside)}"'
        cell = f'<TD {held} CELLPADDING="{PAD:g}" {at}>{text}</TD>'
        dashed = ' STYLE="dashed"' if box.implicit or box.fate is Fate.REMOVED else ""
        return (
            f'<TABLE{link} BORDER="{box.rim:g}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
            f'COLOR="{paint.border}" BGCOLOR="{paint.fill}"{dashed}>'
            f"<TR>{''.join([cell, *bars] if box.rtl else [*bars, cell])}</TR>"
            f"{foot_of(box, max(box.width, self.column), 1 + len(bars), theme)}</TABLE>"
        )

    def _paint(self, box: Box) -> _Paint:
        theme = self.theme
        fill, ink, faint, border = theme.card, "", theme.faint, theme.border
        if box.thesis:
            fill, ink, faint, border = (
                theme.thesis,
                theme.thesis_ink,
                theme.thesis_faint,
                theme.thesis,
            )
        if box.aside or box.refers:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.border
        bars = [self.colour[sign] for sign in box.signs] or [border]
        if box.fate is Fate.REMOVED:
            fill, ink, faint, border = theme.page, theme.faint, theme.faint, theme.faint
            bars = [theme.neutral] * len(bars)
        elif box.fate and not box.refers:
            border, _ = colours(box.fate, theme)
        return _Paint(fill, ink, faint, border, bars)

    def _text(self, box: Box, paint: _Paint, at: str, width: float, linked: bool) -> str:
        """What is written on a card, the small print below it."""
        ink = paint.ink or self.theme.ink
        points, face = TEXT, ""
        if box.thesis:
            points, face = THESIS, f"{FONT}-Bold"
        elif box.implicit:
            face = f"{FONT}-Oblique"
        text = lines_of(box.lines, box.rtl)
        if face or paint.ink:
            # A face and not <B> or <I>, within which Graphviz spaces lines unevenly.
            text = font(text, points, ink, face)
        rows = [f"<TD {at}>{text}</TD>"]
        if box.words:
            # A row for each line: Graphviz spaces lines unevenly where they have several runs.
            lines = (dressed(line, box.rtl, paint.faint, "Oblique" in face) for line in box.words)
            texts = (font(line, points, ink, face) for line in lines)
            rows = [f'<TD {at} HEIGHT="{points * LINE:.0f}">{text}</TD>' for text in texts]
        if not (box.small or box.words):
            return text
        small = font(lines_of(box.small, box.rtl), SMALL, paint.faint)
        if not box.lines:
            return small
        # A table of its own: lines are spaced evenly only where all of a cell have one size.
        fixed = ""
        if linked and not self.sideways:
            # In a row the cards are equally high; the text of a lower one stays together.
            inside = box.height - foot(box.notes) - 2 * (PAD + box.rim)
            fixed = f' FIXEDSIZE="TRUE" WIDTH="{width - 2 * PAD:.0f}" HEIGHT="{ceil(inside)}"'
        bare = f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0"{fixed}>'
        rows += [f"<TD {at}>{small}</TD>"] if box.small else []
        return f"{bare}{''.join(f'<TR>{row}</TR>' for row in rows)}</TABLE>"
