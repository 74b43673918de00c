"""How far raters agree: percentage, Cohen's and Fleiss' kappa, Krippendorff's alpha.

Every figure but the percentage compares the disagreement that is there with the disagreement that
chance would bring: 1 - observed / expected. 1 is full agreement, 0 is what chance gives, below 0 is
worse than chance. A figure that has no meaning for some ratings is `None` and says why.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal, TypeAlias

from argmap.annotation.agreement.distance import (
    Level,
    apart,
    crossed_distances,
    crossed_squares,
    number,
    on_unit_scale,
    unlike_pairs,
)

#: Who said what about which unit: unit to rater to value. A value that is not there, or `None`, is
#: missing. Units, raters and values are hashable; the values of a scale are finite numbers.
Ratings: TypeAlias = Mapping[Any, Mapping[Any, Any]]

#: How much a disagreement between two values of a scale counts: every one alike, by their
#: difference, by its square.
Weights: TypeAlias = Literal["equal", "linear", "quadratic"]

#: Why there is no figure.
NO_PAIRS = "nothing was rated by two raters"
ONE_VALUE = "only one value was ever given, so chance alone would agree as much"
ONE_SHARED = "what two raters rated has one value throughout, so chance alone would agree as much"
ONE_OF_TWO = "both gave one value to all that both rated, so chance alone would agree as much"
NEGATIVE = "a ratio scale has no values below 0"


@dataclass(frozen=True, slots=True)
class Figure:
    """One statistic.

    Attributes:
        value: the figure, or None where it is undefined.
        why: why it is undefined, in plain words; empty where it is not.
        left_out: the units (or pairs of raters) that could not be counted in.
    """

    value: float | None
    why: str = ""
    left_out: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class PairwiseKappa:
    """Cohen's kappa of each pair of raters, and the mean of those that are defined."""

    pairs: Mapping[tuple[Any, Any], Figure]
    mean: Figure


def percentage_agreement(ratings: Ratings) -> Figure:
    """Pairs of raters that agree on a unit, as a share (0 to 1) of all pairs on all units."""
    rows, left_out = _pairable(ratings)
    if not rows:
        return Figure(None, NO_PAIRS, left_out)
    alike = sum(n * (n - 1) for row in rows for n in Counter(row).values())
    return Figure(alike / sum(len(row) * (len(row) - 1) for row in rows), "", left_out)


def cohen_kappa(ratings: Ratings, one: Any, other: Any, weights: Weights = "equal") -> Figure:
    """Cohen's kappa of two raters over the units that both rated.

    Source: Cohen (1960), A coefficient of agreement for nominal scales; with linear or quadratic
    `weights`, for scales, Cohen (1968), Weighted kappa.
    """
    rows = given_values(ratings)
    both = Counter((row[one], row[other]) for row in rows.values() if one in row and other in row)
    left_out = tuple(unit for unit, row in rows.items() if one not in row or other not in row)
    return replace(kappa_of_counts(both, weights), left_out=left_out)


def pairwise_kappa(ratings: Ratings, weights: Weights = "equal") -> PairwiseKappa:
    """Cohen's kappa of every pair of raters, and their mean.

    The pairs stand in the order in which the raters first appear. Source of the mean: Light (1971),
    Measures of response agreement for qualitative data.
    """
    by: dict[Any, dict[Any, Any]] = {}  # rater to unit to value
    for unit, row in given_values(ratings).items():
        for rater, value in row.items():
            by.setdefault(rater, {})[unit] = value
    pairs = {
        (one, other): kappa_of_counts(_table(by[one], by[other]), weights)
        for one, other in combinations(by, 2)
    }
    values = [figure.value for figure in pairs.values() if figure.value is not None]
    left_out = tuple(pair for pair, figure in pairs.items() if figure.value is None)
    if values:
        return PairwiseKappa(pairs, Figure(sum(values) / len(values), "", left_out))
    shared = any(figure.why == ONE_OF_TWO for figure in pairs.values())
    why = _one_value(ratings, f"of every two raters: {ONE_OF_TWO}") if shared else NO_PAIRS
    return PairwiseKappa(pairs, Figure(None, why, left_out))


