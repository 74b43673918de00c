"""Which map of one folder is which map of another, by paths and claims."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from argmap.matching import match
from argmap.matching.similarity import normalise
from argmap.model import ArgumentMap

#: The share of claims in common from which two files are one map.
_SAME, _LIKE = 0.5, 0.4
#: The likeness from which two claims count as the same, and the most pairs of maps so compared.
_ALIKE, _PAIRS = 0.6, 100


def paired(old: Mapping[str, ArgumentMap], new: Mapping[str, ArgumentMap]) -> list[tuple[str, str]]:
    """Paths of the same map in both folders, by path, else by its claims; "" for one that is not
    in both. In the order of the new folder, what was removed last."""
    pairs = {path: path for path in new if path in old}
    ours = {path: _texts(map) for path, map in old.items() if path not in pairs}
    theirs = {path: _texts(map) for path, map in new.items() if path not in pairs}
    same = {pair: _shared(*_of(pair, ours, theirs)) for pair in _alike(ours, theirs)}
    _settle(same, _SAME, pairs)
    left = product(
        [path for path in ours if path not in pairs.values()],
        [path for path in theirs if path not in pairs],
    )
    rest = list(left)
    if len(rest) <= _PAIRS:
        _settle({(a, b): _kept(old[a], new[b]) for a, b in rest}, _LIKE, pairs)
    known = set(pairs.values())
    return [
        *((pairs.get(path, ""), path) for path in new),
        *((path, "") for path in old if path not in known),
    ]


def _settle(shares: Mapping[tuple[str, str], float], least: float, pairs: dict[str, str]) -> None:
    """Adds the pairs with the largest shares; `pairs` lead from new to old."""
    taken = set(pairs.values())
    for old, new in sorted(shares, key=lambda pair: (-shares[pair], pair)):
        if shares[old, new] >= least and old not in taken and new not in pairs:
            pairs[new] = old
            taken.add(old)


def _texts(map: ArgumentMap) -> frozenset[str]:
    return frozenset(normalise(claim.text) for claim in map.claims)


def _alike(
    ours: Mapping[str, Collection[str]], theirs: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """Pairs of maps with a text in common, each once."""
    having: dict[str, list[str]] = {}
    for path, texts in theirs.items():
        for text in texts:
            having.setdefault(text, []).append(path)
    for path, texts in ours.items():
        yield from dict.fromkeys((path, other) for text in texts for other in having.get(text, ()))


def _of(
    pair: tuple[str, str], ours: Mapping[str, frozenset[str]], theirs: Mapping[str, frozenset[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    return ours[pair[0]], theirs[pair[1]]


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's coefficient."""
    return 2 * len(one & other) / (len(one) + len(other))


def _kept(old: ArgumentMap, new: ArgumentMap) -> float:
    """The share of claims of both that are in the other, as said there or put otherwise."""
    found = match(old, new, ignore_ids=True).matches
    alike = sum(entry.text >= _ALIKE for entry in found)
    return 2 * alike / (len(old.claims) + len(new.claims))
