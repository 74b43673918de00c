"""Text to layer: words, targets, labels, each with all its faults."""

from typing import Any

from argmap.annotation.layers import codes, words
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.fields import Faults, LayerFields, version
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.diagnostics import Source, Span
from argmap.model.ids import nfc
from argmap.yaml.gathering import elsewhere, ordered, stops
from argmap.yaml.swallowed import swallowed
from argmap.yaml.syntax import parse, uncollected
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence

#: The words of a target that say what it is; exactly one of them stands in each.
KINDS = ("claim", "argument", "source", "annotation", "layer")


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

    def layer(self, root: Node) -> Layer | None:
        if type(root) is not Mapping:
            what = "a list" if type(root) is Sequence else "a text"
            self.read.fault(codes.NOT_A_LAYER, root, what=what)
            return None
        given: dict[str, Any] = {}
        for word, key, value in self.read.words(root, words.LAYER, "the layer"):
            if word.name == "annotations":
                given["annotations"] = tuple(self.annotations(key, value))
            else:
                given[word.name] = self.read.read(word, value)
        version(self.read, root, "layer")
        self.needs(root, "the layer", given, "annotator", "map")
        given["codebooks"] = given.pop("codebook", ())
        read = {name: value for name, value in given.items() if value is not None}
        return Layer(**{"annotator": "", "map": "", **read})

    def needs(self, block: Mapping, place: str, given: dict[str, Any], *names: str) -> None:
        """Reports the words that a block lacks."""
        first = block.keys[0] if block.keys else block
        end = first.end if type(first) is Scalar else first.start + 1
        for name in names:
            if name not in given:
                fault = codes.MISSING_WORD.at(Span(first.start, end), place=place, word=name)
                self.read.faults.append(fault)

    def annotations(self, key: Scalar, value: Node) -> list[Annotation]:
        if type(value) is Scalar:
            if not self.read.is_nothing(key, value):
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
            if word.name == "target":
                given["target"] = self.target(value)
            elif word.name in ("labels", "votes") and self.read.is_nothing(key, value):
                continue
            elif word.name == "labels":
                given["labels"] = self.labels(value)
            elif word.name == "votes":
                given["votes"] = self.votes(value)
            else:
                given[word.name] = self.read.read(word, value)
        self.needs(block, "an annotation", given, "id", "target")
        target = given.pop("target", None) or Target("claim", "")
        return Annotation(
            given.pop("id", None) or "",
            target,
            **{name: value for name, value in given.items() if value},
        )

    def target(self, value: Node) -> Target | None:
        if type(value) is Scalar:
            id = self.read.read(words.TARGET["claim"], value)
            return Target("claim", id) if isinstance(id, str) else None
        if type(value) is not Mapping:
            self.read.wrong(value, "the id of a claim or a block of words")
            return None
        given: dict[str, Any] = {}
        kinds: list[Scalar] = []
        for word, key, held in self.read.words(value, words.TARGET, "a target"):
            if word.name in KINDS:
                kinds.append(key)
            if word.name in ("prefix", "suffix") and type(held) is Scalar:
                given[word.name] = held.text  # the space at its edge belongs to it
            else:
                given[word.name] = self.read.read(word, held)
            if len(kinds) > 1 and key is kinds[-1]:
                self.read.fault(codes.SEVERAL_TARGETS, key, word=kinds[0].text, other=kinds[1].text)
        if not kinds:
            first = value.keys[0] if value.keys else value
            self.read.fault(codes.NO_TARGET, first)
            return None
        kind = kinds[0].text if kinds[0].text in KINDS else "claim"
        id = nfc(str(given.get(kind) or ""))
        given["claims"] = tuple(map(nfc, given.get("claims") or ()))
        rest = {name: held for name, held in given.items() if name not in KINDS}
        return Target(kind, id, **{name: held for name, held in rest.items() if held is not None})

    def labels(self, value: Node) -> dict[str, Value]:
        """Labels by name, each with a text or with several."""
        if type(value) is not Mapping:
            what = "a list" if type(value) is Sequence else "a text"
            self.read.fault(codes.NOT_A_LABEL, value, what=what)
            return {}
        found: dict[str, Value] = {}
        for key, held in zip(value.keys, value.values, strict=True):
            texts = self.read.scalars(held)
            if texts is None:
                continue
            if self.read.is_nothing(key, held):
                continue
            several = tuple(text.text.strip() for text in texts)
            name = self.read.name(key, found, codes.NOT_A_LABEL)
            if name:
                found[name] = several[0] if type(held) is Scalar else several
        return found

    def votes(self, value: Node) -> dict[str, dict[str, Value]]:
        """What each annotator said, by label."""
        if type(value) is not Mapping:
            what = "a list" if type(value) is Sequence else "a text"
            self.read.fault(codes.NOT_A_LABEL, value, what=what)
            return {}
        found: dict[str, dict[str, Value]] = {}
        for key, held in zip(value.keys, value.values, strict=True):
            name = self.read.name(key, found, codes.NOT_A_LABEL)
            if name:
                found[name] = self.labels(held)
        return found
