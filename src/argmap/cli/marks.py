"""Layers on a map that is drawn or shown: the options, and the marks that they give."""

from functools import lru_cache
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import fail

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.studies import Study
    from argmap.model.overlay import Overlay
    from argmap.yaml.document import Document


class MarksError(Exception):
    """The marks that are asked for cannot be made; the message says why."""


LayersOption = Annotated[
    list[str] | None,
    typer.Option(
        "--layers",
        metavar="PATH",
        help="Show what these layers note: a layer, a folder, or a map for all beside it; "
        "several by repeating it.",
    ),
]
HeatOption = Annotated[
    str,
    typer.Option("--heat", help="Tint by disagreement, or by a scale or yes/no label of theirs."),
]
ViewerOption = Annotated[
    str,
    typer.Option("--for", metavar="STUDENT", help="Show only what this student's report has."),
]


def open_layers(paths: list[str] | None, heat: str, viewer: str) -> "tuple[LayerDocument, ...]":
    """The layers that the options name; those with errors are reported and left out of pictures.

    Ends the command where there are none, or where another option needs them.
    """
    if not paths:
        if heat or viewer:
            fail(f"--{'heat' if heat else 'for'} needs layers: name them with --layers")
        return ()
    from argmap.cli.annotate.common import report

    documents.cache_clear()
    found = documents(tuple(paths))
    report(*(document for document in found if document.value is None))
    if viewer:
        _known(viewer, found)
    return found


def _known(viewer: str, found: "tuple[LayerDocument, ...]") -> None:
    """Ends the command where no layer is of this student."""
    from argmap.annotation.reports.made import NoStudentError, check_student
    from argmap.diagnostics import visible

    try:
        check_student(viewer, [document.value for document in found if document.value is not None])
    except NoStudentError as error:
        fail(visible(str(error)))


@lru_cache(maxsize=1)
def documents(paths: tuple[str, ...]) -> "tuple[LayerDocument, ...]":
    """The layers that paths name: read once in each process that draws."""
    from argmap.cli.annotate.common import layers

    return tuple(layers([*paths])) if paths else ()


def marks(
    document: "Document", layers: "tuple[LayerDocument, ...]", heat: str, viewer: str
) -> "tuple[Overlay | None, tuple[str, ...]]":
    """The marks of those layers that are about a map, and what a user should be told of them.

    Raises:
        MarksError: nothing can be tinted by `heat`.
    """
    found, told = noted(document, layers, viewer)
    if found is None:
        return None, told
    from argmap.annotation.marking import overlay
    from argmap.annotation.tallies import HeatError

    try:
        return overlay(found, heat), told
    except HeatError as error:
        raise MarksError(str(error)) from error


def noted(
    document: "Document", layers: "tuple[LayerDocument, ...]", viewer: str
) -> "tuple[Study | None, tuple[str, ...]]":
    """The study of those layers that are about a map, as `viewer` may see it, and what a user
    should be told of them."""
    if not layers:
        return None, ()
    from argmap.annotation.marking import unplaced
    from argmap.annotation.reports.handout import handout
    from argmap.annotation.studies import study
    from argmap.diagnostics import visible

    found = study(document, layers)
    if not found.layers:
        return None, ()
    lost, name = unplaced(found), visible(document.source.name)
    if viewer:
        found = handout(found, viewer)
    note = f"argmap: {name}: annotations about what the map no longer has: {lost:,}"
    return found, ((note,) if lost else ())
