"""The comments of a document that no edit may lose."""

from collections import Counter

from argmap.model import ArgumentMap
from argmap.yaml.comments import comments
from argmap.yaml.document import Document
from argmap.yaml.tree import Mapping, Scalar, Sequence


def lost_comments(document: Document, target: ArgumentMap, again: Document) -> list[str]:
    """Comments of a document that are not in its new text and not about what is gone: inside a
    claim, an argument or an entry that the target does not have, or above it."""
    assert document.map is not None
    places, source = document.places, document.source.text
    removed = [
        node
        for id, node in places.nodes.items()
        if (id in document.map.claim or id in places.steps)
        and id not in target.claim
        and id not in target.argument
    ]
    spans = [(node.start, node.end) for node in removed]
    for argument in document.map.arguments:
        node, new = places.nodes[argument.id], target.argument.get(argument.id)
        block = (
            node.get("premises") if type(node) is Mapping and argument.id in places.steps else None
        )
        for item in block.items if type(block) is Sequence and new else ():
            ref = item.get("ref") if type(item) is Mapping else None
            if type(ref) is Scalar and new and ref.text not in new.premises:
                spans.append((item.start, item.end))
    for word in ("sources", "people", "conflicts"):
        block = places.root.get(word) if type(places.root) is Mapping else None
        kept = {getattr(entry, "id", "") for entry in getattr(target, word)}
        if type(block) is Mapping and word != "conflicts":
            pairs = zip(block.keys, block.values, strict=True)
            spans += [(k.start, v.end) for k, v in pairs if k.text not in kept]
        elif block is not None and getattr(target, word) != getattr(document.map, word):
            spans.append((block.start, block.end))
    missing = Counter(c.text for c in comments(document.tree))
    missing -= Counter(c.text for c in comments(again.tree))
    spans = [(_above(source, start), _end(source, end)) for start, end in spans]
    missing -= Counter(
        comment.text
        for comment in comments(document.tree)
        if any(start <= comment.start <= end for start, end in spans)
    )
    return list(missing.elements())


def _above(text: str, start: int) -> int:
    """Where the comments above a place begin."""
    line = text.rfind("\n", 0, start) + 1
    while line:
        above = text.rfind("\n", 0, line - 1) + 1
        if text[above:line].partition("#")[0].strip(" \r\n") not in ("", "-"):
            break
        line = above
    return line


def _end(text: str, end: int) -> int:
    at = text.find("\n", max(end - 1, 0))
    return len(text) if at < 0 else at
