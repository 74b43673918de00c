"""Edits of a map's text that touch nothing else: splices at the marks, proved by a second read."""

import re
from dataclasses import dataclass
from functools import lru_cache

from argmap.yaml.document import Document
from argmap.yaml.files import loads
from argmap.yaml.scalars import scalar
from argmap.yaml.syntax import block_indent
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence


class EditError(Exception):
    """The edit would have changed too much; nothing was done. This is a bug in argmap."""


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the text from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: list[Splice]) -> str:
    """`text` with splices applied; they must not overlap."""
    parts, at = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def pin_ids(document: Document) -> str:
    """The text of a document with the derived id of every claim written into it.

    Only insertions: what was there stays, to the byte, in its order.
    """
    assert document.map is not None
    splices = []
    in_brackets = {
        id(part)
        for flow in document.tree.flows
        for part in (flow.items if isinstance(flow, Sequence) else flow.values)
    }
    for claim in document.map.claims:
        node, name = document.places.nodes[claim.id], scalar(claim.id)
        if type(node) is Scalar:
            splices += _grown(document.source.text, node, name, id(node) in in_brackets)
        elif type(node) is Mapping and node.get("id") is None:
            splices.append(_inserted(document.source.text, node, name))
    text = spliced(document.source.text, splices)
    again = loads(text, document.source.name)
    if again.map != document.map or any(
        type(node) is Scalar for id, node in again.places.nodes.items() if id in document.map.claim
    ):
        raise EditError("pinning ids would change the map")
    return text


def _inserted(text: str, block: Mapping, id: str) -> Splice:
    """An `id` for a block that has words already."""
    index = next(i for i, key in enumerate(block.keys) if key.text == "claim")
    key, value = block.keys[index], block.values[index]
    if block.flow:
        return Splice(value.end, value.end, f", id: {id}")
    column = column_of(text, key.start)
    lead = text[key.start - column : key.start].rstrip(" ")
    start = key.start - column + len(lead) - 1 if lead.endswith("?") else key.start
    pad = " " * column_of(text, start)
    if _is_block(text, value):
        return Splice(start, start, f"id: {id}{line_end(text)}{pad}")
    end = end_of_line(text, value.end)
    return Splice(end, end, f"{line_end(text)}{pad}id: {id}")


def _grown(text: str, node: Scalar, id: str, in_brackets: bool) -> list[Splice]:
    """A bare text made a block with `claim` and `id`."""
    if in_brackets:
        return [
            Splice(node.start, node.start, "{claim: "),
            Splice(node.end, node.end, f", id: {id}}}"),
        ]
    column, at, lead, word = column_of(text, node.start), node.start, "", "claim: "
    line = text[node.start - column : node.start]
    if line.strip(" -"):
        # `reasons: text` on one line: the block needs a line, and an indent, of its own.
        column = len(line) - len(line.lstrip(" -")) + 2
        at = node.start - (len(line) - len(line.rstrip(" ")))
        lead, word = f"{line_end(text)}{' ' * column}", "claim:"
    pad = " " * column
    first = f"id: {id}{line_end(text)}{pad}" if _is_block(text, node) else ""
    splices = [Splice(at, at, lead + first + word), *_indented(text, node, column)]
    if not first:
        end = end_of_line(text, node.end)
        splices.append(Splice(end, end, f"{line_end(text)}{pad}id: {id}"))
    return splices


def _is_block(text: str, node: Node) -> bool:
    return type(node) is Scalar and not node.plain and text[node.start] in "|>"


def _indented(text: str, node: Scalar, column: int) -> list[Splice]:
    """Spaces for the further lines of a text, which must stand right of the block's column."""
    rows = list(re.finditer(r"(?<=[\r\n])( *)(?=[^\s])", text[node.start : node.end]))
    shift = None
    if _is_block(text, node):
        # The lines of a block move together; an indicator counts from the column of the block.
        raw = re.split(r"\r\n|\n|\r", text[node.start : node.end])
        digit = re.search(r"[1-9]", raw[0].split("#")[0])
        wanted = column + (int(digit[0]) if digit else 1)
        shift = wanted - block_indent(raw, node.text)
        shift = shift if digit else max(shift, 0)
    splices = []
    for row in rows:
        missing = column + 1 - len(row[1]) if shift is None else shift
        if missing > 0:
            at = node.start + row.start()
            splices.append(Splice(at, at, " " * missing))
    return splices


def column_of(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line; a byte-order mark is none."""
    line = text.rfind("\n", 0, offset) + 1 or int(text.startswith("\ufeff"))
    return offset - max(line, text.rfind("\r", line, offset) + 1)


def end_of_line(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line end."""
    found = re.compile(r"[\r\n]|\Z").search(text, offset)
    assert found is not None
    return found.start()


@lru_cache(maxsize=1)
def line_end(text: str) -> str:
    """The line end that a text is written with."""
    return "\r\n" if "\r\n" in text else "\n"
