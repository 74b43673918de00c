"""A map as the plain data of which the page is made.

``{"format": 1, "title", "claims": {id: …}, "arguments": {id: …}, "below": {id: [ids]}, …}``.
Every field is there, empty where nothing is said. Prose is nodes, see `argmap.page.prose`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from argmap.model import Argument, ArgumentMap, Citation, Claim
from argmap.model.outline import outline
from argmap.page.prose import plain
from argmap.rendering.text import right_to_left

#: The shape of the data; another number is another shape.
FORMAT = 1

Data: TypeAlias = dict[str, Any]


def as_data(map: ArgumentMap, homes: Mapping[str, str | None] | None = None) -> Data:
    """A map for the page: everything that it says, in the order in which it is read.

    ``theses`` and ``shared`` are the tops of the outline; ``home`` of a claim is the argument under
    which it stands, everywhere else it is a reference. ``below`` has what bears on a claim or an
    argument, reasons first; pairs of claims that exclude each other stand in ``exclusions`` only.

    Args:
        homes: the homes of claims that are not at home where they are first used (see `Outline`).
    """
    order, theses = outline(map), {*map.theses}
    home = {**order.home, **(homes or {})}
    numbers = {source.id: number for number, source in enumerate(map.sources, 1)}
    reader = _Reader(map, numbers)
    below = {
        target: [argument.id for argument in found]
        for target in map.bearing
        if (found := order.on(map, target))
    }
    return {
        "format": FORMAT,
        "heading": heading(map),
        "title": map.title,
        "question": map.question,
        "date": map.date,
        "language": map.language,
        "rtl": right_to_left(heading(map)),
        "authors": [*map.authors],
        "keywords": [*map.keywords],
        "description": plain(map.description),
        "theses": [*map.theses],
        "shared": [id for id in order.claims if home[id] is None and id not in theses],
        "claims": {id: reader.claim(map.claim[id], home[id]) for id in order.claims},
        "arguments": {one.id: reader.argument(one, below) for one in order.arguments},
        "below": below,
        "exclusions": [[one.premises[0], one.target] for one, _ in map.exclusions],
        "sources": [*reader.sources()],
        "people": {one.id: {"name": one.name, "role": one.role} for one in map.people},
    }


def heading(map: ArgumentMap) -> str:
    """What the page is called: the title, else the question, else what is argued for."""
    first = (*map.theses, *(claim.id for claim in map.claims))[:1]
    return map.title or map.question or "".join(map.claim[id].text for id in first)


def exclusions(map: ArgumentMap) -> dict[str, str]:
    """The arguments that are nowhere below anything, because they say that two claims exclude each
    other, and for each the claim at which the page says so."""
    return {half.id: pair[0].premises[0] for pair in map.exclusions for half in pair}


class _Reader:
    """Holds what is looked up for each claim and argument."""

    def __init__(self, map: ArgumentMap, numbers: Mapping[str, int]) -> None:
        self.map = map
        self.numbers = numbers
        self.known = {source.id: source for source in map.sources}

    def claim(self, claim: Claim, home: str | None) -> Data:
        return {
            "text": claim.text,
            "by": self.names(claim.by),
            "via": self.names(claim.via),
            "kind": claim.kind,
            "basis": claim.basis,
            "implicit": claim.implicit,
            "standing": claim.standing,
            "weight": claim.weight,
            "cites": [*map(self.cite, claim.cites)],
            "tags": [*claim.tags],
            "note": plain(claim.note),
            "home": home or "",
        }

    def argument(self, one: Argument, below: Mapping[str, list[str]]) -> Data:
        return {
            "premises": [*one.premises],
            "stance": one.stance.value,
            "target": one.target,
            "explains": one.explains,
            "by": self.names(one.by),
            "scheme": one.scheme,
            "warrant": one.warrant,
            "strength": one.strength,
            "cites": [*map(self.cite, one.cites)],
            "note": plain(one.note),
            "opens": bool(
                (one.scheme and not one.explains)
                or one.warrant
                or one.strength is not None
                or len(one.premises) > 1
                or one.id in below
            ),
        }

    def cite(self, cite: Citation) -> Data:
        source = self.known.get(cite.source)
        return {
            "source": cite.source,
            "number": self.numbers.get(cite.source),
            "title": source.title if source else "",
            "quote": cite.quote,
            "at": cite.at,
            "note": cite.note,
            "link": source.link if source else "",
        }

    def names(self, ids: Iterable[str]) -> list[str]:
        return [self.map.speaker.get(id, id) for id in ids]

    def sources(self) -> Iterator[Data]:
        for source in self.map.sources:
            yield {
                "id": source.id,
                "number": self.numbers[source.id],
                "title": source.title,
                "author": [*source.author],
                "date": source.date,
                "link": source.link,
                "extra": {**source.extra},
            }
