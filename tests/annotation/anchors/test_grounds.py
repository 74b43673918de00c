"""Passages of sources: what surrounds them, and the claims that they ground."""

import pytest

from argmap.annotation.anchors.anchoring import State
from argmap.annotation.anchors.reanchoring import Settled, acceptance, settle
from argmap.annotation.anchors.reviewing import review
from argmap.annotation.checks.checking import check
from argmap.annotation.layers.anchor import anchored, text_hash
from argmap.annotation.layers.edits import RefusedError, written
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.annotation.examples import ground

HARM, COST = "The zoo harms the animals", "The zoo costs too much"
SURVEY = "Nine in ten were content.\nOne was tired.\nNobody paid.\n"


def map_of(harm: str = "harm", cost: str = "cost", text: str = HARM) -> str:
    return (
        "claim: Close it\nid: close\nsources: {survey: Visitor survey}\nreasons:\n"
        f"  - {{claim: {text}, id: {harm}, cites: survey}}\n  - {{claim: {COST}, id: {cost}}}\n"
    )


def layer(*claims: str, texts: tuple[str, ...] = (), quote: str = "One was tired.") -> str:
    hash = text_hash("\n".join(texts)) if texts else ""
    target = Target("source", "survey", hash, quote, claims=claims)
    marked = anchored(target, SURVEY, SURVEY.index(quote))
    one = Annotation("a4", marked, body="See?")
    return written(Layer("maya", "zoo.yaml", "0" * 40, annotations=(one,), layer="1"))


def state(map: str, mine: str, text: str = SURVEY) -> State:
    (found,) = review(ground(map, mine, texts={"survey": text}))
    return found.outcomes[0].state


def accepted(map: str, mine: str, *words: str) -> Settled:
    here = ground(map, mine, texts={"survey": SURVEY})
    (found,) = review(here)
    return settle(here, found, acceptance(words, [found]))


def target(text: str) -> Target:
    value = read_layer(Source("maya.yaml", text)).value
    assert value is not None
    return value.annotations[0].target


ONE = layer("harm", texts=(HARM,))
BOTH = layer("harm", "cost", texts=(HARM, COST))


def test_what_a_passage_grounds_is_looked_at() -> None:
    assert state(map_of(), ONE) is State.EXACT
    assert state(map_of("cost", "harm"), ONE) is State.MOVED
    assert state(map_of("cost", "harm"), BOTH) is State.CHANGED
    assert state(map_of("damage"), ONE) is State.MOVED
    assert state(map_of("damage"), BOTH) is State.ORPHAN
    assert state(map_of(text="It harms"), ONE) is State.CHANGED
    assert state(map_of(), layer("harm")) is State.UNANCHORED


def test_without_a_word_the_layer_keeps_its_version() -> None:
    for map, mine in ((map_of("cost", "harm"), ONE), (map_of("damage"), BOTH)):
        assert accepted(map, mine, "all") == Settled(
            mine, {}, ("a4",), accepted(map, mine, "all").by_name
        )


def test_the_claims_can_be_named() -> None:
    assert target(accepted(map_of("cost", "harm"), ONE, "a4").text).claims == ("cost",)
    named = target(accepted(map_of("damage"), BOTH, "a4=damage,cost").text)
    assert (named.claims, named.hash) == (("damage", "cost"), text_hash(f"{HARM}\n{COST}"))
    with pytest.raises(RefusedError, match="no claim `damge`; did you mean `damage`"):
        accepted(map_of("damage"), BOTH, "a4=damge,cost")


def test_check_tells_of_grounds() -> None:
    for map, mine, codes in (
        (map_of(), ONE, []),
        (map_of(text="It harms"), ONE, ["changed-map", "changed-text"]),
        (map_of("damage"), BOTH, ["changed-map", "unknown-ground"]),
    ):
        (found,) = check(ground(map, mine, texts={"survey": SURVEY}))
        assert [fault.code.name for fault in found.diagnostics] == codes


def test_a_passage_that_fills_its_line_has_surroundings() -> None:
    mine = target(ONE)
    assert mine.prefix == "ne in ten were content. "
    assert mine.suffix == " Nobody paid. "
    assert state(map_of(), ONE, SURVEY.replace("\n", "\n\n   ")) is State.EXACT
    assert state(map_of(), ONE, SURVEY.replace("\n", " ")) is State.EXACT
    elsewhere = "Nine in ten were content.\nNobody paid.\nOne was tired.\nThe end.\n"
    assert state(map_of(), ONE, elsewhere) is State.MOVED
