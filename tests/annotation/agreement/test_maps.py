"""Two maps of one text compared: figures that are known, laws, and what teachers would look for."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.agreement.figures import Figure
from argmap.annotation.agreement.maps import MapAgreement, Overlap, cass, compare_maps
from argmap.annotation.agreement.relations import Relation
from argmap.annotation.agreement.segmentation import edits, segmentation
from argmap.model import Argument, ArgumentMap, Citation, Claim, Stance
from tests.reading import map_of

KINDS = {"for": Stance.FOR, "against": Stance.AGAINST}


def drawn(claims: str, *relations: str, **quotes: list[str]) -> ArgumentMap:
    """A map from lines such as ``2+3 for 1 as a``; quotes are words that a claim cites."""
    arguments = []
    for at, relation in enumerate(relations):
        premises, kind, target, _, id = [*relation.split(), "as", f"step-{at}"][:5]
        arguments.append(Argument(id, tuple(premises.split("+")), KINDS[kind], target))
    return ArgumentMap(
        tuple(
            Claim(id, id, cites=tuple(Citation("text", quote) for quote in quotes.get(id, ())))
            for id in claims.split()
        ),
        tuple(arguments),
    )


def same(*ids: str) -> dict[str, str]:
    return {id: id for id in ids}


def names(relations: tuple[Relation, ...]) -> list[str]:
    return [f"{one.premise} {one.kind} {one.target}" for one in relations]


ONE = drawn("1 2 3 4", "2 for 1", "3 for 1", "4 against 2")
OTHER = drawn("1 2 3 4", "2 for 1", "3 against 1", "4 against 2")


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    ids = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6, unique=True))
    arguments: list[Argument] = []
    for at in range(draw(st.integers(0, 6))):
        premises = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        target = draw(st.sampled_from([*ids, *(argument.id for argument in arguments)]))
        stance = draw(st.sampled_from(list(Stance)))
        scheme = "explanation" if draw(st.integers(0, 9)) == 0 else ""
        stance = Stance.FOR if scheme else stance
        arguments.append(Argument(f"step-{at}", tuple(premises), stance, target, scheme=scheme))
    cites = st.lists(st.sampled_from(TEXT.split()), max_size=2)
    claims = [Claim(id, id, cites=tuple(Citation("s", q) for q in draw(cites))) for id in ids]
    return ArgumentMap(tuple(claims), tuple(arguments))


TEXT = "The old zoo should close because captivity harms animals although it breeds some"
TWO = st.tuples(maps(), maps())


def compared(one: ArgumentMap, other: ArgumentMap) -> MapAgreement:
    return compare_maps(one, other, same(*(one.claim.keys() & other.claim.keys())), {"s": TEXT})


# Laws


@given(maps())
def test_a_map_agrees_with_itself(map: ArgumentMap) -> None:
    found = compared(map, map)
    assert found.claims.f1.value == 1
    assert found.relations.f1.value == (1 if map.arguments else None)
    assert found.relations.only_one == found.relations.only_other == ()
    assert found.turned == found.reversed == ()
    assert found.kappa.value in (1, None)
    assert found.segmentation.similarity.value in (1, None)
    assert found.cass.value in (1, None)


@given(TWO)
def test_every_part_is_shared_or_of_one_map(two: tuple[ArgumentMap, ArgumentMap]) -> None:
    one, other = two
    found = compared(one, other)
    claims = [pair[0] for pair in found.claims.shared]
    assert {*claims, *found.claims.only_one} == set(one.claim)
    assert {*claims, *found.claims.only_other} == set(other.claim)
    for side, map, alone in (
        (0, one, found.relations.only_one),
        (1, other, found.relations.only_other),
    ):
        shown = {(r.premise, r.kind, r.target) for r in alone}
        shown |= {(r.premise, r.kind, r.target) for r in (p[side] for p in found.relations.shared)}
        for argument in map.arguments:
            kind = "explains" if argument.explains else argument.stance.value
            assert {(premise, kind, argument.target) for premise in argument.premises} <= shown


@given(TWO)
def test_the_order_of_the_maps_only_swaps_the_sides(two: tuple[ArgumentMap, ArgumentMap]) -> None:
    there, back = compared(*two), compared(*reversed(two))
    assert there.claims.f1 == back.claims.f1
    assert there.claims.precision.value == back.claims.recall.value
    assert there.relations.f1 == back.relations.f1
    assert there.relations.only_one == back.relations.only_other
    assert there.kappa.value == pytest.approx(back.kappa.value)
    assert there.segmentation.similarity == back.segmentation.similarity
    assert there.cass == back.cass


@given(TWO)
def test_other_ids_change_no_figure(two: tuple[ArgumentMap, ArgumentMap]) -> None:
    one, other = two
    renamed = ArgumentMap(
        tuple(Claim(f"x-{c.id}", c.text, cites=c.cites) for c in other.claims),
        tuple(
            Argument(
                f"x-{a.id}", tuple(f"x-{p}" for p in a.premises), a.stance, f"x-{a.target}",
                scheme=a.scheme,
            )
            for a in other.arguments
        ),
    )  # fmt: skip
    paired = {id: f"x-{id}" for id in one.claim if id in other.claim}
    found, plain = compare_maps(one, renamed, paired, {"s": TEXT}), compared(one, other)
    assert (found.kappa, found.empty, found.cass) == (plain.kappa, plain.empty, plain.cass)
    assert found.relations.f1 == plain.relations.f1


@given(TWO)
def test_kappa_is_taken_over_all_ordered_pairs(two: tuple[ArgumentMap, ArgumentMap]) -> None:
    """Cohen (1960), with every pair walked over."""

    def kinds(map: ArgumentMap, premise: str, target: str) -> frozenset[str]:
        return frozenset(
            "explains" if a.explains else a.stance.value
            for a in map.bearing.get(target, ())
            if premise in a.premises
        )

    one, other = two
    found = compared(one, other)
    cells = [
        (kinds(one, *pair), kinds(other, *pair))
        for pair in permutations({**one.claim, **other.claim}, 2)
    ]
    assert found.pairs == len(cells)
    assert found.empty == cells.count((frozenset(), frozenset()))
    n = len(cells) or 1
    firsts, seconds = [cell[0] for cell in cells], [cell[1] for cell in cells]
    chance = sum(firsts.count(v) * seconds.count(v) for v in set(firsts)) / (n * n)
    agreed = sum(a == b for a, b in cells) / n
    if not cells or chance == 1:
        assert found.kappa.value is None
        assert found.kappa.why
    else:
        assert found.kappa.value == pytest.approx((agreed - chance) / (1 - chance))


BOUNDARIES = st.sets(st.integers(1, 9), max_size=9)


@given(BOUNDARIES, BOUNDARIES)
def test_edits_are_the_fewest(one: set[int], other: set[int]) -> None:
    def fewest(left: frozenset[int], right: frozenset[int]) -> int:
        if not left:
            return len(right)
        first = min(left)
        moves = [fewest(left - {first}, right - {to}) for to in {first - 1, first + 1} & right]
        return 1 + min([fewest(left - {first}, right), *moves])

    assert edits(one, other) == fewest(frozenset(one - other), frozenset(other - one))
    assert edits(one, other) == edits(other, one)


# Figures that are known


def test_kappa_and_f1_of_the_example_with_one_turned_relation() -> None:
    """Worked by hand: of 12 ordered pairs 11 agree, by chance 85 of 144."""
    found = compare_maps(ONE, OTHER, same(*"1234"))
    assert (found.pairs, found.empty) == (12, 9)
    assert found.kappa.value == pytest.approx(0.7966, abs=5e-5)
    assert found.claims.f1.value == 1
    assert found.relations.f1.value == pytest.approx(0.6667, abs=5e-5)
    assert found.relations.precision.value == found.relations.recall.value == pytest.approx(2 / 3)
    assert found.mean.value == pytest.approx(0.8333, abs=5e-5)


def test_cass_is_the_harmonic_mean() -> None:
    """Duthie, Lawrence, Budzynska and Reed (2016), the CASS formula: 2MS / (M + S)."""
    assert cass(Figure(5 / 6), Figure(1)).value == pytest.approx(0.9091, abs=5e-5)
    assert cass(Figure(0), Figure(1)).value == cass(Figure(0), Figure(0)).value == 0
    assert cass(Figure(None, "no M"), Figure(1)) == Figure(None, "no M")
    assert cass(Figure(1), Figure(None, "no S")) == Figure(None, "no S")


def test_cass_of_maps_that_cut_the_text_alike() -> None:
    quotes = {"1": ["The old zoo should close"], "2": ["captivity harms animals"]}
    one = drawn("1 2 3 4", "2 for 1", "3 for 1", "4 against 2", **quotes)
    other = drawn("1 2 3 4", "2 for 1", "3 against 1", "4 against 2", **quotes)
    found = compare_maps(one, other, same(*"1234"), {"text": TEXT})
    assert found.segmentation.similarity.value == 1
    assert found.cass.value == pytest.approx(0.9091, abs=5e-5)


@pytest.mark.parametrize(
    ("masses", "similarity"),
    [(([2, 3, 6], [5, 6]), 0.9), (([2, 3, 6], [2, 3, 3, 3]), 0.9), (([2, 3, 6], [2, 2, 7]), 0.9),
     (([2, 3, 6], [1, 1, 3, 1, 5]), 0.8), (([2, 3, 6], [2, 3, 6]), 1)],
)  # fmt: skip
def test_segmentation_similarity(masses: tuple[list[int], list[int]], similarity: float) -> None:
    """Fournier and Inkpen (2012): lengths of segments; a near miss counts as one edit."""
    ends = [{sum(lengths[:n]) for n in range(1, len(lengths))} for lengths in masses]
    assert 1 - edits(*ends) / (sum(masses[0]) - 1) == pytest.approx(similarity)


# What a teacher would look for


def test_what_only_one_of_them_has_and_what_is_turned_is_listed() -> None:
    found = compare_maps(ONE, OTHER, same(*"1234"))
    assert names(found.relations.only_one) == ["3 for 1"]
    assert names(found.relations.only_other) == ["3 against 1"]
    ((there, here),) = found.turned
    assert names((there, here)) == ["3 for 1", "3 against 1"]
    assert found.reversed == ()


def test_an_arrow_that_points_the_other_way() -> None:
    found = compare_maps(drawn("a b", "a for b"), drawn("a b", "b for a"), same("a", "b"))
    ((there, here),) = found.reversed
    assert names((there, here)) == ["a for b", "b for a"]
    assert found.turned == ()


def test_claims_that_only_one_of_them_saw() -> None:
    one, other = drawn("a b c", "b for a", "c for a"), drawn("x y", "y for x")
    found = compare_maps(one, other, {"a": "x", "b": "y"})
    assert found.claims == Overlap((("a", "x"), ("b", "y")), ("c",), ())
    assert found.claims.recall.value == pytest.approx(2 / 3)
    assert found.claims.precision.value == 1
    assert found.claims.f1.value == 0.8
    assert names(found.relations.only_one) == ["c for a"]
    assert (found.pairs, found.empty) == (6, 4)


def test_linked_premises_count_one_by_one() -> None:
    one, other = drawn("a b c", "b+c for a"), drawn("a b c", "b for a")
    found = compare_maps(one, other, same("a", "b", "c"))
    assert [names(pair) for pair in found.relations.shared] == [["b for a", "b for a"]]
    assert names(found.relations.only_one) == ["c for a"]
    assert found.relations.f1.value == pytest.approx(2 / 3)


def test_an_undercut_has_the_step_that_is_the_same_in_both_maps_as_its_target() -> None:
    one = drawn("a b c u", "b+c for a as both", "b for a as alone", "u against both as under")
    other = drawn("a b c u", "b for a as x", "b+c for a as y", "u against y as z")
    found = compare_maps(one, other, same(*"abcu"))
    assert ("u against both", "u against y") in [
        (*names(pair[:1]), *names(pair[1:])) for pair in found.relations.shared
    ]
    assert found.relations.f1.value == 1
    against_the_other_step = drawn(
        "a b c u", "b for a as x", "b+c for a as y", "u against x as z"
    )  # fmt: skip
    found = compare_maps(one, against_the_other_step, same(*"abcu"))
    assert names(found.relations.only_one) == ["u against both"]
    assert names(found.relations.only_other) == ["u against x"]


def test_an_undercut_of_a_step_that_is_the_same_in_part() -> None:
    one = drawn("a b c u v", "b+c for a as s", "u against s as t", "v against t")
    other = drawn("a b c u v", "b for a as x", "u against x as y", "v against y")
    found = compare_maps(one, other, same(*"abcuv"))
    assert names(found.relations.only_one) == ["c for a"]
    assert found.relations.only_other == ()


def test_an_undercut_of_a_step_that_is_turned_is_the_same_undercut() -> None:
    one = drawn("a b u", "b for a as s", "u against s")
    other = drawn("a b u", "b against a as x", "u against x")
    found = compare_maps(one, other, same(*"abu"))
    assert names(found.relations.only_one) == ["b for a"]
    assert names(found.relations.only_other) == ["b against a"]


def test_an_explanation_is_no_reason() -> None:
    text = "claim: a\nid: a\nreasons:\n  - {claim: b, id: b}"
    one, other = map_of(text), map_of(text.replace("id: b", "id: b, step: {scheme: explanation}"))
    found = compare_maps(one, other, same("a", "b"))
    assert [names(pair) for pair in found.turned] == [["b for a", "b explains a"]]


def test_maps_without_relations_have_no_figures_of_relations() -> None:
    found = compare_maps(drawn("a b"), drawn("a b"), same("a", "b"), {"text": TEXT})
    assert found.relations.f1 == Figure(None, "neither map has any")
    assert found.kappa == Figure(None, "neither map relates one claim to another")
    assert found.cass.value is None
    assert "neither map has any" in found.cass.why
    found = compare_maps(drawn("a"), drawn("a"), same("a"))
    assert (found.kappa.value, found.pairs) == (None, 0)


@pytest.mark.parametrize(
    ("quotes", "texts", "why"),
    [
        ((["zoo"], ["zoo"]), {}, "no text of a source was given"),
        ((["zoo"], ["zoo"]), {"elsewhere": TEXT},
         "neither of the maps quotes words that stand in a source text"),
        ((["zoo"], []), {"text": TEXT},
         "only one of the maps quotes words that stand in a source text"),
        ((["zoo"], ["zoo"]), {"text": "zoo"}, "the source texts have one word only"),
    ],
)  # fmt: skip
def test_cass_is_undefined_where_the_text_says_nothing(
    quotes: tuple[list[str], list[str]], texts: dict[str, str], why: str
) -> None:
    one, other = (drawn("a b", "b for a", a=quote) for quote in quotes)
    found = compare_maps(one, other, same("a", "b"), texts)
    assert found.relations.f1.value == 1
    assert found.segmentation.similarity == found.cass == Figure(None, why)


def test_passages_are_found_whatever_their_white_space_and_the_id_of_their_text() -> None:
    wrapped = TEXT.replace("harms ", "harms\n   ")
    one = drawn("a", a=["captivity harms\nanimals"])
    other = ArgumentMap((Claim("a", "a", cites=(Citation("zoo", "captivity  harms animals"),)),))
    assert segmentation(one, other, {"text": wrapped, "zoo": TEXT}).similarity.value == 1


def test_passages_that_begin_a_word_later_are_one_edit() -> None:
    one, other = (
        drawn("a", a=["because captivity harms animals"]),
        drawn("a", a=["captivity harms animals"]),
    )
    found = segmentation(one, other, {"text": TEXT})
    assert found.similarity.value == pytest.approx(1 - 1 / (len(TEXT.split()) - 1))


def test_words_that_no_source_has_are_named() -> None:
    one, other = drawn("a", a=["zoo", "captivity helps"]), drawn("a", a=["zoo"])
    found = segmentation(one, other, {"text": TEXT})
    assert [cite.quote for cite in found.missing_one] == ["captivity helps"]
    assert found.missing_other == ()
    assert found.similarity.value == 1


@pytest.mark.parametrize("paired", [{"a": "z"}, {"z": "a"}, {"a": "a", "b": "a"}])
def test_a_pairing_of_other_maps_is_a_mistake_of_the_caller(paired: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"no claim of the maps: z|paired with one"):
        compare_maps(drawn("a b"), drawn("a b"), paired)
