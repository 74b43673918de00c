"""What layers have in common, told as figures."""

import json
import random

import pytest
from hypothesis import given

from argmap.annotation.agreement.comparison import Comparison, LabelAgreement, compare
from argmap.annotation.agreement.data import as_data, rows
from argmap.annotation.agreement.tables import tables
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.annotation.tables import as_csv, as_markdown, as_text
from tests.annotation.classes import a_class, document, layer, of_documents, says, student_layers


def label(found: Comparison, name: str) -> LabelAgreement:
    return next(one for one in found.labels if one.name == name)


def everything(found: Comparison) -> str:
    """The comparison in each of its formats."""
    shown = tables(found, pairs=True)
    data = json.dumps(as_data(found), allow_nan=False)
    return as_text(shown, 100) + as_markdown(shown) + as_csv(*rows(found)) + data


@given(student_layers())
def test_every_class_can_be_compared_and_the_order_of_layers_is_nothing(
    layers: list[Layer],
) -> None:
    documents = [document(one) for one in layers]
    found = everything(compare(of_documents(documents)))
    random.Random(7).shuffle(documents)
    assert everything(compare(of_documents(documents))) == found
    assert "nan" not in found.casefold()


@given(student_layers())
def test_who_says_the_same_agrees(layers: list[Layer]) -> None:
    first = layers[0]
    twin = layer("twin", *first.annotations)
    found = compare(a_class(first, twin))
    assert not found.disputes
    for one in found.labels:
        assert one.percentage.value in (1, None)
        assert one.kappa.mean.value in (1, None) or one.kappa.mean.value == pytest.approx(1)


def test_cohens_kappa_of_two_layers() -> None:
    # Two raters of 50 proposals: 20 both yes, 5 and 10 apart, 15 both no. Kappa is 0.4.
    # Source: the worked example of Wikipedia, Cohen's kappa.
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    map = "claim: All\nid: all\nreasons:\n" + "".join(
        f"  - claim: Proposal {at}\n    id: p{at}\n" for at in range(50)
    )
    one = layer("one", *(says(f"a{at}", f"p{at}", doubt=pair[0]) for at, pair in enumerate(pairs)))
    two = layer("two", *(says(f"a{at}", f"p{at}", doubt=pair[1]) for at, pair in enumerate(pairs)))
    found = label(compare(a_class(one, two, map=map)), "doubt")
    assert found.kappa.mean.value == pytest.approx(0.4)
    assert found.percentage.value == pytest.approx(0.7)
    assert found.shared == 50


