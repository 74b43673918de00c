"""Two versions of a map: what was done, as a person would say it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.diff.changes import changes
from argmap.diff.classify import classified
from argmap.diff.edits import Diff
from argmap.diff.paths import Paths
from argmap.matching import Matching, match, match_arguments
from argmap.model import ArgumentMap


@dataclass(frozen=True)
class Comparison:
    """Two versions, what of them is the same thing, and the diff.

    `arguments` has the arguments that are in both, from id in `old` to id in `new`.
    """

    old: ArgumentMap
    new: ArgumentMap
    matching: Matching
    arguments: Mapping[str, str]
    diff: Diff

    @cached_property
    def paths(self) -> tuple[Paths, Paths]:
        """Where things stand in the old version and in the new."""
        return Paths(self.old), Paths(self.new)


def compare(old: ArgumentMap, new: ArgumentMap, *, ignore_ids: bool = False) -> Comparison:
    """What was done to `old` to have `new`; `ignore_ids` matches by texts and surroundings alone
    and tells of no renaming. Never depends on hashes or time."""
    matching = match(old, new, ignore_ids=ignore_ids)
    arguments = match_arguments(old, new, matching, ignore_ids=ignore_ids)
    names = {**matching.new_of, **arguments}
    found = list(changes(old, new, names))
    diff = Diff()
    if found:
        diff = classified(old, new, matching, arguments, found, ignore_ids=ignore_ids)
    return Comparison(old, new, matching, arguments, diff)


def diff(old: ArgumentMap, new: ArgumentMap, *, ignore_ids: bool = False) -> Diff:
    """The edits that lead from `old` to `new`, see `compare`."""
    return compare(old, new, ignore_ids=ignore_ids).diff
