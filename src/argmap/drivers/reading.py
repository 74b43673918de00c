"""Files that git hands over, which may be anything."""

from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.files import kind


class LeftToGitError(Exception):
    """A file is left to what git does by itself, line by line; the message says why."""


def map_of(document: Document) -> ArgumentMap:
    """The map of a document, whose source is named as people speak of that version.

    Raises:
        LeftToGitError: it is something else, or has errors.
    """
    name, found = document.source.name, kind(document.tree.root)
    if found != "map":
        raise LeftToGitError(f"{name} is {f'a {found}' if found else 'no map'}")
    if document.map is None:
        first = document.errors[0]
        line, _ = document.source.position(first.span.start)
        raise LeftToGitError(f"{name} has errors (line {line}: {first.message})")
    return document.map
