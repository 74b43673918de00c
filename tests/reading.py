"""How tests speak of what reading a text gave."""

from argmap.checks import check
from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.files import from_bytes, loads

Found = tuple[str, int, int]


def document_of(text: str | bytes) -> Document:
    """The document of a text, or of a file's bytes."""
    return from_bytes(text, "map.yaml") if isinstance(text, bytes) else loads(text, "map.yaml")


def found(text: str | bytes) -> list[Found]:
    """Code, line and column of all that is wrong with a text, in its order."""
    document = document_of(text)
    return [
        (fault.code.name, *document.source.position(fault.span.start))
        for fault in check(document).diagnostics
    ]


def codes(text: str | bytes) -> list[str]:
    """The codes alone."""
    return [code for code, _, _ in found(text)]


def hints(text: str | bytes) -> list[str]:
    """What to write instead."""
    return [fault.hint for fault in check(document_of(text)).diagnostics]


def map_of(text: str | bytes) -> ArgumentMap:
    """The map of a text that has one."""
    document = document_of(text)
    assert document.map is not None, found(text)
    return document.map
