"""Where raters disagree: the agreement on each unit, and the units worst first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.annotation.agreement.distance import (
    Level,
    crossed_distances,
    number,
    on_unit_scale,
    unlike_pairs,
)
from argmap.annotation.agreement.figures import NO_PAIRS, Figure, Ratings, given_values


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit on which raters do not all agree.

    Attributes:
        agreement: 0 (none) to less than 1.
        raters: each value with who gave it, the most frequent first.
    """

    unit: Any
    agreement: float
    raters: Mapping[Any, tuple[Any, ...]]


def unit_agreement(
    ratings: Ratings, level: Level = "nominal", width: float = 0
) -> dict[Any, Figure]:
    """The agreement on each unit, from 0 to 1; undefined where fewer than two rated it.

    Nominal: the share of pairs of raters that agree. Of a scale: 1 less the mean distance between
    two raters as a share of the `width` of the scale; where that is not told (0), of the distance
    between the least and the greatest value that anybody gave.
    """
    rows = given_values(ratings)
    at: dict[Any, float] | None = None
    if level != "nominal":
        values = {value for row in rows.values() for value in row.values()}
        at = {v: number(v) / width for v in values} if width else on_unit_scale(values)
    return {unit: _agreement(Counter(row.values()), at) for unit, row in rows.items()}


def disagreements(
    ratings: Ratings, level: Level = "nominal", width: float = 0
) -> tuple[Disagreement, ...]:
    """The units on which raters do not all agree, worst first; of equals the most rated first."""
    rows = given_values(ratings)
    found = [
        Disagreement(unit, figure.value, _by_value(rows[unit]))
        for unit, figure in unit_agreement(ratings, level, width).items()
        if figure.value is not None and len(set(rows[unit].values())) > 1
    ]
    return tuple(sorted(found, key=lambda one: (one.agreement, -len(rows[one.unit]))))


def _agreement(counts: Counter[Any], at: Mapping[Any, float] | None) -> Figure:
    pairs = counts.total() * (counts.total() - 1)
    if pairs <= 0:
        return Figure(None, NO_PAIRS)
    if at is None:
        return Figure(1 - unlike_pairs(counts) / pairs)
    places = {value: at[value] for value in counts}
    return Figure(max(0.0, 1 - crossed_distances(counts, counts, places) / pairs))


def _by_value(row: Mapping[Any, Any]) -> dict[Any, tuple[Any, ...]]:
    """Value to raters, the most frequent value first."""
    return {
        value: tuple(rater for rater, given in row.items() if given == value)
        for value, _ in Counter(row.values()).most_common()
    }
