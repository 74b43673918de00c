"""Edits of arguments: moved, promoted, retargeted, turned, regrouped, added, removed."""

from collections.abc import Iterator
from dataclasses import replace

from argmap.diff.edits import Change, Edit, Kind, Part
from argmap.diff.ledger import Ledger
from argmap.model import Argument, ArgumentMap


def target_text(map: ArgumentMap, id: str) -> str:
    """What an argument bears on, in words."""
    steps: list[Argument] = []
    while id in map.argument and len(steps) < 3:
        steps.append(map.argument[id])
        id = steps[-1].target
    text = map.claim[id].text if id in map.claim else "…"
    for step in reversed(steps):
        text = f"the step from “{premises_text(map, step)}” to “{text}”"
    return text


def premises_text(map: ArgumentMap, argument: Argument) -> str:
    """The premises of an argument, in words."""
    return " + ".join(map.claim[id].text for id in argument.premises)


def moved(ledger: Ledger) -> None:
    """Arguments that bear on something else than before."""
    for was in ledger.having(Part.ARGUMENT, "target"):
        changes = ledger.take(Part.ARGUMENT, was, "target")
        one, other = ledger.old.argument[was], ledger.new.argument[ledger.new_of[was]]
        first = other.premises[0]
        at_home = one.id, other.id
        homes = (
            ledger.paths[0].home(ledger.old_of.get(first, "")),
            ledger.paths[1].home(first),
        )
        kind, part, id, before = Kind.MOVED, Part.ARGUMENT, other.id, was
        if (one.target in ledger.old.claim) != (other.target in ledger.new.claim):
            kind = Kind.RETARGETED
        elif any(home and home.id == id for home, id in zip(homes, at_home, strict=True)):
            part, id, before = Part.CLAIM, first, ledger.old_of.get(first, "")
            if other.target in ledger.new.claim and _is_above(ledger, one.target, other.target):
                kind = Kind.PROMOTED
        ledger.tell(Edit(
            kind, part, id, before, "target", target_text(ledger.old, one.target),
            target_text(ledger.new, other.target), other.premises[1:], changes=tuple(changes),
        ))  # fmt: skip


def _is_above(ledger: Ledger, target: str, other: str) -> bool:
    """Whether `other` is, in the new version, what `target` bore on in the old."""
    above = ledger.paths[0].above(target)
    return above is not None and ledger.new_of.get(above) == other


def turned(ledger: Ledger) -> None:
    """Arguments that were for and are against, or the other way round."""
    for was in ledger.having(Part.ARGUMENT, "stance"):
        (change,) = ledger.take(Part.ARGUMENT, was, "stance")
        ledger.tell(Edit(
            Kind.TURNED, Part.ARGUMENT, ledger.new_of[was], was, "stance", change.before.value,
            change.after.value, changes=(change,),
        ))  # fmt: skip


def regrouped(ledger: Ledger) -> None:
    """Arguments between which premises went to and fro."""
    for old, new, changes in _groups(ledger):
        order = [a for a in new if len(old) == len(new) == 1 and _same_set(ledger, old[0], a)]
        targets = {ledger.new_of.get(a.target) for a in old} | {a.target for a in new}
        gained = {p for a in new for p in a.premises} - {
            ledger.new_of.get(p) for a in old for p in a.premises
        }
        id, was = _named(ledger, old, new)
        before = "; ".join(premises_text(ledger.old, a) for a in old)
        after = "; ".join(premises_text(ledger.new, a) for a in new)
        travelled = [] if order else _travelled(ledger, old, new)
        if order:
            edit = Edit(Kind.REORDERED, Part.ARGUMENT, id, was, "premises", before, after)
        elif len(targets) > 1 and len(travelled) == 1 and not gained:
            claim, left, joined = travelled[0]
            edit = Edit(
                Kind.MOVED, Part.CLAIM, claim, ledger.old_of[claim], "target",
                target_text(ledger.old, left.target), target_text(ledger.new, joined.target),
            )  # fmt: skip
        else:
            others = tuple(dict.fromkeys(p for a in new for p in a.premises))
            edit = Edit(Kind.REGROUPED, Part.ARGUMENT, id, was, "premises", before, after, others)
        ledger.tell(replace(edit, changes=tuple(changes)))


