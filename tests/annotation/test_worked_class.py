"""The worked class in maps/: real layers, which stay sound, and which disagree as the tutorial says."""

from pathlib import Path

import pytest

from argmap.annotation.adjudication.deciding import adjudicate
from argmap.annotation.adjudication.layer import written
from argmap.annotation.agreement.comparison import compare
from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.anchors.reviewing import review
from argmap.annotation.checks.checking import check
from argmap.annotation.layers.files import load_codebook, load_layer
from argmap.annotation.reports.made import report
from argmap.annotation.studies import Study, study
from argmap.yaml.files import load

MAPS = Path(__file__).parents[2] / "maps"
FOLDER = MAPS / "assad-fall.layers"
NAMES = ("aisha", "ben", "li", "maya", "okafor", "tomas", "verdict")


@pytest.fixture(scope="module")
def about() -> Study:
    return study(
        load(MAPS / "assad-fall.yaml"), [load_layer(FOLDER / f"{name}.yaml") for name in NAMES]
    )


def test_it_is_sound(about: Study) -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*NAMES, "class.codebook"}
    assert load_codebook(FOLDER / "class.codebook.yaml").faults == ()
    found = [fault.message for one in check(Ground(about)) for fault in one.diagnostics]
    assert found == []
    assert len(about.layers) == len(NAMES)


def test_every_target_is_the_text_that_was_annotated(about: Study) -> None:
    states = {outcome.state.value for one in review(Ground(about)) for outcome in one.outcomes}
    assert states == {"exact"}


def test_they_disagree_where_the_tutorial_says(about: Study) -> None:
    disputed = {(dispute.label, dispute.target.id) for dispute in compare(about).disputes}
    assert {
        ("acceptability", "western-secret-services-set-off-the-arab"),
        ("fallacy", "step-irrelevant"),
        ("clarity", "no-rescue"),
        ("fallacy", "step-the-middle-east-expert-suleimanov-is"),
    } <= disputed


def test_adjudicating_again_changes_no_byte(about: Study) -> None:
    verdict = next(one for one in about.layers if one.value and one.value.annotator == "verdict")
    assert verdict.value is not None
    again = adjudicate(verdict.value, about, majority=True)
    assert written(verdict, again) == verdict.source.text


def test_every_student_gets_a_grade(about: Study) -> None:
    grades = [student.grade.percent.value for student in report(about).students]
    assert len(grades) == 5
    assert all(grade is not None and 0 <= grade <= 100 for grade in grades)
