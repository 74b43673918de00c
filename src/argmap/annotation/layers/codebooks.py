"""Text to codebook, and the ready codebooks that come along."""

from functools import lru_cache
from typing import Any

from argmap.annotation.layers import codes, words
from argmap.annotation.layers.documents import CodebookDocument
from argmap.annotation.layers.fields import ENOUGH, Faults, LayerFields, version
from argmap.annotation.layers.model import Codebook, Label
from argmap.diagnostics import Source, did_you_mean
from argmap.model.ids import nfc
from argmap.yaml import shape_codes
from argmap.yaml.gathering import elsewhere, ordered, stops
from argmap.yaml.swallowed import swallowed
from argmap.yaml.syntax import parse, uncollected
from argmap.yaml.tree import Mapping, Node, Scalar

#: The codebooks that come along, by name: files of the folder `ready`.
READY = ("fallacies", "quality")


def read_codebook(source: Source) -> CodebookDocument:
    """The codebook of a text. Total: whatever the text, it returns faults and never raises."""
    with uncollected():
        tree = parse(source)
        faults = Faults()
        reader = _Reader(LayerFields(faults, source.text, words.CODEBOOK_PLACES))
        codebook = None if tree.root is None else reader.codebook(tree.root)
        found = [*tree.faults, *elsewhere([*swallowed(tree), *faults], tree.mended)]
        whole = codebook is not None and not stops(found)
    return CodebookDocument(
        source, tree, codebook if whole else None, ordered(found), reader.blocks
    )


@lru_cache
def ready(name: str) -> Codebook:
    """The codebook of this name that comes along."""
    from importlib.resources import files

    text = (
        files("argmap.annotation.layers.ready").joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    )
    codebook = read_codebook(Source(name, text)).value
    assert codebook is not None, f"the codebook {name} is faulty"
    return codebook


class _Reader:
    def __init__(self, fields: LayerFields) -> None:
        self.read = fields
        self.blocks: dict[str, Mapping] = {}

    def codebook(self, root: Node) -> Codebook | None:
        if type(root) is not Mapping:
            self.refuse(root)
            return None
        given: dict[str, Any] = {}
        for word, key, value in self.read.words(root, words.CODEBOOK, "the codebook"):
            if word.name == "labels":
                empty = self.read.is_nothing(key, value)
                given["labels"] = () if empty else tuple(self.labels(value))
            else:
                given[word.name] = self.read.read(word, value)
        self.read.needs(root, "the codebook", given, "labels")
        version(self.read, root, "codebook")
        return Codebook(**{name: value for name, value in given.items() if value})

    def refuse(self, node: Node) -> None:
        what = "a block" if type(node) is Mapping else "a list"
        what = "a text" if type(node) is Scalar else what
        self.read.fault(codes.NOT_A_CODEBOOK, node, what=what)

    def labels(self, value: Node) -> list[Label]:
        if type(value) is not Mapping:
            self.refuse(value)
            return []
        found = []
        for key, held in zip(value.keys, value.values, strict=True):
            if type(held) is not Mapping:
                if not self.read.is_nothing(key, held):
                    self.refuse(held)
                continue
            name = self.read.name(key, self.blocks, codes.NOT_A_CODEBOOK)
            if name:
                self.blocks[name] = held
                found.append(self.label(name, held))
        return found

    def label(self, name: str, block: Mapping) -> Label:
        given: dict[str, Any] = {}
        for word, key, value in self.read.words(block, words.LABEL, "a label"):
            if word.name in ("values", "on") and self.read.is_nothing(key, value):
                continue
            if word.name == "values":
                given["values"] = self.values(value)
            elif word.name == "on":
                given["on"] = self.places(value)
            else:
                given[word.name] = self.read.read(word, value)
        self.read.needs(block, "a label", given, "type")
        label = Label(name, given.pop("type", None) or "text", **{
            name: value for name, value in given.items() if value is not None
        })  # fmt: skip
        at = block.get("type") or block
        if label.type in ("one of", "set") and not label.values:
            self.read.fault(codes.NOTHING_TO_CHOOSE, at, label=name)
        if label.type == "scale" and label.low >= label.high:
            low, high = f"{label.low:g}", f"{label.high:g}"
            self.read.fault(codes.EMPTY_SCALE, at, low=low, high=high)
        if label.weight < 0:
            self.read.fault(codes.NEGATIVE_WEIGHT, block.get("weight") or block)
        return label

    def values(self, value: Node) -> dict[str, str]:
        """What may be said, with its meaning; a list has none."""
        if type(value) is not Mapping:
            scalars = self.read.scalars(value) or ()
            return {nfc(scalar.text.strip()): "" for scalar in scalars}
        found: dict[str, str] = {}
        for key, held in zip(value.keys, value.values, strict=True):
            meaning = self.read.text(words.LABEL["description"], held)
            name = self.read.name(key, found, codes.NOT_A_CODEBOOK)
            if name:
                found[name] = meaning or ""
        return found

    def places(self, value: Node) -> tuple[str, ...] | None:
        scalars = self.read.scalars(value)
        if scalars is None:
            return None
        for scalar in scalars:
            if scalar.text.strip() not in words.PLACES and len(self.read.faults) < ENOUGH:
                self.read.fault(
                    shape_codes.NOT_A_CHOICE, scalar, mend=did_you_mean(scalar.text, words.PLACES),
                    value=scalar.text, word="on", choices=", ".join(words.PLACES),
                )  # fmt: skip
        return tuple(scalar.text.strip() for scalar in scalars)
