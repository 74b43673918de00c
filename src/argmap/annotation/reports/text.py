"""A report as text for a terminal."""

from collections.abc import Callable, Iterator

from argmap.annotation.reports import words
from argmap.annotation.reports.tables import tables
from argmap.annotation.reports.values import Entry, PartReport, Report, StudentReport
from argmap.annotation.tables import as_text as tables_text
from argmap.diagnostics import visible

#: Marks a piece of text for the terminal: (text, role) -> text.
Paint = Callable[[str, str], str]

#: A line: how far in, what stands before it, what it says, its role.
_Line = tuple[int, str, str, str]

_PIECE = 2000  # characters that are wrapped at once
_DEEPEST = 6  # replies nested deeper are not set further in


def as_text(
    report: Report, by: str, width: int = 100, paint: Paint = lambda text, role: text
) -> str:
    """The report by "class", "student" or "claim", for a terminal of `width` columns."""
    title = f"{visible(report.title)}\n\n" if report.title else ""
    if by == "class":
        return title + tables_text(tables(report), width)
    parts = map(_student, report.students) if by == "student" else map(_part, report.parts)
    shown = ["".join(_wrapped(line, width, paint) for line in part) for part in parts]
    return title + ("\n".join(shown) or "Nothing was annotated.\n")


def _wrapped(line: _Line, width: int, paint: Paint) -> str:
    from wcwidth import wcswidth, wrap

    indent, sign, text, role = line
    pad = " " * indent
    room = max(width - indent - len(sign), 30)
    rows = [
        row for piece in _pieces(visible(text)) for row in wrap(piece, room, break_on_hyphens=False)
    ] or [""]
    below = pad + " " * wcswidth(sign)
    return "".join(
        ((pad + sign if at == 0 else below) + (paint(row, role) if role else row)).rstrip() + "\n"
        for at, row in enumerate(rows)
    )


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that are quickly wrapped, parted at spaces where it has some."""
    while len(text) > _PIECE:
        end = text.rfind(" ", _PIECE // 2, _PIECE) + 1 or _PIECE
        yield text[:end]
        text = text[end:]
    yield text


def _student(one: StudentReport) -> Iterator[_Line]:
    yield 0, "", words.heading(one), "thesis"
    yield 2, "", words.counts(one), "dim"
    for name, value in words.results(one):
        yield 2, f"{name}: ", value, ""
    for part in one.grade.parts:
        yield 4, "- ", words.part(part), "dim"
    for reason in one.grade.uncounted:
        yield 4, "- ", reason, "dim"
    if one.withheld:
        yield 2, "", words.NOT_RELEASED, "warning"
    if one.remarks:
        yield 0, "", "", ""
        yield 2, "", words.REMARKS, "thesis"
        for entry in one.remarks:
            yield from _said(entry, 4)
            yield from _replies(entry, 4)
    for entry in one.entries:
        yield 0, "", "", ""
        yield from _entry(entry)
    if one.on_map:
        yield 0, "", "", ""
        yield 2, "", words.ON_MAP, "thesis"
    for entry in one.on_map:
        yield 0, "", "", ""
        yield from _entry(entry, with_author=True)


def _entry(entry: Entry, with_author: bool = False) -> Iterator[_Line]:
    """An annotation under what it is about."""
    yield 2, "", words.place(entry) + (f": {entry.text}" if entry.text else ""), "code"
    yield from _said(entry, 4, with_author)
    yield from _replies(entry, 4)


def _replies(entry: Entry, indent: int) -> Iterator[_Line]:
    for reply in entry.replies:
        yield from _said(reply, indent + 2 * min(reply.depth, _DEEPEST))


def _said(entry: Entry, indent: int, with_author: bool = True) -> Iterator[_Line]:
    parts = [entry.motivation, words.state(entry), entry.created, entry.address]
    line = " · ".join(part for part in parts if part)
    if with_author:
        line = f"{words.author(entry)} · {line}"
    yield indent, "↳ " if entry.depth else "", line, "dim"
    indent += 2 if entry.depth else 0
    for label in entry.labels:
        yield indent, "", words.label(label), "" if label.agrees is not False else "warning"
    for row in entry.body.split("\n") if entry.body else ():
        yield indent, "", row, ""


def _part(part: PartReport) -> Iterator[_Line]:
    gone = f" ({words.GONE})" if part.missing else ""
    yield 0, "", f"{part.target.kind} {part.target.id}{gone}", "code"
    yield 0, "", part.text, "thesis"
    for tally in part.tallies:
        yield 2, "", words.tally(tally, not tally.target.quote), ""
    for entry in part.entries:
        yield 0, "", "", ""
        if entry.target.quote:
            yield 2, "", f"“{entry.target.quote}”", "code"
        yield from _said(entry, 2)
        yield from _replies(entry, 2)
