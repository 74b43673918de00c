"""Figures of agreement: laws, figures from papers, and what is said where there is none."""

from itertools import combinations, permutations
from math import isclose, isfinite
from statistics import fmean, pvariance
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.agreement.disagreement import disagreements, unit_agreement
from argmap.annotation.agreement.distance import Level
from argmap.annotation.agreement.figures import (
    Figure,
    Ratings,
    Weights,
    cohen_kappa,
    fleiss_kappa,
    kappa_of_counts,
    krippendorff_alpha,
    pairwise_kappa,
    percentage_agreement,
)

LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
WEIGHTS: tuple[Weights, ...] = ("equal", "linear", "quadratic")

RATINGS = st.dictionaries(
    st.integers(0, 9), st.dictionaries(st.sampled_from("ABCD"), st.integers(0, 4)), max_size=9
)
COMPLETE = st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=1, max_size=9).map(
    lambda rows: {unit: dict(zip("ABC", row, strict=True)) for unit, row in enumerate(rows)}
)
PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


def by_observer(*rows: str) -> Ratings:
    """One line of ratings for each observer, as papers print them; `.` is missing."""
    columns = zip(*(row.split() for row in rows), strict=True)
    return {
        unit: {who: float(v) if v.isdigit() else v for who, v in enumerate(column) if v != "."}
        for unit, column in enumerate(columns)
    }


def of_pairs(pairs: list[tuple[Any, Any]]) -> Ratings:
    return {unit: {"A": a, "B": b} for unit, (a, b) in enumerate(pairs)}


def figures(ratings: Ratings) -> list[Figure]:
    return [
        percentage_agreement(ratings),
        fleiss_kappa(ratings),
        *(krippendorff_alpha(ratings, level) for level in LEVELS),
        *(pairwise_kappa(ratings, weights).mean for weights in WEIGHTS),
    ]


