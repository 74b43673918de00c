"""The list of a class: who annotates, in a table of short names and names for people."""

import csv
import re
from io import StringIO

from argmap.annotation.layers.beginning import sound_id
from argmap.annotation.layers.edits import RefusedError, tidy
from argmap.model.ids import bad_character, nfc, slug

_PARTING = re.compile("[,;\t]")


def roster(text: str) -> dict[str, str]:
    """Names for people by annotator, of lines such as ``maya,Maya K.``; a name may stand alone.

    A comma parts the two, or a semicolon or a tab, as some spreadsheets write them. Empty lines and
    those that begin with ``#`` are passed over.

    Raises:
        RefusedError: a line names nobody, or somebody a second time; the message says which line.
    """
    found: dict[str, str] = {}
    try:
        text = text.removeprefix("\ufeff")
        rows = csv.reader(
            StringIO(text), delimiter=_delimiter(text), skipinitialspace=True, strict=True
        )
        for row in rows:
            cells = [tidy(cell) for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            id, name = _named(*cells[:2])
            if id in found:
                raise RefusedError(f"`{id}` stands in the list twice")
            found[id] = name
    except (csv.Error, RefusedError) as error:
        raise RefusedError(f"line {rows.line_num}: {error}") from None
    if not found:
        raise RefusedError("the list names nobody")
    return found


def _delimiter(text: str) -> str:
    """The sign that parts the cells: the one that stands first in most lines."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    firsts = [found[0] for line in lines if (found := _PARTING.search(line))]
    return max(",;\t", key=firsts.count)


def _named(first: str, name: str = "") -> tuple[str, str]:
    """The annotator and the name for people; of a name alone, the annotator is derived."""
    if name or not bad_character(nfc(first)):
        return sound_id(first), name
    return slug(first), first
