"""A change of a text taken back, also from a text that has changed elsewhere since."""

from difflib import SequenceMatcher

from argmap.model import ArgumentMap
from argmap.yaml.document import Document
from argmap.yaml.files import loads


def undone(now: Document, after: str, before: str) -> Document | None:
    """The document `now` without the change that made the text `after` of the text `before`.

    None where the lines of the change, or those around them, are no longer as it left them, and
    where taking it back would change anything that came elsewhere.
    """
    if now.source.text == after:
        return loads(before, now.source.name)
    text = without_change(now.source.text, after, before)
    if text is None or now.map is None:
        return None
    found = loads(text, now.source.name)
    new, old = loads(after).map, loads(before).map
    if found.map is None or new is None or old is None:
        return None
    return found if _only(now.map, found.map, new, old) else None


def _only(now: ArgumentMap, found: ArgumentMap, after: ArgumentMap, before: ArgumentMap) -> bool:
    """Whether from `now` to `found` no more happened than from `after` to `before`."""
    here, there, new, old = (
        {part.id: part for part in map.parts} for map in (now, found, after, before)
    )
    changed = {id for id in {*new, *old} if new.get(id) != old.get(id)}
    return all(here.get(id) == there.get(id) for id in {*here, *there} - changed)


def without_change(now: str, after: str, before: str) -> str | None:
    """The lines of `now` without the change; None where it or its surroundings changed since."""
    if before == after:
        return now
    ours, base, wanted = (text.splitlines(keepends=True) for text in (now, after, before))
    head, tail = _ends(base, wanted)
    start, stop = head, len(base) - tail
    new = wanted[head : len(wanted) - tail]
    # What came right before or behind may belong to it.
    above, below = max(start - 1, 0), min(stop + 1, len(base))
    shift = _shift(base, ours, above, below)
    if shift is None:
        return None
    return "".join([*ours[: start + shift], *new, *ours[stop + shift :]])


def _shift(base: list[str], ours: list[str], above: int, below: int) -> int | None:
    """By how many lines a stretch of `base` was moved in `ours`, where it stands unchanged."""
    head, tail = _ends(base, ours)
    if below <= head:
        return 0 if below < len(base) or len(ours) == len(base) else None
    if above >= len(base) - tail:
        return len(ours) - len(base) if above or len(ours) == len(base) else None
    inside = SequenceMatcher(
        None, base[head : len(base) - tail], ours[head : len(ours) - tail], autojunk=False
    )
    for at, to, size in inside.get_matching_blocks():
        if at + head <= above and below <= at + head + size:
            return to - at
    return None


def _ends(one: list[str], other: list[str]) -> tuple[int, int]:
    """How many lines two texts share at their beginning, and at their end besides."""
    most = min(len(one), len(other))
    head = 0
    while head < most and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < most - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail
