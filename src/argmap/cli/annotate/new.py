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

    Examples:

      argmap annotate new zoo.yaml --annotator maya --name "Maya K."

      argmap annotate new zoo.yaml --annotator jo --codebook quality --codebook ours.yaml
    """
    from argmap.annotation.layers.beginning import begun, path_for, sound_id
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.layers.files import create
    from argmap.annotation.layers.words import ROLES
    from argmap.diagnostics import visible

    (role,) = chosen(role, ROLES, "role")
    if map == "-":
        fail("a layer names its map by a file; save the map first")
    document = one(map)
    annotator = annotator or ask.for_text("Who annotates (letters, digits, -, _)", "--annotator")
    try:
        path = Path(output) if output else path_for(document, sound_id(annotator))
        text = begun(document, path, annotator, name=name, role=role, codebooks=codebook or ())
    except RefusedError as error:
        fail(str(error))
    shown = visible(str(path))
    try:
        create(path, text)
    except FileExistsError:
        fail(f"{shown} exists already, and was left as it is")
    except OSError as error:
        typer.echo(f"argmap: {shown} cannot be written: {error.strerror or error}", err=True)
        raise typer.Exit(FOUND) from None
    typer.echo(f"wrote {shown}; next: argmap annotate add {shown}")
