"""A comparison of layers as tables, and as data for programs."""

from collections.abc import Iterator
from typing import Any

from argmap.annotation.agreement.comparison import Comparison, LabelAgreement
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.layers.model import Target
from argmap.annotation.layers.words import MOTIVATIONS
from argmap.annotation.tables import Table, figure, said_by, undefined
from argmap.annotation.targets import about, named
from argmap.annotation.votes import Meant, Unusable

#: Disputes and targets that are listed for people; the JSON has all.
MOST = 50

_FIGURES = frozenset(range(1, 9))


def tables(found: Comparison, pairs: bool = False) -> list[Table]:
    """All that was found, in the order in which one asks for it; with each pair of annotators."""
    return [
        agreement(found.labels),
        *([_pairs(found)] if pairs else []),
        disputes(found),
        _targets(found),
        _motivations(found),
        *_left_out(found),
    ]


def agreement(labels: tuple[LabelAgreement, ...]) -> Table:
    """The figures of each label."""
    return Table(
        "Agreement by label",
        ("label", "raters", "targets", "shared", "equal", "Cohen κ", "Fleiss κ", "α", "α int."),
        tuple(
            (
                label.name, str(len(label.raters)), str(label.units), str(label.shared),
                figure(label.percentage, percent=True), figure(label.kappa.mean),
                figure(label.fleiss), figure(_alpha(label)),
                figure(label.alpha["interval"]) if "interval" in label.alpha else "",
            )
            for label in labels
        ),
        _FIGURES,
        "No labels to compare.",
        (
            *(("shared: targets that two or more labelled. Cohen κ: mean of all pairs. α: "
               "Krippendorff's, of a scale ordinal, else nominal.",) if labels else ()),
            *undefined(_named_figures(labels)),
        ),
    )  # fmt: skip


def _alpha(label: LabelAgreement) -> Figure:
    return label.alpha["ordinal"] if "ordinal" in label.alpha else label.alpha["nominal"]


def _named_figures(labels: tuple[LabelAgreement, ...]) -> Iterator[tuple[str, Figure]]:
    for label in labels:
        yield f"{label.name} (percent)", label.percentage
        yield f"{label.name} (Cohen κ)", label.kappa.mean
        yield f"{label.name} (Fleiss κ)", label.fleiss
        yield f"{label.name} (α)", _alpha(label)
        if "interval" in label.alpha:
            yield f"{label.name} (α interval)", label.alpha["interval"]


def _pairs(found: Comparison) -> Table:
    rows = tuple(
        (label.name, *pair, figure(one), one.why)
        for label in found.labels for pair, one in label.kappa.pairs.items()
    )  # fmt: skip
    columns = ("label", "one", "other", "Cohen κ", "")
    return Table("Pairs of annotators", columns, rows, frozenset({3}), "No pairs.")


def disputes(found: Comparison, most: int = MOST) -> Table:
    """Where annotators do not agree, worst first."""
    rows = tuple(
        (
            f"{one.agreement:.0%}", one.label, said_by(one.raters),
            about(one.target, one.text),
        )
        for one in found.disputes[:most]
    )  # fmt: skip
    left = len(found.disputes) - most
    below = (f"{left} more (--format json has all)",) if left > 0 else ()
    columns = ("agree", "label", "who says what", "about")
    return Table("Disagreements", columns, rows, frozenset({0}), "None.", below)


def _targets(found: Comparison) -> Table:
    rows = tuple(
        (figure(one.mean, percent=True),
         ", ".join(f"{name} {figure(share, percent=True)}" for name, share in one.labels.items()),
         about(one.target, one.text))
        for one in found.targets[:MOST]
    )  # fmt: skip
    left = len(found.targets) - MOST
    below = (f"{left} more (--format json has all)",) if left > 0 else ()
    empty = "No target has a label from two annotators."
    columns = ("agree", "labels", "about")
    return Table("Agreement by target", columns, rows, frozenset({0}), empty, below)


def _motivations(found: Comparison) -> Table:
    used = [word for word in MOTIVATIONS if any(word in row for row in found.motivations.values())]
    rows = tuple(
        (who, str(sum(row.values())), *(str(row.get(word, 0)) for word in used))
        for who, row in found.motivations.items()
    )
    columns = ("annotator", "all", *used)
    right = frozenset(range(1, len(columns)))
    return Table("Annotations", columns, rows, right, "No layers to compare.")


def _left_out(found: Comparison) -> list[Table]:
    lines = [f"label `{name}` is not compared: {why}" for name, why in found.uncompared.items()]
    lines += left_out(found.unusable, found.older)
    if found.left:
        lines.append(f"{', '.join(found.left)}: no student, so not compared (--with-teachers)")
    if found.several:
        lines.append(f"{', '.join(found.several)}: several layers of one name, counted as one")
    return [Table("Left out and to be known", (), (), below=tuple(lines))] if lines else []


def left_out(
    unusable: tuple[Unusable, ...], older: tuple[tuple[str, Target], ...]
) -> Iterator[str]:
    """What could not be counted, and what was said of texts that have changed since."""
    for one in unusable:
        yield f"{one.annotator} on {named(one.target)}, {one.label}: left out: {one.why}"
    if older:
        what = "1 labelled target has" if len(older) == 1 else f"{len(older)} labelled targets have"
        yield f"{what} changed since the label was given; see `argmap annotate check`"


def rows(found: Comparison) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """For spreadsheets, a row for each figure: what it is of, its name, the figure, or why none."""
    columns = ("label", "figure", "of", "value", "undefined")
    lines: list[tuple[str, ...]] = []

    def line(label: str, name: str, of: str, one: Figure) -> None:
        lines.append((label, name, of, "" if one.value is None else f"{one.value:.6g}", one.why))

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
            line(name, "target", _address(target.target), one)
    return columns, lines


def _address(target: Target) -> str:
    return f"{target.id}: {target.quote}" if target.quote else target.id


def as_data(found: Comparison) -> dict[str, Any]:
    """The comparison for programs: figures as `{"value": …, "undefined": why}`."""
    return {
        "annotators": list(found.raters),
        "left": list(found.left),
        "labels": [
            {
                "label": label.name, "type": label.type, "annotators": list(label.raters),
                "ratings": label.ratings, "targets": label.units, "shared": label.shared,
                "percentage": figure_data(label.percentage),
                "cohen": {
                    "mean": figure_data(label.kappa.mean),
                    "pairs": [{"of": list(pair), **figure_data(one)}
                              for pair, one in label.kappa.pairs.items()],
                },
                "fleiss": figure_data(label.fleiss),
                "alpha": {level: figure_data(one) for level, one in label.alpha.items()},
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


def target_data(target: Target) -> dict[str, Any]:
    """A target as data: its kind and id, and a passage's quote and place."""
    found: dict[str, Any] = {"kind": target.kind, "id": target.id}
    if target.quote:
        found |= {"quote": target.quote, "start": target.start}
    return found


def plain(value: Meant) -> Any:
    """A value as data; a set as a sorted list."""
    return sorted(value) if isinstance(value, frozenset) else value
