from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, WRONG_USE, chosen, fail, report, unreadable

if TYPE_CHECKING:
    from argmap.cli.sides import Side
    from argmap.model import ArgumentMap

FORMATS = ("text", "markdown", "json")


def diff(
    sides: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW",
            help="Two maps or folders of maps: a path, - or REV:PATH; or REV [REV] PATH.",
        ),
    ],
    format: Annotated[str, typer.Option(help="text, markdown or json.")] = "text",
    ignore_ids: Annotated[
        bool, typer.Option("--ignore-ids", help="Match by texts and surroundings alone.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why claims were matched.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are differences.")
    ] = False,
) -> None:
    """Tell what changed in the argument from one version of a map to another.

    REV is a revision that git knows; with one the second version is the file as it is. Exit status:
    0, 1 with errors in a map (or differences, if asked for by --exit-code), 2 wrong use.

    Examples:

      argmap diff old.yaml new.yaml

      argmap diff HEAD maps/zoo.yaml

      argmap diff main:maps maps --format markdown
    """
    (form,) = chosen(format, FORMATS)
    if explain and form == "markdown":
        fail("`--explain` goes with text and json")
    from argmap.cli.sides import both

    old, new = both(sides)
    faulty = [*old.faulty, *new.faulty]
    report(faulty)
    if faulty and (not old.folder or any(map(unreadable, faulty))):
        raise typer.Exit(WRONG_USE if any(map(unreadable, faulty)) else FOUND)
    tell = _tell_folders if old.folder else _tell_maps
    differs = tell(old, new, form, ignore_ids, explain)
    if faulty or (exit_code and differs):
        raise typer.Exit(FOUND)


def _tell_maps(old: "Side", new: "Side", form: str, ignore_ids: bool, explain: bool) -> bool:
    """Prints the diff of two maps; gives whether there is any."""
    from argmap.diff import compare
    from argmap.diff.explain import explained, matches
    from argmap.diff.json_form import as_data
    from argmap.diff.report import as_markdown, as_text

    (one,), (other,) = _maps(old).values(), _maps(new).values()
    comparison = compare(one, other, ignore_ids=ignore_ids)
    if form == "json":
        data = as_data(comparison.diff, old.name, new.name)
        _print_json(data | ({"matches": matches(comparison)} if explain else {}))
    elif form == "markdown":
        typer.echo(as_markdown(comparison), nl=False)
    else:
        typer.echo(as_text(comparison, painter(), _width()), nl=False)
        for number, line in enumerate(explained(comparison, painter()) if explain else ()):
            typer.echo(line if number else f"\n{line}")
    return bool(comparison.diff)


def _tell_folders(old: "Side", new: "Side", form: str, ignore_ids: bool, explain: bool) -> bool:
    """Prints the diffs of two folders; gives whether there are any."""
    from argmap.diff.folders import (
        compare_folders,
        folders_as_data,
        folders_as_markdown,
        folders_as_text,
    )

    if explain:
        fail("`--explain` is for two maps")
    if not old.documents and not new.documents:
        fail("no maps found")
    pairs = list(compare_folders(_maps(old), _maps(new), ignore_ids=ignore_ids))
    if form == "json":
        _print_json(folders_as_data(pairs))
    elif form == "markdown":
        typer.echo(folders_as_markdown(pairs), nl=False)
    else:
        typer.echo(folders_as_text(pairs, painter(), _width()), nl=False)
    return any(pair.kind != "same" for pair in pairs)


def _maps(side: "Side") -> "dict[str, ArgumentMap]":
    return {path: found.map for path, found in side.documents.items() if found.map is not None}


def _print_json(data: dict[str, Any]) -> None:
    from json import dumps

    typer.echo(dumps(data, ensure_ascii=False, indent=2))


def _width() -> int:
    from shutil import get_terminal_size

    return min(get_terminal_size((100, 24)).columns, 120)
