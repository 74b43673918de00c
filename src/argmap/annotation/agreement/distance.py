"""How far values lie apart: sums over all pairs of ratings, without walking over all pairs."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate, pairwise
from math import isfinite
from typing import Any, Literal, TypeAlias

#: What may be done with values: tell them apart, order them, subtract them, divide them.
Level: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio"]

#: The sum of the squared differences between all ordered pairs of ratings.
Apart: TypeAlias = Callable[[Counter[Any]], float]


def number(value: Any) -> float:
    """A value of a scale; raises ValueError for what is no finite number."""
    try:
        if isinstance(value, int | float) and isfinite(value):
            return float(value)
    except OverflowError:
        pass
    raise ValueError(f"a scale needs finite numbers, not {value!r:.60}")


def on_unit_scale(values: Iterable[Any]) -> dict[Any, float]:
    """Where each value stands between the least (0) and the greatest (1).

    No figure changes by it, and no sum of squares can overflow or vanish.
    """
    numbers = {value: number(value) for value in values}
    largest = max(map(abs, numbers.values()), default=0.0) or 1.0
    numbers = {value: x / largest for value, x in numbers.items()}
    low = min(numbers.values(), default=0.0)
    width = max(numbers.values(), default=0.0) - low or 1.0
    return {value: (x - low) / width for value, x in numbers.items()}


def unlike_pairs(counts: Counter[Any]) -> int:
    """Ordered pairs of ratings that are not equal."""
    return counts.total() ** 2 - sum(n * n for n in counts.values())


def apart(all: Counter[Any], level: Level) -> Apart:
    """Krippendorff's difference functions, with `all` ratings as what ranks are counted in.

    The ordinal difference of two values is the number of ratings between them, with half of their
    own: the difference of their middle ranks. So ordinal data are interval data of ranks.
    """
    if level == "nominal":
        return unlike_pairs
    if level == "ratio":
        return _apart_by_ratio({value: number(value) for value in all})
    at = on_unit_scale(all) if level == "interval" else _middle_ranks(all)

    def squares(counts: Counter[Any]) -> float:
        start = at[next(iter(counts))]  # all equal: exactly 0
        steps = [(n, at[value] - start) for value, n in counts.items()]
        sum_of_squares = sum(n * x * x for n, x in steps)
        return max(0.0, 2 * (counts.total() * sum_of_squares - sum(n * x for n, x in steps) ** 2))

    return squares


def _middle_ranks(all: Counter[Any]) -> dict[Any, float]:
    ordered = sorted(all, key=number)
    ends = accumulate(all[value] for value in ordered)
    return {value: end - all[value] / 2 for value, end in zip(ordered, ends, strict=True)}


def _apart_by_ratio(at: Mapping[Any, float]) -> Apart:
    """The ratio difference has no short sum: this walks over pairs of different values."""
    largest = max(at.values()) or 1.0

    def squares(counts: Counter[Any]) -> float:
        numbers = [(at[value] / largest, n) for value, n in counts.items()]
        return 2 * sum(
            n * m * ((x - y) / (x + y)) ** 2
            for i, (x, n) in enumerate(numbers)
            for y, m in numbers[:i]
            if x != y
        )

    return squares


def crossed_distances(one: Counter[Any], other: Counter[Any], at: Mapping[Any, float]) -> float:
    """The sum of distances between each rating of one and each of the other.

    Each gap between neighbours on the scale is crossed once by each pair that lies on both sides.
    """
    ordered = sorted(at, key=at.__getitem__)
    ones = list(accumulate(one[value] for value in ordered))
    others = list(accumulate(other[value] for value in ordered))
    return sum(
        (at[right] - at[left]) * (a * (others[-1] - b) + (ones[-1] - a) * b)
        for (left, right), a, b in zip(pairwise(ordered), ones, others, strict=False)
    )


def crossed_squares(one: Counter[Any], other: Counter[Any], at: Mapping[Any, float]) -> float:
    """The sum of squared distances between each rating of one and each of the other."""
    return (
        other.total() * sum(n * at[value] ** 2 for value, n in one.items())
        + one.total() * sum(n * at[value] ** 2 for value, n in other.items())
        - 2 * sum(n * at[v] for v, n in one.items()) * sum(n * at[v] for v, n in other.items())
    )
