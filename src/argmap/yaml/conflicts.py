"""The entries of `conflicts`: what a merge of two versions left to settle."""

from typing import Any

from argmap.model import Conflict
from argmap.yaml import words
from argmap.yaml.fields import Fields
from argmap.yaml.tree import Mapping, Node, Sequence
from argmap.yaml.words import Holds


def read_conflicts(read: Fields, value: Node) -> list[Conflict]:
    """The conflicts of a list, or one alone; each entry has its place, also a faulty one."""
    if type(value) is Sequence:
        return [_conflict(read, item) for item in value.items]
    return [_conflict(read, value)]


def _conflict(read: Fields, node: Node) -> Conflict:
    if type(node) is not Mapping:
        read.wrong(node, "a block with `conflict: …`")
        return Conflict("")
    given: dict[str, Any] = {}
    for word, _, value in read.words(node, words.CONFLICT, "a conflict"):
        found = read.extra(value) if word.holds is Holds.ANY else read.read(word, value)
        given[word.name] = "" if found is None else found
    if "conflict" not in given and all(key.text in words.CONFLICT for key in node.keys):
        read.wrong(node, "a block with `conflict: …`")
    return Conflict(given.pop("conflict", ""), **given)
