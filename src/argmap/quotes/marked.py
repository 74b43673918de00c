"""A source with its quotes marked: CriticMarkup, a plain form that Markdown editors know."""

from collections.abc import Iterable
from itertools import islice

from argmap.quotes.coverage import spans
from argmap.quotes.verdicts import Verdict
from argmap.texts import SourceText
from argmap.texts.escaping import in_criticmarkup

#: Ids that are named at one stretch of words.
MOST_NAMES = 20


def marked(text: SourceText, source: str, verdicts: Iterable[Verdict]) -> str:
    """The text with each quote as ``{==words==}{>>id, id<<}``: the claims and arguments that cite.

    Where quotes overlap each stretch has its own marks. Marks that the text itself has are undone
    with a backslash within them.
    """
    found = list(spans(source, verdicts))
    edges = {len(text.text), *(edge for start, end, _ in found for edge in (start, end))}
    begins: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, owner in found:
        begins.setdefault(start, []).append(owner)
        ends.setdefault(end, []).append(owner)
    parts: list[str] = []
    owners: dict[str, int] = {}  # in how many quotes we are of each
    done = 0
    for edge in sorted(edges):
        piece = in_criticmarkup(text.text[done:edge])
        parts.append(f"{{=={piece}==}}{{>>{_names(owners)}<<}}" if owners and piece else piece)
        for owner in begins.get(edge, ()):
            owners[owner] = owners.get(owner, 0) + 1
        for owner in ends.get(edge, ()):
            owners[owner] -= 1
            if not owners[owner]:
                del owners[owner]
        done = edge
    return "".join(parts)


def _names(owners: Iterable[str]) -> str:
    names = list(islice(owners, MOST_NAMES + 1))
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
