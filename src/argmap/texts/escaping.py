"""A text as Markdown that shows exactly this text."""

import re

from argmap.diagnostics import visible

_SIGNS = frozenset("\\`*_{}[]<>#|!~&$")
# At the head of a line these begin a list, a quote or an underlined heading.
_HEAD = re.compile(r"(?:[-+=:]|[0-9]{1,9}(?=[.)]))")


def markdown_text(text: str) -> str:
    """`text` on one line, with nothing that Markdown would take for a sign of its own."""
    escaped = "".join("\\" + char if char in _SIGNS else char for char in visible(text).strip())
    head = _HEAD.match(escaped)
    if head is not None:  # letters and digits cannot be escaped, what is behind them can
        at = head.end() if head.group()[0].isdigit() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def markdown_lines(text: str) -> list[str]:
    """The lines of a text, each as `markdown_text` has it."""
    return [markdown_text(line) for line in text.split("\n")]
