"""The ids of the result of a merge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.model import Argument, ArgumentMap, Claim
from argmap.model.ids import Namer, slug

_NUMBER = re.compile(r"-[0-9]+\Z")


@dataclass(slots=True, eq=False)
class Part:
    """The ids of one claim or argument in the versions that have it, and its id in the result."""

    base: str | None = None
    ours: str | None = None
    theirs: str | None = None
    id: str = ""


def named(
    parts: Sequence[Part], base: ArgumentMap, ours: ArgumentMap, theirs: ArgumentMap
) -> tuple[tuple[str, str], ...]:
    """Gives every part its id; pairs of claims (ours, theirs) to which both sides gave one id.

    An id that one side changed is changed. Where both did, the one that is no derived one counts,
    and else ours. Where an id is taken, theirs give way.
    """
    taken: dict[str, Part] = {}
    later: list[tuple[Part, str]] = []
    for part in parts:
        wanted = _wanted(part, ours, theirs)
        if wanted is None:
            continue  # deleted on both sides
        if wanted == part.ours:
            part.id = wanted
            taken[wanted] = part
        else:
            later.append((part, wanted))
    namer = Namer(taken)
    one_id: list[tuple[str, str]] = []
    for part, wanted in later:
        free = wanted not in taken
        if not free and part.ours is not None and part.ours not in taken:
            part.id = namer.name(part.ours)
        else:
            part.id = namer.name(wanted)
        taken[part.id] = part
        first = taken[wanted]
        if not free and first.ours == part.theirs == wanted and wanted in theirs.claim:
            given = wanted in ours.claim and not (
                _derived(ours.claim[wanted]) or _derived(theirs.claim[wanted])
            )
            one_id += [(first.id, part.id)] if given else []
    for part in parts:
        if not part.id:
            part.id = namer.name(part.base or "")
    return tuple(one_id)


def _wanted(part: Part, ours: ArgumentMap, theirs: ArgumentMap) -> str | None:
    if part.ours is None or part.theirs is None:
        return part.theirs if part.ours is None else part.ours
    if part.theirs in (part.ours, part.base):
        return part.ours
    if part.ours == part.base:
        return part.theirs
    mine, other = _find(ours, part.ours), _find(theirs, part.theirs)
    return part.theirs if _derived(mine) and not _derived(other) else part.ours


def _find(map: ArgumentMap, id: str) -> Claim | Argument:
    return map.claim.get(id) or map.argument[id]


def _derived(part: Claim | Argument) -> bool:
    """Whether the id of a part is one that is made where none is written."""
    made = slug(part.text) if isinstance(part, Claim) else f"step-{part.premises[0]}"
    return part.id == made or _NUMBER.sub("", part.id) == made