def same(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None:
        return one.value is other.value and one.why == other.why
    return isclose(one.value, other.value, rel_tol=1e-9, abs_tol=1e-9)


# Laws


@given(RATINGS)
def test_a_figure_is_a_number_or_says_why_it_is_none(ratings: Ratings) -> None:
    for figure in figures(ratings):
        if figure.value is None:
            assert figure.why
        else:
            assert not figure.why
            assert isfinite(figure.value)
            assert figure.value <= 1


@given(RATINGS, st.randoms(use_true_random=False))
def test_the_order_of_raters_and_units_does_not_matter(ratings: Ratings, random: Any) -> None:
    units = random.sample(sorted(ratings), len(ratings))
    shuffled = {
        unit: {who: ratings[unit][who] for who in random.sample(sorted(ratings[unit]), len(ratings[unit]))}
        for unit in units
    }  # fmt: skip
    assert all(map(same, figures(ratings), figures(shuffled)))


@given(COMPLETE)
def test_those_who_agree_in_all_have_the_figure_1(ratings: Ratings) -> None:
    agreed = {unit: dict.fromkeys(row, row["A"]) for unit, row in ratings.items()}
    several = len({row["A"] for row in ratings.values()}) > 1
    assert percentage_agreement(agreed).value == 1
    for figure in figures(agreed)[1:]:
        assert figure.value == (1 if several else None)
    assert disagreements(agreed) == ()


@given(RATINGS, st.permutations(range(5)))
def test_new_names_for_the_values_change_no_nominal_figure(
    ratings: Ratings, names: list[int]
) -> None:
    renamed = {
        unit: {who: f"label {names[value]}" for who, value in row.items()}
        for unit, row in ratings.items()
    }
    for statistic in (percentage_agreement, fleiss_kappa, krippendorff_alpha):
        assert same(statistic(ratings), statistic(renamed))
    assert same(pairwise_kappa(ratings).mean, pairwise_kappa(renamed).mean)


@given(RATINGS, st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_another_unit_and_zero_change_no_interval_figure(
    ratings: Ratings, unit: float, zero: float
) -> None:
    moved = {
        key: {who: unit * value + zero for who, value in row.items()}
        for key, row in ratings.items()
    }
    assert same(krippendorff_alpha(ratings, "interval"), krippendorff_alpha(moved, "interval"))
    for weights in WEIGHTS[1:]:
        assert same(pairwise_kappa(ratings, weights).mean, pairwise_kappa(moved, weights).mean)


@given(RATINGS, st.lists(st.integers(-1000, 1000), min_size=5, max_size=5, unique=True))
def test_only_the_order_counts_for_an_ordinal_alpha(ratings: Ratings, values: list[int]) -> None:
    values.sort()
    stretched = {
        unit: {who: values[value] for who, value in row.items()} for unit, row in ratings.items()
    }
    assert same(krippendorff_alpha(ratings, "ordinal"), krippendorff_alpha(stretched, "ordinal"))


@given(RATINGS)
def test_another_unit_changes_no_ratio_alpha(ratings: Ratings) -> None:
    scaled = {unit: {w: 7.5 * v for w, v in row.items()} for unit, row in ratings.items()}
    assert same(krippendorff_alpha(ratings, "ratio"), krippendorff_alpha(scaled, "ratio"))


def difference(level: Level, a: int, b: int, all: list[int]) -> float:
    """Krippendorff's difference functions, as he writes them down."""
    if level == "nominal":
        return float(a != b)
    if level == "ordinal":
        between = sum(min(a, b) <= value <= max(a, b) for value in all)
        return (between - (all.count(a) + all.count(b)) / 2) ** 2
    if level == "interval":
        return float(a - b) ** 2
    return ((a - b) / (a + b)) ** 2 if a != b else 0.0


@given(RATINGS, st.sampled_from(LEVELS))
def test_alpha_is_the_sum_over_all_pairs(ratings: Ratings, level: Level) -> None:
    """The definition, pair by pair (Krippendorff 2011, step D)."""
    rows = [list(row.values()) for row in ratings.values() if len(row) > 1]
    all = [value for row in rows for value in row]
    apart = sum(difference(level, a, b, all) for a, b in permutations(all, 2))
    value = krippendorff_alpha(ratings, level).value
    if not apart:
        assert value is None
        return
    observed = sum(
        difference(level, a, b, all) / (len(row) - 1)
        for row in rows
        for a, b in permutations(row, 2)
    )
    assert value == pytest.approx(1 - (len(all) - 1) * observed / apart)


@given(PAIRS)
def test_fleiss_kappa_of_two_raters_is_scotts_pi(pairs: list[tuple[int, int]]) -> None:
    """Scott (1955): chance is the square of each value's share of all ratings."""
    ratings = of_pairs(pairs)
    given = [value for pair in pairs for value in pair]
    chance = sum((given.count(value) / len(given)) ** 2 for value in set(given))
    agreed = fmean(a == b for a, b in pairs)
    value = fleiss_kappa(ratings).value
    assert value == (None if chance == 1 else pytest.approx((agreed - chance) / (1 - chance)))


@given(PAIRS)
def test_alpha_of_two_raters_is_scotts_pi_corrected_for_few_units(
    pairs: list[tuple[int, int]],
) -> None:
    """Krippendorff (2004), Reliability in content analysis: 1 - alpha = (1 - pi)(2N - 1) / 2N."""
    alpha, pi = krippendorff_alpha(of_pairs(pairs)).value, fleiss_kappa(of_pairs(pairs)).value
    assert (alpha is None) == (pi is None)
    if alpha is not None and pi is not None:
        n = 2 * len(pairs)
        assert 1 - alpha == pytest.approx((1 - pi) * (n - 1) / n, abs=1e-12)


@given(PAIRS)
def test_cohens_kappa_is_agreement_beyond_chance(pairs: list[tuple[int, int]]) -> None:
    """Cohen (1960): (p_o - p_e) / (1 - p_e), p_e from each rater's own shares."""
    n = len(pairs)
    first, second = zip(*pairs, strict=True)
    chance = sum(first.count(v) * second.count(v) for v in range(5)) / (n * n)
    agreed = fmean(a == b for a, b in pairs)
    value = cohen_kappa(of_pairs(pairs), "A", "B").value
    assert value == (None if chance == 1 else pytest.approx((agreed - chance) / (1 - chance)))


@given(PAIRS)
def test_kappa_with_quadratic_weights_is_a_correlation(pairs: list[tuple[int, int]]) -> None:
    """Fleiss and Cohen (1973); in the form of Lin's (1989) concordance correlation."""
    first, second = zip(*pairs, strict=True)
    mean_a, mean_b = fmean(first), fmean(second)
    together = fmean((a - mean_a) * (b - mean_b) for a, b in pairs)
    apart = pvariance(first) + pvariance(second) + (mean_a - mean_b) ** 2
    value = cohen_kappa(of_pairs(pairs), "A", "B", "quadratic").value
    assert value == (None if len({*first, *second}) == 1 else pytest.approx(2 * together / apart))


@given(PAIRS)
def test_kappa_with_linear_weights_counts_distances(pairs: list[tuple[int, int]]) -> None:
    """Cohen (1968): 1 - the distance there is / the distance by chance."""
    first, second = zip(*pairs, strict=True)
    chance = fmean(abs(a - b) for a in first for b in second)
    value = cohen_kappa(of_pairs(pairs), "A", "B", "linear").value
    there = fmean(abs(a - b) for a, b in pairs)
    assert value == (None if not chance else pytest.approx(1 - there / chance))


@given(st.lists(st.booleans(), min_size=1).map(lambda bits: [(bit, not bit) for bit in bits]))
def test_weights_change_nothing_where_there_are_two_values(pairs: list[tuple[Any, Any]]) -> None:
    ratings = of_pairs([*pairs, (True, True)])
    equal, linear, quadratic = (cohen_kappa(ratings, "A", "B", weights) for weights in WEIGHTS)
    assert same(equal, linear)
    assert same(equal, quadratic)


@given(RATINGS)
def test_the_percentage_is_the_share_of_pairs_that_agree(ratings: Ratings) -> None:
    alike = [a == b for row in ratings.values() for a, b in combinations(row.values(), 2)]
    value = percentage_agreement(ratings).value
    assert value == (pytest.approx(fmean(alike)) if alike else None)


@given(RATINGS, st.sampled_from(("nominal", "interval")))
def test_agreement_on_a_unit_is_the_mean_over_its_pairs(ratings: Ratings, level: Level) -> None:
    for unit, figure in unit_agreement(ratings, level, width=4).items():
        pairs = list(combinations(ratings[unit].values(), 2))
        apart = [a != b if level == "nominal" else abs(a - b) / 4 for a, b in pairs]
        assert figure.value == (pytest.approx(1 - fmean(apart)) if pairs else None)


@given(RATINGS)
def test_disagreements_are_all_units_that_are_not_agreed_on_worst_first(ratings: Ratings) -> None:
    listed = disagreements(ratings)
    assert {one.unit for one in listed} == {
        unit for unit, row in ratings.items() if len(set(row.values())) > 1
    }
    assert [one.agreement for one in listed] == sorted(one.agreement for one in listed)
    for one in listed:
        assert {w: v for v, raters in one.raters.items() for w in raters} == ratings[one.unit]


# Figures from papers


@pytest.mark.parametrize(
    ("table", "kappa"),
    [((20, 5, 10, 15), 0.4), ((45, 15, 25, 15), 0.1304), ((25, 35, 5, 35), 0.2593)],
)
def test_cohens_kappa_of_known_tables(table: tuple[int, ...], kappa: float) -> None:
    """Wikipedia, Cohen's kappa: the simple example, and two with the same percentage."""
    cells = [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("no", "no")]
    counts = dict(zip(cells, table, strict=True))
    assert kappa_of_counts(counts).value == pytest.approx(kappa, abs=5e-5)
    pairs = [pair for pair, n in counts.items() for _ in range(n)]
    assert cohen_kappa(of_pairs(pairs), "A", "B") == kappa_of_counts(counts)


def test_weighted_kappa_of_a_known_table() -> None:
    """Agresti (1990), Categorical data analysis: couples asked the same question; the weighted
    figure as R's package vcd gives it."""
    table = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]
    counts = {(i, j): n for i, row in enumerate(table) for j, n in enumerate(row)}
    assert kappa_of_counts(counts).value == pytest.approx(0.1293, abs=5e-5)
    assert kappa_of_counts(counts, "linear").value == pytest.approx(0.2374, abs=5e-5)


FLEISS = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip


def fleiss_example() -> dict[Any, dict[Any, Any]]:
    return {
        subject: dict(enumerate(value for value, n in enumerate(row) for _ in range(n)))
        for subject, row in enumerate(FLEISS)
    }


def test_fleiss_kappa_of_the_known_example() -> None:
    """Wikipedia, Fleiss' kappa: 14 raters, 10 subjects, 5 categories."""
    figure = fleiss_kappa(fleiss_example())
    assert figure.value == pytest.approx(0.2099, abs=5e-5)
    assert figure.left_out == ()


def test_fleiss_kappa_leaves_out_units_with_another_number_of_ratings() -> None:
    ratings = {"few": {0: 1, 1: 2}, **fleiss_example(), "none": {}}
    figure = fleiss_kappa(ratings)
    assert figure.value == pytest.approx(0.2099, abs=5e-5)
    assert figure.left_out == ("few", "none")


@pytest.mark.parametrize(
    ("rows", "level", "alpha"),
    [
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "nominal", 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), "nominal", 0.692),
    ],
)
def test_alpha_of_two_observers(rows: tuple[str, ...], level: Level, alpha: float) -> None:
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, data A and B."""
    assert krippendorff_alpha(by_observer(*rows), level).value == pytest.approx(alpha, abs=5e-4)


@pytest.mark.parametrize(
    ("level", "alpha"),
    [("nominal", 0.7434), ("ordinal", 0.8154), ("interval", 0.8491), ("ratio", 0.7974)],
)
def test_alpha_of_four_observers_with_missing_data(level: Level, alpha: float) -> None:
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, data C."""
    figure = krippendorff_alpha(
        by_observer(
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ),
        level,
    )
    assert figure.value == pytest.approx(alpha, abs=5e-5)
    assert figure.left_out == (11,)


