"""What the YAML parser complains of, said in the words of somebody who writes a map.

The parser says where it could not go on; the fault often stands above that.
"""

import re

import yaml

from argmap.diagnostics import Code, Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml import words
from argmap.yaml.signs import misread
from argmap.yaml.tree import Scalar, Tree, indent_of

_WORD = "|".join(words.EVERY)
# What leads to the text of a line: an indent, dashes, a word of the language.
LEAD = re.compile(rf"[ \t]*(?:-[ \t]+)*(?:(?:{_WORD})[ \t]*:[ \t]+)?")
_DASHES = re.compile(r"[ \t]*(?:-[ \t]+)*")
_ALONE = re.compile(rf"({_WORD})[ \t]*(?=[\r\n]|\Z)")
_WORD_LINE = re.compile(rf"[\r\n \t][ \t]*(?:-[ \t]+)*(?:{_WORD})[ \t]*:(?=[ \t\r\n])")
_ITEM_LINE = re.compile(r"[\r\n]([ \t]*)-[ \t]")
_LAST_WORD = re.compile(r"(\w+)[ \t]*:[ \t]+$")
#: A line that git writes around versions that it cannot merge.
_MARKER = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
_CURLY = re.compile("[“”„‟«»]")


def describe(error: yaml.YAMLError, tree: Tree) -> Diagnostic:
    """The fault behind `error`; `tree` is what was read before it."""
    text = tree.source.text
    mark = getattr(error, "problem_mark", None)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        at = min(getattr(error, "position", 0), len(text))
        return _at(codes.YAML_SYNTAX, text, at, problem=str(error))
    begin = error.context_mark
    start = mark.index if begin is None else begin.index
    return _Trouble(tree, min(start, len(text)), min(mark.index, len(text))).fault(
        error.problem or "", error.context or ""
    )


def runs_away(source: Source, quoted: Scalar) -> bool:
    """Whether a quoted text goes on over lines that were meant as words or items of the map."""
    if quoted.plain or quoted.start == quoted.end:
        return False
    if _WORD_LINE.search(source.text, quoted.start, quoted.end):
        return True
    indent = indent_of(source.line(source.position(quoted.start)[0]))
    items = _ITEM_LINE.finditer(source.text, quoted.start, quoted.end)
    return any(len(item[1]) <= indent for item in items)


def _at(code: Code, text: str, at: int, *, mend: str = "", **details: object) -> Diagnostic:
    """`code` at the sign at `at`. Templates take what they name of the details."""
    sign = text[at : at + 1].strip("\r\n")
    shown = "a backtick" if sign == "`" else f"`{sign}`"
    return code.at(
        Span(at, at + len(sign)),
        mend=mend,
        **{"sign": shown, "tag": shown, "problem": "", **details},
    )


