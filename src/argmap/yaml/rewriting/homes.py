"""Which claim is written where: where the document has it, as far as the map still allows."""

from collections.abc import Collection, Mapping

from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.outline import MAX_NESTING, Outline

#: As `MAX_NESTING`, for claims that are as deep in the document already.
_MOST = 180


def settled(
    map: ArgumentMap, wishes: Mapping[str, str | None], excludes: Mapping[str, list[str]],
    pairs: Collection[str],
) -> Outline:  # fmt: skip
    """The outline of a map with every claim at home where it is wished to be, if it can be.

    `wishes` maps a claim to the argument that it is to be nested in, or to None for `shared`. A
    claim without a wish is at home where it is first used.
    """
    result = Outline(excludes=dict(excludes), pairs=set(pairs))
    theses = set(map.theses)
    result.home.update(dict.fromkeys(map.theses))
    wished = {
        claim: home
        for claim, home in wishes.items()
        if claim not in theses and (home is None or _uses(map, home, claim))
    }
    later: list[tuple[str, str]] = []  # claims met where they are not wished to be
    _enter(map, result, list(map.theses), wished, later)
    for claim in map.claims:
        if claim.id not in result.home and wished.get(claim.id, "") is None:
            _share(map, result, claim.id, wished, later)
    # Those that wish to be in an argument come last: what it is about may find its place before.
    for claim in sorted(map.claims, key=lambda claim: claim.id in wished):
        while later:
            # What they wished for is nowhere: they stay where they were first met.
            waiting, later = later, []
            for id, home in waiting:
                if id not in result.home:
                    result.home[id] = home
                    _enter(map, result, [id], wished, later)
        if claim.id not in result.home:
            _share(map, result, claim.id, wished, later)
    assert not later or all(id in result.home for id, _ in later)
    return result


def _uses(map: ArgumentMap, argument: str, claim: str) -> bool:
    return argument in map.argument and claim in map.argument[argument].premises


def _share(
    map: ArgumentMap, result: Outline, claim: str, wished: Mapping[str, str | None],
    later: list[tuple[str, str]],
) -> None:  # fmt: skip
    result.home[claim] = None
    result.shared.append(claim)
    _enter(map, result, [claim], wished, later)


def _enter(
    map: ArgumentMap, result: Outline, roots: list[str], wished: Mapping[str, str | None],
    later: list[tuple[str, str]],
) -> None:  # fmt: skip
    """Gives a home to what is nested under claims that have theirs."""
    stack: list[tuple[str | Argument, int]] = [(root, 0) for root in reversed(roots)]
    while stack:
        thing, depth = stack.pop()
        nested: list[tuple[str | Argument, int]] = []
        if isinstance(thing, Argument):
            for premise in dict.fromkeys(thing.premises):
                wish = wished.get(premise, thing.id)
                if premise in result.home:
                    continue
                if wish != thing.id:
                    later.append((premise, thing.id))
                elif depth < (_MOST if premise in wished else MAX_NESTING):
                    result.home[premise] = thing.id
                    nested.append((premise, depth + 1))
            nested += [(a, depth + 1) for a in result.on(map, thing.id)]
        else:
            nested = [(a, depth) for a in result.on(map, thing)]
        stack += nested[::-1]


def exclusions(
    map: ArgumentMap, entries: Mapping[str, list[str]], written: Collection[str],
    spare: Collection[str], free: Collection[str],
) -> tuple[dict[str, list[str]], set[str]]:  # fmt: skip
    """What each claim is written to exclude, and the ids of the arguments that this stands for.

    `entries` is what the document writes, `written` the ids of the arguments that it writes as
    items, `spare` those that its entries stand for; only arguments with an id in `free` can be
    had without writing it.
    """
    ends: dict[tuple[str, str], list[Argument]] = {}
    for argument in map.arguments:
        if argument.stance is Stance.AGAINST and len(argument.premises) == 1:
            ends.setdefault((argument.premises[0], argument.target), []).append(argument)
    excludes: dict[str, list[str]] = {}
    pairs: set[str] = set()
    for claim, others in entries.items():
        for other in others:
            both = [ends.get((claim, other)), ends.get((other, claim))]
            stands = [
                one[0].id
                for one in both
                if one and len(one) == 1 and one[0].id in spare and _bare(map, one[0], free)
            ]
            plain = [one for one in both if one and not spare & {a.id for a in one}]  # type: ignore[operator]
            if claim != other and len(stands) + len(plain) == 2:
                excludes.setdefault(claim, []).append(other)
                pairs.update(stands)
    for one, back in map.exclusions:
        new = not {one.id, back.id} & (pairs | set(written))
        if new and _bare(map, one, free) and _bare(map, back, free):
            excludes.setdefault(one.premises[0], []).append(one.target)
            pairs.update((one.id, back.id))
    return excludes, pairs


def _bare(map: ArgumentMap, argument: Argument, free: Collection[str]) -> bool:
    said = argument.by or argument.scheme or argument.warrant or argument.cites or argument.note
    return not (
        said
        or argument.strength is not None
        or argument.id in map.bearing
        or argument.id not in free
    )
