"""Replies and grades know what they answer, also when its id is given out again."""

from dataclasses import replace

import pytest
from hypothesis import given

from argmap.annotation.anchors.anchoring import State
from argmap.annotation.anchors.reanchoring import acceptance, settle
from argmap.annotation.anchors.reviewing import review
from argmap.annotation.checks.checking import check
from argmap.annotation.layers.anchor import remark_hash
from argmap.annotation.layers.edits import next_id
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.annotation.examples import claims, ground, layer
from tests.annotation.strategies import annotations

MAP = claims(close="The zoo should close", harm="The zoo harms the animals")
OLD = Annotation("a2", Target("claim", "harm"), body="Who measured it?")
MAYA = layer("id: a2, target: harm, body: Who measured it?")


def jo(hash: str) -> str:
    target = f"{{annotation: maya/a2, hash: {hash}}}"
    return layer(f"id: a1, target: {target}, motivation: replying, body: Good.", annotator="jo")


@pytest.mark.parametrize(
    ("other", "state"),
    [
        (MAYA, State.EXACT),
        (MAYA.replace("a2,", "a2, motivation: questioning, resolved: true,"), State.EXACT),
        (MAYA.replace("Who measured it?", "Since when?"), State.CHANGED),
        (MAYA.replace("harm", "close"), State.CHANGED),
        (MAYA.replace("body:", "labels: {clarity: 4}, body:"), State.CHANGED),
        (MAYA.replace("a2", "a3"), State.ORPHAN),
    ],
)
def test_a_reply_notices_another_remark_under_its_id(other: str, state: State) -> None:
    here = ground(MAP, other, jo(remark_hash(OLD)))
    reply = review(here)[1].outcomes[0]
    assert reply.state is state
    codes = [fault.code.name for one in check(here) for fault in one.diagnostics]
    assert ("changed-text" in codes) == (state is State.CHANGED)


def test_a_changed_remark_is_taken_over_by_name_only() -> None:
    here = ground(MAP, MAYA.replace("Who measured it?", "Since when?"), jo(remark_hash(OLD)))
    found = review(here)
    for word, open in (("all", ("a1",)), ("jo/a1", ())):
        result = settle(here, found[1], acceptance([word], found))
        assert result.open == open
    after = read_layer(Source("jo.yaml", result.text)).value
    assert after is not None
    assert after.annotations[0].target.hash == remark_hash(replace(OLD, body="Since when?"))


def test_two_layers_of_one_annotator_are_both_looked_at() -> None:
    here = ground(MAP, MAYA.replace("Who", "What"), MAYA, jo(remark_hash(OLD)))
    assert review(here)[2].outcomes[0].state is State.EXACT


@given(annotations())
def test_a_remark_stays_the_same_when_only_its_anchor_moves(one: Annotation) -> None:
    one = replace(one, created="2026-11-22T18:00:00Z")
    moved = replace(one, target=replace(one.target, id="elsewhere", hash="x", start=None, end=None))
    assert remark_hash(moved) == remark_hash(one)


def test_an_id_that_is_still_answered_is_not_given_out_again() -> None:
    reply = Annotation("a1", Target("annotation", "maya/a4"))
    maya = Layer("maya", "zoo.yaml", annotations=(reply,))
    assert next_id(maya) == "a5"
    assert next_id(maya, ["a7", "b9"]) == "a8"
