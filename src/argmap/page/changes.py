"""Two versions of a map for the page: both in one, what became of each part, and the edits."""

from collections.abc import Iterable, Iterator
from typing import Any

from argmap.diff import Comparison
from argmap.diff.edits import NAMED, Edit, Kind
from argmap.diff.report import summary
from argmap.diff.telling import Told, told
from argmap.diff.union import union
from argmap.diff.union_map import joined
from argmap.model import ArgumentMap
from argmap.model.outline import outline
from argmap.model.overlay import Mark
from argmap.page.data import Data, as_data, exclusions


def compared(comparison: Comparison, old: str, new: str) -> Data:
    """The page of a diff; `old` and `new` are what a reader calls the versions.

    The map is the union of both: a claim of the new version is at home where that has it. Under
    ``changes``: ``{"old", "new", "summary", "edits", "marks": {part id: …}, "folded"}``. An edit
    has ``lines`` of pieces ``[dress, text]``, the dress as in `argmap.diff.telling.Piece`; edits
    that were made by the same stroke as the one before them have a ``depth``. What is ``folded``
    at first are claims below which nothing was changed.
    """
    both = union(comparison, old, new)
    data = as_data(both.map, outline(comparison.new).home)
    places = _Places(comparison, both.map)
    return data | {
        "changes": {
            "old": old,
            "new": new,
            "summary": summary(comparison),
            "edits": [_edit(entry, depth, places) for entry, depth in _flat(told(comparison))],
            "marks": {id: _mark(mark) for id, mark in both.overlay.marks.items()},
            "folded": [*_folded(both.map, data, both.overlay.marks.keys())],
        }
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "change": mark.fate.value if mark.fate else "",
        "words": [[run, text] for run, text in mark.words],
        "badges": [*mark.badges],
        "note": mark.note,
    }


def _flat(entries: Iterable[Told]) -> Iterator[tuple[Told, int]]:
    """Edits in their order, each with how deep below others it is told."""
    stack = [(entry, 0) for entry in entries][::-1]
    while stack:
        entry, depth = stack.pop()
        yield entry, depth
        stack += [(below, depth + 1) for below in entry.below[::-1]]


def _edit(entry: Told, depth: int, places: "_Places") -> dict[str, Any]:
    edit = entry.edit
    lines = [entry.pieces, entry.more] if entry.more else [entry.pieces]
    return {
        "kind": edit.kind.value,
        "part": edit.part.value,
        "grade": edit.grade.value,
        "id": places.of(edit),
        "others": places.others(edit),
        "word": entry.word,
        "lines": [[[piece.dress, piece.text] for piece in line] for line in lines],
        "depth": depth,
    }


class _Places:
    """Where on the page a reader sees what an edit is about."""

    def __init__(self, comparison: Comparison, both: ArgumentMap) -> None:
        self.old, self.map = comparison.old, both
        self.names = joined(comparison).names
        self.excluding = exclusions(both)

    def of(self, edit: Edit) -> str:
        """A claim or an argument; nothing if it is about neither."""
        if edit.part not in NAMED:
            return ""
        id = self.names[edit.id] if edit.kind is Kind.REMOVED else edit.id
        if id not in self.map.claim and id not in self.map.argument:
            # The same is argued by another argument still, so this one is not shown.
            id = self.names[self.old.argument[edit.id].premises[0]]
        return self.excluding.get(id, id)

    def others(self, edit: Edit) -> list[str]:
        """The other claims that it is about."""
        if edit.part not in NAMED:
            return []
        return [self.names[id] if edit.kind is Kind.JOINED else id for id in edit.others]


def _folded(map: ArgumentMap, data: Data, marked: Iterable[str]) -> Iterator[str]:
    """The claims with something below them of which nothing is marked."""
    open: set[str] = set()
    ahead = [*marked]
    while ahead:
        id = ahead.pop()
        if id in open:
            continue
        open.add(id)
        argument = map.argument.get(id)
        if argument is None:
            home = data["claims"][id]["home"]
            ahead += [home] if home else ()
        else:
            ahead.append(argument.target)
    # A claim is open for what is below it, not for a mark of its own.
    above = {map.argument[id].target for id in open if id in map.argument}
    yield from (id for id in data["claims"] if id in data["below"] and id not in above)
