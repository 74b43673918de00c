"""Studies made of texts, as a test would write them down."""

from collections.abc import Mapping

from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.layers.anchor import text_hash, version_of
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.studies import Study, study
from argmap.diagnostics import Source
from argmap.texts.source_text import plain
from argmap.yaml.files import loads


def studied(map: str, *layers: str, name: str = "zoo.yaml") -> Study:
    """A map and layers about it, the first in the file `1.yaml` and so on."""
    document = loads(map, name)
    assert document.map is not None, [fault.message for fault in document.errors]
    documents = [
        read_layer(Source(f"{number}.yaml", text)) for number, text in enumerate(layers, 1)
    ]
    return study(document, documents)


def ground(map: str, *layers: str, texts: Mapping[str, str] | None = None) -> Ground:
    """What the targets of these layers are looked up in."""
    read = {id: plain(f"{id}.txt", text) for id, text in (texts or {}).items()}
    return Ground(studied(map, *layers), read)


def layer(*annotations: str, top: str = "", annotator: str = "maya") -> str:
    """A layer of annotations, each a line in braces."""
    lines = "".join(f"  - {{{one}}}\n" for one in annotations)
    head = f"layer: 1\nmap: zoo.yaml\nannotator: {annotator}\n{top}"
    return head + (f"annotations:\n{lines}" if lines else "")


def about(id: str, claim: str, text: str, more: str = "", body: str = "Why?") -> str:
    """An annotation of a claim that read `text`."""
    return f"id: {id}, target: {{claim: {claim}, hash: {text_hash(text)}{more}}}, body: {body}"


def seen(map: str) -> str:
    """The line of a layer that says which version of the map was seen."""
    return f"version: {version_of(map)}\n"


def claims(**texts: str) -> str:
    """A map of these claims, by id."""
    (first, thesis), *rest = texts.items()
    rows = "".join(f"  - {{claim: {text}, id: {id}}}\n" for id, text in rest)
    return f"claim: {thesis}\nid: {first}\n" + (f"reasons:\n{rows}" if rows else "")
