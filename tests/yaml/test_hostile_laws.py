"""The laws of reading, over texts that are nearly maps."""

import random

import pytest
from hypothesis import given

from argmap.checks import check
from argmap.diagnostics import Severity
from argmap.yaml.comments import comments
from argmap.yaml.files import from_bytes, loads
from tests.hostile import CASES, SEEDS, map_texts, mangled


def hold_the_laws(text: str) -> None:
    """Reads a text and holds what comes out to every law of reading."""
    document = loads(text)
    source = document.source
    findings = check(document).diagnostics
    # An error stops the map, and nothing else does.
    stopped = any(fault.severity is Severity.ERROR for fault in document.faults)
    assert (document.map is None) is stopped
    assert document.errors == tuple(f for f in document.faults if f.severity is Severity.ERROR)
    # Every fault has an address in the text, and is told on one printable line.
    for fault in findings:
        assert 0 <= fault.span.start <= fault.span.end <= len(source.text), fault
        line, column = source.position(fault.span.start)
        assert source.line_offset(line) + column - 1 == fault.span.start
        assert 1 <= line <= source.line_count
        assert fault.message.isprintable(), fault
        assert fault.hint.isprintable(), fault
        assert "{" not in fault.code.message or fault.message != fault.code.message
    assert len({(fault.code.name, fault.span.start) for fault in document.faults}) == len(document.faults)
    # Nobody is told of more syntax faults than can be mended in one go.
    codes = [fault.code.name for fault in document.faults]
    assert sum(codes.count(code) for code in ("stray-colon", "bad-indent", "yaml-syntax", "tab")) <= 40
    # A second load is equal.
    again = loads(text)
    assert (again.map, again.faults) == (document.map, document.faults)
    # Comments stand where they are said to stand; scalars are in order and do not overlap.
    for comment in comments(document.tree):
        assert source.text[comment.start : comment.end].startswith("#")
    leaves = document.tree.leaves
    assert all(one.end <= other.start for one, other in zip(leaves, leaves[1:], strict=False))
    # Everything in a map has its place.
    if document.map is not None:
        ids = [part.id for part in document.map.parts]
        assert len(set(ids)) == len(ids)
        for id in ids:
            span = document.places.span(id)
            assert span.start < span.end <= len(source.text)
        known = {*document.map.claim}
        for argument in document.map.arguments:
            assert argument.premises
            assert {*argument.premises} <= known
            assert argument.target in known or argument.target in document.map.argument
        assert document.map.theses
        assert {*document.map.theses} <= known


@given(map_texts())
def test_any_text_keeps_the_laws(text: str) -> None:
    hold_the_laws(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_documents_of_people_keep_the_laws_when_they_are_damaged(path: object) -> None:
    text = path.read_bytes().decode(errors="replace")  # type: ignore[attr-defined]
    choose = random.Random(str(path).rsplit("/", 1)[-1])
    for changes in (0, 1, 1, 1, 2, 2, 3, 5, 8):
        hold_the_laws(mangled(text, choose, changes))


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_every_way_to_cut_a_short_map_off_keeps_the_laws(seed: int) -> None:
    for end in range(len(SEEDS[seed]) + 1):
        hold_the_laws(SEEDS[seed][:end])
        hold_the_laws(SEEDS[seed][end:])


def test_bytes_of_any_kind_are_read() -> None:
    choose = random.Random(1)
    for path in CASES:
        data = bytearray(path.read_bytes())
        for _ in range(5):
            data[choose.randrange(len(data))] = choose.randrange(256)
        document = from_bytes(bytes(data), "x")
        assert document.map is not None or document.errors
