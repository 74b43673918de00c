"""A map as a page: what the command adds to the map, and the file that comes of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.cli.common import fail
from argmap.cli.marks import noted
from argmap.cli.texts import given

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.page.data import Data
    from argmap.project import Settings
    from argmap.texts import SourceText
    from argmap.yaml.document import Document


def page_of(
    document: "Document", layers: "tuple[LayerDocument, ...]", heat: str, viewer: str,
    sources: Sequence[str], settings: "Settings", theme: str,
) -> bytes:  # fmt: skip
    """The page of a document that has a map, with what `viewer` may see of the layers about it."""
    from argmap.page.contents import contents

    assert document.map is not None
    study, _ = noted(document, layers, viewer)
    return as_file(contents(document.map, study, heat, texts(document, sources)), settings, theme)


def as_file(data: "Data", settings: "Settings", theme: str) -> bytes:
    """The page in a theme; without one it is light or dark as the reader's system is."""
    from argmap.page.document import as_html

    name = theme or settings.theme
    if name == "light" and not theme:
        return as_html(data).encode()
    chosen = settings.drawn_in(name)
    return as_html(data, chosen, chosen).encode()


def texts(document: "Document", options: Sequence[str]) -> "dict[str, SourceText]":
    """The texts that `--source` names, and no others: a page is handed on, a text is somebody's.

    One that cannot be read ends the command.
    """
    if not options:
        return {}
    from argmap.diagnostics import visible
    from argmap.quotes import texts_of

    assert document.map is not None
    named = given(document.map, [*options])
    found = texts_of(replace(document.map, sources=()), document.source.name, named)
    for source, (file, reason) in found.unread.items():
        fail(visible(f"{file} (source {source}): {reason}"))
    return {**found.read}
