"""The quotes of a map as lines for a person."""

from collections import Counter
from collections.abc import Callable, Iterator

from argmap.diagnostics import visible
from argmap.quotes.coverage import Uncited
from argmap.quotes.differences import marked_up, shown
from argmap.quotes.report import Report
from argmap.quotes.verdicts import Kind, Verdict
from argmap.texts import SourceText

#: Colours a piece of text by its role.
Paint = Callable[[str, str], str]

#: Lines of one sort that are printed; JSON has all.
MOST = 500
_ROOM = 80  # columns of an uncited passage, and of a quote that is missing

_REMEDY = (
    "copy the words as they stand in the source, mark what you leave out by […], "
    "or move them to `note`"
)
_ROLES = {Kind.ALTERED: "error", Kind.MISSING: "error", Kind.UNCHECKED: "warning"}


def as_text(report: Report, paint: Paint, everything: bool = False, uncited: bool = False) -> str:
    """Quotes that do not hold, those that leave words out, or `everything`; the `uncited` passages;
    a summary. Whether what is left out turns the sense only a reader can tell, so it is shown."""
    told = [v for v in report.verdicts if everything or v.kind.fails or _leaves_out(v)]
    rows = [row for verdict in told[:MOST] for row in _rows(report, verdict, paint)]
    if len(told) > MOST:
        rows.append(f"{len(told) - MOST} more quotes (--format json)")
    if any(verdict.kind.fails for verdict in told):
        rows.append(f"        {paint('hint:', 'dim')} {_REMEDY}")
    if uncited:
        for source, text in report.texts.read.items():
            runs = report.coverage[source].uncited
            rows += [_left_out(text, run, paint) for run in runs[:MOST]]
            if len(runs) > MOST:
                rows.append(f"{len(runs) - MOST} more passages (--format json)")
    return "".join(row + "\n" for row in [*rows, *_summary(report)])


def _rows(report: Report, verdict: Verdict, paint: Paint) -> Iterator[str]:
    line, column = report.place(verdict)
    kind = paint(verdict.kind.value, _ROLES.get(verdict.kind, "for"))
    lead = f"{visible(report.document.source.name)}:{line}:{column}: {kind}: `{verdict.owner}`"
    text = report.texts.read.get(verdict.source)
    if text is None:
        yield f"{lead} quotes `{visible(verdict.source)}`, of which no text is at hand"
        return
    name = visible(text.name)
    if verdict.kind is Kind.MISSING:
        yield f"{lead} quotes what {name} does not say{_because(verdict)}"
        yield f"        {visible(_cut(verdict.quote))}"
        return
    where = ", ".join(f"{name}:{text.position(p.start)}" for p in verdict.passages[:1])
    more = f", and {verdict.times - 1:,} more" if verdict.times > 1 else ""
    yield f"{lead} quotes {where}{more}{_because(verdict)}"
    if verdict.changes:
        yield f"        {visible(marked_up(verdict.changes))}"


def _leaves_out(verdict: Verdict) -> bool:
    return verdict.kind is Kind.ELIDED and any(c.kind == "left out" for c in verdict.changes)


def _because(verdict: Verdict) -> str:
    return f": {visible(verdict.reason)}" if verdict.reason else ""


def _left_out(text: SourceText, run: Uncited, paint: Paint) -> str:
    end = text.position(run.end - 1)
    until = f"{many(run.sentences, 'sentence')}, {many(run.words, 'word')}, to {end}"
    said = visible(_cut(text.text[run.start : min(run.end, run.start + 4 * _ROOM)]))
    place = f"{visible(text.name)}:{text.position(run.start)}"
    return f"{place}: {paint('uncited', 'hint')}: {until}: {said}"


def _summary(report: Report) -> Iterator[str]:
    if not report.verdicts:
        yield "no quotes"
    else:
        counts = Counter(verdict.kind for verdict in report.verdicts)
        kinds = ", ".join(f"{counts[kind]:,} {kind.value}" for kind in Kind if counts[kind])
        yield f"{many(len(report.verdicts), 'quote')}: {kinds}"
    for source, text in report.texts.read.items():
        covered = report.coverage[source]
        yield (
            f"{visible(text.name)}: {covered.share:.0%} of {many(covered.words, 'word')} quoted, "
            f"{covered.cited_sentences:,} of {many(covered.sentences, 'sentence')} touched"
        )
    for source, count in report.unchecked.items():
        name = visible(source)
        yield (
            f"{name}: {many(count, 'quote')} unchecked; write `file:` under `sources: {name}:`, "
            f"or --source {name}=FILE"
        )


def many(count: int, thing: str) -> str:
    return f"{count:,} {thing}" + ("" if count == 1 else "s")


def _cut(text: str) -> str:
    line = shown(text[: 4 * _ROOM])
    return line if len(line) <= _ROOM else line[: _ROOM - 1] + "…"