def kappa_of_counts(counts: Mapping[tuple[Any, Any], int], weights: Weights = "equal") -> Figure:
    """Cohen's kappa of a table: how often the first rater gave one value, the second another.

    ``1 - n * sum(v * n_ij) / sum(v * n_i * n_j)``, where v is how much the two values differ: 0 or
    1, or for scales their difference or its square. Values that are never given change nothing.
    """
    counts = {pair: n for pair, n in counts.items() if n}
    if not counts:
        return Figure(None, "the two rated nothing in common")
    first, second = Counter[Any](), Counter[Any]()
    for (a, b), n in counts.items():
        first[a] += n
        second[b] += n
    given = set(first) | set(second)
    if len(given) == 1:
        return Figure(None, ONE_OF_TWO)
    if weights == "equal":
        observed: float = sum(n for (a, b), n in counts.items() if a != b)
        expected: float = first.total() * second.total() - sum(
            n * second[value] for value, n in first.items()
        )
    else:
        at = on_unit_scale(given)
        power = 1 if weights == "linear" else 2
        crossed = crossed_distances if weights == "linear" else crossed_squares
        observed = sum(n * abs(at[a] - at[b]) ** power for (a, b), n in counts.items())
        expected = crossed(first, second, at)
    return Figure(1 - first.total() * observed / expected)


def fleiss_kappa(ratings: Ratings) -> Figure:
    """Fleiss' kappa of any number of raters, who need not be the same for every unit.

    Every unit must have equally many ratings. The number that most units have is taken (the greater
    one where two are as frequent); the others are left out. Source: Fleiss (1971), Measuring
    nominal scale agreement among many raters.
    """
    rows = {unit: values for unit, values in _given(ratings).items() if len(values) > 1}
    if not rows:
        return Figure(None, NO_PAIRS, tuple(ratings))
    sizes = Counter(map(len, rows.values()))
    size = max(sizes, key=lambda size: (sizes[size], size))
    left_out = tuple(unit for unit in ratings if len(rows.get(unit, ())) != size)
    counts = [Counter(row) for row in rows.values() if len(row) == size]
    all = Counter[Any]()
    for count in counts:
        all.update(count)
    if len(all) == 1:
        why = (
            f"what {size} raters rated has one value throughout, so chance alone would agree as "
            "much; the rest, rated by fewer or more, is left out"
        )
        return Figure(None, _one_value(ratings, why), left_out)
    n = all.total()
    observed = sum(map(unlike_pairs, counts)) / (n * (size - 1))
    return Figure(1 - observed / (unlike_pairs(all) / (n * n)), "", left_out)


def krippendorff_alpha(ratings: Ratings, level: Level = "nominal") -> Figure:
    """Krippendorff's alpha of any number of raters; ratings may be missing.

    ``1 - observed / expected``, both a mean of squared differences between two values: of one unit,
    or of any. They differ by 0 or 1 (nominal), by the ratings that lie between them (ordinal), by
    their difference (interval), by that relative to their sum (ratio). Units with fewer than two
    ratings are left out. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability.
    """
    rows, left_out = _pairable(ratings)
    all = Counter(value for row in rows for value in row)
    if not rows:
        return Figure(None, NO_PAIRS, left_out)
    if len(all) == 1:
        return Figure(None, _one_value(ratings, ONE_SHARED), left_out)
    if level == "ratio" and min(map(number, all)) < 0:
        return Figure(None, NEGATIVE, left_out)
    squares = apart(all, level)
    observed = sum(squares(Counter(row)) / (len(row) - 1) for row in rows)
    return Figure(1 - (all.total() - 1) * observed / squares(all), "", left_out)


def given_values(ratings: Ratings) -> dict[Any, dict[Any, Any]]:
    """The ratings without what is missing."""
    return {
        unit: {rater: value for rater, value in row.items() if value is not None}
        for unit, row in ratings.items()
    }


def _one_value(ratings: Ratings, otherwise: str) -> str:
    """Why there is no figure where one value is all that was counted: it is all there is, or what
    stands besides could not be counted."""
    values = {value for row in _given(ratings).values() for value in row}
    return ONE_VALUE if len(values) == 1 else otherwise


def _given(ratings: Ratings) -> dict[Any, list[Any]]:
    return {unit: list(row.values()) for unit, row in given_values(ratings).items()}


def _pairable(ratings: Ratings) -> tuple[list[list[Any]], tuple[Any, ...]]:
    """The values of the units that two raters rated, and the other units."""
    rows = _given(ratings)
    return (
        [row for row in rows.values() if len(row) > 1],
        tuple(unit for unit, row in rows.items() if len(row) < 2),
    )


def _table(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> Counter[tuple[Any, Any]]:
    return Counter((value, other[unit]) for unit, value in one.items() if unit in other)
