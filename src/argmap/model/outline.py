"""The order in which a map is read and written: which claim is nested where.

A claim is at home where it is first used; everywhere else it is a reference. Theses are at home at
the top, and what no thesis leads to is shared.
"""

from dataclasses import dataclass, field, replace

from argmap.model.conflicts import ids_in
from argmap.model.graph import Argument, ArgumentMap, Stance
from argmap.model.ids import Namer

#: Claims nested deeper than this are written under `shared`, where they can still be read.
MAX_NESTING = 60


@dataclass
class Outline:
    """Claims and arguments in reading order, and where each is written.

    `home` maps a claim to the argument under which it is written (None: at the top, or shared);
    `excludes` maps a claim to those that it is written to exclude, `pairs` are the ids of the
    arguments that this stands for; they come last.
    """

    shared: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    home: dict[str, str | None] = field(default_factory=dict)
    excludes: dict[str, list[str]] = field(default_factory=dict)
    pairs: set[str] = field(default_factory=set)

    def on(self, map: ArgumentMap, target: str) -> list[Argument]:
        """The arguments nested under a target: reasons first, then counterpoints."""
        nested = [a for a in map.bearing.get(target, ()) if a.id not in self.pairs]
        return sorted(nested, key=lambda argument: argument.stance is Stance.AGAINST)


def outline(map: ArgumentMap, *, excludes: bool = True) -> Outline:
    """The outline of a map; `excludes=False` writes exclusions as plain counterpoints."""
    result = Outline()
    partners: dict[str, list[tuple[Argument, Argument]]] = {}
    for one, back in map.exclusions if excludes else ():
        result.pairs.update((one.id, back.id))
        partners.setdefault(one.premises[0], []).append((one, back))
        partners.setdefault(back.premises[0], []).append((back, one))
    last: dict[str, Argument] = {}
    theses = set(map.theses)
    result.home.update(dict.fromkeys(map.theses))
    for root in (*map.theses, *(claim.id for claim in map.claims if claim.id not in theses)):
        if root not in result.home:
            result.home[root] = None
            result.shared.append(root)
        elif root not in theses:
            continue
        stack: list[tuple[str | Argument, int]] = [(root, 0)]
        while stack:
            thing, depth = stack.pop()
            if isinstance(thing, Argument):
                result.arguments.append(thing)
                nested: list[tuple[str | Argument, int]] = []
                for premise in thing.premises:
                    # What is too deep waits for its turn under `shared`.
                    if premise not in result.home and depth < MAX_NESTING:
                        result.home[premise] = thing.id
                        nested.append((premise, depth + 1))
                about = [(a, depth + 1) for a in result.on(map, thing.id)]
                if len(thing.premises) == 1 and nested:
                    # A plain item: the claim, then what is about its step, then about the claim.
                    claim = thing.premises[0]
                    _enter(result, claim, partners, last)
                    nested = [*about, *((a, depth + 1) for a in result.on(map, claim))]
                else:
                    nested += about
                stack += nested[::-1]
            else:
                _enter(result, thing, partners, last)
                stack += [(a, depth) for a in result.on(map, thing)][::-1]
    result.arguments += last.values()
    return result


def _enter(
    result: Outline, claim: str, partners: dict[str, list[tuple[Argument, Argument]]],
    last: dict[str, Argument],
) -> None:  # fmt: skip
    result.claims.append(claim)
    for one, back in partners.get(claim, ()):
        if one.id not in last:
            result.excludes.setdefault(claim, []).append(one.target)
            last[one.id], last[back.id] = one, back


def arrange(map: ArgumentMap) -> tuple[Outline, set[str]]:
    """The outline of a map and the ids that it must write: those that something refers to, and
    those that a reader would not derive."""
    order = outline(map)
    written = _written_ids(map, order)
    if written & order.pairs:
        # `excludes` has no room for ids of its own.
        order = outline(map, excludes=False)
        written = _written_ids(map, order)
    return order, written


def _written_ids(map: ArgumentMap, order: Outline) -> set[str]:
    """The ids that must be written: referred to, or not what would be derived."""
    written = {id for others in order.excludes.values() for id in others}
    named = {id for conflict in map.conflicts for id in ids_in(conflict)}
    written.update(id for id in named if id in map.claim or id in map.argument)
    for argument in map.arguments:
        if argument.id not in order.pairs:
            written.update(p for p in argument.premises if order.home.get(p) != argument.id)
            written.update(p for p in argument.premises if argument.premises.count(p) > 1)
    while True:
        namer = Namer(written)
        missed = {
            id for id in order.claims if id not in written and namer.claim(map.claim[id].text) != id
        }
        missed |= {
            argument.id
            for argument in order.arguments
            if argument.id not in written and namer.argument(argument.premises[0]) != argument.id
        }
        if not missed:
            return written
        written |= missed


def in_reading_order(map: ArgumentMap) -> ArgumentMap:
    """The same map, its claims and arguments ordered as they are read top to bottom."""
    order, _ = arrange(map)
    return replace(
        map, claims=tuple(map.claim[id] for id in order.claims), arguments=tuple(order.arguments)
    )
