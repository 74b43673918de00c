"""Whether a claim is one statement that can be read alone."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from argmap.diagnostics import Code, Diagnostic, Severity
from argmap.yaml.document import Document

#: Width of a claim (in columns; wide letters take two) beyond which nobody reads it in a box.
LONG = 240

QUESTION = Code(
    "question", Severity.WARNING,
    "a claim is a statement, and this is a question",
    "write the answer that is argued for; the map's `question:` may hold the question",
    "Only a statement or a proposal can be supported or attacked.",
    "claim: «Should the zoo close?»\n",
    "question: Should the zoo close?\nclaim: The zoo should close\n",
)  # fmt: skip
SEVERAL_STATEMENTS = Code(
    "several-statements", Severity.HINT,
    "this looks like several statements in one claim",
    "make each a claim of its own; if they only count together, list them under `premises`",
    "A counterpoint to one of several statements could not say to which.",
    "claim: The zoo should close\nreasons:\n  - «Cages are small. Visitors stay away»\n",
    "claim: The zoo should close\nreasons:\n  - Cages are small\n  - Visitors stay away\n",
)  # fmt: skip
TOO_LONG = Code(
    "too-long", Severity.WARNING,
    "the claim is {width} columns wide; more than {limit} are hard to take in",
    "say it in one short sentence and put the rest into `note`",
    "A claim is read in a box of a diagram.",
    "claim: «The zoo should close" + " for good" * 30 + "»\n",
    "claim: The zoo should close for good\n",
)  # fmt: skip

CODES = (QUESTION, SEVERAL_STATEMENTS, TOO_LONG)

_ENOUGH = 2000  # what is longer is too long, whatever else it is

_STOP = re.compile("[.!?…;。！？；؛]")  # most claims have none
# A full stop behind a word of four letters or more is no abbreviation, but for these few.
_SEVERAL = re.compile(
    r"[.!?…](?:(?<=\w{4}.)|(?<=\w{4}['\"”’»)].))(?<!Prof.)(?<!Capt.)(?<!Corp.)(?<!Dept.)(?<!Univ.)"
    r"['\"”’»)]*\s+['\"“‘«(]*(?P<next>[^\W\d_])"
    r"|;\s+\w|[。！？；؛]\s*\w"
)


def wording(document: Document) -> Iterator[Diagnostic]:
    """Questions, several statements in one, claims that are far too long."""
    map, places = document.understood, document.places
    assert map is not None
    for claim in map.claims:
        text = claim.text if len(claim.text) < _ENOUGH else claim.text[:_ENOUGH]
        if _is_question(text):
            yield QUESTION.at(places.span(claim.id, "claim"))
        elif _STOP.search(text) and _says_several(text):
            yield SEVERAL_STATEMENTS.at(places.span(claim.id, "claim"))
        if len(text) > LONG // 2 and (width := _width(text)) > LONG:
            width += len(claim.text) - len(text)
            yield TOO_LONG.at(places.span(claim.id, "claim"), width=width, limit=LONG)


def _is_question(text: str) -> bool:
    """Whether a text asks; one that merely ends by quoting a question does not."""
    end = text.rstrip("'\"”’»」』›")
    return end.endswith(("?", "？", "؟", "\u037e")) and (end == text or text[0] in "'\"“‘«„「『‹")


def _says_several(text: str) -> bool:
    """Whether a second statement begins in a text; none begins with a small letter."""
    return any(not (found["next"] or "").islower() for found in _SEVERAL.finditer(text))


def _width(text: str) -> int:
    return len(text) + sum(east_asian_width(char) in "WF" for char in text)
