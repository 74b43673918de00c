from typing import Annotated, Any

import typer

from argmap.cli.common import FOUND, WRONG_USE, Paths, chosen, documents, fail, report, unreadable

FORMATS = ("text", "json")

_SHARES = ("supported", "answered", "sourced", "attributed")


def stats(
    paths: Paths,
    format: Annotated[str, typer.Option(help="text or json.")] = "text",
) -> None:
    """Count: size, depth, branching, and how much is supported, answered and sourced.

    Examples:

      argmap stats maps/

      argmap stats zoo.yaml --format json
    """
    from argmap.diagnostics import utf_8
    from argmap.views.stats import stats as count

    (form,) = chosen(format, FORMATS)
    rows: list[dict[str, Any]] = []
    faulty = lost = 0
    for document, _ in documents(paths):
        if document.map is None:
            faulty += 1
            lost += unreadable(document)
            report([document])
        else:
            rows.append({"file": utf_8(document.source.name), **count(document.map).as_data()})
    if form == "json":
        from json import dumps

        typer.echo(dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        typer.echo(_table(rows), nl=False)
    if not rows and not faulty:
        fail("no maps found")
    if not rows and lost == faulty:
        raise typer.Exit(WRONG_USE)
    if faulty:
        raise typer.Exit(FOUND)


def _table(rows: list[dict[str, Any]]) -> str:
    """One map: a figure a line. Several: a map a line, with the figures that are compared most."""
    if len(rows) == 1:
        return _aligned([[name, _cell(name, value)] for name, value in rows[0].items()])
    names = ("file", "claims", "arguments", "depth", "branching", *_SHARES)
    return _aligned([list(names), *([_cell(name, row[name]) for name in names] for row in rows)])


def _cell(name: str, value: Any) -> str:
    from argmap.diagnostics import visible

    return "-" if value is None else f"{value:.0%}" if name in _SHARES else visible(str(value))


def _aligned(lines: list[list[str]]) -> str:
    """The first column to the left, the others to the right, by display width."""
    from wcwidth import wcswidth

    widths = [max(wcswidth(line[i]) for line in lines) for i in range(len(lines[0]))]
    text = ""
    for line in lines:
        pads = [" " * (width - wcswidth(cell)) for width, cell in zip(widths, line, strict=True)]
        cells = [f"  {pad}{cell}" for pad, cell in zip(pads[1:], line[1:], strict=True)]
        text += (line[0] + pads[0] + "".join(cells)).rstrip() + "\n"
    return text
