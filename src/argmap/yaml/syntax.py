"""Text to syntax tree: YAML events in one loop, without recursion and without types.

Every scalar is the text that was written. Positions are offsets in code points. What YAML allows
and a map does not (tags, anchors, aliases, merge keys, several documents, endless nesting) is a
fault with an address.
"""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, repeat
from typing import Any

import yaml

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence, Tree, indent_of

#: Levels of nesting that a file may have; a claim under a claim takes two.
MAX_DEPTH = 1000

#: Signs of syntax that a file may have; a map of 100,000 claims has some two million.
MAX_EVENTS = 5_000_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Besides what YAML refuses: separators that it takes for line ends and no editor shows as such.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
)
_MANY = 20
_ENOUGH = 1000  # faults of one text; who has more of them has one mistake many times


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
    if text.startswith("\ufeff"):  # YAML would skip it and not count it
        text = "\n" + text[1:]
    faults: list[Diagnostic] = []
    tree, error = build(source, text)
    if error is not None or not text.isascii():
        # The parser itself refuses what is forbidden, but for a few signs beyond ASCII.
        text, faults = _printable(text)
        if faults:
            tree, error = build(source, text)
    if error is not None:
        from argmap.yaml.recovery import recover

        tree = recover(tree, error, text, build)
    tree.mended += [fault.span for fault in faults]
    tree.faults[:0] = faults
    if not tree.faults and (tree.root is None or _is_blank(tree.root)):
        tree.root = None
        tree.faults.append(codes.EMPTY_FILE.at(Span(0, 0)))
    return tree


def _printable(text: str) -> tuple[str, list[Diagnostic]]:
    """`text` with a sign in place of every control character, and the first of these faults."""
    found = list(islice(_FORBIDDEN.finditer(text), _MANY))
    if not found:
        return text, []
    faults = [codes.CONTROL_CHARACTER.at(Span(*one.span()), char=one.group()) for one in found]
    return _FORBIDDEN.sub("\ufffd", text), faults


def _is_blank(root: Node) -> bool:
    return type(root) is Scalar and root.plain and not root.text


