"""What YAML takes without a word although the writer meant something else."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml.comments import comments
from argmap.yaml.signs import BULLETS, DASHES, SPACES, misread
from argmap.yaml.syntax_errors import runs_away
from argmap.yaml.tree import Node, Scalar, Sequence, Tree

# A line that begins as an item does: with a dash, a bullet, a number.
_GLUED = re.compile(
    rf"[\r\n][ \t{SPACES}]*(?P<sign>-(?=[\s]|[^\W\d])|[{BULLETS}](?=\s)"
    rf"|(?P<dash>[{DASHES}])(?=\s)|(?P<number>\d{{1,3}})[.)](?=\s))"
)
_NUMBER = re.compile(r"(\d{1,3})([.)])\s")
_SPACED_DASH = re.compile(rf"(?<=\s)[{DASHES}](?=\s)")
_LIST_WORD = re.compile(r"(?:reasons|counterpoints|premises|claims|shared)[ \t]*:\s*\Z")
# Where `misread` may find something; few lines of a sound map come this far.
_OWN_LINE = re.compile(rf"\n[ \t]*+(?=[{BULLETS}{DASHES}{SPACES}]|-[^\W\d]|-[{SPACES}])")
_TIGHT = re.compile(r":(?![ \t\r\n/])")
_WIDE = re.compile("[：﹕︰]")
_LAST_WORD = re.compile(r"[a-z]+[ \t]*\Z")
_ORDER = re.compile(r"#\s*argmap:")
_FOREIGN_COMMA = re.compile("[，、،﹐]")
# Bidi overrides, embeddings and isolates, the zero-width space, the soft hyphen and a stray BOM.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff]+")


def swallowed(tree: Tree) -> Iterator[Diagnostic]:
    """Every place of `tree` where YAML changes the writer's text in silence."""
    text = tree.source.text
    if "#" in text:
        yield from _cut(tree)
    for leaf in tree.folded:
        yield from _glued(tree.source, leaf)
    yield from _signs(tree)
    if not text.isascii():
        for flow in tree.flows:
            yield from _commas(text, flow.items) if type(flow) is Sequence else ()
        for found in _INVISIBLE.finditer(text):
            yield codes.INVISIBLE.at(Span(found.start(), found.end()), char=found.group()[:9])


def _cut(tree: Tree) -> Iterator[Diagnostic]:
    """Comments that follow an unquoted text so closely that they may belong to it."""
    behind = [comment for comment in comments(tree) if comment.before is not None]
    filled = {leaf.end: leaf.end > leaf.start for leaf in tree.leaves if behind and leaf.plain}
    for comment in behind:
        before = comment.before
        if before is None or before not in filled or _ORDER.match(comment.text):
            continue
        span = Span(before, comment.end)
        if comment.text[1:2] not in ("", " ", "\t", "#"):
            yield codes.CUT_BY_HASH.at(span, lost=comment.text)
        elif filled[before] and comment.start - before < 2:
            yield codes.CLOSE_COMMENT.at(span, lost=comment.text)


def _glued(source: Source, leaf: Scalar) -> Iterator[Diagnostic]:
    """Lines of a text that were meant as items or words of their own."""
    text = source.text
    if not leaf.plain:
        if runs_away(source, leaf):
            yield codes.UNCLOSED_QUOTE.at(Span(leaf.start, leaf.start + 1))
        return
    lines = list(_GLUED.finditer(text, leaf.start, leaf.end))
    dashes = sum(found["dash"] is not None for found in lines)
    running = len(_SPACED_DASH.findall(leaf.text)) > dashes  # dashes as in any sentence
    first = _NUMBER.match(text, leaf.start)
    number = int(first[1]) if first else -1  # items count on; dates in running text do not
    glued = False
    for found in lines:
        if found["number"]:
            if first is None or int(found["number"]) != number + 1:
                continue
            if not glued:
                yield codes.FOREIGN_DASH.at(
                    Span(first.start(), first.end(2)), sign=f"`{first[0].strip()}`"
                )
            number += 1
        elif found["dash"] and running:
            continue
        glued = True
        span = Span(*found.span("sign"))
        yield misread(text, span.start, leaf.end) or codes.GLUED_LINE.at(span)
    if not glued and _LIST_WORD.search(text, max(0, leaf.start - 200), leaf.start):
        before = text[max(0, leaf.start - 200) : leaf.start].rstrip(" \t")
        if before.endswith(("\n", "\r")) and misread(text, leaf.start, leaf.end) is None:
            yield codes.LINES_AS_ONE.at(Span(leaf.start, leaf.end))


def _signs(tree: Tree) -> Iterator[Diagnostic]:
    """Texts that begin with what the writer took for a word, a dash or an indent."""
    text = tree.source.text
    lines = text.replace("\r", "\n") if "\r" in text else text
    places = [0, *(found.end() for found in _OWN_LINE.finditer(lines))]
    colons = [found.start() for found in _TIGHT.finditer(text)]
    if not text.isascii():
        colons += (found.start() for found in _WIDE.finditer(text))
    for colon in colons:
        word = _LAST_WORD.search(text, max(0, colon - 20), colon)
        if word is not None:
            places.append(word.start())
    starts = [leaf.start for leaf in tree.leaves] if places else []
    for at in places:
        index = bisect_left(starts, at)
        if index < len(starts) and starts[index] == at and tree.leaves[index].plain:
            fault = misread(text, at, tree.leaves[index].end)
            if fault is not None:
                yield fault


def _commas(text: str, items: list[Node]) -> Iterator[Diagnostic]:
    """Commas of other scripts where the writer meant YAML's own."""
    for item in items:
        if type(item) is Scalar and item.plain:
            found = _FOREIGN_COMMA.search(text, item.start, item.end)
            if found:
                span = Span(found.start(), found.end())
                yield codes.FOREIGN_COMMA.at(span, comma=f"`{found.group()}`")
