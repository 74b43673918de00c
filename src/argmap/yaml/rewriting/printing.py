"""Blocks over lines, printed with the lines that they have already wherever these stay true."""

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from typing import TypeAlias, TypeGuard

from argmap.model import Conflict
from argmap.yaml.document import Document
from argmap.yaml.edits import column_of, line_end
from argmap.yaml.rewriting.brackets import Brackets
from argmap.yaml.rewriting.territory import ENTRIES, LISTS, Territories, Territory
from argmap.yaml.rewriting.wanted import (
    Aim,
    Item,
    Items,
    Pair,
    Spec,
    Value,
    Wanted,
    as_data,
    item_data,
)
from argmap.yaml.scalars import quoted, scalar
from argmap.yaml.splicing import end_of, lines, pair
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

#: Text, or what gives it in turn: nesting takes no recursion. A list is filled while it waits.
Pieces: TypeAlias = "Iterator[str | list[str] | Pieces]"
#: The lines above a part, and the part from its first sign to the end of its last line.
_Part: TypeAlias = "tuple[list[str], Pieces]"

_ROW = re.compile(r"(?<=\n)(?=[^\r\n])|(?<=\r)(?=[^\r\n])")
_LINE_REST = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def unfolded(pieces: Pieces) -> str:
    """The text that pieces come to."""
    done: list[str | list[str]] = []
    stack = [pieces]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str | list):
            done.append(piece)
        else:
            stack.append(piece)
    return "".join([part if isinstance(part, str) else "".join(part) for part in done])


