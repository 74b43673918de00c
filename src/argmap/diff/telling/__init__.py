"""Edits in words: what was done as a sentence, and what was done below it by the same stroke."""

from argmap.diff.compare import Comparison
from argmap.diff.edits import Edit, Kind, Part
from argmap.diff.telling.arguments import argument_told
from argmap.diff.telling.claims import claim_told
from argmap.diff.telling.fields import entry_told
from argmap.diff.telling.pieces import Piece, Told
from argmap.model import ArgumentMap, Stance

__all__ = ["Piece", "Told", "relation", "told"]


#: Renamings that are told one by one; of more there are a few lines and a number.
_IDS = 20


def told(comparison: Comparison) -> list[Told]:
    """The edits in words and in their order; claims that were added below an added one stand
    below it, and so for those that were removed."""
    found = [_told(comparison, edit) for edit in comparison.diff.edits]
    heads = {(entry.edit.kind, entry.edit.id): entry for entry in found if _whole(entry.edit)}
    roots: list[Told] = []
    for entry in found:
        above = entry.edit.where[0] if entry.edit.where else ""
        head = heads.get((entry.edit.kind, above)) if _whole(entry.edit) else None
        (roots if head is None else head.below).append(entry)
    return _fewer_ids(roots)


def _fewer_ids(entries: list[Told]) -> list[Told]:
    renamed = [entry for entry in entries if entry.edit.kind is Kind.RENAMED]
    if len(renamed) <= _IDS:
        return entries
    left = {id(entry) for entry in renamed[_IDS:]}
    last = Piece(f"… and {len(left)} more ids, which `--ignore-ids` leaves out")
    kept = [entry for entry in entries if id(entry) not in left]
    place = kept.index(renamed[_IDS - 1]) + 1
    return [*kept[:place], Told(renamed[_IDS].edit, "renamed", [last]), *kept[place:]]


def relation(map: ArgumentMap, id: str) -> str:
    """How a claim bears on the one above it: "because" or "but"."""
    argument = next(iter(map.used.get(id, ())), None)
    if argument is None:
        return "also"
    return "because" if argument.stance is Stance.FOR else "but"


def _whole(edit: Edit) -> bool:
    return edit.part is Part.CLAIM and edit.kind in (Kind.ADDED, Kind.REMOVED)


def _told(comparison: Comparison, edit: Edit) -> Told:
    if edit.part is Part.CLAIM:
        return claim_told(comparison, edit)
    if edit.part is Part.ARGUMENT:
        return argument_told(comparison, edit)
    return entry_told(comparison, edit)
