"""The texts of two versions of a map: which are the same, and how alike the others are."""

from collections.abc import Sequence
from typing import TypeAlias

from argmap.matching.best_first import Pair
from argmap.matching.similarity import Texts, Vector, Weights, normalise
from argmap.model import ArgumentMap

#: How many claims most like a claim are looked at.
_NEAREST = 10

#: Claims of one text, by position in the old version and in the new.
Group: TypeAlias = tuple[list[int], list[int]]


class Wordings:
    """The normalised texts of the claims, by position in each version."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self.old = [normalise(claim.text) for claim in old.claims]
        self.new = [normalise(claim.text) for claim in new.claims]
        self._weights = Weights(self.old, self.new)
        self._vectors: tuple[dict[int, Vector], dict[int, Vector]] = ({}, {})

    def same(self, pair: Pair) -> bool:
        """Whether two claims have one text."""
        return self.old[pair[0]] == self.new[pair[1]]

    def likeness(self, old: int, new: int) -> float:
        """How alike two claims read, 0 to 1; 1 only if they have one text."""
        if self.same((old, new)):
            return 1.0
        return self._weights.alike(self._vector(0, old), self._vector(1, new))

    def groups(self, ours: set[int], theirs: set[int]) -> list[Group]:
        """The claims that are not in `ours` and `theirs`, by texts that both versions have."""
        groups: dict[str, Group] = {}
        for at, text in enumerate(self.old):
            if at not in ours:
                groups.setdefault(text, ([], []))[0].append(at)
        for at, text in enumerate(self.new):
            if at not in theirs and text in groups:
                groups[text][1].append(at)
        return [group for group in groups.values() if group[1]]

    def nearest(self, ours: Sequence[int], theirs: Sequence[int]) -> list[Pair]:
        """Each of these claims with those of the other version that are most like it."""
        old = Texts((self.old[n] for n in ours), self._weights)
        new = Texts((self.new[n] for n in theirs), self._weights)
        self._vectors[0].update(zip(ours, old.vectors, strict=True))
        self._vectors[1].update(zip(theirs, new.vectors, strict=True))
        found = [
            (ours[at], theirs[near])
            for at, vector in enumerate(old.vectors)
            for near in new.candidates(vector, _NEAREST)
        ]
        found += [
            (ours[near], theirs[at])
            for at, vector in enumerate(new.vectors)
            for near in old.candidates(vector, _NEAREST)
        ]
        return found

    def _vector(self, side: int, at: int) -> Vector:
        vectors = self._vectors[side]
        if at not in vectors:
            vectors[at] = self._weights.vector((self.old, self.new)[side][at])
        return vectors[at]
