"""What an overlay notes, drawn: a strip at the foot of a card, a rounded one in a step."""

from math import ceil

from argmap.model.overlay import Fate
from argmap.rendering.fates import colours, sign
from argmap.rendering.labels import font, lines_of
from argmap.rendering.scene import (
    BORDER,
    GAP,
    LEAD,
    LINE,
    NOTE_PAD,
    PAD,
    SMALL,
    Box,
    Step,
    foot,
)
from argmap.rendering.text import measure
from argmap.rendering.theme import Theme


def foot_of(box: Box, width: float, cells: int, theme: Theme) -> str:
    """The row below the cells of a card: the sign stands where the text of the claim begins."""
    if not box.notes:
        return ""
    colour, tint = colours(box.fate, theme)
    before = box.bars + PAD - NOTE_PAD
    across = width - 2 * (box.rim + NOTE_PAD) - before - LEAD
    return (
        f'<TR><TD COLSPAN="{cells}" BORDER="1" SIDES="T" COLOR="{theme.border}" '
        f'CELLPADDING="{NOTE_PAD - 1:g}" BGCOLOR="{tint}">'
        f"{noted(box.notes, colour, across, before, box.rtl, box.fate)}</TD></TR>"
    )


def marked_step(step: Step, colour: str, tint: str, theme: Theme) -> str:
    """The label of a step, with what is noted at it below its words."""
    if step.heat is not None:
        tint = theme.tint(step.heat)
    width = f'FIXEDSIZE="TRUE" WIDTH="{step.width - 2 * BORDER - 2 * GAP:.0f}"'
    rows = []
    if step.lines or not step.notes:
        text = lines_of(step.lines)
        text = text and font(text, SMALL, theme.legible(colour, tint))
        high = step.height - foot(step.notes) - 2 * BORDER - GAP * (3 if step.notes else 2)
        rows.append(f'{width} HEIGHT="{high:.0f}">{text}')
    if step.notes:
        ink, behind = colours(step.fate, theme)
        look = f'STYLE="rounded" BGCOLOR="{behind}"'
        across = ceil(max(map(measure, step.notes)) * SMALL)
        text = noted(step.notes, ink, across, fate=step.fate)
        rows.append(f'{width} HEIGHT="{foot(step.notes):.0f}" {look}>{text}')
    cells = "".join(f"<TR><TD {row}</TD></TR>" for row in rows)
    return (
        f'<TABLE BORDER="1" CELLBORDER="0" CELLPADDING="0" CELLSPACING="{GAP:g}" '
        f'STYLE="rounded" COLOR="{colour}" BGCOLOR="{tint}">{cells}</TABLE>'
    )


def noted(
    lines: tuple[str, ...],
    colour: str,
    width: float,
    before: float = 0.0,
    rtl: bool = False,
    fate: Fate | None = None,
) -> str:
    """Notes that are `width` wide, the sign at their beginning, and space before that."""
    side = "RIGHT" if rtl else "LEFT"
    high = len(lines) * SMALL * LINE
    cells = [
        f'<TD WIDTH="{before:g}"></TD>' if before else "",
        f'<TD FIXEDSIZE="TRUE" WIDTH="{LEAD:g}" HEIGHT="{SMALL * LINE:.0f}" VALIGN="TOP" '
        f'ALIGN="LEFT" BALIGN="LEFT">{sign(fate, colour)}</TD>',
        f'<TD FIXEDSIZE="TRUE" WIDTH="{width:.0f}" HEIGHT="{high:.0f}" '
        f'ALIGN="{side}" BALIGN="{side}">{font(lines_of(lines, rtl), SMALL, colour)}</TD>',
    ]
    return (
        f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" FIXEDSIZE="TRUE" '
        f'WIDTH="{before + LEAD + width:.0f}" HEIGHT="{high:.0f}">'
        f"<TR>{''.join(cells[::-1] if rtl else cells)}</TR></TABLE>"
    )
