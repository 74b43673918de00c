"""Collections in brackets that stand in lines, printed with what is around them."""

import re
from collections import Counter

from argmap.yaml.document import Document
from argmap.yaml.rewriting.blocks import Item, Pair, Wanted
from argmap.yaml.rewriting.brackets import Brackets
from argmap.yaml.rewriting.pieces import Pieces, unfolded
from argmap.yaml.rewriting.territory import Territories, Territory
from argmap.yaml.rewriting.values import Values
from argmap.yaml.rewriting.wanted import Aim
from argmap.yaml.scalars import scalar
from argmap.yaml.tree import Node


class Inline(Values):
    """Prints collections in brackets; `claims` are gathered in the order of the text."""

    def __init__(self, document: Document, places: Territories, aim: Aim) -> None:
        super().__init__(document, places)
        self.aim = aim
        self.claims: list[str] = []
        self.brackets = Brackets(self.text, aim, self.claims)

    def _flow_item(self, block: Wanted, above: list[str], dash: int) -> Pieces:
        assert block.node is not None
        yield from self._flow(block, block.node, above, dash)
        yield self._rest(block.node)

    def _flow(
        self, block: Wanted | list[Item], node: Node, above: list[str], column: int,
        items: list[Item] | None = None,
    ) -> Pieces:  # fmt: skip
        """A collection in brackets; comments that it loses stand above."""
        self.brackets.json = self.brackets.is_json(node)
        pieces = (
            self.brackets.sequence(block, node)
            if isinstance(block, list)
            else self.brackets.mapping(block, node, items[0] if items else None)
        )
        written = unfolded(pieces)
        kept = Counter(re.findall(r"#[^\r\n]*", written))
        for comment in self.places.comments(node.start, node.end):
            if kept[comment.text]:
                kept[comment.text] -= 1
            else:
                above.append(" " * column + comment.text + self.end_of_line)
        yield written

    def _name(self, word: str, had: Pair | None, here: Territory | None, value: Node) -> str:
        if here and had and had[0]:
            return self.text[had[0].start : value.start]
        return f"{scalar(word, flow=True)}: "

    def _behind(self, value: Node, here: Territory | None, column: int) -> list[str]:
        rest = self._rest(value)
        if here is None:
            return [rest]
        behind = self._line_after(value)
        return [rest, self._moved(behind, max(here.end, behind), column - here.column, whole=True)]
