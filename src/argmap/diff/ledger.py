"""The changes between two versions, and the edits that have been made of them so far."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from argmap.diff.edits import NAMED, Change, Edit, Kind, Part
from argmap.diff.grades import grade
from argmap.diff.paths import Paths
from argmap.matching import Matching
from argmap.model import ArgumentMap


class Ledger:
    """Each change is told in one edit: who tells it takes it out.

    `came` and `gone` are the claims and arguments of one version alone, by id there; `fields` the
    other changes by part and id in the old version. `new_of` and `old_of` are the ids of claims and
    arguments that are in both.
    """

    def __init__(
        self, old: ArgumentMap, new: ArgumentMap, matching: Matching, arguments: Mapping[str, str],
        changes: Iterable[Change],
    ) -> None:  # fmt: skip
        self.old, self.new, self.matching = old, new, matching
        self.new_of = {**matching.new_of, **arguments}
        self.old_of = {other: one for one, other in self.new_of.items()}
        self.paths = Paths(old), Paths(new)
        self.edits: list[Edit] = []
        self.came: dict[Part, dict[str, Change]] = {part: {} for part in Part}
        self.gone: dict[Part, dict[str, Change]] = {part: {} for part in Part}
        self.fields: dict[tuple[Part, str], dict[str, Change]] = {}
        for change in changes:
            if change.field:
                self.fields.setdefault((change.part, change.id), {})[change.field] = change
            else:
                side = self.gone if change.after is None else self.came
                side[change.part][change.id] = change

    def take(self, part: Part, id: str, field: str) -> list[Change]:
        """The change of a field, if it is still to be told."""
        change = self.fields.get((part, id), {}).pop(field, None)
        return [] if change is None else [change]

    def having(self, part: Part, field: str) -> list[str]:
        """The ids of parts, in the old version, of which a field is still to be told."""
        return [id for (known, id), fields in self.fields.items()
                if known is part and field in fields]  # fmt: skip

    def tell(self, edit: Edit) -> None:
        """Takes an edit in, with where it is, how sure, and how grave."""
        if edit.part in NAMED:
            there = edit.kind is not Kind.REMOVED
            edit = replace(edit, where=self.paths[there].path(edit.id))
            if edit.evidence == "id":
                edit = self._vouched(edit)
        self.edits.append(replace(edit, grade=grade(edit)))

    def _vouched(self, edit: Edit) -> Edit:
        """With the match that it rests on: of several the weakest."""
        ids = [edit.was or self.old_of.get(edit.id, "")]
        if edit.part is Part.ARGUMENT:
            argument = self.old.argument.get(edit.was)
            if argument is None and edit.id in self.new.argument:
                other = self.new.argument[edit.id]
                ids = [self.old_of.get(id, "") for id in (*other.premises, other.target)]
            elif argument is not None:
                ids = [*argument.premises, argument.target]
        found = [self.matching.by_old[id] for id in ids if id in self.matching.by_old]
        if not found:
            return edit
        weakest = min(found, key=lambda match: match.confidence)
        return replace(edit, confidence=weakest.confidence, evidence=weakest.evidence.value)
