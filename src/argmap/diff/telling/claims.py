"""Edits of claims, in words."""

from argmap.diff.compare import Comparison
from argmap.diff.edits import Edit, Grade, Kind, Part
from argmap.diff.telling.fields import field_told
from argmap.diff.telling.phrases import Phrases, article
from argmap.diff.telling.pieces import Piece, Told, exchanged, joined, listed, worded

#: The confidence below which a rewording is told with a doubt.
_DOUBTED = 0.5


def claim_told(comparison: Comparison, edit: Edit) -> Told:
    """An edit of a claim, in words."""
    old, new = Phrases(comparison.old), Phrases(comparison.new)
    if edit.kind in (Kind.ADDED, Kind.REMOVED):
        there = new if edit.kind is Kind.ADDED else old
        pieces = [there.claim(edit.id), *_role(there, edit)]
        heirs = listed(map(new.named, edit.others))
        more = [Piece("what bore on it now bears on that: "), *heirs] if heirs else []
        return Told(edit, edit.kind.value, pieces, more)
    under = [Piece("under "), new.named(edit.where[0])] if edit.where else []
    if edit.kind is Kind.INTERPOSED:
        below = listed(map(new.named, edit.others))
        place = joined([under, [Piece("above "), *below]] if under else [below], ", ")
        return Told(edit, "between", [new.claim(edit.id), Piece(", "), *place])
    if edit.kind is Kind.SPLIT:
        parts = listed(map(new.claim, edit.others))
        return Told(edit, "split", [Piece(edit.before, "claim"), Piece(" into "), *parts], under)
    if edit.kind is Kind.JOINED:
        parts = listed(map(old.claim, edit.others))
        return Told(edit, "joined", [*parts, Piece(" into "), new.claim(edit.id)], under)
    if edit.kind in (Kind.MOVED, Kind.PROMOTED):
        return Told(edit, edit.kind.value, moved(comparison, edit, [edit.id, *edit.others]))
    if edit.kind is Kind.REWORDED:
        return _reworded(edit, under)
    if edit.kind is Kind.RENAMED:
        ids = exchanged(edit.before, edit.after)
        return Told(edit, "renamed", [*ids, Piece(", the id of "), new.named(edit.id)])
    if edit.kind is Kind.REORDERED:
        what = "the reasons for " if edit.field == "order for" else "the counterpoints to "
        return Told(edit, "reordered", [Piece(what), new.named(edit.id)])
    return field_told(comparison, edit, [new.named(edit.id)])


def moved(comparison: Comparison, edit: Edit, ids: list[str]) -> list[Piece]:
    """From where to where claims moved; their role is told for both if it is another."""
    old, new = Phrases(comparison.old), Phrases(comparison.new)
    claims = listed(map(new.claim, ids))
    was = next((change.id for change in edit.changes if change.field == "target"), "")
    if was not in comparison.arguments:
        places = [Piece(edit.before, "named"), Piece(" to "), Piece(edit.after, "named")]
        return [*claims, Piece(", from "), *places]
    one, other = comparison.old.argument[was], comparison.new.argument[comparison.arguments[was]]
    if old.role(one) == new.role(other):
        source, goal = old.target(one.target), new.target(other.target)
        role = Piece(f", {article(new.role(other))}, from ")
        return [*claims, role, *source, Piece(" to "), *goal]
    was_, is_ = (" was ", ", is now ") if len(ids) == 1 else (" were ", ", are now ")
    return [*claims, Piece(was_), *old.bears(one), Piece(is_), *new.bears(other)]


def _role(phrases: Phrases, edit: Edit) -> list[Piece]:
    """What an added or removed claim does, or did, in the map."""
    brought = (change.after or change.before for change in edit.changes
               if change.part is Part.ARGUMENT and not change.field)  # fmt: skip
    used = phrases.map.used.get(edit.id, ())
    step = next((argument for argument in brought if edit.id in argument.premises),
                next(iter(used), None))  # fmt: skip
    if step is None:
        return [Piece(", a thesis" if edit.id in phrases.map.theses else ", by itself")]
    others = listed(phrases.named(id) for id in step.premises if id != edit.id)
    together = [Piece(", together with "), *others] if others else []
    return [*together, Piece(", "), *phrases.bears(step)]


def _reworded(edit: Edit, under: list[Piece]) -> Told:
    gained = [f"“{word[1:]}”" for word in edit.turning if word[0] == "+"]
    lost = [f"“{word[1:]}”" for word in edit.turning if word[0] == "-"]
    notes = [f"gained {' and '.join(gained)}"] if gained else []
    notes += [f"lost {' and '.join(lost)}"] if lost else []
    if edit.confidence < _DOUBTED:
        notes.append("taken for the same claim by its place")
    more = joined([*([Piece(note)] for note in notes), *([under] if under else [])], "; ")
    word = "spelling" if edit.grade is Grade.EDITORIAL else "reworded"
    return Told(edit, "meaning" if edit.turning else word, worded(edit.before, edit.after), more)
