"""Where among its siblings something new stands."""

from typing import TypeVar

from argmap.editing.refusal import RefusedError
from argmap.model import Argument, ArgumentMap
from argmap.model.ids import nfc

T = TypeVar("T")


def put(map: ArgumentMap, new: Argument, after: str | None) -> tuple[Argument, ...]:
    """The arguments of a map with one more, in its place among those of its target and stance."""
    row = [one.id for one in map.bearing.get(new.target, ()) if one.stance is new.stance]
    where = f"the {'reasons' if new.supports or new.explains else 'counterpoints'} there"
    before = _before(row, after, where)
    if not row:
        return (*map.arguments, new)
    position = {one.id: at for at, one in enumerate(map.arguments)}
    return inserted(map.arguments, position[before] + 1 if before else position[row[0]], new)


def among(ids: tuple[str, ...], new: str, after: str | None, where: str) -> tuple[str, ...]:
    """Ids with one more, in its place."""
    before = _before([*ids], after, where)
    return inserted(ids, ids.index(before) + 1 if before else 0, new)


def inserted(parts: tuple[T, ...], at: int, new: T) -> tuple[T, ...]:
    return (*parts[:at], new, *parts[at:])


def _before(row: list[str], after: str | None, where: str) -> str:
    """The sibling behind which it is to stand; nothing for the first place."""
    if after is None:
        return row[-1] if row else ""
    after = nfc(after)
    if after and after not in row:
        raise RefusedError(f"`{after[:60]}` is not among {where}")
    return after
