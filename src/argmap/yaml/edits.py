"""Edits of a map's text that touch nothing else: splices at the marks, proved by a second read."""

import re
from dataclasses import dataclass

from argmap.yaml.document import Document
from argmap.yaml.files import loads
from argmap.yaml.scalars import scalar
from argmap.yaml.tree import Mapping, Node, Scalar


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
    for claim in document.map.claims:
        node, id = document.places.nodes[claim.id], scalar(claim.id)
        if type(node) is Scalar:
            splices += _grown(document.source.text, node, id, document)
        elif type(node) is Mapping and node.get("id") is None:
            splices.append(_inserted(document.source.text, node, id))
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
    pad = " " * _column(text, block.keys[index].start)
    if type(value) is Scalar and text[value.start] in "|>" and not value.plain:
        return Splice(key.start, key.start, f"id: {id}{_line_end(text)}{pad}")
    end = _end_of_line(text, value.end)
    return Splice(end, end, f"{_line_end(text)}{pad}id: {id}")


def _grown(text: str, node: Scalar, id: str, document: Document) -> list[Splice]:
    """A bare text made a block with `claim` and `id`."""
    if any(flow.start < node.start < flow.end for flow in document.tree.flows):
        return [
            Splice(node.start, node.start, "{claim: "),
            Splice(node.end, node.end, f", id: {id}}}"),
        ]
    column = _column(text, node.start)
    line = text.rfind("\n", 0, node.start) + 1
    if text[line : node.start].strip(" -"):
        # `reasons: text` on one line: the block needs a line, and an indent, of its own.
        column = len(text[line:]) - len(text[line:].lstrip(" -")) + 2
        before = Splice(node.start, node.start, f"{_line_end(text)}{' ' * column}claim: ")
    else:
        before = Splice(node.start, node.start, "claim: ")
    pad = " " * column
    if text[node.start] in "|>" and not node.plain:
        return [
            Splice(
                before.start,
                before.end,
                before.text.replace("claim: ", f"id: {id}{_line_end(text)}{pad}claim: "),
            )
        ]
    end = _end_of_line(text, node.end)
    return [
        before,
        *_indented(text, node, column),
        Splice(end, end, f"{_line_end(text)}{pad}id: {id}"),
    ]


def _indented(text: str, node: Node, column: int) -> list[Splice]:
    """Spaces for the further lines of a text, which must stand right of the block's column."""
    splices = []
    for match in re.finditer(r"(?<=[\r\n])([ \t]*)(?=[^\s])", text[node.start : node.end]):
        missing = column + 1 - len(match[1])
        if missing > 0:
            at = node.start + match.start()
            splices.append(Splice(at, at, " " * missing))
    return splices


def _column(text: str, offset: int) -> int:
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) - 1


def _end_of_line(text: str, offset: int) -> int:
    found = re.compile(r"[\r\n]|\Z").search(text, offset)
    assert found is not None
    return found.start()


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