def test_krippendorffs_alpha_of_four_layers() -> None:
    # Four observers, twelve units, values missing: "data C" of Krippendorff (2011), Computing
    # Krippendorff's alpha-reliability: ordinal 0.815, interval 0.849.
    observers = {
        "a": [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
        "b": [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
        "c": [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
        "d": [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
    }
    map = "claim: All\nid: all\nreasons:\n" + "".join(
        f"  - claim: Unit {at}\n    id: u{at}\n" for at in range(12)
    )
    layers = [
        layer(name, *(
            says(f"a{at}", f"u{at}", clarity=str(value))
            for at, value in enumerate(values) if value is not None
        ))
        for name, values in observers.items()
    ]  # fmt: skip
    found = label(compare(a_class(*layers, map=map)), "clarity")
    ordinal, interval = found.alpha["ordinal"].value, found.alpha["interval"].value
    assert ordinal == pytest.approx(0.8154, abs=5e-5)
    assert interval == pytest.approx(0.8491, abs=5e-5)


def test_spellings_of_one_value_agree() -> None:
    one = layer(
        "one", says("a", "harm", clarity="4", doubt="yes", fallacy=("straw man", "ad hominem"))
    )
    two = layer(
        "two", says("a", "harm", clarity="4.0", doubt="true", fallacy=("ad hominem", "straw man"))
    )
    assert not compare(a_class(one, two)).disputes


def test_a_set_is_compared_as_a_whole_and_value_by_value() -> None:
    one = layer(
        "one", says("a", "harm", fallacy="straw man"), says("b", "rare", fallacy="ad hominem")
    )
    two = layer(
        "two",
        says("a", "harm", fallacy=("straw man", "ad hominem")),
        says("b", "rare", fallacy="ad hominem"),
    )
    found = compare(a_class(one, two))
    assert [one.name for one in found.labels] == [
        "fallacy",
        "fallacy: straw man",
        "fallacy: ad hominem",
    ]
    assert label(found, "fallacy").percentage.value == 0.5
    assert label(found, "fallacy: straw man").percentage.value == 1
    assert label(found, "fallacy: ad hominem").percentage.value == 0.5
    assert len(found.disputes) == 1


def test_texts_and_labels_of_no_codebook_are_not_compared_and_that_is_said() -> None:
    layers = [layer(name, says("a", "harm", remark="well", mood="blue")) for name in ("one", "two")]
    found = compare(a_class(*layers))
    assert not found.labels
    assert "free text" in found.uncompared["remark"]
    assert "no codebook" in found.uncompared["mood"]
    assert "`mood` is not compared" in as_text(tables(found), 100)


@pytest.mark.parametrize(
    ("first", "second", "left_out"),
    [("4", "4", False), ("4", "4.0", False), ("4", "3", True), ("4", "loud", True)],
)
def test_who_gives_a_label_twice(first: Value, second: Value, left_out: bool) -> None:
    one = layer("one", says("a", "harm", clarity=first), says("b", "harm", clarity=second))
    two = layer("two", says("a", "harm", clarity="4"))
    found = compare(a_class(one, two))
    assert bool(found.unusable) is left_out
    assert label(found, "clarity").shared == (0 if left_out else 1)
    assert ("left out" in as_text(tables(found), 100)) is left_out


def test_two_notes_of_fallacies_make_one_set() -> None:
    one = layer(
        "one", says("a", "harm", fallacy="straw man"), says("b", "harm", fallacy="ad hominem")
    )
    two = layer("two", says("a", "harm", fallacy=("ad hominem", "straw man")))
    assert label(compare(a_class(one, two)), "fallacy").percentage.value == 1


def test_teachers_are_left_out_unless_asked_for() -> None:
    layers = [
        layer("maya", says("a", "harm", clarity="1")),
        layer("jo", says("a", "harm", clarity="5"), role="teacher"),
    ]
    found = compare(a_class(*layers))
    assert found.raters == ("maya",)
    assert found.left == ("jo",)
    assert "jo: no student" in as_text(tables(found), 100)
    assert compare(a_class(*layers), with_teachers=True).disputes


def test_two_layers_of_one_annotator_count_as_one() -> None:
    layers = [
        layer("maya", says("a", "harm", clarity="4")),
        layer("maya", says("a", "rare", clarity="4")),
    ]
    found = compare(a_class(*layers, layer("leo", says("a", "harm", clarity="4"))))
    assert found.several == ("maya",)
    assert label(found, "clarity").raters == ("leo", "maya")


def test_disagreements_stand_worst_first_with_values_and_the_claim() -> None:
    one = layer("one", says("a", "harm", clarity="1"), says("b", "rare", clarity="4"))
    two = layer("two", says("a", "harm", clarity="5"), says("b", "rare", clarity="3"))
    found = compare(a_class(one, two))
    assert [dispute.target.id for dispute in found.disputes] == ["harm", "rare"]
    assert found.disputes[0].text == "Animals suffer in the zoo, and suffer much"
    text = as_text(tables(found), 200)
    assert "1 (one); 5 (two)" in text
    assert "Animals suffer in the zoo" in text


def test_what_is_undefined_says_why() -> None:
    layers = [layer(name, says("a", "harm", clarity="4")) for name in ("one", "two")]
    found = compare(a_class(*layers))
    assert label(found, "clarity").kappa.mean.value is None
    assert "undefined: only one value was ever given" in as_text(tables(found), 200).replace(
        "of every two raters: ", ""
    )
    alone = compare(a_class(layers[0]))
    assert "undefined: nothing was rated by two raters" in as_text(tables(alone), 200)


def test_a_passage_is_one_target_wherever_its_place_was_written_down() -> None:
    place = Target("claim", "harm", quote="Animals suffer")
    told = Target("claim", "harm", quote="Animals suffer", start=0, end=14)
    one = layer("one", Annotation("a", place, "assessing", labels={"clarity": "4"}))
    two = layer("two", Annotation("a", told, "assessing", labels={"clarity": "4"}))
    assert label(compare(a_class(one, two)), "clarity").shared == 1
    twice = Target("claim", "harm", quote="suffer")  # stands there twice: nobody knows which
    other = Target("claim", "harm", quote="suffer", start=8, end=14)
    one = layer("one", Annotation("a", twice, "assessing", labels={"clarity": "4"}))
    two = layer("two", Annotation("a", other, "assessing", labels={"clarity": "4"}))
    assert label(compare(a_class(one, two)), "clarity").shared == 0


def test_terminal_escapes_are_shown_and_not_sent() -> None:
    layers = [
        layer(n, says("a", "harm", remark="\x1b[31mred", fallacy="\x1b[2J")) for n in ("one", "two")
    ]
    shown = as_text(tables(compare(a_class(*layers))), 100)
    assert "\x1b" not in shown


def test_a_step_on_a_scale_is_less_than_its_whole_width() -> None:
    """Cohen's kappa of a scale has linear weights (Cohen 1968)."""

    def kappa(*values: str) -> float:
        claims = ("close", "harm", "needless", "rare")
        one = layer("one", *(says(f"a{at}", claims[at], clarity=v) for at, v in enumerate("1255")))
        two = layer("two", *(says(f"a{at}", claims[at], clarity=v) for at, v in enumerate(values)))
        found = label(compare(a_class(one, two)), "clarity")
        assert found.weights == "linear"
        assert found.kappa.mean.value is not None
        return found.kappa.mean.value

    assert kappa("1", "1", "5", "5") > 0.8 > kappa("1", "5", "5", "5")
    shown = as_text(tables(compare(a_class(layer("one", says("a", "harm", clarity="4"))))), 200)
    assert "linearly weighted" in shown


def test_what_figures_leave_out_is_named() -> None:
    both = [says("a", "close", tone="calm"), says("b", "harm", tone="calm")]
    layers = [
        layer("one", *both, says("c", "rare", tone="angry"), says("d", "needless", tone="angry")),
        layer("two", *both, says("c", "rare", tone="calm")),
        layer("three", *both),
    ]
    found = compare(a_class(*layers))
    tone = label(found, "tone")
    assert tone.fleiss.value is None
    assert "what 3 raters rated has one value throughout" in tone.fleiss.why
    assert tone.kappa.mean.left_out == (("one", "three"), ("three", "two"))
    text = " ".join(as_text(tables(found), 200).split())
    assert "Fleiss κ leaves out what fewer or more annotators rated than most: tone: rare" in text
    assert "Cohen κ is the mean of the pairs that have one (--pairs): tone 1 of 3" in text
    (data,) = as_data(found)["labels"]
    assert {one["id"] for one in data["fleiss"]["left_out"]} == {"rare", "needless"}
    assert [one["id"] for one in data["alpha"]["nominal"]["left_out"]] == ["needless"]
    assert ["one", "three"] in data["cohen"]["mean"]["left_out"]
    assert data["cohen"]["weights"] == "equal"
    columns, lines = rows(found)
    assert {line[columns.index("left out")] for line in lines if line[1] == "fleiss"} == {"2"}


@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_class_of_thirty_fits_the_screen(width: int) -> None:
    claims = ("close", "harm", "needless", "rare")
    layers = [
        layer(
            f"student-{number}",
            *(
                says(f"a{at}", claim, clarity=str(1 + number % 3), tone="calm" if number % 2 else "angry",
                     fallacy=("straw man",) if number % 4 else ("ad hominem", "straw man"))
                for at, claim in enumerate(claims)
            ),
        )
        for number in range(30)
    ]  # fmt: skip
    found = compare(a_class(*layers))
    text = as_text(tables(found), width)
    lines = text.split("\n")
    assert max(map(len, lines)) <= width
    assert len(lines) < 140
    assert "2 more: --all" in lines
    assert " and 11 more)" in " ".join(text.split())
    assert "straw man" in text
    assert "straw m…" not in text
    everything = as_text(tables(found, everything=True), width)
    assert "more: --all" not in everything
    assert all(f"student-{number}" in everything for number in range(30))


def test_disagreements_are_a_list_with_the_words_below() -> None:
    long = "Animals suffer in the zoo, and suffer much"
    layers = [layer(n, says("a", "harm", clarity=v)) for n, v in (("one", "1"), ("two", "5"))]
    lines = as_text(tables(compare(a_class(*layers))), 40).split("\n")
    at = lines.index("Disagreements")
    assert lines[at + 1 : at + 3] == [
        "  0%  clarity · harm: 1 (one); 5 (two)",
        f"      {long[:33]}…",
    ]
