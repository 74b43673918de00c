"""The text of a map changed so that it means another map, with all that need not change kept."""

from collections.abc import Collection, Mapping

from argmap.model import ArgumentMap
from argmap.yaml.comments import comments
from argmap.yaml.document import Document
from argmap.yaml.edits import EditError, line_end
from argmap.yaml.files import loads
from argmap.yaml.rewriting.meaning import means
from argmap.yaml.rewriting.printing import Printer
from argmap.yaml.rewriting.territory import Territories
from argmap.yaml.rewriting.wanted import Aim
from argmap.yaml.syntax import uncollected
from argmap.yaml.writer import write

__all__ = ["means", "revised", "rewritten"]


def rewritten(
    document: Document, target: ArgumentMap, renamed: Mapping[str, str] | None = None
) -> str:
    """The text of `document`, which has a map, changed so that it means `target`.

    A claim or an argument of the target is that of the document which has its id; `renamed` maps
    ids of the document to those that the target has in their place. What is equal stays as it is
    written, comments, order and layout with it; what moves takes its lines along, with the
    comments right above it; what goes takes them with it, all others stay. Claims stay at home
    where they are, as long as the map has that place.

    What is read from the result means the target (`means`): an `id` is written where the one that
    a reader derives would be another. Only ids of arguments that the document does not write, or
    that have the form of derived ones, are left to the reader.

    Raises:
        EditError: the target cannot be written, and why.
    """
    return revised(document, target, renamed).source.text


def revised(
    document: Document, target: ArgumentMap, renamed: Mapping[str, str] | None = None
) -> Document:
    """As `rewritten`, the document that is read from the new text."""
    renamed = renamed or {}
    with uncollected():
        aim = Aim(document, target, renamed)
        assert document.map is not None
        if not renamed and means(document.map, target, aim.free):
            return document
        places = Territories(document.tree)
        if places.whole:
            printer = Printer(document, places, aim)
            text = printer.document()
            missing = aim.missing_ids(printer.claims)
            if missing:
                aim.written |= missing
                text = Printer(document, places, aim).document()
            again = loads(text, document.source.name)
            if not _fault(again, target, aim.free):
                return again
        again = loads(_afresh(document, target), document.source.name)
        fault = _fault(again, target, aim.free)
    if fault:
        raise EditError(fault)
    return again


def _fault(document: Document, target: ArgumentMap, free: Collection[str]) -> str:
    """Why a document does not mean a map, or nothing."""
    if document.map is None:
        return f"the result would be faulty: {document.errors[0].message}"
    if not means(document.map, target, free):
        return "the result would mean another map"
    return ""


def _afresh(document: Document, target: ArgumentMap) -> str:
    """The map written from nothing, below the comments of the document: the last resort."""
    above = [comment.text for comment in comments(document.tree)]
    lines = "\n".join([*above, write(target)])
    return lines.replace("\n", line_end(document.source.text))
