"""Edits of fields, of entries and of the map itself, in words."""

from collections import Counter

from argmap.diff.compare import Comparison
from argmap.diff.detail_edits import shown
from argmap.diff.edits import Edit, Kind
from argmap.diff.telling.phrases import Phrases
from argmap.diff.telling.pieces import Piece, Told, exchanged, joined, listed, worded

#: What fields are called to a reader, where that is not their name.
_WORDS = {"by": "speaker", "via": "reporter", "cites": "citation"}


def field_told(comparison: Comparison, edit: Edit, of: list[Piece]) -> Told:
    """A field before and after."""
    pieces = [*of, Piece(": "), *_field(comparison, edit)] if of else _field(comparison, edit)
    return Told(edit, _WORDS.get(edit.field, edit.field), pieces)


def entry_told(comparison: Comparison, edit: Edit) -> Told:
    """An edit of a source, of a person, or of what describes the map."""
    what = edit.part.value
    if edit.kind is Kind.CHANGED:
        if edit.field == "theses":
            return _theses(comparison, edit)
        return field_told(comparison, edit, [Piece(f"{what} {edit.id}")] if edit.id else [])
    entry = exchanged(edit.before, edit.after)
    known = [Piece(f" ({edit.id})")] if edit.id != (edit.after or edit.before) else []
    return Told(edit, edit.kind.value, [Piece(f"the {what} "), *entry, *known])


def _field(comparison: Comparison, edit: Edit) -> list[Piece]:
    """The values; of several those alone that went or came."""
    change = next(change for change in edit.changes if change.field == edit.field)
    if edit.field in ("weight", "strength") and edit.before and edit.after:
        up = "raised" if change.after > change.before else "lowered"
        return [Piece(f"{up} from "), *exchanged(edit.before, edit.after, " to ")]
    if isinstance(change.before, tuple) and isinstance(change.after, tuple):
        before, after = (
            Counter(
                map.speaker.get(value, value) if edit.field in ("by", "via") else shown(value)
                for value in values
            )
            for map, values in ((comparison.old, change.before), (comparison.new, change.after))
        )
        gone = [[Piece(text, "gone")] for text in before - after]
        came = [[Piece(text, "came")] for text in after - before]
        return joined([*gone, *came], " ") or [Piece("in another order")]
    if " " in edit.before and " " in edit.after:
        return worded(edit.before, edit.after)
    return exchanged(edit.before, edit.after) or [Piece("written otherwise")]


def _theses(comparison: Comparison, edit: Edit) -> Told:
    (change,) = [change for change in edit.changes if change.field == "theses"]
    names = comparison.matching.new_of
    old, new = Phrases(comparison.old), Phrases(comparison.new)
    stayed = {names.get(id) for id in change.before}
    came = [new.claim(id) for id in change.after if id not in stayed]
    gone = [old.claim(id) for id in change.before if names.get(id) not in change.after]
    groups = []
    if came:
        is_ = " is now a thesis" if len(came) == 1 else " are now theses"
        groups.append([*listed(came), Piece(is_)])
    if gone:
        is_ = " is no longer a thesis" if len(gone) == 1 else " are no longer theses"
        groups.append([*listed(gone), Piece(is_)])
    order = [Piece("in another order: "), *listed(map(new.named, change.after))]
    return Told(edit, "theses", joined(groups, "; ") or order)
