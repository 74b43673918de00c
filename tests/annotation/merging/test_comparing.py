"""What changed in a layer, told."""

from hypothesis import given

from argmap.annotation.layers.edits import data
from argmap.annotation.layers.model import Layer
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.merging.comparing import Change, as_data, as_text, compare
from argmap.diagnostics import Source
from tests.annotation.merging.editing import versions

OLD = """\
layer: 1
map: zoo.yaml
annotator: maya
annotations:
  - id: a1
    target: harm
    body: Why?
    labels: {clarity: 4, flaws: [vague]}
  - id: a2
    target: {claim: harm, quote: large animals}
    body: Which?
"""
NEW = """\
layer: 1
map: zoo.yaml
annotator: maya
status: submitted
annotations:
  - id: a1
    target: harm
    body: Why so?
    resolved: true
    labels: {clarity: 5}
    votes: {clarity: {leo: 1}}
  - id: a3
    target: {annotation: leo/a1}
    motivation: replying
    body: See page 4.
    labels: {clarity: 2}
"""


def layer(text: str) -> Layer:
    found = read_layer(Source("maya.yaml", text)).value
    assert found is not None
    return found


def test_changes_in_words() -> None:
    assert (
        as_text(compare(layer(OLD), layer(NEW)))
        == """\
1 annotation added, 1 annotation removed, 6 values changed

~ changed  the layer  status: draft → submitted
~ changed  a1  body: Why? → Why so?
~ changed  a1  resolved: false → true
~ changed  a1  clarity: 4 → 5
~ changed  a1  flaws: vague → nothing
~ changed  a1  clarity of leo: nothing → 1
+ added    a3  on annotation leo/a1: “See page 4.”, clarity: 2
- removed  a2  on claim harm, quote large animals: “Which?”
"""
    )
    assert as_text([]) == "nothing was changed in the layer\n"


def test_changes_as_data() -> None:
    found = as_data(compare(layer(OLD), layer(NEW)), "old.yaml", "new.yaml")
    assert (found["argmap-layer-diff"], found["old"], found["new"]) == (1, "old.yaml", "new.yaml")
    assert found["changes"][3] == {
        "kind": "changed", "id": "a1", "word": "labels", "label": "clarity", "annotator": "",
        "before": "4", "after": "5",
    }  # fmt: skip
    assert found["changes"][-1]["before"]["target"] == {"claim": "harm", "quote": "large animals"}


def test_an_id_that_was_given_anew_is_another_annotation() -> None:
    one = OLD.replace("Which?", "Which?\n    created: 2026-11-22")
    two = one.replace("Which?", "Since when?").replace("-22", "-23")
    assert [(c.kind, c.id) for c in compare(layer(one), layer(two))] == [
        ("added", "a2"),
        ("removed", "a2"),
    ]


def test_no_sign_for_a_terminal_gets_through() -> None:
    text = OLD.replace("Why?", r'"\e[31m"').replace("clarity", r'"\u202eabc"')
    for one, two in ((OLD, text), (text, OLD)):
        told = as_text(compare(layer(one), layer(two)))
        assert told.replace("\n", "").isprintable()


@given(versions())
def test_nothing_but_what_differs(three: tuple[Layer, Layer, Layer]) -> None:
    old, new, _ = three
    assert compare(old, old) == []
    found = compare(old, new)
    assert bool(found) is (by_id(old) != by_id(new))
    back = compare(new, old)
    assert sorted(map(turned, found)) == sorted(map(repr, back))


def by_id(layer: Layer) -> object:
    return repr(
        [
            getattr(layer, name)
            for name in ("status", "note", "version", "name", "released", "codebooks")
        ]
    ), {one.id: data(one) for one in layer.annotations}


def turned(one: Change) -> str:
    kinds = {"added": "removed", "removed": "added", "changed": "changed"}
    return repr(
        Change(kinds[one.kind], one.id, one.word, one.label, one.annotator, one.after, one.before)  # type: ignore[arg-type]
    )


def test_conflicts_that_are_left_are_told() -> None:
    pending = (
        OLD + "conflicts: [{conflict: changed, about: a1, word: body, ours: Why?, theirs: How?}]\n"
    )
    old, new = (read_layer(Source("maya.yaml", text)).value for text in (OLD, pending))
    assert old
    assert new
    (change,) = compare(old, new)
    assert (change.word, change.before) == ("conflicts", [])
    assert "nothing → both sides changed `body` of `a1`" in as_text([change])
