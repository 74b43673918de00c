"""The faults of a map as a page shows them."""

from typing import Any

from argmap.checks import check
from argmap.checks.report import excerpt
from argmap.project import NAME, SettingsError, settings_for
from argmap.web.livemap import LiveMap

#: Faults that a page is told of; who has more has one mistake many times.
MOST = 200


def faults(live: LiveMap) -> list[dict[str, Any]]:
    """``[{"code", "severity", "message", "remedy", "line", "column", "excerpt", "caret"}]`` in the
    order of the text; counted from 1, columns in code points."""
    if live.state.gone:
        return [_plain("gone", "the file is gone", "the last picture stays until it is back")]
    return live.once("faults", live.state.current, lambda: _of(live))  # type: ignore[no-any-return]


def _of(live: LiveMap) -> list[dict[str, Any]]:
    document = live.document
    if document is None:
        return []
    rows = []
    try:
        ignored = settings_for(str(live.path)).ignore
    except SettingsError as error:
        ignored = ()
        told = NAME + str(error).partition(NAME)[2]  # not where it lies
        rows.append(_plain("settings", told, "") | {"severity": "warning"})
    source = document.source
    for fault in check(document, ignored).diagnostics[:MOST]:
        line, column = source.position(fault.span.start)
        shown, caret = excerpt(source, fault)
        rows.append(
            {
                "code": fault.code.name,
                "severity": fault.severity.value,
                "message": fault.message,
                "remedy": fault.hint,
                "line": line,
                "column": column,
                "excerpt": shown,
                "caret": caret,
            }
        )
    return rows


def _plain(code: str, message: str, remedy: str) -> dict[str, Any]:
    """A fault that stands at no place of the text."""
    place = {"line": 0, "column": 0, "excerpt": "", "caret": ""}
    return {
        "code": code, "severity": "error", "message": message, "remedy": remedy, **place,
    }  # fmt: skip
