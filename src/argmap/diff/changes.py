"""Two versions of a map, field by field: the changes that make one of the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from argmap.diff.edits import Change, Part
from argmap.model import Argument, ArgumentMap, Claim, Person, Reference, Stance

#: Fields of each part that are compared one by one, besides its id.
FIELDS: Mapping[Part, tuple[str, ...]] = {
    part: tuple(f.name for f in fields(shape) if f.name != "id")
    for part, shape in (
        (Part.CLAIM, Claim), (Part.ARGUMENT, Argument), (Part.SOURCE, Reference),
        (Part.PERSON, Person),
    )
}  # fmt: skip
#: Fields of the map that hold no parts of their own.
OF_MAP = tuple(
    f.name
    for f in fields(ArgumentMap)
    if f.name not in ("claims", "arguments", "sources", "people")
)
#: What the order of arguments on a target is called, by their stance.
ORDERS = {Stance.FOR: "order for", Stance.AGAINST: "order against"}

#: An argument's target and stance: among those with the same it has its place.
Row = tuple[str, Stance]


def changes(old: ArgumentMap, new: ArgumentMap, names: Mapping[str, str]) -> Iterator[Change]:
    """What has to be changed in `old` to have `new`; `names` are the ids of what is in both.

    The order of sources, of people and of claims that bear on nothing is left out: it says nothing.
    """
    theses = tuple(names.get(thesis, "") for thesis in old.theses)
    for name in OF_MAP:
        before, after = getattr(old, name), getattr(new, name)
        if (theses if name == "theses" else before) != after:
            yield Change(Part.MAP, "", name, before, after)
    yield from _compared(Part.SOURCE, old.sources, new.sources)
    yield from _compared(Part.PERSON, old.people, new.people)
    yield from _compared(Part.CLAIM, old.claims, new.claims, names)
    yield from _of_arguments(old, new, names)


def rows(map: ArgumentMap) -> dict[Row, list[str]]:
    """The arguments with one target and stance, in their order; exclusions have none."""
    pairs = {half.id for pair in map.exclusions for half in pair}
    found: dict[Row, list[str]] = {}
    for argument in map.arguments:
        if argument.id not in pairs:
            found.setdefault((argument.target, argument.stance), []).append(argument.id)
    return found


def _compared(
    part: Part, old: Sequence[Any], new: Sequence[Any], names: Mapping[str, str] | None = None
) -> Iterator[Change]:
    there = {entry.id: entry for entry in new}
    seen: set[str] = set()
    known = {id: id for id in there} if names is None else names
    told = attrgetter(*FIELDS[part])
    for one in old:
        if one.id not in known:
            yield Change(part, one.id, "", one, None)
            continue
        other = there[known[one.id]]
        seen.add(other.id)
        yield from _fields(part, one, other, told(one), told(other))
    yield from (Change(part, id, "", None, entry) for id, entry in there.items() if id not in seen)


def _fields(
    part: Part, one: Any, other: Any, before: tuple[Any, ...], after: tuple[Any, ...]
) -> Iterator[Change]:
    if one.id != other.id:
        yield Change(part, one.id, "id", one.id, other.id)
    if before != after:
        for name, left, right in zip(FIELDS[part], before, after, strict=True):
            if left != right:
                yield Change(part, one.id, name, left, right)


def _of_arguments(old: ArgumentMap, new: ArgumentMap, names: Mapping[str, str]) -> Iterator[Change]:
    ours, theirs = rows(old), rows(new)
    before, after = _previous(ours.values()), _previous(theirs.values())
    olds = {new: old for old, new in names.items()}
    for one in old.arguments:
        if one.id not in names:
            yield Change(Part.ARGUMENT, one.id, "", one, None, (before.get(one.id), None))
            continue
        other = new.argument[names[one.id]]
        if one.id != other.id:
            yield Change(Part.ARGUMENT, one.id, "id", one.id, other.id)
        goes = olds.get(other.target) != one.target or other.stance is not one.stance
        place = (before.get(one.id), after.get(other.id)) if goes else (None, None)
        if not goes and (one.id in before) != (other.id in after):
            # It stood apart as half of an exclusion, or does now.
            place = (before.get(one.id), after.get(other.id))
            yield Change(Part.ARGUMENT, one.id, "place", None, None, place)
        for name in FIELDS[Part.ARGUMENT]:
            left, right = getattr(one, name), getattr(other, name)
            if _in_old_ids(name, right, olds) != left:
                placed = place if name in ("target", "stance") else (None, None)
                yield Change(Part.ARGUMENT, one.id, name, left, right, placed)
    for other in new.arguments:
        if other.id not in olds:
            yield Change(Part.ARGUMENT, other.id, "", None, other, (None, after.get(other.id)))
    yield from _orders(old, ours, theirs, names)


def _in_old_ids(name: str, value: Any, olds: Mapping[str, str]) -> Any:
    if name == "target":
        return olds.get(value)
    return tuple(map(olds.get, value)) if name == "premises" else value


def _previous(rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """For each argument the one before it in its row."""
    return {id: row[at - 1] if at else "" for row in rows for at, id in enumerate(row)}


def _orders(
    old: ArgumentMap,
    ours: Mapping[Row, list[str]],
    theirs: Mapping[Row, list[str]],
    names: Mapping[str, str],
) -> Iterator[Change]:
    """Rows where those that are there in both versions stand in another order."""
    for (target, stance), row in ours.items():
        there = {id: at for at, id in enumerate(theirs.get((names.get(target, ""), stance), ()))}
        left = [id for id in row if names.get(id) in there]
        right = sorted((names[id] for id in left), key=there.__getitem__)
        if [names[id] for id in left] != right:
            part = Part.CLAIM if target in old.claim else Part.ARGUMENT
            yield Change(part, target, ORDERS[stance], tuple(left), tuple(right))
