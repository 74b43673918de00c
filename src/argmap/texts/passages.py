"""Finding a quote in a text again: whole words, whatever the typography."""

from collections.abc import Iterator
from dataclasses import dataclass

from argmap.texts.folding import Folded, fold
from argmap.texts.words import cuts_word


@dataclass(frozen=True, slots=True)
class Passage:
    """A range of a text; `exact` if the quote stands there to the character."""

    start: int
    end: int
    exact: bool = True


def occurrences(
    text: str | Folded, quote: str, prefix: str = "", suffix: str = ""
) -> list[Passage]:
    """Every place at which `quote` stands in `text`, in the text's order.

    White space and typography may differ (see `folding`), letters and case may not. A quote neither
    begins nor ends within a word. Of several places those count that have `prefix` before and
    `suffix` behind them; if none has both, those that have one of them; if none has any, all.

    For many quotes in one text hand over the text folded: ``fold(text)``.
    """
    found = list(passages(text if isinstance(text, Folded) else fold(text), quote))
    if len(found) < 2 or not (prefix or suffix):
        return found
    whole = text.of if isinstance(text, Folded) else text
    ends, begins = _plain(prefix), _plain(suffix)
    scores = [
        bool(ends) * _plain(whole[max(0, p.start - 3 * len(prefix) - 20) : p.start]).endswith(ends)
        + bool(begins) * _plain(whole[p.end : p.end + 3 * len(suffix) + 20]).startswith(begins)
        for p in found
    ]
    return [p for p, score in zip(found, scores, strict=True) if score == max(scores)]


def passages(text: Folded, quote: str, after: int = 0) -> Iterator[Passage]:
    """As `occurrences`, one by one, those that begin at the offset `after` or later."""
    verbatim = quote.strip()
    wanted = fold(verbatim)
    any_found = False
    for passage in spots(text, wanted, after):
        if cuts_word(text.of, passage.start) or cuts_word(text.of, passage.end):
            continue
        any_found = True
        yield passage
    if any_found or not verbatim:
        return
    # A quote may begin or end within signs that are folded as one, such as `--`.
    at = text.of.find(verbatim, after)
    while at >= 0:
        end = at + len(verbatim)
        if not cuts_word(text.of, at) and not cuts_word(text.of, end):
            yield Passage(at, end)
        at = text.of.find(verbatim, at + 1)


def spots(text: Folded, wanted: Folded, after: int = 0) -> Iterator[Passage]:
    """Where a folded quote stands, also within words."""
    key = wanted.text.strip()
    if not key:
        return
    first = len(wanted.text) - len(wanted.text.lstrip())
    at = text.text.find(key, text.folded(after))
    while at >= 0:
        until = at + len(key)
        whole = not text.splits(at) and not text.splits(until)
        if whole and text.same_hyphens(at, wanted, first, len(key)):
            start, end = text.start(at), text.end(until)
            while start < end and text.of[start].isspace():  # of a dash with its spaces
                start += 1
            while start < end and text.of[end - 1].isspace():
                end -= 1
            if start >= after:
                yield Passage(start, end, text.of[start:end] == wanted.of)
        at = text.text.find(key, at + 1)


def _plain(text: str) -> str:
    return fold(text).text.strip()
