"""Edits of everything else: fields, entries of sources and people, the map, ids, order."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from argmap.diff.changes import FIELDS, ORDERS
from argmap.diff.edits import NAMED, Change, Edit, Kind, Part
from argmap.diff.ledger import Ledger
from argmap.diff.words import turning
from argmap.model import Argument, ArgumentMap, Citation, Conflict
from argmap.model.ids import slug

#: Fields that state something, so that a "not" in them counts.
_STATED = ("warrant", "question")


def of_parts(ledger: Ledger) -> None:
    """Fields of claims and arguments that are in both versions."""
    for part in NAMED:
        for name in FIELDS[part]:
            for was in ledger.having(part, name):
                (change,) = ledger.take(part, was, name)
                ledger.tell(_changed(part, ledger.new_of[was], was, change))


def of_entries(ledger: Ledger) -> None:
    """Entries of sources and of people."""
    for part in (Part.SOURCE, Part.PERSON):
        for id, change in ledger.gone[part].items():
            before = _entry(change.before)
            ledger.tell(Edit(Kind.REMOVED, part, id, id, before=before, changes=(change,)))
        for id, change in ledger.came[part].items():
            ledger.tell(Edit(Kind.ADDED, part, id, after=_entry(change.after), changes=(change,)))
        for name in FIELDS[part]:
            for id in ledger.having(part, name):
                (change,) = ledger.take(part, id, name)
                ledger.tell(_changed(part, id, id, change))


def of_the_map(ledger: Ledger) -> None:
    """The theses, and what describes the map."""
    for change in list(ledger.fields.pop((Part.MAP, ""), {}).values()):
        if change.field == "theses":
            before = "; ".join(ledger.old.claim[id].text for id in change.before)
            after = "; ".join(ledger.new.claim[id].text for id in change.after)
            edit = Edit(Kind.CHANGED, Part.MAP, "", "", "theses", before, after, changes=(change,))
            ledger.tell(edit)
        else:
            ledger.tell(_changed(Part.MAP, "", "", change))


def renamed(ledger: Ledger, *, silently: bool) -> Mapping[str, str]:
    """Tells of ids that were written and are others; gives the renamings that are not told."""
    silent: dict[str, str] = {}
    for part in NAMED:
        for was in ledger.having(part, "id"):
            (change,) = ledger.take(part, was, "id")
            id = ledger.new_of[was]
            if silently or (_derived(ledger.old, part, was) and _derived(ledger.new, part, id)):
                silent[was] = id
            else:
                ledger.tell(Edit(Kind.RENAMED, part, id, was, "id", was, id, changes=(change,)))
    return silent


def reordered(ledger: Ledger) -> None:
    """What bears on a claim or a step in another order; and places that follow from other edits."""
    for name in ORDERS.values():
        for part in NAMED:
            for was in ledger.having(part, name):
                (change,) = ledger.take(part, was, name)
                before, after = (
                    " · ".join(_first(map, map.argument[id]) for id in ids)
                    for map, ids in ((ledger.old, change.before), (ledger.new, change.after))
                )
                ledger.tell(Edit(Kind.REORDERED, part, ledger.new_of[was], was, name, before, after,
                                 changes=(change,)))  # fmt: skip
    places = [
        change for was in ledger.having(Part.ARGUMENT, "place")
        for change in ledger.take(Part.ARGUMENT, was, "place")
    ]  # fmt: skip
    if places:
        last = ledger.edits[-1]
        ledger.edits[-1] = replace(last, changes=(*last.changes, *places))


def shown(value: Any) -> str:
    """A value of a field, for people."""
    if value is None or value == "" or value == () or value == {}:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, Citation):
        quote = f"“{value.quote}”" if value.quote else ""
        return " ".join(part for part in (quote, value.source, value.at, value.note) if part)
    if isinstance(value, Conflict):
        return " ".join(part for part in (value.kind, value.about, value.word) if part)
    if isinstance(value, tuple | list):
        return ", ".join(map(shown, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {shown(entry)}" for key, entry in value.items())
    return str(value)


def _changed(part: Part, id: str, was: str, change: Change) -> Edit:
    before, after = shown(change.before), shown(change.after)
    turned = turning(before, after) if change.field in _STATED and before and after else ()
    return Edit(
        Kind.CHANGED, part, id, was, change.field, before, after, turning=turned, changes=(change,)
    )


def _entry(entry: Any) -> str:
    return getattr(entry, "title", "") or getattr(entry, "name", "") or entry.id


def _first(map: ArgumentMap, argument: Argument) -> str:
    return map.claim[argument.premises[0]].text


def _derived(map: ArgumentMap, part: Part, id: str) -> bool:
    """Whether an id is what a reader makes of the text where none is written."""
    if part is Part.CLAIM:
        plain = slug(map.claim[id].text)
    else:
        plain = f"step-{map.argument[id].premises[0]}"
    return id == plain or (id.startswith(f"{plain}-") and id.removeprefix(f"{plain}-").isdecimal())
