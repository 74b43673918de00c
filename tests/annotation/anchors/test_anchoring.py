"""A target is found by its id and by its text, and by nothing that looks like them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.anchors.anchoring import Ground, State
from argmap.annotation.anchors.inventory import Inventory
from argmap.annotation.layers.anchor import anchored, text_hash, text_of
from argmap.annotation.layers.model import Target
from argmap.annotation.studies import Study
from argmap.diagnostics import Source
from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.tree import Tree
from tests.annotation.examples import claims, ground
from tests.annotation.strategies import targets
from tests.strategies import argument_maps


def on(map: ArgumentMap) -> Ground:
    source = Source("map.yaml", "")
    return Ground(Study(Document(source, Tree(source), map, ()), ()))


def as_seen(map: ArgumentMap, kind: str, id: str) -> Target:
    return anchored(Target(kind, id), text_of(map, kind, id) or "")


@given(argument_maps())
def test_what_did_not_change_is_exact(map: ArgumentMap) -> None:
    here = on(map)
    for kind, parts in (("claim", map.claim), ("argument", map.argument)):
        for id in parts:
            target = as_seen(map, kind, id)
            anchor = here.anchor(target, "maya")
            assert (anchor.state, anchor.target) == (State.EXACT, target)


@given(argument_maps(), argument_maps())
def test_what_is_taken_for_the_target_has_its_id_or_its_text(
    old: ArgumentMap, new: ArgumentMap
) -> None:
    here, seen = on(new), Inventory(old)
    for id in old.claim:
        anchor = here.anchor(as_seen(old, "claim", id), "maya")
        if anchor.target is not None:
            same = here.inventory.hash("claim", anchor.target.id) == seen.hash("claim", id)
            assert anchor.target.id == id or same
            assert (anchor.state is State.CHANGED) == (not same)
        else:
            assert anchor.state in (State.ORPHAN, State.AMBIGUOUS)


@given(argument_maps(), targets())
def test_every_target_is_in_some_state(map: ArgumentMap, target: Target) -> None:
    anchor = on(map).anchor(target, "maya")
    lost = (State.ORPHAN, State.GONE, State.AMBIGUOUS, State.UNCHECKED)
    assert (anchor.target is None) == (anchor.state in lost)


@given(argument_maps(), st.data())
def test_a_word_of_a_claim_is_found_where_it_was_marked(
    map: ArgumentMap, data: st.DataObject
) -> None:
    claim = data.draw(st.sampled_from(map.claims))
    start = data.draw(st.integers(0, len(claim.text) - 1))
    end = data.draw(st.integers(start + 1, len(claim.text)))
    marked = anchored(Target("claim", claim.id, quote=claim.text[start:end]), claim.text, start)
    anchor = on(map).anchor(marked, "maya")
    assert (anchor.state, anchor.target) == (State.EXACT, marked)


MAP = claims(
    close="The zoo should close", harm="The zoo harms the animals and the keepers",
    one="They are few", two="They are few", cup="Team Beta won the cup",
)  # fmt: skip
HARM = "The zoo harms the animals and the keepers"


@pytest.mark.parametrize(
    ("target", "seen", "state"),
    [
        (Target("claim", "harm"), HARM, State.EXACT),
        (Target("claim", "harm"), " The zoo harms the animals \n and the keepers", State.EXACT),
        (Target("claim", "harm"), None, State.UNANCHORED),
        (Target("claim", "harm"), "The zoo harms animals", State.CHANGED),
        (Target("claim", "damage"), HARM, State.MOVED),
        (Target("claim", "close"), HARM, State.MOVED),
        (Target("claim", "few"), "They are few", State.AMBIGUOUS),
        (Target("claim", "one"), "They are few", State.EXACT),
        (Target("claim", "alpha"), "Team Alpha won the cup", State.ORPHAN),
        (Target("claim", "harm", quote="the animals"), HARM, State.EXACT),
        (Target("claim", "harm", quote="the"), HARM, State.AMBIGUOUS),
        (Target("claim", "harm", quote="the", start=14), HARM, State.EXACT),
        (Target("claim", "harm", quote="the", suffix=" keepers"), HARM, State.EXACT),
        (Target("claim", "harm", quote="the keepers"), "It harms the keepers", State.CHANGED),
        (Target("claim", "harm", quote="the", start=14), "Hurts the keepers", State.AMBIGUOUS),
        (Target("claim", "harm", quote="large animals"), "It harms large animals", State.GONE),
        (Target("claim", "damage", quote="the keepers"), HARM, State.MOVED),
        (Target("argument", "harm"), None, State.ORPHAN),
        (Target("source", "survey", quote="nine"), None, State.ORPHAN),
        (Target("annotation", "noor/a1"), None, State.UNCHECKED),
        (Target("layer", "noor"), None, State.UNCHECKED),
    ],
)  # fmt: skip
def test_states(target: Target, seen: str | None, state: State) -> None:
    if seen is not None:
        target = replace(target, hash=text_hash(seen))
    assert ground(MAP).anchor(target, "maya").state is state


SURVEY = "Nine in ten were content. Of the others, nine in ten were tired."
SOURCED = "claim: The zoo should close\ncites: survey\nsources: {survey: Visitor survey}\n"


@pytest.mark.parametrize(
    ("target", "state", "start"),
    [
        (Target("source", "survey", quote="were content"), State.EXACT, None),
        (Target("source", "survey", quote="in ten", start=5), State.EXACT, 5),
        (Target("source", "survey", quote="in ten"), State.AMBIGUOUS, None),
        (Target("source", "survey", quote="in ten", prefix="others, nine "), State.EXACT, None),
        (Target("source", "survey", quote="in ten", prefix="others, nine ", start=7), State.EXACT, 46),
        (Target("source", "survey", quote="were content", prefix="Six of ten ", start=12), State.CHANGED, 12),
        (Target("source", "survey", quote="were content", prefix="Six of ten ", start=9), State.MOVED, 12),
        (Target("source", "survey", quote="were happy"), State.GONE, None),
        (Target("source", "survey"), State.EXACT, None),
        (Target("source", "diary"), State.ORPHAN, None),
    ],
)  # fmt: skip
def test_passages_of_sources(target: Target, state: State, start: int | None) -> None:
    anchor = ground(SOURCED, texts={"survey": SURVEY}).anchor(target, "maya")
    assert anchor.state is state
    if anchor.target is not None:
        assert anchor.target.start == start


def test_without_the_text_nothing_is_said_of_a_passage() -> None:
    target = Target("source", "survey", quote="were happy")
    assert ground(SOURCED).anchor(target, "maya").state is State.UNCHECKED


def test_a_reply_without_a_hash_is_not_tied_to_what_it_answers() -> None:
    study = on(ArgumentMap(()))
    assert study.annotators == frozenset()
    maya = "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations: [{id: a1, target: harm, body: Why?}]\n"
    here = ground(MAP, maya)
    for target, state in (
        (Target("annotation", "maya/a1"), State.UNANCHORED),
        (Target("annotation", "maya/a2"), State.ORPHAN),
        (Target("annotation", "a1"), State.UNANCHORED),
        (Target("layer", "maya"), State.EXACT),
    ):
        assert here.anchor(target, "maya").state is state
    assert here.anchor(Target("annotation", "a1"), "noor").state is State.UNCHECKED
