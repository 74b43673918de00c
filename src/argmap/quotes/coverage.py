"""How much of a source a map quotes, and what it leaves out."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from argmap.quotes.sentences import END
from argmap.quotes.verdicts import Verdict
from argmap.texts import SourceText
from argmap.texts.words import words_in


@dataclass(frozen=True, slots=True)
class Uncited:
    """Sentences that follow one another and hold no quote: a range of the text."""

    start: int
    end: int
    sentences: int
    words: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What quotes cover of one source: those that hold, each at one place.

    `cited_words` stand in a quote; of `cited_sentences` a word does. Sentences are told apart by
    their signs and by blank lines, so their number is an estimate.
    """

    words: int
    cited_words: int
    sentences: int
    cited_sentences: int
    uncited: tuple[Uncited, ...] = field(repr=False)

    @property
    def share(self) -> float:
        """Share of the words that are quoted; 0 in a text without words."""
        return self.cited_words / self.words if self.words else 0.0


def coverage(text: SourceText, source: str, verdicts: Iterable[Verdict]) -> Coverage:
    """What the verdicts on quotes from `source` cover of its text."""
    ranges = merged(spans(source, verdicts))
    begins, ends = [start for start, _ in ranges], [end for _, end in ranges]
    word = words_in(text.text)
    words = cited_words = sentences = cited_sentences = 0
    uncited: list[Uncited] = []
    previous_cited = True
    for start, end in _sentences(text.text):
        count = sum(1 for _ in word.finditer(text.text, start, end))
        if not count:
            continue
        sentences += 1
        words += count
        # Ranges are sorted and apart: the first that ends behind `start` decides.
        first = bisect_left(ends, start + 1)
        cited = first < len(ranges) and begins[first] < end
        if cited:
            cited_sentences += 1
            while first < len(ranges) and begins[first] < end:
                low, high = max(begins[first], start), min(ends[first], end)
                cited_words += sum(1 for _ in word.finditer(text.text, low, high))
                first += 1
        elif previous_cited:
            uncited.append(Uncited(start, end, 1, count))
        else:
            run = uncited[-1]
            uncited[-1] = Uncited(run.start, end, run.sentences + 1, run.words + count)
        previous_cited = cited
    return Coverage(words, cited_words, sentences, cited_sentences, tuple(uncited))


def spans(source: str, verdicts: Iterable[Verdict]) -> Iterator[tuple[int, int, str]]:
    """Where the quotes from a source stand that hold, and whose they are."""
    for verdict in verdicts:
        if verdict.source == source and verdict.kind.holds:
            for passage in verdict.passages:
                yield passage.start, passage.end, verdict.owner


def merged(spans: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Ranges that overlap or touch made one, in the order of the text."""
    ranges: list[tuple[int, int]] = []
    for start, end, _ in sorted(spans):
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = ranges[-1][0], max(end, ranges[-1][1])
        else:
            ranges.append((start, end))
    return ranges


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of sentences, without the white space around them."""
    start = 0
    for match in (*END.finditer(text), None):
        end = match.end() if match else len(text)
        piece = text[start:end]
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end
