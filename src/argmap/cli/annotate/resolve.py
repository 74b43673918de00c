from typing import Annotated

import typer

from argmap.cli.annotate.changing import changed, layer_at, one_by_one, own
from argmap.cli.annotate.common import LayerFile

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="Annotations of the layer.")]


def resolve(
    path: LayerFile,
    ids: Ids,
    reopen: Annotated[bool, typer.Option("--reopen", help="Open them again.")] = False,
) -> None:
    """Mark annotations as settled; what answers them is settled with them.

    Examples:

      argmap annotate resolve zoo.layers/maya.yaml a1 a3

      argmap annotate resolve zoo.layers/maya.yaml a1 --reopen
    """
    from dataclasses import replace

    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.edits import changed as text_with

    layer = layer_at(path).value
    assert layer is not None
    named = own(layer, ids)

    def settled(document: LayerDocument, id: str) -> str:
        found = document.value.annotation.get(id) if document.value else None
        return text_with(document, replace(found or layer.annotation[id], resolved=not reopen))

    changed(path, lambda document: one_by_one(document, named, settled))
    for id in named:
        word = "reopened" if reopen else "resolved"
        same = layer.annotation[id].resolved is not reopen
        typer.echo(f"{layer.annotator}/{id} {'was ' if same else ''}{word}")
