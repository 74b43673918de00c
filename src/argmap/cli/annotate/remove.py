from typing import Annotated

import typer

from argmap.cli.annotate.changing import changed, layer_at, one_by_one, own
from argmap.cli.annotate.common import LayerFile, MapOption
from argmap.cli.annotate.resolve import Ids
from argmap.cli.common import FOUND


def remove(
    path: LayerFile,
    ids: Ids,
    force: Annotated[
        bool, typer.Option("--force", help="Also what somebody has answered.")
    ] = False,
    map: MapOption = "",
) -> None:
    """Remove annotations from a layer; all else in the file stays as it is.

    What somebody has answered stays, unless --force is given or the answers go with it.

    Examples:

      argmap annotate remove zoo.layers/maya.yaml a2
    """
    from argmap.annotation.layers.edits import removed
    from argmap.annotation.nearby import answers_to, nearby
    from argmap.diagnostics import visible

    document = layer_at(path)
    layer = document.value
    assert layer is not None
    named = own(layer, ids)
    others = [one.value for one in nearby(document, map) if one.value]
    answers = answers_to(layer, named, others)
    for id, names in answers.items():
        typer.echo(f"argmap: {layer.annotator}/{id} is answered by {', '.join(names)}", err=True)
    if answers and not force:
        typer.echo("argmap: nothing was removed; --force removes it all the same", err=True)
        raise typer.Exit(FOUND)
    changed(path, lambda document: one_by_one(document, named, removed))
    for id in named:
        body = layer.annotation[id].body
        said = visible(body) if len(body) < 60 else visible(body)[:59] + "…"
        typer.echo(f"removed {layer.annotator}/{id}" + (f": {said}" if said else ""))
