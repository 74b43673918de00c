"""Maps as somebody else left them: a few edits of any kind, each of which leaves a map."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Claim, Reference, Stance
from argmap.model.circles import support_circles
from argmap.model.ids import Namer
from argmap.model.outline import in_reading_order
from tests.strategies import argument_maps, texts

_WORDS = st.sampled_from(["large", "never", "old", "Visitors", "bears", "in winter", "twice"])


@st.composite
def versions(draw: st.DrawFn) -> tuple[ArgumentMap, ArgumentMap, ArgumentMap]:
    """A map, and two versions of it."""
    base = in_reading_order(draw(argument_maps(max_claims=6)))
    return base, draw(edited(base)), draw(edited(base))


@st.composite
def edited(draw: st.DrawFn, map: ArgumentMap, most: int = 4) -> ArgumentMap:
    for _ in range(draw(st.integers(0, most))):
        edit = draw(st.sampled_from(_EDITS))
        new = edit(draw, map)
        if new.theses and next(support_circles(new), None) is None:
            map = new
    return in_reading_order(map)


def _reword(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    claim = draw(st.sampled_from(map.claims))
    parts = claim.text.split(" ")
    at = draw(st.integers(0, len(parts)))
    parts.insert(at, draw(_WORDS))
    if draw(st.booleans()) and len(parts) > 2:
        del parts[draw(st.integers(0, len(parts) - 1))]
    text = " ".join(parts).strip()
    return _claim(map, replace(claim, text=text)) if text else map


def _rewrite(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    return _claim(map, replace(draw(st.sampled_from(map.claims)), text=draw(texts)))


def _detail(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    claim = draw(st.sampled_from(map.claims))
    change: dict[str, Any] = draw(
        st.sampled_from(
            [{"weight": 0.25}, {"weight": 0.75}, {"weight": None}, {"kind": "fact"}, {"kind": ""},
             {"note": "A note"}, {"note": ""}, {"tags": ("x", *claim.tags)}, {"tags": claim.tags[1:]},
             {"implicit": not claim.implicit}, {"by": ("Haddad",)}, {"cites": claim.cites[1:]}]
        )
    )  # fmt: skip
    return _claim(map, replace(claim, **change))


def _rename(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    old = draw(st.sampled_from(map.claims)).id
    new = Namer([part.id for part in map.parts]).name(draw(st.sampled_from(["harm", "cost", "x"])))
    return replace(
        map,
        claims=tuple(replace(c, id=new) if c.id == old else c for c in map.claims),
        arguments=tuple(
            replace(
                a, target=new if a.target == old else a.target,
                premises=tuple(new if p == old else p for p in a.premises),
            )
            for a in map.arguments
        ),
        theses=tuple(new if id == old else id for id in map.theses),
    )  # fmt: skip


def _delete(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    """A claim goes, with what bears on it, and out of the premises that it is linked with."""
    gone = {draw(st.sampled_from(map.claims)).id}
    while True:
        more = {
            a.id
            for a in map.arguments
            if a.id not in gone and (a.target in gone or gone.issuperset(a.premises))
        }
        if not more:
            break
        gone |= more
    return replace(
        map,
        claims=tuple(c for c in map.claims if c.id not in gone),
        arguments=tuple(
            replace(a, premises=tuple(p for p in a.premises if p not in gone))
            for a in map.arguments if a.id not in gone
        ),
        theses=tuple(id for id in map.theses if id not in gone),
    )  # fmt: skip


def _drop_step(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    loose = [a for a in map.arguments if a.id not in map.bearing]
    if not loose:
        return map
    gone = draw(st.sampled_from(loose))
    return replace(map, arguments=tuple(a for a in map.arguments if a is not gone))


def _add(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    namer = Namer([part.id for part in map.parts])
    text = draw(texts | st.sampled_from(["A new reason", "Another one"]))
    claim = Claim(namer.claim(text) if draw(st.booleans()) else namer.name("new"), text)
    target = draw(st.sampled_from([part.id for part in map.parts]))
    step = Argument(namer.argument(claim.id), (claim.id,), draw(st.sampled_from(Stance)), target)
    at = draw(st.integers(0, len(map.arguments)))
    return replace(
        map, claims=(*map.claims, claim),
        arguments=(*map.arguments[:at], step, *map.arguments[at:]),
    )  # fmt: skip


def _use(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    namer = Namer([part.id for part in map.parts])
    premise = draw(st.sampled_from(map.claims)).id
    target = draw(st.sampled_from([part.id for part in map.parts]))
    step = Argument(namer.argument(premise), (premise,), draw(st.sampled_from(Stance)), target)
    return replace(map, arguments=(*map.arguments, step))


def _connect(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    """A step gets another target, another stance or other premises."""
    if not map.arguments:
        return map
    step = draw(st.sampled_from(map.arguments))
    other = draw(st.sampled_from(map.claims)).id
    linked = tuple(dict.fromkeys((*step.premises, other)))
    new = draw(
        st.sampled_from(
            [replace(step, target=other), replace(step, stance=draw(st.sampled_from(Stance))),
             replace(step, premises=linked), replace(step, premises=step.premises[1:] or (other,)),
             replace(step, strength=0.5), replace(step, scheme="explanation")]
        )
    )  # fmt: skip
    return replace(map, arguments=tuple(new if a is step else a for a in map.arguments))


def _theses(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    id = draw(st.sampled_from(map.claims)).id
    theses = tuple(t for t in map.theses if t != id) if id in map.theses else (*map.theses, id)
    return replace(map, theses=theses)


def _head(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    change: dict[str, Any] = draw(
        st.sampled_from(
            [{"title": "One title"}, {"title": "Another"}, {"keywords": (*map.keywords, "zoo")},
             {"keywords": map.keywords[1:]}, {"description": ""}, {"date": "2024"}]
        )
    )  # fmt: skip
    return replace(map, **change)


def _source(draw: st.DrawFn, map: ArgumentMap) -> ArgumentMap:
    known = {source.id: source for source in map.sources}
    new = Reference("survey", draw(texts), extra={"pages": draw(texts)})
    return replace(map, sources=tuple({**known, "survey": new}.values()))


def _claim(map: ArgumentMap, new: Claim) -> ArgumentMap:
    return replace(map, claims=tuple(new if c.id == new.id else c for c in map.claims))


_EDITS: tuple[Callable[[st.DrawFn, ArgumentMap], ArgumentMap], ...] = (
    _reword, _rewrite, _detail, _rename, _delete, _drop_step, _add, _use, _connect, _theses, _head,
    _source,
)  # fmt: skip