class Printer:
    """Prints what is wanted; afterwards `claims` are in the order of the text."""

    def __init__(self, document: Document, places: Territories, aim: Aim) -> None:
        self.text, self.places, self.aim = document.source.text, places, aim
        self.end_of_line = line_end(self.text)
        self.claims: list[str] = []
        self._taken: set[int] = set()
        self._inner = {
            id(part)
            for flow in document.tree.flows
            for part in (flow.items if isinstance(flow, Sequence) else flow.values)
        }
        self.brackets = Brackets(self.text, aim, self.claims)
        self._list_indent, self._item_width = _style(document, places)

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
                        yield self._above(self._apart(home), node.start, column)
                        yield self._above(self._tail(node) or home.end, home.end, column)
            yield above
            yield " " * column
            yield body

    # Blocks

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
        if had and here and self._is_list(had[1]) and want.old and len(want.data):
            return above, self._leaves(want, had, here, column)
        return above, iter((self._value(word, want, had, here, column, above),))

    def _value(
        self, word: str, want: Value, had: Pair | None, here: Territory | None, column: int,
        above: list[str],
    ) -> str:  # fmt: skip
        """A word with a simple value."""
        text = self.text
        if had and want.same and self._one_line(had[1]):
            raw = text[had[1].start : had[1].end]
            return f"{scalar(word, flow=True)}: {raw}{self._rest(had[1])}"
        data = as_data(want.data)
        written = pair(word, data, column)
        if isinstance(want.data, tuple) and any(isinstance(part, Conflict) for part in want.data):
            entries = [item_data(part) for part in want.data]
            written = f"{word}:\n{lines(entries, column + self._list_indent)}"
        rest = self._rest(had[1]) if had else self.end_of_line
        if had and type(had[1]) is Scalar and isinstance(data, str) and "\n" not in written:
            key, value = had
            if text[value.start : value.start + 1] == '"':
                written = f"{scalar(word, flow=True)}: {quoted(data)}"
            if here and key:
                written = text[key.start : key.end] + ":" + written.split(":", 1)[1]
        if had and (here or had[0] is None):
            start = had[1].start if had[0] is None else had[0].start
            above += self._above(start, end_of(had[1]), column)
        if "\n" in written and "#" in rest:
            above.append(" " * column + rest.strip() + self.end_of_line)
            rest = self.end_of_line
        tail = ""
        if had and here:
            behind = self._line_after(had[1])
            tail = self._moved(behind, max(here.end, behind), column - here.column, whole=True)
        return written.replace("\n", self.end_of_line) + rest + tail

    def _leaves(self, want: Value, had: Pair, here: Territory, column: int) -> Pieces:
        """A list of texts or citations, its items kept where they say the same."""
        delta = column - here.column
        value = had[1]
        assert type(value) is Sequence
        homes = [self.places.of(item) for item in value.items]
        first = homes[0]
        assert first is not None
        free: dict[str, list[int]] = {}
        for place, old in enumerate(want.old):
            if old is not None:
                free.setdefault(repr(old), []).append(place)
        chosen = [free[said].pop(0) if free.get(said := repr(data)) else None for data in want.data]
        gone = [place for place in range(len(homes)) if place not in set(chosen)]
        yield self._moved(here.start, first.lead, delta)
        dash = first.column + delta
        for data, place in zip(want.data, chosen, strict=True):
            home = homes[place] if place is not None else None
            if home is None:
                yield lines([item_data(data)], dash).replace("\n", self.end_of_line)
                yield self.end_of_line
                continue
            while gone and place is not None and gone[0] < place:
                yield from self._lost(homes[gone.pop(0)], dash)
            yield self._lead(home, dash)
            yield " " * dash
            yield self._moved(home.start, home.end, delta)
        for place in gone:
            yield from self._lost(homes[place], dash)
        last = homes[-1]
        assert last is not None
        yield self._moved(last.end, here.end, delta, whole=True)

    def _lost(self, home: Territory | None, column: int) -> list[str]:
        return self._above(home.lead, home.end, column) if home else []

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

    # Lists

    def _list(
        self, word: str, want: Items, had: Pair | None, here: Territory | None, column: int,
        above: list[str],
    ) -> Pieces:  # fmt: skip
        """A list of items under a word, or one alone where one stands alone."""
        value = had[1] if had else None
        delta = column - here.column if here else 0
        items = [self.aim.item(spec) for spec in want.items]
        alone = type(value) is not Sequence and len(items) == 1 and items[0].block.node is value
        if value is not None and type(value) is not Scalar and value.flow:
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
                if type(value) is not Scalar and value.flow:
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

    def _first(self, value: Node | None) -> Territory | None:
        """The first part in a list or a block that is written over lines."""
        if type(value) is Sequence:
            return self.places.of(value.items[0]) if value.items else None
        return self.places.of(value.keys[0]) if type(value) is Mapping and value.keys else None

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

    def _strays_before(
        self, value: Node | None, items: list[Item], dash: int
    ) -> dict[int, list[str]]:
        """Comments of items that are gone, but apart from them, before the next that stays."""
        staying = {id(node) for item in items for node in item.anchors}
        found: dict[int, list[str]] = {0: []}
        waiting: list[str] = []
        for node in value.items if type(value) is Sequence else ():
            if id(node) in staying:
                found[id(node)], waiting = waiting, []
                continue
            home = self.places.of(node)
            if home is not None:
                apart = self._apart(home)
                if "#" in self.text[home.lead : apart]:
                    waiting.append(self._moved(home.lead, apart, dash - home.column, whole=True))
        found[0] = waiting
        return found

    def _apart(self, home: Territory) -> int:
        """Where the comments that stand apart from an item end, with the last blank line."""
        at = line = home.lead
        while line < home.start - home.column:
            found = _LINE_REST.match(self.text, line)
            assert found is not None
            line = found.end()
            if not found.group().strip():
                at = line
        return at

    def _item(self, item: Item, dash: int, *, first: bool, siblings: Lookup[int, int]) -> Pieces:
        """An item of a list, with the lead of the lines that it takes over.

        `siblings` are the items that were in the list, with where the first of them starts.
        """
        if item.claim:
            self.claims.append(item.claim)
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
        node, home = homes[0] if homes else (None, None)
        head, column, inline = "- ", dash + self._item_width, True
        if home and node:
            inner = node.start if type(node) is Scalar or node.flow else home.inner  # type: ignore[union-attr]
            inline = not re.search(r"[\r\n]", self.text[home.start : inner])
            column = dash + column_of(self.text, node.start) - home.column
            head = self._moved(home.start, inner, dash - home.column)
            if type(node) is not Scalar and not node.flow and self.places.of(node.keys[0]) is None:  # type: ignore[union-attr]
                above += self._above(node.start, home.end, dash)
                head, column, inline, home = "- ", dash + self._item_width, True, None
        else:
            head = "-" + " " * (column - dash - 1)
        block = item.block
        had = block.pairs.get("claim")
        bare = block.words.keys() == {"claim"} and (not had or had[0] is None)
        if not bare and not inline and type(node) is Scalar:
            head, inline = "- ", True
            column = dash + 2
        parts: list[_Part]
        if bare:
            parts = [(above, iter((self._bare(block, column, above),)))]
        elif (
            type(block.node) is Mapping
            and block.node.flow
            and not self.brackets.foreign(block, block.node)
        ):
            parts = [(above, self._flow_item(block, above, dash))]
        else:
            parts = self._parts(block, column)
            if inline:
                above += parts[0][0]
                parts[0] = ([], parts[0][1])
        yield above
        yield " " * dash
        yield head
        for place, (lead, body) in enumerate(parts):
            if lead is not above:
                yield lead
            if (place or not inline) and not bare:
                yield " " * column
            yield body
        for node, home in homes:
            if home is not None and self._tail(node) is not None:
                yield self._moved(self._tail(node) or 0, home.end, dash - home.column, whole=True)

    def _tail(self, node: Node) -> int | None:
        """Where the comments below an item begin, behind the last of its words."""
        if type(node) is Scalar or node.flow:  # type: ignore[union-attr]
            return self._line_after(node)
        assert type(node) is Mapping
        last = self.places.of(node.keys[-1])
        return last.end if last else None

    def _flow_item(self, block: Wanted, above: list[str], dash: int) -> Pieces:
        assert block.node is not None
        yield from self._flow(block, block.node, above, dash)
        yield self._rest(block.node)

    def _bare(self, block: Wanted, column: int, above: list[str]) -> str:
        """A claim that is a text and nothing else."""
        want, had = block.words["claim"], block.pairs.get("claim")
        assert isinstance(want, Value)
        node = had[1] if had else None
        if node is None:
            return scalar(want.data) + self.end_of_line
        raw = self.text[node.start : node.end]
        if want.same:
            if id(node) in self._inner:
                return (
                    raw + self.end_of_line
                    if self._one_line(node)
                    else (scalar(want.data) + self.end_of_line)
                )
            start = column_of(self.text, node.start)
            return self._moved(node.start, node.end, column - start) + self._rest(node)
        above += self._above(node.start, node.end, column)
        written = quoted(want.data) if raw[:1] == '"' else scalar(want.data)
        return written + self._rest(node)

    # Brackets

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

    def _between_items(self, value: Node, column: int) -> list[str]:
        """Comments in brackets and behind them, but for those inside the items."""
        parts = value.items if type(value) is Sequence else value.values  # type: ignore[union-attr]
        found = self.places.comments(value.start, self._line_after(value))
        return [
            " " * column + comment.text + self.end_of_line
            for comment in found
            if not any(part.start <= comment.start < part.end for part in parts)
        ]

    # Lines

    def _moved(self, start: int, end: int, delta: int, *, whole: bool = False) -> str:
        """Text with its lines after the first `delta` columns further right; `whole`: all lines."""
        found = self.text[start:end]
        if end == len(self.text) and found and not found.endswith(("\n", "\r")):
            found += self.end_of_line
        if delta == 0 or not found:
            return found
        if delta > 0:
            pad = " " * delta
            moved = _ROW.sub(pad, found)
            return pad + moved if whole and found[0] not in "\r\n" else moved
        first = r"\A|" if whole else ""
        pattern = f"(?:{first}(?<=[\n\r])) {{1,{-delta}}}"
        return re.sub(pattern, "", found)

    def _lead(self, here: Territory, column: int) -> str:
        if here.lead == here.start:
            return ""
        return self._moved(here.lead, here.start - here.column, column - here.column, whole=True)

    def _rest(self, node: Node) -> str:
        """What stands behind a value on its line, with the line end."""
        if id(node) in self._inner:
            return self.end_of_line
        end = end_of(node)
        rest = self.text[end : self._line_after(node)]
        return rest if rest.endswith(("\n", "\r")) else rest + self.end_of_line

    def _line_after(self, node: Node) -> int:
        found = _LINE_REST.match(self.text, end_of(node))
        assert found is not None
        return found.end()

    def _text_from(self, start: int) -> int:
        """The first line from `start` on that is not blank."""
        while found := re.compile(r"[ \t]*(?:\r\n|\n|\r)").match(self.text, start):
            start = found.end()
        return start

    def _one_line(self, node: Node) -> bool:
        raw = self.text[node.start : node.end]
        if type(node) is Scalar or node.flow:  # type: ignore[union-attr]
            return bool(raw) and not re.search(r"[\r\n]", raw)
        return False

    def _is_list(self, node: Node) -> bool:
        return type(node) is Sequence and all(self.places.of(item) for item in node.items)

    def _above(self, start: int, end: int, column: int) -> list[str]:
        """The comments between two offsets as lines of their own."""
        return [
            " " * column + comment.text + self.end_of_line
            for comment in self.places.comments(start, end)
        ]

    def _strays(self, had: Pair, column: int, *, entry: bool = False) -> list[str]:
        """The comments of a word that goes, but for those of its items; of an `entry` as of an
        item, those that stand apart."""
        key, value = had
        here = self.places.of(key)
        if here is None:
            return []
        if entry:
            return self._above(here.lead, self._apart(here), column)
        lead = self._lead(here, column)
        found = [lead] if "#" in lead else []
        first = self._first(value)
        if first is None or (type(value) is Sequence and not self._is_structural(key)):
            return found + self._above(here.start, here.end, column)
        found += self._above(here.start, first.lead, column)
        if type(value) is Sequence:
            for strays in self._strays_before(value, [], column).values():
                found += strays
            last = self.places.of(value.items[-1])
        else:
            assert type(value) is Mapping
            if not self._is_structural(key):  # a step or entries, not a claim alone
                entries = key is not None and key.text in ENTRIES
                for pair in zip(value.keys, value.values, strict=True):
                    found += self._strays(pair, column, entry=entries)
            last = self.places.of(value.keys[-1])
        return found + (self._above(last.end, here.end, column) if last else [])

    def _in_brackets(self, node: Node | None) -> TypeGuard[Sequence | Mapping]:
        return node is not None and type(node) is not Scalar and node.flow  # type: ignore[union-attr]

    def _is_structural(self, key: Scalar | None) -> bool:
        return key is not None and key.text in LISTS


def _style(document: Document, places: Territories) -> tuple[int, int]:
    """How far lists stand right of their words, and words right of their dashes, mostly."""
    indents: Counter[int] = Counter()
    widths: Counter[int] = Counter()
    text = document.source.text
    for node in document.places.nodes.values():
        home = places.of(node)
        if home is not None and home.parent is not None:
            indents[home.column - home.parent.column] += 1
            if node.start - column_of(text, node.start) <= home.start:
                widths[node.start - home.start] += 1
    indent = indents.most_common(1)[0][0] if indents else 2
    return indent, (widths.most_common(1)[0][0] if widths else 2)
