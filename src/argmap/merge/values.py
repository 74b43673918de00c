"""Values of a map as what a conflict holds (texts, lists and blocks of them), and back."""

from dataclasses import fields
from typing import Any

from argmap.model import Argument, Citation, Stance
from argmap.model.graph import Extra

#: Fields whose word in the language is another.
_WORDS = {"text": "claim", "theses": "claims"}
_FIELDS = {word: name for name, word in _WORDS.items()}


def word_of(field: str) -> str:
    """The word of the language for a field of the model."""
    return _WORDS.get(field, field)


def field_of(word: str) -> str:
    """The field of the model for a word of the language."""
    return _FIELDS.get(word, word)


def as_value(value: Any) -> Extra:
    """A value as texts, lists and blocks; nothing is an empty text."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, Stance):
        return value.value
    if isinstance(value, (tuple, list)):
        return [as_value(item) for item in value]
    if isinstance(value, (Argument, Citation)):
        told = {f.name: as_value(getattr(value, f.name)) for f in fields(value)}
        return {name: inner for name, inner in told.items() if inner not in ("", [])}
    return value


def citation(value: Extra) -> Citation:
    """The citation that a block stands for."""
    return Citation(**_texts(value, ("source", "quote", "at", "note")))


def argument(value: Extra) -> Argument:
    """The argument that a block stands for; a ValueError if it stands for none."""
    if not isinstance(value, dict):
        raise ValueError("a step is a block of words")
    texts = _texts(value, ("id", "target", "scheme", "warrant", "note"))
    premises = value.get("premises")
    if not (texts.get("id") and texts.get("target") and premises):
        raise ValueError("a step has `id`, `premises` and `target`")
    strength = value.get("strength")
    return Argument(
        premises=names(premises), stance=Stance(value.get("stance", "for")),
        by=names(value.get("by", [])), strength=share(strength) if strength else None,
        cites=tuple(citation(cite) for cite in value.get("cites", [])),
        **{"id": "", "target": "", **texts},
    )  # fmt: skip


def share(value: Extra) -> float:
    """A number from 0 to 1; a ValueError if it is none."""
    number = float(value) if isinstance(value, str) else -1.0
    if not 0 <= number <= 1:
        raise ValueError(f"{value} is no number from 0 to 1")
    return number


def names(value: Extra) -> tuple[str, ...]:
    """The names that a list of them stands for, or one alone; a ValueError if it is none."""
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, str) for item in items):
        raise ValueError("a list of names holds texts")
    return tuple(items)


def _texts(value: Extra, words: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("a block of words is wanted")
    found = {word: value[word] for word in words if word in value}
    if not all(isinstance(text, str) for text in found.values()):
        raise ValueError("the words of a block hold texts")
    return found
