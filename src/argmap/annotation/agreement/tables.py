"""A comparison of layers as tables."""

from collections.abc import Iterator

from argmap.annotation.agreement.comparison import Comparison, LabelAgreement
from argmap.annotation.agreement.data import address, unit
from argmap.annotation.agreement.figures import Figure
from argmap.annotation.agreement.words import (
    MOST_NAMES,
    figure,
    place,
    said_by,
    some,
    undefined,
    words_of,
)
from argmap.annotation.layers.model import Target
from argmap.annotation.layers.words import MOTIVATIONS
from argmap.annotation.tables import Table
from argmap.annotation.targets import Key, named
from argmap.annotation.votes import Unusable

#: Disputes and targets that are listed, unless all are asked for.
MOST = 10

_FIGURES = frozenset(range(1, 8))


def tables(found: Comparison, pairs: bool = False, everything: bool = False) -> list[Table]:
    """All that was found, in the order in which one asks for it; with each pair of annotators, and
    not only with the worst disagreements."""
    most = None if everything else MOST
    return [
        agreement(found.labels),
        *([_pairs(found)] if pairs else []),
        disputes(found, most),
        _targets(found, most),
        _motivations(found),
        *_left_out(found),
    ]


def agreement(labels: tuple[LabelAgreement, ...]) -> Table:
    """The figures of each label."""
    legend = (
        "shared: targets that two or more labelled, of all. equal: pairs of annotators that say "
        "the same. Cohen κ: mean of all pairs, of a scale linearly weighted. α: Krippendorff's, of "
        "a scale ordinal (α int.: interval), else nominal. ·: one value of a set."
    )
    return Table(
        "Agreement by label",
        ("label", "raters", "shared", "equal", "Cohen κ", "Fleiss κ", "α", "α int."),
        tuple(
            (
                name, str(len(label.raters)), f"{label.shared}/{label.units}",
                figure(label.percentage, percent=True), figure(label.kappa.mean),
                figure(label.fleiss), figure(_alpha(label)),
                figure(label.alpha["interval"]) if "interval" in label.alpha else "",
            )
            for name, label in _with_names(labels)
        ),
        _FIGURES,
        "No labels to compare.",
        (
            *((legend,) if labels else ()), *undefined(_named_figures(labels)),
            *_uncounted(labels),
        ),
    )  # fmt: skip


def _with_names(labels: tuple[LabelAgreement, ...]) -> Iterator[tuple[str, LabelAgreement]]:
    """Labels with their names, the values of a set below it without it."""
    whole = ""
    for label in labels:
        whole = whole if label.part else f"{label.name}: "
        yield (f"· {label.name.removeprefix(whole)}" if label.part else label.name), label


def _uncounted(labels: tuple[LabelAgreement, ...]) -> Iterator[str]:
    """What some figures leave out; the values of a set leave out what it does."""
    unlike: dict[tuple[Key, ...], list[str]] = {}
    pairs = []
    for label in labels:
        if label.part:
            continue
        shared = {key for key, share in label.targets.items() if share.value is not None}
        left = tuple(key for key in label.fleiss.left_out if key in shared)
        if left:
            unlike.setdefault(left, []).append(label.name)
        every, without = len(label.kappa.pairs), len(label.kappa.mean.left_out)
        if without and label.kappa.mean.value is not None:
            pairs.append(f"{label.name} {every - without} of {every}")
    if unlike:
        yield "Fleiss κ leaves out what fewer or more annotators rated than most: " + "; ".join(
            f"{some(names)}: {some([address(unit(key)) for key in left], 3)}"
            for left, names in unlike.items()
        )
    if pairs:
        yield f"Cohen κ is the mean of the pairs that have one (--pairs): {some(pairs)}"


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


def disputes(found: Comparison, most: int | None = MOST, see: str = "--all") -> Table:
    """Where annotators do not agree, worst first; `see` is where there are more than `most`."""
    rows = tuple(
        (
            f"{one.agreement:.0%}", f"{one.label} · {place(one.target)}",
            said_by(one.raters, 0 if most is None else MOST_NAMES), words_of(one.target, one.text),
        )
        for one in found.disputes[:most]
    )  # fmt: skip
    columns = ("agree", "label", "who says what", "about")
    below = more(len(found.disputes), most, see)
    return Table("Disagreements", columns, rows, frozenset({0}), "None.", below, listed=True)


def _targets(found: Comparison, most: int | None) -> Table:
    rows = tuple(
        (figure(one.mean, percent=True), place(one.target),
         ", ".join(f"{name} {figure(share, percent=True)}" for name, share in one.labels.items()),
         words_of(one.target, one.text))
        for one in found.targets[:most]
    )  # fmt: skip
    empty = "No target has a label from two annotators."
    columns = ("agree", "target", "labels", "about")
    below = more(len(found.targets), most, "--all")
    title = "Agreement by target, the least first"
    return Table(title, columns, rows, frozenset({0}), empty, below, listed=True)


def more(count: int, most: int | None, see: str) -> tuple[str, ...]:
    """That there are more than are shown, and where."""
    return (f"{count - most} more: {see}",) if most is not None and count > most else ()


#: What annotations of a motivation are called.
_KINDS = {
    "commenting": "comments", "questioning": "questions", "assessing": "ratings",
    "tagging": "tags", "highlighting": "highlights", "replying": "replies",
}  # fmt: skip


def _motivations(found: Comparison) -> Table:
    used = [word for word in MOTIVATIONS if any(word in row for row in found.motivations.values())]
    rows = tuple(
        (who, str(sum(row.values())), *(str(row.get(word, 0)) for word in used))
        for who, row in found.motivations.items()
    )
    columns = ("annotator", "all", *(_KINDS[word] for word in used))
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
