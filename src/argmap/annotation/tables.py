"""Tables: one shape for all that is printed in rows, and ways to write it down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from argmap.annotation.cells import defused
from argmap.annotation.grid import entries, grid, wrapped
from argmap.diagnostics import visible
from argmap.texts.escaping import in_markdown


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading.

    Attributes:
        right: columns with figures, which stand to the right.
        empty: what stands there instead where there are no rows.
        below: remarks on it, a line each.
        listed: for a terminal it is a list, of which the last column stands below the others.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    empty: str = ""
    below: tuple[str, ...] = field(default=())
    listed: bool = False


def as_text(tables: Sequence[Table], width: int) -> str:
    """Tables for a terminal of `width` columns; remarks go on at its edge."""
    parts = []
    for table in tables:
        rows = [[" ".join(visible(cell).split()) for cell in row] for row in table.rows]
        lines = [visible(table.title)] if table.title else []
        if table.listed:
            lines += entries(rows, 0 in table.right, width)
        elif rows:
            lines += grid(table.columns, rows, table.right, width)
        lines += [] if rows or not table.empty else [table.empty]
        lines += [""] if rows and table.below and not table.listed else []
        for remark in table.below:
            first, *more = wrapped(visible(remark), width - 2)
            lines += [first, *(f"  {line}" for line in more)]
        parts.append("".join(f"{line}\n" for line in lines))
    return "\n".join(parts)


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