# What is said where there is no figure


def test_without_two_ratings_of_anything_there_is_no_agreement() -> None:
    nothing: tuple[Ratings, ...] = (
        {},
        {"c1": {}},
        {"c1": {"Ann": 1}, "c2": {"Bob": 1, "Ann": None}},
    )
    for ratings in nothing:
        for figure in figures(ratings):
            assert figure.value is None
            assert figure.why == "nothing was rated by two raters"
        assert disagreements(ratings) == ()


def test_where_one_value_is_all_that_is_used_only_the_percentage_says_something() -> None:
    ratings = {unit: {"Ann": 3, "Bob": 3} for unit in range(5)}
    percentage, *others = figures(ratings)
    assert percentage.value == 1
    for figure in others:
        assert figure.value is None
        assert "only one value was ever given" in figure.why


def test_raters_who_share_no_unit() -> None:
    ratings = {"c1": {"Ann": 1, "Bob": 2}, "c2": {"Bob": 2, "Cy": 1}}
    figure = cohen_kappa(ratings, "Ann", "Cy")
    assert (figure.value, figure.why) == (None, "the two rated nothing in common")
    assert figure.left_out == ("c1", "c2")
    every = pairwise_kappa(ratings)
    assert list(every.pairs) == [("Ann", "Bob"), ("Ann", "Cy"), ("Bob", "Cy")]
    assert every.mean.value == 0
    assert every.mean.left_out == (("Ann", "Cy"),)


