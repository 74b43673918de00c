from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.changing import changed
from argmap.cli.annotate.common import Layers, MapOption, open_study
from argmap.cli.annotate.grounding import SourceOption, ground
from argmap.cli.colour import painter
from argmap.cli.common import FOUND, chosen, fail

if TYPE_CHECKING:
    from argmap.annotation.anchors.reviewing import Review
    from argmap.annotation.layers.documents import LayerDocument

FORMATS = ("text", "json")


def reanchor(
    paths: Layers,
    map: MapOption = "",
    source: SourceOption = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ID|ID=CLAIM|changed|moved|all", help="Take over; may be repeated."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Carry annotations over to the map as it is now.

    What is exact is taken over at once. The rest is shown, with what was and what is, and waits for
    --accept: an annotation by its id (ANNOTATOR/ID where several layers have it), or all that are
    `changed` or `moved`. So many at once are taken only where the old text is known: from the
    history of the map in git, if it has one. What is no longer there is never attached to what
    merely looks like it, unless you name it: --accept a3=harm. It stays in the file as it is.

    Exit status: 0 all settled, 1 something waits, 2 wrong use or nothing readable.

    Examples:

      argmap annotate reanchor zoo.yaml

      argmap annotate reanchor zoo.layers/maya.yaml --accept moved --accept a3=harm
    """
    from functools import partial

    from argmap.annotation.anchors.history import history
    from argmap.annotation.anchors.reanchoring import acceptance, settle
    from argmap.annotation.anchors.report import as_data, as_text
    from argmap.annotation.anchors.reviewing import review
    from argmap.annotation.anchors.suggestions import Suggestions
    from argmap.annotation.layers.edits import RefusedError

    (form,) = chosen(format, FORMATS)
    about = ground(open_study(paths, map), source)
    reviews = review(about, partial(history, about.study.document.source.name))
    try:
        accepted = acceptance(accept or (), reviews)
        settled = [settle(about, one, accepted) for one in reviews]
    except RefusedError as error:
        fail(str(error))
    suggestions = Suggestions(about)
    data = []
    for one, result in zip(reviews, settled, strict=True):
        different = result.text != one.document.source.text
        if different and not dry_run:
            changed(one.document.source.name, partial(_written, one, result.text))
        if form == "text":
            typer.echo(as_text(one, result, suggestions, painter(), dry_run), nl=False)
        else:
            data.append(as_data(one, result, suggestions, different and not dry_run))
    if form == "json":
        from argmap.cli.annotate.printing import print_json

        print_json(data)
    if any(result.open for result in settled):
        raise typer.Exit(FOUND)


def _written(review: "Review", text: str, document: "LayerDocument") -> str:
    """The new text of a layer, if it is still the one that was looked at."""
    from argmap.annotation.layers.edits import RefusedError

    if document.source.text != review.document.source.text:
        raise RefusedError(f"{document.source.name} was changed in between; run it again")
    return text
