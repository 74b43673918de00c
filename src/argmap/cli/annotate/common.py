"""What the commands on layers share: their paths, the map, faults on the error stream."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, WRONG_USE, fail, one

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.study import Study

Layers = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Layers, folders of layers, or a map for all layers beside it."
    ),
]
LayerFile = Annotated[str, typer.Argument(metavar="LAYER", help="A layer file.")]
MapOption = Annotated[
    str, typer.Option("--map", help="The map, where it is not where the layers say.")
]


def layers(paths: list[str]) -> "list[LayerDocument]":
    """The layers that paths name or that lie in folders; files of other kinds are passed over."""
    from pathlib import Path

    from argmap.annotation.layers.files import is_layer, load_layer
    from argmap.annotation.study import layer_files

    found: dict[str, LayerDocument] = {}
    for path in paths:
        named = not Path(path).is_dir()
        files = layer_files(path)
        for file in files:
            document = load_layer(str(file))
            alone = named and len(files) == 1
            if alone and not is_layer(document):
                fail(f"{path} is no layer, and no layers lie beside it; see `argmap annotate new`")
            if is_layer(document):
                found.setdefault(str(file), document)
    if not found:
        fail("no layers found")
    return [*found.values()]


def open_study(paths: list[str], map: str = "") -> "Study":
    """The study of the layers that paths name; layers with errors are reported and left out.

    Ends the command where no layer is left, where they are about different maps, or where the map
    cannot be used.
    """
    from argmap.annotation.layers.files import map_of
    from argmap.annotation.study import study

    documents = layers(paths)
    sound = [document for document in documents if document.value is not None]
    report(*(document for document in documents if document.value is None))
    if not sound:
        raise typer.Exit(WRONG_USE)
    found = study(one(map or str(map_of(sound[0]))), documents)
    for layer in found.foreign:
        assert layer.value is not None
        named = f"{layer.value.map}, not {found.document.source.name}"
        typer.echo(f"argmap: {layer.source.name} is about {named}; left out", err=True)
    if not found.layers:
        raise typer.Exit(FOUND)
    return found


def report(*documents: "LayerDocument") -> None:
    """Prints the errors of layers on the error stream."""
    if documents:
        from argmap.checks import Findings
        from argmap.cli.colour import painter
        from argmap.cli.printing import findings_text

        for document in documents:
            text = findings_text(document.source, Findings(document.errors), painter(sys.stderr))
            typer.echo(text, err=True, nl=False)
