"""An adjudicator's layer: votes come in, and nothing that was decided goes."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.adjudication.bench import Question
from argmap.annotation.adjudication.deciding import Adjudication, adjudicate
from argmap.annotation.adjudication.layer import begun_for, unnamed, written
from argmap.annotation.adjudication.tables import as_data, summary, tables
from argmap.annotation.layers.anchor import text_hash
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.studies import Study
from argmap.annotation.tables import as_text
from argmap.diagnostics import Source
from tests.annotation.classes import (
    HERE,
    a_class,
    document,
    layer,
    of_documents,
    says,
    student_layers,
)

MARKS = 'codebook: "marks.codebook.yaml@1.0"'


def new(study: Study) -> LayerDocument:
    found = begun_for(study, Path(HERE, "judge.yaml"), "judge")
    assert found.value is not None
    return found


def run(
    found: LayerDocument, study: Study, decide: tuple[str, ...] = (), **rules: bool
) -> tuple[LayerDocument, Adjudication]:
    """One run of the command: the layer afterwards, and what it tells."""
    assert found.value is not None
    told = adjudicate(found.value, study, decisions=decide, **rules)
    after = read_layer(Source(found.source.name, written(found, told)))
    assert after.value is not None
    return after, told


def decided(found: LayerDocument) -> dict[tuple[str, str], object]:
    assert found.value is not None
    return {
        (one.id, name): value
        for one in found.value.annotations
        for name, value in one.labels.items()
    }


def question(told: Adjudication, name: str) -> Question:
    (found,) = (one for one in told.questions if one.label == name)
    return found


@given(student_layers(), st.booleans(), st.booleans())
def test_a_second_run_changes_no_byte(layers: list[Layer], majority: bool, single: bool) -> None:
    study = a_class(*layers)
    once, _ = run(new(study), study, majority=majority, single=single)
    again, told = run(once, study, majority=majority, single=single)
    assert again.source.text == once.source.text
    assert not told.annotations
    assert not any(one.anew for one in told.questions)


@given(student_layers(), st.booleans())
def test_the_order_of_layers_changes_no_byte(layers: list[Layer], majority: bool) -> None:
    documents = [document(one) for one in layers]
    study = of_documents(documents)
    once, _ = run(new(study), study, majority=majority)
    random.Random(5).shuffle(documents)
    study = of_documents(documents)
    assert run(new(study), study, majority=majority)[0].source.text == once.source.text


@given(student_layers(), student_layers(), st.booleans())
def test_nothing_that_was_decided_is_lost_or_changed(
    before: list[Layer], after: list[Layer], majority: bool
) -> None:
    study = a_class(*before)
    first, _ = run(new(study), study, majority=majority, single=True)
    second, _ = run(first, a_class(*after), majority=majority, single=True)
    assert decided(second).items() >= decided(first).items()
    assert first.value is not None
    assert second.value is not None
    for one in first.value.annotations:
        now = second.value.annotation[one.id]
        assert (now.target, now.body, now.motivation) == (one.target, one.body, one.motivation)
        for name, votes in one.votes.items():
            assert now.votes[name].keys() >= votes.keys()


@given(student_layers(("maya", "leo")), student_layers(("ana", "omar")))
def test_layers_one_after_the_other_bring_the_votes_of_all(
    one: list[Layer], two: list[Layer]
) -> None:
    first, _ = run(new(a_class(*one)), a_class(*one))
    apart, _ = run(first, a_class(*two))
    at_once, _ = run(new(a_class(*one, *two)), a_class(*one, *two))
    assert apart.value is not None
    assert at_once.value is not None
    told = [
        {
            (note.target.key, name, who): value
            for note in found.annotations
            for name, row in note.votes.items()
            for who, value in row.items()
        }
        for found in (apart.value, at_once.value)
    ]
    assert told[0] == told[1]


@given(student_layers())
def test_every_vote_is_told_and_every_label_decided_or_open(layers: list[Layer]) -> None:
    study = a_class(*layers)
    after, told = run(new(study), study)
    assert len(told.open) + len(decided(after)) == len(told.questions)
    for one in told.questions:
        assert one.votes
        if one.decided is not None:
            assert len(one.votes) > 1
    assert summary(told)
    assert as_text(tables(told), 100) is not None
    assert len(as_data(told)["labels"]) == len(told.questions)


def test_who_agrees_decides() -> None:
    study = a_class(
        layer("ana", says("a", "harm", clarity="4", tone="calm"), says("b", "rare", doubt="yes")),
        layer("leo", says("a", "harm", clarity="4.0", tone="angry")),
        layer("maya", says("a", "harm", tone="calm")),
    )  # fmt: skip
    after, told = run(new(study), study)
    assert question(told, "clarity").decided == "4"
    assert question(told, "tone").decided is None
    assert question(told, "doubt").decided is None, "one vote is no agreement"
    assert after.value is not None
    first = after.value.annotations[0]
    assert first.motivation == "assessing"
    assert first.target == Target(
        "claim", "harm", text_hash("Animals suffer in the zoo, and suffer much")
    )
    assert first.votes["tone"] == {"ana": "calm", "leo": "angry", "maya": "calm"}
    assert after.value.role == "adjudicator"
    more, told = run(after, study, majority=True, single=True)
    assert question(told, "tone").decided == "calm"
    assert question(told, "doubt").decided == "yes"
    assert question(told, "tone").anew
    assert not question(told, "clarity").anew
    assert unnamed(more, told) == []


def test_a_tie_is_no_majority() -> None:
    study = a_class(
        layer("ana", says("a", "harm", tone="calm")), layer("leo", says("a", "harm", tone="angry"))
    )
    assert run(new(study), study, majority=True, single=True)[1].open


def test_what_is_decided_by_hand_stays_and_new_votes_against_it_are_told() -> None:
    ana, leo = (
        layer("ana", says("a", "harm", tone="calm")),
        layer("leo", says("a", "harm", tone="angry")),
    )
    study = a_class(ana, leo)
    after, told = run(new(study), study, ("a1:tone=angry",))
    assert question(told, "tone").decided == "angry"
    assert question(told, "tone").anew
    later = a_class(ana, leo, layer("maya", says("a", "harm", tone="calm")))
    after, told = run(after, later, majority=True)
    assert question(told, "tone").decided == "angry"
    assert question(told, "tone").contradicted
    assert "new votes say otherwise" in as_text(tables(told), 100)
    after, told = run(after, later, majority=True)
    assert not question(told, "tone").contradicted, "it was told when it was new"
    after, told = run(after, later, ("a1:tone=calm",))
    assert question(told, "tone").replaced == "angry"
    assert decided(after) == {("a1", "tone"): "calm"}


def test_a_set_is_decided_by_all_its_values() -> None:
    study = a_class(layer("ana", says("a", "harm", fallacy="straw man")))
    after, _ = run(new(study), study, ("a1:fallacy=straw man", "a1:fallacy=ad hominem"))
    assert decided(after) == {("a1", "fallacy"): ("straw man", "ad hominem")}


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        ("a2:tone=calm", "no annotation `a2`"),
        ("a1:tone", "ID:LABEL=VALUE"),
        ("a1", "ID:LABEL=VALUE"),
        ("a1:tnoe=calm", "did you mean `tone`"),
        ("a1:tone=calmm", "did you mean `calm`"),
        ("a1:clarity=9", "from 1 to 5"),
        ("a1:insight=9", "may not stand on"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(decision: str, message: str) -> None:
    study = a_class(layer("ana", says("a", "harm", tone="calm")))
    with pytest.raises(RefusedError, match=message):
        run(new(study), study, (decision,))


def test_a_vote_that_is_taken_back_counts_for_nothing_and_stays() -> None:
    ana, leo = (
        layer("ana", says("a", "harm", tone="calm")),
        layer("leo", says("a", "harm", tone="angry")),
    )
    study = a_class(ana, leo)
    after, _ = run(new(study), study)
    later = a_class(ana, replace(leo, annotations=()))
    after, told = run(after, later, single=True)
    assert question(told, "tone").withdrawn == ("leo",)
    assert question(told, "tone").decided == "calm"
    assert question(told, "tone").votes == {"ana": "calm", "leo": "angry"}
    absent = a_class(ana)
    assert not question(run(after, absent)[1], "tone").withdrawn, "leo's layer is not at hand"


def test_comments_and_notes_of_the_file_stay() -> None:
    text = (
        f"layer: 1\nmap: zoo.yaml\nannotator: judge\nrole: adjudicator\n{MARKS}\n"
        "annotations:\n"
        "  # my own\n"
        "  - id: n1\n    target: harm  # hm\n    body: I wonder.\n"
        "  - id: n2\n    target: harm\n    motivation: assessing\n    body: Plain to see.\n"
        "    labels: {tone: calm}  # sure\n"
    )
    ana = layer("ana", says("a", "harm", tone="angry", clarity="4"), says("b", "rare", clarity="2"))
    leo = layer("leo", says("a", "harm", tone="angry", clarity="4"))
    after, told = run(read_layer(Source(str(HERE / "judge.yaml"), text)), a_class(ana, leo))
    assert all(
        line in after.source.text.split("\n") for line in text.split("\n") if "labels" not in line
    )
    assert after.value is not None
    assert after.value.annotation["n2"].labels == {"tone": "calm", "clarity": "4"}
    assert after.value.annotation["n2"].body == "Plain to see."
    assert not after.value.annotation["n1"].votes, "a comment is no assessment"
    assert question(told, "tone").contradicted
    assert [one.id for one in after.value.annotations] == ["n1", "n2", "a1"]


def test_what_the_map_has_lost_is_voted_on_all_the_same() -> None:
    study = a_class(*(layer(name, says("a", "gone", tone="calm")) for name in ("ana", "leo")))
    after, told = run(new(study), study)
    assert question(told, "tone").decided == "calm"
    assert after.value is not None
    assert after.value.annotations[0].target == Target("claim", "gone")


def test_votes_on_an_older_text_are_told() -> None:
    old = Annotation(
        "a", Target("claim", "harm", "aaaaaaaaaaaa"), "assessing", labels={"tone": "calm"}
    )
    study = a_class(layer("ana", old))
    told = run(new(study), study)[1]
    assert told.older
    assert "changed since the label" in as_text(tables(told), 100)


def test_teachers_vote_only_where_they_are_asked_to() -> None:
    study = a_class(
        layer("ana", says("a", "harm", tone="calm")),
        layer("jo", says("a", "harm", tone="calm"), role="teacher"),
        layer("other-judge", says("a", "harm", tone="angry"), role="adjudicator"),
    )  # fmt: skip
    assert question(run(new(study), study)[1], "tone").votes == {"ana": "calm"}
    votes = question(run(new(study), study, with_teachers=True)[1], "tone").votes
    assert votes == {"ana": "calm", "jo": "calm"}
