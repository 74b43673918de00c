"""What the commands that change a map share: one map written, and conflicts told."""

import sys
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from argmap.cli.common import FOUND, fail, one

if TYPE_CHECKING:
    from argmap.model import Conflict
    from argmap.yaml.document import Document


def rewrite(path: str, output: str, change: "Callable[[Document], str]") -> None:
    """Writes the text that `change` makes of the map at `path` to `output`, `-` or a file.

    Nobody else who takes the lock writes that file meanwhile. What cannot be done is said, ends the
    command, and leaves everything as it was.
    """
    from argmap.diagnostics import visible
    from argmap.yaml.edits import EditError
    from argmap.yaml.storage import locked, replace_file, replace_text

    _writable(path, output)
    try:
        with nullcontext() if output == "-" else locked(output):
            document = one(path)
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


def _writable(path: str, output: str) -> None:
    """Ends the command where there is no place for what is to be written."""
    if output == path != "-" and not Path(path).is_file():
        one(path)
        fail(f"{path} is no file that could be replaced")
    if output != "-" and (Path(output).is_dir() or not Path(output).parent.is_dir()):
        fail(f"{output} cannot be written: that is no file in a folder that exists")


def conflicts_text(conflicts: "Iterable[Conflict]") -> str:
    """Conflicts by their numbers, with what each version has there."""
    from json import dumps

    from argmap.checks.conflicts import told
    from argmap.diagnostics import visible

    lines = []
    for number, conflict in enumerate(conflicts, 1):
        lines.append(f"{number}  {told(conflict)}")
        for side in ("base", "ours", "theirs"):
            value = getattr(conflict, side)
            shown = value if isinstance(value, str) else dumps(value, ensure_ascii=False)
            lines += [f"   {side:8}{shown}"] if value else []
    return "".join(visible(line) + "\n" for line in lines)
