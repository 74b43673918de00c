"""What reports say, and what a student's report never says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.reports import data as report_data
from argmap.annotation.reports import html as report_html
from argmap.annotation.reports import markdown as report_markdown
from argmap.annotation.reports import text as report_text
from argmap.annotation.reports.made import NoStudentError, report, report_for, students_of
from argmap.annotation.reports.releasing import released, revoked, seen
from argmap.annotation.reports.values import Report
from argmap.annotation.studies import Study
from tests.annotation.classes import (
    SECRET,
    a_class,
    answers,
    document,
    layer,
    of_documents,
    says,
    student_layers,
    teachers,
)


def everything(found: Report, by: str) -> dict[str, str]:
    """A report in each of its formats."""
    return {
        "text": report_text.as_text(found, by, 200),
        "markdown": report_markdown.as_markdown(found, by),
        "html": report_html.as_html(found, by),
        "csv": report_data.csv(found, by),
        "json": str(report_data.as_data(found, by)),
    }


def handed_out(study: Study, student: str) -> dict[str, str]:
    return everything(report_for(study, student), "student")


STUDENTS = st.sampled_from(["maya", "leo", "ana"])


@given(student_layers(), teachers(), STUDENTS)
def test_nothing_of_a_teacher_leaks_before_it_is_released(
    layers: list[Layer], teacher: Layer, student: str
) -> None:
    alone = handed_out(a_class(*layers), student)
    for form, text in handed_out(a_class(*layers, teacher), student).items():
        assert SECRET not in text, form
        assert "7.7" not in text.replace("0.77", ""), form
        if form in ("text", "markdown", "html"):
            assert "not released yet" in text
            shown = [row for row in text.split("\n") if "not released yet" not in row]
            kept = [row for row in alone[form].split("\n") if "undefined" not in row and row]
            assert [row for row in shown if row] == kept, form


@given(student_layers(), teachers(), teachers(), STUDENTS)
def test_what_a_hidden_layer_says_changes_nothing(
    layers: list[Layer], one: Layer, other: Layer, student: str
) -> None:
    first = handed_out(a_class(*layers, one), student)
    assert handed_out(a_class(*layers, other), student) == first


@given(student_layers(), teachers(), STUDENTS, st.booleans())
def test_releasing_reveals_and_revoking_hides(
    layers: list[Layer], teacher: Layer, student: str, to_one: bool
) -> None:
    names = (student,) if to_one else ()
    hidden = document(teacher)

    def with_teacher(text: str) -> Study:
        now = replace(hidden, value=read(text))
        return of_documents([document(one, f"{one.annotator}-1.yaml") for one in layers] + [now])

    def read(text: str) -> Layer:
        from argmap.annotation.layers.reader import read_layer
        from argmap.diagnostics import Source

        found = read_layer(Source(hidden.source.name, text)).value
        assert found is not None
        return found

    before = handed_out(with_teacher(hidden.source.text), student)
    shown = released(hidden, names, ("maya", "leo", "ana"))
    after = handed_out(with_teacher(shown), student)
    assert "not released yet" not in after["text"]
    words = [one.body for one in teacher.annotations if one.target == Target("layer", student)]
    assert all(word in after["html"] for word in words)
    for other in {"maya", "leo", "ana"} - {student} if to_one else ():
        assert SECRET not in handed_out(with_teacher(shown), other)["html"]
    from argmap.annotation.layers.reader import read_layer
    from argmap.diagnostics import Source

    back = revoked(read_layer(Source(hidden.source.name, shown)), names, ("maya", "leo", "ana"))
    assert handed_out(with_teacher(back), student) == before


@given(student_layers(), student_layers(), teachers(), STUDENTS)
def test_what_others_write_elsewhere_changes_nothing(
    layers: list[Layer], changed: list[Layer], teacher: Layer, student: str
) -> None:
    """Answers to a student's annotations count; all else of the others may be anything."""

    def others(layer: Layer) -> Layer:
        kept = tuple(
            one for one in layer.annotations if one.target.kind != "annotation"
        )  # fmt: skip
        return replace(layer, annotations=kept, name="Changed", status="draft")

    teacher = replace(teacher, status="released")
    own = [one for one in layers if one.annotator == student]
    before = [one if one.annotator == student else others(one) for one in layers]
    after = [own[0] if one.annotator == student else others(one) for one in changed]
    told = [handed_out(a_class(*these, teacher), student) for these in (before, after)]
    assert told[0] == told[1]


