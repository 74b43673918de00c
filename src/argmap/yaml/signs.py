"""Signs that a writer takes for YAML's own and YAML does not."""

import re

from argmap.diagnostics import Diagnostic, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml import words

#: Spaces other than the one that YAML knows, as a class of a regular expression.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: Signs that begin an item of a list elsewhere.
BULLETS = "•·‣◦▪●○*+"
#: Dashes other than the ASCII hyphen.
DASHES = "‐‑‒–—―−"

#: The number of an item, as in `1.`.
NUMBER = r"\d{1,3}[.)]"

_SIGN = re.compile(
    rf"(?P<space>[{SPACES}]+)"
    rf"|(?P<bullet>[{BULLETS}{DASHES}]|{NUMBER})(?=[\s])"
    rf"|(?P<word>{'|'.join(words.EVERY)})(?:[ \t]*(?P<colon>[：﹕︰])|:(?![ \t\r\n]|//|$))"
    rf"|-(?=[{SPACES}]|[^\W\d])"
)


def misread(text: str, start: int, end: int) -> Diagnostic | None:
    """The fault in the sign at `start`, where an item or a word of the map begins."""
    found = _SIGN.match(text, start, end)
    if found is None:
        return None
    after = text[found.end() : found.end() + 1]
    if found["space"]:
        return codes.FOREIGN_SPACE.at(Span(*found.span()), char=found["space"][0])
    if found["bullet"]:
        return codes.FOREIGN_DASH.at(Span(*found.span()), sign=f"`{found['bullet']}`")
    if found["colon"]:
        return codes.FOREIGN_COLON.at(Span(*found.span()), word=found["word"])
    if re.match(f"[{SPACES}]", after):
        return codes.FOREIGN_SPACE.at(Span(found.end(), found.end() + 1), char=after)
    sign = f"`{found['word']}:`" if found["word"] else "`-`"
    return codes.MISSING_SPACE.at(Span(*found.span()), sign=sign)
