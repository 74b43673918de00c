"""The words of a Markdown text, with the places where they stand in the file."""

import time
from typing import TYPE_CHECKING

from argmap.diagnostics import Source
from argmap.texts.html import Page
from argmap.texts.scripts import TAGS, scripted
from argmap.texts.source_text import Builder, SourceText, TextError

if TYPE_CHECKING:
    from markdown_it.token import Token

#: Seconds after which a text is given up.
PATIENCE = 30.0
_REACH = 1000  # code points of markup that may stand between two runs of words


def markdown_text(name: str, written: str) -> SourceText:
    """The text without its signs; blocks stand in lines of their own, with a blank line between.

    Code is kept as it is written. The alternative texts of pictures are no part of the text.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.core.ruler.disable(["inline", "text_join"])  # a block at a time, below
    builder, source = Builder(), Source(name, written)
    until = time.monotonic() + PATIENCE
    env: dict[str, object] = {}
    try:
        place = 0
        for block in parser.parse(written, env):
            if time.monotonic() > until:
                raise TextError("the text takes too long to read; save it as plain text")
            if block.map is not None and block.map[0] < source.line_count:
                place = max(place, source.line_offset(block.map[0] + 1))
            if block.type == "inline":
                parts: list[Token] = []
                parser.inline.parse(block.content, parser, env, parts)
                place = _put(builder, written, parts, place)
                builder.break_line(2)
            elif block.type in ("fence", "code_block"):
                _put_code(builder, written, block.content, place)
            elif block.type == "html_block":
                page = Page(builder, block.content, place)
                page.feed(block.content)
                page.close()
                builder.break_line(2)
    except (AssertionError, ValueError, RecursionError) as error:
        raise TextError("the text cannot be read as Markdown; name it .txt") from error
    return builder.made(name, "markdown", written)


def _put(builder: Builder, written: str, parts: "list[Token]", place: int) -> int:
    """Adds the words of a block that begins at `place`; gives the place behind them."""
    script = ""  # raised or lowered
    for part in parts:
        if part.type == "html_inline":
            tag = part.content.strip("</>").lower()
            if tag in TAGS:
                script = "" if part.content.startswith("</") else tag
        elif part.type in ("softbreak", "hardbreak"):
            builder.break_line(1)
        elif part.type in ("text", "text_special", "code_inline"):
            found = written.find(part.content, place, place + len(part.content) + _REACH)
            place = place if found < 0 else found
            builder.put(scripted(part.content, script), place)
            place += len(part.content) if found >= 0 else 0
    return place


def _put_code(builder: Builder, written: str, code: str, place: int) -> None:
    for line in code.splitlines():
        found = written.find(line, place, place + len(line) + _REACH)
        place = place if found < 0 else found
        builder.put(line, place)
        builder.break_line(1)
    builder.break_line(2)
