"""Tables of figures: one shape for all that is printed in rows, and ways to write it down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from argmap.annotation.agreement.figures import Figure
from argmap.annotation.votes import Meant, shown
from argmap.diagnostics import visible
from argmap.texts.escaping import in_markdown

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading.

    Attributes:
        right: columns with figures, which stand to the right.
        empty: what stands there instead where there are no rows.
        below: remarks on it, a line each.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    empty: str = ""
    below: tuple[str, ...] = field(default=())


def figure(figure: Figure, percent: bool = False) -> str:
    """A figure for people; of one that is undefined a dash, whose reason stands below."""
    if figure.value is None:
        return "–"
    return f"{figure.value:.0%}" if percent else f"{figure.value:.2f}"


def said_by(raters: Mapping[Meant, tuple[str, ...]]) -> str:
    """Values with who gives each: "4 (leo, maya); 2 (ana)"."""
    return "; ".join(f"{shown(value) or '∅'} ({', '.join(who)})" for value, who in raters.items())


def undefined(figures: Iterable[tuple[str, Figure]]) -> tuple[str, ...]:
    """A line for each reason why figures are undefined, with their names."""
    by: dict[str, list[str]] = {}
    for name, one in figures:
        if one.value is None:
            by.setdefault(one.why, []).append(name)
    return tuple(f"{', '.join(names)}: undefined: {why}" for why, names in by.items())


def as_text(tables: Sequence[Table], width: int) -> str:
    """Tables for a terminal of `width` columns; cells that are too wide go on below themselves."""
    from io import StringIO

    from rich import box
    from rich.console import Console
    from rich.table import Table as Grid
    from rich.text import Text

    # Plain whatever the surroundings say: it is one text, in a terminal and in a file.
    out = StringIO()
    console = Console(
        file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False,
        highlight=False, markup=False, emoji=False, _environ={},
    )  # fmt: skip
    for at, table in enumerate(tables):
        out.write(("\n" if at else "") + (f"{visible(table.title)}\n" if table.title else ""))
        if table.rows:
            grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1))
            for index, name in enumerate(table.columns):
                side: Any = "right" if index in table.right else "left"
                grid.add_column(Text(name), justify=side, overflow="fold")
            for row in table.rows:
                grid.add_row(*(Text(visible(cell)) for cell in row))
            console.print(grid)
        elif table.empty:
            out.write(f"{table.empty}\n")
        for line in table.below:
            console.print(Text(visible(line)), soft_wrap=True)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().split("\n")[:-1])


def as_markdown(tables: Sequence[Table], level: int = 2) -> str:
    """Tables as Markdown, under headings of a level."""
    parts = []
    for table in tables:
        rows = [f"{'#' * level} {in_markdown(table.title)}", ""] if table.title else []
        if table.rows:
            rules = ("---:" if i in table.right else "---" for i in range(len(table.columns)))
            rows += [_row(map(in_markdown, table.columns)), _row(rules)]
            rows += [_row(map(in_markdown, row)) for row in table.rows]
        elif table.empty:
            rows.append(in_markdown(table.empty))
        rows += ["", *(f"- {in_markdown(line)}" for line in table.below)] if table.below else []
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV in UTF-8. No cell is a formula to a spreadsheet: a `'` comes before what might
    begin one."""
    import csv
    from io import StringIO

    out = StringIO()
    write = csv.writer(out, lineterminator="\n")
    write.writerow(columns)
    write.writerows([defused(_unix(cell)) for cell in row] for row in rows)
    return out.getvalue()


def _unix(cell: str) -> str:
    """The lines of a cell end as the rows do: a lone carriage return would begin a row."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a number stays one."""
    if not cell.lstrip(" ").startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell
