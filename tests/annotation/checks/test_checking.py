"""What `argmap annotate check` has to say, and where."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.checks.checking import Checked, check
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.files import load_layer
from argmap.annotation.layers.model import Layer
from argmap.annotation.studies import study
from argmap.model import ArgumentMap
from argmap.yaml.files import loads
from argmap.yaml.writer import write
from tests.annotation.examples import about, claims, ground, layer, seen, studied
from tests.annotation.strategies import layers
from tests.strategies import argument_maps

HARM = "The zoo harms the animals"
MAP = claims(close="The zoo should close", harm=HARM)
BOOK = "codebook: quality\n"


@settings(max_examples=50)
@given(argument_maps(5), st.lists(layers(), max_size=3))
def test_any_layers_can_be_checked(map: ArgumentMap, some: list[Layer]) -> None:
    texts = [written(replace(one, map="zoo.yaml")) for one in some]
    for checked in check(ground(write(map), *texts)):
        for fault in checked.diagnostics:
            assert 0 <= fault.span.start <= fault.span.end <= len(checked.source.text)
            assert (fault.message + fault.hint).isprintable()


def told(found: tuple[Checked, ...]) -> list[tuple[str, str]]:
    """Each finding: its code, and the text at its place."""
    return [
        (fault.code.name, checked.source.text[fault.span.start : fault.span.end])
        for checked in found
        for fault in checked.diagnostics
    ]


def labelled(labels: str, top: str = BOOK) -> list[tuple[str, str]]:
    one = f"{about('a1', 'harm', HARM)}, labels: {{{labels}}}"
    return told(check(ground(MAP, layer(one, top=top))))


@pytest.mark.parametrize(
    ("labels", "faults"),
    [
        ("clarity: 4", []),
        ("clarity: 4.5, acceptability: 1", []),
        ("clarity: 0", [("wrong-label-value", "0")]),
        ("clarity: five", [("wrong-label-value", "five")]),
        ("clarity: [4, 5]", [("wrong-label-value", "clarity")]),
        ("clarty: 4", [("unknown-label", "clarty")]),
        ("relevance: 4", [("misplaced-label", "relevance")]),
        ("relevance: 99", [("misplaced-label", "relevance")]),
    ],
)
def test_labels_are_held_against_the_codebook(labels: str, faults: list[tuple[str, str]]) -> None:
    assert labelled(labels) == faults


def test_the_wrong_one_of_several_values_is_marked() -> None:
    found = labelled("fallacy: [straw man, red haring]", "codebook: fallacies\n")
    assert found == [("wrong-label-value", "red haring")]
    (one,) = check(
        ground(MAP, layer(about("a1", "harm", HARM) + ", labels: {fallacy: red haring}", top="codebook: fallacies\n"))
    )  # fmt: skip
    assert one.diagnostics[0].hint == "did you mean `red herring`?"


def test_votes_are_judged_as_labels_are() -> None:
    one = about("a1", "harm", HARM) + ", votes: {clarity: {maya: 4, noor: 9}, clarety: {maya: 1}}"
    found = told(check(ground(MAP, layer(one, top=BOOK))))
    assert found == [("wrong-label-value", "9"), ("unknown-label", "clarety")]


OWN = """\
codebook: 1
labels:
  sound: {type: yes/no, on: claim, required: true}
  fit: {type: one of, values: [good, bad], on: argument, required: true}
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ours.yaml").write_text(OWN, encoding="utf-8")


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(
    ("more", "faults"),
    [
        ("labels: {sound: yes}", []),
        ("labels: {sound: FALSE}", []),
        ("labels: {sound: perhaps}", [("wrong-label-value", "perhaps")]),
        ("motivation: assessing", [("missing-label", "id")]),
        ("motivation: questioning", []),
        ("votes: {sound: {maya: yes}}", []),
    ],
)
def test_labels_that_the_codebook_asks_for(more: str, faults: list[tuple[str, str]]) -> None:
    text = layer(f"{about('a1', 'harm', HARM)}, {more}", top="codebook: ours.yaml\n")
    assert told(check(ground(MAP, text))) == faults


@pytest.mark.usefixtures("book")
def test_a_label_given_in_another_annotation_of_the_same_is_not_missing() -> None:
    text = layer(
        about("a1", "harm", HARM) + ", motivation: assessing",
        about("a2", "harm", HARM) + ", labels: {sound: yes}",
        top="codebook: ours.yaml\n",
    )
    assert not told(check(ground(MAP, text)))


@pytest.mark.usefixtures("book")
def test_a_faulty_codebook_is_shown_with_its_own_faults() -> None:
    Path("ours.yaml").write_text(OWN.replace("yes/no", "yes-no"), encoding="utf-8")
    text = layer(about("a1", "harm", HARM) + ", labels: {sound: yes}", top="codebook: ours.yaml\n")
    assert told(check(ground(MAP, text, text.replace("maya", "noor")))) == [
        ("unusable-codebook", "ours.yaml"), ("unusable-codebook", "ours.yaml"),
        ("not-a-choice", "yes-no"),
    ]  # fmt: skip


