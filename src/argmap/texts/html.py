"""The words of a web page, with the places where they stand in the file."""

import re
import time
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from argmap.texts.scripts import TAGS, scripted
from argmap.texts.source_text import Builder, SourceText, TextError

_UNSEEN = frozenset(("script", "style", "template", "title"))
#: Elements that have no end, and those that end where another one begins or the one around ends.
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
_OPEN_ENDED = frozenset(("p", "li", "dt", "dd", "td", "th", "tr", "option"))
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip

#: Seconds after which a page is given up: for each broken tag the parser may look at all of it.
PATIENCE = 30.0


def html_text(name: str, written: str) -> SourceText:
    """What a browser would show of a page: no scripts, styles, templates and comments, nothing that
    is marked as hidden; raised and lowered digits as such.

    Blocks stand in lines of their own, with a blank line between.
    """
    builder = Builder()
    page = Page(builder, written)
    try:
        page.feed(written)
        page.close()
    except (AssertionError, ValueError) as error:  # what the parser raises on broken declarations
        raise TextError("the file is no HTML that can be read; save the page as text") from error
    return builder.made(name, "html", written)


class Page(HTMLParser):
    """Hands the words of a page to a builder; `base` is where the page begins in the file."""

    def __init__(self, builder: Builder, written: str, base: int = 0) -> None:
        super().__init__(convert_charrefs=False)  # each reference is told with its place
        self._builder, self._base = builder, base
        self._lines = [0, *accumulate(len(line) + 1 for line in written.split("\n"))]
        self._unseen: list[str] = []  # an element that is not shown, and those that are in it
        self._script = ""  # raised or lowered
        self._verbatim = 0
        self._until = time.monotonic() + PATIENCE

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        last = self._unseen[-1] if self._unseen else ""
        if (last == "p" and tag in _BLOCKS) or (last == tag and tag in _OPEN_ENDED):
            self._unseen.pop()
        self._break(tag)
        if tag in _UNSEEN or (tag not in _VOID and (self._unseen or _is_hidden(attrs))):
            self._unseen.append(tag)
        elif tag in TAGS:
            self._script = tag
        elif tag == "pre":
            self._verbatim += 1

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif self._unseen and self._unseen[0] in _OPEN_ENDED and tag in _BLOCKS:
            self._unseen.clear()  # what is around it ends
        elif tag in TAGS:
            self._script = ""
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self._look_at_clock()
        if not self._unseen:
            put = self._builder.put if self._verbatim else self._builder.put_lines
            put(scripted(data, self._script), self._place())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        self._look_at_clock()
        if not self._unseen:
            self._builder.put(scripted(unescape(written), self._script), self._place())

    def _break(self, tag: str) -> None:
        self._look_at_clock()
        if tag in _BLOCKS and not self._unseen:
            self._builder.break_line(2)
        elif tag == "br":
            self._builder.break_line(1)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._base + self._lines[line - 1] + column

    def _look_at_clock(self) -> None:
        if time.monotonic() > self._until:
            raise TextError("the page takes too long to read; save it as text")


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    """Whether an element says of itself that it is not shown."""
    return any(
        name == "hidden" or (name == "style" and _HIDDEN.search(value or "") is not None)
        for name, value in attrs
    )
