"""Support that runs in a circle, and arguments that bear on one another."""

from collections.abc import Iterator

from argmap.model.graph import Argument, ArgumentMap


def support_circles(map: ArgumentMap) -> Iterator[list[Argument]]:
    """Circles of support, each as the arguments that lead from a claim back to it.

    Backing of a step counts as support of what the step supports. Of circles that share a claim
    at least one is found, so that a map without a result has none. Linear in the map's size.
    """
    steps: dict[str, list[tuple[Argument, str]]] = {}  # premise -> (argument, supported claim)
    inbound: dict[str, int] = {}
    for argument in map.arguments:
        conclusion = supported(map, argument)
        if conclusion is None:
            continue
        inbound[conclusion] = inbound.get(conclusion, 0) + len(argument.premises)
        for premise in argument.premises:
            steps.setdefault(premise, []).append((argument, conclusion))
    # What is left after taking away, again and again, the claims that nothing supports.
    free = [premise for premise in steps if not inbound.get(premise)]
    while free:
        for _, conclusion in steps.pop(free.pop(), ()):
            inbound[conclusion] -= 1
            if not inbound[conclusion]:
                free.append(conclusion)
    seen: set[str] = set()
    for start in steps:
        if start not in seen:
            circle = _circle(start, steps, seen)
            if circle:
                yield circle


def supported(map: ArgumentMap, argument: Argument) -> str | None:
    """The claim that an argument supports, directly or by backing a step."""
    seen = 0
    while argument.supports:
        if argument.target in map.claim:
            return argument.target
        argument = map.argument[argument.target]
        seen += 1
        if seen > len(map.arguments):
            return None
    return None


def endless(map: ArgumentMap) -> Iterator[list[Argument]]:
    """Arguments that bear on one another in a circle, and so on no claim."""
    ends: set[str] = set()
    for argument in map.arguments:
        path: dict[str, Argument] = {}
        here: Argument | None = argument
        while here is not None and here.id not in ends and here.id not in path:
            path[here.id] = here
            here = map.argument.get(here.target)
        if here is not None and here.id in path:
            names = list(path)
            yield [path[id] for id in names[names.index(here.id) :]]
        ends.update(path)


def _circle(
    start: str, steps: dict[str, list[tuple[Argument, str]]], seen: set[str]
) -> list[Argument]:
    """A circle met on a walk from `start`, if there is one; marks what was walked as seen."""
    path: list[Argument] = []
    on_path = {start: 0}
    trail = [(start, iter(steps[start]))]
    seen.add(start)
    while trail:
        claim, rest = trail[-1]
        for argument, conclusion in rest:
            if conclusion in on_path:
                return [*path[on_path[conclusion] :], argument]
            if conclusion not in seen and conclusion in steps:
                seen.add(conclusion)
                path.append(argument)
                on_path[conclusion] = len(path)
                trail.append((conclusion, iter(steps[conclusion])))
                break
        else:
            trail.pop()
            del on_path[claim]
            if path:
                path.pop()
    return []
