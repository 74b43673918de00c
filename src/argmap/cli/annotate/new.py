from pathlib import Path
from typing import Annotated

import typer

from argmap.cli.annotate import ask
from argmap.cli.common import FOUND, chosen, fail, one


def new(
    map: Annotated[str, typer.Argument(metavar="MAP", help="A map file.")],
    annotator: Annotated[
        str, typer.Option(help="Who annotates: letters, digits, - and _.", show_default=False)
    ] = "",
    name: Annotated[str, typer.Option(help="The annotator's name for people.")] = "",
    class_: Annotated[
        str,
        typer.Option(
            "--class", metavar="FILE", help="A layer for each line: annotator, name for people."
        ),
    ] = "",
    role: Annotated[str, typer.Option(help="student, teacher or adjudicator.")] = "student",
    codebook: Annotated[
        list[str] | None,
        typer.Option(help="quality, fallacies, or a codebook's file; repeat for several."),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file; MAP.layers/ANNOTATOR.yaml if not said.")
    ] = "",
) -> None:
    """Begin a layer: a file for one annotator's notes on a map. Nothing is overwritten.

    With --class it begins a layer for each student of a list; those that are there are left alone.

    Examples:

      argmap annotate new zoo.yaml --annotator maya --name "Maya K."

      argmap annotate new zoo.yaml --annotator jo --codebook quality --codebook ours.yaml

      argmap annotate new zoo.yaml --class class.csv --codebook quality
    """
    from argmap.annotation.layers.beginning import begun, path_for, sound_id
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.layers.words import ROLES
    from argmap.diagnostics import many, visible

    (role,) = chosen(role, ROLES, "role")
    if map == "-":
        fail("a layer names its map by a file; save the map first")
    if class_ and (annotator or name or output):
        fail("--class names who annotates and where; leave --annotator, --name and -o away")
    document = one(map)
    if not class_:
        annotator = annotator or ask.for_text(
            "Who annotates (letters, digits, -, _)", "--annotator"
        )
    try:
        students = _students(class_) if class_ else {sound_id(annotator): name}
        files = []
        for student, called in students.items():
            path = Path(output) if output else path_for(document, student)
            text = begun(document, path, student, name=called, role=role, codebooks=codebook or ())
            files.append((path, text))
    except RefusedError as error:
        fail(f"{visible(class_)}: {error}" if class_ else str(error))
    written = [path for path, text in files if _created(path, text, go_on=bool(class_))]
    if class_:
        there = len(files) - len(written)
        folder = visible(str(files[0][0].parent))
        more = f"; {there} {'was' if there == 1 else 'were'} there already" if there else ""
        typer.echo(f"wrote {many(len(written), 'layer')} to {folder}{more}")
    else:
        shown = visible(str(written[0]))
        typer.echo(f"wrote {shown}; next: argmap annotate add {shown}")


def _students(path: str) -> dict[str, str]:
    from argmap.annotation.layers.roster import roster
    from argmap.diagnostics import visible
    from argmap.yaml.storage import decoded, from_disk

    try:
        source, fault = decoded(from_disk(path), path)
    except OSError as error:
        fail(f"{visible(path)} cannot be read: {error.strerror or error}")
    if fault is not None:
        fail(f"{visible(path)}: {fault.message}; {fault.hint}")
    return roster(source.text)


def _created(path: Path, text: str, *, go_on: bool) -> bool:
    """Whether a new file was written; one that is there ends the command, unless it is to go on."""
    from argmap.annotation.layers.files import create
    from argmap.diagnostics import visible

    shown = visible(str(path))
    try:
        create(path, text)
    except FileExistsError:
        if go_on:
            return False
        fail(f"{shown} exists already, and was left as it is")
    except OSError as error:
        typer.echo(f"argmap: {shown} cannot be written: {error.strerror or error}", err=True)
        raise typer.Exit(FOUND) from None
    return True
