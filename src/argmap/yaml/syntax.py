"""Text to syntax tree: YAML events in one loop, without recursion and without types.

Every scalar is the text that was written. Positions are offsets in code points. What YAML allows
and a map does not (tags, anchors, aliases, merge keys, several documents, endless nesting) is a
fault with an address.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml.syntax_errors import describe

#: Levels of nesting that a file may have; a claim under a claim takes two.
MAX_DEPTH = 1000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MANY = 20


class Scalar:
    """A text as written; `plain` if it is not quoted."""

    __slots__ = ("end", "plain", "start", "text")

    def __init__(self, text: str, start: int, end: int, plain: bool) -> None:
        self.text, self.start, self.end, self.plain = text, start, end, plain


class Sequence:
    """A list; `flow` if it is written in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, start: int, flow: bool) -> None:
        self.items: list[Node] = []
        self.start, self.end, self.flow = start, start, flow


class Mapping:
    """A block of words: keys and values in the order of the file."""

    __slots__ = ("end", "flow", "keys", "start", "values")

    def __init__(self, start: int, flow: bool) -> None:
        self.keys: list[Scalar] = []
        self.values: list[Node] = []
        self.start, self.end, self.flow = start, start, flow

    def get(self, word: str) -> "Node | None":
        """The value of `word`."""
        for key, value in zip(self.keys, self.values, strict=True):
            if key.text == word:
                return value
        return None


Node = Scalar | Sequence | Mapping


@dataclass
class Tree:
    """The syntax of one text. `root` is None where there is nothing to read.

    `leaves` are all scalars in the order of the text, `flows` the collections in brackets and
    `folded` the plain scalars that run over several lines.
    """

    source: Source
    root: Node | None = None
    leaves: list[Scalar] = field(default_factory=list)
    flows: list[Sequence | Mapping] = field(default_factory=list)
    folded: list[Scalar] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


