"""The flat model as JSON: documented, stable, and what other programs should read."""

from typing import Any

from argmap.model import ArgumentMap

_CONTENT = ("theses", "claims", "arguments", "sources", "people", "conflicts")


def as_data(map: ArgumentMap) -> dict[str, Any]:
    """The map as plain values: lists, objects, texts, numbers.

    ``{"title", ..., "claims": [{"id", "text", "by", "cites": [{"source", "quote", "at"}], ...}],
    "arguments": [{"id", "premises": [claim ids], "stance": "for" or "against", "target": id of a
    claim or of an argument, ...}]}``. Every field is there, empty where nothing is said.
    """
    from pydantic import TypeAdapter

    data: dict[str, Any] = TypeAdapter(ArgumentMap).dump_python(map, mode="json")
    # What the map is comes before what is in it.
    about = [name for name in data if name not in _CONTENT]
    return {name: data[name] for name in (*about, *_CONTENT)}


def as_json(map: ArgumentMap) -> str:
    """`as_data` as indented JSON."""
    from json import dumps

    return dumps(as_data(map), ensure_ascii=False, indent=2) + "\n"
