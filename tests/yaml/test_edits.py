"""Pinned ids and layout on YAML that hands and other programs write."""

import pytest

import argmap
from argmap.diagnostics import Source
from argmap.yaml.edits import pin_ids
from argmap.yaml.layout import layout
from argmap.yaml.syntax import parse

UNUSUAL = {
    "a folded item": "claim: x\nreasons:\n  - >-\n    a\n    b\n",
    "a folded text behind a word": "claim: x\nreasons: >\n  a\n  b\n",
    "a folded item with an indicator": "claim: x\nreasons:\n  - >2\n     a\n     b\n",
    "a literal item with an indicator": "claim: x\nreasons:\n- |2\n   a\n  b\n",
    "a literal claim with an indicator": "claim: x\nreasons:\n  - claim: |2\n       a\n      b\n",
    "a question mark for a key": "? claim\n: x\nreasons: a\n",
    "one reason behind its word": "claim: x\nreasons: a\n",
    "a text over two lines": "claim: x\nreasons:\n- a\n  b\n- 'c\n  d'\n",
    "brackets": 'claim: x\nreasons: ["a b", {claim: c}]\n',
    "comments between words and values": "claim:\n  x # c\nreasons:\n  - claim: # d\n      y\n    by: z\n",
    "quoted words": "'claim': x\n\"reasons\":\n  - 'claim': y\n",
}


@pytest.mark.parametrize("name", UNUSUAL)
def test_pinning_only_inserts_and_keeps_the_meaning(name: str) -> None:
    before = argmap.loads(UNUSUAL[name])
    pinned = pin_ids(before)
    after = argmap.loads(pinned)
    assert after.map is not None
    assert after.map == before.map
    assert pinned.count("id: ") == len(after.map.claims)
    assert " \n" not in pinned
    rest = iter(pinned)
    assert all(char in rest for char in UNUSUAL[name])


@pytest.mark.parametrize("name", UNUSUAL)
def test_layout_keeps_the_meaning_and_itself(name: str) -> None:
    before = argmap.loads(UNUSUAL[name])
    laid = layout(before.tree)
    assert argmap.loads(laid).map == before.map
    assert layout(parse(Source("again", laid))) == laid
