"""Imported layers never cost anything that is there."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from argmap.annotation.exchange.landing import appended, landing, settled_at
from argmap.annotation.exchange.parcel import picked
from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.annotation.exchange.zoo import document
from tests.annotation.strategies import layers


@given(layers(), layers())
def test_appending_keeps_what_is_there_and_adds_the_rest(there: Layer, more: Layer) -> None:
    more = replace(more, annotator=there.annotator)
    found = appended(document(there), more)
    now = read_layer(Source("maya.yaml", found.text)).value
    assert now is not None
    assert now.annotations[: len(there.annotations)] == there.annotations
    assert len(now.annotations) == len(there.annotations) + found.count
    assert found.count + found.known == len(more.annotations)
    # and once more: what came with the first import is known
    again = appended(document(now), replace(more, annotations=now.annotations))
    assert (again.text, again.count) == (document(now).source.text, 0)


def test_replies_follow_an_annotation_that_gets_another_id() -> None:
    harm = Target("claim", "harm")
    there = Layer("maya", "zoo.yaml", annotations=(Annotation("a1", harm, body="Old"),), layer="1")
    new = (
        Annotation("a1", harm, body="New"),
        Annotation("a2", Target("annotation", "a1"), "replying"),
        Annotation("a3", Target("annotation", "maya/a1"), "replying"),
        Annotation("a4", Target("annotation", "tom/a1"), "replying"),
    )
    found = appended(document(there), replace(there, annotations=new))
    assert found.renamed == (("a1", "a1-2"),)
    now = read_layer(Source("maya.yaml", found.text)).value
    assert now is not None
    assert [(one.id, one.target.id) for one in now.annotations] == [
        ("a1", "harm"), ("a1-2", "harm"), ("a2", "a1-2"), ("a3", "maya/a1-2"), ("a4", "tom/a1"),
    ]  # fmt: skip


def test_nothing_is_put_into_the_layer_of_somebody_else() -> None:
    with pytest.raises(RefusedError, match="the layer of maya, not of tom"):
        appended(document(Layer("maya", "zoo.yaml", layer="1")), Layer("tom", "zoo.yaml"))


def test_a_layer_that_is_given_to_somebody_keeps_its_threads() -> None:
    reply = Annotation("a2", Target("annotation", "maya/a1"), "replying")
    other = Annotation("a3", Target("annotation", "tom/a1"), "replying")
    (found,) = picked((Layer("maya", "zoo.yaml", annotations=(reply, other)),), "kim")
    assert found.annotator == "kim"
    assert [one.target.id for one in found.annotations] == ["kim/a1", "tom/a1"]


def test_a_layer_lies_beside_its_map_or_where_one_likes(tmp_path: Path) -> None:
    layer = Layer("maya", "old/zoo.yaml")
    assert landing(layer, "maps/zoo.yaml") == Path("maps/zoo.layers/maya.yaml")
    assert landing(layer, "maps/zoo.yaml", "m.yaml") == Path("m.yaml")
    assert landing(layer, "maps/zoo.yaml", str(tmp_path)) == tmp_path / "maya.yaml"
    assert (
        settled_at(layer, Path("maps/zoo.layers/maya.yaml"), "maps/zoo.yaml").map == "../zoo.yaml"
    )
    assert settled_at(layer, Path("x.yaml"), "old/zoo.yaml") is layer
