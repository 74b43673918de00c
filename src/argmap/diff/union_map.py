"""Two versions of a map in one: the new one, and what was removed hung where it stood."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from argmap.diff.compare import Comparison
from argmap.diff.edits import Kind
from argmap.diff.placing import placed
from argmap.model import Argument, ArgumentMap, Person, Reference
from argmap.model.ids import Namer

_Entry = TypeVar("_Entry", Reference, Person)

#: The note of an argument that was removed. It says so, and keeps a removed counterpoint and a
#: new one in the other direction from being read as an exclusion.
ONLY_OLD = "In the old version only."


@dataclass(frozen=True)
class Joined:
    """The map of both versions.

    Attributes:
        names: from id in the old version to id in the map, for claims and arguments.
        left: for arguments that moved, or lost premises that went elsewhere: the id of the one that
            stands in the map where they were.
    """

    map: ArgumentMap
    names: Mapping[str, str]
    left: Mapping[str, str]


def joined(comparison: Comparison) -> Joined:
    """The new version, and what was removed hung where it stood."""
    old, new = comparison.old, comparison.new
    names = {**comparison.matching.new_of, **comparison.arguments}
    namer = Namer({part.id for part in new.parts})
    claims = [claim for claim in old.claims if claim.id not in names]
    names.update((claim.id, namer.name(claim.id)) for claim in claims)
    names.update((one.id, namer.name(one.id)) for one in old.arguments if one.id not in names)
    kept = {names[id] for id in comparison.arguments}
    hung = {one.id: argument for one, argument in _hung(comparison, names, namer)}
    map = replace(
        new,
        claims=(*new.claims, *(replace(claim, id=names[claim.id]) for claim in claims)),
        arguments=_in_place(old, new, names, hung),
        theses=(*new.theses, *(names[id] for id in old.theses if names[id] not in new.claim)),
        sources=(*new.sources, *_beyond(old.sources, new.sources)),
        people=(*new.people, *_beyond(old.people, new.people)),
    )
    left = {id: one.id for id, one in hung.items() if names[id] in kept}
    return Joined(map, names, left)


def _beyond(old: Sequence[_Entry], new: Sequence[_Entry]) -> list[_Entry]:
    """The entries that only the old version has."""
    known = {entry.id for entry in new}
    return [entry for entry in old if entry.id not in known]


def _hung(
    comparison: Comparison, names: Mapping[str, str], namer: Namer
) -> Iterator[tuple[Argument, Argument]]:
    """Arguments of the old version, and each as it hangs in the union: those that were removed,
    and those that moved or lost premises, under an id of their own.

    A premise that stands in another argument of the same kind on the same target is left out: it
    was linked or told apart, and did not go away.
    """
    old, new = comparison.old, comparison.new
    above = {
        change.id
        for edit in comparison.diff.edits if edit.kind is Kind.INTERPOSED
        for change in edit.changes if change.field == "target"
    }  # fmt: skip
    gone = {one.id for one in old.arguments if one.id not in comparison.arguments}
    excluding = {half.id for pair in old.exclusions if gone.issuperset(one.id for one in pair)
                 for half in pair}  # fmt: skip
    beside: dict[tuple[str, str], set[str]] = {}
    for one in new.arguments:
        beside.setdefault((one.target, one.stance), set()).update(one.premises)
    for one in old.arguments:
        target = names[one.target]
        premises = [names[id] for id in one.premises]
        other = new.argument[comparison.arguments[one.id]] if one.id not in gone else None
        if other is not None and (other.target == target or one.id in above):
            premises = [id for id in premises if id not in other.premises]
        there = beside.get((target, one.stance), set())
        if other is not None or one.id not in old.bearing:
            premises = [id for id in premises if id not in there]
        if premises:
            id = names[one.id] if other is None else namer.name(names[one.id])
            note = one.note if one.id in excluding else one.note or ONLY_OLD
            yield one, replace(one, id=id, premises=tuple(premises), target=target, note=note)


def _in_place(
    old: ArgumentMap, new: ArgumentMap, names: Mapping[str, str], hung: Mapping[str, Argument]
) -> tuple[Argument, ...]:
    """The arguments of the new version, each of `hung` behind what it followed on its target."""
    before: dict[str, str | None] = {}
    last: dict[str, str] = {}  # by target
    for one in old.arguments:
        id = names[one.id]
        if one.id in hung:
            id = hung[one.id].id
            before[id] = last.get(one.target, "")
        if one.id in hung or id in new.argument:
            last[one.target] = id
    known = {**new.argument, **{one.id: one for one in hung.values()}}
    return tuple(known[id] for id in placed([one.id for one in new.arguments], before, before))
