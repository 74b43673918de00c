"""A text that maps cite, and where each of its characters stands in the file."""

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from argmap.diagnostics import Source
from argmap.texts.folding import Folded, fold


class TextError(Exception):
    """A file holds no text that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Line and column (code points), both from 1; lines count within the `page` if there is one."""

    line: int
    column: int
    page: int | None = None

    def __str__(self) -> str:
        line = f"{self.line}:{self.column}"
        return line if self.page is None else f"page {self.page}, line {self.line}"


@dataclass(frozen=True)
class SourceText:
    """The words of a source, without the signs of its format.

    Attributes:
        name: how the user knows it: a path.
        format: ``text``, ``markdown``, ``html`` or ``pdf``.
        text: what a reader sees; passages are offsets in it.
        written: the file as it is written, where that has lines; of a PDF the text itself.
        runs: offsets in `text` at which a run begins that also stands in `written`; from 0.
        origins: where each run begins in `written`.
        pages: offsets in `text` at which pages begin; empty where there are none.
    """

    name: str
    format: str
    text: str = field(repr=False)
    written: Source = field(repr=False)
    runs: "array[int]" = field(repr=False)
    origins: "array[int]" = field(repr=False)
    pages: tuple[int, ...] = field(default=(), repr=False)

    def position(self, offset: int) -> Place:
        """Where an offset of `text` stands in the file."""
        run = bisect_right(self.runs, offset) - 1
        written = min(self.origins[run] + offset - self.runs[run], len(self.written.text))
        line, column = self.written.position(written)
        if not self.pages:
            return Place(line, column)
        page = max(bisect_right(self.pages, offset), 1)
        return Place(line - self.written.position(self.pages[page - 1])[0] + 1, column, page)

    @cached_property
    def folded(self) -> Folded:
        """The text without what is typography only: made once, for all that is looked for."""
        return fold(self.text)


def plain(name: str, text: str) -> SourceText:
    """A text that is written as it is read."""
    return SourceText(name, "text", text, Source(name, text), array("q", [0]), array("q", [0]))


class Builder:
    """Puts a text together from runs of a file, and remembers where each comes from."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._runs, self._origins = array("q", [0]), array("q", [0])
        self._breaks = 2  # line feeds at the end of what there is; none are put at the beginning

    @property
    def begins_line(self) -> bool:
        return self._breaks > 0

    def put(self, text: str, origin: int) -> None:
        """Adds `text`, which stands at `origin` in the file."""
        if not text:
            return
        self._runs.append(self._length)
        self._origins.append(origin)
        self._add(text)
        self._breaks = len(text) - len(text.rstrip("\n")) if text[-1] == "\n" else 0

    def put_lines(self, text: str, origin: int) -> None:
        """Adds `text` without the indents of its lines and without its blank lines."""
        *ended, last = text.split("\n")
        for line in ended:
            self._put_line(line.rstrip(" \t\r"), origin)
            self.break_line(1)
            origin += len(line) + 1
        self._put_line(last, origin)

    def _put_line(self, line: str, origin: int) -> None:
        shown = line.lstrip(" \t\r\f") if self.begins_line else line
        self.put(shown, origin + len(line) - len(shown))

    def break_line(self, count: int) -> None:
        """Ends the line; 2 leaves a blank one."""
        if self._breaks < count:
            self._add("\n" * (count - self._breaks))
            self._breaks = count

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def made(self, name: str, format: str, written: str) -> SourceText:
        text = "".join(self._parts)
        return SourceText(name, format, text, Source(name, written), self._runs, self._origins)
