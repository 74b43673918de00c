"""Edits of claims: split, joined, interposed, added, removed, reworded."""

from collections.abc import Iterable, Mapping

from argmap.diff.edits import Change, Edit, Kind, Part
from argmap.diff.ledger import Ledger
from argmap.diff.splits import splits
from argmap.diff.words import turning
from argmap.matching import Texts
from argmap.model import ArgumentMap, Claim


def split_and_joined(ledger: Ledger) -> None:
    """Claims that became several, and several that became one."""
    matched = ledger.matching
    for split in splits(ledger.old, ledger.new, matched.new_of):
        changes = [change for id in split.parts for change in _arrival(ledger, id)]
        _share(ledger, Kind.SPLIT, split.whole, split.parts, split.share, changes)
    for split in splits(ledger.new, ledger.old, matched.old_of):
        changes = [change for id in split.parts for change in _departure(ledger, id)]
        _share(ledger, Kind.JOINED, split.whole, split.parts, split.share, changes)


def _share(
    ledger: Ledger, kind: Kind, whole: str, parts: tuple[str, ...], share: float,
    changes: list[Change],
) -> None:  # fmt: skip
    one, other = (ledger.old, ledger.new) if kind is Kind.SPLIT else (ledger.new, ledger.old)
    names, changed = ledger.new_of, whole
    if kind is Kind.SPLIT:
        changes += [] if whole in names else _departure(ledger, whole)
        id, was = names.get(whole, parts[0]), whole
    else:
        changes += [] if whole in ledger.old_of else _arrival(ledger, whole)
        id, was = whole, ledger.old_of.get(whole, parts[0])
        changed = was
    changes += ledger.take(Part.CLAIM, changed, "text")
    texts = one.claim[whole].text, " + ".join(other.claim[part].text for part in parts)
    before, after = texts if kind is Kind.SPLIT else texts[::-1]
    ledger.tell(Edit(
        kind, Part.CLAIM, id, was, before=before, after=after, others=parts,
        confidence=share, evidence="words", changes=tuple(changes),
    ))  # fmt: skip


def interposed(ledger: Ledger) -> None:
    """New claims between a claim and what bore on it."""
    for id in list(ledger.came[Part.CLAIM]):
        targets = {argument.target for argument in ledger.new.used.get(id, ())}
        below = [
            argument
            for argument in ledger.new.bearing.get(id, ())
            if (was := ledger.old_of.get(argument.id)) is not None
            and "target" in ledger.fields.get((Part.ARGUMENT, was), {})
            and ledger.new_of.get(ledger.old.argument[was].target) in targets
        ]
        if below:
            changes = _arrival(ledger, id)
            for argument in below:
                changes += ledger.take(Part.ARGUMENT, ledger.old_of[argument.id], "target")
            others = tuple(dict.fromkeys(p for argument in below for p in argument.premises))
            ledger.tell(Edit(
                Kind.INTERPOSED, Part.CLAIM, id, after=ledger.new.claim[id].text, others=others,
                evidence="absent", changes=tuple(changes),
            ))  # fmt: skip


def came_and_went(ledger: Ledger) -> None:
    """Claims of one version alone; the more another one is like them, the less sure that is."""
    gone, came = (list(pool[Part.CLAIM].values()) for pool in (ledger.gone, ledger.came))
    _came(ledger, _likeness(gone, came))
    _went(ledger, _likeness(came, gone))


def _came(ledger: Ledger, likeness: Mapping[str, float]) -> None:
    """Claims that only the new version has, each with what makes it bear on others."""
    for id in list(ledger.came[Part.CLAIM]):
        ledger.tell(Edit(
            Kind.ADDED, Part.CLAIM, id, after=ledger.new.claim[id].text,
            confidence=1 - likeness.get(id, 0.0), evidence="absent",
            changes=tuple(_arrival(ledger, id)),
        ))  # fmt: skip


def _went(ledger: Ledger, likeness: Mapping[str, float]) -> None:
    """Claims that only the old version has, each with what it bore on and what bore on it.

    What bore on it and now bears on what it bore on is told with it: a claim taken out between.
    """
    taken = [(id, _departure(ledger, id)) for id in list(ledger.gone[Part.CLAIM])]
    for id, changes in taken:
        gone = [id, *(change.id for change in changes if change.part is Part.ARGUMENT)]
        while gone:  # what was said about it, or about a step from it, has nothing to bear on
            for argument in ledger.old.bearing.get(gone.pop(), ()):
                change = ledger.gone[Part.ARGUMENT].pop(argument.id, None)
                if change is not None:
                    changes.append(change)
                    gone.append(argument.id)
        others: dict[str, None] = {}
        targets = {ledger.new_of.get(a.target) for a in ledger.old.used.get(id, ())}
        for argument in ledger.old.bearing.get(id, ()):
            other = ledger.new.argument.get(ledger.new_of.get(argument.id, ""))
            if other is not None and other.target in targets:
                changes += ledger.take(Part.ARGUMENT, argument.id, "target")
                others.update(dict.fromkeys(other.premises))
        ledger.tell(Edit(
            Kind.REMOVED, Part.CLAIM, id, id, before=ledger.old.claim[id].text,
            others=tuple(others), confidence=1 - likeness.get(id, 0.0), evidence="absent",
            changes=tuple(changes),
        ))  # fmt: skip


def reworded(ledger: Ledger) -> None:
    """Claims with another text."""
    for was in ledger.having(Part.CLAIM, "text"):
        (change,) = ledger.take(Part.CLAIM, was, "text")
        ledger.tell(Edit(
            Kind.REWORDED, Part.CLAIM, ledger.new_of[was], was, "text", change.before,
            change.after, turning=turning(change.before, change.after), changes=(change,),
        ))  # fmt: skip


def _arrival(ledger: Ledger, id: str) -> list[Change]:
    """The new claim, the new arguments from it, and the groups of premises that it alone joined."""
    return _lone(ledger, ledger.came, ledger.new, id, ledger.old_of)


def _departure(ledger: Ledger, id: str) -> list[Change]:
    return _lone(ledger, ledger.gone, ledger.old, id, ledger.new_of)


def _lone(
    ledger: Ledger, pool: dict[Part, dict[str, Change]], map: ArgumentMap, id: str,
    names: dict[str, str],
) -> list[Change]:  # fmt: skip
    found = [pool[Part.CLAIM].pop(id, None)]
    for argument in map.used.get(id, ()):
        found.append(pool[Part.ARGUMENT].pop(argument.id, None))
        if argument.id in names:
            was = argument.id if map is ledger.old else names[argument.id]
            if not _exchanged(ledger, was):
                found += ledger.take(Part.ARGUMENT, was, "premises")
    return [change for change in found if change is not None]


def _exchanged(ledger: Ledger, argument: str) -> bool:
    """Whether premises that are in both versions came to an argument, left it or changed order."""
    before = [
        ledger.new_of[id] for id in ledger.old.argument[argument].premises if id in ledger.new_of
    ]
    after = ledger.new.argument[ledger.new_of[argument]].premises
    return before != [id for id in after if id in ledger.old_of]


def _likeness(there: Iterable[Change], here: Iterable[Change]) -> dict[str, float]:
    """How like each claim here is to the likest of those there."""
    claims: list[Claim] = [change.after or change.before for change in there]
    if not claims:
        return {}
    texts = Texts(claim.text for claim in claims)
    found: dict[str, float] = {}
    for change in here:
        claim: Claim = change.after or change.before
        found[claim.id] = max((near for _, near in texts.nearest(claim.text, 1)), default=0.0)
    return found
