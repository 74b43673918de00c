"""Single words and items put into a text, and replaced in it.

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

#: Blank lines, and the column of the comment below them.
_COMMENT = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+( *)#")

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
    at = end_of_line(text, end_of(root if old is None else old))
    written = pair(word, value, indent)
    if "\n" in written and _comment_below(text, at, indent):
        written = f"{scalar(word, flow=True)}: {flow(value)}"
    if old is None:
        return [Splice(at, at, _broken(text, f"\n{' ' * indent}{written}"))]
    key = next(key for key in root.keys if key.text == word)
    if type(old) is Scalar and "\n" not in written and text[old.start : old.start + 1] not in "|>":
        return [Splice(old.start, old.end, written.partition(": ")[2])]
    end, comment = end_of(old), _comment_of(text, old)
    if comment and ("\n" in written or _is_block(text, old)):
        first, rest = written.partition("\n")[::2]
        written = f"{first}  {comment}" + (f"\n{rest}" if rest else "")
        end = end if _is_block(text, old) else end_of_line(text, end)
    return [Splice(key.start, end, _broken(text, written))]


def _comment_of(text: str, value: Node) -> str:
    """The comment on the line where a value ends; of a block of text, on the line of its sign."""
    start = value.start if _is_block(text, value) else end_of(value)
    _, sign, comment = text[start : end_of_line(text, start)].partition("#")
    return sign + comment.rstrip()


def _is_block(text: str, value: Node) -> bool:
    return (
        type(value) is Scalar
        and not value.plain
        and text[value.start : value.start + 1] in ("|", ">")
    )


def add_item(text: str, root: Mapping, word: str, *values: Lookup[str, Data]) -> list[Splice]:
    """Blocks of words put at the end of the list under `word`, which is made if it is missing.

    Where nothing stands behind the word, the dashes stand in its column: so `dropping` knows that
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
    written = lines(values, indent)
    if _comment_below(text, at, indent + 2):
        written = "\n".join(f"{' ' * indent}- {flow(value)}" for value in values)
    return [Splice(at, at, _broken(text, "\n" + written))]


def _comment_below(text: str, at: int, column: int) -> bool:
    """Whether the next line with anything on it is a comment right of a column: below a block of
    text it would be read as part of it."""
    found = _COMMENT.match(text, at)
    return found is not None and len(found[1]) > column


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


def _broken(text: str, written: str) -> str:
    """`written` with the line ends of `text`."""
    return written.replace("\n", line_end(text))
