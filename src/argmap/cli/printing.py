"""Findings as text for a person."""

import sys
from collections.abc import Iterable

from argmap.checks import Findings
from argmap.checks.report import excerpt
from argmap.cli.colour import Paint, painter
from argmap.diagnostics import Severity, Source, many, visible
from argmap.yaml.document import Document

#: Findings of one file that are printed; who has more has one mistake many times.
MOST = 500


def findings_text(source: Source, findings: Findings, paint: Paint) -> str:
    """Each finding with its address, the line, a caret, and what to write instead."""
    rows = []
    for fault in findings.diagnostics[:MOST]:
        line, column = source.position(fault.span.start)
        level = fault.severity.value
        place = f":{line}:{column}" if source.text else ""  # nothing stands in an unread file
        rows.append(
            f"{visible(source.name)}{place}: {paint(level, level)}: {fault.message} "
            f"{paint(f'[{fault.code.name}]', 'code')}"
        )
        shown, caret = excerpt(source, fault)
        if shown.strip():
            gutter = f"{line:5} | "
            rows += [gutter + shown, " " * (len(gutter) - 2) + "| " + paint(caret, level)]
        if fault.hint:
            rows.append(
                f"        {paint('hint:' if level != 'hint' else 'try:', 'dim')} {fault.hint}"
            )
    if len(findings.diagnostics) > MOST:
        rows.append(
            f"{visible(source.name)}: {len(findings.diagnostics) - MOST} more (--format json)"
        )
    return "".join(row + "\n" for row in rows)


def errors_text(document: Document) -> str:
    """What stops a map, for the error stream."""
    return findings_text(document.source, Findings(document.errors), painter(sys.stderr))


def summary(checked: int, findings: Iterable[Findings], thing: str = "map") -> str:
    """One line that counts what was found in things of a sort."""
    counts = dict.fromkeys(Severity, 0)
    silenced = 0
    for found in findings:
        silenced += found.silenced
        for fault in found.diagnostics:
            counts[fault.severity] += 1
    parts = [many(count, severity.value) for severity, count in counts.items() if count]
    shown = ", ".join(parts) or "no faults"
    return f"{many(checked, thing)}: {shown}" + (f" ({silenced} silenced)" if silenced else "")
