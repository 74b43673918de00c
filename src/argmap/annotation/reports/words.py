"""The words of a report, the same in every format."""

from collections.abc import Iterator

from argmap.annotation.agreement.figures import Figure
from argmap.annotation.agreement.words import said_by
from argmap.annotation.reports.grading import Part
from argmap.annotation.reports.values import Entry, LabelShown, StudentReport, Tally
from argmap.annotation.targets import named
from argmap.annotation.votes import shown

#: What stands where a teacher's words would, while they are hidden.
NOT_RELEASED = "The teachers' words and grades are not released yet."

REMARKS = "On all of the work"
ON_MAP = "On the map, from the teachers"
GONE = "not in the map any more"


def heading(student: StudentReport) -> str:
    """Who it is: "Maya K. (maya)"."""
    return (
        student.name if student.name == student.student else f"{student.name} ({student.student})"
    )


def counts(student: StudentReport) -> str:
    """What the student did, in one line."""
    parts = [
        many(student.own, "annotation"),
        f"{many(student.given, 'answer')} to others",
        f"{many(student.received, 'answer')} received",
        f"{many(student.questions, 'open question')}",
        f"{student.resolved} resolved",
    ]
    return " · ".join(parts)


def many(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def results(student: StudentReport) -> Iterator[tuple[str, str]]:
    """Status, agreement and grade: names and values."""
    yield "Status", ", ".join(student.status)
    if told(student, student.agreement):
        labels = f" ({many(student.compared, 'label')})" if student.compared else ""
        yield "As adjudicated", percent(student.agreement) + labels
    if told(student, student.grade.percent):
        yield "Grade", grade(student)


def told(student: StudentReport, figure: Figure) -> bool:
    """Whether a figure is told: what is not there yet may only not be released."""
    return figure.value is not None or not student.withheld


def percent(figure: Figure) -> str:
    """A share in percent, or that it is undefined and why."""
    if figure.value is None:
        return f"undefined: {figure.why}"
    return f"{figure.value:.0%}"


def grade(student: StudentReport) -> str:
    """The grade, to one decimal place."""
    figure = student.grade.percent
    if figure.value is None:
        return f"undefined: {figure.why}"
    return f"{figure.value:.1f}%"


def part(one: Part) -> str:
    """One part of a grade: "insight 8: 80%, weight 2, on maya/a3, by ms-r"."""
    on = f"on {one.about}" if one.about else "on all of the work"
    return (
        f"{one.label} {shown(one.value)}: {one.share:.0%}, weight {one.weight:g}, {on}, by {one.by}"
    )


def label(one: LabelShown) -> str:
    """A label with its value, and what was decided about it."""
    told = f"{one.name}: {shown(one.value)}"
    if one.agrees is None or one.decided is None:
        return told
    return f"{told} (as decided)" if one.agrees else f"{told} (decided: {shown(one.decided)})"


def tally(one: Tally, whole: bool) -> str:
    """What was said with a label: "clarity: 4 (leo, maya), 2 (ana), 33% agree"."""
    place = "" if whole else f" of “{one.target.quote}”"
    agree = "" if one.agreement.value is None else f"; agreement {one.agreement.value:.0%}"
    decided = "" if one.decided is None else f"; decided: {shown(one.decided)}"
    return f"{one.label}{place}: {said_by(one.values)}{agree}{decided}"


def state(entry: Entry) -> str:
    """Whether somebody still has to answer it."""
    if entry.resolved:
        return "resolved"
    return "open" if entry.motivation in ("questioning", "commenting") and not entry.depth else ""


def author(entry: Entry) -> str:
    """Who wrote it: "Ms Rivera (teacher)"."""
    return entry.name if entry.role == "student" else f"{entry.name} ({entry.role})"


def place(entry: Entry) -> str:
    """What it is about, in a few words."""
    grounds = f" (for {', '.join(entry.target.claims)})" if entry.target.claims else ""
    return named(entry.target) + grounds + (f" ({GONE})" if entry.missing else "")
