"""What the commands that change a map share: one file written, and conflicts told."""

import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from argmap.cli.common import FOUND, fail, read_one, sound

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.model import Conflict
    from argmap.yaml.document import Document

Read = TypeVar("Read", bound="Document | LayerDocument")


def map_or_layer(path: str, document: "Document | None" = None) -> "Document | LayerDocument":
    """What a file holds, or a document that was read of it; errors end the command."""
    from argmap.diagnostics import visible
    from argmap.yaml.files import kind

    document = document or read_one(path)
    found = kind(document.tree.root)
    if found == "codebook":
        name = visible(document.source.name)
        fail(f"{name} is a codebook: git merges it as text, and it holds no conflicts")
    return _layer(document) if found == "layer" else sound(document)


def _layer(document: "Document") -> "LayerDocument":
    from argmap.annotation.layers.reader import read_layer
    from argmap.cli.annotate.common import report

    layer = read_layer(document.source)
    if layer.value is None:
        report(layer)
        raise typer.Exit(FOUND)
    return layer


def rewrite(
    path: str, output: str, change: "Callable[[Read], str]", load: "Callable[[str], Read]"
) -> None:
    """Writes the text that `change` makes of the file at `path` to `output`, `-` or a file.

    Nobody else who takes the lock writes that file meanwhile. What cannot be done is said, ends the
    command, and leaves everything as it was.
    """
    from argmap.diagnostics import visible
    from argmap.yaml.edits import EditError
    from argmap.yaml.storage import locked, replace_file, replace_text

    _writable(path, output, load)
    try:
        with nullcontext() if output == "-" else locked(output):
            document = load(path)
            text = change(document)
            if output == "-":
                sys.stdout.buffer.write(text.encode())
            elif output != path:
                replace_file(output, text.encode())
            elif text != document.source.text:
                replace_text(document.source, text)
    except BrokenPipeError:
        raise
    except EditError as error:
        reason = f"{visible(str(error))}; please report it"
    except OSError as error:
        reason = error.strerror or str(error)
    else:
        return
    what = visible(path if output == "-" else output)
    typer.echo(f"argmap: {what} was not changed: {reason}", err=True)
    raise typer.Exit(FOUND)


def _writable(path: str, output: str, load: "Callable[[str], Read]") -> None:
    """Ends the command where there is no place for what is to be written."""
    if output == path != "-" and not Path(path).is_file():
        load(path)
        fail(f"{path} is no file that could be replaced")
    if output != "-" and (Path(output).is_dir() or not Path(output).parent.is_dir()):
        fail(f"{output} cannot be written: that is no file in a folder that exists")


def conflicts_text(conflicts: "Iterable[Conflict]", whole: str = "the map", first: int = 1) -> str:
    """Conflicts by their numbers, with what each version has there."""
    from argmap.diagnostics import visible
    from argmap.model.conflicts import headed

    lines = []
    for number, conflict in enumerate(conflicts, first):
        lines.append(f"{number}  {headed(conflict, whole)}")
        for side in ("base", "ours", "theirs"):
            value = getattr(conflict, side)
            if value or (conflict.kind == "changed" and side != "base"):
                lines.append(f"   {side:8}{_shown(value)}")
    return "".join(visible(line) + "\n" for line in lines)


def _shown(value: object) -> str:
    from json import dumps

    if isinstance(value, str):
        return value or "(nothing)"
    return dumps(value, ensure_ascii=False)
