"""A diff applied to a map."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from argmap.diff.changes import ORDERS, rows
from argmap.diff.edits import NAMED, Change, Diff, Edit, Part
from argmap.diff.placing import ordered, placed
from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.circles import support_circles
from argmap.model.ids import bad_character
from argmap.model.outline import in_reading_order

_GONE = "\0"  # before the id of what is removed; no id has it


class PatchError(Exception):
    """A diff does not fit a map; the message says which edit, and why. `edit` may be None."""

    def __init__(self, reason: str, edit: Edit | None = None) -> None:
        name = edit.id or edit.field if edit else ""
        told = f"{edit.kind.value} {edit.part.value} `{name}`: " if edit else ""
        super().__init__(f"{told}{reason}")
        self.edit = edit


def patched(map: ArgumentMap, diff: Diff) -> ArgumentMap:
    """The map with the edits of a diff, in reading order.

    `patched(old, diff(old, new))` is `new` but for the order of sources, of people, of claims that
    bear on nothing, and of exclusions.

    Raises:
        PatchError: the map is not as the diff expects it where the diff touches it.
    """
    return _Patch(map, diff).result()


class _Patch:
    """A map on its way: parts by the id that they get, what is removed under its own mark."""

    def __init__(self, map: ArgumentMap, diff: Diff) -> None:
        self._diff, self._old = diff, map
        self._key = dict(diff.new_of)
        whole = [c for c in diff.changes if not c.field and c.part in (Part.CLAIM, Part.ARGUMENT)]
        self._key.update((c.id, _GONE + c.id) for c in whole if c.after is None)
        self._about: dict[str, Any] = {}
        self._parts: dict[Part, dict[str, Any]] = {
            Part.CLAIM: self._keyed(map.claims, lambda claim, id: replace(claim, id=id)),
            Part.ARGUMENT: self._keyed(map.arguments, self._translated),
            Part.SOURCE: {source.id: source for source in map.sources},
            Part.PERSON: {person.id: person for person in map.people},
        }
        self._rows = {
            (self._to_key(target), stance): [self._to_key(id) for id in row]
            for (target, stance), row in rows(map).items()
        }
        self._orders: dict[tuple[str, Stance], tuple[str, ...]] = {}
        self._coming: dict[str, str | None] = {}
        self._taken_out: dict[str, Edit] = {}

    def result(self) -> ArgumentMap:
        """The patched map, if everything fits."""
        for edit in self._diff.edits:
            for change in edit.changes:
                try:
                    self._apply(change, edit)
                except (TypeError, AttributeError, KeyError) as error:
                    raise PatchError("it is not a change that can be made", edit) from error
        for part in NAMED:
            for id in [id for id in self._parts[part] if id.startswith(_GONE)]:
                del self._parts[part][id]
        self._check()
        made = replace(
            self._old,
            claims=tuple(self._parts[Part.CLAIM].values()),
            arguments=tuple(self._arguments()),
            sources=tuple(self._parts[Part.SOURCE].values()),
            people=tuple(self._parts[Part.PERSON].values()),
            **{"theses": tuple(map(self._to_key, self._old.theses)), **self._about},
        )
        circle = next(support_circles(made), None)
        if circle is not None:
            raise PatchError(f"support would run in a circle through `{circle[0].target}`")
        return in_reading_order(made)

    def _to_key(self, id: str) -> str:
        return self._key.get(id, id)

    def _key_of(self, change: Change) -> str:
        return self._to_key(change.id) if change.part in NAMED else change.id

    def _translated(self, argument: Argument, id: str) -> Argument:
        premises = tuple(map(self._to_key, argument.premises))
        return replace(argument, id=id, premises=premises, target=self._to_key(argument.target))

    def _keyed(self, parts: Iterable[Any], made: Callable[[Any, str], Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for part in parts:
            id = self._to_key(part.id)
            if id in found:
                raise PatchError(f"two claims or arguments would be called `{id}`")
            found[id] = made(part, id)
        return found

    def _apply(self, change: Change, edit: Edit) -> None:
        if change.part is Part.MAP:
            now = getattr(self._old, change.field)
            if now != change.before:
                raise PatchError(f"the map's `{change.field}` is another", edit)
            self._about[change.field] = change.after
        elif not change.field:
            self._whole(change, edit)
        elif change.field == "id":
            self._known(change, edit)
            if not change.after or bad_character(change.after):
                raise PatchError(f"`{change.after}` cannot be an id", edit)
        elif change.field in ORDERS.values():
            stance = Stance(change.field.removeprefix("order "))
            self._known(change, edit)
            self._orders[self._to_key(change.id), stance] = change.after
        elif change.field == "place":
            self._known(change, edit)
            self._coming[self._to_key(change.id)] = change.place[1]
        else:
            self._field(change, edit)

    def _known(self, change: Change, edit: Edit) -> Any:
        key = self._key_of(change)
        if key not in self._parts[change.part]:
            raise PatchError(f"the map has no {change.part.value} `{change.id}`", edit)
        return self._parts[change.part][key]

    def _whole(self, change: Change, edit: Edit) -> None:
        parts = self._parts[change.part]
        if change.after is not None:
            shared = [self._parts[part] for part in NAMED] if change.part in NAMED else [parts]
            if any(change.id in others for others in shared):
                raise PatchError(f"the map has a `{change.id}` already", edit)
            if change.after.id != change.id or (
                change.part in NAMED and (not change.id or bad_character(change.id))
            ):
                raise PatchError(f"`{change.id}` cannot be its id", edit)
            parts[change.id] = change.after
            if change.part is Part.ARGUMENT:
                self._coming[change.id] = change.place[1]
            return
        now, before = self._known(change, edit), change.before
        key = self._key_of(change)
        if change.part is Part.ARGUMENT:
            before = self._translated(before, key)
        elif change.part is Part.CLAIM:
            before = replace(before, id=key)
        if now != before:
            raise PatchError(f"{change.part.value} `{change.id}` is not as it was", edit)
        self._taken_out[change.id] = edit
        if change.part in (Part.SOURCE, Part.PERSON):
            del parts[key]

    def _field(self, change: Change, edit: Edit) -> None:
        now, before = self._known(change, edit), change.before
        if change.field == "premises":
            before = tuple(map(self._to_key, before))
        elif change.field == "target":
            before = self._to_key(before)
        if getattr(now, change.field) != before:
            raise PatchError(
                f"the `{change.field}` of {change.part.value} `{change.id}` is another", edit
            )
        key = self._key_of(change)
        self._parts[change.part][key] = replace(now, **{change.field: change.after})
        if change.field in ("target", "stance"):
            self._coming[key] = change.place[1]

    def _check(self) -> None:
        """That nothing refers to what is not there."""
        claims, arguments = self._parts[Part.CLAIM], self._parts[Part.ARGUMENT]
        for argument in arguments.values():
            self._found(argument.target, f"argument `{argument.id}`", claims, arguments)
            for premise in argument.premises:
                self._found(premise, f"argument `{argument.id}`", claims)
            if not argument.premises:
                raise PatchError(f"argument `{argument.id}` would have no premise")
        for part in (*claims.values(), *arguments.values()):
            for cite in part.cites:
                self._found(cite.source, f"`{part.id}`", self._parts[Part.SOURCE])
        theses = self._about.get("theses", tuple(map(self._to_key, self._old.theses)))
        for thesis in theses:
            self._found(thesis, "the list of theses", claims)
        if not theses:
            raise PatchError("no thesis would be left")

    def _found(self, id: str, by: str, *among: Mapping[str, Any]) -> None:
        if not any(id in parts for parts in among):
            gone = id.removeprefix(_GONE)
            edit = self._taken_out.get(gone)
            raise PatchError(f"{by} needs `{gone}`, which is not there", edit)

    def _arguments(self) -> list[Argument]:
        """The arguments in the order of their rows; those that came stand where they belong."""
        arguments: dict[str, Argument] = self._parts[Part.ARGUMENT]
        came: dict[tuple[str, Stance], list[str]] = {}
        for id in self._coming:
            if id in arguments:
                came.setdefault((arguments[id].target, arguments[id].stance), []).append(id)
        position: dict[str, tuple[int, int]] = {}
        for at, row in enumerate(dict.fromkeys([*self._rows, *came])):
            stayed = [id for id in self._rows.get(row, ()) if id in arguments]
            stayed = [id for id in stayed if id not in self._coming]
            order = ordered(stayed, self._orders.get(row, ()))
            filled = placed(order, came.get(row, ()), self._coming)
            position.update((id, (at, n)) for n, id in enumerate(filled))
        last = len(position)
        return sorted(arguments.values(), key=lambda a: position.get(a.id, (last, 0)))
