"""Nodes of JSON-LD as they come from anybody: parsed with care, read without trust."""

import re
from collections.abc import Mapping
from typing import Any

from argmap.annotation.exchange.parcel import ExchangeError, UnfitError
from argmap.annotation.layers.edits import tidy
from argmap.annotation.layers.model import Value
from argmap.diagnostics import visible
from argmap.model.ids import bad_character, nfc, slug

_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def parsed(text: str) -> Any:
    """The JSON of a text: no numbers that are none, nothing too deep, no halves of characters."""
    from json import dumps, loads

    def refuse(constant: str) -> None:
        raise ExchangeError(f"`{constant}` is no value of JSON")

    try:
        data = loads(text, parse_constant=refuse)
        if _HALF.search(text):
            dumps(data, ensure_ascii=False).encode()
    except RecursionError:
        raise ExchangeError("the JSON is nested too deep") from None
    except UnicodeEncodeError:
        raise ExchangeError("a text has half a character in it (a lone surrogate)") from None
    except ValueError as error:
        raise ExchangeError(f"this is no JSON: {error}") from None
    return data


def types(thing: Any) -> set[str]:
    """The types of a node."""
    found = listed(thing.get("type", thing.get("@type"))) if isinstance(thing, dict) else []
    return {one for one in found if isinstance(one, str)}


def listed(thing: Any) -> list[Any]:
    """JSON-LD writes one thing alone or in a list, and nothing as null."""
    return thing if isinstance(thing, list) else [] if thing is None else [thing]


def text_of(thing: Any, word: str) -> str:
    """The text of a property, or nothing.

    Raises:
        UnfitError: something else stands there.
    """
    value = thing.get(word) if isinstance(thing, dict) else None
    if value is None:
        return ""
    if not isinstance(value, str):
        raise UnfitError(f"`{word}` is no text")
    return value


def shown(thing: Any) -> str:
    """What a thing is called in a message."""
    name = thing.get("id") if isinstance(thing, dict) else thing
    text = name if isinstance(name, str) else "something without an id"
    return visible(text if len(text) <= 80 else text[:79] + "…")


def texts_of(thing: Any, what: str) -> dict[str, Any]:
    """A block whose values are texts and lists of texts.

    Raises:
        ExchangeError: it is none.
    """
    if not isinstance(thing, dict) or not all(
        isinstance(one, str) for value in thing.values() for one in listed(value)
    ):
        raise ExchangeError(f"`{what}` is not a block of texts")
    several = ("codebooks", "released")
    if any(isinstance(thing.get(word, []), str) for word in several) or any(
        isinstance(value, list) for word, value in thing.items() if word not in several
    ):
        raise ExchangeError(f"`{what}` has a list where a text belongs, or a text for a list")
    return thing


def block_of(thing: Any) -> Mapping[str, Any]:
    if not isinstance(thing, dict):
        raise UnfitError(f"{shown(thing)} is not a block")
    return thing


def value_of(value: Any) -> Value:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise UnfitError("the value of a label is no text and no list of texts")


def creator_of(item: Any) -> tuple[str, str]:
    """Who wrote an annotation, as an id, and by name."""
    creator = next(iter(listed(item.get("creator"))), "") if isinstance(item, dict) else ""
    if isinstance(creator, str):
        return _handle(creator), ""
    if not isinstance(creator, dict):
        return "", ""
    texts = [creator.get(word) for word in ("nickname", "account", "id", "name")]
    given = next((text for text in texts if isinstance(text, str) and text.strip()), "")
    name = creator.get("name")
    return _handle(given), tidy(name) if isinstance(name, str) else ""


def _handle(text: str) -> str:
    """An id after an account (``acct:maya@hypothes.is``), an address or a name."""
    last = text.removeprefix("acct:").partition("@")[0].rstrip("/").rpartition("/")[2].strip()
    return (nfc(last) if not bad_character(nfc(last)) else slug(last)) if last else ""


def local_id(iri: Any) -> str:
    """An id within a layer after the last part of an IRI."""
    last = re.split(r"[/#:]", iri.rstrip("/"))[-1] if isinstance(iri, str) else ""
    return (nfc(last) if not bad_character(nfc(last)) else slug(last)) if last else "a"
