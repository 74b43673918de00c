from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import FOUND, WRONG_USE, another_kind, fail, one, read, report
from argmap.cli.rewriting import conflicts_text, rewrite

if TYPE_CHECKING:
    from argmap.model import ArgumentMap, Conflict
    from argmap.yaml.document import Document


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
    """Merge two versions of a map: our file with what they changed since the base.

    What cannot be settled stays in the result under `conflicts`, for `argmap resolve`. Each side is
    a file, one of them may be - for standard input. Exit status: 0, 1 with conflicts, 2 if a side
    cannot be read; then nothing is written.

    Examples:

      argmap merge base.yaml ours.yaml theirs.yaml -o ours.yaml
    """
    if [base, ours, theirs].count("-") > 1:
        fail("standard input can be one of the versions, not several")
    found: list[Conflict] = []

    def change(document: "Document") -> str:
        from argmap.merge import merge as merged
        from argmap.yaml.rewriting import rewritten

        assert document.map is not None
        result = merged(_base(base), document.map, _map(theirs))
        found.extend(result.map.conflicts)
        return rewritten(document, result.map, result.renamed)

    try:
        rewrite(ours, output, change)
    except typer.Exit:
        # 1 says that the result is there, with conflicts in it.
        raise typer.Exit(WRONG_USE) from None
    if found:
        typer.echo(conflicts_text(found), err=True, nl=False)
        raise typer.Exit(FOUND)


def _base(path: str) -> "ArgumentMap | None":
    """The common version; none where both sides added the file."""
    document = read(path)
    lost = any(fault.code.name in ("unreadable", "too-large") for fault in document.faults)
    if not lost and not document.source.text.strip():
        return None
    other = another_kind(document)
    if other:
        fail(other)
    if document.map is None:
        report([document])
        raise typer.Exit(WRONG_USE)
    return document.map


def _map(path: str) -> "ArgumentMap":
    found = one(path).map
    assert found is not None
    return found