def test_a_ratio_below_nothing() -> None:
    figure = krippendorff_alpha({1: {"Ann": -1, "Bob": 2}}, "ratio")
    assert (figure.value, figure.why) == (None, "a ratio scale has no values below 0")


@pytest.mark.parametrize("value", ["good", float("nan"), float("inf"), 10**400, ("a",)])
def test_a_scale_of_what_is_no_number_is_a_mistake_of_the_caller(value: object) -> None:
    for level in LEVELS[1:]:
        with pytest.raises(ValueError, match="a scale needs finite numbers"):
            krippendorff_alpha({1: {"Ann": value, "Bob": 2}}, level)


@pytest.mark.parametrize("scale", [1e-300, 1e300, 5e-324])
def test_very_small_and_very_large_numbers(scale: float) -> None:
    ratings = by_observer("1 2 1 2", "1 2 2 2")
    scaled = {unit: {w: v * scale for w, v in row.items()} for unit, row in ratings.items()}
    assert all(map(same, figures(ratings), figures(scaled)))


def test_disagreements_tell_who_said_what_worst_first() -> None:
    ratings = {
        "one against": {"Ann": "straw man", "Bob": "straw man", "Cy": "none"},
        "agreed": {"Ann": "none", "Bob": "none", "Cy": "none"},
        "split": {"Ann": "straw man", "Bob": "none", "Cy": "ad hominem"},
        "alone": {"Ann": "none"},
    }
    worst, next = disagreements(ratings)
    assert (worst.unit, worst.agreement) == ("split", 0)
    assert next.unit == "one against"
    assert next.agreement == pytest.approx(1 / 3)
    assert next.raters == {"straw man": ("Ann", "Bob"), "none": ("Cy",)}


def test_neighbours_on_a_scale_disagree_less_than_its_ends() -> None:
    ratings = {"near": {"Ann": 4, "Bob": 5}, "far": {"Ann": 1, "Bob": 5}}
    assert [one.unit for one in disagreements(ratings, "ordinal", width=4)] == ["far", "near"]
    assert unit_agreement(ratings, "ordinal", width=4)["near"].value == 0.75
    assert unit_agreement(ratings, "ordinal")["far"].value == 0
