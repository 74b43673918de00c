"""The small print on a card: who says a claim, how, and where."""

from collections.abc import Iterable, Iterator, Mapping

from argmap.model import Argument, ArgumentMap, Claim
from argmap.rendering.text import clean, columns_of, shorten

#: In larger pictures nobody reads small print; it is left to the tooltips.
DETAILED = 2000


class Numbers:
    """The numbers of a map's sources; `cited` gathers those that are shown."""

    def __init__(self, of: ArgumentMap) -> None:
        self.cited: set[int] = set()
        self._numbers = {source.id: at for at, source in enumerate(of.sources, 1)}

    def cite(self, part: Claim | Argument) -> dict[str, str]:
        """The sources that a part cites, as they are numbered, and notes that they are."""
        shown: dict[str, str] = {}
        for cite in part.cites:
            number = self._numbers.get(cite.source)
            if number is not None:
                self.cited.add(number)
            shown[cite.source] = clean(f"[{number or cite.source}]")
        return shown


def details(claim: Claim, of: ArgumentMap, numbers: Mapping[str, str]) -> Iterator[str]:
    """The parts of a claim's small print; `numbers` are those of the sources that it cites."""
    if claim.implicit:
        yield "unstated"
    by, via = (", ".join(speakers(names, of)) for names in (claim.by, claim.via))
    yield ", ".join(filter(None, (by, via and f"via {via}")))
    if claim.standing != "asserted":
        yield clean(claim.standing)
    quotes: dict[str, str] = {}
    for cite in claim.cites:
        number = numbers[cite.source]
        quotes[number] = quotes.get(number) or clean(cite.quote)
    for number, quote in quotes.items():
        yield number
        if quote:
            yield f"“{quote}”"
    if claim.weight is not None:
        yield f"weight {claim.weight:g}"


def strength(argument: Argument) -> str:
    """How strong an argument is said to be, if anything is said."""
    return "" if argument.strength is None else f"strength {argument.strength:g}"


def speakers(names: Iterable[str], of: ArgumentMap) -> Iterator[str]:
    return (clean(of.speaker.get(name, name)) for name in names)


def packed(parts: Iterable[str], columns: int) -> Iterator[str]:
    """Lines of parts; a part that a line can hold is kept together, a longer one is shortened."""
    line = ""
    for part in filter(None, parts):
        quote = part.startswith("“")
        # A quote follows its source without a dot.
        joined = f"{line}{' ' if quote else ' · '}{part}" if line else part
        if columns_of(joined) <= columns:
            line = joined
            continue
        room = columns - columns_of(line) - 1
        if line and quote and room > columns // 2:
            line = f"{line} {shorten(part, room - 1)}”"
            continue
        if line:
            yield line
        line = part if columns_of(part) <= columns else shorten(part, columns - 1)
        if quote and not line.endswith("”"):
            line += "”"
    if line:
        yield line
