"""How grave an edit is."""

from argmap.diff.edits import Edit, Grade, Kind, Part
from argmap.diff.words import trivial
from argmap.model import Citation

_EDITORIAL_FIELDS = {
    Part.CLAIM: ("tags", "note", "via"),
    Part.ARGUMENT: ("note",),
    Part.MAP: ("argmap", "title", "description", "authors", "date", "language", "keywords"),
}

# The graver first; a change of polarity and another thesis come before all.
_RANKS = {
    kind: rank
    for rank, kind in enumerate((
        Kind.TURNED, Kind.REMOVED, Kind.ADDED, Kind.RETARGETED, Kind.INTERPOSED, Kind.PROMOTED,
        Kind.MOVED, Kind.JOINED, Kind.SPLIT, Kind.REGROUPED, Kind.REWORDED, Kind.CHANGED,
        Kind.RENAMED, Kind.REORDERED,
    ), start=1)
}  # fmt: skip


def grade(edit: Edit) -> Grade:
    """Whether an edit changes what is argued.

    Editorial are other spellings and signs, ids, order, notes, tags, what describes the map, and
    the entries of sources and people, for what rests on them is told where it is cited.
    """
    if edit.kind in (Kind.RENAMED, Kind.REORDERED) or edit.part in (Part.SOURCE, Part.PERSON):
        return Grade.EDITORIAL
    if edit.kind is Kind.REWORDED:
        return Grade.EDITORIAL if trivial(edit.before, edit.after) else Grade.SUBSTANTIVE
    if edit.kind is Kind.CHANGED:
        if edit.field in _EDITORIAL_FIELDS.get(edit.part, ()):
            return Grade.EDITORIAL
        if edit.field in ("question", "warrant") and trivial(edit.before, edit.after):
            return Grade.EDITORIAL
        if edit.field == "cites" and all(
            _cited(change.before) == _cited(change.after) for change in edit.changes
        ):
            return Grade.EDITORIAL
    return Grade.SUBSTANTIVE


def _cited(cites: tuple[Citation, ...]) -> list[tuple[str, str]]:
    """What is cited, without where in the source it stands."""
    return sorted((cite.source, cite.quote) for cite in cites)


def rank(edit: Edit) -> tuple[bool, int, int]:
    """What edits are sorted by: grade, kind, and how near to the thesis."""
    first = bool(edit.turning) or (edit.part is Part.MAP and edit.field == "theses")
    kind = 0 if first else _RANKS[edit.kind]
    return edit.grade is Grade.EDITORIAL, kind, len(edit.where)
