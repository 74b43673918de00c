"""Laws of matching, for any two maps."""

import os
import subprocess
import sys
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.matching import Evidence, match, match_arguments
from argmap.matching.similarity import normalise
from argmap.model import ArgumentMap
from argmap.model.outline import in_reading_order
from benchmarks.argument import argue
from benchmarks.rewrites import Ids, rewrite
from benchmarks.writers import as_yaml
from tests.reading import map_of
from tests.strategies import argument_maps


def renamed(map: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    return replace(
        map,
        claims=tuple(replace(claim, id=names[claim.id]) for claim in map.claims),
        arguments=tuple(
            replace(
                argument,
                id=names[argument.id],
                target=names[argument.target],
                premises=tuple(names[premise] for premise in argument.premises),
            )
            for argument in map.arguments
        ),
        theses=tuple(names[thesis] for thesis in map.theses),
    )


@st.composite
def versions(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap]:
    """Two maps that share claims, ids, or nothing."""
    old = draw(argument_maps())
    if draw(st.booleans()):
        return old, draw(argument_maps())
    texts = draw(st.permutations([claim.text for claim in old.claims]))
    kept = draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    claims = [
        replace(claim, text=claim.text if keep else text)
        for claim, text, keep in zip(old.claims, texts, kept, strict=True)
    ]
    return old, in_reading_order(replace(old, claims=tuple(claims)))


def pairs(old: ArgumentMap, new: ArgumentMap, *, ignore_ids: bool = False) -> set[tuple[str, str]]:
    return set(match(old, new, ignore_ids=ignore_ids).new_of.items())


@given(argument_maps())
def test_a_map_is_itself(map: ArgumentMap) -> None:
    matching = match(map, map)
    assert [m.old for m in matching.matches] == [claim.id for claim in map.claims]
    for m in matching.matches:
        assert (m.old, m.evidence, m.confidence) == (m.new, Evidence.ID, 1.0)
        assert m.text == m.context == 1.0
    steps = match_arguments(map, map, matching)
    assert dict(steps) == {argument.id: argument.id for argument in map.arguments}


@given(argument_maps(), st.randoms(use_true_random=False))
def test_with_other_ids_distinct_texts_are_found(map: ArgumentMap, random: Random) -> None:
    ids = [part.id for part in map.parts]
    if random.random() < 0.5:
        names = dict(zip(ids, random.sample(ids, len(ids)), strict=True))
    else:
        names = {id: f"fresh-{id}" for id in ids}
    new = renamed(map, names)
    texts = [normalise(claim.text) for claim in map.claims]
    matching = match(map, new)
    for claim, text in zip(map.claims, texts, strict=True):
        if texts.count(text) == 1:
            assert matching.new_of[claim.id] == names[claim.id]
    assert len(matching.matches) == len(map.claims)
    if len(set(texts)) == len(texts):
        assert len(match_arguments(map, new, matching)) == len(map.arguments)


@given(versions(), st.booleans())
def test_no_claim_is_in_two_pairs(pair: tuple[ArgumentMap, ArgumentMap], hidden: bool) -> None:
    old, new = pair
    matching = match(old, new, ignore_ids=hidden)
    assert len(matching.old_of) == len(matching.new_of) == len(matching.matches)
    order = [claim.id for claim in old.claims]
    assert [m.old for m in matching.matches] == [id for id in order if id in matching.new_of]
    for m in matching.matches:
        assert m.new in new.claim
        assert min(m.text, m.context, m.confidence) >= 0
        assert max(m.text, m.context, m.confidence) <= 1
    steps = match_arguments(old, new, matching, ignore_ids=hidden)
    assert len(set(steps.values())) == len(steps)
    assert steps.keys() <= old.argument.keys()
    assert set(steps.values()) <= new.argument.keys()


@given(versions(), st.booleans())
def test_a_claim_stays_what_it_is_both_ways_round(
    pair: tuple[ArgumentMap, ArgumentMap], hidden: bool
) -> None:
    old, new = pair
    there, back = match(old, new, ignore_ids=hidden), match(new, old, ignore_ids=hidden)
    told = {(m.new, m.old, m.evidence, m.confidence, m.text, m.context) for m in back.matches}
    assert told == {
        (m.old, m.new, m.evidence, m.confidence, m.text, m.context) for m in there.matches
    }


@given(versions())
def test_hidden_ids_do_not_matter(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    old, new = pair
    names = {part.id: f"n{n}" for n, part in enumerate(new.parts)}
    seen = {(one, names[other]) for one, other in pairs(old, new, ignore_ids=True)}
    assert seen == pairs(old, renamed(new, names), ignore_ids=True)


def edited(ids: Ids, seed: int) -> tuple[ArgumentMap, ArgumentMap]:
    map = map_of(as_yaml(argue(120, "graph", seed)))
    edits = rewrite(map, 0.3, seed, ids, bulk=seed % 2 == 0)
    return edits.old, edits.new


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("ids", ["stable", "renamed", "fresh", "numbered"])
def test_edited_maps_match_both_ways_round(ids: Ids, seed: int) -> None:
    old, new = edited(ids, seed)
    assert pairs(old, new) == {(one, other) for other, one in pairs(new, old)}


_SCRIPT = """
from argmap.matching import match, match_arguments
from tests.matching.test_laws import edited
old, new = edited("fresh", 2)
matching = match(old, new)
print(matching.matches, match_arguments(old, new, matching))
"""


def test_the_order_of_hashes_does_not_matter() -> None:
    said = {
        subprocess.run(
            [sys.executable, "-c", _SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
