"""A walk from the thesis downwards: what is reached, how deep, through what."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.model import Argument, ArgumentMap


def leads(removed: frozenset[str], argument: Argument, premise: str) -> bool:
    """Whether a premise may stand under an argument: one that was removed gives no place to what
    was not."""
    return argument.id not in removed or premise in removed


@dataclass(slots=True)
class Walk:
    """A walk from the thesis downwards, breadth first: `claims` and `arguments` in that order.

    `through` has the argument through which a claim was reached.
    """

    removed: frozenset[str] = frozenset()
    level: dict[str, int] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)
    through: dict[str, Argument] = field(default_factory=dict)

    def claim(self, claim: str, level: int, above: str) -> bool:
        if claim in self.level:
            return False
        self.level[claim] = level
        self.above[claim] = above
        self.claims.append(claim)
        return True

    def walk(
        self, argument_map: ArgumentMap, start: Iterable[str], only: Argument | None = None
    ) -> None:
        """Follow what bears on the claims of `start`; on these themselves only `only`, if given."""
        queue: deque[tuple[str, int, str]] = deque()  # claim or argument, level, claim above
        for claim in start:
            if self.claim(claim, 0, "") and only is None:
                queue.append((claim, 0, claim))
        pending = [only] if only else []
        level, above = 0, only.target if only else ""
        while queue or pending:
            if queue:
                target, level, above = queue.popleft()
                pending.extend(argument_map.bearing.get(target, ()))
            for argument in pending:
                self.arguments.append(argument)
                for premise in argument.premises:
                    if not leads(self.removed, argument, premise):
                        continue
                    if premise in argument_map.claim and self.claim(premise, level + 1, above):
                        self.through[premise] = argument
                        queue.append((premise, level + 1, premise))
                if argument.id in argument_map.bearing and argument.premises:
                    # What bears on a step is nested under its first premise and folds with it.
                    queue.append((argument.id, level + 1, argument.premises[0]))
            pending.clear()


def tops(
    argument_map: ArgumentMap, claims: Iterable[str], removed: frozenset[str]
) -> Iterator[str]:
    """The claims that stand under no argument."""
    for claim in claims:
        if not any(leads(removed, use, claim) for use in argument_map.used.get(claim, ())):
            yield claim
