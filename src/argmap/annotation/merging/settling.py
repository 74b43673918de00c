"""Conflicts of a layer settled one at a time: ours, theirs, both, or a value written by hand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal, TypeAlias

from argmap.annotation.layers import words
from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.model import Layer, Value
from argmap.annotation.merging.values import target_of, text_of, value_of
from argmap.model import Conflict
from argmap.model.graph import Extra
from argmap.model.ids import bad_character, nfc
from argmap.yaml.words import Holds

Side: TypeAlias = Literal["ours", "theirs", "both"]

#: Words that a layer or an annotation cannot do without.
_NEEDED = ("map", "annotator", "target", "motivation", "role", "status")


def resolved(layer: Layer, index: int, take: Side | None = None, *, text: str = "") -> Layer:
    """The layer with one of its conflicts settled.

    Args:
        layer: a layer with conflicts.
        index: which of `layer.conflicts`, from 0.
        take: a side, or both where both can stand.
        text: instead of a side, the value to write; of a set, values with commas between.

    Raises:
        RefusedError: where this cannot be done, with the reason.
    """
    if not 0 <= index < len(layer.conflicts):
        raise RefusedError(f"there is no conflict {index + 1}")
    if (take is None) is (not text.strip()):
        raise RefusedError("take ours, theirs or both, or give a text")
    conflict = layer.conflicts[index]
    rest = replace(layer, conflicts=(*layer.conflicts[:index], *layer.conflicts[index + 1 :]))
    if conflict.about and conflict.about not in layer.annotation:
        if take == "ours":
            return rest
        raise RefusedError(
            f"`{conflict.about}` is no longer in the layer: take ours to drop the conflict"
        )
    try:
        if conflict.kind == "deleted":
            return _kept_or_not(rest, conflict, take)
        if conflict.among:
            return _with_label(rest, conflict, take, text.strip())
        return _with_word(rest, conflict, take, text.strip())
    except (ValueError, TypeError) as error:
        prefix = "the conflict was written over: " if take else ""
        raise RefusedError(f"{prefix}{error}") from None


def _kept_or_not(layer: Layer, conflict: Conflict, take: Side | None) -> Layer:
    if take is None:
        raise RefusedError("take ours, theirs or both: there is no text to write")
    if take != ("theirs" if conflict.ours else "ours"):
        return layer
    left = tuple(one for one in layer.annotations if one.id != conflict.about)
    return replace(layer, annotations=left)


def _with_word(layer: Layer, conflict: Conflict, take: Side | None, text: str) -> Layer:
    word, about = conflict.word, conflict.about
    known = (words.ANNOTATION if about else words.LAYER).get(word)
    if known is None or known.holds not in (Holds.TEXT, Holds.ID, Holds.CHOICE, Holds.STEP):
        raise RefusedError(f"`{word}` is no word of `{about or 'the layer'}` with one value")
    if take == "both":
        if word not in ("body", "note"):
            raise RefusedError(f"`{word}` has one value only: take ours or theirs")
        value: Any = f"{text_of(conflict.ours)}\n\n{text_of(conflict.theirs)}".strip()
    elif known.holds is Holds.STEP:
        value = target_of(text or getattr(conflict, take or "ours"))
    else:
        value = (text or text_of(getattr(conflict, take or "ours"))).strip()
        if not value and word in _NEEDED:
            raise RefusedError(f"`{word}` cannot be empty")
        if value and known.choices and value not in known.choices:
            raise RefusedError(f"`{word}` is one of: {', '.join(known.choices)}")
        if known.holds is Holds.ID:
            value = nfc(value)
            if bad_character(value):
                raise RefusedError(f"`{value}` is no id")
    return _changed(layer, about, {word: value})


def _with_label(layer: Layer, conflict: Conflict, take: Side | None, text: str) -> Layer:
    if not conflict.about or not conflict.word:
        raise ValueError("a label stands in an annotation")
    one, name = layer.annotation[conflict.about], nfc(conflict.word)
    if conflict.among == "labels":
        value = _chosen(conflict.ours, conflict.theirs, take, text)
        return _changed(layer, one.id, {"labels": _put(one.labels, name, value)})
    sides = [_votes(side) for side in (conflict.base, conflict.ours, conflict.theirs)]
    said = one.votes.get(name, {})
    for who in {**sides[0], **sides[1], **sides[2]}:
        ours, theirs = (side.get(who, "") for side in sides[1:])
        said = _put(said, who, _chosen(ours, theirs, take, text))
    votes: dict[str, Mapping[str, Value]] = {**one.votes, name: said}
    return _changed(layer, one.id, {"votes": {word: held for word, held in votes.items() if held}})


def _votes(side: Extra) -> Mapping[str, Extra]:
    if side != "" and not isinstance(side, dict):
        raise ValueError("votes are a block of annotators")
    return side or {}


def _chosen(ours: Extra, theirs: Extra, take: Side | None, text: str) -> Value:
    """The value of a label that is settled upon; an empty text for none."""
    several = isinstance(ours, list) or isinstance(theirs, list)
    if text:
        parts = tuple(part.strip() for part in text.split(","))
        return tuple(filter(None, parts)) if several else text
    if take != "both":
        return value_of(ours if take == "ours" else theirs)
    if not several:
        raise RefusedError("this label has one value only: take ours or theirs")
    both = (value_of(side if isinstance(side, list) else [side]) for side in (ours, theirs))
    return tuple(dict.fromkeys(value for side in both for value in side if value))


def _put(values: Mapping[str, Value], name: str, value: Value) -> dict[str, Value]:
    """Values with another one, or without it if it is an empty text."""
    put = {**values, name: value}
    return {word: held for word, held in put.items() if word != name or held != ""}


def _changed(layer: Layer, about: str, words: dict[str, Any]) -> Layer:
    if not about:
        return replace(layer, **words)
    return replace(layer, annotations=tuple(
        replace(one, **words) if one.id == about else one for one in layer.annotations
    ))  # fmt: skip
