"""The entries of `conflicts`: what a merge of two versions left to settle."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.diagnostics import Code, Diagnostic, Severity, Span
from argmap.model import Conflict
from argmap.model.conflicts import told
from argmap.yaml import words
from argmap.yaml.fields import Fields
from argmap.yaml.tree import Mapping, Node, Sequence
from argmap.yaml.words import Holds, Word

UNRESOLVED = Code(
    "unresolved-conflict", Severity.ERROR,
    "{what}",
    "settle it with `argmap resolve`, or write what is meant and delete this entry",
    "Two people changed the same thing in different ways, and a merge does not guess. "
    "Until somebody decides, the map has our value.",
    "claim: The zoo should close\nid: close\nweight: 0.6\nconflicts:\n  - «conflict»: changed\n"
    "    about: close\n    word: weight\n    base: 0.5\n    ours: 0.6\n    theirs: 0.4\n",
    "claim: The zoo should close\nid: close\nweight: 0.6\n",
)  # fmt: skip


def read_conflicts(
    read: Fields, value: Node, table: dict[str, Word] = words.CONFLICT
) -> list[Conflict]:
    """The conflicts of a list, or one alone; each entry has its place, also a faulty one."""
    return [_conflict(read, item, table) for item in _entries(value)]


def unresolved(
    root: Node | None, conflicts: Iterable[Conflict], whole: str = "the map"
) -> Iterator[Diagnostic]:
    """Every conflict of a text, at its entry; `whole` is what the text is called."""
    block = root.get("conflicts") if type(root) is Mapping else None
    for conflict, entry in zip(conflicts, _entries(block) if block else (), strict=False):
        span = Span(entry.start, entry.start + 1)
        if type(entry) is Mapping and entry.keys:
            span = Span(entry.keys[0].start, entry.keys[0].end)
        yield UNRESOLVED.at(span, what=told(conflict, whole))


def _entries(value: Node) -> list[Node]:
    return value.items if type(value) is Sequence else [value]


def _conflict(read: Fields, node: Node, table: dict[str, Word]) -> Conflict:
    if type(node) is not Mapping:
        read.wrong(node, "a block with `conflict: …`")
        return Conflict("")
    given: dict[str, Any] = {}
    for word, _, value in read.words(node, table, "a conflict"):
        found = read.extra(value) if word.holds is Holds.ANY else read.read(word, value)
        given[word.name] = "" if found is None else found
    if "conflict" not in given and all(key.text in table for key in node.keys):
        read.wrong(node, "a block with `conflict: …`")
    return Conflict(given.pop("conflict", ""), **given)
