"""Pairs of claims that might be one, settled best first; each settled pair tells of the next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from argmap.matching.surroundings import CHILD, PARENT, TELLING, Surroundings

#: Of text and of context in a score.
TEXT_SHARE, CONTEXT_SHARE = 0.7, 0.3
#: Where a text stands more than once, being the same says less and the context decides.
COMMON_BASE, COMMON_SHARE = 0.4, 0.6
#: What the same id adds, where ids are stable.
SAME_ID = 0.3
#: The score from which two claims are one.
ENOUGH = 0.5
#: The likeness from which texts that stand once are one wherever they stand.
ANYWHERE = 0.68
#: The score from which it is not worth while to look for a better partner elsewhere.
CLEAR = 0.8

#: The most pairs of one text, or of children of two claims, that are all looked at; more are left
#: to neighbours and order.
PAIRS = 64
#: The most pairs of neighbours that one settled pair brings into play.
_NEIGHBOURS = 100

Pair = tuple[int, int]
Likeness = Callable[[int, int], float]


def key(pair: Pair) -> Pair:
    """The order of equals: early ones first, in like places first; the same both ways round."""
    return pair[0] + pair[1], abs(pair[0] - pair[1])


@dataclass(slots=True)
class Candidate:
    """A pair in play: the likeness of its texts, and the neighbours of each kind it shares."""

    text: float
    shared: list[int]  # in halves


class BestFirst:
    """Which claim of `old` is which of `new`, by position; each in one pair at most.

    The roots are a pair like others, and the first to be settled.

    Nothing here prefers one version: exchanged, they give the same pairs the other way round.
    """

    def __init__(self, old: Surroundings, new: Surroundings, likeness: Likeness) -> None:
        self.old, self.new = old, new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}
        self.same_ids: frozenset[Pair] = frozenset()  # that may be trusted
        self._likeness = likeness
        self._spoken: set[int] = set()
        self._candidates: dict[int, dict[int, Candidate]] = {}
        self._heap: list[tuple[float, Pair, Pair]] = []

    def free(self, pair: Pair) -> bool:
        """Whether neither of the two is settled."""
        return pair[0] not in self.new_of and pair[1] not in self.old_of

    def settle(self, pairs: Iterable[Pair]) -> None:
        """Takes pairs, then lets them speak for their neighbours."""
        settled = [pair for pair in pairs if self._take(pair)]
        for pair in settled:
            self._speak(pair)

    def propose(self, pair: Pair) -> None:
        """Brings a pair into play."""
        row = self._candidates.setdefault(pair[0], {})
        if pair[1] in row or not self.free(pair):
            return
        row[pair[1]] = candidate = Candidate(self._likeness(*pair), self._shared(pair))
        self._push(pair, candidate)

    def run(self, least: float = ENOUGH) -> list[Pair]:
        """Settles pairs as long as one has a score of at least `least`, and gives them."""
        settled: list[Pair] = []
        while self._heap and -self._heap[0][0] >= least:
            score, order, pair = heappop(self._heap)
            pairs = [pair]
            while self._heap and self._heap[0][:2] == (score, order):
                pairs.append(heappop(self._heap)[2])
            taken = [pair for pair in pairs if self.free(pair)]
            self.settle(taken)
            settled += taken
        return settled

    def context(self, pair: Pair) -> float:
        """How much of their surroundings two claims share, 0 to 1, as far as is settled."""
        return self._context(pair, self._shared(pair))

    def _take(self, pair: Pair) -> bool:
        if not self.free(pair):
            return False
        self.new_of[pair[0]] = pair[1]
        self.old_of[pair[1]] = pair[0]
        return True

    def _speak(self, pair: Pair) -> None:
        """Raises what neighbours of a settled pair are in play, and brings others into play."""
        theirs = self.new.of[pair[1]]
        for one, (kind, relation) in self.old.of[pair[0]].items():
            if one in self.new_of or one not in self._candidates:
                continue
            # What `one` is to the pair, and what the pair is to `one`.
            mine = {PARENT: CHILD, CHILD: PARENT}.get(kind, kind)
            for other, candidate in self._candidates[one].items():
                label = theirs.get(other)
                if label is not None and label[0] == kind and other not in self.old_of:
                    candidate.shared[mine] += 1 + (label[1] == relation)
                    self._push((one, other), candidate)
        self._spoken.add(pair[0])
        for kind in (PARENT, CHILD):
            ours = [n for n, _ in self.old.kin(pair[0], kind) if n not in self.new_of]
            others = [n for n, _ in self.new.kin(pair[1], kind) if n not in self.old_of]
            if len(ours) * len(others) <= _NEIGHBOURS:
                for one in ours:
                    for other in others:
                        self.propose((one, other))

    def _push(self, pair: Pair, candidate: Candidate) -> None:
        context = self._context(pair, candidate.shared)
        if candidate.text == 1.0:
            score = COMMON_BASE + COMMON_SHARE * context
        else:
            score = TEXT_SHARE * candidate.text + CONTEXT_SHARE * context
            if candidate.text >= ANYWHERE:
                score = max(score, ENOUGH)
        score += SAME_ID * (pair in self.same_ids)
        if score >= ENOUGH:
            heappush(self._heap, (-score, key(pair), pair))

    def _shared(self, pair: Pair) -> list[int]:
        """The neighbours that two claims share, of those that have spoken: others will."""
        shared = [0, 0, 0]
        theirs = self.new.of[pair[1]]
        for other, (kind, relation) in self.old.of[pair[0]].items():
            label = theirs.get(self.new_of[other]) if other in self._spoken else None
            if label is not None and label[0] == kind:
                shared[kind] += 1 + (label[1] == relation)
        return shared

    def _context(self, pair: Pair, shared: list[int]) -> float:
        """Dice's coefficient of each kind of neighbour, weighted by what the kind tells."""
        part = whole = 0.0
        ours, theirs = self.old.counts[pair[0]], self.new.counts[pair[1]]
        for kind, telling in enumerate(TELLING):
            if neighbours := ours[kind] + theirs[kind]:
                part += telling * shared[kind] / neighbours
                whole += telling
        return part / whole
