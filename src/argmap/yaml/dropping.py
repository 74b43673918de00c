"""Single words and items taken out of a text: splices that leave every other byte alone."""

import re
from collections.abc import Collection
from collections.abc import Sequence as Several

from argmap.yaml.edits import Splice, column_of, end_of_line
from argmap.yaml.splicing import dash_of, end_of
from argmap.yaml.tree import Mapping, Node, Sequence

#: The comma that may stand behind the last part of a collection.
_COMMA = re.compile(r"\s*,")


def drop_word(text: str, root: Mapping, word: str) -> list[Splice]:
    """`word` of a block taken out, with its lines."""
    return drop_words(text, root, (word,))


def drop_words(text: str, root: Mapping, words: Collection[str]) -> list[Splice]:
    """Words of a block taken out, with their lines; those that it does not have are left."""
    places = [place for place, key in enumerate(root.keys) if key.text in words]
    if not places or root.flow:
        return _from_brackets(text, root.keys, root.values, places)
    first, head = _leading(places), []
    start = root.keys[0].start
    if 0 < first < len(root.keys) and text[start - column_of(text, start) : start].strip():
        head = [Splice(start, root.keys[first].start, "")]  # the dash before them stays
        places = places[first:]
    # At the top of a text the line end behind a line goes with it, elsewhere that before it.
    top = first if _on_top(text, start) else 0
    return head + [
        _rows(text, root.keys[place].start, end_of(root.values[place]), behind=place < top)
        for place in places
    ]


def drop_item(text: str, root: Mapping, word: str, item: Node) -> list[Splice]:
    """An item taken out of the list under `word`, and the word itself if it was the only one."""
    items = root.get(word)
    place = items.items.index(item) if type(items) is Sequence else 0
    return drop_items(text, root, word, {place})


def drop_items(text: str, root: Mapping, word: str, places: Collection[int]) -> list[Splice]:
    """Items taken out of the list under `word`, by their places, and with all of them the word.

    A comment that would be lost with the word keeps it, with an empty list. The word stays alone
    where the dash stands in its column.
    """
    items = root.get(word)
    if type(items) is not Sequence:  # the item alone, without a dash
        return drop_word(text, root, word)
    if items.flow:
        whole = len(places) == len(items.items)
        if whole and text[items.start + 1 : items.items[0].start].isspace():
            return drop_word(text, root, word)
        return _from_brackets(text, items.items, items.items, sorted(places))
    gone = [items.items[place] for place in sorted(places)]
    rows = [_rows(text, dash_of(text, item), end_of(item)) for item in gone]
    if len(gone) < len(items.items):
        return rows
    key = next(key for key in root.keys if key.text == word)
    if column_of(text, dash_of(text, gone[0])) == column_of(text, key.start):
        return rows
    ends = [key.end, *(row.end for row in rows)]
    if not any("#" in text[end : row.start] for end, row in zip(ends, rows, strict=False)):
        return drop_word(text, root, word)
    colon = text.index(":", key.end) + 1
    return [Splice(colon, colon, " []"), *rows]


def _from_brackets(
    text: str, starts: Several[Node], ends: Several[Node], places: Several[int]
) -> list[Splice]:
    """Parts of a collection in brackets, with the commas that they leave behind."""
    if not places:
        return []
    if len(places) == len(starts):
        comma = _COMMA.match(text, ends[-1].end)
        return [Splice(starts[0].start, comma.end() if comma else ends[-1].end, "")]
    # Those at the beginning go with the commas behind them, the others with those before them.
    first = _leading(places)
    head = [Splice(starts[0].start, starts[first].start, "")] if first else []
    return head + [Splice(ends[at - 1].end, ends[at].end, "") for at in places[first:]]


def _leading(places: Several[int]) -> int:
    """How many of the places are those at the beginning: 0, 1 and so on."""
    return next((n for n, place in enumerate(places) if place != n), len(places))


def _rows(text: str, start: int, end: int, *, behind: bool = False) -> Splice:
    """Whole lines, with the line end before them, or behind them where nothing is before."""
    behind = behind or _on_top(text, start)
    start -= column_of(text, start)
    end = end_of_line(text, end)
    if not behind:
        start -= 2 if text.endswith("\r\n", 0, start) else 1
    elif end < len(text):
        end += 2 if text.startswith("\r\n", end) else 1
    return Splice(start, end, "")


def _on_top(text: str, offset: int) -> bool:
    """Whether an offset is on the first line of a text, a byte-order mark before it or not."""
    return offset - column_of(text, offset) <= text.startswith("\ufeff")
