"""Colour on terminals, unless NO_COLOR is set (no-color.org)."""

import os
import sys
from collections.abc import Callable
from typing import TextIO

import typer

#: Colours a piece of text by its role: (text, role) -> text.
Paint = Callable[[str, str], str]

_COLOURS = {
    "error": typer.colors.RED, "against": typer.colors.RED, "warning": typer.colors.YELLOW,
    "hint": typer.colors.CYAN, "for": typer.colors.GREEN, "code": typer.colors.CYAN,
}  # fmt: skip


def painter(stream: TextIO | None = None) -> Paint:
    """A function (text, role) -> text that colours on a terminal, unless NO_COLOR is set."""
    out = sys.stdout if stream is None else stream
    if os.environ.get("NO_COLOR") or not out.isatty():
        return lambda text, role: text

    def paint(text: str, role: str) -> str:
        if role in ("dim", "premise", "shared"):
            return typer.style(text, dim=True)
        return typer.style(text, fg=_COLOURS.get(role), bold=role in ("error", "thesis"))

    return paint
