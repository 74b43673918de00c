"""The canonical layout of a map file: two spaces a level, comments and order kept.

Only white space changes: every scalar is copied as it is written. What comes out is read again and
compared, so that a layout can never change what a map says.
"""

import re

from argmap.diagnostics import Source
from argmap.yaml.comments import Comment, comments
from argmap.yaml.syntax import block_indent, parse
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

_BLANK_LINE = re.compile(r"(?>\r\n|\n|\r)[ \t]*[\r\n]")


class LayoutError(Exception):
    """The layout would have changed the map; nothing was done. This is a bug in argmap."""


def layout(tree: Tree) -> str:
    """The text of a tree in canonical layout; the tree must be free of syntax faults."""
    text = _Layout(tree).text()
    again = parse(Source(tree.source.name, text))
    kept = [comment.text for comment in comments(again)]
    if again.faults or not _same(tree.root, again.root):
        raise LayoutError("the layout would change the map")
    if sorted(kept) != sorted(comment.text for comment in comments(tree)):
        raise LayoutError("the layout would lose a comment")
    return text.replace("\n", "\r\n") if "\r\n" in tree.source.text else text


def _same(one: Node | None, other: Node | None) -> bool:
    """Whether two trees say the same, whatever their layout."""
    rest = [(one, other)]
    while rest:
        a, b = rest.pop()
        if type(a) is not type(b):
            return False
        if type(a) is Scalar and type(b) is Scalar:
            if a.text.strip() != b.text.strip():
                return False
        elif type(a) is Sequence and type(b) is Sequence:
            if len(a.items) != len(b.items):
                return False
            rest += zip(a.items, b.items, strict=True)
        elif type(a) is Mapping and type(b) is Mapping:
            if [key.text for key in a.keys] != [key.text for key in b.keys]:
                return False
            rest += zip(a.values, b.values, strict=True)
    return True


class _Pair:
    """A word and its value, as one piece of the layout."""

    __slots__ = ("end", "key", "start", "value")

    def __init__(self, key: Scalar, value: Node) -> None:
        self.key, self.value, self.start, self.end = key, value, key.start, value.end


#: A piece to lay out, the indent of what is nested in it, and what stands before it on its line.
_Task = tuple[Node | _Pair, int, str]


