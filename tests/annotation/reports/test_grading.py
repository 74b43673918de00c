"""Grades: what teachers' labels come to by their weights."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.reports.grading import Grade, Part, graded, grades
from tests.annotation.classes import a_class, answers, layer, says, student_layers, teachers

parts = st.lists(
    st.builds(
        Part, st.just("insight"), st.just("4"), st.just("jo"), st.just("maya/a1"),
        st.floats(0.01, 1e6), st.floats(0, 1),
    ),
    max_size=6,
)  # fmt: skip


def of_maya(*notes: Annotation, role: str = "teacher") -> Grade:
    maya = layer("maya", says("a1", "harm", tone="calm"))
    return grades(a_class(maya, layer("jo", *notes, role=role)))["maya"]


@given(parts)
def test_a_grade_is_from_0_to_100_or_undefined(every: list[Part]) -> None:
    found = graded(every).percent
    assert (found.value is None) is (not every)
    assert found.value is None or 0 <= found.value <= 100
    assert bool(found.why) is (not every)


@given(parts, st.floats(0.001, 1000))
def test_only_the_proportion_of_weights_counts(every: list[Part], by: float) -> None:
    scaled = [replace(part, weight=part.weight * by) for part in every]
    assert graded(scaled).percent.value == pytest.approx(graded(every).percent.value)


@given(parts.filter(bool))
def test_a_better_label_never_lowers_a_grade(every: list[Part]) -> None:
    better = [replace(every[0], share=1.0), *every[1:]]
    before, after = graded(every).percent.value, graded(better).percent.value
    assert before is not None
    assert after is not None
    assert after >= before - 1e-9


@given(student_layers(), teachers())
def test_every_student_has_a_grade_or_the_reason_why_not(
    layers: list[Layer], teacher: Layer
) -> None:
    found = grades(a_class(*layers, teacher))
    assert found.keys() == {"maya", "leo", "ana"}
    for grade in found.values():
        assert (grade.percent.value is None) is bool(grade.percent.why)


def test_a_grade_by_hand() -> None:
    # insight, weight 2: (8 - 0) / 10 and (5 - 0) / 10; on time, weight 1: yes is 1.
    # (2 * 0.8 + 2 * 0.5 + 1 * 1) / 5 = 0.72
    found = of_maya(
        answers("t1", "maya/a1", "Good.", insight="8"),
        answers("t2", "maya/a1", "", insight="5"),
        Annotation("t3", Target("layer", "maya"), "assessing", labels={"on time": "yes"}),
    )
    assert found.percent.value == pytest.approx(72)
    assert [part.about for part in found.parts] == ["maya/a1", "maya/a1", ""]


def test_what_does_not_count_is_said() -> None:
    found = of_maya(
        answers("t1", "maya/a1", "", manner="plain"),
        answers("t2", "maya/a1", "", insight="eleven"),
        answers("t3", "maya/a1", "", insihgt="3"),
        Annotation("t4", Target("layer", "maya"), labels={"insight": "3"}),
        answers("t5", "maya/a1", "", clarity="3"),  # has no weight: nobody means it as a mark
    )
    assert found.percent.value is None
    assert "no label with a weight" in found.percent.why
    reasons = [
        "only scales and yes/no",
        "`eleven`",
        "in no codebook",
        "may not stand on: layer",
    ]
    assert len(found.uncounted) == 4
    assert all(reason in line for reason, line in zip(reasons, found.uncounted, strict=True))


def test_students_do_not_grade() -> None:
    assert of_maya(answers("t1", "maya/a1", "", insight="8"), role="student").percent.value is None


def test_labels_on_the_map_are_no_grades_of_anybody() -> None:
    assert of_maya(says("t1", "harm", insight="8")).percent.value is None
