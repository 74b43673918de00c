"""Annotations carried over: nothing but what is exact without a word of consent, nothing lost."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.annotation.anchors.anchoring import Ground, State
from argmap.annotation.anchors.history import History, history
from argmap.annotation.anchors.reanchoring import Settled, acceptance, settle
from argmap.annotation.anchors.report import difference
from argmap.annotation.anchors.reviewing import Review, review
from argmap.annotation.anchors.suggestions import Suggestions
from argmap.annotation.layers.anchor import anchored, text_of, version_of
from argmap.annotation.layers.edits import RefusedError, written
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.studies import study
from argmap.diagnostics import Source
from argmap.model import ArgumentMap
from argmap.yaml.files import loads
from argmap.yaml.writer import write
from tests.annotation.examples import about, claims, ground, layer, seen
from tests.annotation.repositories import Repository
from tests.annotation.strategies import layers
from tests.strategies import argument_maps

EVERYTHING = ("all", "changed", "moved")


class Past(History):
    """A history without git: the texts of the versions, oldest first."""

    def __init__(self, *texts: str) -> None:
        names = tuple(map(version_of, texts))
        super().__init__(names=names, begins={name: at for at, name in enumerate(names)})
        object.__setattr__(self, "stored", dict(zip(names, texts, strict=True)))

    def texts(self, names: Iterable[str]) -> Iterable[str | None]:  # type: ignore[override]
        return (self.stored[name] for name in names)  # type: ignore[attr-defined]

    def __call__(self, versions: Iterable[str]) -> History:
        return self


def reviewed(text: str, *maps: str, known: bool = True) -> tuple[Ground, Review]:
    """A layer about the first of some versions of a map, held against the last."""
    document = read_layer(Source("maya.yaml", text))
    here = Ground(study(loads(maps[-1], "zoo.yaml"), [document]))
    (found,) = review(here, Past(*maps[:-1]) if known else None)
    return here, found


def settled(text: str, *maps: str, accept: tuple[str, ...] = (), known: bool = True) -> Settled:
    here, found = reviewed(text, *maps, known=known)
    return settle(here, found, acceptance(accept, [found]))


def states(text: str, *maps: str, known: bool = True) -> dict[str, str]:
    _, found = reviewed(text, *maps, known=known)
    return {outcome.id: outcome.state.value for outcome in found.outcomes}


def targets(text: str) -> dict[str, Target]:
    value = read_layer(Source("maya.yaml", text)).value
    assert value is not None
    return {one.id: one.target for one in value.annotations}


def annotated(map: ArgumentMap, text: str) -> Layer:
    """A layer with a word about each claim and each argument."""
    parts = [("claim", id) for id in map.claim] + [("argument", id) for id in map.argument]
    notes = (
        Annotation(f"a{n}", anchored(Target(kind, id), text_of(map, kind, id) or ""), body="Why?")
        for n, (kind, id) in enumerate(parts)
    )
    return Layer("maya", "zoo.yaml", version_of(text), annotations=tuple(notes), layer="1")


@settings(max_examples=50)
@given(argument_maps())
def test_on_the_same_version_no_byte_changes(map: ArgumentMap) -> None:
    text = write(map)
    mine = written(annotated(map, text))
    assert settled(mine, text, accept=EVERYTHING) == Settled(mine, {}, ())


@settings(max_examples=50)
@given(argument_maps(5), argument_maps(5), st.booleans(), st.data())
def test_only_targets_and_the_version_ever_change(
    old: ArgumentMap, new: ArgumentMap, known: bool, data: st.DataObject
) -> None:
    was, now = write(old), write(new)
    mine = annotated(old, was)
    named = tuple(
        data.draw(st.lists(st.sampled_from([one.id for one in mine.annotations]), max_size=3))
    )
    here, found = reviewed(written(mine), was, now, known=known)
    words = (*EVERYTHING, *named)
    result = settle(here, found, acceptance(words, [found]))
    after = read_layer(Source("maya.yaml", result.text)).value
    assert after is not None
    assert [replace(one, target=Target("claim", "")) for one in after.annotations] == [
        replace(one, target=Target("claim", "")) for one in mine.annotations
    ]
    for one in after.annotations:
        outcome = found.outcome[one.id]
        before = mine.annotation[one.id].target
        if outcome.state in (State.ORPHAN, State.AMBIGUOUS, State.GONE):
            assert one.target == before
            assert one.id in result.open
        if one.target != before:
            assert outcome.free or one.id in result.taken
    assert (after.version == version_of(now)) == (not result.open or was == now)
    # Accepted twice is accepted once.
    again = settled(result.text, was, now, accept=words, known=known)
    assert again.text == result.text
    assert again.open == result.open


@settings(max_examples=50)
@given(argument_maps(5), layers())
def test_any_layer_has_each_annotation_in_one_state(map: ArgumentMap, one: Layer) -> None:
    text = written(replace(one, map="zoo.yaml"))
    here, found = reviewed(text, write(map))
    assert [outcome.id for outcome in found.outcomes] == [a.id for a in one.annotations]
    result = settle(here, found, acceptance(EVERYTHING, [found]))
    suggestions = Suggestions(here)
    for outcome in found.outcomes:
        assert outcome.free + (outcome.id in result.taken) + (outcome.id in result.open) == 1
        suggestions.of(outcome)


ALPHA, BETA = "Team Alpha won the cup", "Team Beta won the cup"
CUPS = claims(close="The zoo should close", alpha=ALPHA, beta=BETA)


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    "now",
    [
        claims(close="The zoo should close", beta=BETA),
        claims(close="The zoo should close", beta=BETA, gamma="Team Gamma won the cup"),
        claims(close="The zoo should close", alpha=BETA),
        claims(close="The zoo should close", beta=ALPHA.replace("Alpha", "Beta "), c=BETA),
    ],
)
def test_a_withdrawn_claim_is_never_carried_to_its_look_alike(now: str, known: bool) -> None:
    """Anchoring by likeness alone puts a word on Team Alpha onto Team Beta (0.958)."""
    mine = layer(about("a1", "alpha", ALPHA), top=seen(CUPS))
    for accept in ((), EVERYTHING, *(() if not known else (("a1",),))):
        result = settled(mine, CUPS, now, accept=accept, known=known)
        assert result.text == mine
        assert result.open == ("a1",)


def test_the_look_alike_is_suggested_and_attached_by_name_only() -> None:
    mine = layer(about("a1", "alpha", ALPHA), top=seen(CUPS))
    now = claims(close="The zoo should close", beta=BETA)
    here, found = reviewed(mine, CUPS, now)
    assert Suggestions(here).of(found.outcomes[0]) == ["beta"]
    assert found.outcomes[0].seen == ALPHA
    result = settle(here, found, acceptance(["a1=beta"], [found]))
    assert targets(result.text)["a1"].id == "beta"
    assert not result.open
    assert states(result.text, CUPS, now) == {"a1": "exact"}


HARM = "The zoo harms the animals"
CLOSE = claims(a="Close it", harm=HARM)


@pytest.mark.parametrize(
    ("maps", "state", "id"),
    [
        ([claims(a="Close it", harm=HARM, b="New")], "exact", "harm"),
        ([claims(a="Close it", harm="The zoo harms large animals")], "changed", "harm"),
        ([claims(a="Close it", damage=HARM)], "moved", "damage"),
        ([claims(a="Close it", damage=HARM), claims(a="Close it", damage=HARM + " badly")], "changed", "damage"),
        ([claims(a="Close it", harm=HARM + " badly"), claims(a="Close it", hurt=HARM + " badly")], "changed", "hurt"),
        ([claims(a="Close it", harm=HARM + " badly"), claims(a="Close it", harm=HARM)], "exact", "harm"),
        ([claims(a="Close it")], "orphan", ""),
        ([claims(a="Close it"), claims(a="Close it", harm=HARM)], "exact", "harm"),
        ([claims(a="Close it", x=HARM, y=HARM)], "ambiguous", ""),
        ([claims(a="Close it", harm="Nobody came")], "orphan", ""),
        ([claims(a="Close it", harm="Keepers are few", x="Tickets are dear")], "orphan", ""),
        (["claim: [broken\n", claims(a="Close it", harm=HARM + "!")], "changed", "harm"),
    ],
)  # fmt: skip
def test_step_by_step(maps: list[str], state: str, id: str) -> None:
    first = claims(a="Close it", harm=HARM, x="Keepers are few")
    mine = layer(about("a1", "harm", HARM), top=seen(first))
    here, found = reviewed(mine, first, *maps)
    outcome = found.outcomes[0]
    assert outcome.state.value == state
    assert (outcome.anchor.target.id if outcome.anchor.target else "") == id
    if state != "exact":
        assert outcome.seen == HARM
        assert settle(here, found, acceptance([], [found])).text == mine


def test_renumbered_claims_go_with_their_texts() -> None:
    was = claims(c1="Close it", c2="Animals suffer", c3="Tickets are dear", c4="Keepers are few")
    now = claims(c1="Close it", c2="A new reason", c3="Animals suffer", c4="Tickets are dear")
    mine = layer(
        about("a", "c2", "Animals suffer"), about("b", "c3", "Tickets are dear"),
        about("c", "c4", "Keepers are few"), top=seen(was),
    )  # fmt: skip
    assert states(mine, was, now) == {"a": "moved", "b": "moved", "c": "orphan"}
    result = settled(mine, was, now, accept=("all",))
    assert {id: target.id for id, target in targets(result.text).items()} == {
        "a": "c3", "b": "c4", "c": "c4",
    }  # fmt: skip
    assert result.open == ("c",)


def test_a_twin_that_was_there_before_is_not_taken_for_the_one_that_went() -> None:
    was = claims(a="Close it", one="They are few", two="They are few")
    now = claims(a="Close it", two="They are few")
    mine = layer(about("a1", "one", "They are few"), top=seen(was))
    assert states(mine, was, now) == {"a1": "orphan"}
    assert states(mine, was, now, known=False) == {"a1": "moved"}  # a person has to say so
    assert settled(mine, was, now, accept=EVERYTHING, known=False).by_name == ("a1",)
    assert not settled(mine, was, now, accept=("a1",), known=False).open


def test_without_the_old_text_many_are_not_taken_at_once() -> None:
    was, now = claims(a="Close it", harm=HARM), claims(a="Close it", harm="It harms animals")
    mine = layer(about("a1", "harm", HARM), top=seen(was))
    many = settled(mine, was, now, accept=EVERYTHING, known=False)
    assert (many.open, many.by_name) == (("a1",), ("a1",))
    assert settled(mine, was, now, accept=("a1",), known=False).open == ()
    assert settled(mine, was, now, accept=("changed",)).open == ()


def test_an_annotation_younger_than_its_layer_begins_where_its_text_is() -> None:
    first, second = claims(a="Close it", harm="They die"), claims(a="Close it", harm=HARM)
    third = claims(a="Close it", harm=HARM + " badly")
    mine = layer(about("a1", "harm", HARM), about("a2", "gone", "Gone"), top=seen(first))
    _, found = reviewed(mine, first, second, third)
    assert (found.outcome["a1"].state, found.outcome["a1"].seen) == (State.CHANGED, HARM)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("The zoo harms the animals badly", "changed"),
        ("All animals and the animals in pools", "changed"),
        ("Of the animals it harms the animals", "ambiguous"),
        ("The zoo harms beasts", "gone"),
    ],
)
def test_passages(now: str, state: str) -> None:
    was, new = claims(a="Close it", harm=HARM), claims(a="Close it", harm=now)
    place = ", quote: animals, prefix: 'the ', start: 18, end: 25"
    mine = layer(about("a1", "harm", HARM, place), top=seen(was))
    assert states(mine, was, new) == {"a1": state}
    result = settled(mine, was, new, accept=("all",))
    if state == "changed":
        target = targets(result.text)["a1"]
        assert now[target.start : target.end] == target.quote == "animals"
        assert target.prefix.endswith("the ")
    else:
        assert result.text == mine
        whole = settled(mine, was, new, accept=("a1=harm",))
        assert targets(whole.text)["a1"] == anchored(Target("claim", "harm", lost="animals"), now)


def test_arguments_go_with_their_words() -> None:
    was = "claim: Close it\nid: a\nreasons:\n  - {claim: It harms, id: h, step: {id: s}}\n"
    map = loads(was).map
    assert map is not None
    target = anchored(Target("argument", "s"), text_of(map, "argument", "s") or "")
    mine = layer(f"id: a1, target: {{argument: s, hash: {target.hash}}}, body: Why?", top=seen(was))
    assert states(mine, was, was) == {"a1": "exact"}
    assert states(mine, was, was.replace("It harms", "It harms animals")) == {"a1": "changed"}
    assert states(mine, was, was.replace("id: s", "id: t")) == {"a1": "moved"}
    assert states(mine, was, was.replace("reasons", "counterpoints")) == {"a1": "changed"}


UNDERCUT = """\
claim: Close it
id: a
reasons:
  - claim: It harms
    id: h
    step:
      id: s
      counterpoints: [{claim: Not by much, id: n, step: {id: u}}]
