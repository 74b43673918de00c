"""A diff turned round."""

from collections.abc import Mapping
from dataclasses import replace

from argmap.diff.edits import NAMED, Diff, Edit, Kind

_REVERSED = {
    Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.SPLIT: Kind.JOINED,
    Kind.JOINED: Kind.SPLIT, Kind.INTERPOSED: Kind.REMOVED, Kind.PROMOTED: Kind.MOVED,
}  # fmt: skip


def undone(diff: Diff) -> Diff:
    """The diff that leads back; told from the other side, so what was added is removed."""
    new_of = diff.new_of
    old_of = {new: old for old, new in new_of.items()}
    return Diff(
        tuple(_reversed(edit, new_of, old_of) for edit in diff.edits),
        {new: old for old, new in diff.ids.items()},
    )


def _reversed(edit: Edit, new_of: Mapping[str, str], old_of: Mapping[str, str]) -> Edit:
    gone = {"+": "-", "-": "+"}
    return replace(
        edit,
        kind=_reversed_kind(edit),
        id=edit.was or edit.id,
        was=edit.id if edit.was else _was(edit),
        before=edit.after,
        after=edit.before,
        where=tuple(old_of.get(id, id) for id in edit.where),
        others=tuple(old_of.get(id, id) for id in edit.others),
        turning=tuple(gone[word[0]] + word[1:] for word in edit.turning),
        changes=tuple(
            replace(
                change,
                id=new_of.get(change.id, change.id)
                if change.field and change.part in NAMED
                else change.id,
                before=change.after,
                after=change.before,
                place=change.place[::-1],
            )
            for change in edit.changes
        ),
    )


def _reversed_kind(edit: Edit) -> Kind:
    if edit.kind is Kind.REMOVED and edit.others:
        return Kind.INTERPOSED
    return _REVERSED.get(edit.kind, edit.kind)


def _was(edit: Edit) -> str:
    return edit.id if edit.kind in (Kind.ADDED, Kind.INTERPOSED) else ""
