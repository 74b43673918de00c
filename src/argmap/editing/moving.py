"""Operations that move and remove what is there."""

from dataclasses import replace
from typing import Any

from argmap.editing.details import with_part
from argmap.editing.operations import Join, Move, Remove, Unlink
from argmap.editing.placing import put
from argmap.editing.refusal import RefusedError, argument_of, claim_of, part_of
from argmap.model import Argument, ArgumentMap
from argmap.model.ids import Namer, nfc
from argmap.model.pruning import without


def move(map: ArgumentMap, wanted: Move) -> tuple[ArgumentMap, str]:
    """The map with an argument at another place, and its id."""
    argument, target = argument_of(map, wanted.id), part_of(map, wanted.target).id
    if target in (argument.id, *argument.premises):
        raise RefusedError("it would bear on itself")
    if argument.explains and wanted.stance != argument.stance:
        raise RefusedError("an explanation cannot be a counterpoint", "clear its scheme first")
    if wanted.after is not None and nfc(wanted.after) == argument.id:
        raise RefusedError("an argument cannot stand behind itself")
    moved = replace(argument, target=target, stance=wanted.stance)
    rest = replace(map, arguments=tuple(one for one in map.arguments if one is not argument))
    return replace(map, arguments=put(rest, moved, wanted.after)), argument.id


def remove(map: ArgumentMap, wanted: Remove) -> tuple[ArgumentMap, str]:
    """The map without a claim or an argument; there is no id."""
    part = part_of(map, wanted.id)
    if map.theses == (part.id,):
        raise RefusedError("it is the only thesis", "a map needs one; edit its text instead")
    return without(map, {part.id}), ""


def unlink(map: ArgumentMap, wanted: Unlink) -> tuple[ArgumentMap, str]:
    """The map with a premise as an argument of its own, and the premise's id."""
    argument, claim = argument_of(map, wanted.argument), claim_of(map, wanted.claim).id
    if claim not in argument.premises:
        raise RefusedError(f"`{claim}` is no premise of `{argument.id}`")
    left = tuple(one for one in argument.premises if one != claim)
    if not left:
        raise RefusedError("it is the only premise")
    map = with_part(map, replace(argument, premises=left))
    id = Namer([part.id for part in map.parts]).argument(claim)
    own = Argument(id, (claim,), argument.stance, argument.target)
    return replace(map, arguments=put(map, own, argument.id)), claim


def join(map: ArgumentMap, wanted: Join) -> tuple[ArgumentMap, str]:
    """The map with the premises of two arguments linked in one, and its id.

    What is said about the step that goes is kept where it does not contradict the other.
    """
    argument, other = argument_of(map, wanted.argument), argument_of(map, wanted.other)
    if argument is other:
        raise RefusedError("an argument is linked with another one")
    if argument.target in other.premises:
        raise RefusedError("a claim cannot be a reason or a counterpoint of itself")
    changed: dict[str, Any] = {
        word: tuple(dict.fromkeys((*getattr(argument, word), *getattr(other, word))))
        for word in ("premises", "by", "cites")
    }
    for word in ("scheme", "warrant", "strength", "note"):
        mine, theirs = getattr(argument, word), getattr(other, word)
        if mine in ("", None):
            changed[word] = theirs
        elif theirs not in ("", None, mine):
            raise RefusedError(f"both steps have a `{word}`", "clear one of them first")
    joined = replace(argument, **changed)
    if joined.scheme == "explanation" and joined.stance != other.stance:
        raise RefusedError("an explanation cannot be a counterpoint", "clear its scheme first")
    arguments = tuple(
        replace(one, target=argument.id) if one.target == other.id else one
        for one in map.arguments
        if one is not other
    )
    return with_part(replace(map, arguments=arguments), joined), argument.id
