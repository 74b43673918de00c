"""Texts that both versions changed, joined word by word where their changes lie apart."""

import re
from difflib import SequenceMatcher
from typing import TypeAlias

from argmap.matching import polarity
from argmap.matching.similarity import normalise
from argmap.texts.words import LETTERS, UNSPACED

#: How many words of the base must stand between a change of ours and one of theirs.
_APART = 2
#: Texts of more words are not compared word by word.
_LONG = 5000
#: White space, and the word or sign behind it; words with hyphens and apostrophes are one.
_TOKEN = re.compile(rf"(\s*)([{UNSPACED}]|{LETTERS}(?:['’-]{LETTERS})*|[^\w\s])")

Tokens: TypeAlias = list[tuple[str, str]]
#: A range of the base and what stands for it.
Change: TypeAlias = tuple[int, int, tuple[tuple[str, str], ...]]


def joined(base: str, ours: str, theirs: str) -> str | None:
    """The text with both changes, or None: they touch the same words or neighbours of these.

    A change that both made alike counts once.
    A change of polarity ("not", "only") is never joined with another: each was written in view of
    the whole statement.
    """
    turns = [polarity(normalise(text)) for text in (base, ours, theirs)]
    if turns[0] != turns[1] or turns[0] != turns[2]:
        return None
    old, one, other = (_TOKEN.findall(text) for text in (base, ours, theirs))
    if max(len(old), len(one), len(other)) > _LONG:
        return None
    mine, their = set(_changes(old, one)), set(_changes(old, other))
    pieces: Tokens = []
    at, last = 0, (-_APART, True, True)
    spaces = _spaces(old, one, other)
    for change in sorted(mine | their):
        start, end, new = change
        ours_too, theirs_too = change in mine, change in their
        of_one_side = (ours_too and last[1]) or (theirs_too and last[2])
        if not of_one_side and start - last[0] < _APART:
            return None
        pieces += [*spaces[at:start], *new]
        at, last = end, (end, ours_too, theirs_too)
    pieces += spaces[at:]
    return "".join(space + word for space, word in pieces).strip() or None


def _changes(old: Tokens, new: Tokens) -> list[Change]:
    return [
        (start, end, tuple(new[first:behind]))
        for tag, start, end, first, behind in _matcher(old, new).get_opcodes()
        if tag != "equal"
    ]


def _spaces(old: Tokens, one: Tokens, other: Tokens) -> Tokens:
    """The words of the base, each with the white space that a side gave it."""
    result = list(old)
    for new in (other, one):
        for start, first, size in _matcher(old, new).get_matching_blocks():
            for n in range(size):
                if new[first + n][0] != old[start + n][0]:
                    result[start + n] = new[first + n]
    return result


def _matcher(old: Tokens, new: Tokens) -> SequenceMatcher[str]:
    words = [word for _, word in old], [word for _, word in new]
    return SequenceMatcher(None, *words, autojunk=False)
