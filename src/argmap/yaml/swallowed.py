"""What YAML takes without a word although the writer meant something else."""

import re
from collections.abc import Iterator

from argmap.diagnostics import Diagnostic, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml import words
from argmap.yaml.comments import comments
from argmap.yaml.syntax import Scalar, Sequence, Tree

_GLUED = re.compile(r"[\r\n][ \t]*(-)(?=[ \t\r\n])")
_FOREIGN_COMMA = re.compile("[，、،﹐]")
_FOREIGN_COLON = re.compile("([a-z]+)[ \t]*[：﹕︰]")
# Bidi overrides, embeddings and isolates, the zero-width space, the soft hyphen and a stray BOM.
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff]")
_WORDS = {**words.MAP, **words.ITEM, **words.LINKED, **words.REF, **words.CITE}


def swallowed(tree: Tree) -> Iterator[Diagnostic]:
    """Every place of `tree` where YAML changes the writer's text in silence."""
    text = tree.source.text
    if "#" in text:
        yield from _cut(tree)
    for leaf in tree.folded:
        for found in _GLUED.finditer(text, leaf.start, leaf.end):
            yield codes.GLUED_LINE.at(Span(found.start(1), found.end(1)))
    if not text.isascii():
        yield from _foreign(tree)
        for found in _INVISIBLE.finditer(text):
            yield codes.INVISIBLE.at(Span(found.start(), found.end()), char=found.group())


def _cut(tree: Tree) -> Iterator[Diagnostic]:
    """Comments that follow an unquoted text so closely that they may belong to it."""
    text = tree.source.text
    ends = {leaf.end for leaf in tree.leaves if leaf.plain and leaf.end > leaf.start}
    for comment in comments(tree):
        before = len(text[: comment.start].rstrip(" \t")) if comment.start else 0
        if before not in ends or comment.own_line:
            continue
        span = Span(before, comment.end)
        if comment.text[1:2] not in ("", " ", "\t", "#"):
            yield codes.CUT_BY_HASH.at(span, lost=comment.text)
        elif comment.start - before < 2 and not comment.text.startswith("# argmap:"):
            yield codes.CLOSE_COMMENT.at(span, lost=comment.text)


def _foreign(tree: Tree) -> Iterator[Diagnostic]:
    """Colons and commas of other scripts where the writer meant YAML's own."""
    if "：" in tree.source.text or "﹕" in tree.source.text or "︰" in tree.source.text:
        for leaf in tree.leaves:
            found = _FOREIGN_COLON.match(leaf.text) if leaf.plain else None
            if found and found[1] in _WORDS:
                span = Span(leaf.start, leaf.start + found.end())
                yield codes.FOREIGN_COLON.at(span, word=found[1])
    for flow in tree.flows:
        for item in flow.items if type(flow) is Sequence else ():
            if type(item) is Scalar and item.plain:
                comma = _FOREIGN_COMMA.search(tree.source.text, item.start, item.end)
                if comma:
                    span = Span(comma.start(), comma.end())
                    yield codes.FOREIGN_COMMA.at(span, comma=f"`{comma.group()}`")
