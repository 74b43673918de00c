from typing import TYPE_CHECKING, Annotated, Any

import typer

from argmap.cli.colour import painter
from argmap.cli.common import FOUND, WRONG_USE, chosen, fail, report, unreadable
from argmap.cli.diff_picture import Drawing, check_target, draw, maps
from argmap.cli.drawing import DIRECTIONS, DRAWN, PICTURES

if TYPE_CHECKING:
    from argmap.cli.sides import Side

FORMATS = ("text", "markdown", "json", *DRAWN)


def diff(
    sides: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW",
            help="Two maps or folders of maps: a path, - or REV:PATH; or REV [REV] PATH.",
        ),
    ],
    format: Annotated[
        str, typer.Option(help="text, markdown, json; pictures: svg, png, pdf, dot; a page: html.")
    ] = "text",
    ignore_ids: Annotated[
        bool, typer.Option("--ignore-ids", help="Match by texts and surroundings alone.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why claims were matched.")
    ] = False,
    output: Annotated[
        str,
        typer.Option("--output", "-o", help="File for the picture or page; - for standard output."),
    ] = "",
    theme: Annotated[
        str, typer.Option(help="Of the picture: a theme as for `argmap render`.")
    ] = "",
    direction: Annotated[
        str, typer.Option(help="Side of the thesis: auto, up, down, left, right.")
    ] = "",
    focus: Annotated[
        str, typer.Option(help="Of the picture: id of a claim; draw it and what bears on it.")
    ] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Draw what did not change as well.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are differences.")
    ] = False,
) -> None:
    """Tell what changed in the argument from one version of a map to another, or in a layer.

    REV is a revision that git knows; with one the second version is the file as it is. Exit status:
    0, 1 with errors in a map (or differences, if asked for by --exit-code), 2 wrong use.

    Examples:

      argmap diff old.yaml new.yaml

      argmap diff HEAD maps/zoo.yaml

      argmap diff main:maps maps --format markdown

      argmap diff HEAD maps/zoo.yaml --format svg -o changes.svg

      argmap diff HEAD maps/zoo.yaml --format html -o changes.html
    """
    (form,) = chosen(format, FORMATS)
    if explain and form not in ("text", "json"):
        fail("`--explain` goes with text and json")
    drawing = Drawing(form, output, theme, direction, focus, everything)
    if form == "html" and (direction or focus or everything):
        fail("`--direction`, `--focus` and `--all` are for pictures; a page has it all")
    if form in DRAWN:
        chosen(direction or "auto", DIRECTIONS, "direction")
        check_target(output, sides)
    elif drawing != Drawing(form):
        fail(f"`--output`, `--theme` and so on are for pictures; write `--format {PICTURES[0]}`")
    from argmap.cli.sides import both

    old, new = both(sides)
    if not old.folder:
        from argmap.cli.layer_diff import are_layers, tell_layers

        (one,), (other,) = old.documents.values(), new.documents.values()
        if are_layers(one, other):
            if tell_layers(one, other, form) and exit_code:
                raise typer.Exit(FOUND)
            return
    faulty = [*old.faulty, *new.faulty]
    report(faulty)
    if faulty and (not old.folder or any(map(unreadable, faulty))):
        raise typer.Exit(WRONG_USE if any(map(unreadable, faulty)) else FOUND)
    if form in DRAWN:
        differs = draw(old, new, ignore_ids, drawing, sides[-1])
    else:
        tell = _tell_folders if old.folder else _tell_maps
        differs = tell(old, new, form, ignore_ids, explain)
    if faulty or (exit_code and differs):
        raise typer.Exit(FOUND)


def _tell_maps(old: "Side", new: "Side", form: str, ignore_ids: bool, explain: bool) -> bool:
    """Prints the diff of two maps; gives whether there is any."""
    from argmap.cli.terminal import width
    from argmap.diff import compare
    from argmap.diff.explain import explained, matches
    from argmap.diff.json_form import as_data
    from argmap.diff.report import as_markdown, as_text

    (one,), (other,) = maps(old).values(), maps(new).values()
    comparison = compare(one, other, ignore_ids=ignore_ids)
    if form == "json":
        data = as_data(comparison.diff, old.name, new.name)
        _print_json(data | ({"matches": matches(comparison)} if explain else {}))
    elif form == "markdown":
        typer.echo(as_markdown(comparison), nl=False)
    else:
        typer.echo(as_text(comparison, painter(), width()), nl=False)
        for number, line in enumerate(explained(comparison, painter()) if explain else ()):
            typer.echo(line if number else f"\n{line}")
    return bool(comparison.diff)


def _tell_folders(old: "Side", new: "Side", form: str, ignore_ids: bool, explain: bool) -> bool:
    """Prints the diffs of two folders; gives whether there are any."""
    from argmap.cli.terminal import width
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
    pairs = list(compare_folders(maps(old), maps(new), ignore_ids=ignore_ids))
    if form == "json":
        _print_json(folders_as_data(pairs))
    elif form == "markdown":
        typer.echo(folders_as_markdown(pairs), nl=False)
    else:
        typer.echo(folders_as_text(pairs, painter(), width()), nl=False)
    return any(pair.kind != "same" for pair in pairs)


def _print_json(data: dict[str, Any]) -> None:
    from json import dumps

    typer.echo(dumps(data, ensure_ascii=False, indent=2))
