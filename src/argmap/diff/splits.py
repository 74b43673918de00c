"""Claims that became several, and several that became one: by the words that they share."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from argmap.diff.words import words
from argmap.model import ArgumentMap

#: The share of a part's words that the whole must have, and of the whole's that the parts must.
_CONTAINED, _COVERED = 0.7, 0.75
#: The least share of a part's words, and number, that no other part brings. Parts that repeat what
#: they have in common ("… as an investor", "… as a supplier") bring less of their own, but then
#: nearly all of their words are the whole's.
_OWN, _FEW, _REPEATED = 0.5, 2, 0.9
#: The most claims beside a claim that are looked at.
_BESIDE = 50


@dataclass(frozen=True, slots=True)
class Split:
    """The claim `whole` of one version is the claims `parts` of the other; the first of them may be
    matched with it. `share` of its words are in them."""

    whole: str
    parts: tuple[str, ...]
    share: float


def splits(old: ArgumentMap, new: ArgumentMap, new_of: Mapping[str, str]) -> Iterator[Split]:
    """The claims of `old` that are two or more in `new`.

    Only what is `new` and stands beside the claim, or below it, is taken for a part of it. With the
    versions exchanged this gives what was joined.
    """
    old_of = {other: one for one, other in new_of.items()}
    free = {claim.id for claim in new.claims if claim.id not in old_of}
    for claim in old.claims if free else ():
        first = new_of.get(claim.id)
        if first is not None and new.claim[first].text == claim.text:
            continue
        beside = _beside(new, first) if first else _under(old, new, claim.id, new_of)
        candidates = [id for id in beside if id in free]
        if candidates:
            found = _split(claim.text, new, first, candidates)
            if found and len(found[0]) > 1:
                yield Split(claim.id, *found)
                free.difference_update(found[0])


def _split(
    text: str, new: ArgumentMap, first: str | None, candidates: list[str]
) -> tuple[tuple[str, ...], float] | None:
    whole = Counter(words(text))
    left, parts = Counter(whole), []
    for id in [first, *candidates] if first else candidates:
        part = Counter(words(new.claim[id].text))
        size = part.total()
        own = (part & left).total()
        shared = (part & whole).total()
        fits = shared >= _CONTAINED * size and size < whole.total()
        if fits and own >= (_FEW if shared >= _REPEATED * size else max(_FEW, _OWN * size)):
            parts.append(id)
            left -= part
        elif id == first:
            return None
    share = 1 - left.total() / max(1, whole.total())
    return (tuple(parts), share) if share >= _COVERED else None


def _beside(map: ArgumentMap, claim: str) -> list[str]:
    """The claims that stand together with a claim, beside it, and below it."""
    found: dict[str, None] = {}
    for argument in map.used.get(claim, ()):
        found.update(dict.fromkeys(argument.premises))
        found.update(_on(map, argument.target))
    found.update(_on(map, claim))
    return list(found)


def _under(old: ArgumentMap, new: ArgumentMap, claim: str, new_of: Mapping[str, str]) -> list[str]:
    """The claims that now stand where a claim stood."""
    found: dict[str, None] = {}
    for argument in old.used.get(claim, ()):
        if argument.target in new_of:
            found.update(_on(new, new_of[argument.target]))
    return list(found)


def _on(map: ArgumentMap, target: str) -> dict[str, None]:
    arguments = map.bearing.get(target, ())[:_BESIDE]
    return {premise: None for argument in arguments for premise in argument.premises}
