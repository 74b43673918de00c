"""Three versions of a map in one space of ids: which part of one is which part of another."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from argmap.matching import Evidence, Match, Matching, match, match_arguments, similarity
from argmap.matching.similarity import normalise
from argmap.merge.naming import Part, named
from argmap.model import Argument, ArgumentMap, Claim
from argmap.model.conflicts import renamed as conflict_renamed

#: The likeness from which two new claims of one id are one claim.
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Versions:
    """The three versions with the ids of the result: one id is one part.

    `our_names` and `their_names` lead from ids of our and of their file to those of the result,
    where they differ; `one_id` has the claims (ours, theirs) to which both sides gave one id.
    """

    base: ArgumentMap
    ours: ArgumentMap
    theirs: ArgumentMap
    our_names: Mapping[str, str]
    their_names: Mapping[str, str]
    one_id: tuple[tuple[str, str], ...]


def aligned(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> Versions:
    """The versions in one space of ids.

    Parts of ours and theirs are one if the base has them, or if they say the same: claims of one
    text, arguments with the same premises, stance and target. New claims of one id are one if
    their texts are somewhat alike.
    """
    claims = _claims(base, ours, theirs)
    arguments = _arguments(base, ours, theirs, claims)
    parts = [*claims, *arguments]
    one_id = named(parts, base, ours, theirs)
    names = [
        {old: part.id for part in parts if (old := getattr(part, side)) not in (None, part.id)}
        for side in ("base", "ours", "theirs")
    ]
    return Versions(
        _renamed(base, names[0]), _renamed(ours, names[1]), _renamed(theirs, names[2]),
        names[1], names[2], one_id,
    )  # fmt: skip


@dataclass(slots=True)
class _Pairing:
    """Gives the parts that one side alone has to the other side where that has them too."""

    parts: list[Part]
    of: dict[str, dict[str, Part]] = field(default_factory=dict)  # by side and id

    def __post_init__(self) -> None:
        for side in ("ours", "theirs"):
            self.of[side] = {
                id: part for part in self.parts if (id := getattr(part, side)) is not None
            }

    def take(self, side: str, id: str, part: Part | None) -> None:
        """Enters a part of a side, as a new one if it is in no other version."""
        if part is None:
            part = Part()
            self.parts.append(part)
        setattr(part, side, id)
        self.of[side][id] = part

    def halves(self, side: str, other: str) -> Iterator[tuple[str, Part]]:
        """What `side` has and `other` has not, last ones first."""
        for id, part in reversed(self.of[side].items()):
            if getattr(part, other) is None:
                yield id, part


def _claims(base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap) -> list[Part]:
    to_ours = match(base, ours).new_of if base.claims else {}
    to_theirs = match(base, theirs).new_of if base.claims else {}
    pairing = _Pairing([Part(c.id, to_ours.get(c.id), to_theirs.get(c.id)) for c in base.claims])
    for side, map, other, there in (
        ("ours", ours, "theirs", theirs), ("theirs", theirs, "ours", ours),
    ):  # fmt: skip
        by_text: dict[str, list[Part]] = {}
        for id, part in pairing.halves(other, side):
            by_text.setdefault(normalise(there.claim[id].text), []).append(part)
        left: list[Claim] = []
        for claim in map.claims:
            if claim.id not in pairing.of[side]:
                found = by_text.get(normalise(claim.text))
                if found:
                    pairing.take(side, claim.id, found.pop())
                else:
                    left.append(claim)
        for claim in left:
            same = pairing.of[other].get(claim.id)
            fits = (
                same is not None
                and same.base is None
                and getattr(same, side) is None
                and similarity(there.claim[claim.id].text, claim.text) >= _ALIKE
            )
            pairing.take(side, claim.id, same if fits else None)
    return pairing.parts


def _arguments(
    base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap, claims: Sequence[Part]
) -> list[Part]:
    to: list[Mapping[str, str]] = [{}, {}]
    if base.claims:
        to = [
            match_arguments(base, map, _matching(claims, side))
            for side, map in (("ours", ours), ("theirs", theirs))
        ]
    pairing = _Pairing([Part(a.id, to[0].get(a.id), to[1].get(a.id)) for a in base.arguments])
    known = _Pairing(list(claims)).of
    for side, map, other, there in (
        ("ours", ours, "theirs", theirs), ("theirs", theirs, "ours", ours),
    ):  # fmt: skip
        waiting: dict[Hashable, list[Part]] = {}
        for id, part in pairing.halves(other, side):
            step = _step(there.argument[id], known[other], pairing.of[other])
            waiting.setdefault(step, []).append(part)
        for argument in _from_the_claims(map):
            if argument.id not in pairing.of[side]:
                step = _step(argument, known[side], pairing.of[side])
                found = waiting.get(step)
                pairing.take(side, argument.id, found.pop() if found else None)
    return pairing.parts


def _step(argument: Argument, claims: Mapping[str, Part], steps: Mapping[str, Part]) -> Hashable:
    """What makes an argument one: the same for all versions."""
    target = claims.get(argument.target) or steps.get(argument.target)
    premises = frozenset(id(claims[premise]) for premise in argument.premises)
    return premises, argument.stance, id(target)


def _from_the_claims(map: ArgumentMap) -> Iterable[Argument]:
    """The arguments, each behind the one that it bears on."""
    found = [argument for argument in map.arguments if argument.target in map.claim]
    for argument in found:
        found += map.bearing.get(argument.id, ())
    return found


def _matching(claims: Sequence[Part], side: str) -> Matching:
    return Matching(
        tuple(
            Match(part.base, new, Evidence.ID, 1, 1, 1)
            for part in claims
            if part.base is not None and (new := getattr(part, side)) is not None
        )
    )


def _renamed(map: ArgumentMap, names: Mapping[str, str]) -> ArgumentMap:
    """The map with other ids; parts that keep theirs are the same objects."""
    if not names:
        return map
    return replace(
        map,
        claims=tuple(replace(c, id=names[c.id]) if c.id in names else c for c in map.claims),
        arguments=tuple(_argument_renamed(argument, names) for argument in map.arguments),
        theses=tuple(names.get(id, id) for id in map.theses),
        conflicts=tuple(conflict_renamed(conflict, names) for conflict in map.conflicts),
    )


def _argument_renamed(argument: Argument, names: Mapping[str, str]) -> Argument:
    if (
        argument.id in names
        or argument.target in names
        or any(premise in names for premise in argument.premises)
    ):
        return replace(
            argument,
            id=names.get(argument.id, argument.id),
            target=names.get(argument.target, argument.target),
            premises=tuple(names.get(premise, premise) for premise in argument.premises),
        )
    return argument
