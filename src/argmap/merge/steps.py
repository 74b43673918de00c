"""Arguments of the merged map: what they start from, and what they bear on."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TypeVar

from argmap.joining.sets import kept, ordered
from argmap.merge.values import as_value
from argmap.merge.versions import Versions
from argmap.model import Argument, Conflict

T = TypeVar("T")


@dataclass(slots=True)
class Steps:
    """Premises, stance, target and scheme of the arguments that both versions have.

    `conflicts` collects what both sides changed; `needed` the claims and arguments that must be in
    the map or else something would refer to nothing.
    """

    versions: Versions
    our_form: Collection[str]  # arguments that are as in ours, whatever they did to them
    back: Collection[str] = ()  # premises that one side deleted and that stay nevertheless
    conflicts: list[Conflict] = field(default_factory=list)
    needed: set[str] = field(default_factory=set)

    def merged(self) -> dict[str, Argument]:
        """By id: ours, with their changes of these four."""
        base, theirs = self.versions.base.argument, self.versions.theirs.argument
        found: dict[str, Argument] = {}
        for id, ours in self.versions.ours.argument.items():
            if id in theirs:
                found[id] = self._one(base.get(id), ours, theirs[id])
                self._need(found[id])
            elif id not in base:
                found[id] = ours
                self._need(ours)
        for id, argument in theirs.items():
            if id not in base and id not in found:
                found[id] = argument
                self._need(argument)
            elif id in self.our_form:
                self._need(argument)
        return found

    def _need(self, argument: Argument) -> None:
        self.needed.update((*argument.premises, argument.target))

    def _one(self, base: Argument | None, ours: Argument, theirs: Argument) -> Argument:
        if ours.id in self.our_form or theirs in (ours, base):
            return ours
        old = base or replace(ours, scheme="")
        target = picked(old.target, ours.target, theirs.target)
        if target is None:
            target = ours.target
            self._clash(ours.id, "target", old.target, ours.target, theirs.target)
            self.needed.add(theirs.target)
        premises = self._premises(old, ours, theirs)
        stance = picked(old.stance, ours.stance, theirs.stance) or ours.stance
        scheme = picked(old.scheme, ours.scheme, theirs.scheme)
        return replace(
            ours, target=target, premises=premises, stance=stance,
            scheme=ours.scheme if scheme is None else scheme,
        )  # fmt: skip

    def _premises(self, base: Argument, ours: Argument, theirs: Argument) -> tuple[str, ...]:
        """Premises as a set; where both replaced one by others, or nothing is left, a conflict."""
        old, one, other = base.premises, ours.premises, theirs.premises
        if set(one) == set(other):
            return one
        left = kept(old, one, other)
        gone = set(old) - set(one) - set(other)
        if not left or (gone and set(one) - set(old) and set(other) - set(old)):
            self._clash(ours.id, "premises", old, one, other)
            self.needed.update(other)
            return one
        back = [id for id in old if id in self.back and id not in left and id in (*one, *other)]
        return tuple(ordered(old, one, other, [*left, *back]))

    def _clash(self, id: str, word: str, *sides: str | tuple[str, ...]) -> None:
        base, ours, theirs = (as_value(side) for side in sides)
        self.conflicts.append(Conflict("changed", id, "", word, base, ours, theirs))


def picked(base: T, ours: T, theirs: T) -> T | None:
    """The value that one side changed; None if both did."""
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else None