"""


def test_a_word_on_an_undercut_notices_what_is_attacked() -> None:
    map = loads(UNDERCUT).map
    assert map is not None
    assert text_of(map, "argument", "u") == "“Not by much” against (“It harms” for “Close it”)"
    target = anchored(Target("argument", "u"), text_of(map, "argument", "u") or "")
    top = seen(UNDERCUT)
    mine = layer(f"id: a1, target: {{argument: u, hash: {target.hash}}}, body: Why?", top=top)
    assert states(mine, UNDERCUT, UNDERCUT.replace("id: s", "id: renamed")) == {"a1": "exact"}
    assert states(mine, UNDERCUT, UNDERCUT.replace("It harms", "It pays")) == {"a1": "changed"}


def test_a_lost_passage_is_kept_and_comes_back_where_it_stands() -> None:
    was, now = claims(a="Close it", harm=HARM), claims(a="Close it", harm="It harms beasts", b=HARM)
    place = ", quote: animals, prefix: 'the ', start: 18, end: 25"
    mine = layer(about("a1", "harm", HARM, place), top=seen(was))
    whole = settled(mine, was, now, accept=("a1=harm",))
    assert targets(whole.text)["a1"].lost == "animals"
    again = whole.text.replace(targets(whole.text)["a1"].hash, "aaaaaaaaaaaa")
    back = targets(settled(again, now, accept=("a1=b",)).text)["a1"]
    assert (back.id, back.quote, back.lost) == ("b", "animals", "")


def test_annotations_by_hand_are_tied_to_the_map_they_were_written_about() -> None:
    was, now = claims(a="Close it", harm=HARM), claims(a="Close it", harm="It harms animals")
    result = settled(layer("id: a1, target: harm, body: Why?", top=seen(was)), was)
    assert targets(result.text)["a1"] == anchored(Target("claim", "harm"), HARM)
    assert not result.open
    assert settled(result.text, was).text == result.text
    mine = layer("id: a1, target: harm, body: Why?", top=seen(was))
    assert states(mine, was, now) == {"a1": "changed"}
    assert states(mine, was, now, known=False) == {"a1": "unanchored"}
    assert settled(mine, was, now, accept=("all",), known=False).text == mine


@pytest.mark.parametrize("word", ["a1", "unanchored"])
def test_what_says_nothing_of_what_it_saw_is_tied_to_the_map_on_demand_only(word: str) -> None:
    mine = layer("id: a1, target: harm, body: Why?")
    assert states(mine, CLOSE) == {"a1": "unanchored"}
    for accept in ((), EVERYTHING):
        result = settled(mine, CLOSE, accept=accept)
        assert (result.text, result.open) == (mine, ("a1",))
    result = settled(mine, CLOSE, accept=(word,))
    assert targets(result.text)["a1"] == anchored(Target("claim", "harm"), HARM)
    assert not result.open


def test_a_map_that_lost_half_of_its_claims() -> None:
    texts = {f"c{n}": f"Claim number {n} of the map" for n in range(300)}
    was = claims(**texts)
    now = claims(**{id: text for n, (id, text) in enumerate(texts.items()) if n % 2 == 0})
    mine = layer(*(about(f"a{id}", id, text) for id, text in texts.items()), top=seen(was))
    result = settled(mine, was, now, accept=("all",))
    assert result.text == mine
    assert len(result.open) == 150


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("a9", "no annotation `a9`"), ("al", "no annotation `al`"), ("a1=harn", "did you mean `harm`"),
        ("a1=", "no claim ``"), ("=harm", "no annotation ``"), ("a2=other", "source `other`"),
        ("a3=noor/a1", "annotation `noor/a1` is not there"),
    ],
)  # fmt: skip
def test_what_cannot_be_accepted_is_told(word: str, reason: str) -> None:
    map = claims(a="Close it", harm=HARM)
    mine = layer(
        about("a1", "gone", "Gone"), "id: a2, target: {source: x, quote: y}, body: Why?",
        "id: a3, target: {annotation: a7}, body: Yes.",
    )  # fmt: skip
    with pytest.raises(RefusedError, match=reason):
        settled(mine, map, accept=(word,))


def test_layers_with_annotations_of_one_name() -> None:
    map = claims(a="Close it", harm=HARM)
    mine = layer(about("a1", "gone", "Gone"))
    here = ground(map, mine, mine.replace("maya", "noor"))
    reviews = review(here)
    with pytest.raises(RefusedError, match="write maya/a1 or noor/a1"):
        acceptance(["a1"], reviews)
    accepted = acceptance(["noor/a1=harm"], reviews)
    assert [settle(here, one, accepted).open for one in reviews] == [("a1",), ()]


def test_through_a_real_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    folder = tmp_path / "r"
    repository = Repository(folder, monkeypatch)
    was = claims(a="Close it", harm=HARM, x="Keepers are few")
    repository.commit("zoo.yaml", was)
    repository.commit("zoo.yaml", was.replace("harm,", "hurt,").replace("id: harm", "id: hurt"))
    repository.commit("zoo.yaml", was.replace("id: harm", "id: hurt").replace("animals", "cats"))
    now = (folder / "zoo.yaml").read_text().replace("Keepers are few", "Few are keepers")
    (folder / "zoo.yaml").write_text(now)
    mine = layer(about("a1", "harm", HARM), about("a2", "x", "Keepers are few"), top=seen(was))
    document = loads(now, str(folder / "zoo.yaml"))
    here = Ground(study(document, [read_layer(Source(str(folder / "maya.yaml"), mine))]))
    (found,) = review(here, partial(history, document.source.name))
    assert not found.reason
    assert [(o.state.value, o.seen) for o in found.outcomes] == [
        ("changed", HARM), ("changed", "Keepers are few"),
    ]  # fmt: skip
    assert found.outcomes[0].anchor.text == "The zoo harms the cats"


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    if set("[]{}+-") & set(old + new):
        return
    import re

    shown = difference(old, new)
    assert re.sub(r"\[-(.*?)-\]|\{\+.*?\+\}", r"\1", shown, flags=re.DOTALL) == old
    assert re.sub(r"\[-.*?-\]|\{\+(.*?)\+\}", r"\1", shown, flags=re.DOTALL) == new
