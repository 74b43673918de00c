"""How alike two readers cut up the texts that they quote.

Each passage that a map quotes sets a boundary before its first word and after its last. Source:
Fournier and Inkpen (2012), Segmentation similarity and agreement; the units are words, and
boundaries that are one word apart are one edit (a transposition), others one edit each.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from argmap.annotation.agreement.figures import Figure
from argmap.model import ArgumentMap, Citation


@dataclass(frozen=True, slots=True)
class Segmentation:
    """The segmentation similarity S of two maps.

    Attributes:
        similarity: the share of places between two words that need no edit; high wherever passages
            are few and the text is long.
        missing_one, missing_other: citations of each map whose words its source text has not.
    """

    similarity: Figure
    missing_one: tuple[Citation, ...] = ()
    missing_other: tuple[Citation, ...] = ()


def segmentation(one: ArgumentMap, other: ArgumentMap, texts: Mapping[str, str]) -> Segmentation:
    """S over the texts (by source id) from which a map quotes; two ids of one text are one text.

    Words are looked for exactly, but for white space, and where they first occur.
    """
    passages = {id: _Passages(text) for id, text in texts.items()}
    of_text = {text.words: text for text in passages.values()}
    passages = {id: of_text[text.words] for id, text in passages.items()}
    cut_one, missing_one = _cut(one, passages)
    cut_other, missing_other = _cut(other, passages)

    def undefined(why: str) -> Segmentation:
        return Segmentation(Figure(None, why), missing_one, missing_other)

    if not texts:
        return undefined("no text of a source was given")
    if not (cut_one and cut_other):
        which = "neither" if not (cut_one or cut_other) else "only one"
        return undefined(f"{which} of the maps quotes words that stand in a source text")
    quoted = cut_one.keys() | cut_other.keys()
    places = sum(of_text[words].count - 1 for words in quoted)
    if not places:
        return undefined("the source texts have one word only")
    needed = sum(edits(cut_one.get(words, ()), cut_other.get(words, ())) for words in quoted)
    return Segmentation(Figure(1 - needed / places), missing_one, missing_other)


def edits(one: Iterable[int], other: Iterable[int]) -> int:
    """The fewest boundaries to add, drop, or move by one place, that make one of the other."""
    ones, others = set(one), set(other)
    odd = sorted(ones ^ others)
    needed = at = 0
    while at < len(odd):
        here, following = odd[at], odd[at + 1] if at + 1 < len(odd) else -1
        moved = following == here + 1 and (here in ones) != (following in ones)
        at += 2 if moved else 1
        needed += 1
    return needed


class _Passages:
    """A text with one space between words, in which passages are found by their words."""

    def __init__(self, text: str) -> None:
        self.words = " ".join(text.split())
        self._starts = [0, *(at + 1 for at, char in enumerate(self.words) if char == " ")]
        self.count = len(self._starts)

    def boundaries(self, quote: str) -> set[int] | None:
        """Before which words the passage begins and ends; None where the text has it not."""
        quote = " ".join(quote.split())
        at = self.words.find(quote)
        if at < 0:
            return None
        first = bisect_right(self._starts, at) - 1
        behind = bisect_right(self._starts, at + len(quote) - 1)
        return {first, behind} - {0, self.count}


def _cut(
    map: ArgumentMap, passages: Mapping[str, _Passages]
) -> tuple[dict[str, set[int]], tuple[Citation, ...]]:
    """The boundaries that a map sets in each text, and the citations that are not found."""
    cut: dict[str, set[int]] = {}
    missing: list[Citation] = []
    for cite in dict.fromkeys(cite for part in map.parts for cite in part.cites):
        if not cite.quote.strip() or cite.source not in passages:
            continue
        found = passages[cite.source].boundaries(cite.quote)
        if found is None:
            missing.append(cite)
        else:
            cut.setdefault(passages[cite.source].words, set()).update(found)
    return cut, tuple(missing)
