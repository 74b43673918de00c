"""The lines of a text taken over into another, and the comments of those that are not."""

import re
from typing import TypeGuard

from argmap.yaml.document import Document
from argmap.yaml.edits import line_end
from argmap.yaml.rewriting.blocks import Item, Pair
from argmap.yaml.rewriting.territory import ENTRIES, LISTS, Territories, Territory
from argmap.yaml.splicing import end_of
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

_ROW = re.compile(r"(?<=\n)(?=[^\r\n])|(?<=\r)(?=[^\r\n])")
_LINE_REST = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Lines:
    """The lines of a document, by what stands in them."""

    def __init__(self, document: Document, places: Territories) -> None:
        self.text, self.places = document.source.text, places
        self.end_of_line = line_end(self.text)
        self._inner = {
            id(part)
            for flow in document.tree.flows
            for part in (flow.items if isinstance(flow, Sequence) else flow.values)
        }

    def _moved(self, start: int, end: int, delta: int, *, whole: bool = False) -> str:
        """Text with its lines after the first `delta` columns further right; `whole`: all lines."""
        return self._shifted(self.text[start:end], delta, ended=end < len(self.text), whole=whole)

    def _shifted(self, found: str, delta: int, *, ended: bool = False, whole: bool = False) -> str:
        if not ended and found and not found.endswith(("\n", "\r")):
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

    def _in_brackets(self, node: Node | None) -> TypeGuard[Sequence | Mapping]:
        return node is not None and type(node) is not Scalar and node.flow  # type: ignore[union-attr]

    def _first(self, value: Node | None) -> Territory | None:
        """The first part in a list or a block that is written over lines."""
        if type(value) is Sequence:
            return self.places.of(value.items[0]) if value.items else None
        return self.places.of(value.keys[0]) if type(value) is Mapping and value.keys else None

    def _tail(self, node: Node) -> int | None:
        """Where the comments below an item begin, behind the last of its words."""
        if type(node) is Scalar or node.flow:  # type: ignore[union-attr]
            return self._line_after(node)
        assert type(node) is Mapping
        last = self.places.of(node.keys[-1])
        return last.end if last else None

    def _above(self, start: int, end: int, column: int) -> list[str]:
        """The comments between two offsets as lines of their own."""
        return [
            " " * column + comment.text + self.end_of_line
            for comment in self.places.comments(start, end)
        ]

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

    def _between_items(self, value: Node, column: int) -> list[str]:
        """Comments in brackets and behind them, but for those inside the items."""
        parts = value.items if type(value) is Sequence else value.values  # type: ignore[union-attr]
        end = value.end if id(value) in self._inner else self._line_after(value)
        found = self.places.comments(value.start, end)
        return [
            " " * column + comment.text + self.end_of_line
            for comment in found
            if not any(part.start <= comment.start < part.end for part in parts)
        ]

    def _is_structural(self, key: Scalar | None) -> bool:
        return key is not None and key.text in LISTS
