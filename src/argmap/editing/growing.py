"""Operations by which a map grows: claims, arguments and premises more."""

from dataclasses import replace

from argmap.editing.details import with_part
from argmap.editing.operations import Add, AddPremise, AddThesis, Reuse
from argmap.editing.placing import among, put
from argmap.editing.refusal import RefusedError, argument_of, claim_of, part_of
from argmap.editing.values import one_line
from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.model.ids import Namer


def add(map: ArgumentMap, wanted: Add) -> tuple[ArgumentMap, str]:
    """The map with a new claim that bears on a target, and its id."""
    target = part_of(map, wanted.target).id
    claim = _new(map, wanted.text)
    map = replace(map, claims=(*map.claims, claim))
    return _bearing(map, claim.id, wanted.stance, target, wanted.after), claim.id


def reuse(map: ArgumentMap, wanted: Reuse) -> tuple[ArgumentMap, str]:
    """The map with a claim used once more, and the claim's id."""
    claim, target = claim_of(map, wanted.claim).id, part_of(map, wanted.target).id
    if claim == target:
        raise RefusedError("a claim cannot be a reason or a counterpoint of itself")
    for one in map.bearing.get(target, ()):
        if one.premises == (claim,) and one.stance is wanted.stance:
            raise RefusedError(f"`{claim}` stands there already")
    return _bearing(map, claim, wanted.stance, target, wanted.after), claim


def thesis(map: ArgumentMap, wanted: AddThesis) -> tuple[ArgumentMap, str]:
    """The map with a new thesis, and its id."""
    claim = _new(map, wanted.text)
    theses = among(map.theses, claim.id, wanted.after, "the theses")
    return replace(map, claims=(*map.claims, claim), theses=theses), claim.id


def premise(map: ArgumentMap, wanted: AddPremise) -> tuple[ArgumentMap, str]:
    """The map with a premise linked to those of an argument, and the premise's id."""
    argument = argument_of(map, wanted.argument)
    if bool(wanted.text) is bool(wanted.claim):
        raise RefusedError("a premise is a new claim by its text, or one by its id")
    if wanted.claim:
        claim = claim_of(map, wanted.claim)
    else:
        claim = _new(map, wanted.text)
        map = replace(map, claims=(*map.claims, claim))
    if claim.id in argument.premises:
        raise RefusedError(f"`{claim.id}` is a premise of it already")
    if claim.id == argument.target:
        raise RefusedError("a claim cannot be a reason or a counterpoint of itself")
    premises = among(argument.premises, claim.id, wanted.after, "its premises")
    return with_part(map, replace(argument, premises=premises)), claim.id


def _new(map: ArgumentMap, text: str) -> Claim:
    text = one_line(text)
    return Claim(Namer([part.id for part in map.parts]).claim(text), text)


def _bearing(
    map: ArgumentMap, claim: str, stance: Stance, target: str, after: str | None
) -> ArgumentMap:
    id = Namer([part.id for part in map.parts]).argument(claim)
    new = Argument(id, (claim,), stance, target)
    return replace(map, arguments=put(map, new, after))
