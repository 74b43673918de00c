"""What a conflict is in words, and which ids it names."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from argmap.model.graph import Conflict, Extra

#: Words of a map or of a step whose values are ids of claims and arguments.
_NAMING = ("target", "premises", "claims")
#: What in the block of an argument is an id.
_OF_STEPS = ("id", "premises", "target")


def ids_in(conflict: Conflict) -> list[str]:
    """The ids of claims and arguments that a conflict names; one may be named twice."""
    found: list[str] = []

    def note(id: str) -> str:
        found.append(id)
        return id

    _with_ids(conflict, note)
    return found


def renamed(conflict: Conflict, names: Mapping[str, str]) -> Conflict:
    """The conflict with the ids of `names` replaced."""
    return _with_ids(conflict, lambda id: names.get(id, id))


def _with_ids(conflict: Conflict, change: Callable[[str], str]) -> Conflict:
    if conflict.among:
        return conflict
    about = change(conflict.about) if conflict.about else ""
    if conflict.kind == "changed" and conflict.word not in _NAMING:
        return replace(conflict, about=about)
    sides = [_changed(value, change) for value in (conflict.base, conflict.ours, conflict.theirs)]
    return replace(conflict, about=about, base=sides[0], ours=sides[1], theirs=sides[2])


def _changed(value: Extra, change: Callable[[str], str]) -> Extra:
    """An id, a list of ids, or a list of arguments."""
    if isinstance(value, str):
        return change(value) if value else ""
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    return {
        word: _changed(inner, change) if word in _OF_STEPS else inner
        for word, inner in value.items()
    }


def told(conflict: Conflict, whole: str = "the map") -> str:
    """A conflict in one sentence, with the beginning of what both sides have."""
    heading = headed(conflict, whole)
    if conflict.kind != "changed":
        return heading
    return f"{heading}: {_short(conflict.ours)} and {_short(conflict.theirs)}"


def headed(conflict: Conflict, whole: str = "the map") -> str:
    """A conflict in one sentence, without values; `whole` is what it is in."""
    about = f"`{conflict.about}`" if conflict.about else whole
    match conflict.kind:
        case "deleted":
            here, there = ("we", "they") if conflict.ours else ("they", "we")
            return f"{there} deleted {about}, which {here} changed or built on"
        case "moved":
            return f"both sides moved {about}, to different places"
        case "circle":
            return f"with what both sides added, {about} would support itself"
        case "one id":
            both = f"`{conflict.ours}` and `{conflict.theirs}`"
            return f"both sides gave one id to different claims, now {both}"
    return f"both sides changed `{conflict.word}` of {about}"


def _short(value: Extra) -> str:
    """The beginning of a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if not value:
        return "nothing"
    return f"“{value}”" if len(value) <= _LENGTH else f"“{value[: _LENGTH - 1]}…”"


_LENGTH = 36
