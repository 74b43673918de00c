"""How far two people drew the same map of one text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from argmap.annotation.agreement.figures import Figure, kappa_of_counts
from argmap.annotation.agreement.relations import (
    Kinds,
    Relation,
    in_common,
    kinds,
    other_kind,
    other_way,
)
from argmap.annotation.agreement.segmentation import Segmentation, segmentation
from argmap.model import ArgumentMap

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Overlap(Generic[T]):
    """What two maps share, and what only one of them has. Shared are pairs: one's, the other's."""

    shared: tuple[tuple[T, T], ...]
    only_one: tuple[T, ...]
    only_other: tuple[T, ...]

    @property
    def precision(self) -> Figure:
        """The share of the other map's that the first has as well."""
        return _share(
            len(self.shared), len(self.shared) + len(self.only_other), "the second map has none"
        )

    @property
    def recall(self) -> Figure:
        """The share of the first map's that the other has as well."""
        return _share(
            len(self.shared), len(self.shared) + len(self.only_one), "the first map has none"
        )

    @property
    def f1(self) -> Figure:
        """The harmonic mean of both; the same whichever map comes first."""
        both = 2 * len(self.shared)
        return _share(both, both + len(self.only_one) + len(self.only_other), "neither map has any")


@dataclass(frozen=True, slots=True)
class MapAgreement:
    """How far two maps agree.

    Attributes:
        claims, relations: what is shared and what is not, with F1.
        turned: relations of both maps with one premise and one target, of another kind.
        reversed: relations of one kind whose premise is the other's target. Those of `turned` and
            `reversed` are among `relations.only_one` and `relations.only_other`.
        kappa: Cohen's kappa over all ordered pairs of different claims of either map: none, for,
            against or explains. Most pairs are empty in both, which inflates it: read it beside F1.
        pairs, empty: how many such pairs there are, and how many of them no map relates.
        mean: M, the mean of the F1 of claims and of relations.
        segmentation: S, how alike the maps cut up the source texts.
        cass: 2MS / (M + S). Source: Duthie, Lawrence, Budzynska and Reed (2016), The CASS technique
            for evaluating the performance of argument mining; there M is a mean over the parts of
            dialogues too, which maps have not.
    """

    claims: Overlap[str]
    relations: Overlap[Relation]
    turned: tuple[tuple[Relation, Relation], ...]
    reversed: tuple[tuple[Relation, Relation], ...]
    kappa: Figure
    pairs: int
    empty: int
    mean: Figure
    segmentation: Segmentation
    cass: Figure


def compare_maps(
    one: ArgumentMap,
    other: ArgumentMap,
    paired: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
) -> MapAgreement:
    """Compare two maps; `paired` says which claim of `one` is which of `other`.

    `texts` are the source texts by source id; without them S and CASS are undefined. Raises
    ValueError where `paired` names a claim that is not there, or one claim twice. Linear in the
    size of the maps.
    """
    _check(one, other, paired)
    triples, others = in_common(one, other, paired)
    relations = Overlap(
        tuple((triples[triple], others[triple]) for triple in triples if triple in others),
        tuple(relation for triple, relation in triples.items() if triple not in others),
        tuple(relation for triple, relation in others.items() if triple not in triples),
    )
    taken = set(paired.values())
    claims = Overlap(
        tuple((claim.id, paired[claim.id]) for claim in one.claims if claim.id in paired),
        tuple(claim.id for claim in one.claims if claim.id not in paired),
        tuple(claim.id for claim in other.claims if claim.id not in taken),
    )
    count = len(one.claims) + len(claims.only_other)
    kappa, empty = _kappa(kinds(one, triples), kinds(other, others), count * (count - 1))
    mean = _mean(claims.f1, relations.f1)
    cut = segmentation(one, other, texts or {})
    return MapAgreement(
        claims=claims,
        relations=relations,
        turned=tuple(other_kind(triples, others)),
        reversed=tuple(other_way(triples, others)),
        kappa=kappa,
        pairs=count * (count - 1),
        empty=empty,
        mean=mean,
        segmentation=cut,
        cass=cass(mean, cut.similarity),
    )


def cass(mean: Figure, similarity: Figure) -> Figure:
    """CASS: the harmonic mean of M and S; 0 where either is 0."""
    if mean.value is None or similarity.value is None:
        return Figure(None, mean.why or similarity.why)
    both = mean.value + similarity.value
    return Figure(2 * mean.value * similarity.value / both if both else 0.0)


def _check(one: ArgumentMap, other: ArgumentMap, paired: Mapping[str, str]) -> None:
    strange = [old for old in paired if old not in one.claim]
    strange += [new for new in paired.values() if new not in other.claim]
    if strange:
        raise ValueError(f"no claim of the maps: {', '.join(strange[:5])}")
    if len(set(paired.values())) < len(paired):
        raise ValueError("two claims are paired with one")


def _kappa(ones: Kinds, others: Kinds, pairs: int) -> tuple[Figure, int]:
    """Kappa over the pairs, and how many of them are empty: counted, not walked over."""
    none: frozenset[str] = frozenset()
    related = ones.keys() | others.keys()
    if not related:
        return Figure(None, "neither map relates one claim to another"), pairs
    counts = Counter((ones.get(pair, none), others.get(pair, none)) for pair in related)
    counts[none, none] = pairs - len(related)
    return kappa_of_counts(counts), pairs - len(related)


def _share(part: int, whole: int, why: str) -> Figure:
    return Figure(part / whole) if whole else Figure(None, why)


def _mean(claims: Figure, relations: Figure) -> Figure:
    if claims.value is None or relations.value is None:
        return Figure(None, "no F1 of claims or of relations: neither map has any")
    return Figure((claims.value + relations.value) / 2)
