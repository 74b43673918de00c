"""Where layers from elsewhere land: files beside a map, and layers that are there already."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.annotation.layers.beginning import path_from
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError, put
from argmap.annotation.layers.files import folder_of
from argmap.annotation.layers.model import Annotation, Layer
from argmap.model.ids import Namer


def landing(layer: Layer, map: str, output: str = "", several: bool = False) -> Path:
    """The file of a layer: `output`, in the folder `output`, or beside the map.

    It is a folder if there is one, if it ends as one, and if there are `several` layers, unless it
    has the name of a layer's file.
    """
    name = f"{layer.annotator}.yaml"
    if output:
        folder = output.endswith(("/", os.sep)) or (
            several and Path(output).suffix not in (".yaml", ".yml")
        )
        return Path(output, name) if folder or Path(output).is_dir() else Path(output)
    return folder_of(map) / name


def settled_at(layer: Layer, path: Path, map: str) -> Layer:
    """The layer with the way from `path` to its map, unless the one that it has leads there."""
    named = path.parent / layer.map
    if layer.map and os.path.realpath(named) == os.path.realpath(map):
        return layer
    return replace(layer, map=path_from(path.parent, map))


@dataclass(frozen=True, slots=True)
class Appended:
    """The text of a layer with annotations more.

    Attributes:
        count: how many are new.
        renamed: old and new id of those whose id another one has.
        known: how many were there already, word for word.
    """

    text: str
    count: int
    renamed: tuple[tuple[str, str], ...]
    known: int


def appended(document: LayerDocument, layer: Layer) -> Appended:
    """The layer of `document` with the annotations of `layer`; nothing that it has is changed.

    One whose id is taken gets another, and replies to it within `layer` follow.

    Raises:
        RefusedError: the file has errors, or is another annotator's.
    """
    there = document.value
    if there is None:
        raise RefusedError("the layer has errors; mend them first")
    if there.annotator != layer.annotator:
        raise RefusedError(
            f"this is the layer of {there.annotator}, not of {layer.annotator}; "
            f"name {there.annotator} with --annotator if it is the same person"
        )
    own = {one.id: one for one in layer.annotations}
    known = {id for id, one in own.items() if there.annotation.get(id) == one}
    namer = Namer({*there.annotation, *own})
    renamed = {id: namer.name(id) for id in own if id in there.annotation and id not in known}
    new = [_renamed(one, layer.annotator, renamed) for id, one in own.items() if id not in known]
    text = put(document, new) if new else document.source.text
    return Appended(text, len(new), tuple(renamed.items()), len(known))


def _renamed(one: Annotation, annotator: str, names: dict[str, str]) -> Annotation:
    """An annotation with its new id, and with that of the one that it answers."""
    target = one.target
    owner, slash, id = target.id.rpartition("/")
    if target.kind == "annotation" and id in names and owner in ("", annotator):
        target = replace(target, id=f"{owner}{slash}{names[id]}")
    return replace(one, id=names.get(one.id, one.id), target=target)
