from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.annotate.changing import changed
from argmap.cli.annotate.common import Layers, MapOption, fail_if_left_out, open_study
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
        typer.Option(metavar="ID|ID=CLAIM|STATE|all", help="Take over; may be repeated."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Write nothing.")] = False,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Carry annotations over to the map as it is now.

    What is exact is taken over at once. The rest is shown, with what was and what is, and waits for
    --accept: an annotation by its id (ANNOTATOR/ID where several layers have it), or all that are
    `changed`, `moved` or `unanchored`; `all` are the first two. Of these so many at once are taken
    only where the history of the map in git tells what was meant. What is no longer there is never
    attached to what merely looks like it, unless you name it: --accept a3=harm. It stays in the
    file as it is. Once all is settled, a layer names the map that you gave with --map.

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
    from argmap.diagnostics import visible

    (form,) = chosen(format, FORMATS)
    about = ground(open_study(paths, map), source)
    reviews = review(about, partial(history, about.study.document.source.name))
    try:
        accepted = acceptance(accept or (), reviews)
        paths_now = [_elsewhere(one, map) for one in reviews]
        settled = [
            settle(about, one, accepted, path) for one, path in zip(reviews, paths_now, strict=True)
        ]
    except RefusedError as error:
        fail(str(error))
    suggestions = Suggestions(about)
    data = []
    for one, result, path in zip(reviews, settled, paths_now, strict=True):
        different = result.text != one.document.source.text
        if different and not dry_run:
            changed(one.document.source.name, partial(_written, one, result.text))
        if form == "text":
            typer.echo(as_text(one, result, suggestions, painter(), dry_run), nl=False)
            if path and not result.open and not dry_run:
                typer.echo(visible(f"  its map is {path} from now on"))
        else:
            data.append(as_data(one, result, suggestions, different and not dry_run))
    if form == "json":
        from argmap.cli.annotate.printing import print_json

        print_json(data)
    if any(result.open for result in settled):
        raise typer.Exit(FOUND)
    fail_if_left_out(about.study)


def _elsewhere(review: "Review", map: str) -> str:
    """The path of the map as its layer should have it, where another was named than it has."""
    from os.path import realpath
    from pathlib import Path

    from argmap.annotation.layers.beginning import path_from
    from argmap.annotation.layers.files import map_of

    if map in ("", "-") or realpath(map_of(review.document)) == realpath(map):
        return ""
    return path_from(Path(review.document.source.name).parent, map)


def _written(review: "Review", text: str, document: "LayerDocument") -> str:
    """The new text of a layer, if it is still the one that was looked at."""
    from argmap.annotation.layers.edits import RefusedError

    if document.source.text != review.document.source.text:
        raise RefusedError(f"{document.source.name} was changed in between; run it again")
    return text
