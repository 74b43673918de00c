"""Where a claim stands in its map: what it bears on, what bears on it, what stands beside it."""

from itertools import pairwise

from argmap.model import Argument, ArgumentMap

#: What a neighbour is to a claim.
PARENT, CHILD, BESIDE = range(3)
#: How much neighbours of each kind tell about who a claim is.
TELLING = (5, 3, 2)

# How a claim bears on what is above it, besides the stances.
_THESIS, _LOOSE, _UNDERCUT = "thesis", "loose", "undercut "

Label = tuple[int, str]


class Surroundings:
    """The neighbours of each claim, by position in the map.

    `of[claim]` gives for each neighbour what it is and by which relation; neighbours see each
    other. Above theses, and above claims that bear on nothing, stands a root: a claim that is in
    no map, at position `root`.
    """

    def __init__(self, map: ArgumentMap) -> None:
        self.position = {claim.id: n for n, claim in enumerate(map.claims)}
        self.root = len(map.claims)
        self.of: list[dict[int, Label]] = [{} for _ in range(self.root + 1)]
        children: dict[int, list[int]] = {}
        for thesis in map.theses:
            self._hang(self.position[thesis], self.root, _THESIS, children)
        for argument in map.arguments:
            parent, relation = self._above(map, argument)
            for premise in argument.premises:
                self._hang(self.position[premise], parent, relation, children)
        for claim in range(self.root):
            if not any(kind == PARENT for kind, _ in self.of[claim].values()):
                self._hang(claim, self.root, _LOOSE, children)
        for row in children.values():
            for one, other in pairwise(row):
                self.of[one].setdefault(other, (BESIDE, ""))
                self.of[other].setdefault(one, (BESIDE, ""))
        self.counts = [_counts(neighbours) for neighbours in self.of]

    def kin(self, claim: int, kind: int) -> list[tuple[int, str]]:
        """The neighbours of one kind, each with its relation."""
        return [(other, label[1]) for other, label in self.of[claim].items() if label[0] == kind]

    def _hang(self, child: int, parent: int, relation: str, rows: dict[int, list[int]]) -> None:
        if child == parent or parent in self.of[child]:
            return
        self.of[child][parent] = (PARENT, relation)
        self.of[parent].setdefault(child, (CHILD, relation))
        rows.setdefault(parent, []).append(child)

    def _above(self, map: ArgumentMap, argument: Argument) -> tuple[int, str]:
        """The claim that an argument bears on; for an undercut a premise of the step undercut."""
        relation, target = argument.stance.value, argument.target
        if target in self.position:
            return self.position[target], relation
        return self.position[map.argument[target].premises[0]], _UNDERCUT + relation


def _counts(neighbours: dict[int, Label]) -> tuple[int, int, int]:
    kinds = [kind for kind, _ in neighbours.values()]
    return kinds.count(PARENT), kinds.count(CHILD), kinds.count(BESIDE)
