"""Silenced findings, in the open: for a line, a file or a project.

``# argmap: ignore CODE`` at the end of a line silences that line, on a line of its own the next
one; ``# argmap: ignore-file CODE`` anywhere silences the file. Several codes are separated by
commas; what follows them may say why.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from argmap.diagnostics import Code, Diagnostic, Severity, Span, did_you_mean
from argmap.yaml.comments import comments
from argmap.yaml.document import Document

IDLE_SILENCE = Code(
    "idle-silence", Severity.WARNING,
    "{order} silences nothing: {reason}",
    "delete it",
    "A comment that silences nothing hides that the fault is gone, or was never a warning.",
    "claim: The zoo should close  # argmap: ignore «question»\n",
    "claim: The zoo should close\n",
)  # fmt: skip

CODES = (IDLE_SILENCE,)

_ADDRESSED = re.compile(r"#\s*argmap:")
_ORDER = re.compile(r"#\s*argmap:\s*(ignore(?:-file)?)\s+([\w-]+(?:\s*,\s*[\w-]+)*)(?=\s|$)")
_FORM = "write `# argmap: ignore CODE` or `# argmap: ignore-file CODE`"


@dataclass(slots=True)
class _Order:
    name: str
    span: Span
    line: int  # 0: the whole file
    used: bool = False


def silence(
    document: Document, found: Iterable[Diagnostic], known: Iterable[Code], project: Collection[str]
) -> tuple[list[Diagnostic], int]:
    """What is left of `found`, with the orders that silence nothing; and how many were silenced."""
    left: list[Diagnostic] = []
    orders = _orders(document, left) if "argmap:" in document.source.text else {}
    silenced = 0
    for fault in found:
        if fault.severity is Severity.ERROR:
            left.append(fault)
            continue
        line = document.source.position(fault.span.start)[0] if orders else 0
        name = fault.code.name
        hits = [*orders.get((name, line), ()), *orders.get((name, 0), ())]
        for order in hits:
            order.used = True
        if hits or name in project:
            silenced += 1
        else:
            left.append(fault)
    codes = {code.name: code for code in known}
    for order in (order for several in orders.values() for order in several if not order.used):
        idle = _idle(order, codes, checked=document.map is not None)
        if idle is not None:
            left.append(idle)
    return left, silenced


def _idle(order: _Order, codes: dict[str, Code], checked: bool) -> Diagnostic | None:
    """What to say of an order that silenced nothing."""
    code = codes.get(order.name)
    mend = ""
    if code is None:
        reason = "there is no such code"
        mend = did_you_mean(order.name, list(codes))
    elif code.severity is Severity.ERROR:
        reason = "errors cannot be silenced"
    elif checked:
        reason = "there is nothing of the kind here"
    else:
        return None  # an error stops the map: the check has not run
    return IDLE_SILENCE.at(
        order.span, mend=mend, order=f"`ignore` of `{order.name}`", reason=reason
    )


def _orders(document: Document, left: list[Diagnostic]) -> dict[tuple[str, int], list[_Order]]:
    """The orders of a text, by code and line; comments that were meant to be one join `left`."""
    orders: dict[tuple[str, int], list[_Order]] = {}
    found = comments(document.tree)
    below: dict[int, int] = {}  # the first line under a comment that is no comment itself
    for comment in reversed(found):
        if comment.own_line:
            line = document.source.position(comment.start)[0]
            below[line] = below.get(line + 1, line + 1)
    for comment in found:
        match = _ORDER.match(comment.text)
        if not match:
            if _ADDRESSED.match(comment.text):
                span = Span(comment.start, comment.start + len(comment.text))
                shown = f"`{comment.text}`"
                left.append(
                    IDLE_SILENCE.at(span, mend=_FORM, order=shown, reason="this is no order")
                )
            continue
        line = 0
        if match[1] == "ignore":
            line = document.source.position(comment.start)[0]
            line = below.get(line, line)
        for name in re.finditer(r"[\w-]+", match[2]):
            start = comment.start + match.start(2) + name.start()
            order = _Order(name.group(), Span(start, start + len(name.group())), line)
            orders.setdefault((order.name, line), []).append(order)
    return orders
