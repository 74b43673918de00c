"""Parts taken out of a map, with what then hangs on nothing."""

from collections.abc import Collection
from dataclasses import replace

from argmap.model.graph import ArgumentMap


def without(map: ArgumentMap, ids: Collection[str]) -> ArgumentMap:
    """The map without these claims and arguments, and without what hung on them alone."""
    gone = {id for id in ids if id in map.claim or id in map.argument}
    rest = sorted(gone)
    while rest:
        id = rest.pop()
        loose = [one.id for one in map.bearing.get(id, ())]
        if id in map.argument:
            loose += [
                premise
                for premise in map.argument[id].premises
                if premise not in map.theses
                and all(one.id in gone for one in map.used.get(premise, ()))
            ]
        else:
            loose += [one.id for one in map.used.get(id, ()) if gone.issuperset(one.premises)]
        new = [other for other in loose if other not in gone]
        gone.update(new)
        rest += new
    return replace(
        map,
        claims=tuple(claim for claim in map.claims if claim.id not in gone),
        arguments=tuple(
            replace(one, premises=tuple(id for id in one.premises if id not in gone))
            for one in map.arguments if one.id not in gone
        ),
        theses=tuple(id for id in map.theses if id not in gone),
    )  # fmt: skip
