"""Web annotations (JSON-LD) as layers: our own, and what other programs say of a map's sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.annotation.exchange import iris
from argmap.annotation.exchange.jsonld_writing import export
from argmap.annotation.exchange.nodes import (
    block_of,
    creator_of,
    listed,
    local_id,
    parsed,
    shown,
    text_of,
    texts_of,
    types,
    value_of,
)
from argmap.annotation.exchange.parcel import (
    Import,
    UnfitError,
    annotation_of,
    header_of,
    once,
    picked,
)
from argmap.annotation.exchange.web import from_client, is_client
from argmap.annotation.layers import words
from argmap.annotation.layers.edits import tidy
from argmap.annotation.layers.model import Annotation, Layer, Value
from argmap.diagnostics import visible
from argmap.model import ArgumentMap
from argmap.model.ids import Namer

__all__ = ["export", "read"]

_GROUPS = {"AnnotationCollection", "AnnotationPage"}


def read(text: str, map: ArgumentMap, file: str, annotator: str = "") -> Import:
    """The layers of a text in JSON-LD; `file` is the map's.

    A collection of ours is the layer that it was. What other programs wrote makes a layer for each
    creator, or one for `annotator`; what it says of a source of the map, by its address, becomes a
    passage of that source.

    Raises:
        ExchangeError: the text cannot be read at all.
    """
    reader = _Reader(map, file, annotator)
    own: list[Layer] = []
    foreign: list[Any] = []
    for thing in _things(parsed(text)):
        if is_client(thing):
            foreign += (from_client(one) for one in thing["annotations"])
        elif "Annotation" in types(thing):
            foreign.append(thing)
        elif types(thing) & _GROUPS:
            header, items = thing.get("argmap:layer"), list(reader.items(thing))
            if header is None:
                foreign += items
            else:
                own.append(reader.own(header, items))
        else:
            reader.left_out.append(f"{shown(thing)}: neither an annotation nor a collection")
    found = picked(tuple(own), annotator)
    layers = once([*found, *reader.foreign(foreign)], reader.left_out)
    return Import(layers, tuple(reader.left_out), tuple(reader.losses))


def _things(data: Any) -> Iterator[Any]:
    """What stands at the top: one thing, a list, or a graph of them."""
    if isinstance(data, dict) and isinstance(data.get("@graph"), list):
        data = data["@graph"]
    yield from data if isinstance(data, list) else [data]


@dataclass
class _Reader:
    map: ArgumentMap
    file: str
    annotator: str
    left_out: list[str] = field(default_factory=list)
    losses: dict[str, None] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)  # "ANNOTATOR/ID" by the IRI it came with

    def items(self, thing: Mapping[str, Any]) -> Iterator[Any]:
        """The annotations of a collection or a page, as far as they are in the file."""
        inside: Any = thing
        while isinstance(inside, dict):
            if "next" in inside:
                self.left_out.append(f"{shown(inside['next'])}: a page that is not in the file")
            inside = inside.get("items", inside.get("first", []))
        if isinstance(inside, list):
            yield from inside
        else:
            self.left_out.append(f"{shown(inside)}: a page that is not in the file")

    def own(self, header: Any, items: list[Any]) -> Layer:
        """A layer that went out from here."""
        layer = header_of(texts_of(header, "argmap:layer"), self.file)
        found = [self.annotation(item, layer.annotator, "") for item in items]
        return replace(layer, annotations=tuple(one for one in found if one is not None))

    def foreign(self, items: list[Any]) -> Iterator[Layer]:
        """A layer for each creator, with ids after those that the annotations came with."""
        by: dict[str, list[tuple[Any, str]]] = {}
        names: dict[str, str] = {}
        namers: dict[str, Namer] = {}
        for item in items:
            who, name = (self.annotator, "") if self.annotator else creator_of(item)
            if not who or not isinstance(item, dict):
                nobody = "nobody is named as its creator; use --annotator"
                why = nobody if "Annotation" in types(item) else "no annotation"
                self.left_out.append(f"{shown(item)}: {why}")
                continue
            names.setdefault(who, name)
            iri = item.get("id")
            if isinstance(iri, str) and iri in self.known:
                self.left_out.append(f"{shown(iri)}: a second annotation with this id")
                continue
            id = namers.setdefault(who, Namer(())).name(local_id(iri))
            if isinstance(iri, str):
                self.known[iri] = f"{who}/{id}"
            by.setdefault(who, []).append((item, id))
        for who, given in by.items():
            read = [self.annotation(item, who, id) for item, id in given]
            found = tuple(one for one in read if one is not None)
            yield Layer(who, self.file, name=names[who], annotations=found, layer=words.VERSION)

    def annotation(self, item: Any, who: str, id: str) -> Annotation | None:
        """An annotation, or none with a word on why; `id` is that of a foreign one."""
        try:
            if "Annotation" not in types(item):
                raise UnfitError("no annotation")
            return self._annotation(item, who, id)
        except UnfitError as error:
            self.left_out.append(f"{shown(item)}: {error}")
            return None

    def _annotation(self, item: Mapping[str, Any], who: str, id: str) -> Annotation:
        targets = listed(item.get("target"))
        if len(targets) != 1:
            raise UnfitError(f"it has {len(targets)} targets; an annotation has one")
        name = iris.meant(text_of(item, "id"), self.map, self.file) if not id else None
        given: dict[str, Any] = {
            "id": id or (name.id.rpartition("/")[2] if name else local_id(item.get("id"))),
            **self.target(targets[0]),
            **self.bodies(item),
            "votes": {
                label: {rater: value_of(value) for rater, value in block_of(row).items()}
                for label, row in block_of(item.get("argmap:votes", {})).items()
            },
            "resolved": item.get("argmap:resolved") is True,
            "created": text_of(item, "created") or text_of(item, "argmap:created"),
        }
        given["motivation"] = self.motivation(item, given)
        given["claims"] = given.pop("grounds")
        if id:  # texts of our own are as a layer holds them
            given["body"] = tidy(given["body"])
        return annotation_of(given)

    def motivation(self, item: Mapping[str, Any], given: Mapping[str, Any]) -> str:
        """One of ours; another one is told of."""
        asked = [one for one in listed(item.get("motivation")) if isinstance(one, str)]
        known = [one for one in asked if one in words.MOTIVATIONS]
        fitting = "commenting" if given["body"] or given["labels"] else "highlighting"
        if given["kind"] == "annotation" and not known:
            fitting = "replying"
        found = known[0] if known else fitting
        for other in asked:
            if other != found:
                self.losses[f"the motivation {visible(other)} (taken for {found})"] = None
        return found

    def target(self, thing: Any) -> dict[str, Any]:
        """The words of a target.

        Raises:
            UnfitError: it is about nothing of the map.
        """
        block = {"id": thing} if isinstance(thing, str) else block_of(thing)
        found: dict[str, Any] = {}
        for selector in map(block_of, (one for one in listed(block.get("selector")) if one)):
            while "refinedBy" in selector:
                selector = block_of(selector["refinedBy"])
            if "TextQuoteSelector" in types(selector):
                found["quote"] = text_of(selector, "exact")
                found |= {word: text_of(selector, word) for word in ("prefix", "suffix")}
            elif "TextPositionSelector" in types(selector):
                found |= {word: selector.get(word) for word in ("start", "end")}
        for state in listed(block.get("state")):
            if isinstance(state, dict):
                found["hash"] = text_of(state, "argmap:hash")
        for word in ("hash", "quote", "prefix", "suffix", "lost"):
            found[word] = text_of(block, f"argmap:{word}") or found.get(word, "")
        for word in ("start", "end"):
            found[word] = block.get(f"argmap:{word}", found.get(word))
        kind, id = text_of(block, "argmap:kind"), text_of(block, "argmap:id")
        if not (kind and id):
            kind, id = self.placed(block.get("source", block.get("id")))
            if kind == "source" and found["start"] is not None:
                found["start"] = found["end"] = None
                self.losses["positions in web pages (they count another text)"] = None
        return {"kind": kind, "target": id, **found}

    def placed(self, source: Any) -> tuple[str, str]:
        iri = text_of(source, "id") if isinstance(source, dict) else source
        if not isinstance(iri, str):
            raise UnfitError("it is about nothing")
        found = None if iri in self.known else iris.meant(iri, self.map, self.file)
        if iri in self.known:
            return "annotation", self.known[iri]
        if found is None:
            raise UnfitError(f"{shown(iri)} is no source of the map and no part of it")
        return found.kind, found.id

    def bodies(self, item: Mapping[str, Any]) -> dict[str, Any]:
        """The text, the labels, and the claims that are grounded."""
        labels: dict[str, Value] = {}
        texts, tags, grounds = list[str](), list[str](), list[str]()
        if item.get("body") is None:
            texts.append(text_of(item, "bodyValue"))
        for body in listed(item.get("body")):
            if isinstance(body, str):
                texts.append(f"<{body}>")
                continue
            block = block_of(body)
            purpose = block.get("purpose", item.get("motivation"))
            if "argmap:label" in block:
                value = block.get("argmap:value", block.get("value"))
                labels[text_of(block, "argmap:label")] = value_of(value)
            elif block.get("purpose") == "linking" and "source" in block:
                grounds.append(text_of(block, "argmap:id") or self.placed(block["source"])[1])
            elif isinstance(block.get("value"), str):
                tagged = purpose in ("tagging", "classifying")
                (tags if tagged else texts).append(block["value"])
                if block.get("format") == "text/html":
                    self.losses["the format of texts in HTML (their signs are kept)"] = None
            elif isinstance(block.get("id", block.get("source")), str):
                texts.append(f"<{block.get('id', block.get('source'))}>")
            else:
                self.losses[f"bodies of the type {'/'.join(sorted(types(block))) or 'none'}"] = None
        if tags:
            labels["tags"] = tuple(tidy(tag) for tag in tags if tag.strip())
            self.losses["tags (they are now the label `tags`, which needs a codebook)"] = None
        return {"body": "\n\n".join(texts), "labels": labels, "grounds": grounds}
