"""Edits of arguments, in words."""

from argmap.diff.compare import Comparison
from argmap.diff.edits import Edit, Kind, Part
from argmap.diff.telling.claims import moved
from argmap.diff.telling.fields import field_told
from argmap.diff.telling.phrases import Phrases, article
from argmap.diff.telling.pieces import Piece, Told, exchanged, joined, listed
from argmap.model import Argument


def argument_told(comparison: Comparison, edit: Edit) -> Told:
    """An edit of an argument, in words."""
    old, new = Phrases(comparison.old), Phrases(comparison.new)
    if edit.kind in (Kind.ADDED, Kind.REMOVED):
        return _came_or_went(edit, new if edit.kind is Kind.ADDED else old)
    argument = comparison.new.argument[edit.id]
    if edit.kind is Kind.TURNED:
        return Told(edit, "turned", [
            *new.premises(argument),
            Piece(" was "),
            Piece(article(old.role(comparison.old.argument[edit.was])), "gone"),
            Piece(", is now "),
            Piece(article(new.role(argument)), "came"),
            *_rest(new.bears(argument)),
        ])  # fmt: skip
    if edit.kind in (Kind.MOVED, Kind.RETARGETED):
        return Told(edit, edit.kind.value, moved(comparison, edit, [*argument.premises]))
    if edit.kind is Kind.REGROUPED:
        return _regrouped(comparison, edit, argument)
    if edit.kind is Kind.RENAMED:
        ids = exchanged(edit.before, edit.after)
        return Told(edit, "renamed", [*ids, Piece(", the id of "), *new.step(argument)])
    if edit.kind is Kind.REORDERED:
        what = {"premises": "the premises of ", "order for": "the reasons for "}
        head = Piece(what.get(edit.field, "the objections to "))
        return Told(edit, "reordered", [head, *new.step(argument)])
    return field_told(comparison, edit, new.step(argument))


def _came_or_went(edit: Edit, phrases: Phrases) -> Told:
    argument = phrases.map.argument[edit.id]
    came, several = edit.kind is Kind.ADDED, len(argument.premises) > 1
    if edit.field == "excludes":
        verb = " now excludes " if came else " no longer excludes "
        target = phrases.target(argument.target)
        return Told(edit, "excludes", [*phrases.premises(argument), Piece(verb), *target])
    verb = f" {'are' if several else 'is'} {'now also' if came else 'no longer'} "
    pieces = [*phrases.premises(argument), Piece(verb), *phrases.bears(argument)]
    return Told(edit, edit.kind.value, pieces)


def _rest(bears: list[Piece]) -> list[Piece]:
    """``a reason for “…”`` without its role."""
    preposition = bears[0].text.split()[-1]
    return [Piece(f" {preposition} "), *bears[1:]]


def _regrouped(comparison: Comparison, edit: Edit, argument: Argument) -> Told:
    """What stands together now; where one claim alone left or came, that one."""
    old: list[Argument] = []
    new: list[Argument] = []
    for change in edit.changes:
        if change.part is Part.ARGUMENT and not change.field:
            (old if change.after is None else new).append(change.before or change.after)
        elif change.field == "premises":
            old.append(comparison.old.argument[change.id])
            new.append(comparison.new.argument[comparison.arguments[change.id]])
    phrases = Phrases(comparison.old), Phrases(comparison.new)
    before, after = (
        [[there.named(id) for id in a.premises] for a in arguments]
        for there, arguments in zip(phrases, (old, new), strict=True)
    )
    bears = phrases[1].bears(argument)
    if len(old) == 1 and len(new) == 2 and len(after[1]) == 1:
        parted = [Piece(", no longer together with "), *listed(after[0])]
        return Told(edit, "told apart", [*after[1], Piece(" is by itself "), *bears, *parted])
    if len(old) == 2 and len(new) == 1 and len(before[1]) == 1:
        pieces = [*listed(after[0]), Piece(" together are now "), *bears]
        return Told(edit, "linked", pieces, [Piece("by itself before: "), *before[1]])
    were, are = (
        joined((joined(([piece] for piece in group), " + ") for group in groups), "; ")
        for groups in (before, after)
    )
    return Told(edit, "regrouped", [*are, Piece(": now "), *bears], [Piece("before: "), *were])
