"""An operation done to a map."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from argmap.editing import details, growing, moving
from argmap.editing.operations import (
    Add,
    AddPremise,
    AddThesis,
    Cite,
    Edit,
    Join,
    Move,
    Operation,
    Remove,
    Reuse,
    Uncite,
    Unlink,
)
from argmap.editing.refusal import RefusedError
from argmap.model import ArgumentMap
from argmap.model.renaming import with_names
from argmap.model.soundness import objection


@dataclass(frozen=True, slots=True)
class Edited:
    """What an operation made of a map.

    Attributes:
        map: one that can be written, and read again as the same but for the order of claims.
        id: of the claim that is new or of what was named; nothing where it was removed.
        renamed: ids that changed: old id -> new id.
    """

    map: ArgumentMap
    id: str
    renamed: Mapping[str, str] = field(default_factory=dict)


def apply(map: ArgumentMap, operation: Operation, loose: Collection[str] = ()) -> Edited:
    """The map after an operation.

    `loose` are the ids of claims that nobody wrote and that follow the text.

    Raises:
        RefusedError: it cannot be done, and why.
    """
    renamed: dict[str, str] = {}
    match operation:
        case Add():
            made, id = growing.add(map, operation)
        case Reuse():
            made, id = growing.reuse(map, operation)
        case AddThesis():
            made, id = growing.thesis(map, operation)
        case AddPremise():
            made, id = growing.premise(map, operation)
        case Edit():
            made, old, id = details.edit(map, operation, loose)
            if old != id:
                renamed = {old: id}
                made = with_names(made, renamed)
        case Cite():
            made, id = details.cite(map, operation)
        case Uncite():
            made, id = details.uncite(map, operation)
        case Move():
            made, id = moving.move(map, operation)
        case Remove():
            made, id = moving.remove(map, operation)
        case Unlink():
            made, id = moving.unlink(map, operation)
        case Join():
            made, id = moving.join(map, operation)
    if not isinstance(operation, Edit | Cite | Uncite):
        _judge(map, made, operation)
    elif isinstance(operation, Edit) and operation.field == "scheme":
        _judge(map, made, operation)  # an explanation that becomes support can close a circle
    return Edited(made, id, renamed)


def _judge(before: ArgumentMap, after: ArgumentMap, operation: Operation) -> None:
    """Refuses what would be no map, and what would leave claims without a way to a thesis."""
    reason = objection(after)
    if reason:
        raise RefusedError(reason)
    if not isinstance(operation, Remove):
        lost = _led_to(before) - _led_to(after)
        if lost:
            raise RefusedError("it would hang on itself, and no thesis would lead to it")


def _led_to(map: ArgumentMap) -> set[str]:
    """The claims that a thesis leads to."""
    found = set(map.theses)
    rest = [*map.theses]
    while rest:
        for argument in map.bearing.get(rest.pop(), ()):
            rest.append(argument.id)
            new = [premise for premise in argument.premises if premise not in found]
            found.update(new)
            rest += new
    return found
