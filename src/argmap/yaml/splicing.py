"""Single words and items put into a text, replaced in it, and taken out of it.

Each function gives splices that leave every other byte alone; who applies them reads the result
again and compares. Values are texts, numbers, truths, and lists and blocks of them.
"""

import re
from collections.abc import Mapping as Lookup
from collections.abc import Sequence as Several
from typing import TypeAlias

from argmap.yaml.edits import EditError, Splice, column_of, end_of_line, line_end
from argmap.yaml.scalars import block, scalar
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

Data: TypeAlias = "str | bool | int | float | Several[Data] | Lookup[str, Data]"

#: What stands on the line of a dash before its item, or where the item stands further below.
_DASH = re.compile(r"[ \t]*(-)[ \t]*(?:(?<=[ \t])#[^\r\n]*)?\r?")

#: Columns up to which a list or a block is written in brackets, on the line of its word.
_ROOM = 88


def end_of(node: Node) -> int:
    """Where what is written of a node ends: YAML counts blank lines and comments behind it too."""
    while type(node) is not Scalar and not node.flow:  # type: ignore[union-attr]
        parts = node.values if type(node) is Mapping else node.items  # type: ignore[union-attr]
        node = parts[-1]
    return node.end


def flow(value: Data) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, int | float):
        short = f"{value:g}" if isinstance(value, float) else str(value)
        return short if float(short) == value else repr(value)
    if isinstance(value, Lookup):
        return f"{{{', '.join(f'{scalar(k, flow=True)}: {flow(v)}' for k, v in value.items())}}}"
    return f"[{', '.join(map(flow, value))}]"


def pair(word: str, value: Data, indent: int) -> str:
    """A word and its value as lines `indent` columns in, the first without its indent."""
    name = scalar(word, flow=True)
    if isinstance(value, str):
        shown = block(value, indent + 2) if "\n" in value else scalar(value)
        return f"{name}: {shown}"
    line = f"{name}: {flow(value)}"
    if not isinstance(value, Lookup | list | tuple) or not value:
        return line
    plain = all(not isinstance(held, str) or "\n" not in held for held in _held(value))
    if plain and indent + len(line) <= _ROOM:
        return line
    return f"{name}:\n{lines(value, indent + 2)}"


def _held(value: Data) -> Several[Data]:
    if isinstance(value, Lookup):
        return [deep for held in value.values() for deep in _held(held)]
    if isinstance(value, list | tuple):
        return [deep for held in value for deep in _held(held)]
    return [value]


def lines(value: Data, indent: int) -> str:
    """A block or a list over several lines, each `indent` columns in."""
    pad = " " * indent
    if isinstance(value, Lookup):
        return "\n".join(pad + pair(word, held, indent) for word, held in value.items())
    assert isinstance(value, list | tuple)
    return "\n".join(f"{pad}- {_item(held, indent + 2)}" for held in value)


def _item(value: Data, indent: int) -> str:
    """An item of a list, its first line without its indent."""
    if isinstance(value, Lookup) and value:
        return lines(value, indent).lstrip(" ")
    if isinstance(value, str) and "\n" in value:
        return block(value, indent)
    return flow(value)


def set_word(text: str, root: Mapping, word: str, value: Data) -> list[Splice]:
    """`word` of a block given a value: in place of its old one, or as its last line."""
    old = root.get(word)
    if root.flow:
        if old is not None:
            return [Splice(old.start, old.end, flow(value))]
        at = root.values[-1].end if root.values else root.start + 1
        comma = ", " if root.values else ""
        return [Splice(at, at, f"{comma}{scalar(word, flow=True)}: {flow(value)}")]
    indent = column_of(text, root.keys[0].start)
    written = pair(word, value, indent)
    if old is None:
        at = end_of_line(text, end_of(root))
        return [Splice(at, at, _broken(text, f"\n{' ' * indent}{written}"))]
    key = next(key for key in root.keys if key.text == word)
    if type(old) is Scalar and "\n" not in written and text[old.start : old.start + 1] not in "|>":
        return [Splice(old.start, old.end, written.partition(": ")[2])]
    return [Splice(key.start, end_of(old), _broken(text, written))]


