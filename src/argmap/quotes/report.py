"""The quotes of a map and the coverage of its sources, put together, and as data."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argmap.diagnostics import utf_8
from argmap.quotes.coverage import Coverage, coverage
from argmap.quotes.marked import marked
from argmap.quotes.sources import Texts, texts_of
from argmap.quotes.verdicts import Kind, Verdict, verify
from argmap.texts import SourceText
from argmap.yaml.document import Document


@dataclass(frozen=True, slots=True)
class Report:
    """The quotes of a document, with the texts that they were held against."""

    document: Document
    texts: Texts
    verdicts: tuple[Verdict, ...]
    coverage: Mapping[str, Coverage]

    @property
    def fails(self) -> bool:
        """Whether a quote does not hold, or a text cannot be read that somebody named."""
        return bool(self.texts.unread) or any(verdict.kind.fails for verdict in self.verdicts)

    @property
    def unchecked(self) -> dict[str, int]:
        """How many quotes were not checked, by source."""
        return dict(Counter(v.source for v in self.verdicts if v.kind is Kind.UNCHECKED))

    def place(self, verdict: Verdict) -> tuple[int, int]:
        """Line and column of a quote in the map."""
        span = self.document.places.span(verdict.owner, "cites", verdict.index, "quote")
        return self.document.source.position(span.start)


def report_on(document: Document, files: Mapping[str, str]) -> Report:
    """The quotes of a document that has a map, held against its sources.

    `files` are their texts, by the id of the source, where the map does not name them itself.
    """
    assert document.map is not None
    texts = texts_of(document.map, document.source.name, files)
    verdicts = verify(document.map, texts.read)
    covered = {source: coverage(text, source, verdicts) for source, text in texts.read.items()}
    return Report(document, texts, verdicts, covered)


def as_marked(report: Report) -> str:
    """The texts with their quotes marked; several are headed by the ids of their sources."""
    read = report.texts.read
    several = len(read) > 1
    return "\n\n".join(
        (f"{{>>{source}<<}}\n\n" if several else "") + marked(text, source, report.verdicts)
        for source, text in read.items()
    )


def as_data(report: Report) -> dict[str, Any]:
    """``{"file", "quotes": […], "sources": […], "unread": […]}``; lines and columns count from 1,
    offsets from 0 in the text of the source."""
    return {
        "file": utf_8(report.document.source.name),
        "quotes": [_quote(report, verdict) for verdict in report.verdicts],
        "sources": [
            _source(source, text, report.coverage[source])
            for source, text in report.texts.read.items()
        ],
        "unread": [
            {"source": source, "file": utf_8(file), "reason": reason}
            for source, (file, reason) in report.texts.unread.items()
        ],
    }


def _quote(report: Report, verdict: Verdict) -> dict[str, Any]:
    line, column = report.place(verdict)
    text = report.texts.read.get(verdict.source)
    return {
        "owner": verdict.owner,
        "index": verdict.index,
        "line": line,
        "column": column,
        "source": verdict.source,
        "quote": verdict.quote,
        "kind": verdict.kind.value,
        "times": verdict.times,
        "passages": [
            _passage(text, p.start, p.end) | {"exact": p.exact} for p in verdict.passages
        ] if text else [],
        "changes": [{"kind": c.kind, "text": c.text} for c in verdict.changes],
        "reason": verdict.reason,
    }  # fmt: skip


def _source(source: str, text: SourceText, covered: Coverage) -> dict[str, Any]:
    return {
        "source": source,
        "file": utf_8(text.name),
        "format": text.format,
        "words": covered.words,
        "cited_words": covered.cited_words,
        "share": round(covered.share, 4),
        "sentences": covered.sentences,
        "cited_sentences": covered.cited_sentences,
        "uncited": [
            _passage(text, run.start, run.end) | {"sentences": run.sentences, "words": run.words}
            for run in covered.uncited
        ],
    }


def _passage(text: SourceText, start: int, end: int) -> dict[str, Any]:
    place = text.position(start)
    paged = {} if place.page is None else {"page": place.page}
    return {"start": start, "end": end, **paged, "line": place.line, "column": place.column,
            "text": text.text[start:end]}  # fmt: skip
