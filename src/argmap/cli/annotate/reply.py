from typing import Annotated

import typer

from argmap.cli.annotate.add import Body, Labels
from argmap.cli.annotate.changing import body_of, layer_at, map_for, say
from argmap.cli.annotate.common import LayerFile, MapOption


def reply(
    path: LayerFile,
    answered: Annotated[
        str,
        typer.Argument(metavar="ANNOTATOR/ID", help="What it answers, in a layer nearby."),
    ],
    body: Body = "",
    label: Labels = None,
    map: MapOption = "",
) -> None:
    """Answer an annotation of somebody else, or your own, and print the name of the answer.

    LAYER is your own layer; that of the other lies in the same folder, or beside the map.

    Examples:

      argmap annotate reply zoo.layers/kim.yaml maya/a1 --body "The keepers did."
    """
    from argmap.annotation.locating import Request
    from argmap.annotation.nearby import nearby

    document = layer_at(path)
    about = map_for(document, map)
    assert document.value is not None
    annotator, _, id = answered.rpartition("/")
    layers = []
    if annotator and (annotator != document.value.annotator or id not in document.value.annotation):
        for other in nearby(document, map, annotator):
            assert other.value is not None
            layers.append(other.value)
            if other.value.annotator == annotator and id in other.value.annotation:
                break
    request = Request("annotation", answered, body=body_of(body), labels=tuple(label or ()))
    say(document, about, request, others=layers)
