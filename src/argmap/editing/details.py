"""Operations on one claim or argument: its fields, its citations."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from argmap.diagnostics import did_you_mean
from argmap.editing.operations import Cite, Edit, Uncite
from argmap.editing.refusal import RefusedError, near, part_of
from argmap.editing.values import CLAIM, STEP, one_line, value_for
from argmap.model import Argument, ArgumentMap, Citation, Claim, Stance
from argmap.model.ids import Namer, nfc, slug


def edit(map: ArgumentMap, wanted: Edit, loose: Collection[str]) -> tuple[ArgumentMap, str, str]:
    """The map with another value, the id of the part, and the id that it gets.

    An id that a reader derives follows the text, if it is among those that are `loose`.
    """
    part: Any = part_of(map, wanted.id)
    table = CLAIM if isinstance(part, Claim) else STEP
    word = table.get(wanted.field)
    if word is None:
        kind = "a claim" if isinstance(part, Claim) else "an argument"
        mend = did_you_mean(wanted.field, tuple(table))
        raise RefusedError(f"`{wanted.field[:60]}` of {kind} cannot be edited", mend)
    changed = replace(part, **{wanted.field: value_for(map, word, wanted.value)})
    if isinstance(changed, Argument) and changed.explains and changed.stance is Stance.AGAINST:
        raise RefusedError("a counterpoint cannot be an explanation")
    new = part.id
    if isinstance(changed, Claim) and part.id in loose and slug(changed.text) != slug(_text(part)):
        new = Namer({one.id for one in map.parts} - {part.id}).claim(changed.text)
    return with_part(map, changed), part.id, new


def _text(part: Claim | Argument) -> str:
    return part.text if isinstance(part, Claim) else ""


def cite(map: ArgumentMap, wanted: Cite) -> tuple[ArgumentMap, str]:
    """The map with a citation more, or another one, and the id of the part."""
    part = part_of(map, wanted.id)
    known = [source.id for source in map.sources]
    source = nfc(wanted.source.strip())
    if source not in known:
        mend = near(source, known) or "sources are written at the top of the file"
        raise RefusedError(f"there is no source `{source[:60]}`", mend)
    texts = {
        name: one_line(text, name) if text.strip() else ""
        for name, text in (("quote", wanted.quote), ("at", wanted.at), ("note", wanted.note))
    }
    cites = [*part.cites]
    if wanted.number is None:
        cites.append(Citation(source, **texts))
    else:
        cites[_number(part, wanted.number)] = Citation(source, **texts)
    return with_part(map, replace(part, cites=tuple(cites))), part.id


def uncite(map: ArgumentMap, wanted: Uncite) -> tuple[ArgumentMap, str]:
    """The map with a citation less, and the id of the part."""
    part = part_of(map, wanted.id)
    cites = [*part.cites]
    del cites[_number(part, wanted.number)]
    return with_part(map, replace(part, cites=tuple(cites))), part.id


def _number(part: Claim | Argument, number: int) -> int:
    if not 0 <= number < len(part.cites):
        raise RefusedError(f"`{part.id}` has no citation {number + 1}")
    return number


def with_part(map: ArgumentMap, new: Claim | Argument) -> ArgumentMap:
    """The map with another claim or argument in place of the one of its id."""
    if isinstance(new, Claim):
        claims = tuple(new if one.id == new.id else one for one in map.claims)
        return replace(map, claims=claims)
    arguments = tuple(new if one.id == new.id else one for one in map.arguments)
    return replace(map, arguments=arguments)
