"""Which claim of one version of a map is which claim of another."""

from collections.abc import Iterable, Sequence
from itertools import product

from argmap.matching.best_first import (
    CLEAR,
    CONTEXT_SHARE,
    PAIRS,
    SAME_ID,
    TEXT_SHARE,
    BestFirst,
    Pair,
)
from argmap.matching.left_over import LeftOver
from argmap.matching.matches import Evidence, Match, Matching
from argmap.matching.similarity import ALMOST
from argmap.matching.surroundings import Surroundings
from argmap.matching.wordings import Group, Wordings
from argmap.model import ArgumentMap

#: Ids are stable if at most one in this many went over to the text of another id.
_STABLE = 20
#: The confidence in a pair of one text, and of one place, that nothing else speaks for.
_TEXT, _PLACE = 0.9, 0.3


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
        self._texts = Wordings(old, new)
        self._pairs = BestFirst(Surroundings(old), Surroundings(new), self._texts.likeness)
        self._evidence: dict[int, Evidence] = {}

    def match(self, ignore_ids: bool) -> Matching:
        same_ids = [] if ignore_ids else self._same_ids()
        firm = [pair for pair in same_ids if self._texts.same(pair)]
        ours, theirs = {pair[0] for pair in firm}, {pair[1] for pair in firm}
        groups = self._texts.groups(ours, theirs)
        alone = [(old[0], new[0]) for old, new in groups if len(old) == len(new) == 1]
        ours.update(pair[0] for pair in alone)
        theirs.update(pair[1] for pair in alone)
        gone = sum(
            (old in ours) or (new in theirs)
            for old, new in same_ids if not self._texts.same((old, new))
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

    def _propose(self, groups: Iterable[Group]) -> None:
        """Brings into play what has one text or one id, then what reads alike."""
        skipped: Group = ([], [])
        for old, new in groups:
            if len(old) * len(new) <= PAIRS:
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
        for pair in self._texts.nearest(*sides):
            self._pairs.propose(pair)

    def _finish(self, groups: Sequence[Group]) -> None:
        """Settles what is good enough, then equal texts by their order, then what is left over."""
        pairs = self._pairs
        pairs.run()
        for old, new in groups:
            left = [n for n in old if n not in pairs.new_of]
            pairs.settle(zip(left, [n for n in new if n not in pairs.old_of], strict=False))
        pairs.run()
        placed = LeftOver(pairs, self._texts.likeness).settle()
        self._evidence.update((pair[0], Evidence.PLACE) for pair in placed)

    def _matching(self) -> Matching:
        return Matching(
            tuple(
                self._told((old, self._pairs.new_of[old]))
                for old in range(len(self._texts.old))
                if old in self._pairs.new_of
            )
        )

    def _told(self, pair: Pair) -> Match:
        old, new = pair
        text, context = self._texts.likeness(old, new), self._pairs.context(pair)
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
