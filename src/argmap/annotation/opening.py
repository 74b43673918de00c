"""What paths name, each file read once: layers, and the maps beside which they lie."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.files import folder_of, is_layer, load_layer
from argmap.yaml.document import Document
from argmap.yaml.files import kind, try_load


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found.

    Attributes:
        layers: by the names of their files; a file that cannot be read counts as one.
        maps: those that were named for the layers beside them, by their real paths.
        others: files that were named and are neither, by their names.
    """

    layers: dict[str, LayerDocument] = field(default_factory=dict)
    maps: dict[str, Document] = field(default_factory=dict)
    others: dict[str, LayerDocument] = field(default_factory=dict)


def opened(paths: Iterable[str]) -> Opened:
    """The layers that paths name or that lie in folders; in these, files of other kinds are passed
    over."""
    found = Opened()
    for path in map(Path, paths):
        beside = folder_of(path)
        if path.is_dir():
            _open_folder(path, found)
        elif beside.is_dir() and _is_no_layer(document := try_load(str(path))):
            found.maps[os.path.realpath(path)] = document
            _open_folder(beside, found)
        else:
            layer = load_layer(str(path))
            (found.layers if is_layer(layer) else found.others).setdefault(str(path), layer)
    return found


def _open_folder(folder: Path, found: Opened) -> None:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix in (".yaml", ".yml") and not hidden and file.is_file():
            layer = load_layer(str(file))
            if is_layer(layer):
                found.layers.setdefault(str(file), layer)


def _is_no_layer(document: Document) -> bool:
    return document.tree.root is not None and kind(document.tree.root) != "layer"
