"""Edits of a layer change what they say they change, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import (
    RefusedError,
    added,
    changed,
    next_id,
    removed,
    restated,
    tidy,
    written,
)
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.annotation.strategies import annotations, layers

#: Layers as people and programs lay them out: before an edit, and in every manner of YAML.
LAYOUTS = {
    "no annotations": "layer: 1\nmap: zoo.yaml\nannotator: maya\n",
    "no line end": "layer: 1\nmap: zoo.yaml\nannotator: maya",
    "comments below": "layer: 1\nmap: zoo.yaml\nannotator: maya # me\n\n# nothing yet\n",
    "an empty list": "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations: [ ]  # none\nstatus: draft\n",
    "a list": "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  - id: x\n    target: harm  # which?\n\n  # done\n",
    "a list at the margin": "layer: 1\nmap: zoo.yaml\nannotations:\n- id: x\n  target: harm\n  body: |+\n    Why?\n\n\nannotator: maya\n",
    "a list with wide dashes": "annotations:\n  -   id: x\n      target:\n        claim: harm\n\n# behind\nlayer: 1\nmap: zoo.yaml\nannotator: maya\n",
    "a dash alone": "annotations:\n  -\n    # about harm\n    id: x\n    target: harm\nmap: zoo.yaml\nannotator: maya",
    "brackets": "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations: [{id: x, target: harm}, {id: y, target: harm} ]\n",
    "JSON": '{"layer": 1, "map": "zoo.yaml",\n "annotator": "maya", "annotations": [\n  {"id": "x", "target": "harm"}\n]}\n',
    "JSON without any": '{"layer": 1, "map": "zoo.yaml", "annotator": "maya"}',
    "Windows": "layer: 1\r\nmap: zoo.yaml\r\nannotator: maya\r\nannotations:\r\n  - id: x\r\n    target: harm\r\n",
    "a second byte-order mark": "\ufeffannotations:\n- id: x\n  target: harm\nmap: zoo.yaml\nannotator: maya\n",
    "a word alone": "layer: 1\nmap: zoo.yaml\nannotations:\nannotator: maya\n",
    "a word alone at the end": "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:",
    "a word with a comment": "layer: 1\r\nmap: zoo.yaml\r\nannotator: maya\r\nannotations:  # none\r\n  # yet\r\n\r\n",
    "words behind": "layer: 1\nmap: zoo.yaml\nannotations:\n  - id: x\n    target: harm\n    body: >\n      folded\n      text\n\nannotator: maya\n",
}  # fmt: skip


def document(text: str) -> LayerDocument:
    return read_layer(Source("maya.yaml", text))


def layer(text: str) -> Layer:
    found = document(text)
    assert found.value is not None, [fault.message for fault in found.faults]
    return found.value


@given(layers())
def test_a_new_layer_reads_as_it_was_meant(one: Layer) -> None:
    assert layer(written(one)) == one


@given(st.sampled_from(sorted(LAYOUTS)), annotations("new"))
def test_adding_then_removing_restores_the_text_to_the_byte(name: str, one: Annotation) -> None:
    text = LAYOUTS[name]
    more = added(document(text), one)
    assert layer(more).annotations == (*layer(text).annotations, one)
    assert removed(document(more), "new") == text


@given(layers(), annotations("new"))
def test_adding_then_removing_restores_any_layer(one: Layer, new: Annotation) -> None:
    if "new" in one.annotation:
        return
    text = written(one)
    assert removed(document(added(document(text), new)), "new") == text


@given(layers(), annotations("x"))
def test_a_change_and_its_reverse_mean_nothing(one: Layer, other: Annotation) -> None:
    for annotation in one.annotations:
        text = written(one)
        now = changed(document(text), replace(other, id=annotation.id))
        assert layer(changed(document(now), annotation)) == one


@pytest.mark.parametrize("name", [name for name, text in LAYOUTS.items() if "id" in text])
def test_every_annotation_can_be_removed(name: str) -> None:
    text = LAYOUTS[name]
    while layer(text).annotations:
        comments = text.count("#")
        text = removed(document(text), layer(text).annotations[0].id)
        assert text.count("#") >= comments - 1, "only a comment inside goes with it"
    assert layer(added(document(text), Annotation("y", Target("claim", "harm")))).annotations


@pytest.mark.parametrize("name", LAYOUTS)
def test_resolving_touches_one_line(name: str) -> None:
    text = added(document(LAYOUTS[name]), Annotation("q", Target("claim", "harm"), body="Why?"))
    one = layer(text).annotation["q"]
    now = changed(document(text), replace(one, resolved=True))
    assert layer(now).annotation["q"].resolved
    assert changed(document(now), one) == text


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_status_is_replaced_in_its_place(name: str) -> None:
    text = LAYOUTS[name]
    now = restated(document(text), status="submitted")
    assert replace(layer(now), status="draft") == layer(text)
    again = restated(document(now), status="returned")
    assert again == now.replace("submitted", "returned")


def test_what_cannot_be_edited_is_refused() -> None:
    faulty = document("layer: 1\nmap: zoo.yaml\nannotatr: maya\n")
    one = Annotation("a1", Target("claim", "harm"))
    with pytest.raises(RefusedError, match="mend them"):
        added(faulty, one)
    sound = document(LAYOUTS["a list"])
    with pytest.raises(RefusedError, match="`x` already"):
        added(sound, replace(one, id="x"))
    with pytest.raises(RefusedError, match="no annotation `y`"):
        removed(sound, "y")


def test_ids_count_on() -> None:
    one = layer(LAYOUTS["no annotations"])
    assert next_id(one) == "a1"
    known = tuple(
        Annotation(id, Target("claim", "harm")) for id in ("a2", "a10", "ax", "b30", "a²")
    )
    assert next_id(replace(one, annotations=known)) == "a11"


def test_texts_from_outside_are_made_sound() -> None:
    assert tidy(" one\r\ntwo\udcff \n") == "one\ntwo\ufffd" or tidy(" one\r\ntwo \n") == "one\ntwo"


@pytest.mark.parametrize(
    "value", ["Why?", '"Why?"', "|-\n      Why?", "|- # since when\n      Why?"]
)
@pytest.mark.parametrize("body", ["Why so?", "Why so?\nSince when?"])
def test_a_comment_beside_a_body_stays(value: str, body: str) -> None:
    comment = "" if "\n" in value else "  # since when"
    text = f"layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  - id: x\n    body: {value}{comment}\n    target: harm\n"
    now = changed(document(text), replace(layer(text).annotation["x"], body=body))
    assert now.count("# since when") == text.count("# since when")
    assert layer(now).annotation["x"].body == body


def test_comments_among_labels_stay() -> None:
    text = "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  - resolved: true\n    id: x\n    target: harm\n    labels:\n      clarity: 4  # rather clear\n      # open\n      fallacy: none\n"
    one = layer(text).annotation["x"]
    now = changed(document(text), replace(one, labels={"clarity": "5", "weight": "2"}, body="Why?"))
    assert now == text.replace("4 ", "5 ").replace("fallacy: none", "weight: 2\n    body: Why?")
    assert changed(document(text), replace(one, resolved=False)) == text.replace(
        "resolved: true\n    ", ""
    )
