"""Layers and codebooks that are broken, enormous or made to harm: told with an address, never with
a crash. No test here looks at the clock; each would run for minutes if the work were not bounded.
"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.edits import added, changed, removed, restated
from argmap.annotation.layers.files import load_codebook, load_layer
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from argmap.yaml import storage
from argmap.yaml.syntax import MAX_DEPTH
from argmap.yaml.tree import Mapping
from tests.annotation.hostile import SEEDS, damaged, layer_texts
from tests.annotation.laws import hold_for_bytes, hold_for_text
from tests.annotation.layers.test_edits import LAYOUTS
from tests.hostile import CASES, mangled

MANY = 20_000
TOP = "layer: 1\nmap: zoo.yaml\nannotator: maya\n"
LIST = TOP + "annotations:\n"


@given(layer_texts())
def test_any_text_keeps_the_laws(text: str) -> None:
    hold_for_text(text)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_layers_and_codebooks_keep_the_laws(seed: int) -> None:
    choose = random.Random(seed)
    for _ in range(250):
        hold_for_text(damaged(choose.choice(SEEDS), choose, choose.choice([1, 1, 2, 3, 5, 10])))


@pytest.mark.parametrize("seed", range(4))
def test_every_way_to_cut_one_off_keeps_the_laws(seed: int) -> None:
    for end in range(len(SEEDS[seed]) + 1):
        hold_for_text(SEEDS[seed][:end])
        hold_for_text(SEEDS[seed][end:])


def test_maps_read_as_layers_keep_the_laws() -> None:
    choose = random.Random(1)
    for path in CASES:
        text = path.read_bytes().decode(errors="replace")
        hold_for_text(text)
        hold_for_text(mangled(text, choose, 3))


def test_bytes_of_any_kind_are_read() -> None:
    choose = random.Random(1)
    for seed in SEEDS * 20:
        data = bytearray(seed.encode())
        for _ in range(choose.choice([1, 3])):
            data[choose.randrange(len(data))] = choose.randrange(256)
        hold_for_bytes(bytes(data))


@given(
    st.sampled_from([*SEEDS[:3], *LAYOUTS.values()]),
    st.randoms(use_true_random=False),
    st.integers(0, 3),
)
def test_what_can_still_be_read_can_be_edited(
    seed: str, choose: random.Random, changes: int
) -> None:
    document = read_layer(Source("maya.yaml", damaged(seed, choose, changes)))
    if document.value is None or "new" in document.value.annotation:
        return
    one = Annotation(
        "new",
        Target("claim", "harm", quote="a b", start=3, prefix=" "),
        body="Why?\n\n#1",
        labels={"x": ("a", "b")},
    )
    assert type(document.tree.root) is Mapping
    if type(document.tree.root.get("annotations")) is not Mapping:  # one annotation without a dash
        more = added(document, one)
        assert removed(read_layer(Source("maya.yaml", more)), "new") == document.source.text
    assert restated(document, status="submitted")
    for known in document.value.annotations:
        assert removed(document, known.id)
        assert changed(document, Annotation(known.id, one.target, resolved=True))


REFUSED: dict[str, tuple[str | bytes, tuple[str, int, int]]] = {
    "nothing": ("", ("empty-file", 1, 1)),
    "not UTF-8": (b"layer: 1\nname: Ren\xe9", ("not-utf-8", 2, 10)),
    "UTF-16": (TOP.encode("utf-16"), ("not-utf-8", 1, 1)),
    "half of a surrogate pair": (TOP + "name: x\ud800", ("control-character", 4, 8)),
    "a NUL": (TOP + "name: x\0", ("control-character", 4, 8)),
    "a list": ("- annotator: maya\n", ("not-a-layer", 1, 1)),
    "a text": ("Why?\n", ("not-a-layer", 1, 1)),
    "no map": ("layer: 1\nannotator: maya\n", ("missing-word", 1, 1)),
    "from the future": ("layer: 7\nmap: zoo.yaml\nannotator: maya\n", ("newer-language", 1, 8)),
    "an annotator with spaces": ("layer: 1\nmap: zoo.yaml\nannotator: Maya K.\n", ("bad-id", 3, 12)),
    "a path as annotator": ("layer: 1\nmap: zoo.yaml\nannotator: ../maya\n", ("bad-id", 3, 12)),
    "an anchor": (LIST + "  - &a {id: a1, target: harm}\n", ("anchor", 5, 5)),
    "an alias": (LIST + "  - id: a1\n    target: *a\n", ("anchor", 6, 13)),
    "a merge key": (LIST + "  - id: a1\n    <<: {target: harm}\n", ("missing-word", 5, 5)),
    "a Python object": (LIST + "  - !!python/object:os.system x\n", ("tag", 5, 5)),
    "a word twice": (TOP + "map: other.yaml\n", ("duplicate-word", 4, 1)),
    "an id twice": (LIST + "  - {id: a1, target: x}\n  - {id: a1, target: y}\n", ("duplicate-annotation", 6, 10)),
    "an id twice, of other code points": (LIST + "  - {id: é, target: x}\n  - {id: e\u0301, target: y}\n", ("duplicate-annotation", 6, 10)),
    "a label twice but for a space": (LIST + '  - {id: a1, target: x, labels: {a: 1, "a ": 2}}\n', ("duplicate-word", 5, 40)),
    "a label without a name": (LIST + '  - {id: a1, target: x, labels: {"": 1}}\n', ("not-a-label", 5, 34)),
    "a vote without a name": (LIST + '  - {id: a1, target: x, votes: {"": {a: 1}}}\n', ("not-a-label", 5, 33)),
    "a text for annotations": (TOP + "annotations: none yet\n", ("not-an-annotation", 4, 14)),
    "an empty text for annotations": (TOP + "annotations: ''\n", ("empty-value", 4, 14)),
    "a text as annotation": (LIST + "  - Why?\n", ("not-an-annotation", 5, 5)),
    "a negative position": (LIST + "  - {id: a1, target: {claim: x, start: -1}}\n", ("not-a-count", 5, 40)),
    "a position beyond numbers": (LIST + f"  - {{id: a1, target: {{claim: x, start: {'9' * 5000}}}}}\n", ("not-a-count", 5, 40)),
    "two documents": (TOP + "---\n" + TOP, ("several-documents", 4, 1)),
    "lists without end": (TOP + "annotations: " + "[" * MANY, ("too-deep", 4, MAX_DEPTH + 13)),
    "blocks without end": ("{a: " * MANY, ("too-deep", 1, 4 * MAX_DEPTH + 1)),
    "lists in lists": ("- " * MANY, ("too-deep", 1, 2 * MAX_DEPTH + 1)),
    "aliases without end": (LIST + "  - *x\n" * MANY, ("anchor", 5, 5)),
    "one id without end": (LIST + "  - {id: a1, target: x}\n" * MANY, ("duplicate-annotation", 6, 10)),
    "unknown words without end": (LIST + "".join(f"  - word{i}: x\n" for i in range(MANY)), ("unknown-word", 5, 5)),
    "targets without end": (LIST + "  - target: {claim: a, source: b}\n" * MANY, ("missing-word", 5, 5)),
    "motivations without end": (LIST + "".join(f"  - {{id: a{i}, target: x, motivation: m{i}}}\n" for i in range(MANY)), ("not-a-choice", 5, 37)),
    "unclosed quotes without end": (LIST + "  - id: 'a\n" * 1001, ("unclosed-quote", 5, 9)),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_the_first_fault_of_a_layer_has_an_address(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    text, first = REFUSED[name]
    if isinstance(text, str) and "surrogate" in name:
        document = read_layer(Source("maya.yaml", text))
    else:
        path = tmp_path_factory.mktemp("layers") / "maya.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        document = load_layer(path)
    fault = document.faults[0]
    assert document.value is None
    assert (fault.code.name, *document.source.position(fault.span.start)) == first
    assert len(document.faults) <= 2100
    for fault in document.faults[:50]:
        assert fault.message.isprintable()
        assert len(fault.message) < 300
        assert len(fault.hint) < 300


BOOKS = {
    "no labels": ("codebook: 1\ntitle: x\n", ("missing-word", 1, 1)),
    "a list of labels": ("codebook: 1\nlabels: [clarity]\n", ("not-a-codebook", 2, 9)),
    "a text for a label": ("codebook: 1\nlabels:\n  clarity: scale\n", ("not-a-codebook", 3, 12)),
    "a label without a type": ("codebook: 1\nlabels:\n  clarity: {low: 1}\n", ("missing-word", 3, 13)),
    "a label twice but for a space": ('codebook: 1\nlabels:\n  a: {type: text}\n  "a ": {type: text}\n', ("duplicate-word", 4, 3)),
    "a label without a name": ('codebook: 1\nlabels:\n  "": {type: text}\n', ("not-a-codebook", 3, 3)),
    "a value twice but for a space": ('codebook: 1\nlabels:\n  a: {type: set, values: {x: y, "x ": z}}\n', ("duplicate-word", 3, 33)),
    "a scale that goes down": ("codebook: 1\nlabels:\n  a: {type: scale, low: 5, high: 1}\n", ("empty-scale", 3, 13)),
    "a scale up to nothing": ("codebook: 1\nlabels:\n  a: {type: scale, high: .nan}\n", ("not-a-number", 3, 26)),
    "a scale without end": ("codebook: 1\nlabels:\n  a: {type: scale, high: .inf}\n", ("not-a-number", 3, 26)),
    "a choice of nothing": ("codebook: 1\nlabels:\n  a: {type: one of, values: []}\n", ("nothing-to-choose", 3, 13)),
    "a place that is none": ("codebook: 1\nlabels:\n  a: {type: text, on: [claim, steps]}\n", ("not-a-choice", 3, 31)),
    "places without end": (f"codebook: 1\nlabels:\n  a: {{type: text, on: [{'clame, ' * MANY}x]}}\n", ("not-a-choice", 3, 24)),
    "an anchor": ("codebook: 1\nlabels:\n  a: &a {type: text}\n  b: *a\n", ("anchor", 3, 6)),
    "from the future": ("codebook: 2\nlabels:\n  a: {type: text}\n", ("newer-language", 1, 11)),
}  # fmt: skip


@pytest.mark.parametrize("name", BOOKS)
def test_the_first_fault_of_a_codebook_has_an_address(name: str) -> None:
    text, first = BOOKS[name]
    document = read_codebook(Source("book.yaml", text))
    fault = document.faults[0]
    assert document.value is None
    assert (fault.code.name, *document.source.position(fault.span.start)) == first
    assert len(document.faults) <= 2100


def test_ten_thousand_annotations_are_read() -> None:
    rows = "".join(
        f"  - id: a{i}\n    target: c{i % 100}\n    body: Why {i}?\n" for i in range(10_000)
    )
    layer = read_layer(Source("maya.yaml", LIST + rows)).value
    assert layer is not None
    assert layer.annotation["a9999"].body == "Why 9999?"


def test_a_body_of_eight_megabytes_is_a_body() -> None:
    text = LIST + "  - id: a1\n    target: harm\n    body: " + "word " * 1_600_000
    layer = read_layer(Source("maya.yaml", text)).value
    assert layer is not None
    assert len(layer.annotations[0].body) == 8_000_000 - 1


def test_a_file_beyond_any_layer_is_not_read(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "MAX_BYTES", 1 << 16)
    path = tmp_path_factory.mktemp("layers") / "maya.yaml"
    path.write_text(TOP + "#" * (1 << 16), encoding="utf-8")
    for document in (load_layer(path), load_codebook(path)):
        assert [fault.code.name for fault in document.faults] == ["too-large"]
        assert document.value is None


def test_what_is_no_file_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("layers")
    for path in (folder, folder / "nothing.yaml", folder / ("x" * 300)):
        assert [fault.code.name for fault in load_layer(path).faults] == ["unreadable"]


STRANGE = {
    "old Macintosh line ends": LIST.replace("\n", "\r") + "  - id: a1\r    target: x\r  - id: a2\r    target: y\r",
    "comments between a dash and its item": LIST + "  - # one -\n    # two -\n\n    id: a1\n    target: x\n  -\n    id: a2\n    target: y\n",
    "Windows line ends and comments": LIST + "  - # one\r\n    id: a1\r\n    target: x\r\n  - id: a2\r\n    target: y\r\n",
    "bodies that look like dashes": LIST + "  - id: a1\n    target: x\n    body: |\n      -\n      - # -\n  - id: a2\n    target: y\n    body: '-\n\n      -'\n",
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
def test_annotations_are_removed_from_strange_layouts(name: str) -> None:
    document = read_layer(Source("maya.yaml", STRANGE[name]))
    assert document.value is not None
    one = Annotation("new", Target("claim", "harm"), body="-\n-")
    assert removed(read_layer(Source("maya.yaml", added(document, one))), "new") == STRANGE[name]
    for first, second in (("a1", "a2"), ("a2", "a1")):
        left = read_layer(Source("maya.yaml", removed(document, first)))
        assert left.value is not None
        assert [*left.value.annotation] == [second]
        assert removed(left, second)
