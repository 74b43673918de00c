"""Marks on a map: everything counts once, nothing changes the map, nothing leaks."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.marking import LENGTH, LINES, overlay, unplaced
from argmap.annotation.reports.handout import handout
from argmap.annotation.studies import Study, study
from argmap.annotation.tallies import HeatError
from argmap.diagnostics import Source
from argmap.model.overlay import Overlay
from argmap.rendering import render
from argmap.views.flat import as_json
from argmap.yaml.files import loads
from tests.annotation.strategies import annotations

ZOO = """\
claim: The zoo should close
id: close
sources:
  report: The report
reasons:
  - claim: Animals suffer in the zoo
    id: harm
  - claim: Cages are small
    id: cages
"""
CODEBOOK = ("fallacies", "quality")
HARM, STEP = Target("claim", "harm"), Target("argument", "step-harm")


def layer(
    annotator: str, *given: Annotation, role: str = "student", status: str = "draft"
) -> Layer:
    numbered = (replace(one, id=one.id or f"a{at}") for at, one in enumerate(given, 1))
    return Layer(
        annotator, "zoo.yaml", name=annotator.title(), role=role, status=status, codebooks=CODEBOOK,
        annotations=tuple(numbered), layer="1",
    )  # fmt: skip


def about(*layers: Layer) -> Study:
    documents = [read_layer(Source(f"{at}.yaml", written(one))) for at, one in enumerate(layers)]
    return study(loads(ZOO, "zoo.yaml"), documents)


def note(
    target: Target, body: str = "", motivation: str = "commenting", **labels: str
) -> Annotation:
    return Annotation("", target, motivation, body, labels)


def badges(found: Overlay, id: str = "harm") -> tuple[str, ...]:
    return found.marks[id].badges


def test_kinds_are_counted_where_the_thread_began() -> None:
    found = overlay(
        about(
            layer(
                "maya",
                note(HARM, "Who says so?", "questioning"),
                note(replace(HARM, quote="Animals"), "All?"),
            ),
            layer(
                "tom",
                note(Target("annotation", "maya/a1"), "The report.", "replying"),
                note(HARM, "So?"),
            ),
            layer("ann", note(Target("annotation", "tom/a1"), "Which page?", "replying")),
        )
    )
    assert badges(found) == ("1 question", "2 comments", "2 replies")
    assert found.marks["harm"].note.splitlines() == [
        "Maya: Who says so?", "↳ Tom: The report.", "↳ ↳ Ann: Which page?", "Maya on “Animals”: All?", "Tom: So?",
    ]  # fmt: skip
    assert (found.title, list(found.marks)) == ("Notes of 3 annotators", ["harm"])


def test_passages_of_a_source_count_at_the_claims_that_they_ground() -> None:
    passage = Target("source", "report", quote="they pace", claims=("harm", "cages", "gone"))
    found = overlay(
        about(layer("maya", note(passage, "Here."), note(Target("source", "report"), "Dull.")))
    )
    assert badges(found) == badges(found, "cages") == ("1 comment",)
    assert "close" not in found.marks


def test_labels_are_told_in_a_few_words() -> None:
    found = overlay(
        about(
            layer(
                "maya",
                note(STEP, "", "tagging", fallacy="straw man"),
                note(HARM, "", "assessing", clarity="3"),
            ),
            layer(
                "tom",
                note(STEP, "", "tagging", fallacy="straw man"),
                note(HARM, "Fine.", "assessing", clarity="4.5"),
            ),
            layer(
                "ann",
                note(STEP, "", "tagging", fallacy="red herring"),
                note(HARM, "", "tagging", mine="x"),
            ),
        )
    )
    assert badges(found, "step-harm") == ("straw man ×2", "red herring")
    assert badges(found) == ("clarity 3.8 (2)", "mine: x")


def test_what_an_adjudicator_decided_and_left_open() -> None:
    decided = Annotation("d1", HARM, "assessing", "", {"clarity": "4"}, {"clarity": {"maya": "4"}})
    open_one = Annotation("d2", STEP, "assessing", "", {}, {"fallacy": {"maya": ("straw man",)}})
    found = overlay(
        about(
            layer("maya", note(HARM, "", "assessing", clarity="2")),
            layer("judge", decided, open_one, role="adjudicator"),
        )
    )
    assert badges(found) == ("clarity 2", "decided: clarity 4")
    assert badges(found, "step-harm") == ("1 dispute",)


def test_what_is_settled_counts_as_settled_only_with_all_its_replies() -> None:
    done = Annotation("q", HARM, "questioning", "Why?", {"clarity": "1"}, resolved=True)
    found = overlay(
        about(
            layer(
                "maya", done, note(Target("annotation", "q"), "So.", "replying"), note(HARM, "Hm.")
            )
        )
    )
    assert badges(found) == ("1 comment", "1 settled")
    assert found.marks["harm"].note == "Maya: Hm."


def test_labels_that_cannot_be_read_are_not_silently_dropped() -> None:
    found = overlay(about(layer("maya", note(HARM, "", "assessing", clarity="nine"))))
    assert badges(found) == ("1 unusable label",)


def test_what_is_not_released_is_kept_from_a_student() -> None:
    secret = layer("may", note(HARM, "SECRET", "commenting", clarity="1"), role="teacher")
    beside = layer(
        "maya",
        note(HARM, "Mine.", "assessing", clarity="5"),
        note(Target("annotation", "may/a1"), "What?", "replying"),
    )
    found = about(secret, beside)
    assert "SECRET" in overlay(found).marks["harm"].note
    shown = overlay(handout(found, "maya"), "clarity")
    assert "SECRET" not in repr(shown)
    assert badges(shown) == ("clarity 5",)
    assert shown.marks["harm"].heat == 1
    released = about(replace(secret, released=("maya",)), beside)
    assert "SECRET" in overlay(handout(released, "maya")).marks["harm"].note
    assert "SECRET" not in repr(overlay(handout(released, "tom")))
    assert overlay(handout(about(secret), "maya")) == Overlay()


def test_what_is_said_to_one_student_is_shown_to_no_other() -> None:
    """A released layer is one file for a whole class: each sees the own part of it."""
    may = layer(
        "may",
        note(Target("annotation", "ben/a1"), "SECRET for ben", "replying", clarity="1"),
        note(Target("annotation", "maya/a1"), "Fine, Maya.", "replying"),
        note(HARM, "All look here."),
        role="teacher",
        status="released",
    )
    found = about(layer("ben", note(HARM, "Ben's.")), layer("maya", note(HARM, "Maya's.")), may)
    shown = overlay(handout(found, "maya"))
    assert "SECRET" not in repr(shown)
    assert "Ben's" not in repr(shown)
    assert shown.marks["harm"].note.splitlines() == [
        "Maya: Maya's.", "↳ May: Fine, Maya.", "May: All look here.",
    ]  # fmt: skip


def test_heat_of_disagreement_and_of_a_rating() -> None:
    found = about(
        layer(
            "maya",
            note(HARM, "", "assessing", clarity="1"),
            note(STEP, "", "tagging", fallacy="straw man"),
        ),
        layer(
            "tom",
            note(HARM, "", "assessing", clarity="5"),
            note(STEP, "", "tagging", fallacy="straw man"),
        ),
        layer("ann", note(Target("claim", "cages"), "", "assessing", clarity="2")),
    )
    tinted = overlay(found, "disagreement")
    heats = {id: mark.heat for id, mark in tinted.marks.items()}
    assert heats == {"harm": 1.0, "step-harm": 0.0, "cages": None}
    assert tinted.heat == ("disagreement", "none", "full")
    assert badges(tinted) == ("disagreement 100%", "clarity 3 (2)")
    assert tinted.told("step-harm") == ("disagreement 0%", "straw man ×2")
    rated = overlay(found, "clarity")
    assert {id: mark.heat for id, mark in rated.marks.items()} == {
        "harm": 0.5,
        "step-harm": None,
        "cages": 0.25,
    }
    assert rated.heat == ("clarity", "1", "5")
    assert rated.told("harm") == badges(rated) == ("clarity 3 (2)",)


@pytest.mark.parametrize(
    ("heat", "mend"), [("clarty", "did you mean `clarity`?"), ("fallacy", "a label of type set")]
)
def test_heat_of_what_has_no_ends_is_refused(heat: str, mend: str) -> None:
    with pytest.raises(HeatError, match=re.escape(mend)):
        overlay(about(layer("maya", note(HARM))), heat)


def test_a_note_is_short_however_much_is_said() -> None:
    many = [note(HARM, ("Remark and no end\n" * 40).strip()) for at in range(50)]
    lines = overlay(about(layer("maya", *many))).marks["harm"].note.splitlines()
    assert len(lines) == LINES + 1
    assert lines[-1] == f"… and {50 - LINES} more"
    assert max(map(len, lines)) <= LENGTH


def test_no_layers_no_marks() -> None:
    assert overlay(about()) == Overlay()
    assert overlay(about(layer("maya"))) == Overlay()


def test_what_the_map_no_longer_has_is_counted() -> None:
    gone = note(Target("claim", "gone"), "Where?")
    reply = note(Target("annotation", "maya/a1"), "Away.", "replying")
    found = about(
        layer("maya", gone), layer("tom", reply, note(HARM), note(Target("layer", "maya"), "Good."))
    )
    assert unplaced(found) == 2
    assert overlay(found).marks.keys() == {"harm"}


def test_texts_are_never_markup() -> None:
    evil = note(HARM, '<script>alert("x")</script>]]>', "tagging", mine="</TABLE><b>")
    found = about(layer("maya", evil))
    picture = render(found.document.map, "svg", overlay=overlay(found)).data.decode()  # type: ignore[arg-type]
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture
    assert "<b>" not in picture


_places = st.sampled_from(
    [HARM, replace(HARM, quote="zoo"), STEP, Target("claim", "close"), Target("claim", "gone")]
)


@st.composite
def classes(draw: st.DrawFn) -> list[Layer]:
    found = []
    for who in draw(st.lists(st.sampled_from(["maya", "tom", "ann"]), max_size=3, unique=True)):
        every = []
        for at in range(draw(st.integers(0, 5))):
            one = draw(annotations(f"a{at}"))
            other = Target(
                "annotation", f"{draw(st.sampled_from(['maya', 'tom']))}/a{draw(st.integers(0, 4))}"
            )
            every.append(replace(one, target=draw(_places | st.just(other)), votes={}))
        found.append(layer(who, *every, role=draw(st.sampled_from(["student", "teacher"]))))
    return found


@given(classes(), st.sampled_from(["", "disagreement", "clarity"]))
def test_an_overlay_never_changes_the_map_and_its_counts_add_up(
    layers: list[Layer], heat: str
) -> None:
    found = about(*layers)
    map = found.document.map
    assert map is not None
    before = as_json(map)
    marks = overlay(found, heat if layers else "").marks
    assert as_json(map) == before
    assert marks.keys() <= {part.id for part in map.parts}
    every = list(found.annotation.values())
    counted = sum(
        int(badge.split()[0])
        for mark in marks.values() for badge in mark.badges
        if re.fullmatch(r"[0-9]+ (questions?|comments?|repl(y|ies)|highlights?|assessments?|tags?|settled)", badge)
    )  # fmt: skip
    by_labels = [one for one in every if one.labels and one.motivation in ("assessing", "tagging")]
    assert counted <= len(every) - unplaced(found)
    if not by_labels and not any(one.resolved for one in every):
        assert counted == len(every) - unplaced(found)
    assert all(mark.heat is None or 0 <= mark.heat <= 1 for mark in marks.values())


@given(classes(), st.randoms())
def test_the_order_of_the_layers_changes_no_count(layers: list[Layer], random: Random) -> None:
    shuffled = [*layers]
    random.shuffle(shuffled)
    one, other = overlay(about(*layers)).marks, overlay(about(*shuffled)).marks
    assert {id: sorted(mark.badges) for id, mark in one.items()} == {
        id: sorted(mark.badges) for id, mark in other.items()
    }
