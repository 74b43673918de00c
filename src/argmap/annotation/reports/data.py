"""A report as data for programs, and as rows for spreadsheets."""

from collections.abc import Iterator
from typing import Any

from argmap.annotation.agreement.data import as_data as comparison_data
from argmap.annotation.agreement.data import figure_data, plain, target_data
from argmap.annotation.layers.model import Value
from argmap.annotation.reports.values import Entry, PartReport, Report, StudentReport
from argmap.annotation.reports.words import told
from argmap.annotation.tables import as_csv
from argmap.annotation.votes import shown


def as_data(report: Report, by: str) -> dict[str, Any]:
    """The report by "class", "student" or "claim".

    Figures are `{"value": …}`, with `"undefined": why` where they have none; grades are in percent,
    all other figures from 0 to 1. In what a student gets, `withheld` tells that teachers' words are
    not released yet.
    """
    found: dict[str, Any] = {"title": report.title, "by": by}
    if report.handed_to:
        found["for"] = report.handed_to
    if by == "claim":
        return found | {"parts": [_part(one) for one in report.parts]}
    found["students"] = [_student(one, by == "student") for one in report.students]
    if by == "class" and report.comparison is not None:
        found["comparison"] = comparison_data(report.comparison)
    return found


def _student(one: StudentReport, entries: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        "student": one.student, "name": one.name, "status": list(one.status), "own": one.own,
        "given": one.given, "received": one.received, "questions": one.questions,
        "resolved": one.resolved, "withheld": one.withheld,
    }  # fmt: skip
    if told(one, one.agreement):
        found["agreement"] = figure_data(one.agreement) | {"labels": one.compared}
    if told(one, one.grade.percent):
        found["grade"] = figure_data(one.grade.percent) | {
            "parts": [
                {"label": part.label, "value": _value(part.value), "by": part.by,
                 "about": part.about, "weight": part.weight, "share": part.share}
                for part in one.grade.parts
            ],
            "uncounted": list(one.grade.uncounted),
        }  # fmt: skip
    if entries:
        found["remarks"] = [_entry(entry) for entry in one.remarks]
        found["annotations"] = [_entry(entry) for entry in one.entries]
        found["on_map"] = [_entry(entry) for entry in one.on_map]
    return found


def _entry(one: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": one.address, "annotator": one.author, "name": one.name, "role": one.role,
        "target": target_data(one.target), "text": one.text, "missing": one.missing,
        "motivation": one.motivation, "body": one.body,
        "labels": [
            {"label": label.name, "value": _value(label.value)}
            | ({} if label.decided is None else
               {"decided": _value(label.decided), "agrees": label.agrees})
            for label in one.labels
        ],
        "resolved": one.resolved, "created": one.created,
    }  # fmt: skip
    if one.depth:
        found["depth"] = one.depth
    if one.replies:
        found["replies"] = [_entry(reply) for reply in one.replies]
    return found


def _value(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _part(one: PartReport) -> dict[str, Any]:
    return {
        **target_data(one.target), "text": one.text, "missing": one.missing,
        "annotators": list(one.annotators),
        "labels": [
            {**target_data(tally.target), "label": tally.label,
             "values": [{"value": plain(value), "annotators": list(who)}
                        for value, who in tally.values.items()],
             "agreement": figure_data(tally.agreement)}
            | ({} if tally.decided is None else {"decided": _value(tally.decided)})
            for tally in one.tallies
        ],
        "annotations": [_entry(entry) for entry in one.entries],
    }  # fmt: skip


_STUDENT = (
    "student", "name", "status", "annotations", "answers given", "answers received",
    "open questions", "resolved", "as adjudicated", "labels compared", "grade",
)  # fmt: skip
_ENTRY = (
    "author", "role", "annotation", "kind", "id", "quote", "text", "motivation", "body", "resolved",
    "created", "depth", "label", "value", "decided",
)  # fmt: skip


def csv(report: Report, by: str) -> str:
    """The report as CSV: by class a row for each student; by student a row for each label of each
    annotation, or for the annotation if it has none, answers behind what they answer; by claim
    likewise, under the claims. Shares are in percent; what is undefined is empty."""
    if by == "class":
        return as_csv(_STUDENT, map(_summary, report.students))
    if by == "student":
        return as_csv(("student", "grade", *_ENTRY), _of_students(report))
    return as_csv(("part", "part id", *_ENTRY), _of_parts(report))


def _summary(one: StudentReport) -> tuple[str, ...]:
    counts = (one.own, one.given, one.received, one.questions, one.resolved)
    share = "" if one.agreement.value is None else f"{100 * one.agreement.value:.1f}"
    return (
        one.student, one.name, ", ".join(one.status), *map(str, counts), share, str(one.compared),
        _grade(one),
    )  # fmt: skip


def _grade(one: StudentReport) -> str:
    return "" if one.grade.percent.value is None else f"{one.grade.percent.value:.1f}"


def _of_students(report: Report) -> Iterator[tuple[str, ...]]:
    for one in report.students:
        every = (*one.remarks, *one.entries, *one.on_map)
        for entry in every:
            for row in _rows(entry):
                yield one.student, _grade(one), *row
        if not every:
            yield one.student, _grade(one), *[""] * len(_ENTRY)


def _of_parts(report: Report) -> Iterator[tuple[str, ...]]:
    for part in report.parts:
        for entry in part.entries:
            for row in _rows(entry):
                yield part.target.kind, part.target.id, *row


def _rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    for one in (entry, *entry.replies):
        said = (
            one.author, one.role, one.address, one.target.kind, one.target.id, one.target.quote,
            one.text, one.motivation, one.body, "yes" if one.resolved else "no", one.created,
            str(one.depth),
        )  # fmt: skip
        for label in one.labels:
            decided = "" if label.decided is None else shown(label.decided)
            yield *said, label.name, shown(label.value), decided
        if not one.labels:
            yield *said, "", "", ""
