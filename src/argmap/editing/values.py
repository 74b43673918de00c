"""Values that a person gives to fields: judged, and as a map holds them."""

from typing import NoReturn

from argmap.diagnostics import did_you_mean
from argmap.editing.operations import FieldValue
from argmap.editing.refusal import RefusedError
from argmap.model import ArgumentMap
from argmap.yaml import words
from argmap.yaml.words import Holds

#: What can be edited, as the language has it.
CLAIM = {
    "text": words.CLAIM["claim"],
    **{
        name: words.CLAIM[name]
        for name in ("by", "via", "kind", "basis", "implicit", "standing", "weight", "tags", "note")
    },
}
STEP = {name: words.STEP[name] for name in ("by", "scheme", "warrant", "strength", "note")}
_LONG = ("note",)


def one_line(text: str, what: str = "the text of a claim") -> str:
    """A text on one line that says something.

    Raises:
        RefusedError: nothing is in it.
    """
    found = " ".join(_whole(text).split())
    if not found:
        raise RefusedError(f"{what} cannot be empty")
    return found


def _whole(text: str) -> str:
    """A text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def value_for(map: ArgumentMap, word: words.Word, value: FieldValue) -> object:
    """A value as a claim or an argument of `map` holds it.

    Raises:
        RefusedError: the word cannot have it.
    """
    if word.holds is Holds.CLAIM:
        return one_line(value) if isinstance(value, str) else _wrong(word, "a text")
    if word.holds is Holds.TRUTH:
        return value if isinstance(value, bool) else _wrong(word, "true or false")
    if word.holds is Holds.SHARE:
        return _share(word, value)
    if word.holds is Holds.TEXTS:
        return _texts(map, word, value)
    if not isinstance(value, str):
        return _wrong(word, "a text")
    if word.holds is Holds.CHOICE and value and value not in word.choices:
        raise RefusedError(f"`{word.name}` cannot be that", did_you_mean(value, word.choices))
    return _lines(value) if word.name in _LONG else " ".join(_whole(value).split())


def _lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in _whole(text).splitlines()).strip()


def _share(word: words.Word, value: FieldValue) -> float | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return _wrong(word, "a number from 0 to 1")
    return float(value) + 0.0  # no minus before a zero


def _texts(map: ArgumentMap, word: words.Word, value: FieldValue) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        value = (value,) if isinstance(value, str) else _wrong(word, "a list of texts")
    found = [" ".join(_whole(one).split()) for one in value]
    if word.name != "tags":
        # Whoever reads the name of a person gives it back; the map holds the id.
        ids: dict[str, list[str]] = {}
        for person in map.people:
            ids.setdefault(person.name, []).append(person.id)
        known = {person.id for person in map.people}
        found = [
            ids[one][0] if one not in known and len(ids.get(one, ())) == 1 else one for one in found
        ]
    return tuple(dict.fromkeys(one for one in found if one))


def _wrong(word: words.Word, wanted: str) -> NoReturn:
    raise RefusedError(f"`{word.name}` is {wanted}")