def build(source: Source, text: str) -> tuple[Tree, yaml.YAMLError | None]:
    """One pass over the events of `text`; what was read before an error stays in the tree."""
    tree = Tree(source)
    with uncollected():
        try:
            loader = _LOADER(text)
        except (UnicodeEncodeError, yaml.YAMLError):  # a sign that is forbidden
            return tree, yaml.YAMLError()
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
        """The loop that every sign of every map goes through: it does no work twice."""
        tree, leaves = self.tree, self.tree.leaves
        stack: list[Sequence | Mapping] = []
        complex_keys: list[Mapping] = []
        top: Sequence | Mapping | None = None
        key: Scalar | None = None  # waits for its value in `top`
        scalar_event, map_start, list_start = (
            yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent,
        )  # fmt: skip
        map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        node: Node
        for _ in repeat(None, MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                begin, finish = event.start_mark, event.end_mark
                style = event.style
                node = Scalar(event.value, begin.index, finish.index, not style)
                leaves.append(node)
                if begin.line != finish.line:
                    if style == "|" or style == ">":
                        node.end = _block_end(self.text, node.start, node.end, node.text)
                    else:
                        tree.folded.append(node)
                if event.anchor is not None or event.tag is not None:
                    self._marked(event)
            elif kind is map_start or kind is list_start:
                start, flow = event.start_mark.index, event.flow_style
                node = Mapping(start, flow) if kind is map_start else Sequence(start, flow)
                if flow:
                    tree.flows.append(node)
                if event.anchor is not None or event.tag is not None:
                    self._marked(event)
            elif kind is map_end or kind is list_end:
                assert top is not None
                top.end = event.end_mark.index
                if kind is map_end:
                    texts = {key.text for key in top.keys}  # type: ignore[union-attr]
                    if len(texts) < len(top.values) or "" in texts or "<<" in texts:  # type: ignore[union-attr]
                        self._check_keys(top.keys)  # type: ignore[union-attr]
                stack.pop()
                top = stack[-1] if stack else None
                key = None
                if complex_keys and complex_keys[-1] is top:
                    complex_keys.pop()
                    key = _COMPLEX  # the block was one, and its value is still to come
                continue
            elif kind is yaml.AliasEvent:
                node = Scalar("", event.start_mark.index, event.end_mark.index, False)
                leaves.append(node)
                self._marked(event)
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
            # The node takes its place: as a word, its value, an item, or the root.
            if type(top) is Mapping:
                if key is not None:
                    top.values.append(node)
                    key = None
                elif type(node) is Scalar:
                    top.keys.append(node)
                    key = node
                else:
                    if len(tree.faults) < _ENOUGH:
                        tree.faults.append(codes.COMPLEX_KEY.at(Span(node.start, node.start + 1)))
                    top.keys.append(_COMPLEX)
                    complex_keys.append(top)
            elif top is None:
                tree.root = node
            else:
                top.items.append(node)  # type: ignore[union-attr]
            if type(node) is not Scalar:
                stack.append(node)  # type: ignore[arg-type]
                top = stack[-1]
                if len(stack) > MAX_DEPTH:
                    tree.faults.append(
                        codes.TOO_DEEP.at(Span(node.start, node.start + 1), limit=MAX_DEPTH)
                    )
                    tree.root = None
                    return
        limit = f"{MAX_EVENTS:,} words, texts and lists"
        tree.faults.append(codes.TOO_LARGE.at(Span(leaves[-1].start, leaves[-1].end), limit=limit))
        tree.root = None

    def _marked(self, event: Any) -> None:
        """Reports the anchor, the alias or the tag at the start of a node."""
        found = _WORD.match(self.text, event.start_mark.index)
        if found is None or len(self.tree.faults) >= _ENOUGH:
            return
        code = codes.ANCHOR if found.group()[:1] in "&*" else codes.TAG
        sign = f"`{found.group()}`"
        fault = code.at(Span(*found.span()), sign=sign, tag=sign)
        self.tree.faults.append(fault)
        self.tree.mended.append(fault.span)

    def _check_keys(self, keys: list[Scalar]) -> None:
        faults, seen = self.tree.faults, set()
        for key in keys:
            if len(faults) >= _ENOUGH:
                return
            span = Span(key.start, key.end)
            if key is _COMPLEX:
                continue
            if not key.text and key.plain:
                at = key.start
                code = codes.STRAY_COLON if self.text[at : at + 1] == ":" else codes.COMPLEX_KEY
                faults.append(code.at(Span(at, at + (code is codes.STRAY_COLON))))
            elif key.text == "<<" and key.plain:
                faults.append(codes.MERGE_KEY.at(span))
            elif key.text in seen:
                lists = key.text in ("reasons", "counterpoints", "premises", "claims", "shared")
                mend = f"write the items of both under one `{key.text}:`" if lists else ""
                faults.append(codes.DUPLICATE_WORD.at(span, mend=mend, word=key.text))
            seen.add(key.text)


#: Stands for a block where a word should be; that it stands there has been reported.
_COMPLEX = Scalar("", 0, 0, False)

_WORD = re.compile(r"\S*")


def block_indent(rows: list[str], value: str) -> int:
    """The indent of a block scalar: that of its first line, less what belongs to the text."""
    first = next((row for row in rows[1:] if row.strip()), "")
    text = next((row for row in value.splitlines() if row.strip()), "")
    return indent_of(first) - indent_of(text)


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Where the last line of a block scalar ends: YAML counts what follows it as well."""
    rows = text[start:end].splitlines(keepends=True)
    indent = block_indent(rows, value)
    at = start + len(rows[0])
    last = start + len(rows[0].split("#")[0].rstrip())
    for row in rows[1:]:
        at += len(row)
        if row.strip():
            if indent_of(row) < indent:
                break
            last = at - (len(row) - len(row.rstrip("\r\n")))
    return last
