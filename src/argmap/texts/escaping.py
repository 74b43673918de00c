"""Texts written so that Markdown or CriticMarkup shows exactly them."""

import re

from argmap.diagnostics import visible

_SIGNS = frozenset("\\`*_{}[]<>#|!~&$")
# At the head of a line these begin a list, a quote or an underlined heading.
_HEAD = re.compile(r"(?:[-+=:]|[0-9]{1,9}(?=[.)]))")
# Within a mark of CriticMarkup, also one that was undone already: so none is undone twice over.
_MARK = re.compile(
    r"(?<=\{)(?=\\*(?:\+\+|--|~~|==|>>))|(?<=\+\+|--|~~|==|<<)(?=\\*\})|(?<=~)(?=\\*>)"
)


def in_markdown(text: str) -> str:
    """`text` on one line, with nothing that Markdown would take for a sign of its own."""
    escaped = part_in_markdown(visible(text).strip())
    head = _HEAD.match(escaped)
    if head is not None:  # letters and digits cannot be escaped, what is behind them can
        at = head.end() if head.group()[0].isdigit() else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def lines_in_markdown(text: str) -> list[str]:
    """The lines of a text, each as `in_markdown` has it."""
    return [in_markdown(line) for line in text.split("\n")]


def part_in_markdown(text: str) -> str:
    """A part of a line, white space and all, with nothing that Markdown would take for a sign."""
    return "".join("\\" + char if char in _SIGNS else char for char in text)


def in_criticmarkup(text: str) -> str:
    """`text` with a backslash within whatever CriticMarkup would take for a mark of its own.

    What it had of such backslashes gets one more, so nothing is lost. A backslash before the mark
    would not do: most programs look for marks before they read Markdown.
    """
    return _MARK.sub(r"\\", text)
