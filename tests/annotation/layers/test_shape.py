"""Every word of layers and codebooks with every sort of value, made from the tables of both."""

from collections.abc import Iterator

import pytest

from argmap.annotation.layers import words
from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.documents import CodebookDocument, LayerDocument
from argmap.annotation.layers.reader import KINDS, read_layer
from argmap.diagnostics import Source
from argmap.yaml.words import Holds, Word

Table = dict[str, Word]

#: Where each table's words stand: the table, the block that the word joins, and what is around it.
_TOP = {"map": "m", "annotator": "k"}
PLACES: dict[str, tuple[Table, dict[str, str], str]] = {
    "the layer": (words.LAYER, _TOP, "@"),
    "an annotation": (
        words.ANNOTATION, {"id": "a1", "target": "c"}, "{map: m, annotator: k, annotations: [@]}",
    ),
    "a target": (
        words.TARGET, {"claim": "c"},
        "{map: m, annotator: k, annotations: [{id: a1, target: @}]}",
    ),
    "a conflict": (
        words.CONFLICT, {"conflict": "changed"}, "{map: m, annotator: k, conflicts: [@]}",
    ),
    "the codebook": (words.CODEBOOK, {"labels": "{a: {type: text}}"}, "@"),
    "a label": (words.LABEL, {"type": "text"}, "{codebook: 1, labels: {a: @}}"),
}  # fmt: skip

VALUES = {
    "text": "x", "number": "7", "nothing": "", "empty text": '""', "empty list": "[]",
    "empty block": "{}", "list": "[x, y]", "nested list": "[[x]]", "list of nothing": '[""]',
    "block": "{foo: x}", "list of blocks": "[{foo: x}]",
}  # fmt: skip

_NOTHING = {"nothing": "empty-value", "empty text": "empty-value"}
_NO_LISTS = dict.fromkeys(
    ("empty list", "list", "nested list", "list of nothing", "list of blocks"), "wrong-type"
)
_NO_BLOCKS = dict.fromkeys(("empty block", "block"), "wrong-type")
_TEXT = {**_NOTHING, **_NO_LISTS, **_NO_BLOCKS}

#: The fault of each sort of value behind each sort of word; what is not named is well.
FAULTS = {
    Holds.TEXT: _TEXT,
    Holds.ID: _TEXT,
    Holds.CHOICE: {**_TEXT, "text": "not-a-choice", "number": "not-a-choice"},
    Holds.TRUTH: {**_TEXT, "text": "not-true-or-false", "number": "not-true-or-false"},
    Holds.COUNT: {**_TEXT, "text": "not-a-count"},
    Holds.NUMBER: {**_TEXT, "text": "not-a-number"},
    Holds.TEXTS: {
        **_NOTHING, **_NO_BLOCKS, "nested list": "wrong-type", "list of nothing": "empty-item",
        "list of blocks": "wrong-type",
    },
    Holds.CONFLICTS: {
        **dict.fromkeys(VALUES, "wrong-type"), "empty list": "", "block": "unknown-word",
        "list of blocks": "unknown-word",
    },
    Holds.ANY: {},
}  # fmt: skip

_LABELS = dict.fromkeys(
    ("text", "number", "empty list", "list", "nested list", "list of nothing", "list of blocks"),
    "not-a-label",
)

