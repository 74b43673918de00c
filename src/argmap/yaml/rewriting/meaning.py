"""Whether two maps say the same."""

from collections import deque
from collections.abc import Collection
from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Stance

_DETAILS = (
    "theses", "argmap", "title", "question", "description", "authors", "date", "language",
    "keywords", "sources", "people", "conflicts",
)  # fmt: skip


def means(one: ArgumentMap, other: ArgumentMap, free: Collection[str] = ()) -> bool:
    """Whether two maps say the same: what a file can express but for where a claim is nested.

    All details and claims with their ids are equal; so are theses, sources and people in their
    order, and the reasons of each claim and step, and the counterpoints, in theirs. Claims that
    exclude each other do so in any order. The id of an argument may differ if it is one that a
    reader derives (`step-` and the first premise, with or without a number), or one of `other`
    that is in `free`; the arguments are the same if the rest is.
    """
    return (
        all(getattr(one, word) == getattr(other, word) for word in _DETAILS)
        and one.claim == other.claim
        and _steps(one, other, free)
    )


def derived(argument: Argument) -> bool:
    """Whether the id of an argument is one that a reader may derive."""
    stem = f"step-{argument.premises[0]}"
    number = argument.id.removeprefix(stem + "-")
    return argument.id == stem or (number != argument.id and number.isdecimal())


def _steps(one: ArgumentMap, other: ArgumentMap, free: Collection[str]) -> bool:
    """Whether the arguments are the same, target by target."""
    if len(one.arguments) != len(other.arguments):
        return False
    first, second = _pairs(one, ()), _pairs(other, free)
    if len(first) != len(second) or {*first.values()} != {*second.values()}:
        return False
    targets = deque((claim.id, claim.id) for claim in one.claims)
    while targets:
        ours, theirs = targets.popleft()
        for stance in Stance:
            mine = _bearing(one, ours, stance, first)
            yours = _bearing(other, theirs, stance, second)
            if len(mine) != len(yours):
                return False
            for a, b in zip(mine, yours, strict=True):
                bound = not (b.id in free or (derived(a) and derived(b)))
                if (bound and a.id != b.id) or not _same(a, b):
                    return False
                targets.append((a.id, b.id))
    return True


def _same(one: Argument, other: Argument) -> bool:
    """Whether two arguments are the same but for what they and their targets are called."""
    return one == other or replace(one, id="", target="") == replace(other, id="", target="")


def _pairs(map: ArgumentMap, free: Collection[str]) -> dict[str, tuple[str, str]]:
    """The ends of the arguments by which claims exclude each other, if their ids are derived."""
    return {
        argument.id: (argument.premises[0], argument.target)
        for pair in map.exclusions
        if all(derived(argument) or argument.id in free for argument in pair)
        for argument in pair
    }


def _bearing(
    map: ArgumentMap, target: str, stance: Stance, pairs: Collection[str]
) -> list[Argument]:
    return [a for a in map.bearing.get(target, ()) if a.stance is stance and a.id not in pairs]
