"""A layer's text made to say any other layer, whatever its layout."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Layer
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.layers.rewriting import rewritten
from argmap.diagnostics import Source
from argmap.model import Conflict
from tests.annotation.layers.test_edits import LAYOUTS
from tests.annotation.strategies import annotations, layers, values

_TEN = "".join(f"{{id: a{n}, target: harm}}, " for n in range(10))
MORE = LAYOUTS | {
    "ten in brackets": f"layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations: [{_TEN}]\n",
    "ten on lines": f"layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations: [\n  {_TEN} # these\n]\n",
    "words in braces": '{note: x, name: y, map: zoo.yaml, annotator: maya, released: [leo], version: z}',
    "a dash before words that go": "annotations:\n  - resolved: true\n    created: today  # or so\n    body: Why?\n    id: x\n    target: {quote: zoo, hash: h, claim: harm}\nmap: zoo.yaml\nannotator: maya\n",
    "conflicts": "conflicts:\n- conflict: changed  # 1\n  about: x\n  word: body\n  ours: |\n    a\n# 2\n- {conflict: deleted, about: y}\nlayer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  id: x\n  target:\n    claim: harm\n    start: 3\n",
}  # fmt: skip


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    sides = [draw(st.just("") | values.map(_as_read)) for _ in range(3)]
    return Conflict(
        draw(st.sampled_from(["changed", "deleted"])), draw(st.sampled_from(["", "x", "a1"])),
        draw(st.sampled_from(["", "labels", "votes"])), draw(st.sampled_from(["", "body"])), *sides,
    )  # fmt: skip


def _as_read(value: object) -> object:
    return [*value] if isinstance(value, tuple) else value


def document(text: str) -> LayerDocument:
    return read_layer(Source("maya.yaml", text))


def same(one: Layer, other: Layer) -> bool:
    """Whether two layers say the same; what is new in one may stand elsewhere in the other."""
    return (
        replace(one, annotations=(), conflicts=()) == replace(other, annotations=(), conflicts=())
        and one.annotation == other.annotation
        and sorted(map(repr, one.conflicts)) == sorted(map(repr, other.conflicts))
    )


@given(st.data(), st.sampled_from(sorted(MORE)), layers(), st.lists(conflicts(), max_size=3))
def test_any_text_can_say_any_layer(
    data: st.DataObject, name: str, other: Layer, left: list[Conflict]
) -> None:
    before = document(MORE[name])
    assert before.value is not None
    old = [one for one in before.value.annotations if data.draw(st.booleans())]
    old = [data.draw(annotations(one.id)) if data.draw(st.booleans()) else one for one in old]
    kept = [one for one in before.value.conflicts if data.draw(st.booleans())]
    known = {one.id for one in old}
    new = [one for one in other.annotations if one.id not in known]
    wanted = replace(other, annotations=(*old, *new), conflicts=(*kept, *left))
    now = rewritten(before, wanted)
    assert now.value is not None
    assert same(now.value, wanted)
    assert document(now.source.text).value == now.value


@given(layers(), st.lists(conflicts(), max_size=3))
def test_conflicts_are_read_as_they_are_written(one: Layer, left: list[Conflict]) -> None:
    whole = replace(one, conflicts=tuple(left))
    assert document(written(whole)).value == whole
    assert rewritten(document(written(whole)), one).source.text == written(one)


@pytest.mark.parametrize("name", MORE)
def test_what_says_it_already_is_not_touched(name: str) -> None:
    before = document(MORE[name])
    assert before.value is not None
    assert rewritten(before, before.value) is before
