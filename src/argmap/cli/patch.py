from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, OnePath, fail, one
from argmap.cli.rewriting import rewrite

if TYPE_CHECKING:
    from argmap.diff import Diff
    from argmap.yaml.document import Document


def patch(
    path: OnePath,
    diff: Annotated[
        str,
        typer.Argument(
            metavar="DIFF",
            help="What `argmap diff --format json` wrote: a file, or - for standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="Write here, not to the map itself; - prints it."),
    ] = "",
) -> None:
    """Apply a diff in JSON to a map; comments, order and layout stay.

    Where the map is not as the diff expects it, nothing is written. Exit status: 0, 1 if the diff
    does not fit or the map has errors, 2 wrong use or nothing readable.

    Examples:

      argmap diff old.yaml new.yaml --format json > changes.json

      argmap patch zoo.yaml changes.json
    """
    if path == diff == "-":
        fail("standard input can be the map or the diff, not both")
    edits = _read(diff)

    def change(document: "Document") -> str:
        from argmap.diagnostics import visible
        from argmap.diff import PatchError, patched
        from argmap.yaml.edits import EditError
        from argmap.yaml.rewriting import rewritten

        assert document.map is not None
        try:
            target = patched(document.map, edits)
            return rewritten(document, target, edits.new_of)
        except (PatchError, EditError) as error:
            name, reason = document.source.name, visible(str(error))
            typer.echo(f"argmap: the diff does not fit {visible(name)}: {reason}", err=True)
            raise typer.Exit(FOUND) from None

    rewrite(path, output or path, change, one)


def _read(path: str) -> "Diff":
    """The diff of a file; what is none ends the command."""
    import sys
    from json import loads

    from argmap.diagnostics import visible
    from argmap.diff.json_form import DiffError, from_data
    from argmap.yaml.storage import decoded, from_disk

    try:
        data = sys.stdin.buffer.read() if path == "-" else from_disk(path)
        source, fault = decoded(data, path)
        if fault is not None:
            raise DiffError(fault.message)
        return from_data(loads(source.text))
    except OSError as error:
        reason = error.strerror or str(error)
    except DiffError as error:
        reason = str(error)
    except (ValueError, RecursionError):
        reason = "it is no JSON; `argmap diff --format json` writes it"
    return fail(f"{visible(path)} cannot be read: {visible(reason)}")
