from typing import Annotated

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, OnePath, chosen, fail, one
from argmap.cli.marks import (
    HeatOption,
    LayersOption,
    MarksError,
    ViewerOption,
    marks,
    open_layers,
)

FORMATS = ("text", "markdown", "json")


def show(
    path: OnePath,
    format: Annotated[str, typer.Option(help="text, markdown or json.")] = "text",
    layers: LayersOption = None,
    heat: HeatOption = "",
    viewer: ViewerOption = "",
) -> None:
    """Print the argument as a tree, as nested lists, or as the flat model.

    Examples:

      argmap show maps/assad-fall.yaml

      argmap show zoo.yaml --format markdown > zoo.md

      argmap show zoo.yaml --format json | python -m json.tool

      argmap show zoo.yaml --layers zoo.layers/
    """
    (form,) = chosen(format, FORMATS)
    if form == "json" and layers:
        fail("json is the map alone; for layers use `argmap annotate export --format jsonld`")
    noted = open_layers(layers, heat, viewer)
    document = one(path)
    map = document.map
    assert map is not None
    if form == "json":
        from argmap.views.flat import as_json

        typer.echo(as_json(map), nl=False)
        return
    from argmap.views.tree import as_markdown, as_text

    try:
        overlay, notes = marks(document, noted, heat, viewer)
    except MarksError as error:
        fail(str(error))
    if noted and overlay is None:
        fail("none of the layers is about this map")
    for note in notes:
        typer.echo(note, err=True)
    if form == "markdown":
        typer.echo(as_markdown(map, overlay), nl=False)
    else:
        from argmap.cli.terminal import width

        typer.echo(as_text(map, painter(), width(), overlay), nl=False)
    if any(layer.value is None for layer in noted):
        raise typer.Exit(FOUND)