def drop_word(text: str, root: Mapping, word: str) -> list[Splice]:
    """`word` of a block taken out, with its lines."""
    place = next(place for place, key in enumerate(root.keys) if key.text == word)
    key, value = root.keys[place], root.values[place]
    if root.flow:
        return [_from_brackets(root.keys, root.values, place)]
    return [_rows(text, key.start, end_of(value))]


def add_item(text: str, root: Mapping, word: str, *values: Lookup[str, Data]) -> list[Splice]:
    """Blocks of words put at the end of the list under `word`, which is made if it is missing.

    Where nothing stands behind the word, the dashes stand in its column: so `drop_item` knows that
    the word was there before the list.
    """
    items = root.get(word)
    if type(items) is Scalar and not items.text and root.flow:
        return set_word(text, root, word, values)
    if type(items) is Scalar and not items.text:
        key = next(key for key in root.keys if key.text == word)
        written, at = lines(values, column_of(text, key.start)), end_of_line(text, key.end)
        return [Splice(at, at, _broken(text, f"\n{written}"))]
    if items is None and root.flow:
        # The space in the brackets says that the list came with its item, and goes with it.
        (put,) = set_word(text, root, word, values)
        return [Splice(put.start, put.end, put.text.replace("[", "[ ", 1))]
    if items is None:
        # Over lines, however short: brackets would be left behind empty, as brackets are.
        indent = column_of(text, root.keys[0].start)
        at = end_of_line(text, end_of(root))
        written = f"{scalar(word, flow=True)}:\n{lines(values, indent + 2)}"
        return [Splice(at, at, _broken(text, f"\n{' ' * indent}{written}"))]
    assert type(items) is Sequence
    if items.flow:
        at = items.items[-1].end if items.items else items.start + 1
        comma = ", " if items.items else ""
        return [Splice(at, at, comma + ", ".join(map(flow, values)))]
    indent = column_of(text, items.start)
    at = end_of_line(text, end_of(items))
    return [Splice(at, at, _broken(text, "\n" + lines(values, indent)))]


def drop_item(text: str, root: Mapping, word: str, item: Node) -> list[Splice]:
    """An item taken out of the list under `word`, and the word itself if it was the only one.

    A comment that would be lost with the word keeps it, with an empty list. The word stays alone
    where the dash stands in its column.
    """
    items = root.get(word)
    if type(items) is not Sequence:  # the item alone, without a dash
        return drop_word(text, root, word)
    if items.flow:
        if len(items.items) == 1 and text[items.start + 1 : item.start].isspace():
            return drop_word(text, root, word)
        return [_from_brackets(items.items, items.items, items.items.index(item))]
    rows = _rows(text, dash_of(text, item), end_of(item))
    if len(items.items) > 1:
        return [rows]
    key = next(key for key in root.keys if key.text == word)
    if column_of(text, dash_of(text, item)) == column_of(text, key.start):
        return [rows]
    if "#" not in text[key.end : dash_of(text, item)]:
        return drop_word(text, root, word)
    colon = text.index(":", key.end) + 1
    return [Splice(colon, colon, " []"), rows]


def dash_of(text: str, item: Node) -> int:
    """Where the dash before an item stands; line ends and comments may stand in between."""
    at = item.start
    while at >= 0:
        line = at - column_of(text, at)
        found = _DASH.fullmatch(text, line, at)
        if found:
            return found.start(1)
        at = line - 1
    raise EditError("an item of a list has no dash")


def _from_brackets(starts: Several[Node], ends: Several[Node], place: int) -> Splice:
    """One part of a collection in brackets, with a comma that it leaves behind."""
    if place:
        return Splice(ends[place - 1].end, ends[place].end, "")
    after = starts[1].start if len(starts) > 1 else ends[0].end
    return Splice(starts[0].start, after, "")


def _rows(text: str, start: int, end: int) -> Splice:
    """Whole lines, with the line end before them, or behind them where nothing is before."""
    start -= column_of(text, start)
    end = end_of_line(text, end)
    if start:
        start -= 2 if text.endswith("\r\n", 0, start) else 1
    elif end < len(text):
        end += 2 if text.startswith("\r\n", end) else 1
    return Splice(start, end, "")


def _broken(text: str, written: str) -> str:
    """`written` with the line ends of `text`."""
    return written.replace("\n", line_end(text))
