"""How far the layers about one map agree: per label, per target, and where they do not."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.annotation.agreement.disagreement import Disagreement, disagreements, unit_agreement
from argmap.annotation.agreement.distance import Level
from argmap.annotation.agreement.figures import (
    Figure,
    PairwiseKappa,
    Weights,
    fleiss_kappa,
    krippendorff_alpha,
    pairwise_kappa,
    percentage_agreement,
)
from argmap.annotation.layers.model import Label, Target
from argmap.annotation.studies import Study
from argmap.annotation.targets import Key, Targets
from argmap.annotation.votes import EVERYBODY, STUDENTS, Meant, Unusable, Votes, votes_of


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How far annotators agree in one label; its units are the targets.

    Attributes:
        name: of the label; "fallacy: straw man" for one value of a set, as yes or no.
        part: whether it is one value of a set.
        raters: who gave it, in the order of the alphabet.
        ratings: how often it was given; `units` are the targets that it was given to, `shared`
            those that two or more gave it to.
        weights: how much a disagreement counts in Cohen's kappa: of a scale by its distance.
        alpha: Krippendorff's, by level: nominal, or of a scale ordinal and interval.
        targets: the agreement on each target, from 0 to 1.
    """

    name: str
    type: str
    part: bool
    raters: tuple[str, ...]
    ratings: int
    units: int
    shared: int
    percentage: Figure
    weights: Weights
    kappa: PairwiseKappa
    fleiss: Figure
    alpha: Mapping[Level, Figure]
    targets: Mapping[Key, Figure]
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, slots=True)
class TargetAgreement:
    """How far annotators agree on one target: in all labels, the mean; and in each."""

    target: Target
    text: str
    mean: Figure
    labels: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A label of a target on which annotators do not agree: who gives which value."""

    target: Target
    text: str
    label: str
    agreement: float
    raters: Mapping[Meant, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the layers about one map have in common.

    Attributes:
        raters: who is compared; those of `left` are teachers and adjudicators, who are not.
        motivations: how many annotations of each motivation, by annotator.
        disputes: worst first.
        uncompared: labels that are not compared, and why.
        several: annotators with more than one layer, who count as one.
    """

    raters: tuple[str, ...]
    left: tuple[str, ...]
    labels: tuple[LabelAgreement, ...]
    targets: tuple[TargetAgreement, ...]
    disputes: tuple[Dispute, ...]
    motivations: Mapping[str, Mapping[str, int]]
    uncompared: Mapping[str, str]
    unusable: tuple[Unusable, ...]
    several: tuple[str, ...]
    older: tuple[tuple[str, Target], ...]


def compare(study: Study, with_teachers: bool = False) -> Comparison:
    """Compares the layers of students, or of everybody.

    What teachers and adjudicators say is a judgement of the students' work rather than one more
    opinion, so they count only where it is asked for. A scale is ordinal and an interval; a set is
    compared as a whole and value by value; what is free text is not compared.
    """
    roles = EVERYBODY if with_teachers else STUDENTS
    assert study.document.map is not None
    targets = Targets(study.document.map, study.values)
    votes = votes_of(study, targets, roles)
    labels, uncompared = _labels(votes)
    motivations: dict[str, Counter[str]] = defaultdict(Counter)
    left = set()
    files: Counter[str] = Counter()
    for layer in study.values:
        if layer.role in roles:
            files[layer.annotator] += 1
            motivations[layer.annotator].update(one.motivation for one in layer.annotations)
        else:
            left.add(layer.annotator)
    raters = tuple(sorted(files))
    return Comparison(
        raters=raters,
        left=tuple(sorted(left)),
        labels=labels,
        targets=tuple(_targets(votes, labels, targets)),
        disputes=tuple(_disputes(votes, labels, targets)),
        motivations={who: dict(motivations[who]) for who in raters},
        uncompared=uncompared,
        unusable=votes.unusable,
        several=tuple(sorted(who for who, count in files.items() if count > 1)),
        older=votes.older,
    )


