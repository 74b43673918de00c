"""Findings for people and programs: an excerpt with a caret, JSON, SARIF, workflow commands."""

from typing import Any

from argmap.checks import Findings
from argmap.diagnostics import Code, Diagnostic, Severity, Source, utf_8, visible

_ROOM = 100  # columns of an excerpt
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def excerpt(source: Source, fault: Diagnostic) -> tuple[str, str]:
    """The line of a fault, and a line with carets under the faulty place.

    Carets are placed by display width; long lines are cut around the place.
    """
    from wcwidth import wcswidth

    number, column = source.position(fault.span.start)
    line = source.line(number)
    start = column - 1
    end = min(max(fault.span.end - fault.span.start, 1) + start, max(len(line), start + 1))
    first = max(0, start - _ROOM // 2)
    end = min(end, first + _ROOM)
    shown = visible(line[first : first + _ROOM])
    before, marked = visible(line[first:start]), visible(line[start:end])
    lead = "…" if first else ""
    tail = "…" if len(line) > first + _ROOM else ""
    pad = " " * (max(wcswidth(before), 0) + len(lead))
    return lead + shown + tail, pad + "^" * max(wcswidth(marked), 1)


def as_data(source: Source, findings: Findings) -> list[dict[str, Any]]:
    """``[{"code", "severity", "message", "file", "line", "column", "hint"}]``; counted from 1,
    columns in code points."""
    found = []
    for fault in findings.diagnostics:
        line, column = source.position(fault.span.start)
        found.append(
            {
                "code": fault.code.name,
                "severity": fault.severity.value,
                "message": fault.message,
                "file": utf_8(source.name),
                "line": line,
                "column": column,
                "hint": fault.hint,
            }
        )
    return found


def as_github(rows: list[dict[str, Any]]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    levels = {"error": "error", "warning": "warning", "hint": "notice"}
    lines = []
    for row in rows:
        text = row["message"] + (f" ({row['hint']})" if row["hint"] else "")
        place = f"file={_property(row['file'])},line={row['line']},col={row['column']}"
        title = f"title={_property('argmap ' + row['code'])}"
        lines.append(f"::{levels[row['severity']]} {place},{title}::{_data(text)}\n")
    return "".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(rows: list[dict[str, Any]], codes: tuple[Code, ...], version: str) -> dict[str, Any]:
    """A SARIF 2.1.0 log (OASIS standard), for code-scanning services."""
    used = {row["code"] for row in rows}
    rules = [
        {
            "id": code.name,
            "shortDescription": {"text": code.plain},
            "fullDescription": {"text": code.why},
            "defaultConfiguration": {"level": _LEVELS[code.severity]},
        }
        for code in codes
        if code.name in used
    ]
    levels = {severity.value: level for severity, level in _LEVELS.items()}
    results = [
        {
            "ruleId": row["code"],
            "level": levels[row["severity"]],
            "message": {"text": row["message"] + (f". {row['hint']}" if row["hint"] else "")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": _uri(row["file"])},
                        "region": {"startLine": row["line"], "startColumn": row["column"]},
                    }
                }
            ],
        }
        for row in rows
    ]
    driver = {
        "name": "argmap",
        "version": version,
        "rules": rules,
    }
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }


def _uri(name: str) -> str:
    from urllib.parse import quote

    return quote(name.replace("\\", "/"))
