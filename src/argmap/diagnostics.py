"""How the program speaks about faults: a code, an address, what is wrong, what to write instead.

A fault is a value. A `Code` is written once, in the module that finds the fault; the message, the
documentation and ``argmap explain`` all come from it. A `Diagnostic` is one finding in one text.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property


class Severity(str, Enum):
    """Errors stop a map; warnings and hints do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class _Dots(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "…"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault.

    Attributes:
        name: stable, kebab-case; what ``--ignore`` and ``argmap explain`` take.
        message: template of the one-line message, filled by the details of a finding.
        hint: template of the remedy; may be empty where a finding brings its own.
        why: the reason for the rule, for ``argmap explain`` and the documentation.
        example: a short map that has the fault.
        mend: the same map without it.
    """

    name: str
    severity: Severity
    message: str
    hint: str
    why: str
    example: str
    mend: str

    @property
    def plain(self) -> str:
        """The message with dots where a finding has its details."""
        return self.message.format_map(_Dots())

    @property
    def plain_hint(self) -> str:
        """The remedy with dots where a finding has its details."""
        return self.hint.format_map(_Dots())

    def at(self, span: "Span", /, *, mend: str = "", **details: object) -> "Diagnostic":
        """The finding at `span`; `mend` replaces the code's own hint."""
        shown = {key: _short(visible(str(value))) for key, value in details.items()}
        return Diagnostic(
            self, self.message.format_map(shown), visible(mend) or self.hint.format_map(shown), span
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points in a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault in one text."""

    code: Code
    message: str
    hint: str
    span: Span

    @property
    def severity(self) -> Severity:
        return self.code.severity


@dataclass(frozen=True)
class Source:
    """A text and the name by which the user knows it (a path, or ``<stdin>``)."""

    name: str
    text: str = field(repr=False)

    @cached_property
    def _line_starts(self) -> "array[int]":
        starts, at = array("q", [0]), 0
        for line in self.text.splitlines(keepends=True) if "\r" in self.text else ():
            # str.splitlines also breaks at U+0085, form feeds and their like; an editor does not.
            at += len(line)
            if line[-1] in "\r\n":
                starts.append(at)
        if len(starts) == 1:
            at = self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_offset(self, number: int) -> int:
        """Where a line (from 1) begins."""
        return self._line_starts[number - 1]

    @property
    def line_count(self) -> int:
        return len(self._line_starts)


def visible(text: str) -> str:
    """`text` on one line, with what cannot be seen written as ``<U+200B>``."""
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def many(count: int, thing: str, things: str = "") -> str:
    """How many things: "1 claim", "3 claims"; `things` are several, where an "s" is not enough."""
    return f"{count} {thing if count == 1 else things or thing + 's'}"


def utf_8(text: str) -> str:
    """The name of a file, or a word of a command line, with a sign for every byte that is not
    UTF-8."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _shown(char: str) -> str:
    if char in "\n\r\t":
        return {"\n": "⏎", "\r": "<CR>", "\t": "<TAB>"}[char]
    return char if char.isprintable() else f"<U+{ord(char):04X}>"


def _short(text: str) -> str:
    """`text`, or its beginning: a message is read on one line."""
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1] + "…"


_LENGTH = 100


class Spelling:
    """Known names, among which a misspelt one finds the one that it was meant to be.

    Thousands of names that look for their like among thousands would take minutes to compare with
    one another. So names that differ in a letter or two are found by what is left when each loses
    one; only the first of the others are compared.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = list(known)
        self._left: dict[str, str] = {}
        self._comparisons = 50_000
        for name in self._known:
            for form in _forms(name):
                self._left.setdefault(form, name)

    def near(self, name: str) -> str:
        """The known name that `name` most looks like, or nothing."""
        for form in _forms(name):
            if form in self._left:
                return self._left[form]
        self._comparisons -= len(self._known)
        return closest(name, self._known) if self._comparisons > 0 else ""


def _forms(name: str) -> Iterator[str]:
    """A name, and it without each of its letters; a short one would look like every other."""
    folded = name.casefold()[:60]
    yield folded
    if len(folded) > 3:
        yield from (folded[:at] + folded[at + 1 :] for at in range(len(folded)))


def closest(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """The known word that `word` most looks like, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(word.casefold(), known, n=1, cutoff=0.6) if len(word) < 60 else []
    return found[0] if found else ""


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """A remedy that names the closest known word, or lists the known words when they are few."""
    near = closest(word, known)
    if near:
        return f"did you mean `{near}`?"
    return f"write one of: {', '.join(known)}" if 0 < len(known) <= 20 else ""
