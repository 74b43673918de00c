"""JSON Schema of the map file, made from the tables of words, for editors."""

from typing import Any

from argmap.yaml import words
from argmap.yaml.words import Holds, Word

# No white space and no ASCII sign but `-` and `_`: what every dialect of patterns can say.
_ID = {"type": ["string", "number"], "pattern": r"^[^\s!-,./:-@\[-^`{-~]+$"}
_TEXT = {"type": ["string", "number", "boolean"]}


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of a map file.

    Editors hand over typed values, so that a title `2024` is a number to them: wherever a text is
    expected, any scalar will do. References, circles and the like are beyond a schema.
    """
    item = {
        "anyOf": [
            _TEXT,
            {"$ref": "#/$defs/claim"},
            {"$ref": "#/$defs/linked"},
            {"$ref": "#/$defs/ref"},
        ]
    }
    premise = {"anyOf": [_TEXT, {"$ref": "#/$defs/plain"}, {"$ref": "#/$defs/bare-ref"}]}
    own = {"additionalProperties": True}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "argmap map",
        "description": "A map of claims, reasons and counterpoints.",
        **_block(words.MAP, "top"),
        "oneOf": [{"required": ["claim"]}, {"required": ["claims"]}],
        "$defs": {
            "item": item,
            "premise": premise,
            "top": {"anyOf": [_TEXT, {"$ref": "#/$defs/plain"}]},
            "plain": {**_block(words.CLAIM, "item"), "required": ["claim"]},
            "claim": {**_block(words.ITEM, "item"), "required": ["claim"]},
            "linked": {**_block(words.LINKED, "premise"), "required": ["premises"]},
            "ref": {**_block(words.REF, "item"), "required": ["ref"]},
            "bare-ref": {**_block({"ref": words.REF["ref"]}, "item"), "required": ["ref"]},
            "step": _block(words.STEP, "item"),
            "citation": {"anyOf": [_TEXT, _block(words.CITE, "item")]},
            "source": {"anyOf": [_TEXT, {**_block(words.SOURCE, "item"), **own}]},
            "person": {"anyOf": [_TEXT, {**_block(words.PERSON, "item"), **own}]},
            "conflict": {**_block(words.CONFLICT, "item"), "required": ["conflict"]},
        },
    }  # fmt: skip


def _block(table: dict[str, Word], items: str) -> dict[str, Any]:
    properties = {
        word.name: {**_value(word, items), "description": word.meaning} for word in table.values()
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _value(word: Word, items: str) -> dict[str, Any]:
    match word.holds:
        case Holds.ID:
            return _ID
        case Holds.IDS if word.name == "ref":
            return _ID
        case Holds.IDS:
            return _some(_ID)
        case Holds.TEXTS:
            return _some(_TEXT)
        case Holds.CHOICE:
            return {"enum": list(word.choices)}
        case Holds.SHARE:
            return {"type": "number", "minimum": 0, "maximum": 1}
        case Holds.TRUTH:
            return {"type": "boolean"}
        case Holds.CITES:
            return _some({"$ref": "#/$defs/citation"})
        case Holds.STEP:
            return {"$ref": "#/$defs/step"}
        case Holds.ENTRIES:
            entry = "source" if word.name == "sources" else "person"
            return {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{entry}"}}
        case Holds.CONFLICTS:
            return _some({"$ref": "#/$defs/conflict"})
        case Holds.ANY:
            return {}
        case Holds.ITEMS:
            place = "top" if word.name in ("claims", "shared") else items
            if word.name in ("reasons", "counterpoints"):
                place = "item"
            return _some({"$ref": f"#/$defs/{place}"})
        case _:
            return _TEXT


def _some(one: dict[str, Any]) -> dict[str, Any]:
    """Several, or one alone."""
    return {"anyOf": [one, {"type": "array", "items": one}]}
