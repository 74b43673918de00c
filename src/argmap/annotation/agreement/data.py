"""A comparison of layers for programs and spreadsheets."""

from typing import Any

from argmap.annotation.agreement.comparison import Comparison
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.layers.model import Target
from argmap.annotation.targets import Key
from argmap.annotation.votes import Meant, Unusable


def rows(found: Comparison) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """For spreadsheets, a row for each figure: what it is of, its name, the figure, or why none."""
    columns = ("label", "figure", "of", "value", "undefined", "left out")
    lines: list[tuple[str, ...]] = []

    def line(label: str, name: str, of: str, one: Figure) -> None:
        value = "" if one.value is None else f"{one.value:.6g}"
        lines.append((label, name, of, value, one.why, str(len(one.left_out) or "")))

    for label in found.labels:
        line(label.name, "percentage", "", label.percentage)
        line(label.name, "cohen mean", "", label.kappa.mean)
        line(label.name, "fleiss", "", label.fleiss)
        for level, one in label.alpha.items():
            line(label.name, f"alpha {level}", "", one)
        for pair, one in label.kappa.pairs.items():
            line(label.name, "cohen", " / ".join(pair), one)
    for target in found.targets:
        for name, one in target.labels.items():
            line(name, "target", address(target.target), one)
    return columns, lines


def address(target: Target) -> str:
    return f"{target.id}: {target.quote}" if target.quote else target.id


def unit(key: Key) -> Target:
    kind, id, quote, start = key
    return Target(kind, id, quote=quote, start=start)


def as_data(found: Comparison) -> dict[str, Any]:
    """The comparison for programs: figures as `{"value": …, "undefined": why, "left_out": […]}`;
    left out are targets that could not be counted, or pairs of annotators."""
    return {
        "annotators": list(found.raters),
        "left": list(found.left),
        "labels": [
            {
                "label": label.name, "type": label.type, "annotators": list(label.raters),
                "ratings": label.ratings, "targets": label.units, "shared": label.shared,
                "percentage": _with_left_out(label.percentage),
                "cohen": {
                    "weights": label.weights,
                    "mean": figure_data(label.kappa.mean)
                    | _left({"left_out": [list(pair) for pair in label.kappa.mean.left_out]}),
                    "pairs": [{"of": list(pair), **figure_data(one)}
                              for pair, one in label.kappa.pairs.items()],
                },
                "fleiss": _with_left_out(label.fleiss),
                "alpha": {level: _with_left_out(one) for level, one in label.alpha.items()},
            }
            for label in found.labels
        ],
        "targets": [
            {**target_data(one.target), "text": one.text, "mean": one.mean.value,
             "labels": {name: share.value for name, share in one.labels.items()}}
            for one in found.targets
        ],
        "disagreements": [
            {**target_data(one.target), "text": one.text, "label": one.label,
             "agreement": one.agreement,
             "values": {who: plain(value) for value, row in one.raters.items() for who in row}}
            for one in found.disputes
        ],
        "motivations": {who: dict(row) for who, row in found.motivations.items()},
        "uncompared": dict(found.uncompared),
        **left_out_data(found.unusable, found.older),
    }  # fmt: skip


def left_out_data(
    unusable: tuple[Unusable, ...], older: tuple[tuple[str, Target], ...]
) -> dict[str, Any]:
    """As `left_out`, for programs."""
    return {
        "unusable": [
            {"annotator": one.annotator, **target_data(one.target), "label": one.label,
             "why": one.why}
            for one in unusable
        ],
        "older": [{"annotator": who, **target_data(target)} for who, target in older],
    }  # fmt: skip


def figure_data(one: Figure) -> dict[str, Any]:
    """A figure as data; a reason only where it is undefined."""
    return {"value": one.value} | ({"undefined": one.why} if one.value is None else {})


def _with_left_out(one: Figure) -> dict[str, Any]:
    """A figure as data, with the targets that it leaves out, if any."""
    left = [target_data(unit(key)) for key in one.left_out]
    return figure_data(one) | _left({"left_out": left})


def _left(found: dict[str, list[Any]]) -> dict[str, Any]:
    return {name: values for name, values in found.items() if values}


def target_data(target: Target) -> dict[str, Any]:
    """A target as data: its kind and id, and a passage's quote and place."""
    found: dict[str, Any] = {"kind": target.kind, "id": target.id}
    if target.quote:
        found |= {"quote": target.quote, "start": target.start}
    return found


def plain(value: Meant) -> Any:
    """A value as data; a set as a sorted list."""
    return sorted(value) if isinstance(value, frozenset) else value
