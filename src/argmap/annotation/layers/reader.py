"""Text to layer: words, targets, labels, each with all its faults."""

from collections.abc import Iterator
from typing import Any

from argmap.annotation.layers import codes, words
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.fields import Faults, LayerFields, version
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.diagnostics import Source
from argmap.model.ids import nfc
from argmap.yaml.conflicts import read_conflicts
from argmap.yaml.gathering import elsewhere, ordered, stops
from argmap.yaml.swallowed import swallowed
from argmap.yaml.syntax import parse, uncollected
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

#: The words of a target that say what it is; exactly one of them stands in each.
KINDS = ("claim", "argument", "source", "annotation", "layer")

#: Stands for a target that cannot be read; the layer has an error then.
_NOTHING = Target("claim", "")


def read_layer(source: Source) -> LayerDocument:
    """The layer of a text. Total: whatever the text, it returns faults and never raises."""
    with uncollected():
        tree = parse(source)
        faults = Faults()
        reader = _Reader(LayerFields(faults, source.text, words.LAYER_PLACES))
        layer = None if tree.root is None else reader.layer(tree.root)
        found = [*tree.faults, *elsewhere([*swallowed(tree), *faults], tree.mended)]
        whole = layer is not None and not stops(found)
    return LayerDocument(source, tree, layer if whole else None, ordered(found), reader.blocks)


class _Reader:
    def __init__(self, fields: LayerFields) -> None:
        self.read = fields
        self.blocks: dict[str, Mapping] = {}
        self.readers = {"target": self.target, "labels": self.labels, "votes": self.votes}

    def layer(self, root: Node) -> Layer | None:
        if type(root) is not Mapping:
            what = "a list" if type(root) is Sequence else "a text"
            self.read.fault(codes.NOT_A_LAYER, root, what=what)
            return None
        given: dict[str, Any] = {}
        for word, key, value in self.read.words(root, words.LAYER, "the layer"):
            if word.name == "annotations":
                given["annotations"] = tuple(self.annotations(key, value))
            elif word.name == "conflicts":
                given["conflicts"] = tuple(read_conflicts(self.read, value, words.CONFLICT))
            else:
                given[word.name] = self.read.read(word, value)
        version(self.read, root, "layer")
        self.read.needs(root, "the layer", given, "annotator", "map")
        given["codebooks"] = given.pop("codebook", ())
        read = {name: value for name, value in given.items() if value is not None}
        return Layer(**{"annotator": "", "map": "", **read})

    def annotations(self, key: Scalar, value: Node) -> list[Annotation]:
        if type(value) is Scalar:
            if not (value.plain and not value.text) and not self.read.is_nothing(key, value):
                self.read.fault(codes.NOT_AN_ANNOTATION, value)
            return []
        found: list[Annotation] = []
        for item in value.items if type(value) is Sequence else [value]:
            if type(item) is not Mapping:
                self.read.fault(codes.NOT_AN_ANNOTATION, item)
                continue
            annotation = self.annotation(item)
            if annotation.id in self.blocks:
                node = item.get("id") or item
                self.read.fault(codes.DUPLICATE_ANNOTATION, node, id=annotation.id)
            elif annotation.id:
                self.blocks[annotation.id] = item
            found.append(annotation)
        return found

    def annotation(self, block: Mapping) -> Annotation:
        given: dict[str, Any] = {}
        for word, key, value in self.read.words(block, words.ANNOTATION, "an annotation"):
            own = self.readers.get(word.name)
            given[word.name] = own(key, value) if own else self.read.read(word, value)
        self.read.needs(block, "an annotation", given, "id", "target")
        id, target = given.pop("id", ""), given.pop("target", None)
        said = {name: value for name, value in given.items() if value}
        return Annotation(id or "", target or _NOTHING, **said)

    def target(self, _: Scalar, value: Node) -> Target | None:
        if type(value) is Scalar:
            id = self.read.read(words.TARGET["claim"], value)
            return Target("claim", id) if isinstance(id, str) else None
        if type(value) is not Mapping:
            self.read.wrong(value, "the id of a claim or a block of words")
            return None
        kind, id = "", None
        given: dict[str, Any] = {}
        for word, key, held in self.read.words(value, words.TARGET, "a target"):
            name = word.name
            if name in ("prefix", "suffix") and type(held) is Scalar:
                given[name] = held.text  # the space at its edge belongs to it
                continue
            read = self.read.read(word, held)
            if name not in KINDS:
                given[name] = read
            elif not kind:
                kind, id = name, read
            else:
                self.read.fault(codes.SEVERAL_TARGETS, key, word=kind, other=key.text)
        if not kind:
            self.read.fault(codes.NO_TARGET, value.keys[0] if value.keys else value)
            return None
        start, end = given.get("start"), given.get("end")
        if start is not None and end is not None and end < start:
            at = value.get("end") or value
            self.read.fault(codes.BACKWARD_PASSAGE, at, start=start, end=end)
        given["claims"] = tuple(map(nfc, given.get("claims") or ()))
        found = {name: read for name, read in given.items() if read is not None}
        return Target(kind, nfc(str(id or "")), **found)

    def labels(self, key: Scalar, value: Node) -> dict[str, Value]:
        """Labels by name, each with a text or with several."""
        found: dict[str, Value] = {}
        for label, held in self.entries(key, value):
            texts = self.read.scalars(held)
            if texts is None or self.read.is_nothing(label, held):
                continue
            name = self.read.name(label, found, codes.NOT_A_LABEL)
            if name:
                several = tuple(text.text.strip() for text in texts)
                found[name] = several[0] if type(held) is Scalar else several
        return found

    def votes(self, key: Scalar, value: Node) -> dict[str, dict[str, Value]]:
        """What each annotator said, by label."""
        found: dict[str, dict[str, Value]] = {}
        for label, held in self.entries(key, value):
            name = self.read.name(label, found, codes.NOT_A_LABEL)
            if name:
                found[name] = self.labels(label, held)
        return found

    def entries(self, key: Scalar, value: Node) -> Iterator[tuple[Scalar, Node]]:
        """The names of a block with what stands behind them; anything but a block is reported."""
        if type(value) is Mapping:
            yield from zip(value.keys, value.values, strict=True)
        elif not self.read.is_nothing(key, value):
            what = "a list" if type(value) is Sequence else "a text"
            self.read.fault(codes.NOT_A_LABEL, value, what=what)
