"""The difference of two files and the outline of one, for git to show."""

from collections.abc import Callable
from pathlib import Path

from argmap.diagnostics import visible
from argmap.drivers.reading import LeftToGitError, map_of
from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.files import from_bytes, kind

#: What git names where there is no file.
NOTHING = ("/dev/null", "nul")


def difference(
    old: str, new: str, paint: Callable[[str, str], str] = lambda text, role: text, width: int = 100
) -> str:
    """What changed in the argument from one file to another, or from one layer to another; either
    may be one of `NOTHING`, as long as the other is a map.

    Raises:
        LeftToGitError: they are neither maps nor layers without errors.
        OSError: one of them cannot be read.
    """
    from argmap.diff import compare
    from argmap.diff.report import as_text

    one, other = _document(old, "the old version"), _document(new, "the new version")
    if one and other and kind(one.tree.root) == kind(other.tree.root) == "layer":
        return _of_layers(one, other, paint)
    return as_text(compare(_map(one), _map(other)), paint, width)


def _document(path: str, name: str) -> Document | None:
    return None if path in NOTHING else from_bytes(Path(path).read_bytes(), name)


def _map(document: Document | None) -> ArgumentMap:
    return map_of(document) if document else ArgumentMap(())


def _of_layers(old: Document, new: Document, paint: Callable[[str, str], str]) -> str:
    from argmap.annotation.layers.reader import read_layer
    from argmap.annotation.merging.comparing import as_text, compare
    from argmap.diff.report import words

    one, other = (read_layer(document.source).value for document in (old, new))
    if one is None or other is None:
        raise LeftToGitError(f"{(new if one else old).source.name} has errors")
    return as_text(compare(one, other), paint, lambda a, b: words(a, b, paint))


def outline(data: bytes) -> str | None:
    """A map as an outline whose lines do not change with their neighbours; None for what is no
    map without errors."""
    from argmap.views.tree import lines

    try:
        map = map_of(from_bytes(data, ""))
    except LeftToGitError:
        return None
    rows = [map.title] if map.title else []
    for line in lines(map):
        word = f"{line.word} " if line.depth else ""
        details = f"  ({line.details})" if line.details else ""
        rows.append(f"{'  ' * line.depth}{word}{line.text}{details}")
    return "".join(f"{visible(row)}\n" for row in rows)
