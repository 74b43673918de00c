"""Figures of a map: size, depth, branching, and how far it is worked out."""

from dataclasses import asdict, dataclass
from typing import Any

from argmap.model import ArgumentMap, Stance


@dataclass(frozen=True, slots=True)
class Stats:
    """Figures of one map.

    Attributes:
        reasons: arguments for a claim; `counterpoints`: against a claim; `undercuts`: against a
            step; `backings`: for a step; `explanations`: steps that explain and do not argue.
        linked: arguments with more than one premise.
        depth: arguments between a thesis and the claim that is farthest from it.
        branching: arguments per claim that has any.
        supported: share (0 to 1) of claims with an argument for them.
        answered: share of counterpoints and undercuts that something speaks against, be it one of
            their premises or their step; None without any.
        sourced: share of claims with a citation.
        attributed: share of claims that say who asserts them.
    """

    claims: int
    theses: int
    arguments: int
    reasons: int
    counterpoints: int
    undercuts: int
    backings: int
    explanations: int
    linked: int
    implicit: int
    depth: int
    branching: float
    supported: float
    answered: float | None
    sourced: float
    attributed: float

    def as_data(self) -> dict[str, Any]:
        """The figures as plain values."""
        return asdict(self)


def stats(map: ArgumentMap) -> Stats:
    """The figures of a map. Linear in its size."""
    on_steps = [a for a in map.arguments if a.target in map.argument]
    on_claims = [a for a in map.arguments if a.target in map.claim]
    attacks = [a for a in map.arguments if a.stance is Stance.AGAINST]
    answered = [
        a for a in attacks
        if any(
            b.stance is Stance.AGAINST
            for target in (a.id, *a.premises)
            for b in map.bearing.get(target, ())
        )
    ]  # fmt: skip
    supported = {a.target for a in on_claims if a.supports}
    branched = {a.target for a in on_claims}
    total = len(map.claims)
    return Stats(
        claims=total,
        theses=len(map.theses),
        arguments=len(map.arguments),
        reasons=sum(a.supports for a in on_claims),
        counterpoints=sum(a.stance is Stance.AGAINST for a in on_claims),
        undercuts=sum(a.stance is Stance.AGAINST for a in on_steps),
        backings=sum(a.supports for a in on_steps),
        explanations=sum(a.explains for a in map.arguments),
        linked=sum(len(a.premises) > 1 for a in map.arguments),
        implicit=sum(claim.implicit for claim in map.claims),
        depth=_depth(map),
        branching=round(len(on_claims) / len(branched), 2) if branched else 0.0,
        supported=round(len(supported) / total, 3),
        answered=round(len(answered) / len(attacks), 3) if attacks else None,
        sourced=round(sum(bool(claim.cites) for claim in map.claims) / total, 3),
        attributed=round(sum(bool(claim.by) for claim in map.claims) / total, 3),
    )


def _depth(map: ArgumentMap) -> int:
    """Arguments on the way from a thesis to the claim that is farthest from it, breadth first."""
    level, seen, depth = list(map.theses), set(map.theses), 0
    while True:
        below = []
        for id in level:
            for argument in map.bearing.get(id, ()):
                for other in (*argument.premises, argument.id):
                    if other not in seen:
                        seen.add(other)
                        below.append(other)
        if not below:
            return depth
        level, depth = below, depth + 1
