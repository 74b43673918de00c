"""What differs between a passage and a quote of it, word by word."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from argmap.texts.folding import HYPHENS, INVISIBLE, fold
from argmap.texts.words import LETTERS, UNSPACED

_JOINT = rf"['’]|[{HYPHENS}\u00ad](?:[ \t]*[\r\n]\s*)?|[{INVISIBLE}]+"
#: A word with its hyphens and apostrophes, or a sign; in scripts without spaces a character.
_TOKEN = re.compile(rf"[{UNSPACED}]|{LETTERS}(?:(?:{_JOINT}){LETTERS})*|[^\w\s]")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_SOFT = re.compile(r"\u00ad(?:[ \t]*[\r\n]\s*)?")
_LINE_END = re.compile(rf"[{HYPHENS}\u00ad][ \t]*[\r\n]\s*")


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words: the same in both, or left out of the quote, or put in by it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign, where it stands, and what it is without typography and hyphens."""

    start: int
    end: int
    plain: str
    hyphened: str


def tokens(text: str, base: int = 0) -> list[Token]:
    """The words and signs of a text that begins at `base`."""
    return [
        Token(base + match.start(), base + match.end(), *_plain(match[0]))
        for match in _TOKEN.finditer(text)
    ]


def _plain(word: str) -> tuple[str, str]:
    """A word without hyphens, and with those that do not divide it at the end of a line."""
    if word.isascii() and "-" not in word and word != "`":
        return word, word  # folding would leave it alone
    parts = [fold(part).text.strip() for part in _HYPHEN.split(_LINE_END.sub("", word))]
    return "".join(parts) or word, "-".join(parts)


def compared(source: str, quote: str) -> tuple[Change, ...]:
    """From the source to the quote: which words are the same, left out, put in.

    Hyphens tell words apart only where nothing else does: some may come from the ends of lines.
    """
    one, other = tokens(source), tokens(quote)
    changes = _changes(source, quote, one, other, [t.plain for t in one], [t.plain for t in other])
    if any(change.kind != "same" for change in changes):
        return changes
    hyphened = [t.hyphened for t in one], [t.hyphened for t in other]
    return _changes(source, quote, one, other, *hyphened)


def _changes(
    source: str,
    quote: str,
    of_source: list[Token],
    of_quote: list[Token],
    words: list[str],
    asked: list[str],
) -> tuple[Change, ...]:
    from rapidfuzz.distance import Indel

    changes: list[Change] = []
    for step in Indel.opcodes(words, asked):
        if step.tag == "insert":
            text = _slice(quote, of_quote[step.dest_start : step.dest_end])
        else:
            text = _slice(source, of_source[step.src_start : step.src_end])
        kind = {"equal": "same", "delete": "left out", "insert": "put in"}[step.tag]
        before = changes[-1].kind if changes else ""
        at = len(changes) - (kind == "left out" and before == "put in")
        changes.insert(at, Change(kind, text))  # what goes stands before what comes
    return tuple(changes)


def marked_up(changes: Iterable[Change]) -> str:
    """``the loss is [-not-] {+a+} blow``: [-…-] is left out of the quote, {+…+} is put in."""
    signs = {"same": "{}", "left out": "[-{}-]", "put in": "{{+{}+}}"}
    return " ".join(signs[change.kind].format(change.text) for change in changes)


def shown(text: str) -> str:
    """A text on one line, without soft hyphens."""
    return " ".join(_SOFT.sub("", text).split())


def _slice(text: str, tokens: Sequence[Token]) -> str:
    return shown(text[tokens[0].start : tokens[-1].end])