@given(student_layers(), teachers(), st.sampled_from(["class", "student", "claim"]))
def test_the_teachers_own_report_shows_all_in_every_format(
    layers: list[Layer], teacher: Layer, by: str
) -> None:
    study = a_class(*layers, teacher)
    shown = everything(report(study), by)
    if by == "class":
        assert all(name in shown["text"] for name in students_of(study))
    if by == "student":
        for one in layers:
            for note in one.annotations:
                assert all(f"{one.annotator}/{note.id}" in text for text in shown.values())


@given(student_layers(), STUDENTS)
def test_counts_add_up(layers: list[Layer], student: str) -> None:
    study = a_class(*layers)
    (own,) = report_for(study, student).students
    notes = next(one for one in layers if one.annotator == student).annotations
    replies = [note for note in notes if note.target.kind == "annotation"]
    assert own.own + len(replies) == len(notes)
    assert own.given <= len(replies)
    everywhere = [*own.entries] + [r for e in own.entries for r in e.replies]
    mine = [entry.address for entry in everywhere if entry.author == student]
    assert sorted(mine) == sorted(f"{student}/{note.id}" for note in notes), "each once"


QUESTION = Annotation(
    "q1", Target("claim", "harm", quote="suffer much"), "questioning", "How much?"
)


def a_small_class(**teacher: object) -> Study:
    maya = layer("maya", QUESTION, says("q2", "close", tone="calm", clarity="4"), name="Maya K.")
    leo = layer("leo", answers("r1", "maya/q1", "A lot."), says("r2", "rare", clarity="2"))
    ana = layer("ana", answers("r1", "leo/r2", "Not to maya."))
    jo = layer(
        "jo", answers("t1", "maya/q1", "Well asked.", insight="9"),
        answers("t2", "leo/r2", "Only for leo."),
        Annotation("t3", Target("layer", "maya"), "assessing", "Go on.", {"on time": "yes"}),
        role="teacher", name="Jo R.", status="draft",
    )  # fmt: skip
    judge = layer("judge", replace(says("d1", "close", tone="calm", clarity="2"),
                  votes={"tone": {"ana": "angry"}}), role="adjudicator", status="draft")  # fmt: skip
    return a_class(maya, leo, ana, replace(jo, **teacher), replace(judge, **teacher))  # type: ignore[arg-type]


def test_what_is_handed_to_maya() -> None:
    before = handed_out(a_small_class(), "maya")
    for form, text in before.items():
        assert "A lot." in text
        assert "leo" in text, form
        for hidden in (
            "ana",
            "Jo",
            "Well asked",
            "Go on",
            "Not to maya",
            "Only for leo",
            "judge",
            "angry",
        ):
            assert hidden not in text, (form, hidden)
    after = handed_out(a_small_class(status="released"), "maya")
    for form, text in after.items():
        assert "Well asked" in text, form
        assert "Go on" in text, form
        for hidden in ("ana", "Not to maya", "Only for leo", "angry"):
            assert hidden not in text, (form, hidden)
    assert "Grade: 93.3%" in after["text"]  # (2 * 0.9 + 1 * 1) / 3
    assert "As adjudicated: 50% (2 labels)" in after["text"]
    assert "clarity: 4 (decided: 2)" in after["text"]
    assert "tone: calm (as decided)" in after["text"]
    assert handed_out(a_small_class(released=("maya",)), "maya") == after
    assert handed_out(a_small_class(released=("leo",)), "maya") == before


def test_what_teachers_say_about_the_map_reaches_every_student_once_it_is_released() -> None:
    maya = layer("maya", QUESTION)
    leo = layer("leo", answers("r1", "jo/t1", "Thank you."))
    jo = layer(
        "jo", Annotation("t1", Target("claim", "rare"), "commenting", "Look at this one."),
        says("t2", "close", clarity="2"), answers("t3", "leo/r1", f"{SECRET} for leo"),
        Annotation("t4", Target("source", "news", quote="they breed"), "highlighting"),
        role="teacher", status="draft",
    )  # fmt: skip
    kim = layer("kim", answers("k1", "jo/t1", "And at that."), role="teacher", status="released")
    judge = layer(
        "judge", Annotation("d1", Target("claim", "rare"), "assessing", "We differed.",
                            {"clarity": "5"}), role="adjudicator", status="released",
    )  # fmt: skip
    for form, text in handed_out(a_class(maya, leo, jo, kim, judge), "maya").items():
        assert "Look at this" not in text, form
        assert "And at that" not in text, form
    study = a_class(maya, leo, replace(jo, status="released"), kim, judge)
    for form, text in handed_out(study, "maya").items():
        for told in (
            "Look at this one",
            "jo/t1",
            "And at that",
            "clarity",
            "they breed",
            "differed",
        ):
            assert told in text, (form, told)
        for hidden in ("Thank you", SECRET, "leo"):
            assert hidden not in text, (form, hidden)
    text = handed_out(study, "maya")["text"]
    assert text.index("How much?") < text.index("On the map, from the teachers")
    assert "clarity: 5" not in text, "what was decided where maya labelled nothing"
    assert SECRET in handed_out(study, "leo")["text"]
    unreleased = report_for(a_class(maya, leo, jo, kim, judge), "maya", unreleased=True)
    assert unreleased.students[0].on_map == report_for(study, "maya").students[0].on_map


