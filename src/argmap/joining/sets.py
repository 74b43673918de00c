"""Lists whose items count once: what both versions leave of them, and in which order."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def kept(base: Collection[T], ours: Sequence[T], theirs: Sequence[T]) -> list[T]:
    """What is in both, and what one side added; what one side took out is gone.

    In the order of ours, with what they added behind what it stands behind in theirs.
    """
    if ours == theirs:
        return list(ours)
    was, one, other = set(base), set(ours), set(theirs)
    added = [item for item in theirs if item not in one and item not in was]
    left = [item for item in ours if item in other or item not in was]
    return ordered(base, ours, theirs, [*left, *added])


def ordered(
    base: Collection[T], ours: Sequence[T], theirs: Sequence[T], present: Collection[T]
) -> list[T]:
    """The items of `present`, each once, in the order of ours; of theirs if they alone changed it.

    What only the other side has comes behind what it follows there; ours first where both added.
    """
    left = present if isinstance(present, (set, frozenset, dict)) else dict.fromkeys(present)
    one, other = dict.fromkeys(ours), dict.fromkeys(theirs)
    common = [item for item in base if item in one and item in other]
    # The order that is in all three: who changed it is followed.
    known = set(common)
    theirs_alone = [item for item in one if item in known] == common and [
        item for item in other if item in known
    ] != common
    first, second = (other, one) if theirs_alone else (one, other)
    behind: dict[T | None, list[T]] = {}
    before: T | None = None
    for item in second:
        if item in left:
            if item in first:
                before = item
            else:
                behind.setdefault(before, []).append(item)
    found, waiting = [], behind.get(None, [])
    for item in first:
        if item not in left:
            continue
        if theirs_alone or item in second:
            found += waiting
            waiting = []
        found.append(item)
        waiting += behind.get(item, [])
    found += waiting
    if len(found) < len(left):
        seen = set(found)
        found += [item for item in left if item not in seen]
    return found
