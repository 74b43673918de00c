"""Layers as one table (CSV): a row for each annotation, a column for each label.

Several values in a cell are separated by semicolons; a single one that is written as a list keeps
the semicolon behind it. What a spreadsheet would run as a formula has an apostrophe before it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from argmap.annotation.exchange.parcel import (
    ExchangeError,
    Export,
    Import,
    UnfitError,
    annotation_of,
    header_of,
    losses_of,
    once,
    picked,
)
from argmap.annotation.layers import words
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer, Value
from argmap.diagnostics import did_you_mean, visible
from argmap.model import ArgumentMap
from argmap.model.ids import nfc

HEADER = (
    "annotator", "name", "role", "status", "map", "version", "codebook", "released", "note",
    "layer",
)  # fmt: skip
COLUMNS = (
    "id", "motivation", "kind", "target", "quote", "body", "resolved", "created", "claims",
    "prefix", "suffix", "start", "end", "hash", "votes",
)  # fmt: skip
_LABEL = "label:"

#: What a spreadsheet takes for a formula, also behind white space; and what is said of it here.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠'|%]|[\t\r\n]")

_SEPARATORS = (",", ";", "\t")


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
    writer.writerow([*HEADER, *COLUMNS, *(defused(_LABEL + name) for name in labels)])
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
        target.suffix, _number(target.start), _number(target.end), target.hash, votes,
        *(joined(one.labels[name]) if name in one.labels else "" for name in labels),
    ]  # fmt: skip


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _list(texts: Iterable[str]) -> str:
    """The cell of a column that always holds a list."""
    return "; ".join(map(joined, texts))


def joined(value: Value) -> str:
    """A text, or several, in one cell; `parted` takes them apart again."""
    if isinstance(value, str):
        return value.replace("\\", "\\\\").replace(";", "\\;")
    texts = "; ".join(joined(text) for text in value)
    return texts if len(value) > 1 else f"{texts};"


def parted(cell: str) -> Value:
    """The text of a cell, or the texts."""
    parts = [""]
    for sign, text in re.findall(r"(\\[\\;]|;)|([^\\;]+|\\)", cell):
        if sign == ";":
            parts.append("")
        else:
            parts[-1] += sign[1:] or text
    if len(parts) == 1:
        return parts[0].strip()
    return tuple(part.strip() for part in parts if part.strip())


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def armed(cell: str) -> str:
    """A cell as it was before it was defused."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell[1:]) else cell


def read(text: str, map: ArgumentMap, file: str, annotator: str = "") -> Import:
    """The layers of a table, as a spreadsheet may have written it; `file` is the map's.

    Of a table from elsewhere only `target` is needed: the id of a claim or an argument; and
    `annotator`, unless it is given here.

    Raises:
        ExchangeError: it is no table of annotations.
    """
    rows = _rows(text)
    names = _names(next(rows, []))
    left_out: list[str] = []
    layers: dict[tuple[str, ...], list[Annotation]] = {}
    heads: dict[tuple[str, ...], Layer] = {}
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = dict(zip(names, (armed(cell) for cell in row), strict=False))
        cells["annotator"] = cells.get("annotator") or annotator
        if not cells["annotator"]:
            raise ExchangeError(f"row {number}: no annotator; say who with --annotator")
        head = tuple(cells.get(word, "") for word in HEADER)
        try:
            if head not in heads:
                heads[head] = _layer(cells, file)
                layers[head] = []
            if cells.get("id") or cells.get("target"):
                layers[head].append(_annotation(cells, map, f"r{number}"))
        except ExchangeError as error:
            raise ExchangeError(f"row {number}: {error}") from error
        except UnfitError as error:
            left_out.append(f"row {number}: {error}")
        if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
            left_out.append(f"row {number}: what stands behind the last column")
    found = tuple(replace(heads[head], annotations=tuple(layers[head])) for head in heads)
    return Import(once(picked(found, annotator), left_out), tuple(left_out))


def _rows(text: str) -> Iterator[list[str]]:
    import csv
    from io import StringIO

    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    known = {*HEADER, *COLUMNS}
    separator = max(
        _SEPARATORS,
        key=lambda sign: sum(name.strip('" \r') in known for name in first.split(sign)),
    )
    try:
        with _any_length(len(text)):
            yield from csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise ExchangeError(f"this is no table: {error}") from error


@contextmanager
def _any_length(length: int) -> Iterator[None]:
    """Cells as long as the file, where the module would stop at 128 KiB."""
    import csv

    before = csv.field_size_limit(max(length, 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _names(row: Sequence[str]) -> list[str]:
    names = [armed(cell).strip() for cell in row]
    known = (*HEADER, *COLUMNS)
    for name in names:
        if name and name not in known and not name.startswith(_LABEL):
            mend = did_you_mean(name, known) or f"a label is `{_LABEL}NAME`"
            raise ExchangeError(f"no column is called `{visible(name)[:80]}`; {mend}")
    twice = next((name for name in names if name and names.count(name) > 1), "")
    if twice:
        raise ExchangeError(f"two columns are called `{twice}`")
    if "target" not in names:
        raise ExchangeError("the table has no column `target`; its first row has the names")
    return names


def _layer(cells: dict[str, str], file: str) -> Layer:
    return header_of(
        {
            **cells,
            "codebooks": _several(cells.get("codebook", "")),
            "released": _several(cells.get("released", "")),
            "layer": cells.get("layer") if "layer" in cells else words.VERSION,
        },
        file,
    )


def _annotation(cells: dict[str, str], map: ArgumentMap, fresh: str) -> Annotation:
    target = nfc(cells.get("target", "").strip())
    kind = cells.get("kind") or ("argument" if target in map.argument else "claim")
    if not cells.get("kind") and target not in map.claim and target not in map.argument:
        mend = did_you_mean(target, [part.id for part in map.parts])
        unknown = f"the map has no claim and no argument `{visible(target)[:60]}`"
        raise UnfitError(f"{unknown}; {mend}" if mend else unknown)
    given: dict[str, Any] = {
        **cells,
        "id": cells.get("id") or fresh,
        "kind": kind,
        "claims": _several(cells.get("claims", "")),
        "start": _count(cells.get("start", "")),
        "end": _count(cells.get("end", "")),
        "resolved": _truth(cells.get("resolved", "")),
        "votes": _votes(cells.get("votes", "")),
        "labels": {
            name.removeprefix(_LABEL): parted(cell)
            for name, cell in cells.items()
            if name.startswith(_LABEL) and cell.strip()
        },
    }
    return annotation_of(given)


def _several(cell: str) -> tuple[str, ...]:
    found = parted(cell)
    return tuple(filter(None, (found,) if isinstance(found, str) else found))


def _count(cell: str) -> int | None:
    text = cell.strip()
    if text and not (text.isascii() and text.isdecimal() and len(text) < 13):
        raise UnfitError(f"`{visible(text)[:40]}` is no position in a text")
    return int(text) if text else None


def _truth(cell: str) -> bool:
    text = cell.strip().lower()
    if text not in ("", "yes", "no", "true", "false", "1", "0"):
        raise UnfitError(f"`resolved` is yes or no, not `{visible(text)[:40]}`")
    return text in ("yes", "true", "1")


def _votes(cell: str) -> dict[str, dict[str, Value]]:
    from json import loads

    if not cell.strip():
        return {}
    try:
        found = loads(cell)
        return {
            label: {who: one if isinstance(one, str) else tuple(one) for who, one in row.items()}
            for label, row in found.items()
        }
    except (ValueError, AttributeError, TypeError, RecursionError):
        raise UnfitError("`votes` is no block of JSON") from None
