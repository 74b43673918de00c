"""Two versions of a map made one, with their common version between them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.joining.sets import ordered
from argmap.matching import match, match_arguments
from argmap.merge.fields import Fields
from argmap.merge.reopening import reopened, settled
from argmap.merge.structure import structure
from argmap.merge.versions import Versions, aligned
from argmap.model import (
    Argument,
    ArgumentMap,
    Claim,
    Conflict,
    Person,
    Reference,
    Stance,
)
from argmap.model.outline import in_reading_order

_NOTHING = ArgumentMap(())

P = TypeVar("P", Claim, Argument)
E = TypeVar("E", Reference, Person)


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging gave.

    `map` has everything, `conflicts` are those of its conflicts that this merge made. `renamed`
    leads from ids of ours to those of the same parts in `map` where they differ, `renamed_theirs`
    from ids of theirs.
    """

    map: ArgumentMap
    conflicts: tuple[Conflict, ...]
    renamed: Mapping[str, str]
    renamed_theirs: Mapping[str, str]


def merge(base: ArgumentMap | None, ours: ArgumentMap, theirs: ArgumentMap) -> Merge:
    """Ours with what theirs changed since `base`; without one (None), all that is in either.

    Where both changed one thing in different ways the map has our value, and a conflict tells of
    all; nothing of either side is lost. The result is in reading order, unless it is ours or
    theirs.
    """
    if theirs in (ours, base):
        return Merge(ours, (), {}, {} if theirs == ours else _renamed(theirs, ours))
    if ours == base:
        return Merge(theirs, (), _renamed(ours, theirs), {})
    versions = reopened(aligned(base or _NOTHING, ours, theirs))
    map, conflicts = _merged(versions)
    return Merge(
        in_reading_order(map), conflicts,
        _left(versions.our_names, map), _left(versions.their_names, map),
    )  # fmt: skip


def _merged(versions: Versions) -> tuple[ArgumentMap, tuple[Conflict, ...]]:
    base, ours, theirs = versions.base, versions.ours, versions.theirs
    frame, fields = structure(versions), Fields()
    claims = tuple(
        _both(fields, claim, base.claim, ours.claim, theirs.claim, Claim(claim.id, ""))
        for claim in frame.claims
    )
    arguments = tuple(
        _both(fields, one, base.argument, ours.argument, theirs.argument, _bare(one.id))
        for one in frame.arguments
    )
    head = fields.merged(base, ours, theirs)
    map = replace(head, claims=claims, arguments=arguments, theses=frame.theses)
    cited = {cite.source for part in map.parts for cite in part.cites}
    open = {(one.among, one.about) for one in settled(versions) if one.kind == "deleted"}
    cited |= {about for among, about in open if among == "sources"}
    known = {about for among, about in open if among == "people"}
    sources = _entries("sources", base.sources, ours.sources, theirs.sources, fields, cited)
    people = _entries("people", base.people, ours.people, theirs.people, fields, known)
    found = [*frame.conflicts, *fields.conflicts]
    present = {part.id for part in map.parts}
    found += [
        Conflict("one id", ours=one, theirs=other)
        for one, other in versions.one_id
        if one in present and other in present
    ]
    before = _pending(base.conflicts, ours.conflicts, theirs.conflicts)
    new = [conflict for conflict in found if conflict not in before]
    map = replace(map, sources=tuple(sources), people=tuple(people), conflicts=(*before, *new))
    return map, tuple(new)


def _both(
    fields: Fields, part: P, base: Mapping[str, P], ours: Mapping[str, P], theirs: Mapping[str, P],
    nothing: P,
) -> P:  # fmt: skip
    """A part of the merged map, with the fields of both sides if both have it."""
    other = theirs.get(part.id)
    if other is None or part.id not in ours:
        return part
    return fields.merged(base.get(part.id, nothing), part, other)


def _bare(id: str) -> Argument:
    return Argument(id, (), Stance.FOR, "")


def _entries(
    among: str, base: Sequence[E], ours: Sequence[E], theirs: Sequence[E], fields: Fields,
    needed: Collection[str],
) -> list[E]:  # fmt: skip
    """Sources or people by their ids; one deleted here stays if it is edited or needed there."""
    was: dict[str, E] = {entry.id: entry for entry in base}
    one: dict[str, E] = {entry.id: entry for entry in ours}
    other: dict[str, E] = {entry.id: entry for entry in theirs}
    found: dict[str, E] = {}
    for id in dict.fromkeys((*one, *other)):
        entry = one.get(id) or other[id]
        if id in one and id in other:
            found[id] = fields.merged(was.get(id) or type(entry)(id), entry, other[id], among)
            continue
        edited = id in was and entry != was[id]
        if id not in was or edited or id in needed:
            found[id] = entry
        if edited or (id in was and id in needed):
            sides = ([id], "") if id in one else ("", [id])
            fields.conflicts.append(Conflict("deleted", id, among, "", "", *sides))
    return [found[id] for id in ordered([*was], [*one], [*other], found)]


def _pending(
    base: Sequence[Conflict], ours: Sequence[Conflict], theirs: Sequence[Conflict]
) -> list[Conflict]:
    """The conflicts that a side already had and the other has not settled."""
    left = [conflict for conflict in ours if conflict in theirs or conflict not in base]
    return left + [c for c in theirs if c not in ours and c not in base]


def _renamed(old: ArgumentMap, new: ArgumentMap) -> dict[str, str]:
    """The ids of `old` that are others in `new`."""
    claims = match(old, new)
    both = {**claims.new_of, **match_arguments(old, new, claims)}
    return {one: other for one, other in both.items() if one != other}


def _left(names: Mapping[str, str], map: ArgumentMap) -> dict[str, str]:
    return {old: new for old, new in names.items() if new in map.claim or new in map.argument}
