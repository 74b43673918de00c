"""What is left over under claims that are one: the one child in its place, or those alike."""

from collections.abc import Iterable, Mapping
from itertools import product

from argmap.matching.best_first import PAIRS, BestFirst, Likeness, Pair, key
from argmap.matching.surroundings import CHILD, PARENT

#: The likeness below which texts have nothing in common, whatever their place.
_UNLIKE = 0.1
#: The likeness from which children of one parent are one where several are left over.
_KIN = 0.3


class LeftOver:
    """Settles among `pairs` what place and likeness together speak for."""

    def __init__(self, pairs: BestFirst, likeness: Likeness) -> None:
        self._pairs, self._likeness = pairs, likeness

    def settle(self) -> list[Pair]:
        """Settles what is left over, and gives what only its place speaks for."""
        guessed: list[Pair] = []
        for heirs in (False, True):
            parents = list(self._pairs.new_of.items())
            while parents:
                placed = self._placed(parents, heirs)
                guessed += (pair for pair in placed if self._likeness(*pair) < _KIN)
                self._pairs.settle(placed)
                parents = self._around(placed + self._pairs.run())
        return guessed

    def _placed(self, parents: Iterable[Pair], heirs: bool) -> list[Pair]:
        """Of each pair of parents the children in no pair: the one left over, or those alike.

        `heirs`: also the children of these, as if these were gone, or had come between.
        """
        found: dict[Pair, float] = {}
        for old, new in parents:
            there = self._free_children(1, new, heirs)
            for relation, ours in self._free_children(0, old, heirs).items() if there else ():
                theirs = there.get(relation, [])
                if len(ours) * len(theirs) <= PAIRS:
                    likeness = {pair: self._likeness(*pair) for pair in product(ours, theirs)}
                    found.update(
                        (pair, alike)
                        for pair, alike in likeness.items()
                        if alike >= _KIN or _stands_out(pair, likeness)
                    )
        placed: dict[int, int] = {}
        taken: set[int] = set()
        for one, other in sorted(found, key=lambda pair: (-found[pair], key(pair))):
            if one not in placed and other not in taken:
                placed[one] = other
                taken.add(other)
        return list(placed.items())

    def _free_children(self, side: int, parent: int, heirs: bool) -> dict[str, list[int]]:
        """The children of a claim that are in no pair, by what they are to it; and theirs."""
        surroundings = (self._pairs.old, self._pairs.new)[side]
        settled = (self._pairs.new_of, self._pairs.old_of)[side]
        found: dict[str, list[int]] = {}
        free = [near for near in surroundings.kin(parent, CHILD) if near[0] not in settled]
        if heirs and len(free) <= PAIRS:
            free += [
                near
                for child, _ in free
                for near in surroundings.kin(child, CHILD)
                if near[0] not in settled
            ]
        for child, relation in dict(reversed(free)).items():  # the nearer one counts
            found.setdefault(relation, []).append(child)
        return found

    def _around(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs, and the settled pairs of their parents in either version."""
        found: dict[Pair, None] = {}
        for old, new in pairs:
            above = [n for n, _ in self._pairs.old.kin(old, PARENT) if n in self._pairs.new_of]
            above += [
                self._pairs.old_of[n]
                for n, _ in self._pairs.new.kin(new, PARENT) if n in self._pairs.old_of
            ]  # fmt: skip
            found[old, new] = None
            found.update(((n, self._pairs.new_of[n]), None) for n in above)
        return list(found)


def _stands_out(pair: Pair, likeness: Mapping[Pair, float]) -> bool:
    """Whether two texts have something in common, and either with no other half as much."""
    others = (
        alike
        for other, alike in likeness.items()
        if other != pair and (other[0] == pair[0] or other[1] == pair[1])
    )
    return likeness[pair] >= max(_UNLIKE, 2 * max(others, default=0.0))
