"""Layers as one table: its columns, and its rows as they are written."""

from collections.abc import Iterable

from argmap.annotation.cells import defused, joined
from argmap.annotation.exchange.parcel import Export, losses_of
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer

HEADER = (
    "annotator", "name", "role", "status", "map", "version", "codebook", "released", "note",
    "layer",
)  # fmt: skip
COLUMNS = (
    "id", "motivation", "kind", "target", "quote", "body", "resolved", "created", "claims",
    "prefix", "suffix", "start", "end", "hash", "lost", "votes",
)  # fmt: skip
LABEL = "label:"


def export(documents: Iterable[LayerDocument]) -> Export:
    """Layers as a table; lines end as RFC 4180 has it."""
    import csv
    from io import StringIO

    documents = list(documents)
    layers = [document.value for document in documents if document.value]
    every = [one for layer in layers for one in layer.annotations]
    labels = dict.fromkeys(name for one in every for name in one.labels)
    empty = [""] * (len(COLUMNS) + len(labels))
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([*HEADER, *COLUMNS, *(defused(LABEL + name) for name in labels)])
    for layer in layers:
        head = _head(layer)
        rows = [_row(one, labels) for one in layer.annotations] or [empty]
        writer.writerows(map(defused, [*head, *row]) for row in rows)
    losses = losses_of(documents)
    heads = [tuple(_head(layer)) for layer in layers]
    if len(set(heads)) < len(heads):
        losses += ("which of two layers with equal words at the top an annotation is in",)
    return Export(out.getvalue(), losses)


def _head(layer: Layer) -> list[str]:
    return [
        layer.annotator, layer.name, layer.role, layer.status, layer.map, layer.version,
        _list(layer.codebooks), _list(layer.released), layer.note, layer.layer,
    ]  # fmt: skip


def _row(one: Annotation, labels: Iterable[str]) -> list[str]:
    from json import dumps

    target = one.target
    votes = dumps(one.votes, ensure_ascii=False) if one.votes else ""
    return [
        one.id, one.motivation, target.kind, target.id, target.quote, one.body,
        "yes" if one.resolved else "", one.created, _list(target.claims), target.prefix,
        target.suffix, _number(target.start), _number(target.end), target.hash, target.lost, votes,
        *(joined(one.labels[name]) if name in one.labels else "" for name in labels),
    ]  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _list(texts: Iterable[str]) -> str:
    """The cell of a column that always holds a list."""
    return "; ".join(map(joined, texts))
