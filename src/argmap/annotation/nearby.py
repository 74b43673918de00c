"""The layers that lie near a layer: in its folder, and in the folder beside its map."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.files import folder_of, is_layer, load_layer, map_of
from argmap.annotation.layers.model import Layer
from argmap.yaml.storage import from_disk


def nearby(document: LayerDocument, map: str = "", first: str = "") -> Iterator[LayerDocument]:
    """Other layers near a layer, read one by one; that of the annotator `first` probably first.

    `map` is the map's file, where it is not where the layer says. Layers with errors are left out.
    """
    for file in sorted(_files(document, map), key=lambda file: file.stem != first):
        layer = load_layer(str(file))
        if layer.value is not None and is_layer(layer):
            yield layer


def named_nearby(document: LayerDocument, map: str = "") -> set[str]:
    """Ids of a layer's annotations that files near it name, there or not, as ANNOTATOR/ID.

    The files are looked through and not read as layers, which would take long for so small a thing.
    """
    assert document.value is not None
    name = re.escape(f"{document.value.annotator}/".encode())
    named = re.compile(name + rb"(a[0-9]{1,7})\b")
    found: set[bytes] = set()
    for file in _files(document, map):
        with suppress(OSError):
            found.update(named.findall(from_disk(file)))
    return {id.decode() for id in found}


def _files(document: LayerDocument, map: str) -> list[Path]:
    """The files near a layer that may be others."""
    here = os.path.realpath(document.source.name)
    beside = folder_of(Path(map) if map or document.value is None else map_of(document))
    seen = {here}
    found: list[Path] = []
    for folder in (Path(here).parent, beside):
        for file in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
            real = os.path.realpath(file)
            if file.suffix in (".yaml", ".yml") and file.is_file() and real not in seen:
                seen.add(real)
                found.append(file)
    return found


def answers_to(layer: Layer, ids: Sequence[str], others: Iterable[Layer]) -> dict[str, list[str]]:
    """Which annotations answer some of a layer, by id; those among `ids` do not count."""
    names = {f"{layer.annotator}/{id}": id for id in ids}
    found: dict[str, list[str]] = {}
    for other in (layer, *others):
        for one in other.annotations:
            if one.target.kind != "annotation" or (other is layer and one.id in ids):
                continue
            target = one.target.id
            id = names.get(target) or (target if other is layer and target in ids else "")
            if id:
                found.setdefault(id, []).append(f"{other.annotator}/{one.id}")
    return found
