"""The laws of changing a text so that it means another map."""

import json
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.model.outline import in_reading_order
from argmap.yaml.comments import comments
from argmap.yaml.document import Document
from argmap.yaml.files import load, loads
from argmap.yaml.rewriting import means, rewritten
from argmap.yaml.tree import Node, Scalar, Sequence
from argmap.yaml.writer import write
from tests.strategies import argument_maps
from tests.yaml.edited_maps import edited
from tests.yaml.kept_comments import lost_comments
from tests.yaml.test_laws import loose_texts

MAPS = sorted(Path("maps").glob("*.yaml"))
seeds = st.integers(0, 10**9).map(Random)


def _hold(document: Document, target: ArgumentMap) -> str:
    """Rewrites a document and holds the result to every law."""
    text = rewritten(document, target)
    again = loads(text)
    assert again.map is not None
    before = document.map
    assert before is not None
    steps = document.places.steps
    free = {id for id in before.argument if not (steps.get(id) and steps[id].get("id"))}  # type: ignore[union-attr]
    assert means(again.map, target, free)
    assert again.map.claim == target.claim
    assert lost_comments(document, target, again) == []
    assert len(comments(again.tree)) <= len(comments(document.tree)), text
    assert rewritten(again, again.map) == text
    return text


@given(argument_maps(), argument_maps())
def test_any_text_can_be_made_to_mean_any_map(one: ArgumentMap, other: ArgumentMap) -> None:
    _hold(loads(write(one)), other)


@given(loose_texts(), seeds, st.integers(1, 5))
def test_edits_of_texts_in_any_layout(text: str, random: Random, edits: int) -> None:
    document = loads(text)
    assert document.map is not None
    assert rewritten(document, document.map) == text
    target = edited(document.map, random, edits)
    new = _hold(document, target)
    assert ("\r\n" in new) is ("\r\n" in text) or "\n" not in text.rstrip()
    _hold(loads(new), document.map)  # and back


@given(argument_maps(), seeds, st.sampled_from([None, 2]))
def test_json_stays_json(map: ArgumentMap, random: Random, indent: int | None) -> None:
    text = json.dumps(_data(loads(write(map)).tree.root), indent=indent, ensure_ascii=False)
    document = loads(text)
    if document.map is not None:  # JSON has no escape for some signs that a map must escape
        json.loads(_hold(document, edited(document.map, random, 3)))


def _data(node: Node | None) -> Any:
    if type(node) is Scalar:
        return node.text
    if type(node) is Sequence:
        return [_data(item) for item in node.items]
    return {k.text: _data(v) for k, v in zip(node.keys, node.values, strict=True)}  # type: ignore[union-attr]


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
@given(random=seeds)
def test_one_edit_of_a_real_map_changes_few_lines(path: Path, random: Random) -> None:
    document = _document(path)
    assert document.map is not None
    target = edited(document.map, random)
    text = _hold(document, target)
    # Where a subtree moves, its lines differ in their indent alone.
    old, new = ([line.strip() for line in one.splitlines()] for one in (document.source.text, text))
    kept = sum(block.size for block in SequenceMatcher(None, old, new, False).get_matching_blocks())
    # A line more or less for each field and each id, and the lines of what moved or went.
    wanted = _moved_lines(document, target)
    assert len(old) - kept <= wanted
    assert len(new) - kept <= wanted


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
@given(random=seeds, edits=st.integers(2, 30))
def test_many_edits_of_a_real_map(path: Path, random: Random, edits: int) -> None:
    document = _document(path)
    assert document.map is not None
    _hold(document, edited(document.map, random, edits))


@cache
def _document(path: Path) -> Document:
    return load(path)


def _moved_lines(document: Document, target: ArgumentMap) -> int:
    """The lines of all that an edit touches, with what is nested in it, and some for its words."""
    map, places = document.map, document.places
    assert map is not None
    source = document.source
    changed = {a.id for a in map.arguments if target.argument.get(a.id) != a}
    changed |= {c.id for c in map.claims if c.id not in target.claim}
    changed |= {*map.theses} ^ {*target.theses}
    one, other = in_reading_order(map), in_reading_order(target)
    for id in {*map.claim, *map.argument}:
        sides = [[a.id for a in m.bearing.get(id, ()) if a.id in map.argument and a.id in target.argument]
                 for m in (one, other)]  # fmt: skip
        if sides[0] != sides[1] and id in places.nodes:
            changed |= {*sides[0], *sides[1]}
    lines = 0
    for id in changed:
        if id in places.nodes:
            node = places.nodes[id]
            lines += source.position(node.end)[0] - source.position(node.start)[0] + 4
    homeless = sum(len(a.premises) for a in map.arguments if a.id in changed)
    if len(map.sources) == 1 != len(target.sources):
        lines += sum(len(part.cites) for part in map.parts)  # each must name its source now
    return 3 * lines + 30 + 30 * homeless
