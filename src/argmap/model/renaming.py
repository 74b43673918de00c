"""Claims and arguments under other ids."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.model.conflicts import renamed
from argmap.model.graph import ArgumentMap


def with_names(map: ArgumentMap, names: Mapping[str, str]) -> ArgumentMap:
    """The map with other ids, old id -> new id, wherever they stand."""

    def new(id: str) -> str:
        return names.get(id, id)

    return replace(
        map,
        claims=tuple(replace(claim, id=new(claim.id)) for claim in map.claims),
        arguments=tuple(
            replace(
                one, id=new(one.id), premises=tuple(new(id) for id in one.premises),
                target=new(one.target),
            )
            for one in map.arguments
        ),
        theses=tuple(new(id) for id in map.theses),
        conflicts=tuple(renamed(conflict, names) for conflict in map.conflicts),
    )  # fmt: skip
