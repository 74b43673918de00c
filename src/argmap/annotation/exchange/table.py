"""Layers as one table (CSV): a row for each annotation, a column for each label.

Several values in a cell are separated by semicolons; a single one that is written as a list keeps
the semicolon behind it. What a spreadsheet would run as a formula has an apostrophe before it.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from argmap.annotation.cells import armed, parted
from argmap.annotation.exchange.parcel import (
    ExchangeError,
    Import,
    UnfitError,
    annotation_of,
    header_of,
    once,
    picked,
)
from argmap.annotation.exchange.table_writing import COLUMNS, HEADER, LABEL, export
from argmap.annotation.layers import words
from argmap.annotation.layers.model import Annotation, Layer, Value
from argmap.diagnostics import did_you_mean, visible
from argmap.model import ArgumentMap
from argmap.model.ids import nfc

__all__ = ["export", "read"]

_SEPARATORS = (",", ";", "\t")


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
        if name and name not in known and not name.startswith(LABEL):
            mend = did_you_mean(name, known) or f"a label is `{LABEL}NAME`"
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
            name.removeprefix(LABEL): parted(cell)
            for name, cell in cells.items()
            if name.startswith(LABEL) and cell.strip()
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
