"""Map files, read whole with all their faults."""

import os

from argmap.diagnostics import Diagnostic, Source
from argmap.yaml import words
from argmap.yaml.document import Document
from argmap.yaml.reader import read
from argmap.yaml.storage import decoded, from_disk, unreadable
from argmap.yaml.tree import Mapping, Node, Tree


def load(path: str | os.PathLike[str]) -> Document:
    """The document of a file, with all its faults.

    Raises:
        OSError: the file cannot be read.
    """
    return from_bytes(from_disk(path), os.fspath(path))


def try_load(path: str) -> Document:
    """As `load`, with a file that cannot be read as one more fault."""
    try:
        return load(path)
    except OSError as error:
        return _refused(*unreadable(path, error))


def loads(text: str, name: str = "<text>") -> Document:
    """The document of a text; `name` is what faults call it."""
    return read(Source(name, text.removeprefix("\ufeff")))


def from_bytes(data: bytes, name: str) -> Document:
    """The document of a file's content: UTF-8, with or without a byte-order mark."""
    source, fault = decoded(data, name)
    return read(source) if fault is None else _refused(source, fault)


def _refused(source: Source, fault: Diagnostic) -> Document:
    return Document(source, Tree(source), None, (fault,))


def kind(root: Node | None) -> str:
    """What a file means to be, by the words at its top: "map", "layer", "codebook", or nothing.

    A file that cannot be read may be any of them; it counts as a map.
    """
    if root is None:
        return "map"
    found = {key.text for key in root.keys} if type(root) is Mapping else set()
    if not found & {"claim", "claims"}:
        if found & {"layer", "annotator", "annotations"}:
            return "layer"
        if found & {"codebook", "labels"}:
            return "codebook"
    return "map" if found & words.MAP.keys() else ""


def is_map(document: Document) -> bool:
    """Whether a file means to be a map: it has a word of the map at its top, or cannot be read."""
    return kind(document.tree.root) == "map"
