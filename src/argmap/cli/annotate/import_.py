import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.changing import changed
from argmap.cli.common import FOUND, chosen, fail, one

if TYPE_CHECKING:
    from argmap.annotation.exchange import Import
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Layer
    from argmap.diagnostics import Source
    from argmap.model import ArgumentMap
    from argmap.yaml.document import Document

FORMATS = ("jsonld", "csv")

#: Lines on what was left out that are printed.
MOST = 50


def import_(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A JSON-LD or CSV file, or - for standard input.")
    ],
    map: Annotated[str, typer.Option("--map", help="The map that it is about.")],
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="A layer file, or a folder; MAP.layers/ if not said."),
    ] = "",
    annotator: Annotated[
        str, typer.Option(help="Whose it is, where the file does not say; or whose to take.")
    ] = "",
    format: Annotated[str, typer.Option(help="jsonld or csv; by the file if not said.")] = "",
    append: Annotated[
        bool, typer.Option("--append", help="Add to layers that are there already.")
    ] = False,
) -> None:
    """Read layers from JSON-LD or CSV: what `export` wrote, or what other programs noted.

    Notes on a web page become passages of the source that has its address as `url`. No layer is
    overwritten. What cannot be taken over is told on the error stream.

    Exit status: 0 all was taken over, 1 something was left out, 2 wrong use or nothing readable.

    Examples:

      argmap annotate import maya.csv --map zoo.yaml

      argmap annotate import notes.json --map zoo.yaml --annotator maya --append
    """
    from argmap.annotation.exchange.landing import landing, settled_at
    from argmap.annotation.layers.edits import RefusedError

    if map == "-":
        fail("a layer names its map by a file; save the map first")
    document = one(map)
    assert document.map is not None
    source = _source(file)
    form = chosen(format or _guess(source), FORMATS)[0]
    found = _read(source, form, document.map, map, annotator)
    places: dict[Path, Layer] = {}
    for layer in found.layers:
        path = landing(layer, map, output, several=len(found.layers) > 1)
        if path in places:
            names = list(dict.fromkeys(other.annotator for other in found.layers))
            if len(names) == 1:
                fail(f"the file holds several layers of {names[0]}; put each in a file of its own")
            named = ", ".join(names)
            fail(f"the file holds layers of {named}; name a folder with -o, or one by --annotator")
        try:
            places[path] = settled_at(layer, path, map)
        except RefusedError as error:
            fail(str(error))
    taken = [path for path in places if path.exists()]
    if taken and not append:
        fail(f"{taken[0]} exists already; --append adds to it")
    for folder in {path.parent for path in places if output and path != Path(output)}:
        _make(folder)
    for path, layer in places.items():
        _land(layer, path, document)
    _tell(found)


def _make(folder: Path) -> None:
    """Makes the folder that was named."""
    from argmap.diagnostics import visible

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{visible(str(folder))} cannot be made: {error.strerror or error}")


def _source(file: str) -> "Source":
    from argmap.yaml.storage import decoded, from_disk

    try:
        data = from_disk(file) if file != "-" else sys.stdin.buffer.read()
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}")
    source, fault = decoded(data, file)
    if fault is not None:
        fail(f"{file}: {fault.message}")
    return source


def _guess(source: "Source") -> str:
    """JSON begins with a bracket, and a table with the name of a column."""
    return "jsonld" if source.text.lstrip()[:1] in ("{", "[") else "csv"


def _read(source: "Source", form: str, map: "ArgumentMap", file: str, annotator: str) -> "Import":
    from dataclasses import replace

    from argmap.annotation.exchange import ExchangeError, jsonld, table
    from argmap.annotation.layers.beginning import sound_id
    from argmap.annotation.layers.edits import RefusedError
    from argmap.diagnostics import visible

    try:
        who = sound_id(annotator) if annotator else ""
        read = jsonld.read if form == "jsonld" else table.read
        found = read(source.text, map, Path(file).name, who)
    except (ExchangeError, RefusedError) as error:
        fail(f"{visible(source.name)}: {error}")
    if found.left_out:  # a layer of which nothing is left is none
        found = replace(found, layers=tuple(one for one in found.layers if one.annotations))
    if not found.layers:
        for line in found.left_out[:MOST]:
            typer.echo(f"argmap: left out: {visible(line)}", err=True)
        fail(f"{visible(source.name)} has no annotations that could be taken over")
    return found


def _land(layer: "Layer", path: Path, map: "Document") -> None:
    """Writes a new layer, or adds to the one that is there."""
    from argmap.annotation.exchange.landing import Appended, appended
    from argmap.annotation.layers.edits import RefusedError, written
    from argmap.annotation.layers.files import create
    from argmap.annotation.studies import belongs
    from argmap.diagnostics import visible

    shown, many = visible(str(path)), len(layer.annotations)
    if not path.exists():
        try:
            create(path, written(layer))
        except OSError as error:
            typer.echo(f"argmap: {shown} cannot be written: {error.strerror or error}", err=True)
            raise typer.Exit(FOUND) from None
        typer.echo(f"wrote {shown}: {many} annotation{'s' if many != 1 else ''}")
        return
    done: list[Appended] = []

    def change(document: "LayerDocument") -> str:
        if document.value is not None and not belongs(document, map):
            raise RefusedError(f"{shown} is about {visible(document.value.map)}, another map")
        done.append(appended(document, layer))
        return done[-1].text

    changed(str(path), change)
    known = f"; {done[-1].known} were there already" if done[-1].known else ""
    typer.echo(f"added {done[-1].count} to {shown}{known}")
    for old, new in done[-1].renamed:
        typer.echo(f"argmap: {layer.annotator}/{old} is now {layer.annotator}/{new}", err=True)


def _tell(found: "Import") -> None:
    """Prints what was changed and what was left out, and fails for the latter."""
    from argmap.diagnostics import visible

    for line in found.losses[:MOST]:
        typer.echo(f"argmap: not taken over as it was: {visible(line)}", err=True)
    for line in found.left_out[:MOST]:
        typer.echo(f"argmap: left out: {visible(line)}", err=True)
    if len(found.left_out) > MOST:
        typer.echo(f"argmap: left out: {len(found.left_out) - MOST:,} more", err=True)
    if found.left_out:
        raise typer.Exit(FOUND)
