"""The entries of `sources` and `people`: known words, and fields of the user's own."""

from collections.abc import Iterator
from typing import Any

from argmap.model import Person, Reference
from argmap.model.ids import bad_character, nfc
from argmap.yaml import shape_codes as codes
from argmap.yaml import syntax_codes, words
from argmap.yaml.fields import Fields
from argmap.yaml.tree import Mapping, Node, Scalar, Sequence
from argmap.yaml.words import Holds, Word


def read_sources(read: Fields, value: Node) -> list[Reference]:
    """The entries of `sources`; a bare text is a title."""
    return [
        Reference(id, extra=extra, **fields)
        for id, fields, extra in _entries(read, value, words.SOURCE, "title")
    ]


def read_people(read: Fields, value: Node) -> list[Person]:
    """The entries of `people`; a bare text is a name."""
    return [
        Person(id, extra=extra, **fields)
        for id, fields, extra in _entries(read, value, words.PERSON, "name")
    ]


def _entries(
    read: Fields, value: Node, table: dict[str, Word], alone: str
) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    if type(value) is not Mapping:
        read.wrong(value, "entries of the form `id: …`")
        return
    seen: dict[str, str] = {}
    for key, node in zip(value.keys, value.values, strict=True):
        id = nfc(key.text.strip())
        if read.is_split(value, key, node):
            read.unknown(value, key, node, {}, "")
            continue
        char = bad_character(id)
        if char or not id:
            shown = {" ": "a space", "": "no letter"}.get(char, f"`{char}`")
            read.fault(codes.BAD_ID, key, value=id, char=shown)
        if seen.setdefault(id, key.text) != key.text:
            read.fault(syntax_codes.DUPLICATE_WORD, key, word=id)  # in another normal form
        yield id, *_entry(read, node, table, alone)


def _entry(
    read: Fields, node: Node, table: dict[str, Word], alone: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    fields: dict[str, Any] = {}
    extra: dict[str, Any] = {}
    if type(node) is Sequence:
        read.wrong(node, "a text or a block of words")
    elif type(node) is Scalar:
        text = read.read(table[alone], node)
        if text:
            fields[alone] = text
    elif type(node) is Mapping:
        for key, value in zip(node.keys, node.values, strict=True):
            if read.is_split(node, key, value):
                read.unknown(node, key, value, {}, "")
            elif key.text in table:
                found = read.read(table[key.text], value)
                if found is not None:
                    fields[key.text] = found
                    _guard(read, key.text, value)
            elif type(value) is Scalar:
                extra[key.text] = read.read(Word(key.text, Holds.TEXT, ""), value) or ""
            else:
                extra[key.text] = read.extra(value)
    return fields, extra


def _guard(read: Fields, name: str, value: Node) -> None:
    """Paths stay in the map's folder; links start with what a browser may open."""
    if type(value) is not Scalar:
        return
    text = value.text.strip()
    if name == "file":
        path = text.replace("\\", "/")
        if path.startswith(("/", "~")) or path[1:2] == ":" or ".." in path.split("/"):
            read.fault(codes.OUTSIDE, value, value=text)
    elif name == "url" and not Reference("", url=text).link:
        read.fault(codes.UNSAFE_LINK, value, value=text)
