"""Conflicts settled one at a time: ours, theirs, both, or a value written by hand."""

from dataclasses import replace
from typing import Literal, TypeAlias

from argmap.merge.choosing import SettlingError, chosen, doubled
from argmap.merge.values import argument
from argmap.model import Argument, ArgumentMap, Conflict
from argmap.model.graph import Extra
from argmap.model.ids import bad_character, nfc
from argmap.model.outline import in_reading_order
from argmap.model.pruning import without
from argmap.model.renaming import with_names
from argmap.model.soundness import objection

Side: TypeAlias = Literal["ours", "theirs", "both"]


def resolved(
    map: ArgumentMap, index: int, take: Side | None = None, *, text: str = ""
) -> ArgumentMap:
    """The map with one of its conflicts settled.

    Args:
        map: a map with conflicts.
        index: which of `map.conflicts`, from 0.
        take: a side, or both where both can stand.
        text: instead of a side, the value to write; of `one id`, the id of their claim.

    Raises:
        SettlingError: where this cannot be done, with the reason; the map would be none.
    """
    if not 0 <= index < len(map.conflicts):
        raise SettlingError(f"there is no conflict {index + 1}")
    if (take is None) is (not text):
        raise SettlingError("take ours, theirs or both, or give a text")
    conflict = map.conflicts[index]
    rest = replace(map, conflicts=(*map.conflicts[:index], *map.conflicts[index + 1 :]))
    try:
        result = _settled(rest, conflict, take, text.strip())
    except (ValueError, TypeError) as error:
        raise SettlingError(f"the conflict was written over: {error}") from None
    if result is rest:
        return rest
    reason = objection(result)
    if reason:
        raise SettlingError(reason)
    return in_reading_order(result)


def _settled(map: ArgumentMap, conflict: Conflict, take: Side | None, text: str) -> ArgumentMap:
    if conflict.kind == "one id":
        return _one_id(map, conflict, take, text)
    if conflict.kind == "changed":
        if take == "ours":
            return map
        return doubled(map, conflict) if take == "both" else chosen(map, conflict, text)
    if take is None:
        raise SettlingError("take ours, theirs or both: there is no text to write")
    if conflict.kind == "deleted":
        deleter = "theirs" if conflict.ours else "ours"
        if take != deleter:
            return map
        ids = set(_ids(conflict.ours or conflict.theirs))
        return _entries_without(map, conflict, ids) if conflict.among else without(map, ids)
    if take == "ours":
        return map
    ours = set(_ids(conflict.ours))
    theirs = {one.id: one for one in (argument(held) for held in conflict.theirs)}
    if take == "theirs":
        map = without(map, ours - theirs.keys())
    else:
        theirs = {id: one for id, one in theirs.items() if id not in ours}
    return _put(map, theirs)


def _put(map: ArgumentMap, arguments: dict[str, Argument]) -> ArgumentMap:
    """The map with arguments; of those that it has, only the ends are changed."""
    changed = [
        replace(
            one, premises=other.premises, stance=other.stance, target=other.target,
            scheme=other.scheme,
        )
        if (other := arguments.get(one.id))
        else one
        for one in map.arguments
    ]  # fmt: skip
    changed += [one for id, one in arguments.items() if id not in map.argument]
    return replace(map, arguments=tuple(changed))


def _one_id(map: ArgumentMap, conflict: Conflict, take: Side | None, text: str) -> ArgumentMap:
    ours, theirs = conflict.ours, conflict.theirs
    if take in ("ours", "both"):
        return map
    if not (ours in map.claim and theirs in map.claim):
        raise SettlingError("one of the two claims is no longer in the map")
    names = renames(conflict, take, text)
    own = names[theirs]
    if take is None and (bad_character(text) or own in map.claim or own in map.argument):
        raise SettlingError(f"`{text}` is no id, or one that the map has already")
    return with_names(map, names)


def renames(conflict: Conflict, take: Side | None, text: str = "") -> dict[str, str]:
    """The ids that settling a conflict changes: old id -> new id."""
    if conflict.kind != "one id" or take in ("ours", "both"):
        return {}
    ours, theirs = str(conflict.ours), str(conflict.theirs)
    return {ours: theirs, theirs: ours} if take else {theirs: nfc(text)}


def _entries_without(map: ArgumentMap, conflict: Conflict, ids: set[str]) -> ArgumentMap:
    if conflict.among == "people":
        return replace(map, people=tuple(one for one in map.people if one.id not in ids))
    if any(cite.source in ids for part in map.parts for cite in part.cites):
        raise SettlingError("the source is cited; take the citations out first")
    return replace(map, sources=tuple(one for one in map.sources if one.id not in ids))


def _ids(value: Extra) -> list[str]:
    ids = [value] if isinstance(value, str) and value else value or []
    if not isinstance(ids, list) or not all(isinstance(id, str) for id in ids):
        raise ValueError("a list of ids is wanted")
    return ids
