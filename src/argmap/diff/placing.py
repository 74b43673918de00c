"""The order of arguments that bear on one thing, when some come and others are exchanged."""

from collections.abc import Collection, Iterable, Mapping, Sequence


def ordered(row: Sequence[str], order: Collection[str]) -> list[str]:
    """The row with those that are in `order` in that order, and the others where they were."""
    known = set(order) & set(row)
    wanted = iter([id for id in order if id in known])
    return [next(wanted) if id in known else id for id in row]


def placed(row: Sequence[str], came: Iterable[str], before: Mapping[str, str | None]) -> list[str]:
    """The row with each of `came` behind what it is to follow, at the end if that is not there."""
    followers: dict[str | None, list[str]] = {}
    for id in came:
        followers.setdefault(before[id], []).append(id)
    filled: list[str] = []
    for id in ["", *row]:
        stack = [id]
        while stack:
            at = stack.pop()
            if at:
                filled.append(at)
            stack += followers.pop(at, [])[::-1]
    return filled + [id for left in followers.values() for id in left]
