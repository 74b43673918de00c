"""Layers as people write them by hand, read as they were meant."""

import pytest

from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source

EVERYTHING = """\
# Kim's answers
layer: 1
map: zoo.yaml
version: 262546305cad82e91e0d38dcd1d612eede6d8e39
annotator: kim
name: Kim T.
role: teacher
status: returned
codebook: [quality@1.0, ours.codebook.yaml]
released: [maya, jo]
note: Second round.
annotations:
  - id: a1
    target: harm          # a claim, by its id
    body: |
      Why?

      - since *when*?
  - id: a2
    target: {claim: harm, hash: c3mri4c2t5uj, quote: large animals, prefix: "harms ", start: 14, end: 27}
    motivation: assessing
    labels: {clarity: 4, fallacy: [straw man, ad hominem]}
    resolved: true
    created: 2026-11-22
  - id: a3
    target:
      source: book
      quote: Elephants pace.
      claims: [harm, pacing]
  - id: a4
    target: {annotation: maya/a7}
    motivation: replying
    body: See page 4.
  - id: a5
    target: {layer: maya}
    votes:
      clarity: {maya: 4, jo: 2}
"""


def layer(text: str) -> Layer:
    document = read_layer(Source("kim.yaml", text))
    assert document.value is not None, [fault.message for fault in document.faults]
    assert document.faults == ()
    return document.value


def test_every_word_is_read() -> None:
    assert layer(EVERYTHING) == Layer(
        "kim", "zoo.yaml", "262546305cad82e91e0d38dcd1d612eede6d8e39", "Kim T.", "teacher", "returned",
        ("quality@1.0", "ours.codebook.yaml"), ("maya", "jo"), "Second round.", (
            Annotation("a1", Target("claim", "harm"), body="Why?\n\n- since *when*?"),
            Annotation(
                "a2", Target("claim", "harm", "c3mri4c2t5uj", "large animals", "harms ", "", 14, 27),
                "assessing", "", {"clarity": "4", "fallacy": ("straw man", "ad hominem")}, {}, True,
                "2026-11-22",
            ),
            Annotation("a3", Target("source", "book", quote="Elephants pace.", claims=("harm", "pacing"))),
            Annotation("a4", Target("annotation", "maya/a7"), "replying", "See page 4."),
            Annotation("a5", Target("layer", "maya"), votes={"clarity": {"maya": "4", "jo": "2"}}),
        ), "1",
    )  # fmt: skip


SAME = {
    "a list at the margin": "map: m\nannotator: k\nannotations:\n- id: a\n  target: c\n",
    "Windows line ends": "map: m\r\nannotator: k\r\nannotations:\r\n  - id: a\r\n    target: c\r\n",
    "brackets": "{map: m, annotator: k, annotations: [{id: a, target: c}]}",
    "JSON": '{"map": "m", "annotator": "k",\n "annotations": [{"id": "a", "target": {"claim": "c"}}]}\n',
    "without a dash": "map: m\nannotator: k\nannotations:\n  id: a\n  target: c\n",
    "a document marker": "---\nmap: m\nannotator: k\nannotations:\n  - {id: a, target: {claim: c}}\n...\n",
}


@pytest.mark.parametrize("name", SAME)
def test_other_ways_to_write_a_layer_are_read_alike(name: str) -> None:
    assert layer(SAME[name]) == Layer(
        "k", "m", annotations=(Annotation("a", Target("claim", "c")),)
    )


def test_values_of_labels_are_what_was_written() -> None:
    text = "map: m\nannotator: k\nannotations:\n  - id: a\n    target: c\n    labels: {a: no, b: 4.0, c: 007, d: ~, e: [1:20, 2026-01-01]}\n"
    assert layer(text).annotations[0].labels == {
        "a": "no", "b": "4.0", "c": "007", "d": "~", "e": ("1:20", "2026-01-01"),
    }  # fmt: skip


def test_ids_are_compared_in_one_normal_form() -> None:
    text = "map: m\nannotator: Rene\u0301\nannotations:\n  - {id: e\u0301, target: {claim: e\u0301}, labels: {e\u0301: x}}\n"
    one = layer(text)
    assert (one.annotator, one.annotations[0].id, one.annotations[0].target.id) == (
        "René",
        "é",
        "é",
    )
    assert one.annotations[0].labels == {"é": "x"}


def test_every_fault_is_told_in_one_go_with_what_to_write() -> None:
    text = (
        "layer: 1\nmap: zoo.yaml\nanotator: maya\nannotations:\n"
        "  - id: a1\n    target: {clam: harm, start: x}\n    motivation: asking\n    body:\n"
        "  - id: a1\n    labels: clear\n"
    )
    document = read_layer(Source("maya.yaml", text))
    found = [
        (fault.code.name, document.source.position(fault.span.start)[0])
        for fault in document.faults
    ]
    assert found == [
        ("unknown-word", 3), ("unknown-word", 6), ("not-a-count", 6), ("not-a-choice", 7), ("empty-value", 8),
        ("missing-word", 9), ("duplicate-annotation", 9), ("not-a-label", 10),
    ]  # fmt: skip
    assert [fault.hint for fault in document.faults][:2] == [
        "did you mean `annotator`?", "did you mean `claim`?",
    ]  # fmt: skip
