"""Which lines of a text belong to which part of a map, comments and blank lines among them.

The parts are the pairs of blocks and the items of lists that are written over lines. What stands
in brackets, and what is written with YAML's `?`, has no lines of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from argmap.yaml.comments import Comment, comments
from argmap.yaml.edits import EditError, column_of, end_of_line
from argmap.yaml.splicing import dash_of, end_of
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

#: Words whose values are walked into: items, and entries by id.
LISTS = ("reasons", "counterpoints", "premises", "claims", "shared")
ENTRIES = ("sources", "people")

_LINE = re.compile(r"( *)([^\r\n]*)(?:\r\n|\n|\r|\Z)")


class Territory:
    """The lines of one pair or item.

    From `lead`, where the comments and blank lines above it begin, to `end`, behind the last line
    of what is nested in it and the comments that are indented like that. It starts at `start`, a
    dash or a word, in column `column`; `inner` is where the lines of the first part in it begin.
    Where it shares its line with a dash, `lead` is `start`.
    """

    __slots__ = ("column", "end", "inner", "lead", "parent", "start")

    def __init__(self, start: int, column: int, parent: "Territory | None") -> None:
        self.start, self.column, self.parent = start, column, parent
        self.lead = self.end = self.inner = start


class Territories:
    """The territories of a text, by the key of a pair and by the node of an item.

    Attributes:
        whole: whether there is anything that has lines, or brackets, of its own.
        head: where the first line of the first part begins.
        tail: where the last line of the last part ends.
    """

    def __init__(self, tree: Tree) -> None:
        self.text = tree.source.text
        self._comments = comments(tree)
        self._starts = [comment.start for comment in self._comments]
        self._of: dict[int, Territory] = {}
        self.head = self.tail = 0
        before: tuple[Territory, int] | None = None
        for here, end in self._walk(tree.root):
            if before is not None:
                self._between(*before, here)
            else:
                self.head = self.tail = here.lead = here.start - here.column
            before = (here, end)
        if before is not None:
            self._between(*before, None)
        self.whole = bool(self._of) or (type(tree.root) is Mapping and tree.root.flow)

    def of(self, part: Node | None) -> Territory | None:
        """The lines of the pair with this key, or of the item that is this node."""
        return self._of.get(id(part))

    def comments(self, start: int, end: int) -> list[Comment]:
        """The comments that begin between two offsets."""
        first = bisect_left(self._starts, start)
        return self._comments[first : bisect_left(self._starts, end)]

    def _walk(self, root: Node | None) -> Iterator[tuple[Territory, int]]:
        """Every part in the order of the text; with where its own lines end: those of all of it,
        or of its first line where others are nested in it."""
        tasks: list[tuple[Scalar | None, Node, str, Territory | None]]
        tasks = self._pairs(root, "", None)[::-1]
        while tasks:
            key, node, word, parent = tasks.pop()
            start = dash_of(self.text, node) if key is None else key.start
            here = Territory(start, column_of(self.text, start), parent)
            self._of[id(node if key is None else key)] = here
            nested = self._nested(node, word, here)
            yield here, end_of_line(self.text, start if nested else max(end_of(node), start))
            tasks += nested[::-1]

    def _nested(
        self, node: Node, word: str, here: Territory
    ) -> list[tuple[Scalar | None, Node, str, Territory | None]]:
        if type(node) is Scalar or node.flow:  # type: ignore[union-attr]
            return []
        if type(node) is Sequence:
            if word in ("", "-"):
                return []  # a list in a list
            try:
                for item in node.items:
                    dash_of(self.text, item)
            except EditError:
                return []
            return [(None, item, "-" if word in LISTS else "", here) for item in node.items]
        if word in LISTS or word in (*ENTRIES, "-", "step", "entry"):
            return self._pairs(node, word, here)
        return []

    def _pairs(
        self, node: Node | None, word: str, here: Territory | None
    ) -> list[tuple[Scalar | None, Node, str, Territory | None]]:
        if type(node) is not Mapping or node.flow:
            return []
        for place, key in enumerate(node.keys):
            column = column_of(self.text, key.start)
            lead = self.text[key.start - column : key.start]
            if lead.strip(" ") and (place or here is None or lead.strip(" -")):
                return []  # behind a `?`, or a `:` on the line of a `?`
        deeper = {key.text: key.text for key in node.keys} if word not in ENTRIES else {}
        if word == "entry":
            deeper = {}
        return [
            (key, value, deeper.get(key.text, "entry" if word in ENTRIES else "."), here)
            for key, value in zip(node.keys, node.values, strict=True)
        ]

    def _between(self, one: Territory, end: int, other: Territory | None) -> None:
        """Shares what stands between two parts: with the one, those around it, or the other."""
        text = self.text
        line = end + len(_line_end(text, end))
        if other is not None and other.parent is one:
            inline = other.start - other.column < line
            one.inner = other.lead = other.start if inline else line
            return
        around = None if other is None else other.parent
        stop = len(text) if other is None else other.start - other.column
        least = 0 if other is None else other.column
        at = line  # behind what has been shared
        while line < stop:
            found = _LINE.match(text, line)
            assert found is not None
            if found[2].strip():
                column = len(found[1])
                if column <= least:
                    break
                while one.column >= column and one.parent is not around:
                    one.end = at
                    one = one.parent  # type: ignore[assignment]
                at = found.end()
            line = found.end()
        chain: Territory | None = one
        while chain is not around:
            assert chain is not None
            chain.end, chain = at, chain.parent
        if other is None:
            self.tail = at
        else:
            other.lead = at


def _line_end(text: str, at: int) -> str:
    return "\r\n" if text.startswith("\r\n", at) else text[at : at + 1]
