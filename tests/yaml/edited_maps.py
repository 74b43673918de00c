"""Maps and what becomes of them when people edit them: every kind of edit, seeded."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from argmap.model import Argument, ArgumentMap, Citation, Claim, Person, Reference, Stance
from argmap.model.circles import support_circles


def edited(map: ArgumentMap, random: Random, edits: int = 1) -> ArgumentMap:
    """The map after some edits; each leaves a sound map."""
    done = 0
    for _ in range(20 * edits):
        new = random.choice(EDITS)(map, random)
        if new is not None and new != map and sound(new):
            map, done = new, done + 1
        if done == edits:
            break
    return map


def sound(map: ArgumentMap) -> bool:
    """Whether a map is one that a text can mean."""
    known = {source.id for source in map.sources}
    for argument in map.arguments:
        seen, at = {argument.id}, argument.target
        while at in map.argument:
            if at in seen:
                return False
            seen.add(at)
            at = map.argument[at].target
        if at not in map.claim or not all(premise in map.claim for premise in argument.premises):
            return False
    cited = {cite.source for part in map.parts for cite in part.cites}
    ids = [part.id for part in map.parts]
    return (
        bool(map.theses) and cited <= known and len(set(ids)) == len(ids)
        and {*map.theses} <= {*map.claim} and next(support_circles(map), None) is None
    )  # fmt: skip


def without(map: ArgumentMap, gone: set[str]) -> ArgumentMap:
    """The map without some arguments and claims, and without what only they led to."""
    while True:
        arguments = tuple(
            a for a in map.arguments
            if not gone & {a.id, a.target, *a.premises}
        )  # fmt: skip
        gone |= {a.id for a in map.arguments} - {a.id for a in arguments}
        used = {p for a in arguments for p in a.premises} | {*map.theses}
        dropped = {p for a in map.arguments if a.id in gone for p in a.premises} - used - gone
        theses = tuple(id for id in map.theses if id not in gone)
        claims = tuple(c for c in map.claims if c.id not in gone)
        map = replace(map, arguments=arguments, claims=claims, theses=theses)
        if not dropped:
            return map
        gone = dropped


def _text(random: Random) -> str:
    words = ["The zoo", "no", "a: b", "should close", "animals - suffer", "# not", "猫", '"so"']
    return " ".join(random.sample(words, random.randint(1, 3)))


def _new(map: ArgumentMap, random: Random, stem: str) -> str:
    taken = {part.id for part in map.parts}
    return next(id for n in range(len(taken) + 1) if (id := f"{stem}-{n}") not in taken)


def _with(map: ArgumentMap, *parts: Claim | Argument) -> ArgumentMap:
    new = {part.id: part for part in parts}
    return replace(
        map,
        claims=tuple(new.get(c.id, c) for c in map.claims),  # type: ignore[misc]
        arguments=tuple(new.get(a.id, a) for a in map.arguments),  # type: ignore[misc]
    )


def _reword(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    return _with(map, replace(random.choice(map.claims), text=_text(random)))


def _describe(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    cites = tuple(
        Citation(random.choice(map.sources).id, random.choice(["", "q"]), random.choice(["", "p. 1"]))
        for _ in range(random.randint(0, 2))
    ) if map.sources else ()  # fmt: skip
    fields: list[tuple[str, Any]] = [
        ("by", tuple(random.sample(["a", "b", "c"], random.randint(0, 2)))),
        ("tags", tuple(random.sample(["t", "u, v", "w"], random.randint(0, 3)))),
        ("note", random.choice(["", "n", "two\nlines"])), ("weight", random.choice([None, 0.0, 0.5])),
        ("kind", random.choice(["", "fact", "value"])), ("implicit", random.random() < 0.5),
        ("cites", cites),
    ]  # fmt: skip
    return _with(map, replace(random.choice(map.claims), **dict([random.choice(fields)])))


def _describe_step(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if not map.arguments:
        return None
    fields: list[tuple[str, Any]] = [
        ("by", tuple(random.sample(["a", "b", "c"], random.randint(0, 2)))),
        ("scheme", random.choice(["", "sign"])), ("note", random.choice(["", "two\nlines"])),
        ("strength", random.choice([None, 0.25])), ("warrant", random.choice(["", "w"])),
    ]  # fmt: skip
    return _with(map, replace(random.choice(map.arguments), **dict([random.choice(fields)])))


def _add(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    claim = Claim(_new(map, random, "new"), _text(random))
    target = random.choice([*map.claim, *map.argument])
    step = Argument(_new(map, random, "s"), (claim.id,), random.choice(list(Stance)), target)
    if random.random() < 0.7:
        step = replace(step, id=f"step-{claim.id}")
    place = random.randint(0, len(map.arguments))
    arguments = (*map.arguments[:place], step, *map.arguments[place:])
    return replace(map, claims=(*map.claims, claim), arguments=arguments)


def _interpose(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if not map.arguments:
        return None
    under = random.choice(map.arguments)
    added = _add(map, random)
    assert added is not None
    claim = added.claims[-1].id
    return _with(added, replace(under, target=claim))


def _remove(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    return without(map, {random.choice([*map.argument])}) if map.arguments else None


def _remove_claim(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    return without(map, {random.choice([*map.claim])}) if len(map.claims) > 1 else None


def _move(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if not map.arguments:
        return None
    target = random.choice([*map.claim, *map.argument])
    return _with(map, replace(random.choice(map.arguments), target=target))


def _turn(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if not map.arguments:
        return None
    return _with(map, replace(random.choice(map.arguments), stance=random.choice(list(Stance))))


def _regroup(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if not map.arguments:
        return None
    argument = random.choice(map.arguments)
    premises = list(argument.premises)
    if len(premises) > 1 and random.random() < 0.5:
        premises.remove(random.choice(premises))
    else:
        claim = random.choice([*map.claim])
        if claim in premises:
            return None
        premises.insert(random.randint(0, len(premises)), claim)
    return _with(map, replace(argument, premises=tuple(premises)))


def _reuse(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    target = random.choice([*map.claim, *map.argument])
    claim = random.choice([*map.claim])
    step = Argument(
        _new(map, random, f"step-{claim}"), (claim,), random.choice(list(Stance)), target
    )
    return replace(map, arguments=(*map.arguments, step))


def _exclude(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    if len(map.claims) < 2:
        return None
    a, b = random.sample([*map.claim], 2)
    one = Argument(_new(map, random, f"step-{a}"), (a,), Stance.AGAINST, b)
    back = Argument(_new(map, random, f"step-{b}"), (b,), Stance.AGAINST, a)
    return replace(map, arguments=(*map.arguments, one, back))


def _reorder(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    arguments = list(map.arguments)
    random.shuffle(arguments)
    return replace(map, arguments=tuple(arguments))


def _theses(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    count = random.randint(1, min(3, len(map.claims)))
    return replace(map, theses=tuple(random.sample([*map.claim], count)))


def _top(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    fields: list[tuple[str, Any]] = [
        ("title", random.choice(["", "T", "Another: title"])), ("language", random.choice(["", "en"])),
        ("description", random.choice(["", "one\ntwo"])), ("authors", ("A", "B")),
        ("keywords", random.choice([(), ("k",), ("k", "l")])),
    ]  # fmt: skip
    return replace(map, **dict([random.choice(fields)]))


def _sources(map: ArgumentMap, random: Random) -> ArgumentMap | None:
    sources = list(map.sources)
    if sources and random.random() < 0.6:
        source = random.choice(sources)
        sources[sources.index(source)] = replace(source, title=_text(random), extra={"x": ["y"]})
    elif sources and random.random() < 0.3:
        sources.pop(random.randrange(len(sources)))
    else:
        taken = [source.id for source in sources]
        if "added" not in taken:
            sources.insert(random.randint(0, len(sources)), Reference("added", "An added one"))
    people = [*map.people][1:] if random.random() < 0.2 else map.people
    if random.random() < 0.5 and all(person.id != "p" for person in people):
        people = (*people, Person("p", "A person"))
    return replace(map, sources=tuple(sources), people=tuple(people))


EDITS: tuple[Callable[[ArgumentMap, Random], ArgumentMap | None], ...] = (
    _reword, _describe, _describe_step, _add, _interpose, _remove, _remove_claim, _move, _turn,
    _regroup, _reuse, _exclude, _reorder, _theses, _top, _sources,
)  # fmt: skip
