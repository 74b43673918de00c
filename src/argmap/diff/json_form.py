"""A diff as JSON: documented, stable, and what `argmap patch` applies."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from json import dumps
from typing import TYPE_CHECKING, Any, get_type_hints

from argmap.diagnostics import utf_8
from argmap.diff.changes import FIELDS, OF_MAP, ORDERS
from argmap.diff.edits import Change, Diff, Edit, Grade, Kind, Part, Value
from argmap.model import Argument, ArgumentMap, Citation, Claim, Conflict, Person, Reference

if TYPE_CHECKING:
    from pydantic import TypeAdapter

#: The version of this form. A program refuses one that is newer than those that it knows.
VERSION = 1

_SHAPES: Mapping[Part, type[Any]] = {
    Part.CLAIM: Claim, Part.ARGUMENT: Argument, Part.SOURCE: Reference, Part.PERSON: Person,
    Part.MAP: ArgumentMap,
}  # fmt: skip
_INNER: Mapping[str, type[Any]] = {"cites": Citation, "conflicts": Conflict}
_TEXTS = ("id", "was", "field", "before", "after", "evidence")
_LISTS = ("others", "where", "turning")


class DiffError(ValueError):
    """Data that is no diff; the message says what is wrong with it, and where."""


def as_data(diff: Diff, old: str = "", new: str = "") -> dict[str, Any]:
    """A diff as plain values; `old` and `new` are what the versions are called.

    ``{"argmap-diff": 1, "old", "new", "ids": {old id: new id}, "edits": [{"kind", "part", "id",
    "was", "field", "before", "after", "others", "where", "confidence", "evidence", "grade",
    "turning", "changes": [{"part", "id", "field", "before", "after", "place"}]}]}``. `Edit` and
    `Change` say what each means. What is shown to people is above `changes`, what is applied is in
    them: values as in `argmap show --format json`, whole parts without their empty fields, and
    null for what is not there.
    """
    return {
        "argmap-diff": VERSION,
        "old": utf_8(old),
        "new": utf_8(new),
        "ids": dict(diff.ids),
        "edits": [_edit(edit) for edit in diff.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    data = {f.name: getattr(edit, f.name) for f in fields(Edit)}
    return data | {
        "kind": edit.kind.value,
        "part": edit.part.value,
        "grade": edit.grade.value,
        "confidence": round(edit.confidence, 3),
        **{name: list(data[name]) for name in _LISTS},
        "changes": [
            {
                "part": c.part.value, "id": c.id, "field": c.field, "before": _plain(c.before),
                "after": _plain(c.after), "place": list(c.place),
            }
            for c in edit.changes
        ],
    }  # fmt: skip


def _plain(value: Value) -> Any:
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {
            f.name: _plain(entry)
            for f in fields(value)
            if (entry := getattr(value, f.name)) != _default(f)
        }
    return getattr(value, "value", value)


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def from_data(data: Any) -> Diff:
    """The diff that `as_data` made.

    Raises:
        DiffError: the data is something else, is damaged, or comes from a newer version.
    """
    if not isinstance(data, dict) or "argmap-diff" not in data:
        raise DiffError("it is no diff of argument maps; `argmap diff --format json` writes one")
    if data["argmap-diff"] != VERSION:
        raise DiffError(f"it has form {data['argmap-diff']!r}; this version reads form {VERSION}")
    edits, ids = data.get("edits"), data.get("ids", {})
    if not isinstance(edits, list):
        raise DiffError("it has no list of `edits`")
    if not isinstance(ids, dict) or not all(isinstance(id, str) for id in ids.values()):
        raise DiffError("`ids` is no list of ids by ids")
    return Diff(tuple(_edit_of(entry, at) for at, entry in enumerate(edits)), ids)


def _edit_of(data: Any, at: int) -> Edit:
    try:
        told: dict[str, Any] = {name: _text(data.get(name, ""), name) for name in _TEXTS}
        told |= {name: _texts(data.get(name, []), name) for name in _LISTS}
        return Edit(
            Kind(data["kind"]),
            Part(data["part"]),
            **told,
            confidence=float(data.get("confidence", 1)),
            grade=Grade(data.get("grade", "substantive")),
            changes=tuple(_change_of(change) for change in data["changes"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        what = f"`{error.args[0]}` is missing" if isinstance(error, KeyError) else str(error)
        raise DiffError(f"edit {at + 1}: {what.splitlines()[0] if what else 'damaged'}") from error


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str):
        raise DiffError(f"`{name}` is no text")
    return value


def _texts(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise DiffError(f"`{name}` is no list")
    return tuple(_text(entry, name) for entry in value)


def _change_of(data: Mapping[str, Any]) -> Change:
    part, name = Part(data["part"]), _text(data["field"], "field")
    before, after = (_value(part, name, data[side], side) for side in ("before", "after"))
    if not name and (before is None) is (after is None):
        raise DiffError("a part is added or removed, so one of `before` and `after` is null")
    place = data.get("place", [None, None])
    if (
        not isinstance(place, list)
        or len(place) != 2
        or not all(entry is None or isinstance(entry, str) for entry in place)
    ):
        raise DiffError("`place` is two ids")
    return Change(part, _text(data["id"], "id"), name, before, after, (place[0], place[1]))


def _value(part: Part, name: str, value: Any, side: str) -> Value:
    from pydantic import ValidationError

    if not name and part is not Part.MAP:
        kind: Any = _SHAPES[part] if value is not None else None
    elif name in ("id", "place"):
        kind = str if name == "id" else None
    elif name in ORDERS.values():
        kind = tuple[str, ...]
    elif name in (OF_MAP if part is Part.MAP else FIELDS[part]):
        kind = get_type_hints(_SHAPES[part])[name]
    else:
        raise DiffError(f"a {part.value} has no field `{name}`")
    if kind is None:
        return None
    what = f"`{side}` of `{name or part.value}`"
    try:
        found = _adapter(kind).validate_json(dumps(value), strict=True)
    except ValidationError as error:
        raise DiffError(f"{what}: {error.errors()[0]['msg']}") from error
    wrong = _wrong(_SHAPES[part], value if not name else {name: value})
    if wrong:
        raise DiffError(f"{what}: {wrong}")
    return found


def _wrong(shape: type[Any], value: Mapping[str, Any]) -> str:
    """What is wrong with the fields of a part where its types alone do not tell."""
    known = {field.name for field in fields(shape)} | {*ORDERS.values()}
    for name, entry in value.items():
        if name not in known:
            return f"there is no field `{name}`"
        if isinstance(entry, float | int) and not isinstance(entry, bool) and not 0 <= entry <= 1:
            return f"`{name}` is a number from 0 to 1"
        extra = {"extra", "base", "ours", "theirs"}
        if name in extra and not _of_texts(entry):
            return f"`{name}` has something else than texts, lists and blocks of texts"
        for inner in entry if name in _INNER else ():
            if wrong := _wrong(_INNER[name], inner):
                return wrong
    return ""


def _of_texts(value: Any) -> bool:
    if isinstance(value, list | dict):
        return all(map(_of_texts, value if isinstance(value, list) else value.values()))
    return isinstance(value, str)


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
