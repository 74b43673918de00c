"""What several annotators say with labels at one place: a few words, and one number for a tint."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import TypeAlias

from argmap.annotation.agreement.disagreement import unit_agreement
from argmap.annotation.layers.model import Codebook, Label
from argmap.annotation.targets import Key
from argmap.annotation.votes import Meant, shown
from argmap.diagnostics import did_you_mean

#: Values by target, label and annotator, of the targets at one place.
Rows: TypeAlias = Mapping[Key, Mapping[str, Mapping[str, Meant]]]

#: The name of the tint that shows where annotators differ; any other is that of a label.
DISAGREEMENT = "disagreement"


class HeatError(Exception):
    """Nothing can be tinted by this name; the message says what can."""


@dataclass(frozen=True, slots=True)
class Tint:
    """What to tint by: the name and the two ends for the legend; no label means disagreement."""

    legend: tuple[str, str, str]
    label: Label | None = None

    def heat(self, rows: Rows, codebook: Codebook) -> float | None:
        """0 to 1; None where nothing was said that could be reckoned with.

        Disagreement is 1 less the mean agreement (see `unit_agreement`) over all labels of all
        targets at the place that two or more have labelled.
        """
        if self.label is None:
            found = list(_agreements(rows, codebook))
            return 1 - fmean(found) if found else None
        low, width = _ends(self.label)
        values = [
            (float(value) - low) / width
            for labels in rows.values()
            for value in labels.get(self.label.name, {}).values()
            if isinstance(value, float | bool)
        ]
        return fmean(values) if values else None


def tint(heat: str, codebook: Codebook) -> Tint:
    """The tint of this name.

    Raises:
        HeatError: there is none.
    """
    if heat == DISAGREEMENT:
        return Tint((DISAGREEMENT, "none", "full"))
    label = codebook.label.get(heat)
    if label is not None and label.type == "scale":
        return Tint((heat, f"{label.low:g}", f"{label.high:g}"), label)
    if label is not None and label.type == "yes/no":
        return Tint((heat, "no", "yes"), label)
    known = [DISAGREEMENT, *(one.name for one in codebook.labels if one.type in _TINTED)]
    what = f"`{heat}` is a label of type {label.type}" if label else f"no label is called `{heat}`"
    raise HeatError(f"{what}; {did_you_mean(heat, known) or 'name a scale or a yes/no label'}")


_TINTED = ("scale", "yes/no")


def label_badges(rows: Rows, codebook: Codebook) -> Iterator[str]:
    """Labels in a few words, in the order of the codebook: "straw man ×3", "clarity 3.5 (4)"."""
    given: dict[str, list[Meant]] = {label.name: [] for label in codebook.labels}
    for labels in rows.values():
        for name, row in labels.items():
            given.setdefault(name, []).extend(row.values())
    # A value that two labels have needs the name of its label.
    spoken = Counter(value for label in codebook.labels for value in label.values)
    for name, values in given.items():
        if values:
            yield from _badges(name, codebook.label.get(name), values, spoken)


def _badges(
    name: str, label: Label | None, values: list[Meant], spoken: Mapping[str, int]
) -> Iterator[str]:
    numbers = [value for value in values if isinstance(value, float)]
    truths = [value for value in values if isinstance(value, bool)]
    if label is not None and label.type == "scale":
        mean = f"{name} {round(fmean(numbers), 1):g}"
        yield mean if len(numbers) == 1 else f"{mean} ({len(numbers)})"
    elif label is not None and label.type == "yes/no":
        yes = f"yes {sum(truths)} of {len(truths)}" if len(truths) > 1 else shown(truths[0])
        yield f"{name}: {yes}"
    elif label is not None and label.type == "text":
        yield times(name, len(values))
    else:
        for value, count in Counter(_single(values)).most_common():
            alone = label is not None and spoken[value] == 1
            yield times(value if alone else f"{name}: {value}", count)


def times(text: str, count: int) -> str:
    """A text and how often, unless it is once."""
    return text if count == 1 else f"{text} ×{count}"


def _single(values: Iterable[Meant]) -> Iterator[str]:
    """Values with those of sets one by one."""
    for value in values:
        if isinstance(value, frozenset):
            yield from sorted(value)
        else:
            yield shown(value)


def _agreements(rows: Rows, codebook: Codebook) -> Iterator[float]:
    for labels in rows.values():
        for name, row in labels.items():
            label = codebook.label.get(name)
            if label is not None and label.type == "text":
                continue
            scale = label is not None and label.type == "scale"
            width = _ends(label)[1] if label is not None and scale else 0
            figure = unit_agreement({0: row}, "interval" if scale else "nominal", width)[0]
            if figure.value is not None:
                yield figure.value


def _ends(label: Label) -> tuple[float, float]:
    """The low end of a scale and its width; yes/no counts as 0 and 1."""
    return (label.low, label.high - label.low) if label.type == "scale" else (0.0, 1.0)
