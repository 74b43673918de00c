"""A word that both sides changed, with the value that is chosen for it."""

from dataclasses import replace
from typing import Any

from argmap.merge.values import citation, field_of, names, share
from argmap.model import Argument, ArgumentMap, Claim, Conflict, Stance
from argmap.model.graph import Extra
from argmap.model.ids import Namer
from argmap.yaml import words

#: Fields of several lines, in which two texts can stand one below the other.
_LONG = ("note", "description")
#: Fields that have one value each, and those of which a merge leaves conflicts beside them.
_SETTLED = frozenset(
    (*_LONG, "text", "kind", "basis", "standing", "weight", "cites", "target", "premises", "stance",
     "scheme", "warrant", "strength", "theses", "title", "question", "date", "language")
)  # fmt: skip


class SettlingError(Exception):
    """A conflict that cannot be settled so; the text says why."""


def chosen(map: ArgumentMap, conflict: Conflict, text: str) -> ArgumentMap:
    """The map with `text` for the word of a conflict, or with their value if there is none."""
    name = field_of(conflict.word)
    if conflict.among:
        return _entry(map, conflict, name, text or conflict.theirs)
    owner = _owner(map, conflict)
    if name == "cites":
        if text:
            raise SettlingError("a citation cannot be written here: take a side, and edit the map")
        return _put(map, owner, cites=_cites(owner.cites, conflict))
    if name in ("premises", "theses") and text:
        return _put(map, owner, **{name: tuple(text.replace(",", " ").split())})
    return _put(map, owner, **{name: _value(owner, name, text or conflict.theirs)})


def undone(map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """The map with what was there before both sides changed a word; as it is where that cannot be
    told. A text or a target that was not there is empty: such a map is only there to be compared.
    """
    name = field_of(conflict.word)
    try:
        if not (conflict.base or conflict.among) and name in ("text", "target"):
            return _put(map, _owner(map, conflict), **{name: ""})
        return chosen(map, replace(conflict, theirs=conflict.base), "")
    except (SettlingError, ValueError, TypeError):
        return map


def doubled(map: ArgumentMap, conflict: Conflict) -> ArgumentMap:
    """The map with both values, where both can stand."""
    name = field_of(conflict.word)
    if conflict.among or (name not in (*_LONG, "text", "cites", "premises", "theses", "target")):
        raise SettlingError(f"`{conflict.word}` has one value only: take ours or theirs")
    owner, theirs = _owner(map, conflict), conflict.theirs
    if name in (*_LONG, "text", "target") and not isinstance(theirs, str):
        raise ValueError(f"`{name}` is a text")
    if name == "text":
        return _second_claim(map, owner, theirs)
    if name == "target":
        copy = replace(owner, id=_namer(map).name(owner.id), target=str(theirs))
        return replace(map, arguments=(*map.arguments, copy))
    if name in _LONG:
        return _put(map, owner, **{name: f"{getattr(owner, name)}\n{theirs}".strip()})
    more: tuple[Any, ...] = ()
    if theirs:
        more = (citation(theirs),) if name == "cites" else names(theirs)
    return _put(map, owner, **{name: tuple(dict.fromkeys((*getattr(owner, name), *more)))})


def _owner(map: ArgumentMap, conflict: Conflict) -> Any:
    """What a conflict is about: a claim, an argument or the map itself."""
    id = conflict.about
    owner = (map.claim.get(id) or map.argument.get(id)) if id else map
    if owner is None:
        raise _missing(conflict)
    name = field_of(conflict.word)
    if name not in _SETTLED or name not in owner.__dataclass_fields__:
        raise SettlingError(f"`{conflict.word}` is no word of `{id or 'the map'}` to settle")
    return owner


def _put(map: ArgumentMap, owner: Any, **changes: Any) -> ArgumentMap:
    if isinstance(owner, ArgumentMap):
        return replace(map, **changes)
    new = replace(owner, **changes)
    if isinstance(owner, Claim):
        return replace(map, claims=tuple(new if one is owner else one for one in map.claims))
    return replace(map, arguments=tuple(new if one is owner else one for one in map.arguments))


def _value(owner: Any, name: str, value: Extra) -> Any:
    if name in ("weight", "strength"):
        return share(value) if value else None
    if name in ("premises", "theses"):
        return names(value) if value else ()
    if not isinstance(value, str):
        raise ValueError(f"`{name}` is a text")
    if name in ("text", "target") and not value:
        raise SettlingError(f"`{name}` cannot be empty")
    word = words.ITEM.get(name)
    if value and word is not None and word.choices and value not in word.choices:
        raise SettlingError(f"`{name}` is one of: {', '.join(word.choices)}")
    return Stance(value) if name == "stance" else value


def _cites(cites: tuple[Any, ...], conflict: Conflict) -> tuple[Any, ...]:
    """The citations with theirs in the place of ours."""
    ours = citation(conflict.ours) if conflict.ours else None
    theirs = (citation(conflict.theirs),) if conflict.theirs else ()
    if ours not in cites:
        return (*cites, *theirs)
    at = cites.index(ours)
    return (*cites[:at], *theirs, *cites[at + 1 :])


def _second_claim(map: ArgumentMap, claim: Claim, text: str) -> ArgumentMap:
    """Their wording as a claim of its own, wherever ours stands: beside it, or linked with it."""
    if not text:
        raise SettlingError("a claim cannot be empty: take ours or theirs")
    namer = _namer(map)
    other = replace(claim, id=namer.claim(text), text=text)
    at = map.claims.index(claim) + 1
    arguments: list[Argument] = []
    for one in map.arguments:
        alone = one.premises == (claim.id,)
        if claim.id in one.premises and not alone:
            one = replace(one, premises=(*one.premises, other.id))
        arguments.append(one)
        if alone:
            arguments.append(replace(one, id=namer.argument(other.id), premises=(other.id,)))
    theses = [id for thesis in map.theses
              for id in ((thesis, other.id) if thesis == claim.id else (thesis,))]  # fmt: skip
    return replace(
        map, claims=(*map.claims[:at], other, *map.claims[at:]), arguments=tuple(arguments),
        theses=tuple(theses),
    )  # fmt: skip


def _entry(map: ArgumentMap, conflict: Conflict, name: str, value: Extra) -> ArgumentMap:
    """A field of a source or of a person."""
    entries: list[Any] = list(getattr(map, conflict.among))
    for at, entry in enumerate(entries):
        if entry.id == conflict.about:
            known = words.SOURCE if conflict.among == "sources" else words.PERSON
            if name in known:
                entries[at] = replace(entry, **{name: value})
            else:
                extra = {**entry.extra, name: value}
                entries[at] = replace(entry, extra={k: v for k, v in extra.items() if v != ""})
            changes: dict[str, Any] = {conflict.among: tuple(entries)}
            return replace(map, **changes)
    raise _missing(conflict)


def _missing(conflict: Conflict) -> SettlingError:
    return SettlingError(
        f"`{conflict.about}` is no longer in the map: take ours to drop the conflict"
    )


def _namer(map: ArgumentMap) -> Namer:
    return Namer([part.id for part in map.parts])
