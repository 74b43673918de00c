import sys
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, WRONG_USE, Paths, documents, fail, report, say, unreadable

if TYPE_CHECKING:
    from argmap.yaml.document import Document


def fmt(
    paths: Paths,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail if a file would change.")
    ] = False,
    pin_ids: Annotated[
        bool,
        typer.Option(
            "--pin-ids", help="Write the derived id into every claim, and change no more."
        ),
    ] = False,
) -> None:
    """Lay maps out canonically; comments, order and quotes stay as they are.

    With - the result goes to standard output. Maps with errors are reported and left alone.

    Examples:

      argmap fmt maps/

      argmap fmt --check maps/

      argmap fmt --pin-ids zoo.yaml
    """
    from argmap.diagnostics import visible
    from argmap.yaml.edits import EditError
    from argmap.yaml.layout import LayoutError
    from argmap.yaml.storage import replace_text

    seen = changed = faulty = lost = 0
    for document, _ in documents(paths):
        seen += 1
        name = document.source.name
        if document.map is None:
            faulty += 1
            lost += unreadable(document)
            report([document])
            continue
        try:
            text = _formatted(document, pin_ids)
        except (EditError, LayoutError) as error:
            typer.echo(
                f"argmap: {visible(name)} was not changed: {error}; please report it", err=True
            )
            faulty += 1
            continue
        if name == "<stdin>":
            if not check:
                sys.stdout.buffer.write(text.encode())
        elif text != document.source.text and not check:
            try:
                replace_text(document.source, text)
            except OSError as error:
                reason = error.strerror or error
                typer.echo(f"argmap: {visible(name)} was not changed: {reason}", err=True)
                faulty += 1
                continue
        if text != document.source.text:
            changed += 1
            if name != "<stdin>" or check:
                say(f"{'would change' if check else 'changed'} ", name)
    if not seen:
        fail("no maps found")
    if lost == seen:
        raise typer.Exit(WRONG_USE)
    if faulty or (check and changed):
        raise typer.Exit(FOUND)


def _formatted(document: "Document", pin: bool) -> str:
    if pin:
        from argmap.yaml.edits import pin_ids

        return pin_ids(document)
    from argmap.yaml.layout import layout

    return layout(document.tree)
