"""The passage of a text that a quote comes nearest to.

Words that quote and text share vote for a place, the rarest first; around the places with most
votes words are aligned. So ten thousand quotes need one walk through the text and not one each.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from argmap.quotes.differences import Change, Token, compared, tokens
from argmap.texts import Passage
from argmap.texts.folding import Folded, fold
from argmap.texts.words import whole_words, words_in

#: Share of characters that quote and passage have in common (2·common / both lengths, folded) from
#: which on the quote is an altered one and not another text.
THRESHOLD = 0.65

_MOST_PLACES = 300  # of a word; a word that stands in more places tells nothing, but pairs may
_MOST_VOTES = 600  # for one quote
_TRIES = 3
#: Characters of a quote that are looked for: what follows, follows.
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Near:
    """A passage, how much of it the quote has (0 to 1), and what the quote changes."""

    passage: Passage
    similarity: float
    changes: tuple[Change, ...]


def nearest(text: Folded, quotes: Sequence[str]) -> list[Near | None]:
    """For each quote the passage that it comes nearest to, if that is near enough."""
    if not quotes:
        return []
    keys = [fold(quote[:_LONGEST]).text.strip() for quote in quotes]
    asked = [dict(_signs(key)) for key in keys]
    places = _places(text.text, {sign for signs in asked for sign in signs})
    found = []
    for quote, key, signs in zip(quotes, keys, asked, strict=True):
        words = [token.plain for token in tokens(quote[:_LONGEST])]
        tried = [_aligned(text, words, key, at) for at in _voted(key, signs, places)]
        similarity, passage = max(tried, default=(0.0, Passage(0, 0)), key=itemgetter(0))
        near = None
        if similarity >= THRESHOLD:
            said = text.of[passage.start : passage.end]
            near = Near(passage, similarity, compared(said, quote[:_LONGEST]))
        found.append(near)
    return found


def _signs(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text and their pairs, each with its place."""
    before = ""
    for match in words_in(text).finditer(text):
        word = match[0].casefold()
        yield word, match.start()
        if before:
            yield f"{before} {word}", match.start()
        before = word


def _places(text: str, wanted: set[str]) -> dict[str, "array[int]"]:
    """Where the wanted words and pairs stand; of frequent ones not everywhere."""
    places = {sign: array("q") for sign in wanted}
    for sign, at in _signs(text):
        known = places.get(sign)
        if known is not None and len(known) <= _MOST_PLACES:
            known.append(at)
    return places


def _voted(key: str, signs: dict[str, int], places: dict[str, "array[int]"]) -> list[int]:
    """Places at which the quote may begin, those with most votes first."""
    step = max(32, len(key) // 2)
    votes: dict[int, float] = {}
    left = _MOST_VOTES
    for sign in sorted(signs, key=lambda sign: len(places[sign])):
        known = places[sign]
        left -= len(known)
        if left < 0 or len(known) > _MOST_PLACES:
            break
        for at in known:
            spot = (at - signs[sign]) // step
            votes[spot] = votes.get(spot, 0) + 1 / len(known)
    sums = {at: vote + votes.get(at + 1, 0) for at, vote in votes.items()}
    best = sorted(sums, key=lambda at: (-sums[at], at))[:_TRIES]
    return [at * step for at in best]


def _aligned(text: Folded, asked: list[str], key: str, at: int) -> tuple[float, Passage]:
    """The passage around a place whose words go best with those asked for, and how well."""
    from rapidfuzz.distance import Indel

    slack = 60 + len(key) // 2
    start = text.start(max(0, at - slack))
    end = text.end(min(len(text.text), at + len(key) + 2 * slack))
    words = tokens(text.of[start:end], start)
    for _ in range(2):  # among fewer words fewer stand there by chance
        low, high = _best_run([word.plain for word in words], asked)
        if low >= high:
            return 0.0, Passage(0, 0)
        words, low, high = _cut(words, low, high)
    begin, end = whole_words(text.of, words[low].start, words[high - 1].end)
    similarity = Indel.normalized_similarity(fold(text.of[begin:end]).text, key)
    return similarity, Passage(begin, end, exact=False)


def _cut(words: list[Token], low: int, high: int) -> tuple[list[Token], int, int]:
    """The words from `low` to `high` with a few around them, and where both are among these."""
    first = max(0, low - 3)
    return words[first : high + 3], low - first, high - first


def _best_run(words: list[str], asked: list[str]) -> tuple[int, int]:
    """The run of `words` that an alignment with `asked` covers, without strays at its ends."""
    from rapidfuzz.distance import Indel

    blocks = [
        [step.src_start, step.src_end, step.dest_start, step.dest_end]
        for step in Indel.opcodes(words, asked)
        if step.tag == "equal"
    ]
    while len(blocks) > 1 and _stray(blocks[0], blocks[1], blocks[0]):
        blocks.pop(0)
    while len(blocks) > 1 and _stray(blocks[-2], blocks[-1], blocks[-1]):
        blocks.pop()
    if not blocks:
        return 0, 0
    # Words of the quote beyond the first and last common one replace as many of the source.
    low = max(0, blocks[0][0] - blocks[0][2])
    high = min(len(words), blocks[-1][1] + len(asked) - blocks[-1][3])
    return low, high


def _stray(one: list[int], other: list[int], block: list[int]) -> bool:
    """Whether a block at the end lies farther off in the source than in the quote, for its size."""
    farther = (other[0] - one[1]) - (other[2] - one[3])
    return farther > 2 * (block[1] - block[0]) + 2