class _Trouble:
    """A place where the parser gave up: what it was reading began at `start`."""

    def __init__(self, tree: Tree, start: int, at: int) -> None:
        self.tree, self.text, self.start, self.at = tree, tree.source.text, start, at
        self.last = tree.leaves[-1] if tree.leaves else Scalar("", 0, 0, True)

    def fault(self, problem: str, context: str) -> Diagnostic:
        text, start, at = self.text, self.start, self.at
        for place in (at, start):
            line = self.tree.source.line_offset(self.tree.source.position(place)[0])
            if marker := _MARKER.match(text, line):
                return codes.MERGE_MARKER.at(Span(*marker.span()))
        if "escape" in problem or "hexdecimal" in problem:
            mend = "write `\\\\` for a backslash, or use single quotes"
            return self._say(codes.YAML_SYNTAX, at, mend, problem="no sign is written like this")
        if "tab" in problem:
            return self._tab() or self._say(codes.TAB, at)
        if "block scalar" in context:
            problem = f"`{text[start]}` begins a text that stands on the lines below it"
            return self._say(codes.YAML_SYNTAX, start, problem=problem)
        if "quoted scalar" in context or "unexpected end of stream" in problem:
            return self._say(codes.UNCLOSED_QUOTE, start)
        if "directive" in context:
            return self._say(codes.RESERVED_SIGN, start)
        if "cannot start any token" in problem:
            return self._say(codes.TAB if text[at : at + 1] == "\t" else codes.RESERVED_SIGN, at)
        if "mapping values are not allowed" in problem:
            return self._colon()
        if "block sequence entries" in problem:
            mend = "write the items on lines of their own below the word"
            return self._say(codes.BAD_INDENT, at, mend)
        if re.search(r"expected ',' or '[\]}]'", problem):
            return self._bracket()
        if "flow node" in context and not text[at:].strip():
            opening = max(text.rfind("[", 0, at), text.rfind("{", 0, at))
            return self._say(codes.UNCLOSED_BRACKET, opening)
        if "anchor" in context or "alias" in context:
            bullet = text[start : start + 2] in ("* ", "*\t")
            return self._say(codes.ANCHOR, start, "write `- ` to begin an item" if bullet else "")
        if "tag" in context or "tag" in problem:
            return self._say(codes.TAG, start)
        return self._tab() or self._line(problem)

    def _say(self, code: Code, at: int, mend: str = "", **details: object) -> Diagnostic:
        return _at(code, self.text, at, mend=mend, **details)

    def _tab(self) -> Diagnostic | None:
        """The fault, if a tab indents the line."""
        number = self.tree.source.position(self.at)[0]
        indent = re.match(r"[ \t]*", self.tree.source.line(number))
        assert indent is not None
        tab = indent.group().find("\t")
        if tab < 0:
            return None
        return self._say(codes.TAB, self.tree.source.line_offset(number) + tab)

    def _colon(self) -> Diagnostic:
        """A colon where there can be no word: in prose, or because the line hangs in the air."""
        text, last = self.text, self.last
        above = text[last.start : self.at]
        if last.plain and last.end <= self.at and "\n" in above.replace("\r", "\n"):
            # The word of this line was read as a part of the text above it.
            fault = misread(text, last.start, last.end) or self._alone(last.start)
            if fault is not None:
                return fault
            word = self._word_before(last.start)
            if not word:
                return self._below_text()
            mend = f"start it in the same column as `{word}`"
            return self._say(codes.BAD_INDENT, self._first(self.at), mend)
        curly = _CURLY.search(text, self._first(self.at), self.at)
        sign = curly.group() if curly else ""
        mend = f'put the text in straight double quotes: `"` quotes, `{sign}` does not'
        return self._say(codes.STRAY_COLON, self.at, mend if curly else "")

    def _below_text(self) -> Diagnostic:
        """A word of the map that is nested under a bare text."""
        first = self._first(self.at)
        mend = "write `claim:` before the text above, then this word in the same column as `claim`"
        return codes.GLUED_LINE.at(self._word_at(first), mend=mend)

    def _bracket(self) -> Diagnostic:
        source = self.tree.source
        here = source.position(self.start)[0] == source.position(self.at)[0]
        if here and self.text[self.at : self.at + 1] == ":":
            mend = "write a comma before the word, or put the text in double quotes"
            return self._say(codes.STRAY_COLON, self.at, mend)
        if here and self._closed_by() is not None:
            return self._after_closing() or self._say(codes.UNCLOSED_BRACKET, self.start)
        return self._say(codes.UNCLOSED_BRACKET, self.start)

    def _line(self, problem: str) -> Diagnostic:
        """A line that is no part of what stands above it."""
        text, last, at = self.text, self.last, self.at
        if "could not find expected ':'" in problem:
            first = self._first(self.start)
            return (
                misread(text, first, len(text))
                or self._alone(first)
                or codes.STRAY_LINE.at(self._word_at(first, "[^\r\n]+"))
            )
        if runs_away(self.tree.source, last):
            return self._say(codes.UNCLOSED_QUOTE, last.start)
        fault = self._after_closing() or self._document(problem) or misread(text, at, len(text))
        if fault is not None:
            return fault
        if text[at : at + 1] == ":":
            return self._say(codes.STRAY_COLON, at)
        column = self.tree.source.position(at)[1]
        item = last.plain and not self._word_before(last.start)
        if _WORD_LINE.match(text, at - 1) and item and column > 1:
            return self._below_text()
        mend = "a list needs a word above it, such as `reasons:`"
        wordless = text[at : at + 1] == "-" and not self._is_below_items(column)
        return self._say(codes.BAD_INDENT, at, mend if wordless else "")

    def _is_below_items(self, column: int) -> bool:
        """Whether the items above stand further to the right than `column`."""
        source = self.tree.source
        for number in range(source.position(self.at)[0] - 1, 0, -1):
            line = source.line(number)
            if line.lstrip(" ").startswith("- "):
                return indent_of(line) >= column
        return False

    def _after_closing(self) -> Diagnostic | None:
        """The fault, if the text goes on behind a closing quote sign or bracket."""
        sign = self._closed_by()
        if sign is None or not self.text[self.at : self.at + 1].strip():
            return None
        return self._say(codes.TEXT_AFTER_QUOTE, self.at, sign=sign)

    def _closed_by(self) -> str | None:
        """The quote sign or bracket that ends right before the place, on the same line."""
        source = self.tree.source
        number, column = source.position(self.at)
        before = source.line(number)[: column - 1].rstrip()
        return before[-1] if before.endswith(("'", '"', "]", "}")) else None

    def _document(self, problem: str) -> Diagnostic | None:
        if "<document start>" not in problem:
            return None
        end = re.compile(r"^(?:---|\.\.\.)(?=\s)", re.MULTILINE).search(self.text, 0, self.at)
        return None if end is None else self._say(codes.SEVERAL_DOCUMENTS, self.at)

    def _alone(self, start: int) -> Diagnostic | None:
        """The fault, if a word of the map stands alone on its line."""
        found = _ALONE.match(self.text, start)
        if found is None:
            return None
        return codes.STRAY_LINE.at(Span(*found.span(1)), mend=f"write `{found[1]}:`, with a colon")

    def _word_before(self, offset: int) -> str:
        """The word of the map whose value begins at `offset`, if one does."""
        source = self.tree.source
        number, column = source.position(offset)
        found = _LAST_WORD.search(source.line(number)[: column - 1])
        return found[1] if found else ""

    def _word_at(self, start: int, pattern: str = r"[\w-]+") -> Span:
        found = re.compile(pattern).match(self.text, start)
        return Span(*found.span()) if found else Span(start, start)

    def _first(self, offset: int) -> int:
        """Where the text of the line at `offset` begins, behind its indent and its dashes."""
        source = self.tree.source
        number = source.position(offset)[0]
        lead = _DASHES.match(source.line(number))
        assert lead is not None
        return source.line_offset(number) + lead.end()
