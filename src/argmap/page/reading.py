"""Texts of sources for the page: in paragraphs, with what the map quotes and what it leaves out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from argmap.model import ArgumentMap
from argmap.quotes.coverage import coverage
from argmap.quotes.verdicts import Verdict, verify
from argmap.texts import SourceText

#: A paragraph that is longer is parted at the ends of its lines: in some texts each line is one.
LONGEST = 4000

_PARAGRAPH = re.compile(r"\S(?:(?!\n[^\S\n]*\n).)*", re.S)
_LINE = re.compile(r"\S[^\n]*")


def texts(map: ArgumentMap, read: Mapping[str, SourceText]) -> dict[str, Any]:
    """``{source id: {"title", "blocks", "quotes", "uncited"}}``; offsets are code points of a text.

    Blocks are paragraphs, each with where it starts. A quote has the claims and arguments that
    quote it, and how it stands to the text (see `argmap.quotes.verdicts.Kind`); of an altered one
    it is the passage that comes nearest. Uncited are sentences in which the map quotes nothing.
    """
    verdicts = verify(map, read)
    titles = {source.id: source.title for source in map.sources}
    return {
        id: {
            "title": titles.get(id) or id,
            "blocks": [
                {"start": start, "text": text.text[start:end]} for start, end in blocks(text.text)
            ],
            "quotes": [*_quotes(id, verdicts)],
            "uncited": [[run.start, run.end] for run in coverage(text, id, verdicts).uncited],
        }
        for id, text in read.items()
    }


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of paragraphs; nothing but white space is between them."""
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        parted = end - start > LONGEST
        for part in _LINE.finditer(text, start, end) if parted else (paragraph,):
            yield part.start(), part.start() + len(part[0].rstrip())


def _quotes(source: str, verdicts: Iterable[Verdict]) -> Iterator[dict[str, Any]]:
    """The quotes from a source in the order of its text, each passage once."""
    found: dict[tuple[int, int, str, str], dict[str, None]] = {}
    for verdict in verdicts:
        for passage in verdict.passages if verdict.source == source else ():
            key = (passage.start, passage.end, verdict.quote, verdict.kind.value)
            found.setdefault(key, {})[verdict.owner] = None
    for (start, end, quote, kind), parts in sorted(found.items(), key=lambda item: item[0]):
        yield {"start": start, "end": end, "parts": [*parts], "quote": quote, "kind": kind}
