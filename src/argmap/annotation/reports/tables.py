"""A class at a glance: its students, how far they agree, what they dispute most."""

from argmap.annotation.agreement.tables import agreement, disputes
from argmap.annotation.agreement.words import figure
from argmap.annotation.reports.values import Report, StudentReport
from argmap.annotation.reports.words import grade, heading
from argmap.annotation.tables import Table


def tables(report: Report) -> list[Table]:
    """The tables of a class."""
    found = [_students(report.students)]
    if report.comparison is not None:
        found += [
            agreement(report.comparison.labels),
            disputes(report.comparison, see="`argmap annotate compare --all`"),
        ]
    return found


def _students(students: tuple[StudentReport, ...]) -> Table:
    columns = (
        "student", "grade", "as adjudicated", "status", "own", "given", "received", "questions",
    )  # fmt: skip
    rows = tuple(
        (
            heading(one), "–" if one.grade.percent.value is None else grade(one),
            figure(one.agreement, percent=True), ", ".join(one.status), str(one.own),
            str(one.given), str(one.received), str(one.questions),
        )
        for one in students
    )  # fmt: skip
    below = (
        "own: annotations; given and received: answers; questions: those that are open; "
        "–: undefined (nothing decided, nothing graded)",
    )
    return Table("Students", columns, rows, frozenset({1, 2, 4, 5, 6, 7}), "No students.", below)
