"""Names of maps, their parts and annotations that hold outside of this project's files.

``urn:argmap:zoo.yaml#harm`` is a claim or an argument, ``urn:argmap:zoo.yaml/maya/a1`` an
annotation, ``urn:argmap:zoo.yaml/maya`` all of somebody's work; each part is percent-encoded.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from argmap.model import ArgumentMap

_BASE = "urn:argmap:"

#: The prefix of the terms that the W3C has no word for.
TERMS = "urn:argmap:terms:"


def whole(map: str, *parts: str) -> str:
    """The name of a map by its file, of an annotator's work, or of an annotation."""
    return _BASE + "/".join(quote(part, safe="") for part in (_file(map), *parts))


def part(map: str, id: str) -> str:
    """The name of a claim or an argument."""
    return f"{whole(map)}#{quote(id, safe='')}"


def _file(map: str) -> str:
    return PurePosixPath(map.replace("\\", "/")).name or map


@dataclass(frozen=True, slots=True)
class Meant:
    """What an IRI names: the kind of a target, and its id."""

    kind: str
    id: str


def meant(iri: str, map: ArgumentMap, file: str) -> Meant | None:
    """The part of the map that an IRI names: one of ours, the address of a source of the map, or
    the file of the map with a fragment; None if it is nothing of it."""
    head, _, fragment = iri.partition("#")
    if head in (whole(file), *_addresses(file, head)) and fragment:
        id = unquote(fragment)
        kind = "claim" if id in map.claim else "argument"
        return Meant(kind, id) if id in map.claim or id in map.argument else None
    parts = [unquote(one) for one in head.removeprefix(_BASE).split("/")]
    if head.startswith(_BASE) and not fragment and 1 < len(parts) < 4:
        kind = "layer" if len(parts) == 2 else "annotation"
        return Meant(kind, "/".join(parts[1:]))
    address = _address(head)
    for source in map.sources:
        if source.url and _address(source.url.partition("#")[0]) == address:
            return Meant("source", source.id)
    return None


def _addresses(file: str, head: str) -> tuple[str, ...]:
    """An address that ends in the name of the map's file is taken for it."""
    return (head,) if unquote(head).replace("\\", "/").rpartition("/")[2] == _file(file) else ()


def _address(url: str) -> str:
    """A web address without what servers do not tell apart: its scheme, `www.`, a last slash."""
    scheme, found, rest = url.strip().partition("://")
    if not found or scheme.lower() not in ("http", "https"):
        return url.strip()
    host, slash, path = rest.partition("/")
    return f"//{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")