def test_the_grade_of_an_answer_is_for_who_gave_it() -> None:
    maya = layer("maya", QUESTION)
    leo = layer("leo", answers("r1", "maya/q1", "A lot."), answers("r2", "jo/t1", "Thank you."))
    jo = layer(
        "jo", answers("t1", "leo/r1", f"{SECRET} for leo", insight="3"),
        answers("t2", "maya/q1", "For maya.", insight="8"), role="teacher", status="released",
    )  # fmt: skip
    study = a_class(maya, leo, jo)
    for form, text in handed_out(study, "maya").items():
        assert "A lot." in text, form
        assert "For maya." in text, form
        assert SECRET not in text, form
        assert "Thank you" not in text, form
    assert SECRET in handed_out(study, "leo")["text"]
    assert "Grade: 30.0%" in handed_out(study, "leo")["text"]


def test_the_teacher_sees_it_all_at_once() -> None:
    found = report(a_small_class())
    maya = next(one for one in found.students if one.student == "maya")
    assert (maya.own, maya.given, maya.received, maya.questions) == (2, 0, 2, 1)
    assert maya.grade.percent.value == pytest.approx(280 / 3)
    claims = everything(found, "claim")["text"]
    assert "clarity: 4 (maya); decided: 2" in claims
    assert claims.index("claim close") < claims.index("claim harm") < claims.index("claim rare")
    assert "Only for leo." in claims
    assert "93.3%" in everything(found, "class")["csv"].replace("93.3", "93.3%")


def test_with_what_is_not_released_for_the_teacher() -> None:
    found = report_for(a_small_class(), "maya", unreleased=True)
    assert "Well asked" in everything(found, "student")["text"]


def test_who_is_no_student_is_told_who_is() -> None:
    with pytest.raises(NoStudentError, match="did you mean `maya`"):
        report_for(a_small_class(), "mya")
    with pytest.raises(NoStudentError, match="no student `jo`"):
        report_for(a_small_class(), "jo")


def test_a_teacher_of_a_students_name_is_still_a_teacher() -> None:
    maya = layer("maya", QUESTION)
    teacher = layer("maya", answers("t1", "maya/q1", SECRET), role="teacher", status="draft")
    for text in handed_out(a_class(maya, teacher), "maya").values():
        assert SECRET not in text


def test_annotations_that_answer_each_other_in_a_circle_and_in_long_chains() -> None:
    chain = [answers(f"a{at}", f"leo/a{at}", "So?") for at in range(1, 2000)]
    back = [answers(f"a{at}", f"maya/a{at + 1}", "So!") for at in range(1, 2000)]
    study = a_class(layer("maya", *chain), layer("leo", *back))
    shown = everything(report(study), "student")
    assert all("maya/a1999" in text for text in shown.values())


def test_two_layers_of_one_student_are_one_work() -> None:
    study = a_class(
        layer("maya", QUESTION), layer("maya", replace(QUESTION, id="q2"), status="draft")
    )
    (maya,) = report(study).students
    assert (maya.own, maya.status) == (2, ("submitted", "draft"))


def test_empty_layers_and_lost_claims() -> None:
    study = a_class(layer("maya"), layer("leo", says("a", "gone", tone="calm")))
    for by in ("class", "student", "claim"):
        assert everything(report(study), by)
    assert "not in the map any more" in everything(report(study), "student")["text"]
    assert "not in the map any more" in everything(report(study), "claim")["html"]


def test_what_students_see_after_a_release() -> None:
    jo = layer(
        "jo", answers("t1", "maya/q1", "Well.", insight="9"), role="teacher", status="released"
    )
    assert list(seen(jo, {"maya", "leo"})) == ["maya sees 1 answer, with 1 label"]
    more = Annotation("t2", Target("claim", "harm"), "commenting", "All: look here.")
    told = seen(replace(jo, annotations=(more, says("t3", "rare", clarity="1"))), {"maya"})
    assert list(told) == ["2 remarks on the map, with 1 label: seen by each"]
    hidden = replace(jo, annotations=(more,), status="draft")
    assert not list(seen(hidden, {"maya"}))
