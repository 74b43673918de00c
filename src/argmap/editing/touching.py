"""What an operation is about: the parts that must not have changed since its author saw them."""

from argmap.editing.operations import (
    Add,
    AddPremise,
    AddThesis,
    Join,
    Move,
    Operation,
    Remove,
    Reuse,
    Unlink,
)
from argmap.model import Argument, ArgumentMap, Claim
from argmap.model.ids import nfc
from argmap.model.pruning import without


def touched(map: ArgumentMap, operation: Operation) -> dict[str, Claim | Argument | None]:
    """The parts that an operation names, and of a removal all that would go, by id.

    None stands for what the map does not have. Siblings are not among them: a place beside one that
    moved is still a place.
    """
    match operation:
        case Add():
            ids = [operation.target]
        case Reuse():
            ids = [operation.claim, operation.target]
        case AddThesis():
            ids = []
        case AddPremise():
            ids = [operation.argument, *filter(None, [operation.claim])]
        case Move():
            ids = [operation.id, operation.target]
        case Unlink():
            ids = [operation.argument, operation.claim]
        case Join():
            ids = [operation.argument, operation.other]
        case Remove():
            ids = [operation.id, *_going(map, operation.id)]
        case _:
            ids = [operation.id]
    wanted = dict.fromkeys(map_id for id in ids if (map_id := nfc(id)))
    for id in [*wanted]:
        argument = map.argument.get(id)
        wanted.update(dict.fromkeys(argument.premises if argument else ()))
    return {id: map.claim.get(id) or map.argument.get(id) for id in wanted}


def _going(map: ArgumentMap, id: str) -> list[str]:
    left = without(map, {id})
    return [
        part.id for part in map.parts if part.id not in left.claim and part.id not in left.argument
    ]
