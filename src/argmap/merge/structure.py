"""Which claims and arguments the merged map has, and how they hang together."""

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.joining.sets import kept, ordered
from argmap.merge.apart import Apart, circles, second_homes
from argmap.merge.reopening import settled
from argmap.merge.steps import Steps
from argmap.merge.survival import kept_back
from argmap.merge.values import as_value
from argmap.merge.versions import Versions
from argmap.model import Argument, ArgumentMap, Claim, Conflict
from argmap.model.conflicts import ids_in


@dataclass(frozen=True, slots=True)
class Structure:
    """The parts of the merged map in their order, and what could not be settled about them.

    Claims and arguments are ours where ours has them, but for what connects them.
    """

    claims: tuple[Claim, ...]
    arguments: tuple[Argument, ...]
    theses: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


def structure(versions: Versions) -> Structure:
    """The structure of the merge: no circle of support that only it has, no loose end."""
    apart = list(second_homes(versions))
    while True:
        known = sum(len(one.theirs) for one in apart)
        result = _structure(versions, apart)
        if known < sum(len(one.theirs) for one in apart):
            continue  # what bears on them goes with them
        map = ArgumentMap(result.claims, result.arguments, result.theses)
        found = list(circles(map, versions))
        if not found:
            return result
        apart += found


def _structure(versions: Versions, apart: Sequence[Apart]) -> Structure:
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    our_form = {id for one in apart for id in one.theirs}
    theses, conflicts = _theses(versions)
    steps = Steps(versions, our_form)
    steps.merged()
    back: dict[str, ArgumentMap] = {}
    needed = steps.needed | set(theses) | _spoken_of(versions)
    needed.update(id for conflict in conflicts for id in ids_in(conflict))
    for about, ids in kept_back(base, ours, theirs, needed):
        back.update(dict.fromkeys(ids, ours))
        conflicts.append(Conflict("deleted", about, ours=ids))
    for about, ids in kept_back(base, theirs, ours, needed):
        back.update(dict.fromkeys(ids, theirs))
        conflicts.append(Conflict("deleted", about, theirs=ids))
    steps = Steps(versions, our_form, back)
    arguments = steps.merged()
    arguments |= {id: map.argument[id] for id, map in back.items() if id in map.argument}
    _keep_apart(arguments, apart, versions)
    claims = {claim.id: claim for claim in theirs.claims if claim.id not in base.claim}
    claims |= {c.id: c for c in ours.claims if c.id not in base.claim or c.id in theirs.claim}
    claims |= {id: map.claim[id] for id, map in back.items() if id in map.claim}
    order = ordered([*base.claim], [*ours.claim], [*theirs.claim], claims)
    theses += [id for map in (ours, theirs) for id in map.theses if back.get(id) is map]
    return Structure(
        tuple(claims[id] for id in order),
        tuple(_in_order(arguments, versions)),
        tuple(ordered(base.theses, ours.theses, theirs.theses, theses)),
        (*conflicts, *steps.conflicts, *(one.conflict(theirs) for one in apart)),
    )


def _theses(versions: Versions) -> tuple[list[str], list[Conflict]]:
    """The theses as a set; ours, and a conflict, if both took out what the other left."""
    sides = [map.theses for map in (versions.base, versions.ours, versions.theirs)]
    if theses := kept(*sides):
        return theses, []
    values = [as_value(side) for side in sides]
    return [*versions.ours.theses], [Conflict("changed", "", "", "claims", *values)]


def _spoken_of(versions: Versions) -> set[str]:
    """What the conflicts speak of that one side brings with it, or both settled: it must not go
    meanwhile."""
    known = versions.base.conflicts
    new = [
        conflict
        for map in (versions.ours, versions.theirs)
        for conflict in map.conflicts
        if conflict not in known
    ]
    new += [conflict for conflict in settled(versions) if conflict.kind != "changed"]
    return {id for conflict in new for id in ids_in(conflict)}


def _keep_apart(arguments: dict[str, Argument], apart: Sequence[Apart], versions: Versions) -> None:
    """Takes out what is to be kept apart and is in theirs alone, with what bears on it."""
    bearing: dict[str, list[str]] = {}
    for argument in arguments.values():
        bearing.setdefault(argument.target, []).append(argument.id)
    for one in apart:
        for id in one.theirs:
            if id in versions.ours.argument:
                continue
            arguments.pop(id, None)
            for above in bearing.get(id, ()):
                if above in versions.ours.argument and above in arguments:
                    arguments[above] = versions.ours.argument[above]
                if above not in one.theirs:
                    one.theirs.append(above)


def _in_order(arguments: dict[str, Argument], versions: Versions) -> list[Argument]:
    """The arguments, those on one target side by side and in the order of both versions."""
    on: dict[str, dict[str, Argument]] = {}
    for argument in arguments.values():
        on.setdefault(argument.target, {})[argument.id] = argument
    found: list[Argument] = []
    for target, present in on.items():
        if len(present) == 1:
            found += present.values()
            continue
        base, ours, theirs = (
            [argument.id for argument in map.bearing.get(target, ())]
            for map in (versions.base, versions.ours, versions.theirs)
        )
        found += [present[id] for id in ordered(base, ours, theirs, present)]
    return found