def _labels(votes: Votes) -> tuple[tuple[LabelAgreement, ...], dict[str, str]]:
    by: dict[str, dict[Key, Mapping[str, Meant]]] = defaultdict(dict)
    for key, rows in votes.meant.items():
        for name, row in rows.items():
            by[name][key] = row
    found: list[LabelAgreement] = []
    uncompared = {}
    for name in _in_order(votes, by):
        label = votes.codebook.label.get(name)
        if label is None:
            uncompared[name] = "it is in no codebook, so nobody knows how its values relate"
        elif label.type == "text":
            uncompared[name] = "it is free text"
        else:
            found.append(_label(label, name, by[name]))
            found += _parts(label, by[name])
    return tuple(found), uncompared


def _in_order(votes: Votes, names: Mapping[str, Any]) -> list[str]:
    """Labels as the codebook has them, those that it has not behind."""
    place = {label.name: at for at, label in enumerate(votes.codebook.labels)}
    return sorted(names, key=lambda name: (place.get(name, len(place)), name))


def _parts(label: Label, ratings: Mapping[Key, Mapping[str, Meant]]) -> list[LabelAgreement]:
    """Each value of a set that anybody gave, as a label of its own."""
    if label.type != "set":
        return []
    given: set[str] = set()
    for row in ratings.values():
        given = given.union(*(value for value in row.values() if isinstance(value, frozenset)))
    return [
        _label(label, f"{label.name}: {value}", {
            key: {who: isinstance(said, frozenset) and value in said for who, said in row.items()}
            for key, row in ratings.items()
        }, part=True)
        for value in label.values if value in given
    ]  # fmt: skip


def _label(
    label: Label, name: str, ratings: Mapping[Key, Mapping[str, Meant]], part: bool = False
) -> LabelAgreement:
    scale = label.type == "scale"
    levels: tuple[Level, ...] = ("ordinal", "interval") if scale else ("nominal",)
    level: Level = "interval" if scale else "nominal"
    weights: Weights = "linear" if scale else "equal"
    width = label.high - label.low if scale else 0
    return LabelAgreement(
        name=name,
        type="yes/no" if part else label.type,
        part=part,
        raters=tuple(sorted({who for row in ratings.values() for who in row})),
        ratings=sum(map(len, ratings.values())),
        units=sum(bool(row) for row in ratings.values()),
        shared=sum(len(row) > 1 for row in ratings.values()),
        percentage=percentage_agreement(ratings),
        weights=weights,
        kappa=pairwise_kappa(ratings, weights),
        fleiss=fleiss_kappa(ratings),
        alpha={level: krippendorff_alpha(ratings, level) for level in levels},
        targets=unit_agreement(ratings, level, width),
        disagreements=disagreements(ratings, level, width),
    )


def _targets(
    votes: Votes, labels: tuple[LabelAgreement, ...], targets: Targets
) -> list[TargetAgreement]:
    """Targets that two labelled, worst first; a set counts as a whole."""
    by: dict[Key, dict[str, Figure]] = defaultdict(dict)
    for label in labels:
        if not label.part:
            for key, figure in label.targets.items():
                if figure.value is not None:
                    by[key][label.name] = figure
    found = []
    for key, target in votes.targets.items():
        shares = [figure.value for figure in by[key].values() if figure.value is not None]
        if shares:
            mean = Figure(sum(shares) / len(shares))
            found.append(TargetAgreement(target, targets.said(target), mean, by[key]))
    return sorted(found, key=lambda one: one.mean.value or 0)


def _disputes(votes: Votes, labels: tuple[LabelAgreement, ...], targets: Targets) -> list[Dispute]:
    found = []
    for label in labels:
        for one in () if label.part else label.disagreements:
            target = votes.targets[one.unit]
            text = targets.said(target)
            found.append(Dispute(target, text, label.name, one.agreement, one.raters))
    return sorted(found, key=lambda one: (one.agreement, -sum(map(len, one.raters.values()))))
