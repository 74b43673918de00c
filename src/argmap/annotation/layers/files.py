"""Layers and codebooks in files: found, read, and changed by one writer at a time."""

import os
from collections.abc import Callable
from errno import EEXIST
from pathlib import Path
from typing import Any

from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.documents import CodebookDocument, LayerDocument, Written
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Diagnostic, Source
from argmap.yaml.files import kind
from argmap.yaml.storage import decoded, from_disk, locked, replace_file, replace_text, unreadable
from argmap.yaml.tree import Tree


def load_layer(path: str | os.PathLike[str]) -> LayerDocument:
    """The layer of a file; a file that cannot be read is one more fault."""
    source, fault = _read(os.fspath(path))
    return read_layer(source) if fault is None else _refused(source, fault)


def load_codebook(path: str | os.PathLike[str]) -> CodebookDocument:
    """The codebook of a file; a file that cannot be read is one more fault."""
    source, fault = _read(os.fspath(path))
    return read_codebook(source) if fault is None else _refused(source, fault)


def _read(path: str) -> tuple[Source, Diagnostic | None]:
    try:
        return decoded(from_disk(path), path)
    except OSError as error:
        return unreadable(path, error)


def _refused(source: Source, fault: Diagnostic) -> Any:
    return Written(source, Tree(source), None, (fault,))


def is_layer(document: LayerDocument) -> bool:
    """Whether a file means to be a layer, or cannot be read."""
    root = document.tree.root
    return root is None or kind(root) == "layer"


def folder_of(map_path: str | os.PathLike[str]) -> Path:
    """The folder for the layers of a map: `zoo.layers` beside `zoo.yaml`."""
    path = Path(map_path)
    return path.with_suffix(".layers") if path.name else path / ".layers"


def map_of(document: LayerDocument) -> Path:
    """The file of the map that a layer names."""
    assert document.value is not None
    return Path(document.source.name).parent / document.value.map


def create(path: str | os.PathLike[str], text: str) -> None:
    """Writes a new file, whole or not at all; makes its folder.

    Raises:
        FileExistsError: there is one already; it is as it was.
        OSError: the file cannot be written.
    """
    target = Path(path)
    target.parent.mkdir(exist_ok=True)
    with locked(target):
        if os.path.lexists(target):
            raise FileExistsError(EEXIST, "the file exists", os.fspath(path))
        replace_file(target, text.encode())


def edit(path: str | os.PathLike[str], change: Callable[[LayerDocument], str]) -> LayerDocument:
    """Changes a layer's file: locked, read, changed, replaced as one. Gives the new document.

    `change` gets the document and returns the new text, or raises to leave the file alone; it is
    also called for a document with faults.

    Raises:
        OSError: the file cannot be read or written; it is as it was.
    """
    with locked(path):
        source, fault = decoded(from_disk(path), os.fspath(path))
        document = read_layer(source) if fault is None else _refused(source, fault)
        text = change(document)
        if text != source.text:
            replace_text(source, text)
    return read_layer(Source(source.name, text))