@contextmanager
def uncollected() -> Iterator[None]:
    """Switches the garbage collector off: a load makes no cycles, and it would walk them all."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def parse(source: Source) -> Tree:
    """The syntax tree of `source`, with every fault of its syntax. Never raises."""
    text = source.text
    faults = [
        codes.CONTROL_CHARACTER.at(Span(found.start(), found.end()), char=found.group())
        for found, _ in zip(_FORBIDDEN.finditer(text), range(_MANY), strict=False)
    ]
    if faults:
        text = _FORBIDDEN.sub(" ", text)
    tree, error = _build(source, text)
    if error is not None and len(text) < 1_000_000:
        tree = _recover(source, text, tree, error)
    elif error is not None:
        tree.faults.append(describe(error, source)[0])
        tree.root = None
    tree.faults[:0] = faults
    if tree.root is None and not tree.faults:
        tree.faults.append(codes.EMPTY_FILE.at(Span(0, 0)))
    return tree


def _recover(source: Source, text: str, tree: Tree, error: yaml.YAMLError) -> Tree:
    """Blanks what cannot be read and reads again, so that one run finds the faults behind it."""
    found: list[Diagnostic] = []
    rest: yaml.YAMLError | None = error
    while rest is not None and len(found) < _MANY:
        fault, line = describe(rest, source)
        if found and fault.span.start <= found[-1].span.start:
            break
        found.append(fault)
        text = _without(text, source, line)
        tree, rest = _build(source, text)
    tree.faults = found + [fault for fault in tree.faults if fault.code is not codes.EMPTY_FILE]
    if rest is not None:
        tree.root = None
    return tree


def _without(text: str, source: Source, number: int) -> str:
    """`text` with a line, and the lines nested under it, made blank."""
    start = source.line_offset(number)
    end = start + len(source.line(number))
    indent = _indent(source.line(number))
    while number < source.line_count:
        number += 1
        line = source.line(number)
        if line.strip() and _indent(line) <= indent:
            break
        end = source.line_offset(number) + len(line)
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _build(source: Source, text: str) -> tuple[Tree, yaml.YAMLError | None]:
    """One pass over the events of `text`; what was read before an error stays in the tree."""
    tree = Tree(source)
    with uncollected():
        loader = _LOADER(text)
        try:
            _Builder(tree, text).run(loader.get_event)
        except yaml.YAMLError as error:
            return tree, error
        finally:
            loader.dispose()
    return tree, None


class _Builder:
    def __init__(self, tree: Tree, text: str) -> None:
        self.tree, self.text = tree, text

    def run(self, next_event: Any) -> None:
        tree, leaves = self.tree, self.tree.leaves
        stack: list[Sequence | Mapping] = []
        keys: list[Scalar | None] = []  # for each open mapping the key that waits for its value
        top: Sequence | Mapping | None = None
        scalar_event, alias_event = yaml.ScalarEvent, yaml.AliasEvent
        map_start, list_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
        map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        node: Node
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                begin, finish = event.start_mark, event.end_mark
                style = event.style
                node = Scalar(event.value, begin.index, finish.index, not style)
                leaves.append(node)
                if style == "|" or style == ">":
                    node.end = _block_end(self.text, node.start, node.end, node.text)
                elif not style and begin.line != finish.line:
                    tree.folded.append(node)
                if event.anchor is not None or event.tag is not None:
                    self._marked(event, node)
            elif kind is map_start or kind is list_start:
                start = event.start_mark.index
                node = Mapping(start, event.flow_style) if kind is map_start else Sequence(start, event.flow_style)
                if event.flow_style:
                    tree.flows.append(node)
                if event.anchor is not None or event.tag is not None:
                    self._marked(event, node)
            elif kind is map_end or kind is list_end:
                assert top is not None
                top.end = event.end_mark.index
                if kind is map_end:
                    self._check_keys(top)  # type: ignore[arg-type]
                    keys.pop()
                stack.pop()
                top = stack[-1] if stack else None
                continue
            elif kind is alias_event:
                span = Span(event.start_mark.index, event.end_mark.index)
                tree.faults.append(codes.ANCHOR.at(span, sign=f"`*{event.anchor}`"))
                node = Scalar("*" + event.anchor, span.start, span.end, False)
                leaves.append(node)
            elif kind is yaml.DocumentStartEvent:
                if tree.root is not None:
                    span = Span(event.start_mark.index, event.end_mark.index)
                    tree.faults.append(codes.SEVERAL_DOCUMENTS.at(span))
                    return
                continue
            elif kind is yaml.StreamEndEvent:
                return
            else:
                continue
            # The node takes its place: as the root, an item, a key or a value.
            if top is None:
                tree.root = node
            elif type(top) is Sequence:
                top.items.append(node)
            else:
                key = keys[-1]
                if key is not None:
                    top.keys.append(key)
                    top.values.append(node)  # type: ignore[union-attr]
                    keys[-1] = None
                elif type(node) is Scalar:
                    keys[-1] = node
                else:
                    tree.faults.append(codes.COMPLEX_KEY.at(Span(node.start, node.start + 1)))
                    keys[-1] = Scalar("", node.start, node.start, False)
            if type(node) is not Scalar:
                stack.append(node)  # type: ignore[arg-type]
                top = stack[-1]
                if type(node) is Mapping:
                    keys.append(None)
                if len(stack) > MAX_DEPTH:
                    tree.faults.append(codes.TOO_DEEP.at(Span(node.start, node.start + 1), limit=MAX_DEPTH))
                    tree.root = None
                    return

    def _marked(self, event: Any, node: Node) -> None:
        start = event.start_mark.index
        if event.tag is not None:
            end = _word_end(self.text, start)
            tag = self.text[start:end]
            self.tree.faults.append(codes.TAG.at(Span(start, end), tag=f"`{tag}`"))
        if event.anchor is not None:
            end = _word_end(self.text, start)
            self.tree.faults.append(codes.ANCHOR.at(Span(start, end), sign=f"`{self.text[start:end]}`"))

    def _check_keys(self, mapping: Mapping) -> None:
        texts = {key.text for key in mapping.keys}
        if len(texts) != len(mapping.keys):
            seen: set[str] = set()
            for key in mapping.keys:
                if key.text in seen:
                    self.tree.faults.append(codes.DUPLICATE_WORD.at(Span(key.start, key.end), word=key.text))
                seen.add(key.text)
        if "<<" in texts:
            for key in mapping.keys:
                if key.text == "<<" and key.plain:
                    self.tree.faults.append(codes.MERGE_KEY.at(Span(key.start, key.end)))


_WORD = re.compile(r"[^\s]*")


def _word_end(text: str, start: int) -> int:
    found = _WORD.match(text, start)
    return found.end() if found else start


def block_indent(rows: list[str], value: str) -> int:
    """The indent of a block scalar: that of its first line, less what belongs to the text."""
    first = next((row for row in rows[1:] if row.strip()), "")
    text = next((row for row in value.splitlines() if row.strip()), "")
    return _indent(first) - _indent(text)


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Where the last line of a block scalar ends: YAML counts what follows it as well."""
    rows = text[start:end].splitlines(keepends=True)
    indent = block_indent(rows, value)
    at = start + len(rows[0])
    last = start + len(rows[0].split("#")[0].rstrip())
    for row in rows[1:]:
        at += len(row)
        if row.strip():
            if _indent(row) < indent:
                break
            last = at - (len(row) - len(row.rstrip("\r\n")))
    return last
