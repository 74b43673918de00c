"""What the commands that change a layer share: one edit, and what may come in between."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from argmap.cli.annotate.common import map_named, report
from argmap.cli.annotate.completing import completed
from argmap.cli.common import FOUND, WRONG_USE, fail, one

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Layer
    from argmap.annotation.locating import Request
    from argmap.texts import SourceText
    from argmap.yaml.document import Document


def layer_at(path: str) -> "LayerDocument":
    """The layer of a file; what is none, or has errors, ends the command."""
    from argmap.annotation.layers.files import is_layer, load_layer
    from argmap.diagnostics import visible

    document = load_layer(path)
    if document.value is None:
        if not is_layer(document):
            fail(f"{visible(path)} is no layer; see `argmap annotate new`")
        report(document)
        unread = any(fault.code.name == "unreadable" for fault in document.faults)
        raise typer.Exit(WRONG_USE if unread else FOUND)
    return document


def map_for(document: "LayerDocument", map: str = "") -> "Document":
    """The map that a layer is about, or the one that is named; its errors end the command."""
    return one(map or map_named(document))


def changed(path: str, change: "Callable[[LayerDocument], str]") -> "LayerDocument":
    """Changes the layer at `path`; where that cannot be, says why and ends the command."""
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.layers.files import edit
    from argmap.diagnostics import visible
    from argmap.yaml.edits import EditError

    try:
        return edit(path, change)
    except RefusedError as error:
        fail(str(error))
    except EditError as error:
        typer.echo(f"argmap: {visible(path)} was not changed: {error}; please report it", err=True)
    except OSError as error:
        reason = error.strerror or error
        typer.echo(f"argmap: {visible(path)} was not changed: {reason}", err=True)
    raise typer.Exit(FOUND)


def say(
    document: "LayerDocument",
    about: "Document",
    request: "Request",
    texts: "Mapping[str, SourceText] | None" = None,
    others: "Sequence[Layer]" = (),
) -> None:
    """Adds what a request says about a map to a layer, and prints its name.

    At a terminal, what the request lacks is asked for.
    """
    from argmap.annotation.layers.anchor import version_of
    from argmap.annotation.layers.edits import added
    from argmap.annotation.making import annotate
    from argmap.annotation.nearby import named_nearby

    map = about.map
    assert map is not None
    request = completed(request, document, map, texts, others)

    def change(document: "LayerDocument") -> str:
        one = annotate(
            document, map, request, texts=texts, others=others,
            named=named_nearby(document, about.source.name), created=now(),
        )  # fmt: skip
        return added(document, one)

    layer = changed(document.source.name, change).value
    assert layer is not None
    typer.echo(f"{layer.annotator}/{layer.annotations[-1].id}")
    if layer.version not in ("", version_of(about.source.text)):
        older = "the map has changed since this layer was begun"
        typer.echo(f"argmap: {older}; see `argmap annotate reanchor`", err=True)


def one_by_one(
    document: "LayerDocument", ids: Iterable[str], change: "Callable[[LayerDocument, str], str]"
) -> str:
    """The text after a change for each of several annotations."""
    from argmap.annotation.layers.reader import read_layer
    from argmap.diagnostics import Source

    for id in dict.fromkeys(ids):
        document = read_layer(Source(document.source.name, change(document, id)))
    return document.source.text


def own(layer: "Layer", named: Iterable[str]) -> list[str]:
    """The ids of annotations of a layer, also where they are given as "ANNOTATOR/ID"."""
    from argmap.diagnostics import did_you_mean, visible
    from argmap.model.ids import nfc

    found = []
    for name in named:
        annotator, _, id = name.rpartition("/")
        if annotator and nfc(annotator) != layer.annotator:
            fail(visible(f"{name} is not an annotation of this layer, but of {annotator}"))
        id = nfc(id)
        if id not in layer.annotation:
            mend = did_you_mean(id, list(layer.annotation))
            fail(f"there is no annotation `{visible(id)}`" + (f"; {mend}" if mend else ""))
        found.append(id)
    return list(dict.fromkeys(found))


def body_of(given: str) -> str:
    """The text of `--body`, or of standard input for `-`."""
    if given != "-":
        return given
    if sys.stdin is None:
        fail("there is no standard input")
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def now() -> str:
    """The time in UTC, to the second."""
    from datetime import UTC, datetime

    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
