"""Claims and arguments of one version, named within a sentence."""

from argmap.diff.telling.pieces import Piece, joined
from argmap.model import Argument, ArgumentMap, Stance


def article(name: str) -> str:
    """``a reason``, ``an objection``."""
    return f"an {name}" if name[0] in "eo" else f"a {name}"


class Phrases:
    """How a version of the map is spoken of."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map

    def named(self, id: str) -> Piece:
        """A claim that is only mentioned."""
        return Piece(self.map.claim[id].text, "named")

    def claim(self, id: str) -> Piece:
        """A claim that something was done to."""
        return Piece(self.map.claim[id].text, "claim")

    def premises(self, argument: Argument) -> list[Piece]:
        """``“…” + “…”``."""
        return joined(([self.claim(id)] for id in argument.premises), " + ")

    def role(self, argument: Argument) -> str:
        """What its premises are to its target."""
        if argument.explains:
            return "explanation"
        if argument.stance is Stance.FOR:
            return "reason"
        return "objection" if argument.target in self.map.argument else "counterpoint"

    def bears(self, argument: Argument) -> list[Piece]:
        """``a reason for “…”``."""
        preposition = {"explanation": "of", "reason": "for"}.get(self.role(argument), "to")
        head = Piece(f"{article(self.role(argument))} {preposition} ")
        return [head, *self.target(argument.target)]

    def target(self, id: str) -> list[Piece]:
        """``“…”``, or ``the step from “…” to “…”``."""
        argument = self.map.argument.get(id)
        return [self.named(id)] if argument is None else self.step(argument)

    def step(self, argument: Argument) -> list[Piece]:
        """``the step from “…” to “…”``; the first premise stands for all of them."""
        claim = argument.target
        while claim in self.map.argument:
            claim = self.map.argument[claim].target
        first = self.named(argument.premises[0])
        return [Piece("the step from "), first, Piece(" to "), self.named(claim)]
