"""Layers as JSON-LD, in the terms of the W3C Web Annotation Data Model (2017).

Sections that are named here are those of https://www.w3.org/TR/annotation-model/. A layer is an
AnnotationCollection (5.1) with one page (5.2). What the model has no word for stands under terms of
our own, which other programs may pass over.
"""

import re
from collections.abc import Iterable
from typing import Any

from argmap.annotation.exchange import iris
from argmap.annotation.exchange.parcel import Export, losses_of
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import target_data
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.model import ArgumentMap

ANNO = "http://www.w3.org/ns/anno.jsonld"

#: Values of JSON stay as they are (JSON-LD 1.1, section 4.2.2): a list of one is not its item.
_JSON = {"@type": "@json"}

CONTEXT: list[Any] = [
    ANNO,
    {
        "@version": 1.1,
        "argmap": iris.TERMS,
        **{
            f"argmap:{term}": {"@id": f"{iris.TERMS}{term}", **_JSON}
            for term in ("layer", "value", "votes")
        },
    },
]

#: What the model asks of a time (section 3.3.1): xsd:dateTime, in UTC.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", re.ASCII)


def export(documents: Iterable[LayerDocument], map: ArgumentMap) -> Export:
    """Layers as JSON-LD: one collection, or a list of several."""
    from json import dumps

    documents = list(documents)
    found = [_collection(document.value, map) for document in documents if document.value]
    text = dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=1)
    return Export(text + "\n", losses_of(documents))


def _collection(layer: Layer, map: ArgumentMap) -> dict[str, Any]:
    name = iris.whole(layer.map, layer.annotator)
    links = {source.id: source.link for source in map.sources if source.link}
    header = {
        "map": layer.map, "version": layer.version, "annotator": layer.annotator,
        "name": layer.name, "role": layer.role, "status": layer.status,
        "codebooks": list(layer.codebooks), "released": list(layer.released), "note": layer.note,
        "layer": layer.layer,
    }  # fmt: skip
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"{layer.shown} on {layer.map}",
        "creator": _person(layer),
        "total": len(layer.annotations),
        "argmap:layer": {word: value for word, value in header.items() if value},
        "first": {
            "id": f"{name}#page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(layer, one, links) for one in layer.annotations],
        },
    }


def _person(layer: Layer) -> dict[str, str]:
    found = {"type": "Person", "nickname": layer.annotator, "name": layer.name}
    return {word: value for word, value in found.items() if value}


def _annotation(layer: Layer, one: Annotation, links: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "id": iris.whole(layer.map, layer.annotator, one.id),
        "type": "Annotation",
        "motivation": one.motivation,
        "creator": _person(layer),
        "created" if TIME.fullmatch(one.created) else "argmap:created": one.created,
        "body": list(_bodies(layer, one)),
        "target": _target(layer, one.target, links),
        "argmap:resolved": one.resolved,
        "argmap:votes": {
            label: {who: _value(value) for who, value in row.items()}
            for label, row in one.votes.items()
        },
    }
    return {word: value for word, value in found.items() if value}


def _bodies(layer: Layer, one: Annotation) -> Iterable[dict[str, Any]]:
    """The text, each label as a tag that other programs can show, and what a passage grounds."""
    if one.body:
        # A text that is a tag by its purpose would be taken for a label.
        purpose = "commenting" if one.motivation == "tagging" else one.motivation
        yield {
            "type": "TextualBody", "value": one.body, "format": "text/markdown", "purpose": purpose,
        }  # fmt: skip
    for name, value in one.labels.items():
        said = value if isinstance(value, str) else ", ".join(value)
        yield {
            "type": "TextualBody", "value": f"{name}: {said}", "format": "text/plain",
            "purpose": "tagging", "argmap:label": name, "argmap:value": _value(value),
        }  # fmt: skip
    for claim in one.target.claims:
        yield {
            "type": "SpecificResource", "purpose": "linking",
            "source": iris.part(layer.map, claim), "argmap:id": claim,
        }  # fmt: skip


def _value(value: Value) -> str | list[str]:
    return value if isinstance(value, str) else list(value)


def _target(layer: Layer, target: Target, links: dict[str, str]) -> dict[str, Any]:
    """A target; what neither a selector nor a state takes stands under a term of ours."""
    rest: dict[str, Any] = dict(target_data(target))
    del rest[target.kind]
    rest.pop("claims", None)
    found: dict[str, Any] = {"argmap:kind": target.kind, "argmap:id": target.id}
    if target.kind in ("annotation", "layer"):
        whole = "/" in target.id or target.kind == "layer"
        parts = target.id.split("/") if whole else (layer.annotator, target.id)
        name = iris.whole(layer.map, *parts)
        kind = "Annotation" if target.kind == "annotation" else "AnnotationCollection"
        found = {"id": name, "type": kind, **found}
    else:
        own = iris.part(layer.map, target.id)
        source = links.get(target.id, own) if target.kind == "source" else own
        found = {"type": "SpecificResource", "source": source, **found}
        selectors: list[dict[str, Any]] = []
        if target.quote:
            edges = [(word, rest.pop(word)) for word in ("prefix", "suffix") if word in rest]
            exact = rest.pop("quote")
            selectors.append({"type": "TextQuoteSelector", "exact": exact, **dict(edges)})
        if "start" in rest and "end" in rest:
            span = {"start": rest.pop("start"), "end": rest.pop("end")}
            selectors.append({"type": "TextPositionSelector", **span})
        if selectors:
            found["selector"] = selectors
        if target.kind != "source" and (layer.version or "hash" in rest):
            seen = {"argmap:version": layer.version, "argmap:hash": rest.pop("hash", "")}
            state = {word: value for word, value in seen.items() if value}
            found["state"] = {"type": "argmap:State", **state}
    return {**found, **{f"argmap:{word}": value for word, value in rest.items()}}
