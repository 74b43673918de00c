from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from argmap.cli.common import FOUND, WRONG_USE, fail, read
from argmap.cli.rewriting import conflicts_text, map_or_layer, rewrite

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.model import Conflict
    from argmap.yaml.document import Document

    Some = Document | LayerDocument


def merge(
    base: Annotated[
        str,
        typer.Argument(
            metavar="BASE", help="The version that both sides began with; an empty file if none."
        ),
    ],
    ours: Annotated[
        str, typer.Argument(metavar="OURS", help="Our version, whose layout the result has.")
    ],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help="Their version.")],
    output: Annotated[
        str, typer.Option("--output", "-o", help="Write the result here; - prints it.")
    ] = "-",
) -> None:
    """Merge two versions of a map, or of a layer: our file with what they changed since the base.

    What cannot be settled stays in the result under `conflicts`, for `argmap resolve`. Each side is
    a file, one of them may be - for standard input. Exit status: 0, 1 with conflicts, 2 if a side
    cannot be read; then nothing is written.

    Examples:

      argmap merge base.yaml ours.yaml theirs.yaml -o ours.yaml
    """
    if [base, ours, theirs].count("-") > 1:
        fail("standard input can be one of the versions, not several")
    result: Result | None = None

    def change(document: "Some") -> str:
        nonlocal result
        was, other = _base(base), map_or_layer(theirs)
        for side in (was, other):
            if side is not None and type(side) is not type(document):
                fail("a map and a layer cannot be merged: name three versions of one file")
        result = _merged(was, document, other)
        return result.text

    try:
        rewrite(ours, output, change, map_or_layer)
    except typer.Exit:
        # 1 says that the result is there, with conflicts in it.
        raise typer.Exit(WRONG_USE) from None
    assert result is not None
    typer.echo(result.told + conflicts_text(result.conflicts, result.whole), err=True, nl=False)
    if result.conflicts:
        raise typer.Exit(FOUND)


def _base(path: str) -> "Some | None":
    """The common version; none where both sides added the file."""
    document = read(path)
    lost = any(fault.code.name in ("unreadable", "too-large") for fault in document.faults)
    if not lost and not document.source.text.strip():
        return None
    return map_or_layer(path, document)


class Result(NamedTuple):
    """The merged text, the conflicts in it, what it is called, and what else there is to say."""

    text: str
    conflicts: "tuple[Conflict, ...]"
    whole: str
    told: str = ""


def _merged(base: "Some | None", ours: "Some", theirs: "Some") -> Result:
    """The merge of three versions that are all maps or all layers."""
    from argmap.yaml.document import Document

    if isinstance(ours, Document):
        return _maps(cast("Document | None", base), ours, cast("Document", theirs))
    sides = cast("LayerDocument | None", base), ours, cast("LayerDocument", theirs)
    return _layers(*sides)


def _maps(base: "Document | None", ours: "Document", theirs: "Document") -> Result:
    from argmap.merge import merge
    from argmap.yaml.rewriting import rewritten

    assert ours.map is not None
    assert theirs.map is not None
    found = merge(base.map if base else None, ours.map, theirs.map)
    return Result(rewritten(ours, found.map, found.renamed), found.map.conflicts, "the map")


def _layers(base: "LayerDocument | None", ours: "LayerDocument", theirs: "LayerDocument") -> Result:
    from argmap.annotation.merging import FaultyError, merge
    from argmap.annotation.nearby import named_nearby
    from argmap.diagnostics import visible

    try:
        found = merge(base, ours, theirs, named_nearby(ours))
    except FaultyError as error:
        fail(visible(str(error)))
    who = found.layer.annotator
    told = "".join(
        f"argmap: {old} of theirs is {new} here; answers to {who}/{old} in other layers still say "
        f"{old}\n"
        for old, new in found.renamed.items()
    )
    return Result(found.text, found.layer.conflicts, "the layer", told)
