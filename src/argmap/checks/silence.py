"""Silenced findings, in the open: for a line, a file or a project.

``# argmap: ignore CODE`` at the end of a line, or on the line above it, silences that line;
``# argmap: ignore-file CODE`` anywhere silences the file. Several codes are separated by commas.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from argmap.diagnostics import Code, Diagnostic, Severity, Span, did_you_mean
from argmap.yaml.comments import comments
from argmap.yaml.document import Document

IDLE_SILENCE = Code(
    "idle-silence", Severity.WARNING,
    "`ignore` of `{name}` silences nothing: {reason}",
    "delete it",
    "A comment that silences nothing hides that the fault is gone, or was never a warning.",
    "claim: The zoo should close  # argmap: ignore «question»\n",
    "claim: The zoo should close\n",
)  # fmt: skip

CODES = (IDLE_SILENCE,)

_DIRECTIVE = re.compile(r"#\s*argmap:\s*(ignore(?:-file)?)\s+([\w\s,-]+)")


@dataclass(slots=True)
class _Order:
    name: str
    span: Span
    lines: Collection[int]  # empty: the whole file
    used: bool = False


def silence(
    document: Document, found: Iterable[Diagnostic], known: Iterable[Code], project: Collection[str]
) -> tuple[list[Diagnostic], int]:
    """What is left of `found`, with the orders that silence nothing; and how many were silenced."""
    orders = _orders(document) if "argmap:" in document.source.text else []
    left, silenced = [], 0
    for fault in found:
        if fault.severity is Severity.ERROR:
            left.append(fault)
            continue
        line = document.source.position(fault.span.start)[0] if orders else 0
        hits = [o for o in orders if o.name == fault.code.name and (not o.lines or line in o.lines)]
        for order in hits:
            order.used = True
        if hits or fault.code.name in project:
            silenced += 1
        else:
            left.append(fault)
    codes = {code.name: code for code in known}
    for order in orders:
        # Where an error stops the map the other checks have not run: nothing is known to be idle.
        if order.used or (document.map is None and order.name in codes):
            continue
        code = codes.get(order.name)
        if code is None:
            reason = "there is no such code"
        elif code.severity is Severity.ERROR:
            reason = "errors cannot be silenced"
        else:
            reason = "there is nothing of the kind here"
        mend = did_you_mean(order.name, list(codes)) if code is None else ""
        left.append(IDLE_SILENCE.at(order.span, mend=mend, name=order.name, reason=reason))
    return left, silenced


def _orders(document: Document) -> list[_Order]:
    orders = []
    for comment in comments(document.tree):
        match = _DIRECTIVE.match(comment.text)
        if not match:
            continue
        line = document.source.position(comment.start)[0]
        lines = () if match[1] == "ignore-file" else (line, line + 1) if comment.own_line else (line,)
        for name in re.finditer(r"[\w-]+", match[2]):
            start = comment.start + match.start(2) + name.start()
            orders.append(_Order(name.group(), Span(start, start + len(name.group())), lines))
    return orders
