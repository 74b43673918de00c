"""Blocks and lists in brackets, printed with what stands in them already; JSON stays JSON."""

import re
from typing import Any

from argmap.yaml.rewriting.blocks import Item, Items, Pair, Value, Wanted, as_data, is_bare
from argmap.yaml.rewriting.pieces import Pieces
from argmap.yaml.rewriting.wanted import Aim
from argmap.yaml.scalars import quoted, scalar
from argmap.yaml.splicing import flow
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

#: What stands behind a part: all up to its comma, then all up to the next part.
_COMMA = re.compile(r"((?:[^#,]|(?<=\S)#|(?<=\s)#[^\r\n]*)*?)(,?)", re.DOTALL)
_BEHIND = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*")


class Brackets:
    """Prints collections in brackets; the ids of claims in them are added to `claims`."""

    def __init__(self, text: str, aim: Aim, claims: list[str]) -> None:
        self.text, self.aim, self.claims = text, aim, claims
        self.json = False

    def foreign(self, block: Wanted, node: Node) -> bool:
        """Whether something that stands elsewhere is to be nested in a collection."""

        def elsewhere(part: Node | None) -> bool:
            return part is not None and not node.start <= part.start < node.end

        rest: list[Wanted] = [block]
        while rest:
            wanted = rest.pop()
            if elsewhere(wanted.node) or any(elsewhere(v) for _, v in wanted.pairs.values()):
                return True
            for want in wanted.words.values():
                if isinstance(want, Items):
                    rest += (self.aim.item(spec).block for spec in want.items)
                elif isinstance(want, Wanted):
                    rest.append(want)
        return False

    def mapping(self, block: Wanted, node: Node | None, item: Item | None = None) -> Pieces:
        """A block in braces."""
        if item is not None and item.claim:
            self.claims.append(item.claim)
        own = node if type(node) is Mapping and node.flow else None
        parts: list[tuple[int | None, Pieces]] = []
        places = {id(value): place for place, value in enumerate(own.values)} if own else {}
        for word in block.kept():
            had = block.pairs.get(word)
            place = places.get(id(had[1])) if had else None
            parts.append((place, self._pair(word, block.words[word], had)))
        yield from self._collection(own, parts, "{", "}")

    def sequence(self, items: list[Item], node: Node | None) -> Pieces:
        """A list in brackets."""
        own = node if type(node) is Sequence and node.flow else None
        places = {id(value): place for place, value in enumerate(own.items)} if own else {}
        parts: list[tuple[int | None, Pieces]] = []
        for item in items:
            place = next((places[id(n)] for n in item.anchors if id(n) in places), None)
            parts.append((place, self._item(item)))
        yield from self._collection(own, parts, "[", "]")

    def _item(self, item: Item) -> Pieces:
        block = item.block
        claim, had = block.words.get("claim"), block.pairs.get("claim")
        if is_bare(block):
            assert isinstance(claim, Value)
            self.claims.append(item.claim)
            yield self._simple(claim, had)
            return
        yield self.mapping(block, block.node, item)

    def _pair(self, word: str, want: "Value | Items | Wanted", had: Pair | None) -> Pieces:
        value = had[1] if had else None
        key = had[0] if had else None
        if (
            key is not None
            and value is not None
            and key.end <= value.start
            and (
                type(value) is Scalar or value.flow  # type: ignore[union-attr]
            )
        ):
            yield self.text[key.start : value.start]
        else:
            yield (quoted(word) if self.json else scalar(word, flow=True)) + ": "
        if isinstance(want, Value):
            yield self._simple(want, had)
        elif isinstance(want, Wanted):
            yield self.mapping(want, value)
        else:
            items = [self.aim.item(spec) for spec in want.items]
            if value is not None and len(items) == 1 and items[0].block.node is value:
                yield self.mapping(items[0].block, value, items[0])
            elif (
                type(value) is Scalar
                and len(items) == 1
                and (items[0].block.pairs.get("claim") == (None, value))
            ):
                yield self._item(items[0])
            else:
                yield self.sequence(items, value)

    def _simple(self, want: Value, had: Pair | None) -> str:
        if had and want.same:
            node = had[1]
            raw = self.text[node.start : node.end]
            if (
                type(node) is Scalar
                and (not node.plain or not re.search(r"[,\[\]{}]|[\r\n]", raw))
                and raw[:1] not in "|>"
            ) or (type(node) is not Scalar and node.flow):  # type: ignore[union-attr]
                return raw
        data: Any = as_data(want.data)
        return json_text(data) if self.json else flow(data)

    def is_json(self, node: Node) -> bool:
        """Whether a collection is written as JSON: all its words in double quotes."""
        first: Node | None = node
        while type(first) is Sequence and first.items:
            first = next((i for i in first.items if type(i) is not Scalar), first.items[0])
        if type(first) is Mapping and first.keys:
            return self.text[first.keys[0].start] == '"'
        return type(first) is Scalar and self.text[first.start] == '"'

    def _collection(
        self, own: Sequence | Mapping | None, parts: list[tuple[int | None, Pieces]],
        opening: str, closing: str,
    ) -> Pieces:  # fmt: skip
        """Parts with the gaps between them that they had, new ones with gaps like those."""
        gaps, behind, end = self._gaps(own) if own else ([], [], "")
        braced = own is None or self.text[own.start] in "[{"
        if not braced and len(parts) != 1:
            braced = True
        if braced:
            yield opening
        usual = gaps[1] if len(gaps) > 1 else (gaps[0] or " ") if gaps else " "
        usual = re.sub(r"(?:\A|(?<=\s))#[^\r\n]*", "", usual)
        usual = re.sub(r"[ \t]*(?:\r\n|\n|\r)(?=\s*[\r\n])", "", usual)
        for index, (place, body) in enumerate(parts):
            if place is None:
                gap = (gaps[0] if gaps else "") if index == 0 else usual
                gap = "" if "#" in gap else gap
            else:
                gap = gaps[place]
                if index and not place:
                    gap = usual
                elif not index and place and "#" not in gap:
                    gap = gaps[0] if "#" not in gaps[0] else gap
            yield gap
            yield body
            last = index == len(parts) - 1
            after = behind[place] if place is not None else ""
            yield after
            if not last:
                yield ","
        yield end
        if braced:
            yield closing

    def _gaps(self, own: Sequence | Mapping) -> tuple[list[str], list[str], str]:
        """What stands before each part, what stands between it and its comma, and what stands
        before the closing bracket."""
        starts = own.items if type(own) is Sequence else own.keys  # type: ignore[union-attr]
        ends = own.items if type(own) is Sequence else own.values  # type: ignore[union-attr]
        at = own.start + (self.text[own.start] in "[{")
        gaps, behind = [], []
        stop = own.end - (self.text[own.end - 1] in "]}" and self.text[own.start] in "[{")
        for start, end in zip(starts, ends, strict=True):
            gaps.append(self.text[at : start.start])
            close = max(end.end, start.end)
            found = _BEHIND.match(self.text, close, stop)
            assert found is not None
            comma = self.text.startswith(",", found.end()) and found.end() < stop
            # Before a comma, what is behind belongs to the part; before the bracket, to the end.
            behind.append(self.text[close : found.end()] if comma else "")
            at = found.end() + 1 if comma else close
        return gaps, behind, self.text[at:stop]


def json_text(value: Any) -> str:
    """A value as JSON on one line."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{quoted(k)}: {json_text(v)}' for k, v in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(json_text, value))}]"
    return flow(value)
