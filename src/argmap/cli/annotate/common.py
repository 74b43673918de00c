"""What the commands on layers share: their paths, the map, faults on the error stream."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, WRONG_USE, fail, one

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.opening import Opened
    from argmap.annotation.studies import Study
    from argmap.yaml.document import Document

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
    """The layers that paths name; where they name anything else, or none, the command ends."""
    from argmap.annotation.opening import opened

    return layers_of(opened(paths))


def layers_of(found: "Opened") -> "list[LayerDocument]":
    """The layers that were found; where there is anything else, or none, the command ends."""
    for path in found.others:
        fail(f"{path} is no layer, and no layers lie beside it; see `argmap annotate new`")
    if not found.layers:
        fail("no layers found")
    return [*found.layers.values()]


def map_named(document: "LayerDocument") -> str:
    """The file of the map that a layer names; what is no file might never end: the command does."""
    from argmap.annotation.layers.files import map_of
    from argmap.diagnostics import visible

    path = map_of(document)
    if path.exists() and not path.is_file() and not path.is_dir():
        fail(visible(f"{document.source.name} names {path} as its map, and that is no file"))
    return str(path)


def map_at(path: str, found: "Opened") -> "Document":
    """The map of a file, which may have been read already; its errors end the command."""
    from os.path import realpath

    known = found.maps.get(realpath(path))
    return one(path) if known is None or known.map is None else known


def open_study(paths: list[str], map: str = "") -> "Study":
    """The study of the layers that paths name; layers with errors are reported and left out.

    Ends the command where no layer is left, where they are about different maps, or where the map
    cannot be used.
    """
    from argmap.annotation.opening import opened
    from argmap.annotation.studies import study
    from argmap.diagnostics import visible

    every = opened(paths)
    documents = layers_of(every)
    sound = [document for document in documents if document.value is not None]
    report(*(document for document in documents if document.value is None))
    if not sound:
        raise typer.Exit(WRONG_USE)
    found = study(map_at(map or map_named(sound[0]), every), documents, trusted=bool(map))
    for layer in found.foreign:
        assert layer.value is not None
        file = found.document.source.name
        told = f"{layer.source.name} is about {layer.value.map}, not {file}; left out"
        typer.echo(visible(f"argmap: {told} (if it is the same map: --map {file})"), err=True)
    if not found.layers:
        raise typer.Exit(FOUND)
    return found


def fail_if_left_out(study: "Study") -> None:
    """Ends the command with status 1 where layers were left out, as has been told by then."""
    if study.faulty or study.foreign:
        raise typer.Exit(FOUND)


def report(*documents: "LayerDocument") -> None:
    """Prints the errors of layers on the error stream."""
    if documents:
        from argmap.checks import Findings
        from argmap.cli.colour import painter
        from argmap.cli.printing import findings_text

        for document in documents:
            text = findings_text(document.source, Findings(document.errors), painter(sys.stderr))
            typer.echo(text, err=True, nl=False)
