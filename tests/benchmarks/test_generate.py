"""The generator of made-up maps: sound, of the size asked for, the same for the same seed."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.checks import check
from benchmarks.generate import Shape, argue, as_argdown, as_yaml, nodes_and_edges

SHAPES: tuple[Shape, ...] = ("tree", "graph")
ROOT = Path(__file__).parents[2]
SIZES = (1, 2, 3, 10, 100, 1000)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("claims", SIZES)
def test_a_map_has_the_claims_asked_for_and_nothing_to_object_to(claims: int, shape: Shape) -> None:
    document = argmap.loads(as_yaml(argue(claims, shape)))
    assert check(document).diagnostics == ()
    assert document.map is not None
    assert len(document.map.claims) == claims
    assert len(document.map.theses) == 1


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_seed_gives_the_same_text_in_another_process(shape: Shape) -> None:
    asked = ["--claims", "50", "--shape", shape, "--seed", "7"]
    command = [sys.executable, "-m", "benchmarks.generate", *asked]
    other = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    assert other == as_yaml(argue(50, shape, 7)).encode()
    assert as_yaml(argue(50, shape, 8)) != as_yaml(argue(50, shape, 7))


def test_a_tree_is_a_tree() -> None:
    found = argmap.loads(as_yaml(argue(300, "tree"))).map
    assert found is not None
    assert len(found.arguments) == 299
    assert all(len(argument.premises) == 1 for argument in found.arguments)
    assert all(argument.target in found.claim for argument in found.arguments)


def test_a_graph_has_what_graphs_have() -> None:
    argument = argue(1000, "graph")
    found = argmap.loads(as_yaml(argument)).map
    assert found is not None
    refs = sum(bool(item.refs) for item in argument.items)
    assert refs == 200
    assert sum(len(found.used.get(claim.id, ())) > 1 for claim in found.claims) > 100
    assert sum(len(argument.premises) > 1 for argument in found.arguments) > 50
    assert sum(argument.target in found.argument for argument in found.arguments) > 20
    assert len(found.sources) == 20
    assert len(found.people) > 10
    assert sum(bool(claim.note) for claim in found.claims) > 100


def test_claims_are_as_long_as_claims_are() -> None:
    texts = [claim.text for claim in argue(1000).claims]
    assert len(set(texts)) == 1000
    assert all(60 <= len(text) <= 90 for text in texts)


def test_a_large_map_has_no_claim_twice() -> None:
    texts = [claim.text for claim in argue(100_000).claims]
    assert len(set(texts)) == 100_000


def test_argdown_says_the_same() -> None:
    """Its map export was compared by hand: 1,135 nodes and 1,334 edges, as counted here."""
    argument = argue(1000, "graph")
    assert nodes_and_edges(argument) == (1135, 1334)
    source = as_argdown(argument)
    assert sum(f"[{claim.name}]: {claim.text}\n" in source for claim in argument.claims) == 1000
    assert source.count("<step ") == 135
    assert source.count("\n") == 1334 + 1  # a line for each edge, and one for the thesis


def test_what_was_measured_stays_what_it_is() -> None:
    """Figures in the README speak of these texts; a change makes them stale."""
    digest = hashlib.sha256(as_yaml(argue(100, "graph")).encode()).hexdigest()
    assert digest[:16] == "d85a69ad1616c8b5"
