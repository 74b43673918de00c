"""The words of a web page, with the places where they stand in the file."""

import time
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from argmap.texts.source_text import Builder, SourceText, TextError

_UNSEEN = frozenset(("script", "style", "template", "title"))
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
    """What a browser would show of a page: no scripts, styles, templates and comments.

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
        self._unseen: list[str] = []
        self._verbatim = 0
        self._until = time.monotonic() + PATIENCE

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._break(tag)
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag == "pre":
            self._verbatim += 1

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag == "pre":
            self._verbatim = max(0, self._verbatim - 1)
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self._look_at_clock()
        if not self._unseen:
            put = self._builder.put if self._verbatim else self._builder.put_lines
            put(data, self._place())

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        self._look_at_clock()
        if not self._unseen:
            self._builder.put(unescape(written), self._place())

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
