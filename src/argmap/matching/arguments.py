"""Which argument of one version of a map is which argument of another."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from argmap.matching.best_first import key
from argmap.matching.matches import Matching
from argmap.model import Argument, ArgumentMap, Stance

#: The most pairs of arguments with one target and one premise in common that are compared.
_PAIRS = 1000


def match_arguments(
    old: ArgumentMap, new: ArgumentMap, matching: Matching, *, ignore_ids: bool = False
) -> Mapping[str, str]:
    """From ids of arguments of `old` to ids in `new`, in the order of `old`.

    Two arguments are one step if premises, target and stance are the same; else, if they share
    any of these, by their id; else with the same target by the premises that they share; else by
    the same premises. Equal ones are paired in their order. `matching` is that of the claims.
    """
    steps = _Steps(matching, ignore_ids)
    ours, theirs = _layers(old), _layers(new)
    for one, other in zip(ours, theirs, strict=False):
        steps.settle(one, other)
    steps.settle(old.arguments, new.arguments)
    return {
        argument.id: steps.new_of[argument.id]
        for argument in old.arguments
        if argument.id in steps.new_of
    }


@dataclass(frozen=True, slots=True)
class _Step:
    """An argument in the ids of the new version, as far as it has parts that are in both."""

    id: str
    premises: frozenset[str]
    complete: bool  # whether every premise is in both
    target: str | None
    stance: Stance

    def shares(self, other: "_Step") -> bool:
        same_target = self.target is not None and self.target == other.target
        return same_target or not self.premises.isdisjoint(other.premises)


class _Steps:
    def __init__(self, matching: Matching, ignore_ids: bool) -> None:
        self.new_of: dict[str, str] = {}
        self._taken: dict[str, str] = {}  # by itself, as `_same`
        self._claims = matching.new_of
        self._same = {id: id for id in matching.old_of}
        self._ignore_ids = ignore_ids

    def settle(self, old: Iterable[Argument], new: Iterable[Argument]) -> None:
        """Pairs arguments that are in no pair yet."""
        ours = [self._step(a, self._claims, self.new_of) for a in old if a.id not in self.new_of]
        theirs = [self._step(a, self._same, self._taken) for a in new if a.id not in self._taken]
        if not self._ignore_ids:
            self._pair(ours, theirs, lambda step: (_whole(step), step.id) if _whole(step) else None)
        self._pair(ours, theirs, _whole)
        if not self._ignore_ids:
            named = {step.id: step for step in theirs}
            for step in ours:
                if step.id in named and step.shares(named[step.id]):
                    self._take(step, named[step.id])
        self._overlap(ours, theirs)
        self._pair(ours, theirs, lambda step: step.premises if step.complete else None)

    def _step(
        self, argument: Argument, claims: Mapping[str, str], arguments: Mapping[str, str]
    ) -> _Step:
        premises = [claims.get(premise) for premise in argument.premises]
        return _Step(
            argument.id,
            frozenset(premise for premise in premises if premise is not None),
            None not in premises,
            claims.get(argument.target, arguments.get(argument.target)),
            argument.stance,
        )

    def _take(self, ours: _Step, theirs: _Step) -> None:
        if ours.id not in self.new_of and theirs.id not in self._taken:
            self.new_of[ours.id] = theirs.id
            self._taken[theirs.id] = theirs.id

    def _pair(
        self, ours: Sequence[_Step], theirs: Sequence[_Step], told: Callable[[_Step], Hashable]
    ) -> None:
        """Pairs steps of which the same is told, in their order; nothing is told by None."""
        waiting: dict[Hashable, list[_Step]] = {}
        for step in reversed(theirs):
            if step.id not in self._taken:
                waiting.setdefault(told(step), []).append(step)
        for step in ours:
            what = told(step)
            if what is not None and step.id not in self.new_of and waiting.get(what):
                self._take(step, waiting[what].pop())

    def _overlap(self, ours: Sequence[_Step], theirs: Sequence[_Step]) -> None:
        """Pairs steps with one target that share premises: those first that share most."""
        found: dict[tuple[int, int], float] = {}
        there = self._by_part(theirs, self._taken)
        for part, left in self._by_part(ours, self.new_of).items():
            right = there.get(part, [])
            if len(left) * len(right) > _PAIRS:
                left, right = left[:1], right[:1]
            for one in left:
                for other in right:
                    found[one, other] = _likeness(ours[one], theirs[other])
        for one, other in sorted(found, key=lambda pair: (-found[pair], key(pair))):
            self._take(ours[one], theirs[other])

    def _by_part(
        self, steps: Sequence[_Step], settled: Mapping[str, str]
    ) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for at, step in enumerate(steps):
            if step.target is not None and step.id not in settled:
                for premise in step.premises:
                    found.setdefault((step.target, premise), []).append(at)
        return found


def _whole(step: _Step) -> Hashable:
    whole = step.complete and step.target is not None
    return (step.premises, step.target, step.stance) if whole else None


def _likeness(one: _Step, other: _Step) -> float:
    """The share of premises in common, and half a premise for the stance."""
    shared = len(one.premises & other.premises) + (one.stance is other.stance) / 2
    return shared / len(one.premises | other.premises)


def _layers(map: ArgumentMap) -> list[list[Argument]]:
    """Arguments on claims, arguments on these, and so on."""
    layers = [[argument for argument in map.arguments if argument.target in map.claim]]
    while layers[-1]:
        layers.append([a for below in layers[-1] for a in map.bearing.get(below.id, ())])
    return layers[:-1]
