"""Grades: what teachers' labels on a student's work come to, by the weights of the codebook."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from argmap.annotation.agreement.figures import Figure
from argmap.annotation.layers.labels import Unfit, judge
from argmap.annotation.layers.model import Label, Layer, Value
from argmap.annotation.studies import Study

NOTHING = "no label with a weight was given to the work"


@dataclass(frozen=True, slots=True)
class Part:
    """One label that counts in a grade.

    Attributes:
        by: the teacher.
        about: the annotation that it is on, as "ANNOTATOR/ID"; nothing where it is on all the work.
        share: how much of the label's best value was reached, from 0 to 1.
    """

    label: str
    value: Value
    by: str
    about: str
    weight: float
    share: float


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade in percent, with all that counts in it, and what does not and why."""

    percent: Figure
    parts: tuple[Part, ...] = ()
    uncounted: tuple[str, ...] = ()


def grades(study: Study) -> dict[str, Grade]:
    """The grade of each student, by annotator.

    ``100 * sum(weight * share) / sum(weight)`` over the labels with a weight above 0 that teachers
    and adjudicators put on the student's annotations or on all of the work. The share of a scale is
    (value - low) / (high - low), of yes/no 1 or 0; other labels have none and are not counted.
    """
    students = {layer.annotator for layer in study.values if not layer.teaches}
    parts: dict[str, list[Part]] = {name: [] for name in students}
    uncounted: dict[str, list[str]] = {name: [] for name in students}
    for student, found in _found(study, students):
        if isinstance(found, Part):
            parts[student].append(found)
        else:
            uncounted[student].append(found)
    return {name: graded(parts[name], uncounted[name]) for name in sorted(students)}


def graded(parts: Iterable[Part], uncounted: Iterable[str] = ()) -> Grade:
    """The grade that parts come to; undefined where there are none."""
    counted = tuple(parts)
    whole = sum(part.weight for part in counted)
    reached = sum(part.weight * part.share for part in counted)
    percent = Figure(100 * min(reached / whole, 1.0)) if whole > 0 else Figure(None, NOTHING)
    return Grade(percent, counted, tuple(uncounted))


def _found(study: Study, students: set[str]) -> Iterator[tuple[str, Part | str]]:
    """Each label of a teacher on a student's work: as a part of the grade, or why it is none."""
    for document in study.layers:
        layer = document.value
        assert layer is not None
        if not layer.teaches:
            continue
        known = study.terms[document.source.name].codebook.label
        for one in layer.annotations:
            if one.target.kind not in ("annotation", "layer"):
                continue
            student = one.target.id.partition("/")[0]
            if student not in students:
                continue
            about = one.target.id if one.target.kind == "annotation" else ""
            for name, value in one.labels.items():
                label = known.get(name)
                if label is None or label.weight > 0:
                    yield student, _part(label, name, value, layer, one.target.place, about)


def _part(
    label: Label | None, name: str, value: Value, layer: Layer, place: str, about: str
) -> Part | str:
    """A part of a grade, or why the label does not count."""
    on = f"{name} on {about or 'the work'}, by {layer.annotator}: not counted: "
    if label is None:
        return f"{on}it is in no codebook of the layer"
    if not label.may_stand_on(place):
        return f"{on}it may not stand on: {place}"
    if label.type not in ("scale", "yes/no"):
        return f"{on}only scales and yes/no can be"
    typed = judge(label, value)
    if isinstance(typed, Unfit):
        return f"{on}{typed.reason}"
    number = float(typed)  # type: ignore[arg-type]
    share = number if label.type == "yes/no" else (number - label.low) / (label.high - label.low)
    return Part(name, value, layer.annotator, about, label.weight, min(max(share, 0.0), 1.0))
