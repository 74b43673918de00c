"""The agreement of two maps as tables, and as data for programs."""

from collections.abc import Iterator, Sequence
from typing import Any

from argmap.annotation.agreement.data import figure_data
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.agreement.maps import MapAgreement, Overlap
from argmap.annotation.agreement.relations import Relation
from argmap.annotation.agreement.words import figure, undefined
from argmap.annotation.tables import Table
from argmap.model import ArgumentMap, Citation


def tables(found: MapAgreement, one: ArgumentMap, other: ArgumentMap) -> list[Table]:
    """The figures, and below them what is only in one map or different in both."""
    return [_summary(found), *_parts(found, one, other)]


def _summary(found: MapAgreement) -> Table:
    rows = (
        _overlap("claims", found.claims),
        _overlap("relations", found.relations),
        ("M: mean of both F1", "", "", "", "", "", figure(found.mean)),
        (
            "S: alike cutting of the sources",
            "",
            "",
            "",
            "",
            "",
            figure(found.segmentation.similarity),
        ),
        ("CASS: 2MS / (M + S)", "", "", "", "", "", figure(found.cass)),
        ("Cohen κ over pairs of claims", "", "", "", "", "", figure(found.kappa)),
    )
    empty = f"κ counts {found.pairs} pairs; {found.empty} of them are unrelated in both maps, "
    return Table(
        "Agreement of two maps",
        ("", "shared", "only first", "only second", "precision", "recall", "F1 or figure"),
        rows,
        frozenset(range(1, 7)),
        below=(
            empty + "which raises it: read it beside the F1 of relations",
            *undefined(_figures(found)),
        ),
    )


def _overlap(name: str, found: Overlap[Any]) -> tuple[str, ...]:
    counts = (len(found.shared), len(found.only_one), len(found.only_other))
    return (name, *map(str, counts), *map(figure, (found.precision, found.recall, found.f1)))


def _figures(found: MapAgreement) -> Iterator[tuple[str, Figure]]:
    yield "claims", found.claims.f1
    yield "relations", found.relations.f1
    yield "M", found.mean
    yield "S", found.segmentation.similarity
    yield "CASS", found.cass
    yield "Cohen κ", found.kappa


def _parts(found: MapAgreement, one: ArgumentMap, other: ArgumentMap) -> Iterator[Table]:
    pairs = [
        (one.claim[a].text, other.claim[b].text)
        for a, b in found.claims.shared if one.claim[a].text != other.claim[b].text
    ]  # fmt: skip
    yield from _list("One claim, worded differently", ("first", "second"), pairs)
    yield from _list(
        "Claims only in the first",
        ("claim",),
        [(one.claim[id].text,) for id in found.claims.only_one],
    )
    yield from _list(
        "Claims only in the second", ("claim",),
        [(other.claim[id].text,) for id in found.claims.only_other],
    )  # fmt: skip
    turned = {relation for pair in found.turned for relation in pair}
    turned |= {relation for pair in found.reversed for relation in pair}
    columns = ("premise", "is", "target")
    for name, relations, map in (
        ("Relations only in the first", found.relations.only_one, one),
        ("Relations only in the second", found.relations.only_other, other),
    ):
        rows = [_relation(relation, map) for relation in relations if relation not in turned]
        yield from _list(name, columns, rows)
    yield from _list(
        "Relations of another kind", (*columns, "in the second"),
        [(*_relation(a, one), b.kind) for a, b in found.turned],
    )  # fmt: skip
    yield from _list(
        "Relations the other way round", columns, [_relation(a, one) for a, _ in found.reversed]
    )
    for name, missing in (
        ("first", found.segmentation.missing_one), ("second", found.segmentation.missing_other),
    ):  # fmt: skip
        quotes = [(citation.source, citation.quote) for citation in missing]
        yield from _list(
            f"Quotes of the {name} that its source has not", ("source", "quote"), quotes
        )


def _list(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[Table]:
    if rows:
        yield Table(f"{title} ({len(rows)})", columns, tuple(rows))


def _relation(relation: Relation, map: ArgumentMap) -> tuple[str, str, str]:
    target = map.claim.get(relation.target)
    aim = target.text if target else f"the step `{relation.target}`"
    return map.claim[relation.premise].text, relation.kind, aim


def rows(found: MapAgreement) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """For spreadsheets, a row for each figure and for each part."""
    lines: list[tuple[str, ...]] = [
        ("figure", name, "" if one.value is None else f"{one.value:.6g}", one.why)
        for name, one in _figures(found)
    ]
    data = as_data(found)
    for what in ("claims", "relations"):
        for side in ("only_first", "only_second"):
            for part in data[what][side]:
                shown = part if isinstance(part, str) else " ".join(list(part.values())[:3])
                lines.append((f"{what} {side.replace('_', ' ')}", shown, "", ""))
    return ("what", "name", "value", "undefined"), lines


def as_data(found: MapAgreement) -> dict[str, Any]:
    """The agreement for programs; relations are `{"premise", "kind", "target", "argument"}`."""
    return {
        "claims": _overlap_data(found.claims, str),
        "relations": _overlap_data(found.relations, _relation_data),
        "turned": [[_relation_data(one) for one in pair] for pair in found.turned],
        "reversed": [[_relation_data(one) for one in pair] for pair in found.reversed],
        "kappa": figure_data(found.kappa) | {"pairs": found.pairs, "empty": found.empty},
        "mean": figure_data(found.mean),
        "segmentation": figure_data(found.segmentation.similarity) | {
            "missing_first": [_citation(one) for one in found.segmentation.missing_one],
            "missing_second": [_citation(one) for one in found.segmentation.missing_other],
        },
        "cass": figure_data(found.cass),
    }  # fmt: skip


def _overlap_data(found: Overlap[Any], part: Any) -> dict[str, Any]:
    return {
        "precision": figure_data(found.precision),
        "recall": figure_data(found.recall),
        "f1": figure_data(found.f1),
        "shared": [[part(one) for one in pair] for pair in found.shared],
        "only_first": [part(one) for one in found.only_one],
        "only_second": [part(one) for one in found.only_other],
    }


def _relation_data(one: Relation) -> dict[str, str]:
    return {
        "premise": one.premise, "kind": one.kind, "target": one.target, "argument": one.argument,
    }  # fmt: skip


def _citation(one: Citation) -> dict[str, str]:
    return {"source": one.source, "quote": one.quote}
