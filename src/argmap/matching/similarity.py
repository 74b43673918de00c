"""How alike two texts are: the cosine of their character 3-grams, rare ones weighing more."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import log, sqrt

from argmap.matching.polarity import polarity

#: What is left of the likeness of texts where one has a "not", "only" or "never" more.
TURNED = 0.8
#: The most that two texts can have that are not the same.
ALMOST = 0.99

# Scripts where a sign is a word or a syllable: two of them tell as much as three letters.
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FINE = 64  # steps of a weight: whole numbers add up to the same in any order
_RARE = 24  # 3-grams by which a text is looked up
_ENTRIES = 1500  # of the index that one look-up may touch


def normalise(text: str) -> str:
    """The form in which texts are the same: NFKC, no capitals, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def similarity(one: str, other: str) -> float:
    """How alike two texts are by themselves, 0 to 1; 1 only if they are the same, normalised."""
    texts = normalise(one), normalise(other)
    weights = Weights(*((text,) for text in texts))
    return weights.alike(*map(weights.vector, texts))


@dataclass(frozen=True, slots=True)
class Vector:
    """A normalised text, its 3-grams by number, rare ones first, and its squared length."""

    text: str
    grams: tuple[int, ...]
    length: int
    polarity: tuple[str, ...]


class Weights:
    """What the 3-grams of versions of a map weigh; `versions` hold normalised texts.

    A weight is the smoothed inverse document frequency, 1 + ln((1 + texts) / (1 + texts that have
    it)), in the version where the 3-gram is commonest, so that a phrase brought in everywhere
    weighs little.
    """

    def __init__(self, *versions: Collection[str]) -> None:
        common: Counter[str] = Counter()
        for version in versions:
            counted: Counter[str] = Counter()
            for text in version:
                counted.update(_pieces(text))
            common |= counted
        size = 1 + max(map(len, versions), default=0)
        # Numbered by rarity and spelling: nothing may depend on the order of a set.
        ranked = sorted(common.items(), key=lambda entry: (entry[1], entry[0]))
        self._number = {piece: number for number, (piece, _) in enumerate(ranked)}
        self._squares = [_square(size, count) for _, count in ranked]
        self._unknown = _square(size, 0)

    def vector(self, text: str) -> Vector:
        """The vector of a normalised text, be it of these versions or not."""
        pieces, number = _pieces(text), self._number
        grams = tuple(sorted(number[piece] for piece in pieces if piece in number))
        length = self._sum(grams) + self._unknown * (len(pieces) - len(grams))
        return Vector(text, grams, length, polarity(text))

    def alike(self, one: Vector, other: Vector) -> float:
        """How alike two texts are, 0 to 1; the same both ways round."""
        if one.text == other.text:
            return 1.0
        product = self._sum(set(one.grams).intersection(other.grams))
        cosine = product / sqrt(one.length * other.length) if product else 0.0
        return min(cosine, ALMOST) * (1.0 if one.polarity == other.polarity else TURNED)

    def _sum(self, grams: Iterable[int]) -> int:
        return sum(map(self._squares.__getitem__, grams))


class Texts:
    """Texts that can be asked which of them come nearest to another.

    Weights come from the texts themselves, or from more than them.
    """

    def __init__(self, texts: Iterable[str], weights: Weights | None = None) -> None:
        normalised = [normalise(text) for text in texts]
        self._weights = weights or Weights(normalised)
        self.vectors = [self._weights.vector(text) for text in normalised]
        self._having: dict[int, list[int]] = {}
        for position, vector in enumerate(self.vectors):
            for gram in vector.grams:
                self._having.setdefault(gram, []).append(position)

    def nearest(self, text: str, count: int = 5) -> list[tuple[int, float]]:
        """Positions of the `count` texts most like `text`, each with its likeness, best first.

        Texts with no rare 3-gram in common with it are not looked at.
        """
        vector = self._weights.vector(normalise(text))
        found = [
            (position, self._weights.alike(vector, self.vectors[position]))
            for position in self.candidates(vector, 4 * count)
        ]
        return sorted(found, key=lambda near: (-near[1], near[0]))[:count]

    def candidates(self, vector: Vector, count: int) -> list[int]:
        """Positions of the texts that have most of the rare 3-grams of a vector."""
        shared: Counter[int] = Counter()
        looked = entries = 0
        for gram in vector.grams:
            having = self._having.get(gram)
            if having is None:
                continue
            if looked == _RARE or (looked and entries + len(having) > _ENTRIES):
                break
            shared.update(having)
            looked, entries = looked + 1, entries + len(having)
        return [position for position, _ in shared.most_common(count)]


def _pieces(text: str) -> set[str]:
    padded = f" {text} "
    width = 2 if not text.isascii() and _DENSE.search(text) else 3
    return {padded[at : at + width] for at in range(len(padded) - width + 1)}


def _square(size: int, count: int) -> int:
    return round(_FINE * (1 + log(size / (1 + count)))) ** 2
