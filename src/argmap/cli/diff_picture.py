"""A diff as a picture or a page: what the command asks for, and the file that comes of it."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from argmap.cli.common import FOUND, fail

if TYPE_CHECKING:
    from argmap.cli.sides import Side
    from argmap.diff import Comparison
    from argmap.model import ArgumentMap
    from argmap.project import Settings


@dataclass(frozen=True, slots=True)
class Drawing:
    """The options on the picture; empty as long as nothing is asked for."""

    form: str
    output: str = ""
    theme: str = ""
    direction: str = ""
    focus: str = ""
    everything: bool = False


def draw(old: "Side", new: "Side", ignore_ids: bool, asked: Drawing, path: str) -> bool:
    """Draws the diff of two maps, as is settled for `path`; gives whether there is any."""
    from argmap.diff import compare
    from argmap.project import SettingsError, settings_for
    from argmap.rendering import RenderError

    if old.folder:
        fail("a picture or a page is of two maps; name them")
    (one,), (other,) = maps(old).values(), maps(new).values()
    comparison = compare(one, other, ignore_ids=ignore_ids)
    names = (old.name, new.name)
    try:
        settings = settings_for(path)
        make = _page if asked.form == "html" else _picture
        data = make(comparison, names, settings, asked)
    except SettingsError as error:
        fail(str(error))
    except RenderError as error:
        typer.echo(f"argmap: {error}", err=True)
        raise typer.Exit(FOUND) from None
    _write(asked.output, data)
    return bool(comparison.diff)


def _picture(
    comparison: "Comparison", names: tuple[str, str], settings: "Settings", asked: Drawing
) -> bytes:
    from argmap.diff.union import union
    from argmap.rendering import Options, render

    both = union(comparison, *names)
    options = Options(
        theme=settings.drawn_in(asked.theme or settings.theme),
        direction=asked.direction or "auto",  # type: ignore[arg-type]
        focus=asked.focus,
        all=asked.everything,
    )
    picture = render(both.map, asked.form, options, both.overlay)  # type: ignore[arg-type]
    for note in picture.notes:
        typer.echo(f"argmap: {note}", err=True)
    return picture.data


def _page(
    comparison: "Comparison", names: tuple[str, str], settings: "Settings", asked: Drawing
) -> bytes:
    from argmap.cli.pages import as_file
    from argmap.page.changes import compared

    return as_file(compared(comparison, *names), settings, asked.theme)


def check_target(output: str, sides: list[str]) -> None:
    """Ends the command where a picture cannot be written, or would replace what it is of."""
    target = Path(output)
    if output in ("", "-"):
        return
    if target.is_dir() or not target.parent.is_dir():
        fail(f"{output} cannot be written: that is no file in a folder that exists")
    if target.exists() and any(Path(s).exists() and target.samefile(s) for s in sides):
        fail(f"{output} is one of the versions; name another file")


def _write(output: str, data: bytes) -> None:
    from argmap.yaml.storage import replace_file

    if output in ("", "-"):
        sys.stdout.buffer.write(data)
        return
    try:
        replace_file(output, data)
    except OSError as error:
        fail(f"{output} cannot be written: {error.strerror}")


def maps(side: "Side") -> "dict[str, ArgumentMap]":
    """The maps of a side, by their paths."""
    return {path: found.map for path, found in side.documents.items() if found.map is not None}