class _Layout:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        # Line ends are one sign inside, whatever the file has.
        self.source = tree.source.text
        self.lines: list[str] = []
        self.comments = comments(tree)[::-1]
        self.end = 0  # where the last piece that was laid out ends in the source
        self.open: list[tuple[int, int]] = []  # blocks around it: (column in the source, indent)

    def text(self) -> str:
        tasks: list[_Task] = []
        if self.tree.root is not None:
            tasks.append((self.tree.root, 0, ""))
        while tasks:
            tasks += self._piece(*tasks.pop())[::-1]
        self._before(len(self.source), 0)
        return "\n".join(self.lines) + "\n" if self.lines else ""

    def _piece(self, node: Node | _Pair, indent: int, lead: str) -> list[_Task]:
        """Lays out a node behind `lead`, or gives its parts back to be laid out in turn."""
        dash = lead.find("-")
        level = dash if dash >= 0 else indent
        first = isinstance(node, _Pair) and dash >= 0  # it shares the line of its block's dash
        self._before(node.start, level)
        while self.open and self.open[-1][1] > level and not first:
            self.open.pop()
        if isinstance(node, _Pair):
            return self._pair(node, indent, lead)
        if isinstance(node, Scalar) or node.flow or not _parts(node):
            self._put(node, indent, lead)
            return []
        self.open.append((self._column(node.start), indent))
        if type(node) is Sequence:
            parts: list[_Task] = [(item, indent + 2, " " * indent + "- ") for item in node.items]
        else:
            assert type(node) is Mapping
            pairs = zip(node.keys, node.values, strict=True)
            parts = [(_Pair(key, value), indent, " " * indent) for key, value in pairs]
        # The first part shares its line with what leads to the block.
        own = lead + "- " if type(node) is Sequence else lead
        parts[0] = (parts[0][0], parts[0][1], own if lead else parts[0][2])
        return parts

    def _pair(self, pair: "_Pair", indent: int, lead: str) -> list[_Task]:
        key, value = pair.key, pair.value
        name = lead + self.source[key.start : key.end] + ":"
        if isinstance(value, Scalar) or value.flow or not _parts(value):
            dash = lead.find("-")
            self._moved_up(value.start, dash if dash >= 0 else indent)
            self._put(value, indent, name + (" " if value.end > value.start else ""))
            return []
        self.lines.append(name)
        self.end = key.end
        return [(value, indent + 2, "")]

    def _column(self, offset: int) -> int:
        return offset - self.source.rfind("\n", 0, offset) - 1

    def _before(self, offset: int, indent: int) -> None:
        """Lays out the comments and the blank line that stand before a piece at `offset`."""
        while self.comments and self.comments[-1].start < offset:
            comment = self.comments.pop()
            between = self.source[self.end : comment.start]
            if self.lines and not re.search(r"[\r\n]", between):
                self.lines[-1] += "  " + comment.text
            else:
                self._blank(between)
                self.lines.append(" " * self._comment_indent(comment, indent) + comment.text)
            self.end = comment.end
        self._blank(self.source[self.end : offset])

    def _moved_up(self, offset: int, indent: int) -> None:
        """Lays out what stands between a word and its value above the word."""
        while self.comments and self.comments[-1].start < offset:
            self.lines.append(" " * indent + self.comments.pop().text)

    def _comment_indent(self, comment: Comment, indent: int) -> int:
        column = self._column(comment.start)
        around = [level for at, level in self.open if at <= column]
        return max(indent, around[-1] if around else 0)

    def _blank(self, between: str) -> None:
        if self.lines and self.lines[-1] and _BLANK_LINE.search(between):
            self.lines.append("")

    def _put(self, node: Node, indent: int, lead: str) -> None:
        """Lays out a scalar or a collection in brackets behind `lead`."""
        raw = self.source[node.start : node.end]
        rows = re.split(r"\r\n|\n|\r", raw)
        if type(node) is not Scalar and not self._spans_lines(node):
            rows = [self._flow(node)]
        elif type(node) is Scalar and raw[:1] in ("|", ">") and not node.plain:
            # Behind a dash the text stands where a word would.
            level = indent if lead.endswith("- ") else indent + 2
            rows = _block_rows(rows, level, block_indent(rows, node.text))
        elif len(rows) > 1:
            pad = " " * (indent + 2)
            if type(node) is Scalar and node.plain:
                rows = [row.rstrip() for row in rows]
            rest = [row.lstrip(" \t") for row in rows[1:]]
            rows = [rows[0], *(pad + row if row else "" for row in rest)]
        self.lines.append(lead.rstrip() if not raw else lead + rows[0])
        self.lines += rows[1:]
        self.end = node.end
        # Comments inside brackets were laid out with them.
        while self.comments and self.comments[-1].start < node.end:
            self.comments.pop()

    def _spans_lines(self, node: Node) -> bool:
        """Whether a collection in brackets holds comments or texts of several lines."""
        if self.comments and self.comments[-1].start < node.end:
            return True
        rest = [node]
        while rest:
            part = rest.pop()
            if type(part) is Scalar:
                if re.search(r"[\r\n]", self.source[part.start : part.end]):
                    return True
            else:
                rest += _parts(part)
        return False

    def _flow(self, node: Node) -> str:
        """A collection in brackets on one line."""
        if type(node) is Scalar:
            return self.source[node.start : node.end]
        if type(node) is Sequence:
            return f"[{', '.join(self._flow(item) for item in node.items)}]"
        assert type(node) is Mapping
        pairs = zip(node.keys, node.values, strict=True)
        return f"{{{', '.join(f'{self._flow(k)}: {self._flow(v)}'.rstrip() for k, v in pairs)}}}"


def _parts(node: Node) -> list[Node]:
    if type(node) is Sequence:
        return node.items
    return [*node.keys, *node.values] if type(node) is Mapping else []


def _block_rows(rows: list[str], indent: int, own: int) -> list[str]:
    """The lines of a block scalar with their own indent replaced by `indent`."""
    style, sign, comment = rows[0].partition("#")
    header = re.sub(r"[1-9]", "2", style.rstrip()) + (f"  #{comment}" if sign else "")
    return [header, *(" " * indent + row[own:] if row.strip(" ") else "" for row in rows[1:])]
