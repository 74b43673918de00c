"""Tables and data on standard output, for the commands that print both."""

import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from argmap.annotation.tables import Table


def width() -> int:
    """The columns of the terminal, as far as lines can be read; 100 where there is none."""
    from shutil import get_terminal_size

    return max(min(get_terminal_size((100, 24)).columns, 140), 60)


def print_tables(tables: "list[Table]", form: str) -> None:
    """Prints tables as text or as Markdown."""
    from argmap.annotation.tables import as_markdown, as_text

    shown = as_markdown(tables) if form == "markdown" else as_text(tables, width())
    typer.echo(shown, nl=False)


def print_json(data: Any) -> None:
    from json import dumps

    print_data(dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_data(text: str) -> None:
    """Prints what is meant for programs: whole for them, harmless for terminals."""
    from argmap.diagnostics import visible

    if sys.stdout.isatty():
        text = "\n".join(map(visible, text.split("\n")))
    typer.echo(text, nl=False)
