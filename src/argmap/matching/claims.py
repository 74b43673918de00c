"""Which claim of one version of a map is which claim of another."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import TypeAlias

from argmap.matching.best_first import (
    CLEAR,
    CONTEXT_SHARE,
    SAME_ID,
    TEXT_SHARE,
    BestFirst,
    Pair,
    key,
)
from argmap.matching.matches import Evidence, Match, Matching
from argmap.matching.similarity import ALMOST, Texts, Vector, Weights, normalise
from argmap.matching.surroundings import CHILD, PARENT, Surroundings
from argmap.model import ArgumentMap

#: How many claims most like a claim are looked at.
_NEAREST = 10
#: The most pairs of one text that are all looked at; more are left to neighbours and order.
_PAIRS = 64
#: Ids are stable if at most one in this many went over to the text of another id.
_STABLE = 20
#: The likeness below which texts have nothing in common, whatever their place.
_UNLIKE = 0.1
#: The likeness from which children of one parent are one where several are left over.
_KIN = 0.3
#: The confidence in a pair of one text, and of one place, that nothing else speaks for.
_TEXT, _PLACE = 0.9, 0.3

#: Claims of one text, by position in the old version and in the new.
Group: TypeAlias = tuple[list[int], list[int]]


def match(old: ArgumentMap, new: ArgumentMap, *, ignore_ids: bool = False) -> Matching:
    """The claims of `old` that are still in `new`.

    Claims of one id and text are one; then claims of one text; then the rest, best first, by text
    and surroundings and, where ids are stable, by id; then what is left over under one parent: the
    one claim in its place, or several that are somewhat alike. `match(new, old)` has the same
    pairs.
    """
    return _Matcher(old, new).match(ignore_ids)


class _Matcher:
    def __init__(self, old: ArgumentMap, new: ArgumentMap) -> None:
        self._old, self._new = old, new
        self._old_texts = [normalise(claim.text) for claim in old.claims]
        self._new_texts = [normalise(claim.text) for claim in new.claims]
        self._weights = Weights(self._old_texts, self._new_texts)
        self._pairs = BestFirst(Surroundings(old), Surroundings(new), self._likeness)
        self._vectors: tuple[dict[int, Vector], dict[int, Vector]] = ({}, {})
        self._evidence: dict[int, Evidence] = {}

    def match(self, ignore_ids: bool) -> Matching:
        same_ids = [] if ignore_ids else self._same_ids()
        firm = [pair for pair in same_ids if self._same_text(pair)]
        ours, theirs = {pair[0] for pair in firm}, {pair[1] for pair in firm}
        groups = self._groups(ours, theirs)
        alone = [(old[0], new[0]) for old, new in groups if len(old) == len(new) == 1]
        ours.update(pair[0] for pair in alone)
        theirs.update(pair[1] for pair in alone)
        gone = sum(
            (old in ours) or (new in theirs)
            for old, new in same_ids if not self._same_text((old, new))
        )  # fmt: skip
        if gone * _STABLE <= len(firm):
            self._pairs.same_ids = frozenset(same_ids)
        self._evidence.update((old, Evidence.ID) for old, _ in firm)
        self._pairs.settle([(self._pairs.old.root, self._pairs.new.root), *firm, *alone])
        self._propose([group for group in groups if group[0][0] not in ours])
        self._finish(groups)
        return self._matching()

    def _same_ids(self) -> list[Pair]:
        position = {claim.id: at for at, claim in enumerate(self._new.claims)}
        return [
            (at, position[claim.id])
            for at, claim in enumerate(self._old.claims)
            if claim.id in position
        ]

    def _same_text(self, pair: Pair) -> bool:
        return self._old_texts[pair[0]] == self._new_texts[pair[1]]

    def _groups(self, ours: set[int], theirs: set[int]) -> list[Group]:
        """The claims that are not in `ours` and `theirs`, by texts that both versions have."""
        groups: dict[str, Group] = {}
        for at, text in enumerate(self._old_texts):
            if at not in ours:
                groups.setdefault(text, ([], []))[0].append(at)
        for at, text in enumerate(self._new_texts):
            if at not in theirs and text in groups:
                groups[text][1].append(at)
        return [group for group in groups.values() if group[1]]

    def _propose(self, groups: Iterable[Group]) -> None:
        """Brings into play what has one text or one id, then what reads alike."""
        skipped: Group = ([], [])
        for old, new in groups:
            if len(old) * len(new) <= _PAIRS:
                for pair in product(old, new):
                    self._pairs.propose(pair)
            else:
                skipped[0].extend(old)
                skipped[1].extend(new)
        for pair in sorted(self._pairs.same_ids):
            self._pairs.propose(pair)
        self._pairs.run(CLEAR)
        self._look_up(set(skipped[0]), set(skipped[1]))

    def _look_up(self, ours: set[int], theirs: set[int]) -> None:
        """Brings each claim that is in no pair into play with those most like it.

        Those of `ours` and `theirs` are left out: texts that stand too often.
        """
        sides = (
            [
                n
                for n in range(self._pairs.old.root)
                if n not in self._pairs.new_of and n not in ours
            ],
            [
                n
                for n in range(self._pairs.new.root)
                if n not in self._pairs.old_of and n not in theirs
            ],
        )
        old = Texts((self._old_texts[n] for n in sides[0]), self._weights)
        new = Texts((self._new_texts[n] for n in sides[1]), self._weights)
        self._vectors[0].update(zip(sides[0], old.vectors, strict=True))
        self._vectors[1].update(zip(sides[1], new.vectors, strict=True))
        found = [
            (sides[0][at], sides[1][near])
            for at, vector in enumerate(old.vectors)
            for near in new.candidates(vector, _NEAREST)
        ]
        found += [
            (sides[0][near], sides[1][at])
            for at, vector in enumerate(new.vectors)
            for near in old.candidates(vector, _NEAREST)
        ]
        for pair in found:
            self._pairs.propose(pair)

    def _finish(self, groups: Sequence[Group]) -> None:
        """Settles what is good enough, then equal texts by their order, then what is left over."""
        pairs = self._pairs
        pairs.run()
        for old, new in groups:
            left = [n for n in old if n not in pairs.new_of]
            pairs.settle(zip(left, [n for n in new if n not in pairs.old_of], strict=False))
        pairs.run()
        for heirs in (False, True):
            parents = list(pairs.new_of.items())
            while parents:
                placed = self._left_over(parents, heirs)
                self._evidence.update(
                    (pair[0], Evidence.PLACE) for pair in placed if self._likeness(*pair) < _KIN
                )
                pairs.settle(placed)
                parents = self._around(placed + pairs.run())

    def _left_over(self, parents: Iterable[Pair], heirs: bool) -> list[Pair]:
        """Of each pair of parents the children in no pair: the one left over, or those alike.

        `heirs`: also the children of these, as if these were gone, or had come between.
        """
        found: dict[Pair, float] = {}
        for old, new in parents:
            there = self._free_children(1, new, heirs)
            for relation, ours in self._free_children(0, old, heirs).items() if there else ():
                theirs = there.get(relation, [])
                if len(ours) * len(theirs) <= _PAIRS:
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
        if heirs and len(free) <= _PAIRS:
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

    def _vector(self, side: int, at: int) -> Vector:
        vectors = self._vectors[side]
        if at not in vectors:
            vectors[at] = self._weights.vector((self._old_texts, self._new_texts)[side][at])
        return vectors[at]

    def _likeness(self, old: int, new: int) -> float:
        if self._same_text((old, new)):
            return 1.0
        return self._weights.alike(self._vector(0, old), self._vector(1, new))

    def _matching(self) -> Matching:
        return Matching(
            tuple(
                self._told((old, self._pairs.new_of[old]))
                for old in range(len(self._old_texts))
                if old in self._pairs.new_of
            )
        )

    def _told(self, pair: Pair) -> Match:
        old, new = pair
        text, context = self._likeness(old, new), self._pairs.context(pair)
        score = TEXT_SHARE * text + CONTEXT_SHARE * context
        evidence = self._evidence.get(old)
        if evidence is Evidence.ID:
            score = 1.0
        elif evidence is Evidence.PLACE:
            score = min(_PLACE, score)
        elif pair in self._pairs.same_ids:
            evidence, score = Evidence.ID, min(ALMOST, score + SAME_ID)
        elif text == 1.0:
            evidence, score = Evidence.TEXT, _TEXT + (1 - _TEXT) * context
        else:
            evidence = Evidence.SIMILAR
        return Match(
            self._old.claims[old].id, self._new.claims[new].id, evidence, score, text, context
        )


def _stands_out(pair: Pair, likeness: Mapping[Pair, float]) -> bool:
    """Whether two texts have something in common, and either with no other half as much."""
    others = (
        alike
        for other, alike in likeness.items()
        if other != pair and (other[0] == pair[0] or other[1] == pair[1])
    )
    return likeness[pair] >= max(_UNLIKE, 2 * max(others, default=0.0))
