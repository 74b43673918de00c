"""Layers that anybody might write, about no map in particular."""

from hypothesis import strategies as st

from argmap.annotation.layers import words
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.model.ids import nfc
from tests.strategies import ids, notes, texts

names = texts.map(nfc).filter(lambda name: name not in ("<<",) and name == name.strip())
values = st.one_of(texts, st.lists(texts, min_size=1, max_size=3).map(tuple))
_positions = st.none() | st.integers(0, 10**6)
_ranges = st.tuples(_positions, _positions).map(
    lambda pair: (min(pair), max(pair)) if None not in pair else pair  # type: ignore[type-var]
)
_edges = st.one_of(st.just(""), texts, texts.map(lambda text: f" {text}"))


@st.composite
def targets(draw: st.DrawFn) -> Target:
    kind = draw(st.sampled_from(["claim", "argument", "source", "annotation", "layer"]))
    id = draw(ids if kind in ("claim", "argument", "layer") else names)
    if draw(st.booleans()):
        return Target(kind, id)
    return Target(
        kind, id, draw(texts | st.just("")), draw(texts | st.just("")), draw(_edges), draw(_edges),
        *draw(_ranges), tuple(draw(st.lists(names, max_size=2))), draw(texts | st.just("")),
    )  # fmt: skip


@st.composite
def annotations(draw: st.DrawFn, id: str | None = None) -> Annotation:
    return Annotation(
        draw(ids) if id is None else id,
        draw(targets()),
        draw(st.sampled_from(words.MOTIVATIONS)),
        draw(st.just("") | notes),
        draw(st.dictionaries(names, values, max_size=2)),
        draw(st.dictionaries(names, st.dictionaries(names, values, min_size=1, max_size=2), max_size=2)),
        draw(st.booleans()),
        draw(st.sampled_from(["", "2026-11-22", "2026-11-22T18:00:00Z"])),
    )  # fmt: skip


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    known = draw(st.lists(ids, max_size=4, unique=True))
    return Layer(
        draw(ids), draw(texts), draw(st.just("") | texts), draw(st.just("") | texts),
        draw(st.sampled_from(words.ROLES)), draw(st.sampled_from(words.STATUSES)),
        tuple(draw(st.lists(texts, max_size=2))), tuple(draw(st.lists(texts, max_size=2))),
        draw(st.just("") | notes), tuple(draw(annotations(id)) for id in known), "1",
    )  # fmt: skip
