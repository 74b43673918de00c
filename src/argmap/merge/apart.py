"""Arguments of theirs that cannot stand beside ours: circles, and second homes of a claim.

They are kept out of the map and held by the conflict.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.merge.values import as_value
from argmap.merge.versions import Versions
from argmap.model import Argument, ArgumentMap, Conflict
from argmap.model.circles import endless, support_circles


@dataclass(slots=True)
class Apart:
    """One such conflict: the arguments of ours that it is about, and those of theirs."""

    kind: str
    about: str
    ours: list[str]
    theirs: list[str]

    def conflict(self, theirs: ArgumentMap) -> Conflict:
        """As data: ours by their ids, theirs in full, and what ours are in theirs."""
        ids = (*self.theirs, *(id for id in self.ours if id in theirs.argument))
        held = [as_value(theirs.argument[id]) for id in ids]
        return Conflict(self.kind, self.about, ours=list(self.ours), theirs=held)


def second_homes(versions: Versions) -> Iterator[Apart]:
    """Claims that both sides took out of one argument and put into others, each its own."""
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    for claim in base.claims:
        id = claim.id
        if id in ours.claim and id in theirs.claim:
            was, one, other = (
                [argument.id for argument in map.used.get(id, ())] for map in (base, ours, theirs)
            )
            if was in (one, other) or one == other:
                continue
            come = [new for new in one if new not in was and new not in other]
            came = [new for new in other if new not in was and new not in one]
            if come and came and any(old not in one and old not in other for old in was):
                yield Apart("moved", id, come, came)


def circles(map: ArgumentMap, versions: Versions) -> Iterator[Apart]:
    """Circles of support, and arguments about one another, that only the merge makes.

    Of each, the last argument is told that is not as in ours.
    """
    for circle in list(endless(map)) or support_circles(map):
        chain: dict[str, Argument] = {}
        for argument in circle:
            while argument.id not in chain:
                chain[argument.id] = argument
                argument = map.argument.get(argument.target, argument)
        new = [a for a in chain.values() if _differs(a, versions.ours)]
        if new:
            mine = [id for id, a in chain.items() if a not in new and _differs(a, versions.theirs)]
            yield Apart("circle", new[-1].premises[0], mine, [new[-1].id])


def _differs(argument: Argument, side: ArgumentMap) -> bool:
    """Whether a side has an argument not at all, or with other ends."""
    there = side.argument.get(argument.id)
    return there is None or (
        (set(argument.premises), argument.stance, argument.target, argument.explains)
        != (set(there.premises), there.stance, there.target, there.explains)
    )
