"""Prose as plain nodes: what a page may show of a text, and nothing that could run.

A node is a text, or `[tag, attributes, nodes]`. A page builds elements from nodes, so that no text
is ever read as markup.
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from argmap.model.graph import SAFE_LINKS

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

#: A text, or a list of a tag, its attributes and what is in it.
Node: TypeAlias = Any
Nodes: TypeAlias = list[Node]

#: The tags that occur.
TAGS = (
    "p", "em", "strong", "del", "code", "pre", "ul", "ol", "li", "blockquote", "a", "br", "h4",
    "hr",
)  # fmt: skip
#: Elements within one another; what is nested deeper stands in the innermost.
MAX_NESTING = 40
_BREAKS = ("softbreak", "hardbreak")
_CODE = ("code_inline", "code_block", "fence")


def plain(text: str) -> Nodes:
    """A text as it is written: a paragraph ends at a blank line, lines stay lines."""
    if not text:
        return []
    return [
        ["p", {}, _lines(paragraph)]
        for paragraph in re.split(r"\n\s*\n", text.strip())
        if paragraph.strip()
    ]


def _lines(text: str) -> Nodes:
    nodes: Nodes = []
    for line in text.split("\n"):
        nodes += [["br", {}, []], line] if nodes else [line]
    return nodes


def markdown(text: str) -> Nodes:
    """Markdown (CommonMark, with struck words) without HTML and pictures; a line break stays one.

    Links lead to web pages and mail addresses only; any other stands as it was written.
    """
    root: Nodes = []
    stack = [root]
    for token in _parser().parse(text):
        for part in token.children or () if token.type == "inline" else (token,):
            _put(part, stack)
    return root


def _put(token: "Token", stack: list[Nodes]) -> None:
    """Adds a token to the innermost of the open elements."""
    tag = "h4" if token.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else token.tag
    tag = "del" if tag == "s" else tag
    if token.type in _BREAKS:
        stack[-1].append(["br", {}, []])
    elif token.type in _CODE:
        code = ["code", {}, [token.content]]
        stack[-1].append(code if token.type == "code_inline" else ["pre", {}, [code]])
    elif token.hidden:  # the paragraphs of a list whose items stand close
        return
    elif token.nesting > 0 and (len(stack) > MAX_NESTING or not _leads(token)):
        stack.append(stack[-1])
    elif token.nesting > 0:
        element: Node = [tag, _attributes(token), []]
        stack[-1].append(element)
        stack.append(element[2])
    elif token.nesting < 0:
        stack.pop()
    elif token.type == "hr":
        stack[-1].append(["hr", {}, []])
    elif token.content:
        stack[-1].append(token.content)


def _leads(token: "Token") -> bool:
    """Whether an element is no link, or one that leads somewhere: `[word]()` does not."""
    return token.tag != "a" or _is_safe(str(token.attrGet("href")))


def _attributes(token: "Token") -> dict[str, str]:
    if token.tag == "a":
        return {"href": str(token.attrGet("href")), "rel": "noopener noreferrer nofollow"}
    start = token.attrGet("start")
    return {"start": str(start)} if token.tag == "ol" and start is not None else {}


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark", {"html": False, "breaks": True})
    made.enable("strikethrough").disable("image")
    made.validateLink = _is_safe  # type: ignore[method-assign]
    return made


def _is_safe(url: str) -> bool:
    return url.lower().startswith(SAFE_LINKS)
