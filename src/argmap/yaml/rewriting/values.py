"""Words with simple values over lines: texts, numbers, lists of texts, citations."""

from collections import Counter
from collections.abc import Iterator

from argmap.model import Conflict
from argmap.yaml.document import Document
from argmap.yaml.edits import Splice, column_of, spliced
from argmap.yaml.rewriting.blocks import Pair, Value, Wanted, as_data, item_data
from argmap.yaml.rewriting.lines import Lines
from argmap.yaml.rewriting.territory import Territories, Territory
from argmap.yaml.scalars import quoted, scalar
from argmap.yaml.splicing import end_of, lines, pair
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence


class Values(Lines):
    """Prints words with simple values, in the style of the document."""

    def __init__(self, document: Document, places: Territories) -> None:
        super().__init__(document, places)
        self._list_indent, self._item_width = _style(document, places)

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

    def _named(self, value: Node, here: Territory, source: str) -> str:
        """Citations with the source put into those that do not name it."""
        said = f"source: {scalar(source, flow=True)}"
        splices = []
        for cite in value.items if type(value) is Sequence else [value]:
            if type(cite) is Mapping and cite.get("source") is None:
                at = cite.start + 1 if cite.flow else cite.keys[0].start
                pad = self.end_of_line + " " * column_of(self.text, cite.keys[0].start)
                put = said + (", " if cite.flow else pad)
                splices.append(Splice(at - here.start, at - here.start, put))
        return spliced(self.text[here.start : here.end], splices)

    def _leaves(self, want: Value, had: Pair, here: Territory, column: int) -> Iterator[str]:
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
        for data, kept in zip(want.data, chosen, strict=True):
            home = homes[kept] if kept is not None else None
            if home is None or kept is None:
                yield lines([item_data(data)], dash).replace("\n", self.end_of_line)
                yield self.end_of_line
                continue
            while gone and gone[0] < kept:
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
            delta = column - column_of(self.text, node.start)
            return self._shifted(raw, delta, ended=True) + self._rest(node)
        above += self._above(node.start, node.end, column)
        written = quoted(want.data) if raw[:1] == '"' else scalar(want.data)
        return written + self._rest(node)


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
