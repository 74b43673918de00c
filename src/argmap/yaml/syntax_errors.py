"""What the YAML parser complains of, said in the words of somebody who writes a map."""

import re

import yaml

from argmap.diagnostics import Code, Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes


def describe(error: yaml.YAMLError, source: Source) -> tuple[Diagnostic, int]:
    """The fault behind `error`, and the line (from 1) without which reading may go on."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        at = min(getattr(error, "position", 0), len(source.text))
        return codes.YAML_SYNTAX.at(Span(at, at + 1), problem=str(error)), source.position(at)[0]
    problem = error.problem or ""
    context = error.context or ""
    at = min(error.problem_mark.index, len(source.text))
    start = at if error.context_mark is None else error.context_mark.index
    code, at, mend = _classify(problem, context, source, start, at)
    sign = source.text[at : at + 1]
    shown = f"`{sign}`"
    # Templates take what they name: a code without `{sign}` has no use for it.
    fault = code.at(Span(at, at + len(sign.strip("\r\n"))), mend=mend, problem=problem, sign=shown, tag=shown)
    return fault, source.position(at)[0]


def _classify(
    problem: str, context: str, source: Source, start: int, at: int
) -> tuple[Code, int, str]:
    """The code, the place, and a remedy that knows the place (or nothing)."""
    text = source.text
    if "escape" in problem:
        return codes.YAML_SYNTAX, at, "write `\\\\` for a backslash, or use single quotes"
    if "block scalar" in context:
        return codes.YAML_SYNTAX, start, ""
    if "quoted scalar" in context or "unexpected end of stream" in problem:
        return codes.UNCLOSED_QUOTE, start, ""
    if "mapping values are not allowed" in problem:
        return codes.STRAY_COLON, at, _colon_remedy(source, at)
    if "cannot start any token" in problem:
        sign = text[at : at + 1]
        return (codes.TAB if sign == "\t" else codes.RESERVED_SIGN), at, ""
    if re.search(r"expected ',' or '[\]}]'", problem):
        return codes.UNCLOSED_BRACKET, start, ""
    if re.search("anchor|alias", context + problem):
        return codes.ANCHOR, start, "put the sentence in double quotes"
    if re.search(r"\btag\b", context + problem):
        return codes.TAG, start, ""
    number, column = source.position(at)
    line = source.line(number)
    before = line[: column - 1].rstrip()
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return codes.TAB, source.line_offset(number) + line.index("\t"), ""
    if before.endswith(("'", '"')) and line[column - 1 :].strip():
        return codes.TEXT_AFTER_QUOTE, at, ""
    if "could not find expected ':'" in problem:
        return codes.BAD_INDENT, start, "a word needs a colon and a space: `note: …`"
    if "expected" in problem and "found" in problem or "did not find" in problem:
        return codes.BAD_INDENT, at, ""
    return codes.YAML_SYNTAX, at, ""


def _colon_remedy(source: Source, at: int) -> str:
    """A word on its own line below a bare text wants that text to be a `claim:`."""
    line = source.line(source.position(at)[0])
    if re.match(r"\s+(reasons|counterpoints|step|by|note|id|cites|premises)\s*:", line):
        return "write `claim:` before the text above, then this word below it in the same column"
    return ""
