"""The laws that reading any text as a layer or as a codebook keeps."""

from collections.abc import Callable

from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.documents import CodebookDocument, LayerDocument, Read, Written
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Severity, Source
from argmap.yaml.storage import decoded


def hold_for_bytes(data: bytes) -> None:
    """Reads a file's content as a layer and as a codebook and holds both to every law."""
    source, fault = decoded(data, "x")
    if fault is None:
        hold_for_text(source.text)


def hold_for_text(text: str) -> None:
    """Reads a text as a layer and as a codebook and holds both to every law."""
    layer = _held(read_layer, text)
    if layer.value is not None:
        _layer(layer)
    codebook = _held(read_codebook, text)
    if codebook.value is not None:
        _codebook(codebook)


def _held(read: "Callable[[Source], Written[Read]]", text: str) -> "Written[Read]":
    document, again = read(Source("x", text)), read(Source("again", text))
    assert (document.value is None) is bool(document.errors)
    assert document.errors == tuple(f for f in document.faults if f.severity is Severity.ERROR)
    # Every fault has an address in the text, and is told on one printable line.
    for fault in document.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text), fault
        line, _ = document.source.position(fault.span.start)
        assert 1 <= line <= document.source.line_count
        assert fault.message.isprintable(), fault
        assert fault.hint.isprintable(), fault
        assert len(fault.message) < 400, fault
    addresses = {(fault.code.name, fault.span.start) for fault in document.faults}
    assert len(addresses) == len(document.faults)
    # A second read is equal.
    assert (again.value, again.faults) == (document.value, document.faults)
    # What has been read has its place, and so has all that is asked for.
    for id in document.blocks:
        for path in ((), ("target",), ("target", "quote"), ("labels", "clarity"), ("values", 3)):
            span = document.span(id, *path)
            assert 0 <= span.start <= span.end <= len(text)
    for word in ("annotations", "labels", "nothing"):
        assert 0 <= document.top(word).start <= len(text)
    return document


def _layer(document: LayerDocument) -> None:
    layer = document.value
    assert layer is not None
    assert layer.annotator
    assert layer.map
    ids = [one.id for one in layer.annotations]
    assert len({*ids}) == len(ids)
    assert {*ids} == {*document.blocks}
    for one in layer.annotations:
        assert one.id
        assert one.target.id
        assert one.target.kind in ("claim", "argument", "source", "annotation", "layer")
        assert all(one.labels)
        assert all(one.votes)


def _codebook(document: CodebookDocument) -> None:
    codebook = document.value
    assert codebook is not None
    names = [label.name for label in codebook.labels]
    assert len({*names}) == len(names)
    assert {*names} == {*document.blocks}
    for label in codebook.labels:
        assert label.name
        assert label.type != "scale" or label.low < label.high
        assert label.values or label.type not in ("one of", "set")
