"""What a merge left to settle."""

from collections.abc import Iterator

from argmap.diagnostics import Diagnostic
from argmap.yaml.conflicts import UNRESOLVED, unresolved
from argmap.yaml.document import Document

CODES = (UNRESOLVED,)


def conflicts(document: Document) -> Iterator[Diagnostic]:
    """Every conflict, at its entry."""
    if document.understood is not None:
        yield from unresolved(document.tree.root, document.understood.conflicts)
