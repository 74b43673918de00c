"""Where the parts of a map stand, seen from below."""

from functools import cached_property

from argmap.model import Argument, ArgumentMap
from argmap.model.outline import outline


class Paths:
    """From claims and arguments up to the thesis, as a reader of the map comes down."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map

    @cached_property
    def _home(self) -> dict[str, str | None]:
        return outline(self.map).home

    def home(self, claim: str) -> Argument | None:
        """The argument in which a claim is written out; None for one at the top."""
        id = self._home.get(claim)
        return self.map.argument[id] if id else None

    def above(self, id: str) -> str | None:
        """The claim that a claim at home, or an argument, bears on; None at the top."""
        argument = self.map.argument[id] if id in self.map.argument else self.home(id)
        seen: set[str] = set()
        while argument is not None and argument.target in self.map.argument:
            if argument.id in seen:
                return None
            seen.add(argument.id)
            argument = self.map.argument[argument.target]
        return argument.target if argument else None

    def path(self, id: str) -> tuple[str, ...]:
        """The claims above a claim or an argument, the nearest first."""
        found: dict[str, None] = {}
        above = self.above(id)
        while above is not None and above not in found and above != id:
            found[above] = None
            above = self.above(above)
        return tuple(found)
