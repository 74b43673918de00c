"""Quotes with marks: words left out ("…", "[...]"), words put in or put differently ("[Putin]").

What stands between the marks has to stand in the source to the word, in order and near. What is
left out must not turn the sense: a quote that dropped "not" or "only" is altered, marks or no.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.matching.polarity import polarity
from argmap.quotes.differences import Change, shown
from argmap.texts import Passage
from argmap.texts.folding import Folded, fold
from argmap.texts.passages import spots
from argmap.texts.words import cuts_word, whole_words, words_in

#: Words that may be left out at one mark, and that may stand where the quoter put their own.
MOST_LEFT_OUT = 100
MOST_REPLACED = 10
#: Places at which the first part is tried.
_TRIES = 200

_DOTS = r"(?:…|\.\s?\.\s?\.(?:\s?\.)?)"
_MARK = re.compile(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|<\s*{_DOTS}\s*>|{_DOTS}|\[([^\[\]]*)\]")

#: Beside those that turn a statement: words that narrow one, or whose lack widens it.
_NARROWING = frozenset((
    # English
    "few", "rarely", "seldom", "scarcely", "merely", "solely", "except", "almost",
    "nearly", "nowhere", "if", "allegedly", "supposedly",
    # German
    "keinem", "keines", "nichts", "weder", "lediglich", "bloß", "selten", "fast", "beinahe",
    "außer", "falls", "angeblich",
    # French, Spanish, Italian, Portuguese
    "ne", "ni", "guère", "nul", "nulle", "personne", "sauf", "presque", "ningún", "ninguno",
    "ninguna", "sin", "solo", "salvo", "excepto", "casi", "tampoco", "mai", "nulla", "nessun",
    "né", "soltanto", "solamente", "tranne", "quasi", "nem", "ninguém", "só", "exceto", "quase",
    # Russian, Ukrainian, Polish, Dutch, Turkish
    "лишь", "кроме", "едва", "нельзя", "почти", "якобы", "если", "ничего", "никто", "ні", "немає",
    "ніколи", "тільки", "лише", "nie", "nigdy", "nikt", "nic", "bez", "tylko", "niet", "geen",
    "nooit", "zonder", "slechts", "alleen", "değil", "yok", "hiç", "sadece",
    # Arabic, Hebrew
    "إلا", "سوى", "ليسوا", "לא", "אין", "רק", "בלי",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Joined:
    """A quote found in parts; `turned` are the words by which the gaps turn the sense."""

    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]
    turned: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """Words between two marks, and what the quoter put before and behind them.

    `room` is how many words of the source may stand before it, `put_in` what the quoter put there.
    `left` and `right` are what a bracket has in it that touches a letter ("[T]he", "support[s]").
    """

    words: Folded
    room: int
    put_in: str
    left: str | None
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


def _parts(quote: str) -> tuple[list[_Part], str]:
    """The parts of a quote with marks, and what is put in behind the last; none without marks."""
    parts: list[_Part] = []
    room, put_in, left, done = 0, "", None, 0
    marks = [*_MARK.finditer(quote), None]
    for mark in marks if len(marks) > 1 else []:
        end = mark.start() if mark else len(quote)
        words = quote[done:end].strip()
        if any(c.isalnum() for c in words):
            touches = mark is not None and mark[1] is not None and quote[end - 1].isalpha()
            right = mark[1] if touches and mark else None
            parts.append(_Part(fold(words), room, put_in, left, right))
            room, put_in, left = 0, "", None
        if mark:
            done = mark.end()
            if mark[1] is None:
                room = max(room, MOST_LEFT_OUT)
            else:
                room, put_in = max(room, MOST_REPLACED), f"{put_in} {mark[1]}".strip()
                left = mark[1] if quote[done : done + 1].isalpha() else None
    return parts, put_in


def _places(text: Folded, part: _Part, after: int) -> Iterator[Passage]:
    """Where a part stands: whole words, but for those that a bracket completes."""
    for spot in spots(text, part.words, after):
        if cuts_word(text.of, spot.start):
            begins = max(0, spot.start - len(part.left or ""))
            letters = text.of[begins : spot.start]
            if cuts_word(text.of, begins) or letters.casefold() != (part.left or "").casefold():
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
        if place is None or place.start - after > 30 * part.room + 30:
            return None
        gap = text.of[after : place.start]
        if sum(1 for _ in words_in(gap).finditer(gap)) > part.room:
            return None
        chain.append(place)
    return tuple(chain)


def _made(text: Folded, parts: list[_Part], chain: tuple[Passage, ...], behind: str) -> Joined:
    changes: list[Change] = []
    turned: list[str] = []
    starts = [*(place.start for place in chain), chain[-1].end]
    ends = [chain[0].start, *(place.end for place in chain)]
    put_in = [*(part.put_in for part in parts), behind]
    for index, added in enumerate(put_in):  # a gap before each part, and one behind the last
        start, end = whole_words(text.of, ends[index], starts[index])
        gap = text.of[start:end]
        turned += _turning(gap, added)
        if gap.strip():
            changes.append(Change("left out", shown(gap)))
        if added.strip():
            changes.append(Change("put in", shown(added)))
        if index < len(chain):
            same = text.of[chain[index].start : chain[index].end]
            changes.append(Change("same", shown(same)))
    return Joined(chain, tuple(changes), ", ".join(dict.fromkeys(turned)))


def _turning(gap: str, put_in: str) -> list[str]:
    """The words that only one of both has, and that turn or narrow a statement."""
    left_out, added = _senses(gap), _senses(put_in)
    return sorted((left_out | added) - (left_out & added))


def _senses(text: str) -> set[str]:
    folded = fold(text).text.casefold()
    words = set(re.findall(r"\w+", folded))
    french = {"ne"} if re.search(r"\bn'", folded) else set()
    return {*polarity(folded), *(words & _NARROWING), *french}
