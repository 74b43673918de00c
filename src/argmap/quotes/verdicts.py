"""What becomes of each quote of a map when it is held against its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from argmap.model import ArgumentMap
from argmap.quotes import elision
from argmap.quotes.differences import Change
from argmap.quotes.nearest import nearest
from argmap.texts import Passage, SourceText
from argmap.texts.passages import passages

#: Occurrences of a quote that are counted: a word such as "the" may stand in a book everywhere.
MOST = 1000


class Kind(str, Enum):
    """How a quote stands to its source."""

    EXACT = "exact"  # to the character
    TYPOGRAPHY = "typography"  # but for white space and typography
    ELIDED = "elided"  # in parts, with words marked as left out or put in
    ALTERED = "altered"  # something else stands there
    MISSING = "missing"  # nothing like it stands there
    UNCHECKED = "unchecked"  # there is no text to look in

    @property
    def holds(self) -> bool:
        """Whether the source says what is quoted."""
        return self in (Kind.EXACT, Kind.TYPOGRAPHY, Kind.ELIDED)

    @property
    def fails(self) -> bool:
        return self in (Kind.ALTERED, Kind.MISSING)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One quote: how it stands to its source, where, and whose it is.

    Attributes:
        passages: where it stands in the source: one, or of an elided quote one for each part; of an
            altered quote what comes nearest to it.
        times: in how many places it stands; `passages` has the first.
        changes: of an altered or elided quote, from the source to the quote.
        reason: in words, where the kind does not say enough.
        owner: id of the claim or argument that cites.
        index: which of its citations, from 0.
        source: id of the source.
    """

    quote: str
    kind: Kind
    passages: tuple[Passage, ...] = ()
    times: int = 0
    changes: tuple[Change, ...] = ()
    reason: str = ""
    owner: str = ""
    index: int = 0
    source: str = ""


def verify(map: ArgumentMap, texts: Mapping[str, SourceText]) -> tuple[Verdict, ...]:
    """The verdict on every quote of the map's claims and arguments, in the map's order.

    `texts` holds the texts at hand by the id of the source; quotes from others are unchecked.
    """
    cited = [
        (part.id, index, citation)
        for part in map.parts
        for index, citation in enumerate(part.cites)
        if citation.quote.strip()
    ]
    asked: dict[str, set[str]] = {source: set() for source in texts}
    for _, _, citation in cited:
        asked.get(citation.source, set()).add(citation.quote)
    found = {source: _judged(texts[source], quotes) for source, quotes in asked.items()}
    verdicts = []
    for owner, index, citation in cited:
        known = found.get(citation.source, {}).get(citation.quote)
        verdict = known or Verdict(citation.quote, Kind.UNCHECKED)
        verdicts.append(replace(verdict, owner=owner, index=index, source=citation.source))
    return tuple(verdicts)


def _judged(text: SourceText, quotes: Iterable[str]) -> dict[str, Verdict]:
    """The verdict on each quote from one text."""
    judged = {quote: _found(text, quote) for quote in sorted(quotes)}
    lost = [quote for quote, verdict in judged.items() if verdict is None]
    for quote, near in zip(lost, nearest(text.folded, lost), strict=True):
        if near is None:
            judged[quote] = Verdict(quote, Kind.MISSING)
        else:
            judged[quote] = Verdict(quote, Kind.ALTERED, (near.passage,), changes=near.changes)
    return {quote: verdict for quote, verdict in judged.items() if verdict is not None}


def _found(text: SourceText, quote: str) -> Verdict | None:
    """The verdict on a quote that stands in the text, or cannot; None if neither is known yet."""
    if not any(c.isalnum() for c in quote):
        return Verdict(quote, Kind.MISSING, reason="the quote has no words")
    found = [p for p, _ in zip(passages(text.folded, quote), range(MOST), strict=False)]
    if found:
        # The first, but rather one that is exact: several may differ in typography.
        best = next((p for p in found if p.exact), found[0])
        kind = Kind.EXACT if best.exact else Kind.TYPOGRAPHY
        return Verdict(quote, kind, (best,), len(found))
    joined = elision.joined(text.folded, quote)
    if joined is None:
        return None
    kind = Kind.ALTERED if joined.turned else Kind.ELIDED
    return Verdict(quote, kind, joined.passages, 1, joined.changes, joined.turned)
