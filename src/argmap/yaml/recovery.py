"""Reading on behind a fault of syntax, so that one run finds the faults of the whole file.

What cannot be read is written over, at its full length, so that every place stays where it is:
first the text in the faulty line, then, if that was not it, the line with all that is nested in it.
"""

import re
from collections.abc import Callable

import yaml

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml.syntax_errors import LEAD, describe
from argmap.yaml.tree import Tree, indent_of

_FAULTS = 20  # who has more of them is helped by the first ones
_CHARACTERS = 4_000_000  # that may be read again and again

#: Faults of where a line stands, not of the text in it.
_OF_THE_LINE = (
    codes.BAD_INDENT, codes.GLUED_LINE, codes.MERGE_MARKER, codes.STRAY_LINE, codes.TAB,
)  # fmt: skip

Build = Callable[[Source, str], tuple[Tree, yaml.YAMLError | None]]


def recover(tree: Tree, error: yaml.YAMLError | None, text: str, build: Build) -> Tree:
    """The tree of what can be read of `text`, with the faults of what cannot."""
    source = tree.source
    found: dict[int, Diagnostic] = {}
    mended: list[Span] = []
    for _ in range(max(1, min(2 * _FAULTS, _CHARACTERS // (len(text) + 1)))):
        if error is None or len(found) == _FAULTS:
            break
        fault = describe(error, tree)
        start = fault.span.start
        over = _block if start in found or fault.code in _OF_THE_LINE else _value
        found.setdefault(start, fault)
        span, filler = over(text, source, start)
        if text[span.start : span.end] == filler:
            span, filler = _block(text, source, start)
        text = text[: span.start] + filler + text[span.end :]
        # The space before belongs to it: there, nothing is missing that was written.
        mended.append(Span(len(text[: span.start].rstrip(" \t\r\n:")), span.end))
        tree, error = build(source, text)
    if error is not None:
        tree.root = None
        if len(found) < _FAULTS:
            found.setdefault((fault := describe(error, tree)).span.start, fault)
    tree.faults[:0] = found.values()
    tree.mended += mended
    return tree


def _value(text: str, source: Source, at: int) -> tuple[Span, str]:
    """The text in the line at `at`, to be read as some other text."""
    line = _line(source, source.position(at)[0])
    lead = LEAD.match(text, line.start, line.end)
    assert lead is not None
    end = line.start + len(text[line.start : line.end].rstrip())
    start = min(lead.end(), end)
    if start == line.start:
        return _block(text, source, at)  # at the left margin stand words of the map, and no texts
    return Span(start, end), "x" * (end - start)


def _block(text: str, source: Source, at: int) -> tuple[Span, str]:
    """The line at `at` and the lines nested under it, to be passed over."""
    number = source.position(at)[0]
    line = _line(source, number)
    indent, end = indent_of(source.line(number)), line.end
    nested = "\t" not in source.line(number)[: at - line.start + 1]  # behind a tab, who knows
    while nested and number < source.line_count:
        number += 1
        below = source.line(number)
        if below.strip() and indent_of(below) <= indent:
            break
        end = _line(source, number).end
    return Span(line.start, end), re.sub(r"[^\r\n]", " ", text[line.start : end])


def _line(source: Source, number: int) -> Span:
    start = source.line_offset(number)
    return Span(start, start + len(source.line(number)))
