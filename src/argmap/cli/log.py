from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.colour import painter
from argmap.cli.common import chosen, fail, progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from argmap.git import Version
    from argmap.history import Step

FORMATS = ("text", "json")


def log(
    path: Annotated[str, typer.Argument(metavar="MAP", help="A map file in a git repository.")],
    revisions: Annotated[
        str,
        typer.Argument(metavar="[REV]", help="Where to begin, or from where to where: REV..REV."),
    ] = "",
    claim: Annotated[
        str, typer.Option(metavar="ID", help="Tell the history of this claim alone.")
    ] = "",
    max_count: Annotated[
        int | None,
        typer.Option("--max-count", "-n", min=1, metavar="N", help="The newest N commits."),
    ] = None,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Tell the history of a map, as git knows it: what each commit did to the argument.

    The newest comes first. Renamed files and claims are followed; a merge is one step, what it
    brought. Exit status: 0, 2 wrong use.

    Examples:

      argmap log maps/zoo.yaml

      argmap log maps/zoo.yaml --claim harm

      argmap log maps/zoo.yaml v1..main --format json
    """
    from itertools import islice

    (form,) = chosen(format, FORMATS)
    found = _versions(path, revisions)
    told = islice(_steps(path, found, claim, form), max_count)
    if form == "json":
        from json import dumps

        from argmap.diagnostics import utf_8
        from argmap.history.report import VERSION, as_data

        head = {"argmap-log": VERSION, "map": utf_8(path), "claim": claim}
        data = head | {"commits": [as_data(step) for step in told]}
        typer.echo(dumps(data, ensure_ascii=False, indent=2))
        return
    from argmap.cli.terminal import width
    from argmap.history.report import as_text

    paint, columns = painter(), width()
    texts: Iterable[str] = (as_text(step, paint, columns) for step in told)
    empty = True
    for text in list(texts) if claim else texts:  # a progress bar and texts do not go together
        typer.echo(text if empty else f"\n{text}", nl=False)
        empty = False
    if empty:
        typer.echo("no commit did anything to it")


def _versions(path: str, revisions: str) -> "list[Version]":
    from pathlib import Path

    from argmap.diagnostics import visible
    from argmap.git import GitError, file_versions

    name = visible(path)
    if path == "-" or Path(path).is_dir():
        fail(f"{'standard input' if path == '-' else name} has no history; name one map file")
    try:
        found = file_versions(path, revisions)
    except GitError as error:
        fail(f"{name}: {visible(str(error))}")
    if not found and ".." not in revisions:
        known = f"git has no version of it {'there' if revisions else 'yet'}"
        fail(f"{name}: {known if Path(path).exists() else f'no such file, and {known}'}")
    return found


def _steps(path: str, versions: "list[Version]", claim: str, form: str) -> "Iterator[Step]":
    import os
    import sys

    from argmap.diagnostics import visible
    from argmap.git import folder_of
    from argmap.history import UnknownClaimError, of_claim, steps

    # On a terminal the text itself shows how far it is.
    shown = form == "text" and not claim and sys.stdout.isatty()
    walked = iter(versions) if shown else progress(versions, "reading", len(versions))
    folder = folder_of(os.path.dirname(os.path.realpath(path)))  # noqa: PTH120
    before = versions[-1].before if versions else ""
    found = steps(folder, walked, before)
    if not claim:
        yield from found
        return
    try:
        yield from of_claim(found, claim)
    except UnknownClaimError as error:
        mend = f"; did you mean `{visible(error.near)}`?" if error.near else ""
        fail(f"no version of {visible(path)} has a claim `{visible(claim)}`{mend}")
