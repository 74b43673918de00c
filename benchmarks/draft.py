"""A map that can be edited: claims and arguments by id, and who uses whom."""

from dataclasses import replace

from argmap.model import Argument, ArgumentMap, Claim


class Draft:
    """The claims, arguments and theses of a map; no two claims get one text."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self.claims = {claim.id: claim for claim in map.claims}
        self.arguments = {argument.id: argument for argument in map.arguments}
        self.on: dict[str, list[str]] = {}  # arguments that bear on a claim or an argument
        self._uses: dict[str, list[str]] = {}
        self._texts = {claim.text for claim in map.claims}
        self._made = 0
        for argument in map.arguments:
            self._note(argument)

    def finished(self) -> ArgumentMap:
        """The map as it now is."""
        claims, arguments = tuple(self.claims.values()), tuple(self.arguments.values())
        return replace(self.map, claims=claims, arguments=arguments)

    def said(self, text: str) -> bool:
        """Whether a claim has this text, or had it."""
        return text in self._texts

    def say(self, id: str, text: str) -> bool:
        """Gives a claim another text, unless one has it."""
        if text in self._texts:
            return False
        self._texts.add(text)
        self.claims[id] = replace(self.claims[id], text=text)
        return True

    def add(self, text: str) -> str:
        """A new claim, that bears on nothing yet."""
        id = self.new_id()
        self.claims[id] = Claim(id, text)
        self._texts.add(text)
        return id

    def new_id(self) -> str:
        """An id that no claim and no argument has."""
        while True:
            self._made += 1
            id = f"new-{self._made}"
            if id not in self.claims and id not in self.arguments:
                return id

    def steps_of(self, id: str) -> list[Argument]:
        """The arguments in which a claim is a premise."""
        return [self.arguments[name] for name in self._uses.get(id, ())]

    def sole_step(self, id: str) -> Argument | None:
        """The argument whose one premise the claim is, if it is in no other and on a claim."""
        steps = self.steps_of(id)
        if len(steps) != 1 or len(steps[0].premises) > 1 or steps[0].target not in self.claims:
            return None
        return steps[0]

    def bears_on(self, low: str, high: str) -> bool:
        """Whether a claim bears on another, however far below it."""
        seen, waiting = {low}, [low]
        while waiting:
            at = waiting.pop()
            if at == high:
                return True
            for step in self.steps_of(at):
                above = [step.target]
                while (undercut := self.arguments.get(above[0])) is not None:
                    above = [undercut.target, *undercut.premises, *above[1:]]
                waiting += [id for id in above if id not in seen]
                seen.update(above)
        return False

    def put(self, argument: Argument) -> None:
        """Takes an argument in, instead of one with its id."""
        if argument.id in self.arguments:
            self.drop(self.arguments[argument.id])
        self.arguments[argument.id] = argument
        self._note(argument)

    def drop(self, argument: Argument) -> None:
        """Takes an argument out."""
        for premise in argument.premises:
            self._uses[premise].remove(argument.id)
        self.on[argument.target].remove(argument.id)
        del self.arguments[argument.id]

    def _note(self, argument: Argument) -> None:
        for premise in argument.premises:
            self._uses.setdefault(premise, []).append(argument.id)
        self.on.setdefault(argument.target, []).append(argument.id)