def _named(ledger: Ledger, old: list[Argument], new: list[Argument]) -> tuple[str, str]:
    """The id of the argument that an edit is named after, and what it was."""
    for argument in new:
        if argument.id in ledger.old_of:
            return argument.id, ledger.old_of[argument.id]
    return new[0].id if new else old[0].id, "" if new else old[0].id


def _same_set(ledger: Ledger, one: Argument, other: Argument) -> bool:
    return {ledger.new_of.get(p) for p in one.premises} == {*other.premises}


def _travelled(
    ledger: Ledger, old: list[Argument], new: list[Argument]
) -> list[tuple[str, Argument, Argument]]:
    """Claims, by new id, that went from one argument to another, with both."""
    before = {ledger.new_of.get(p): a for a in old for p in a.premises}
    return [
        (premise, before[premise], argument)
        for argument in new
        for premise in argument.premises
        if premise in before and ledger.new_of.get(before[premise].id) != argument.id
    ]


def _groups(ledger: Ledger) -> Iterator[tuple[list[Argument], list[Argument], list[Change]]]:
    """Arguments that exchanged premises: as they were, as they are, and their changes."""
    losers: dict[str, list[str]] = {}  # by claim, in new ids, the arguments that lost it
    gainers: dict[str, list[str]] = {}
    olds: dict[str, Argument] = {}
    news: dict[str, Argument] = {}
    for was in ledger.having(Part.ARGUMENT, "premises"):
        key = f"={was}"
        olds[key], news[key] = ledger.old.argument[was], ledger.new.argument[ledger.new_of[was]]
    olds.update((f"-{id}", c.before) for id, c in ledger.gone[Part.ARGUMENT].items())
    news.update((f"+{id}", c.after) for id, c in ledger.came[Part.ARGUMENT].items())
    for key in {**olds, **news}:
        before = [ledger.new_of[p] for p in (olds[key].premises if key in olds else ())
                  if p in ledger.new_of]  # fmt: skip
        after = news[key].premises if key in news else ()
        for premise in before:
            if premise not in after:
                losers.setdefault(premise, []).append(key)
        for premise in after:
            if premise not in before:
                gainers.setdefault(premise, []).append(key)
    near: dict[str, dict[str, None]] = {key: {} for key in {**olds, **news}}
    for claim, keys in losers.items():
        for key in keys:
            for other in gainers.get(claim, ()):
                near[key][other] = near[other][key] = None
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        group, stack = [], [start]
        while stack:
            key = stack.pop()
            if key not in seen:
                seen.add(key)
                group.append(key)
                stack += near[key]
        if len(group) > 1 or start.startswith("="):
            yield (
                [olds[key] for key in group if key in olds],
                [news[key] for key in group if key in news],
                [change for key in group for change in _taken(ledger, key)],
            )


def _taken(ledger: Ledger, key: str) -> list[Change]:
    if key[0] == "=":
        return ledger.take(Part.ARGUMENT, key[1:], "premises")
    pool = ledger.gone if key[0] == "-" else ledger.came
    return [pool[Part.ARGUMENT].pop(key[1:])]


def came_and_went(ledger: Ledger) -> None:
    """Arguments of one version alone; the two of an exclusion are told as one."""
    for kind, pool, map in (
        (Kind.REMOVED, ledger.gone[Part.ARGUMENT], ledger.old),
        (Kind.ADDED, ledger.came[Part.ARGUMENT], ledger.new),
    ):
        partner = {a.id: b.id for pair in map.exclusions for a, b in (pair, pair[::-1])}
        for id in list(pool):
            if id not in pool:
                continue
            changes = [pool.pop(id)]
            other = partner.get(id, "")
            if other in pool:
                changes.append(pool.pop(other))
            argument = map.argument[id]
            text = premises_text(map, argument)
            target = target_text(map, argument.target)
            told = f"“{text}” excludes “{target}”" if len(changes) > 1 else (
                f"“{text}” {argument.stance.value} “{target}”"
            )  # fmt: skip
            removed = kind is Kind.REMOVED
            ledger.tell(Edit(
                kind, Part.ARGUMENT, id, id if removed else "",
                "excludes" if len(changes) > 1 else "",
                told if removed else "", "" if removed else told, changes=tuple(changes),
            ))  # fmt: skip
