"""Reports as values: of students, of parts of the map, of a class. Writers make texts of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.annotation.agreement.comparison import Comparison
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.layers.model import Target, Value
from argmap.annotation.reports.grading import Grade
from argmap.annotation.targets import named
from argmap.annotation.votes import Meant


@dataclass(frozen=True, slots=True)
class LabelShown:
    """A label as somebody gave it, and what was decided about it, if something was."""

    name: str
    value: Value
    decided: Value | None = None
    agrees: bool | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation in a report.

    Attributes:
        address: "ANNOTATOR/ID".
        author: the annotator; `name` is the one for people.
        text: the words that the target is about; nothing where they are not shown.
        missing: whether the map has no such target.
        depth: of a reply how deep it is nested, from 1.
        replies: all below it, in reading order.
    """

    address: str
    author: str
    name: str
    role: str
    motivation: str
    target: Target
    text: str
    missing: bool
    body: str
    labels: tuple[LabelShown, ...]
    resolved: bool
    created: str
    depth: int = 0
    replies: tuple["Entry", ...] = ()

    @property
    def about(self) -> str:
        """The target in a few words."""
        return named(self.target)


@dataclass(frozen=True, slots=True)
class StudentReport:
    """The work of one student.

    Attributes:
        status: of the layers, if there are several each.
        entries: the student's annotations in the order of the map, then answers to others.
        remarks: what teachers say about all of the work.
        on_map: in a report on one student, what teachers say about the map itself.
        own, given, received: annotations; answers to others; answers by others with a body.
        questions: the student's questions that are not resolved.
        agreement: the share of labels that are as they were decided, of `compared` ones.
        withheld: whether teachers wrote what the student may not see yet.
    """

    student: str
    name: str
    status: tuple[str, ...]
    entries: tuple[Entry, ...]
    remarks: tuple[Entry, ...]
    own: int
    given: int
    received: int
    questions: int
    resolved: int
    agreement: Figure
    compared: int
    grade: Grade
    withheld: bool
    on_map: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """A label of a target: each value with who gave it, and how far they agree."""

    target: Target
    label: str
    values: Mapping[Meant, tuple[str, ...]]
    agreement: Figure
    decided: Value | None


@dataclass(frozen=True, slots=True)
class PartReport:
    """All that was said about one claim, argument or source, with its passages."""

    target: Target
    text: str
    missing: bool
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report on the layers about one map: of a whole class, or of what one student may see.

    Attributes:
        title: of the map.
        handed_to: the student for whom it is; nothing where it is the teacher's own.
        comparison: of the students' layers; None in what a student gets.
    """

    title: str
    handed_to: str
    students: tuple[StudentReport, ...]
    parts: tuple[PartReport, ...]
    comparison: Comparison | None
