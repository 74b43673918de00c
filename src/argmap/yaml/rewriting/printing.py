"""Blocks over lines, printed with the lines that they have already wherever these stay true."""

from collections.abc import Mapping as Lookup
from typing import TypeAlias

from argmap.yaml.edits import column_of
from argmap.yaml.rewriting.blocks import Item, Items, Pair, Spec, Value, Wanted, is_bare
from argmap.yaml.rewriting.heads import Heads
from argmap.yaml.rewriting.pieces import Pieces, unfolded
from argmap.yaml.rewriting.territory import Territory
from argmap.yaml.scalars import scalar
from argmap.yaml.tree import Mapping, Scalar, Sequence

#: The lines above a part, and the part from its first sign to the end of its last line.
_Part: TypeAlias = "tuple[list[str], Pieces]"


class Printer(Heads):
    """Prints what is wanted; afterwards `claims` are in the order of the text."""

    def document(self) -> str:
        """The whole text."""
        root = self.aim.root_node
        if "claim" in (block := self.aim.root()).words:
            self.claims.append(self.aim.target.theses[0])
        if root.flow:
            above: list[str] = []
            pieces = self._flow(block, root, above, 0)
            end = self.text[root.end :]
            inside = unfolded(pieces)
            return self.text[: root.start] + "".join(above) + inside + end
        places = self.places
        column = column_of(self.text, root.start)
        written = unfolded(self._whole(block, column))
        tail = self.text[places.tail :]
        if not self.text.endswith(("\n", "\r")) and not tail:
            written = written.removesuffix(self.end_of_line)
        return self.text[: places.head] + written + tail

    def _whole(self, block: Wanted, column: int) -> Pieces:
        for word, (above, body) in zip(block.kept(), self._parts(block, column), strict=True):
            if word == "claim":
                # A thesis that was an item brings the comments of the item.
                for node in self.aim.item(Spec(claim=self.aim.target.theses[0])).anchors:
                    if home := self.places.of(node):
                        self._taken.add(id(node))
                        yield self._above(self._apart(home), node.start, column)
                        yield self._above(self._tail(node) or home.end, home.end, column)
            yield above
            yield " " * column
            yield body

    def _parts(self, block: Wanted, column: int) -> list[_Part]:
        """The parts of a block whose words stand in a column; the last may be comments alone."""
        parts: list[_Part] = []
        stray: list[str] = []
        for word in block.sequence():
            if word not in block.words:
                stray += self._strays(block.pairs[word], column, entry=block.ordered)
                continue
            above, body = self._part(word, block, column)
            if stray:
                above[:0], stray = stray, []
            parts.append((above, body))
        if stray:
            above, body = parts[-1]
            parts[-1] = (above, iter((body, "".join(stray))))
        return parts

    def _part(self, word: str, block: Wanted, column: int) -> _Part:
        want = block.words[word]
        had = block.pairs.get(word)
        here = self.places.of(had[0]) if had else None
        above = [self._lead(here, column)] if here else []
        if isinstance(want, Items):
            return above, self._list(word, want, had, here, column, above)
        if isinstance(want, Wanted):
            return above, self._nested(word, want, had, here, column, above)
        assert isinstance(want, Value)
        if here and want.same:
            return above, iter((self._moved(here.start, here.end, column - here.column),))
        if had and here and want.source:
            named = self._named(had[1], here, want.source)
            return above, iter((self._shifted(named, column - here.column),))
        if had and here and self._is_list(had[1]) and want.old and len(want.data):
            return above, self._leaves(want, had, here, column)
        return above, iter((self._value(word, want, had, here, column, above),))

    def _nested(
        self, word: str, want: Wanted, had: Pair | None, here: Territory | None, column: int,
        above: list[str],
    ) -> Pieces:  # fmt: skip
        """A block of words under a word."""
        value = had[1] if had else None
        if type(value) is Mapping and value.flow and not self.brackets.foreign(want, value):
            name = self._name(word, had, here, value)
            yield name
            yield from self._flow(want, value, above, column)
            yield from self._behind(value, here, column)
            return
        first = self.places.of(value.keys[0]) if type(value) is Mapping and value.keys else None
        inside = column + (first.column - here.column if first and here else 2)
        if here and first:
            yield self._moved(here.start, first.lead, column - here.column)
        else:
            if had and here and value:
                above += self._above(here.start, self._line_after(value), column)
            yield f"{scalar(word, flow=True)}:{self.end_of_line}"
        for lead, body in self._parts(want, inside):
            yield lead
            yield " " * inside
            yield body
        if here and first and type(value) is Mapping:
            last = self.places.of(value.keys[-1])
            assert last is not None
            yield self._moved(last.end, here.end, column - here.column, whole=True)

    def _list(
        self, word: str, want: Items, had: Pair | None, here: Territory | None, column: int,
        above: list[str],
    ) -> Pieces:  # fmt: skip
        """A list of items under a word, or one alone where one stands alone."""
        value = had[1] if had else None
        delta = column - here.column if here else 0
        items = [self.aim.item(spec) for spec in want.items]
        alone = type(value) is not Sequence and len(items) == 1 and items[0].block.node is value
        if self._in_brackets(value):
            foreign = any(self.brackets.foreign(item.block, value) for item in items)
            if not foreign and (type(value) is Sequence or alone):
                yield self._name(word, had, here, value)
                yield from self._flow(
                    items if type(value) is Sequence else items[0].block, value, above, column,
                    items,
                )  # fmt: skip
                yield from self._behind(value, here, column)
                return
        if here and alone and type(value) is Scalar and items[0].block.words.keys() == {"claim"}:
            self.claims.append(items[0].claim)
            bare = items[0].block.words["claim"]
            assert isinstance(bare, Value)
            if bare.same:
                yield self._moved(here.start, here.end, delta)
            else:
                yield self._value(word, bare, had, here, column, above)
            return
        first = self._first(value)
        if here and first and alone and type(value) is Mapping:
            yield from self._alone(items[0], here, first, value, column)
            return
        homes = [self.places.of(node) for node in value.items] if type(value) is Sequence else []
        if here and first:
            yield self._moved(here.start, first.lead, delta)
        else:
            if here and value is not None:
                above += self._above(here.start, value.start, column)
            if self._in_brackets(value):
                above += self._between_items(value, column)
            yield f"{scalar(word, flow=True)}:{self.end_of_line}"
        known = here is not None and first is not None and bool(homes)
        dash = first.column + delta if known and first else column + self._list_indent
        stray = self._strays_before(value, items, dash) if known else {}
        before = value.items if type(value) is Sequence else []
        siblings = {id(node): before[0].start for node in before}
        for place, item in enumerate(items):
            anchor = next((id(n) for n in item.anchors if id(n) in stray), 0)
            yield from stray.pop(anchor, ())
            yield self._item(item, dash, first=place == 0, siblings=siblings)
        yield from stray.pop(0, ())
        if known and here and homes[-1]:
            yield self._moved(homes[-1].end, here.end, delta, whole=True)

    def _alone(
        self, item: Item, here: Territory, first: Territory, value: Mapping, column: int
    ) -> Pieces:
        delta = column - here.column
        yield self._moved(here.start, first.lead, delta)
        if item.claim:
            self.claims.append(item.claim)
        for lead, body in self._parts(item.block, first.column + delta):
            yield lead
            yield " " * (first.column + delta)
            yield body
        last = self.places.of(value.keys[-1])
        if last:
            yield self._moved(last.end, here.end, delta, whole=True)

    def _item(self, item: Item, dash: int, *, first: bool, siblings: Lookup[int, int]) -> Pieces:
        """An item of a list, with the lead of the lines that it takes over.

        `siblings` are the items that were in the list, with where the first of them starts.
        """
        if item.claim:
            self.claims.append(item.claim)
        head = self._head(item, dash, first=first, siblings=siblings)
        above, column, inline, block = head.above, head.column, head.inline, item.block
        bare = is_bare(block)
        parts: list[_Part]
        late: list[str] = []
        if bare:
            parts = [(above, iter((self._bare(block, column, above),)))]
        elif (
            type(block.node) is Mapping
            and block.node.flow
            and not self.brackets.foreign(block, block.node)
        ):
            parts = [(above, self._flow_item(block, above, dash))]
        else:
            if self._in_brackets(block.node):
                above += self._between_items(block.node, dash)
            parts = self._parts(block, column)
            if inline:
                # What stands above its first word stands above the dash.
                above += [
                    self._shifted(one, dash - column, ended=True, whole=True) for one in parts[0][0]
                ]
                late = parts[0][0]  # more may come while the part is printed
                late.clear()
                parts[0] = ([], parts[0][1])
        yield above
        yield late
        yield " " * dash
        yield head.dash
        for place, (over, body) in enumerate(parts):
            if over is not above:
                yield over
            if (place or not inline) and not bare:
                yield " " * column
            yield body
        for node, home in head.homes:
            if (tail := self._tail(node)) is not None:
                yield self._moved(tail, home.end, dash - home.column, whole=True)