#: Words whose table says less than their place does.
SPECIAL: dict[tuple[str, str], dict[str, str]] = {
    ("the layer", "layer"): {**_TEXT, "text": "newer-language", "number": "newer-language"},
    ("the layer", "annotations"): {
        "text": "not-an-annotation", "number": "not-an-annotation", "empty text": "empty-value",
        "list": "not-an-annotation", "nested list": "not-an-annotation",
        "list of nothing": "not-an-annotation", "empty block": "missing-word",
        "block": "missing-word", "list of blocks": "missing-word",
    },
    ("an annotation", "target"): {
        **_NOTHING, **_NO_LISTS, "empty block": "no-target", "block": "no-target",
    },
    ("an annotation", "labels"): {**_LABELS, **_NOTHING},
    ("an annotation", "votes"): {**_LABELS, **_NOTHING, "block": "not-a-label"},
    ("a target", "prefix"): {**_NO_LISTS, **_NO_BLOCKS},  # nothing may stand there
    ("a target", "suffix"): {**_NO_LISTS, **_NO_BLOCKS},
    ("the codebook", "codebook"): {**_TEXT, "text": "newer-language", "number": "newer-language"},
    ("the codebook", "labels"): {
        **dict.fromkeys(VALUES, "not-a-codebook"), **_NOTHING, "empty block": "",
    },
    ("a label", "values"): {
        **_NOTHING, "nested list": "wrong-type", "list of nothing": "empty-item",
        "list of blocks": "wrong-type",
    },
    ("a label", "on"): {
        **FAULTS[Holds.TEXTS], "text": "not-a-choice", "number": "not-a-choice",
        "list": "not-a-choice",
    },
    ("a label", "low"): FAULTS[Holds.NUMBER] | {"number": ""},
}  # fmt: skip


def cases() -> Iterator[tuple[str, str, str, str]]:
    for place, (table, _, _) in PLACES.items():
        for name, word in table.items():
            expected = SPECIAL[place, name] if (place, name) in SPECIAL else FAULTS[word.holds]
            for value in VALUES:
                yield place, name, value, expected.get(value, "")


def written(place: str, name: str, value: str) -> tuple[str, int, int]:
    """A flow text with the word in its place, and where its value begins and ends."""
    _, own, around = PLACES[place]
    if place == "a target" and name in KINDS:
        own = {}  # a target is one thing
    block = ", ".join(f"{word}: {given}" for word, given in {**own, name: f"«{value}»"}.items())
    marked = around.replace("@", "{" + block + "}")
    return marked.replace("«", "").replace("»", ""), marked.index("«"), marked.index("»") - 1


def document_of(place: str, text: str) -> LayerDocument | CodebookDocument:
    source = Source("x.yaml", text)
    return read_layer(source) if PLACES[place][0] in LAYER_TABLES else read_codebook(source)


LAYER_TABLES = (words.LAYER, words.ANNOTATION, words.TARGET, words.CONFLICT)


@pytest.mark.parametrize(("place", "name", "value", "code"), list(cases()))
def test_a_value_of_the_wrong_sort_is_told_at_its_place(
    place: str, name: str, value: str, code: str
) -> None:
    text, start, end = written(place, name, VALUES[value])
    document = document_of(place, text)
    faults = [(fault.code.name, fault.span.start) for fault in document.faults]
    if not code:
        assert faults == []
        assert document.value is not None
        return
    assert code in {found for found, _ in faults}
    assert {found for found, _ in faults} <= {code, "unknown-word"}
    assert all(start - len(f"{name}: ") <= at <= end for _, at in faults)
    assert document.value is None


@pytest.mark.parametrize("place", PLACES)
def test_a_word_that_is_none_is_told(place: str) -> None:
    text, start, _ = written(place, "foo", "x")
    (fault,) = document_of(place, text).faults
    assert (fault.code.name, fault.span.start) == ("unknown-word", start - len("foo: "))


@pytest.mark.parametrize(
    ("place", "word", "home"),
    [
        ("the layer", "body", "an annotation"),
        ("an annotation", "quote", "`target:`"),
        ("a target", "labels", "an annotation"),
        ("the codebook", "weight", "a label"),
        ("a label", "title", "the top of the codebook"),
    ],
)
def test_a_word_of_another_place_is_sent_home(place: str, word: str, home: str) -> None:
    text, _, _ = written(place, word, "x")
    (fault,) = document_of(place, text).faults
    assert fault.code.name == "misplaced-word"
    assert home in fault.hint


@pytest.mark.parametrize(
    ("written", "meant"),
    [("anotator", "annotator"), ("anotations", "annotations"), ("roles", "role")],
)
def test_a_misspelt_word_is_told_the_word(written: str, meant: str) -> None:
    faults = read_layer(Source("x", f"layer: 1\n{written}: x\n")).faults
    assert f"did you mean `{meant}`?" in [fault.hint for fault in faults]
