"""The laws that reading any text keeps."""

from itertools import pairwise

from argmap.checks import check
from argmap.diagnostics import Severity
from argmap.yaml.comments import comments
from argmap.yaml.document import Document
from argmap.yaml.files import from_bytes, loads


def hold_for_bytes(data: bytes) -> None:
    """Reads a file's content and holds what comes out to every law."""
    _hold(from_bytes(data, "x"), from_bytes(data, "y"))


def hold_for_text(text: str) -> None:
    """Reads a text and holds what comes out to every law."""
    _hold(loads(text), loads(text, "again"))


def _hold(document: Document, again: Document) -> None:
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
    assert len({(fault.code.name, fault.span.start) for fault in document.faults}) == len(
        document.faults
    )
    # Nobody is told of more syntax faults than can be mended in one go.
    codes = [fault.code.name for fault in document.faults]
    assert (
        sum(codes.count(code) for code in ("stray-colon", "bad-indent", "yaml-syntax", "tab")) <= 40
    )
    # A second load is equal.
    assert (again.map, again.faults) == (document.map, document.faults)
    # Comments stand where they are said to stand; scalars are in order and do not overlap.
    for comment in comments(document.tree):
        assert source.text[comment.start : comment.end].startswith("#")
    leaves = document.tree.leaves
    assert all(one.end <= other.start for one, other in pairwise(leaves))
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
