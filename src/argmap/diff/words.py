"""Two wordings of a claim, word by word."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from argmap.matching import polarity
from argmap.matching.similarity import normalise
from argmap.texts.words import UNSPACED

_SIGNS = (
    "!-/:-@\\[-`{-~\u00a1-\u00b1\u00b4-\u00b8\u00bb-\u00bf\u060c\u061b\u061f\u0964\u0965\u2010-\u205e"
    "\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)  # fmt: skip
# Not `texts.words.LETTERS`, which ends at the marks of a letter (हि) and at signs such as "€".
_WORD = rf"[^\s{_SIGNS}{UNSPACED}]+"
#: A word with its hyphens and apostrophes, or a sign; in scripts without spaces a character.
_TOKEN = re.compile(rf"[{UNSPACED}]|{_WORD}(?:['’‐‑-]{_WORD})*|\S")
_SIGN = re.compile(f"[{_SIGNS}]")
#: Numbers, and signs that are as good as words.
_TELLING = re.compile(r"(?<!\w)[-−]?\d+|[%‰$€£¥<>=+/°]")
#: Words beyond which texts are not compared word by word: what is between the same ends differs.
_MANY = 10_000


class Run(Enum):
    """A run of words is in both texts, or in one of them."""

    SAME = "same"
    GONE = "gone"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; white space at its ends is part of it."""

    run: Run
    text: str


def words(text: str) -> list[str]:
    """The words of a text without signs and capitals."""
    return [token for token in _TOKEN.findall(normalise(text)) if not _SIGN.fullmatch(token)]


def compared(old: str, new: str) -> list[Piece]:
    """From one text to the other: but for white space, the pieces that did not go are `new`, those
    that did not come `old`."""
    one, other = _cut(old), _cut(new)
    left, right = [token.rstrip() for token in one], [token.rstrip() for token in other]
    pieces: list[Piece] = []
    stretches = _stretches(left, right)
    for at, (start, end, first, last) in enumerate(stretches):
        gone, came = "".join(one[start:end]), "".join(other[first:last])
        if left[start:end] != right[first:last]:
            if _SIGN.match(came):
                gone = gone.rstrip()  # no space before a comma that comes
            pieces += [Piece(Run.GONE, gone)] if gone else []
            pieces += [Piece(Run.CAME, came)] if came else []
            continue
        goes = at + 1 < len(stretches) and stretches[at + 1][0] < stretches[at + 1][1]
        if goes and other[last - 1] == right[last - 1]:
            came += one[end - 1][len(left[end - 1]) :]  # before what goes
        pieces.append(Piece(Run.SAME, came))
    return pieces


def _cut(text: str) -> list[str]:
    """The tokens, each with the white space behind it."""
    ends = [match.start() for match in _TOKEN.finditer(text)][1:]
    return [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]


def _stretches(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Stretches of both that are the same or differ, in turn: (start, end) in each."""
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    ours, theirs = left[head : len(left) - tail], right[head : len(right) - tail]
    found = [(0, head, 0, head)] if head else []
    if len(ours) > _MANY or len(theirs) > _MANY or not ours or not theirs:
        found.append((head, head + len(ours), head, head + len(theirs)))
    else:
        found += [tuple(head + at for at in s) for s in _between(ours, theirs)]  # type: ignore[misc]
    if tail:
        found.append((len(left) - tail, len(left), len(right) - tail, len(right)))
    return found


def _between(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[int, int, int, int]]:
    from rapidfuzz.distance import Indel

    found: list[tuple[int, int, int, int]] = []
    before = ""
    for step in Indel.opcodes(ours, theirs):
        spans = (step.src_start, step.src_end, step.dest_start, step.dest_end)
        kind = "same" if step.tag == "equal" else "other"
        if kind == before == "other":
            last = found.pop()
            spans = (last[0], spans[1], last[2], spans[3])
        found.append(spans)
        before = kind
    return found


def turning(old: str, new: str) -> tuple[str, ...]:
    """Words such as "not" that were gained ("+not") or lost ("-not")."""
    before, after = (Counter(polarity(normalise(text))) for text in (old, new))
    gained, lost = sorted((after - before).elements()), sorted((before - after).elements())
    return (*(f"+{word}" for word in gained), *(f"-{word}" for word in lost))


def trivial(old: str, new: str) -> bool:
    """Whether two texts differ in nothing but signs, spaces, capitals and spelling.

    A spelling is another one if a letter in the middle of a long word is put in, left out or
    exchanged with the next, or stands for "s" or "z"; no number is spelt otherwise.
    """
    if turning(old, new) or _TELLING.findall(old) != _TELLING.findall(new):
        return False
    one, other = words(old), words(new)
    if len(one) != len(other):
        return "".join(one) == "".join(other)  # "co operate", "cooperate"
    return all(left == right or _spelt(left, right) for left, right in zip(one, other, strict=True))


def _spelt(one: str, other: str) -> bool:
    if "".join(_SIGN.split(one)) == "".join(_SIGN.split(other)):
        return True
    if min(len(one), len(other)) < 5 or one[:2] != other[:2] or one[-1] != other[-1]:
        return False
    if len(one) == len(other):
        differing = [at for at in range(len(one)) if one[at] != other[at]]
        if len(differing) == 1:
            return {one[differing[0]], other[differing[0]]} == {"s", "z"}
        first = differing[0]
        return differing == [first, first + 1] and one[first : first + 2] == (
            other[first + 1] + other[first]
        )
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if len(longer) != len(shorter) + 1:
        return False
    at = next((at for at in range(len(shorter)) if longer[at] != shorter[at]), len(shorter))
    return at < len(longer) - 1 and longer[at + 1 :] == shorter[at:]
