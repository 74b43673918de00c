"""A report as one HTML file: no script, nothing loaded from anywhere, light and dark, for print."""

from functools import cache
from typing import TYPE_CHECKING, Any
from unicodedata import category

from argmap.annotation.reports import words
from argmap.annotation.reports.tables import tables
from argmap.annotation.reports.values import Report
from argmap.diagnostics import visible
from argmap.model.graph import SAFE_LINKS

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

if TYPE_CHECKING:
    from jinja2 import Template
    from markdown_it import MarkdownIt


def as_html(report: Report, by: str) -> str:
    """The report by "class", "student" or "claim".

    Texts stand in it as texts. Bodies are Markdown without HTML and pictures; their links lead to
    web pages and mail addresses only.
    """
    return _template().render(
        report=report, by=by, tables=tables(report) if by == "class" else (), words=words,
    )  # fmt: skip


@cache
def _template() -> "Template":
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    text = files("argmap.annotation.reports").joinpath("report.html").read_text(encoding="utf-8")
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda value: harmless(value) if type(value) is str else value,
    )  # fmt: skip
    made.filters["body"] = lambda text: Markup(body(text))
    return made.from_string(text)


def harmless(text: str) -> str:
    """`text` with its control signs written out: those that a page cannot hold, and those that turn
    the direction of what follows. What joins letters in some scripts stays."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(visible(char) if _is_control(char) else char for char in text)


def _is_control(char: str) -> bool:
    return char in _TURNS or (category(char) in ("Cc", "Cs", "Cn") and char not in "\n\t")


def body(text: str) -> str:
    """The Markdown of a body as HTML that cannot do anything."""
    return str(_markdown().render(harmless(text)))


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable("image")
    made.validateLink = _is_safe  # type: ignore[method-assign]
    made.add_render_rule("link_open", _link)
    made.add_render_rule("heading_open", _no_heading)
    made.add_render_rule("heading_close", _no_heading)
    return made


def _is_safe(url: str) -> bool:
    return url.lower().startswith(SAFE_LINKS)


def _link(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    tokens[index].attrSet("rel", "noopener noreferrer nofollow")
    return str(self.renderToken(tokens, index, options, env))


def _no_heading(self: Any, tokens: Any, index: int, options: Any, env: Any) -> str:
    """A heading within a remark stands out in the remark, and not in the report."""
    return "<p><strong>" if tokens[index].nesting > 0 else "</strong></p>\n"
