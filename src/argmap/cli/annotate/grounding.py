"""What anchors are looked up in: the map and texts of sources, for the commands that check them."""

from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import WRONG_USE, fail

if TYPE_CHECKING:
    from argmap.annotation.anchors.anchoring import Ground
    from argmap.annotation.studies import Study

SourceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--source", metavar="ID=FILE", help="The text of a source, where the map names no `file`."
    ),
]


def ground(study: "Study", options: list[str] | None = None) -> "Ground":
    """A study with the texts of those sources of which it has passages.

    A text that was named and cannot be read ends the command; of others a line tells.
    """
    from dataclasses import replace

    from argmap.annotation.anchors.anchoring import Ground
    from argmap.diagnostics import did_you_mean, visible
    from argmap.quotes import texts_of

    map = study.document.map
    assert map is not None
    given: dict[str, str] = {}
    known = [source.id for source in map.sources]
    for option in options or ():
        id, sign, file = option.partition("=")
        if not sign or not file:
            fail(f"`--source {option}` does not name a file: write --source ID=FILE")
        if id not in known:
            fail(f"the map has no source `{id}`; {did_you_mean(id, known) or 'it has none'}")
        given[id] = file
    quoted = {
        one.target.id
        for layer in study.values
        for one in layer.annotations
        if one.target.kind == "source" and one.target.quote
    }
    about = replace(map, sources=tuple(source for source in map.sources if source.id in quoted))
    texts = texts_of(about, study.document.source.name, given)
    for source, (name, reason) in texts.unread.items():
        message = visible(f"{name} (source {source}): {reason}")
        typer.echo(f"argmap: {message}", err=True)
    if any(source in given for source in texts.unread):
        raise typer.Exit(WRONG_USE)
    return Ground(study, texts.read)
