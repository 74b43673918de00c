"""The history of one claim: followed back through rewordings, moves and renamed ids."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from argmap.diagnostics import Spelling
from argmap.diff import Change, Comparison, Diff, Edit, Kind, Part
from argmap.history.walking import Became, Step


class UnknownClaimError(Exception):
    """No version has a claim of that id; `near` is the id that it may have been meant to be."""

    def __init__(self, near: str) -> None:
        super().__init__(near)
        self.near = near


def of_claim(steps: Iterable[Step], claim: str) -> Iterator[Step]:
    """The steps that did something to a claim, or to the arguments from it and to it.

    `claim` is its id in the newest version that has it. A comparison holds the edits of that alone.
    Ends where the claim was added.

    Raises:
        UnknownClaimError: behind all steps.
    """
    id, newest = "", None  # its id in the map at hand, once one has it
    for step in steps:
        newest = newest or step.map
        if not id and step.map is not None and claim in step.map.claim:
            id = claim
        comparison = step.comparison
        if comparison is None:
            if step.became in (Became.ADDED, Became.FIRST) and id:
                yield replace(step, claim=id)
                return
            continue
        if id:
            old, new = _before(comparison, id), id
        elif claim in comparison.old.claim:
            old, new = claim, comparison.matching.new_of.get(claim, "")
        else:
            continue
        edits = tuple(edit for edit in comparison.diff.edits if _about(comparison, edit, old, new))
        if edits:
            diff = Diff(edits, comparison.diff.ids)
            yield replace(step, comparison=replace(comparison, diff=diff), claim=new or old)
        if not old:
            return
        id = old
    if not id:
        raise UnknownClaimError(Spelling(newest.claim if newest else ()).near(claim))


def _before(comparison: Comparison, new: str) -> str:
    """The id in the old version of a claim of the new one; of a part of a split, or of what was
    joined, that of the claim that it comes from; "" if it was added."""
    old = comparison.matching.old_of.get(new, "")
    if old:
        return old
    for edit in comparison.diff.edits:
        parts = {edit.id, *edit.others} if edit.kind is Kind.SPLIT else {edit.id}
        if edit.kind in (Kind.SPLIT, Kind.JOINED) and new in parts:
            return edit.was
    return ""


def _about(comparison: Comparison, edit: Edit, old: str, new: str) -> bool:
    """Whether an edit is about a claim (its ids in both versions), or an argument from it or to
    it."""
    if edit.kind is Kind.SPLIT and (old == edit.was or new in edit.others):
        return True
    if edit.kind is Kind.JOINED and (new == edit.id or old in edit.others):
        return True
    return any(_changes(comparison, change, old, new) for change in edit.changes)


def _changes(comparison: Comparison, change: Change, old: str, new: str) -> bool:
    added = not change.field and change.before is None
    if change.part is Part.CLAIM:
        return change.id == (new if added else old)
    if change.field == "theses":
        return (old in change.before) is not (new in change.after)
    if change.part is not Part.ARGUMENT or change.field == "place":
        return False
    if added:
        sides = [(comparison.new, change.id, new)]
    else:
        after = comparison.arguments.get(change.id, "")
        sides = [(comparison.old, change.id, old), (comparison.new, after, new)]
    for map, id, claim in sides:
        argument = map.argument.get(id)
        if argument is not None and claim in (argument.target, *argument.premises):
            return True
    return False
