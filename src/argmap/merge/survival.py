"""What is left of the parts that one side deleted and the other did not."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Claim


def same(one: Claim | Argument, other: Claim | Argument) -> bool:
    """Whether two versions of a part say the same; premises have no order."""
    if one == other:
        return True
    return (
        isinstance(one, Argument)
        and isinstance(other, Argument)
        and set(one.premises) == set(other.premises)
        and replace(one, premises=other.premises) == other
    )


def kept_back(
    base: ArgumentMap, holder: ArgumentMap, other: ArgumentMap, needed: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    """Parts that `other` deleted and that must stay, with what hung together with them there.

    They must stay if `holder` edited them or if something needs them. With a claim stay its
    argument, what that bears on and what bears on it, as far as `other` deleted it at once. Gives
    the part that is the reason (a claim, if one is) and the ids of all.
    """
    gone = {
        part.id: part for part in holder.parts
        if _has(base, part.id) and not _has(other, part.id)
    }  # fmt: skip
    beside: dict[str, list[str]] = {}
    for argument in holder.arguments:
        if argument.id in gone:
            for neighbour in (*argument.premises, argument.target):
                if neighbour in gone:
                    beside.setdefault(argument.id, []).append(neighbour)
                    beside.setdefault(neighbour, []).append(argument.id)
    seen: set[str] = set()
    for id, part in gone.items():
        if id in seen or not (id in needed or not same(part, _find(base, id))):
            continue
        seen.add(id)
        members = [id]
        for member in members:
            for neighbour in beside.get(member, ()):
                if neighbour not in seen:
                    seen.add(neighbour)
                    members.append(neighbour)
        yield id, members


def _has(map: ArgumentMap, id: str) -> bool:
    return id in map.claim or id in map.argument


def _find(map: ArgumentMap, id: str) -> Claim | Argument:
    return map.claim.get(id) or map.argument[id]