def test_a_codebook_that_is_missing() -> None:
    text = layer(
        about("a1", "harm", HARM) + ", labels: {x: 1}", top="codebook: [quality, gone.yaml]\n"
    )
    assert told(check(ground(MAP, text))) == [("unusable-codebook", "gone.yaml")]


def replying(id: str, to: str) -> str:
    return f"id: {id}, target: {{annotation: {to}}}, motivation: replying, body: Yes."


def test_replies() -> None:
    maya = layer(
        about("a1", "harm", HARM), replying("a2", "noor/a1"), replying("a3", "noor/a7"),
        replying("a4", "omar/a1"), replying("a5", "a1"), replying("a6", "omar/a2"),
        top=seen(MAP),
    )  # fmt: skip
    noor = layer(replying("a1", "maya/a1"), annotator="noor", top=seen(MAP))
    assert told(check(ground(MAP, maya, noor))) == [
        ("no-such-annotation", "noor/a7"), ("layer-not-at-hand", "omar/a1"),
    ]  # fmt: skip


def test_replies_that_go_in_a_circle() -> None:
    maya = layer(replying("a1", "noor/a1"), replying("a2", "a1"), top=seen(MAP))
    noor = layer(replying("a1", "maya/a1"), annotator="noor", top=seen(MAP))
    assert told(check(ground(MAP, maya, noor))) == [
        ("circular-reply", "noor/a1"), ("circular-reply", "maya/a1"),
    ]  # fmt: skip


def test_a_layer_of_another_map_is_left_alone_but_for_that() -> None:
    text = layer("id: a1, target: nobody, body: Why?").replace("zoo.yaml", "farm.yaml")
    assert told(check(ground(MAP, text))) == [("other-map", "farm.yaml")]


def test_two_files_of_one_annotator() -> None:
    assert told(check(ground(MAP, layer(), layer()))) == [("same-annotator", "maya")]


def test_a_layer_with_errors_is_told_of_its_errors() -> None:
    assert told(check(ground(MAP, layer() + "lable: x\n")))[0][0] == "unknown-word"


def test_the_map_at_hand_is_not_worth_a_word_while_everything_is_exact() -> None:
    old = "version: 0000000000000000000000000000000000000000\n"
    assert not told(check(ground(MAP, layer(about("a1", "harm", HARM), top=old))))
    lost = told(check(ground(MAP, layer(about("a1", "harn", "Gone"), top=old))))
    assert [name for name, _ in lost] == ["changed-map", "orphan"]


def test_an_orphan_names_the_id_that_it_looks_like() -> None:
    (found,) = check(ground(MAP, layer("id: a1, target: harn, body: Why?")))
    assert found.diagnostics[0].hint == "did you mean `harm`?"
    # What was there under this id when it was written is no slip of the pen.
    (found,) = check(ground(MAP, layer(about("a1", "harn", "Gone"))))
    assert "did you mean" not in found.diagnostics[0].hint


def test_annotations_by_hand_are_reminded_once() -> None:
    text = layer(*(f"id: a{n}, target: harm, body: Why?" for n in range(50)))
    assert told(check(ground(MAP, text))) == [("no-anchor", "harm")]


def test_a_source_without_text_is_told_once() -> None:
    map = MAP + "cites: survey\nsources: {survey: Visitor survey}\n"
    quotes = (f"id: a{n}, target: {{source: survey, quote: q{n}}}, body: Why?" for n in range(9))
    assert told(check(ground(map, layer(*quotes)))) == [("unread-source", "survey")]


def test_messages_show_what_cannot_be_seen() -> None:
    study = studied(MAP, layer('id: a1, target: {source: "s\\u001b[31m"}, body: Why?'))
    (found,) = check(Ground(study))
    assert "\x1b" not in found.diagnostics[0].message
    assert "<U+001B>" in found.diagnostics[0].message


def test_half_of_the_map_gone() -> None:
    """Nothing gets lost or is said twice when a map loses half of its claims."""
    texts = {f"c{n}": f"Claim number {n} of the map" for n in range(400)}
    marks = layer(*(about(f"a{n}", id, text) for n, (id, text) in enumerate(texts.items())))
    left = {id: text for n, (id, text) in enumerate(texts.items()) if n % 2 == 0}
    found = told(check(ground(claims(**left), marks)))
    assert sorted(place for name, place in found if name == "orphan") == sorted(
        set(texts) - set(left)
    )
    assert len(found) == 200


def test_layers_in_files(tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_bytes(
        b"layer: 1\r\nmap: zoo.yaml\r\nannotator: maya\r\nannotations:\r\n- {id: a1, target: gone}\r\n"
    )
    found = check(Ground(study(loads(MAP, "zoo.yaml"), [load_layer(path)])))
    assert [name for name, _ in told(found)] == ["empty-annotation", "orphan"]
