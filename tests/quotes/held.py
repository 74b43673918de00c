"""Quotes held against a text, for the tests of this folder."""

from argmap.model import ArgumentMap, Citation, Claim
from argmap.quotes import Verdict, verify
from argmap.quotes.differences import marked_up
from argmap.texts import SourceText
from argmap.texts.source_text import plain


def source(text: str) -> SourceText:
    return plain("source.txt", text)


def hold(text: str, *quotes: str) -> tuple[Verdict, ...]:
    """The verdicts on quotes of the claims c0, c1, … from a text."""
    claims = (
        Claim(f"c{n}", "A claim", cites=(Citation("s", quote),)) for n, quote in enumerate(quotes)
    )
    return verify(ArgumentMap(claims=tuple(claims)), {"s": source(text)})


def told(text: str, quote: str) -> tuple[str, str]:
    """Kind and changes of one quote."""
    (verdict,) = hold(text, quote)
    return verdict.kind.value, marked_up(verdict.changes)
