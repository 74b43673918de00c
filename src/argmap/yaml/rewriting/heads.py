"""The beginning of an item: the lines that it takes over, up to its first word."""

import re
from collections.abc import Mapping as Lookup
from dataclasses import dataclass

from argmap.yaml.document import Document
from argmap.yaml.edits import column_of
from argmap.yaml.rewriting.blocks import Item, is_bare
from argmap.yaml.rewriting.inline import Inline
from argmap.yaml.rewriting.territory import Territories, Territory
from argmap.yaml.rewriting.wanted import Aim
from argmap.yaml.tree import Mapping, Node, Scalar


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the words of an item.

    Attributes:
        above: the lines above it.
        dash: the dash, with what stands up to the first word.
        column: where its words stand.
        inline: whether the first word stands behind the dash.
        homes: the nodes whose lines it takes over, with these lines.
    """

    above: list[str]
    dash: str
    column: int
    inline: bool
    homes: list[tuple[Node, Territory]]


class Heads(Inline):
    """Finds the heads of items; the lines of a node go to the first item that wants them."""

    def __init__(self, document: Document, places: Territories, aim: Aim) -> None:
        super().__init__(document, places, aim)
        self._taken: set[int] = set()

    def _head(self, item: Item, dash: int, *, first: bool, siblings: Lookup[int, int]) -> Head:
        """The head of an item whose dash stands in a column.

        `siblings` are the items that were in the list, with where the first of them starts.
        """
        homes: list[tuple[Node, Territory]] = []
        for node in item.anchors:
            home = self.places.of(node)
            if home is not None and id(node) not in self._taken:
                self._taken.add(id(node))
                homes.append((node, home))
        above: list[str] = []
        for place, (node, home) in enumerate(homes):
            here = place == 0 and id(node) in siblings
            start = home.lead if here else self._apart(home)
            if first and here and node.start != siblings[id(node)]:
                start = self._text_from(start)
            lead = self._moved(start, home.start - home.column, dash - home.column, whole=True)
            above.append(lead)
        anchor = homes[0][0] if homes else None
        own = homes[0][1] if homes else None
        sign, column, inline = "- ", dash + self._item_width, True
        if own and anchor:
            block_like = type(anchor) is Mapping and not anchor.flow
            inner = own.inner if block_like else anchor.start
            inline = not re.search(r"[\r\n]", self.text[own.start : inner])
            column = dash + column_of(self.text, anchor.start) - own.column
            sign = self._moved(own.start, inner, dash - own.column)
            if block_like and self._first(anchor) is None:  # written with `?`
                above += self._above(anchor.start, own.end, dash)
                sign, column, inline = "- ", dash + self._item_width, True
        else:
            sign = "-" + " " * (column - dash - 1)
        if not is_bare(item.block) and not inline and type(anchor) is Scalar:
            sign, inline = "- ", True
            column = dash + 2
        return Head(above, sign, column, inline, homes)
