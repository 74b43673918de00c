"""Quotes with marks: words left out ("…", "[...]"), words put in or put differently ("[Putin]").

What stands between the marks has to stand in the source to the word, in order and near. What is
left out must not turn the sense: a quote that dropped "not" or "only" is altered, marks or no.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from argmap.quotes import sentences
from argmap.quotes.differences import Change, shown
from argmap.quotes.sense import ending, is_remark, objection, refers, replacement
from argmap.texts import Passage
from argmap.texts.folding import Folded, fold
from argmap.texts.passages import spots
from argmap.texts.words import UNSPACED, cuts_word, whole_words, words_in

#: Words that may be left out at one mark, and that may stand where the quoter put their own.
MOST_LEFT_OUT = 100
MOST_REPLACED = 10
#: Places at which the first part is tried.
_TRIES = 200

_DOTS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_A_WORD = rf"(?:[{UNSPACED}]|(?:(?![{UNSPACED}])[\w'’-])+)"
_WORD_BEFORE = re.compile(rf"(?:{_A_WORD}\s*)?\Z")
_WORD_BEHIND = re.compile(rf"(?:\s*{_A_WORD})?")
_LETTER = re.compile(rf"(?![{UNSPACED}])[^\W\d_]")
_MARK = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|<\s*{_DOTS}\s*>|{_DOTS}|\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Joined:
    """A quote found in parts; `turned` says why the gaps turn the sense, if they seem to."""

    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    turned: str = ""


@dataclass(frozen=True, slots=True)
class _Gap:
    """What the quoter marks between two parts, or at an end.

    `put_in` is all that stands in brackets, `free` what of it touches no letter and says something.
    """

    dots: bool = False
    put_in: str = ""
    free: str = ""

    @property
    def room(self) -> int:
        """How many words of the source may stand there."""
        return MOST_LEFT_OUT if self.dots else MOST_REPLACED if self.put_in else 0


@dataclass(frozen=True, slots=True)
class _Part:
    """Words between two marks, and what is marked before them.

    `left` and `right` are what a bracket has in it that touches a letter ("[T]he", "support[s]").
    """

    words: Folded
    gap: _Gap
    left: str
    right: str | None


def joined(text: Folded, quote: str) -> Joined | None:
    """The parts of a quote in the text; None if it has no marks, or its parts do not stand there.

    Of several places the first counts at which the sense is kept.
    """
    parts, behind = _parts(quote)
    if not parts:
        return None
    first: Joined | None = None
    for start, _ in zip(_places(text, parts[0], 0), range(_TRIES), strict=False):
        chain = _chain(text, parts, start)
        if chain is not None:
            made = _made(text, parts, chain, behind)
            if not made.turned:
                return made
            first = first or made
    return first


def _parts(quote: str) -> tuple[list[_Part], _Gap]:
    """The parts of a quote with marks, and what is marked behind the last; none without marks."""
    parts: list[_Part] = []
    gap, left, done = _Gap(), "", 0
    marks = [*_MARK.finditer(quote), None]
    for mark in marks if len(marks) > 1 else []:
        end = mark.start() if mark else len(quote)
        words = quote[done:end].strip()
        bracket = mark[1] if mark else None
        touched = bracket is not None and _LETTER.match(quote[end - 1 : end]) is not None
        if any(c.isalnum() for c in words):
            parts.append(_Part(fold(words), gap, left, bracket if touched else None))
            gap, left = _Gap(), ""
        if mark is None:
            continue
        done = mark.end()
        if bracket is None:
            gap = replace(gap, dots=True)
            continue
        touches = _LETTER.match(quote, done) is not None and not bracket[-1:].isspace()
        left = bracket if touches else ""
        free = "" if touched or touches or is_remark(bracket) else bracket
        gap = replace(
            gap, put_in=f"{gap.put_in} {bracket}".strip(), free=f"{gap.free} {free}".strip()
        )
    return parts, gap


def _places(text: Folded, part: _Part, after: int) -> Iterator[Passage]:
    """Where a part stands: whole words, but for those that a bracket completes."""
    for spot in spots(text, part.words, after):
        if part.left or cuts_word(text.of, spot.start):
            begins = max(0, spot.start - len(part.left))
            letters = text.of[begins : spot.start]
            if cuts_word(text.of, begins) or letters.casefold() != part.left.casefold():
                continue
        if part.right is None and cuts_word(text.of, spot.end):
            continue
        yield spot


def _chain(text: Folded, parts: list[_Part], start: Passage) -> tuple[Passage, ...] | None:
    """The parts behind one another, each as near to the one before as it can be."""
    chain = [start]
    for part in parts[1:]:
        after = chain[-1].end
        place = next(_places(text, part, after), None)
        if place is None or place.start - after > 30 * part.gap.room + 30:
            return None
        gap = text.of[after : place.start]
        if sum(1 for _ in words_in(gap).finditer(gap)) > part.gap.room:
            return None
        chain.append(place)
    return tuple(chain)


def _made(text: Folded, parts: list[_Part], chain: tuple[Passage, ...], behind: _Gap) -> Joined:
    changes: list[Change] = []
    turned: list[str] = []
    for index in range(len(chain) + 1):  # a gap before each part, and one behind the last
        gap = parts[index].gap if index < len(chain) else behind
        start, end = _range(text.of, parts, chain, gap, index)
        left_out = text.of[start:end]
        free = left_out
        if index < len(chain) and parts[index].left:
            free = text.of[start : max(start, chain[index].start - len(parts[index].left))]
        if index and parts[index - 1].right is not None:
            edge = chain[index - 1].end
            first, last = whole_words(text.of, edge, edge)
            word, right = text.of[first:last], parts[index - 1].right or ""
            turned.append(ending(word, text.of[first:edge] + right))
            free = text.of[last : max(last, start + len(free))]
        turned.append(objection(left_out, gap.put_in))
        if gap.free:
            turned.append(replacement(free, gap.free, gap.dots))
        inner = 0 < index < len(chain)
        if left_out.strip() and (inner or any(c.isalnum() for c in left_out)):
            changes.append(Change("left out", shown(left_out)))
        if gap.put_in.strip():
            changes.append(Change("put in", shown(gap.put_in)))
        if index < len(chain):
            same = text.of[chain[index].start : chain[index].end]
            changes.append(Change("same", shown(same)))
    return Joined(chain, tuple(changes), next(filter(None, turned), ""))


def _range(
    text: str, parts: list[_Part], chain: tuple[Passage, ...], gap: _Gap, index: int
) -> tuple[int, int]:
    """What of the source stands in a gap. At the ends of a quote dots stand for the rest of the
    sentence, and a bracket for the word beside it."""
    if index == 0:
        start = end = chain[0].start
        if gap.dots:
            start = sentences.before(text, end)
        elif gap.free:
            start -= len(_WORD_BEFORE.search(text[max(0, end - 50) : end])[0])  # type: ignore[index]
    elif index == len(chain):
        start = end = chain[-1].end
        if gap.dots:
            end = sentences.behind(text, start)
        elif gap.free and not _explains(text, start):
            end += len(_WORD_BEHIND.match(text[start : start + 50])[0])  # type: ignore[index]
    else:
        start, end = chain[index - 1].end, chain[index].start
    return whole_words(text, start, end)


def _explains(text: str, at: int) -> bool:
    """Whether a bracket at the end says whom the last word means: "they like him [Assad]"."""
    return refers(_WORD_BEFORE.search(text[max(0, at - 50) : at])[0])  # type: ignore[index]
