"""The syntax tree of a text: scalars, lists and blocks, each with its place."""

from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic, Source, Span


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
    `folded` the scalars, but for blocks, that run over several lines. In the places of `mended`
    something else was read than what is written there, because that could not be read.
    """

    source: Source
    root: Node | None = None
    leaves: list[Scalar] = field(default_factory=list)
    flows: list[Sequence | Mapping] = field(default_factory=list)
    folded: list[Scalar] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    mended: list[Span] = field(default_factory=list)


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def place(node: Node, path: tuple[str | int, ...]) -> Span:
    """The place of what a path of words and positions in lists leads to.

    What is not written leads to the nearest thing that is.
    """
    span = Span(node.start, node.end if type(node) is Scalar else node.start + 1)
    for part in path:
        if type(node) is Mapping and isinstance(part, str):
            for key, value in zip(node.keys, node.values, strict=True):
                if key.text == part:
                    node, span = value, Span(key.start, key.end)
                    break
            else:
                break
        elif type(node) is Sequence and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        elif part != 0:
            break
        if type(node) is Scalar and node.end > node.start:
            span = Span(node.start, node.end)
    return span
