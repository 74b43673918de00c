"""A report as Markdown; what people wrote stands in it letter by letter."""

from collections.abc import Iterator

from argmap.annotation.reports import words
from argmap.annotation.reports.tables import tables
from argmap.annotation.reports.values import Entry, PartReport, Report, StudentReport
from argmap.annotation.tables import as_markdown as tables_markdown
from argmap.texts.escaping import in_markdown as plain
from argmap.texts.escaping import lines_in_markdown

_DEEPEST = 6


def as_markdown(report: Report, by: str) -> str:
    """The report by "class", "student" or "claim"."""
    title = f"# {plain(report.title)}\n\n" if report.title else ""
    if by == "class":
        return title + tables_markdown(tables(report))
    parts = map(_student, report.students) if by == "student" else map(_part, report.parts)
    return (
        title + ("\n\n".join("\n".join(part) for part in parts) or "Nothing was annotated.") + "\n"
    )


def _student(one: StudentReport) -> Iterator[str]:
    yield f"## {plain(words.heading(one))}"
    yield ""
    yield f"- {plain(words.counts(one))}"
    for name, value in words.results(one):
        yield f"- **{name}:** {plain(value)}"
    for part in one.grade.parts:
        yield f"  - {plain(words.part(part))}"
    for reason in one.grade.uncounted:
        yield f"  - {plain(reason)}"
    if one.withheld:
        yield f"- *{plain(words.NOT_RELEASED)}*"
    if one.remarks:
        yield from ("", f"### {words.REMARKS}", "")
        for entry in one.remarks:
            yield from _said(entry, 0)
            yield from _replies(entry)
    for entry in one.entries:
        yield from _entry(entry, 3, with_author=False)
    if one.on_map:
        yield from ("", f"### {words.ON_MAP}")
    for entry in one.on_map:
        yield from _entry(entry, 4)


def _entry(entry: Entry, level: int, with_author: bool = True) -> Iterator[str]:
    """An annotation under what it is about."""
    yield from ("", f"{'#' * level} {plain(words.place(entry))}", "")
    if entry.text:
        yield from (f"> {row}" for row in lines_in_markdown(entry.text))
        yield ""
    yield from _said(entry, 0, with_author)
    yield from _replies(entry)


def _replies(entry: Entry) -> Iterator[str]:
    for reply in entry.replies:
        yield from _said(reply, min(reply.depth, _DEEPEST))


def _said(entry: Entry, depth: int, with_author: bool = True) -> Iterator[str]:
    """An item of a list; its lines stand below it."""
    pad = "  " * depth
    parts = [
        f"*{entry.motivation}*",
        words.state(entry),
        plain(entry.created),
        plain(entry.address),
    ]
    line = " · ".join(part for part in parts if part)
    yield f"{pad}- " + (f"**{plain(words.author(entry))}** · {line}" if with_author else line)
    for label in entry.labels:
        yield f"{pad}  - {plain(words.label(label))}"
    if entry.body:
        # Two spaces at the end keep the lines apart.
        yield ""
        yield from (f"{pad}  {row}  " if row else "" for row in lines_in_markdown(entry.body))
        yield ""


def _part(part: PartReport) -> Iterator[str]:
    gone = f" ({words.GONE})" if part.missing else ""
    yield f"## {plain(part.text or part.target.id)}"
    yield ""
    yield f"{part.target.kind} {plain(part.target.id)}{gone}"
    if part.tallies:
        yield ""
    for tally in part.tallies:
        yield f"- {plain(words.tally(tally, not tally.target.quote))}"
    for entry in part.entries:
        yield ""
        if entry.target.quote:
            yield from (f"> {row}" for row in lines_in_markdown(entry.target.quote))
            yield ""
        yield from _said(entry, 0)
        yield from _replies(entry)
