from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.changing import body_of, layer_at, map_for, say
from argmap.cli.annotate.common import LayerFile, MapOption
from argmap.cli.common import chosen, fail

if TYPE_CHECKING:
    from argmap.texts import SourceText
    from argmap.yaml.document import Document

Body = Annotated[str, typer.Option(help="What to say, in Markdown; - reads standard input.")]
Labels = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=VALUE", help="A label of the codebook; repeat for several."),
]


def add(
    path: LayerFile,
    claim: Annotated[str, typer.Option(help="About a claim: its id.")] = "",
    argument: Annotated[str, typer.Option(help="About an argument, the step: its id.")] = "",
    source: Annotated[str, typer.Option(help="About a source of the map: its id.")] = "",
    work: Annotated[str, typer.Option(help="About all the work of an annotator.")] = "",
    quote: Annotated[str, typer.Option(help="A passage of the claim or of the source.")] = "",
    nth: Annotated[
        int | None, typer.Option(min=1, help="Which of several places of the quote, from 1.")
    ] = None,
    grounds: Annotated[
        list[str] | None,
        typer.Option(help="A claim that the passage of a source grounds; repeat for several."),
    ] = None,
    motivation: Annotated[
        str,
        typer.Option(
            help="commenting, questioning, assessing, tagging or highlighting; found from the "
            "rest if not said."
        ),
    ] = "",
    body: Body = "",
    label: Labels = None,
    file: Annotated[str, typer.Option("--file", help="The file with the text of --source.")] = "",
    map: MapOption = "",
) -> None:
    """Add an annotation, and print its name.

    On a terminal it asks for what is missing. Several programs may add to one layer at once.

    Examples:

      argmap annotate add zoo.layers/maya.yaml --claim suffering --body "Who measured it?"

      argmap annotate add zoo.layers/maya.yaml --claim suffering --label clarity=4

      argmap annotate add zoo.layers/maya.yaml
    """
    from argmap.annotation.layers.words import MOTIVATIONS
    from argmap.annotation.locating import Request
    from argmap.annotation.nearby import nearby

    if motivation:
        chosen(motivation, MOTIVATIONS[:-1], "motivation")
    named = {"claim": claim, "argument": argument, "source": source, "layer": work}
    kinds = [kind for kind, id in named.items() if id]
    if len(kinds) > 1:
        fail("an annotation is about one thing: give one of --claim, --argument, --source, --work")
    document = layer_at(path)
    about = map_for(document, map)
    kind = kinds[0] if kinds else "claim"
    request = Request(
        kind, named[kind], quote, nth or 0, tuple(grounds or ()), motivation, body_of(body),
        tuple(label or ()),
    )  # fmt: skip
    texts = text_of_source(about, request.id, file) if kind == "source" and quote else {}
    layers = [one.value for one in nearby(document, map, work) if one.value] if work else []
    say(document, about, request, texts, layers)


def text_of_source(about: "Document", source: str, file: str) -> "dict[str, SourceText]":
    """The text of a source: of the file that is given, or that the map names."""
    from dataclasses import replace

    from argmap.diagnostics import visible
    from argmap.model.ids import nfc
    from argmap.quotes import texts_of

    assert about.map is not None
    source = nfc(source)
    one = replace(about.map, sources=tuple(s for s in about.map.sources if s.id == source))
    if not one.sources:
        return {}  # there is no such source, as is told later
    texts = texts_of(one, about.source.name, {source: file} if file else {})
    if source in texts.unread:
        name, reason = texts.unread[source]
        fail(visible(f"{name}: {reason}"))
    if source not in texts.read:
        fail(f"the map names no file for the source `{visible(source)}`; give one by --file")
    return dict(texts.read)
