"""How the tests of diffs write and compare maps."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.circles import support_circles
from tests.strategies import argument_maps, texts


def meaning(map: ArgumentMap) -> dict[str, Any]:
    """All that a map says; not in it is the order of sources, of people, of claims that bear on
    nothing, and of exclusions."""
    pairs = {half.id for pair in map.exclusions for half in pair}
    rows: dict[Any, list[str]] = {}
    for argument in map.arguments:
        if argument.id not in pairs:
            rows.setdefault((argument.target, argument.stance), []).append(argument.id)
    parts = ("claims", "arguments", "sources", "people")
    return {
        "about": {f: getattr(map, f) for f in map.__dataclass_fields__ if f not in parts},
        "rows": rows,
        **{name: {part.id: part for part in getattr(map, name)} for name in parts},
    }


@st.composite
def versions(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap]:
    """Two maps: any, or one and what became of it when much was done to it."""
    old, other = draw(argument_maps()), draw(argument_maps())
    if draw(st.integers(0, 3)) == 0:
        return old, other
    claims = [claim for claim in old.claims if draw(st.integers(0, 4))] or list(old.claims)
    claims = [
        replace(claim, text=draw(texts)) if draw(st.integers(0, 3)) == 0 else claim
        for claim in claims
    ]
    taken = {part.id for part in old.parts}
    claims += [claim for claim in other.claims if claim.id not in taken][: draw(st.integers(0, 2))]
    ids = st.sampled_from([claim.id for claim in claims])
    known = {claim.id for claim in claims}
    found: list[Argument] = []
    for argument in draw(st.permutations(old.arguments)) if draw(st.booleans()) else old.arguments:
        premises = tuple(p for p in argument.premises if p in known)
        if draw(st.integers(0, 3)) == 0:
            premises += tuple(draw(st.lists(ids, max_size=2)))
        target = draw(ids) if draw(st.integers(0, 3)) == 0 else argument.target
        stance = draw(st.sampled_from(Stance)) if draw(st.booleans()) else argument.stance
        changed = replace(
            argument, premises=tuple(dict.fromkeys(premises)), target=target, stance=stance,
            note=draw(st.sampled_from(["", argument.note, "see there"])),
        )  # fmt: skip
        if draw(st.integers(0, 5)) and premises:
            found.append(changed)
    targets = known | {argument.id for argument in found}
    while len(found) > len(sound := [a for a in found if a.target in targets]):
        found, targets = sound, known | {argument.id for argument in sound}
    theses = tuple(draw(st.lists(ids, min_size=1, max_size=2, unique=True)))
    new = replace(other, claims=tuple(claims), arguments=tuple(found), theses=theses)
    while (circle := next(support_circles(new), None)) is not None:
        left = [a for a in new.arguments if a.id != circle[0].id and a.target != circle[0].id]
        new = replace(new, arguments=tuple(a for a in left if a.target in known))
    return old, replace(new, sources=(*old.sources, *_beyond(old, other)))


def _beyond(old: ArgumentMap, other: ArgumentMap) -> list[Any]:
    known = {source.id for source in old.sources}
    return [source for source in other.sources if source.id not in known]
