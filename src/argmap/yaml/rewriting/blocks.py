"""Blocks of words as they are to be: the words, the values, the items under them."""

from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from argmap.model import Argument, Conflict
from argmap.yaml.splicing import Data
from argmap.yaml.tree import Mapping as Block
from argmap.yaml.tree import Node, Scalar, Sequence

#: A word as it is written: its key, or None for a text that stands alone, and its value.
Pair: TypeAlias = tuple[Scalar | None, Node]


@dataclass(slots=True)
class Value:
    """The value that a word is to have; `same` if it has it. `old` is what the items of a list
    that is written now say, None for those that cannot stay. `source` is what citations that name
    no source lack, and they lack nothing else."""

    data: Any
    same: bool = False
    old: tuple[Any, ...] = ()
    source: str = ""


@dataclass(slots=True)
class Items:
    """The items that are to stand under a word."""

    items: list["Spec"]


@dataclass(slots=True)
class Wanted:
    """The words that a block is to have, in canonical order, and the pairs that it has now.

    `node` is the block whose order of words is kept; `ordered` if the canonical order is a must.
    """

    words: dict[str, "Value | Items | Wanted"]
    pairs: dict[str, Pair] = field(default_factory=dict)
    node: Node | None = None
    ordered: bool = False

    def kept(self) -> list[str]:
        """The words that it is to have, in the order in which they are to stand."""
        return [word for word in self.sequence() if word in self.words]

    def sequence(self) -> list[str]:
        """All words, those that go as well, in the order in which they are to stand."""
        rank = {word: place for place, word in enumerate(self.words)}
        gone = [word for word in self.pairs if word not in rank]
        if self.ordered:
            return [*gone, *rank]
        own = [key.text for key in self.node.keys] if type(self.node) is Block else []
        found = [word for word in own if word in self.pairs]
        found += [word for word in gone if word not in own]
        present = set(found)
        for word in self.words:
            if word not in present:
                before = [p for p, w in enumerate(found) if rank.get(w, len(rank)) < rank[word]]
                found.insert(before[-1] + 1 if before else 0, word)
        return found


@dataclass(frozen=True, slots=True)
class Spec:
    """An item: an argument, a claim, or (`ref`) a reference to a claim among the premises of an
    argument."""

    argument: Argument | None = None
    claim: str = ""
    ref: bool = False


@dataclass(slots=True)
class Item:
    """What an item is to say, the claim that it is home to, and the nodes whose lines it takes."""

    block: Wanted
    claim: str
    anchors: list[Node]


def as_data(value: object) -> Data:
    """A value as data; a list of one is that one."""
    if isinstance(value, tuple):
        parts = [item_data(part) for part in value]
        return parts[0] if len(parts) == 1 else parts
    return value  # type: ignore[return-value]


def item_data(part: object) -> Data:
    """An item of a value as data: a text, a citation, a conflict."""
    if isinstance(part, str):
        return part
    if isinstance(part, Conflict):
        return {"conflict": part.kind} | {
            word: said
            for word in ("about", "among", "word", "base", "ours", "theirs")
            if (said := getattr(part, word)) != ""
        }
    found = {
        word: said for word in ("source", "quote", "at", "note") if (said := getattr(part, word))
    }
    return found["source"] if found.keys() == {"source"} else found


def with_step(block: Wanted, step: Wanted | None) -> Wanted:
    """The block with a step, which stands before what is nested in it."""
    if step is None:
        return block
    found: dict[str, Value | Items | Wanted] = {}
    for word, want in block.words.items():
        if word in ("reasons", "counterpoints"):
            found.setdefault("step", step)
        found[word] = want
    found.setdefault("step", step)
    return replace(block, words=found)


def pairs_of(node: Node | None) -> dict[str, Pair]:
    """The pairs of a block; a text alone is a claim."""
    if type(node) is Scalar:
        return {"claim": (None, node)}
    if type(node) is not Block:
        return {}
    return {key.text: (key, value) for key, value in zip(node.keys, node.values, strict=True)}


def items_of(node: Node | None, word: str) -> list[Node]:
    """The items under a word of a block; one alone is an item."""
    value = node.get(word) if type(node) is Block else None
    if type(value) is Sequence:
        return value.items
    return [] if value is None or (type(value) is Scalar and not value.text) else [value]


def scalars_of(node: Node | None) -> list[Scalar]:
    """The texts of a list, or the one that stands alone."""
    parts = node.items if type(node) is Sequence else [node]
    return [part for part in parts if type(part) is Scalar]


def has_id(node: Node | None) -> bool:
    """Whether an id is written in a block."""
    return type(node) is Block and node.get("id") is not None


def is_bare(block: Wanted) -> bool:
    """Whether an item is a text alone."""
    had = block.pairs.get("claim")
    return block.words.keys() == {"claim"} and (not had or had[0] is None)
