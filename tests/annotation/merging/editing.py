"""Layers as two people left them who began with the same one."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from argmap.annotation.layers import words
from argmap.annotation.layers.edits import next_id
from argmap.annotation.layers.model import Annotation, Layer, Target
from tests.annotation.strategies import annotations, layers, targets, values
from tests.strategies import texts

_BODIES = (
    "Elephants pace for most of the night in their yard",
    "Why?",
    "Who says so, and since when?",
)
_LABELS = ("clarity", "fallacy")
_PEOPLE = ("leo", "maya")


@st.composite
def versions(draw: st.DrawFn) -> tuple[Layer, Layer, Layer]:
    """A layer, and two versions of it."""
    base = draw(layers())
    bodies = tuple(
        replace(one, body=draw(st.sampled_from(_BODIES)) if draw(st.booleans()) else one.body)
        for one in base.annotations
    )
    base = replace(base, annotations=bodies)
    return base, draw(edited(base)), draw(edited(base))


@st.composite
def edited(draw: st.DrawFn, layer: Layer, most: int = 4) -> Layer:
    for _ in range(draw(st.integers(0, most))):
        layer = draw(st.sampled_from(_EDITS))(draw, layer)
    return layer


def _body(draw: st.DrawFn, one: Annotation) -> Annotation:
    parts = one.body.split(" ")
    at = draw(st.integers(0, len(parts)))
    new = [*parts[:at], draw(st.sampled_from(["really", "never", "old"])), *parts[at:]]
    return replace(one, body=" ".join(new).strip())


def _rewritten(draw: st.DrawFn, one: Annotation) -> Annotation:
    return replace(one, body=draw(st.sampled_from(["", "New."]) | texts))


def _label(draw: st.DrawFn, one: Annotation) -> Annotation:
    name = draw(st.sampled_from([*_LABELS, *one.labels]))
    return replace(one, labels={**one.labels, name: draw(values)})


def _unlabel(draw: st.DrawFn, one: Annotation) -> Annotation:
    return replace(one, labels=dict([*one.labels.items()][1:]))


def _vote(draw: st.DrawFn, one: Annotation) -> Annotation:
    label, who = draw(st.sampled_from([*_LABELS, *one.votes])), draw(st.sampled_from(_PEOPLE))
    said = {**one.votes.get(label, {}), who: draw(values)}
    return replace(one, votes={**one.votes, label: said})


def _resolve(draw: st.DrawFn, one: Annotation) -> Annotation:
    return replace(one, resolved=not one.resolved)


def _target(draw: st.DrawFn, one: Annotation) -> Annotation:
    other = draw(targets() | st.just(replace(one.target, hash="c3mri4c2t5uj")))
    return replace(one, target=other)


def _motivation(draw: st.DrawFn, one: Annotation) -> Annotation:
    return replace(one, motivation=draw(st.sampled_from(words.MOTIVATIONS)))


def _of_one(change: Callable[[st.DrawFn, Annotation], Annotation]) -> Any:
    def edit(draw: st.DrawFn, layer: Layer) -> Layer:
        if not layer.annotations:
            return layer
        one = draw(st.sampled_from(layer.annotations))
        new = change(draw, one)
        return replace(layer, annotations=tuple(new if o is one else o for o in layer.annotations))

    return edit


def _delete(draw: st.DrawFn, layer: Layer) -> Layer:
    if not layer.annotations:
        return layer
    gone = draw(st.sampled_from(layer.annotations))
    return replace(layer, annotations=tuple(one for one in layer.annotations if one is not gone))


def _add(draw: st.DrawFn, layer: Layer) -> Layer:
    new = draw(annotations(next_id(layer)))
    return replace(layer, annotations=(*layer.annotations, new))


def _remark(draw: st.DrawFn, layer: Layer) -> Layer:
    """What both might add, or each his own."""
    new = Annotation(next_id(layer), Target("claim", "harm"), body=draw(st.sampled_from(_BODIES)))
    return replace(layer, annotations=(*layer.annotations, new))


def _reply(draw: st.DrawFn, layer: Layer) -> Layer:
    if not layer.annotations:
        return layer
    to = draw(st.sampled_from(layer.annotations)).id
    name = to if draw(st.booleans()) else f"{layer.annotator}/{to}"
    new = Annotation(next_id(layer), Target("annotation", name), "replying", draw(texts))
    return replace(layer, annotations=(*layer.annotations, new))


def _top(draw: st.DrawFn, layer: Layer) -> Layer:
    change: dict[str, Any] = draw(
        st.sampled_from(
            [{"status": "submitted"}, {"status": "returned"}, {"note": "Second round."},
             {"note": ""}, {"version": "262546305cad82e91e0d38dcd1d612eede6d8e39"}, {"version": ""},
             {"released": (*layer.released, "leo")}, {"released": layer.released[1:]},
             {"codebooks": (*layer.codebooks, "quality@1.0")}, {"name": "Kim T."}]
        )
    )  # fmt: skip
    return replace(layer, **change)


_EDITS: tuple[Any, ...] = (
    *map(_of_one, (_body, _rewritten, _label, _unlabel, _vote, _resolve, _target, _motivation)),
    _delete, _add, _remark, _reply, _top,
)  # fmt: skip
