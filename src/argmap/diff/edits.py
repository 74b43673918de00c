"""What a diff is made of: edits for people, and the changes of fields that each stands for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any, TypeAlias

#: What a field holds, or a whole part: a value of `argmap.model`, or None for nothing.
Value: TypeAlias = Any


class Part(str, Enum):
    """What of a map an edit is about."""

    CLAIM = "claim"
    ARGUMENT = "argument"
    SOURCE = "source"
    PERSON = "person"
    MAP = "map"

    __hash__ = str.__hash__  # equal to its text, so hashed as its text


#: The parts that share their ids, which may be renamed.
NAMED = (Part.CLAIM, Part.ARGUMENT)


class Kind(str, Enum):
    """What was done to it."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    SPLIT = "split"  # one claim became several
    JOINED = "joined"  # several claims became one
    MOVED = "moved"  # it bears on something else; what is below it came along
    PROMOTED = "promoted"  # it bears on what was one step further up
    INTERPOSED = "interposed"  # a new claim stands between a claim and what bore on it
    TURNED = "turned"  # from for to against, or back
    RETARGETED = "retargeted"  # from a claim to a step, or back
    REGROUPED = "regrouped"  # other premises stand together
    CHANGED = "changed"  # another field
    RENAMED = "renamed"
    REORDERED = "reordered"

    __hash__ = str.__hash__


class Grade(str, Enum):
    """Whether an edit touches the argument, or only how it is told."""

    SUBSTANTIVE = "substantive"
    EDITORIAL = "editorial"

    __hash__ = str.__hash__


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one part, before and after.

    Attributes:
        id: in the old version; of what only the new one has, in the new.
        field: "" for the whole part, which then is None on one side; "id" for a renaming; for a
            claim or an argument "order for" and "order against" for the order of what bears on it;
            "place" for an argument that only comes to stand among others, or leaves them.
        before: in the ids of the old version.
        after: in the ids of the new version.
        place: where this brings an argument under another target or to the other stance, the
            argument before it there, in the old version and in the new: "" if it is the first,
            None if that says nothing.
    """

    part: Part
    id: str
    field: str
    before: Value
    after: Value
    place: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was done, as a person would say it.

    Attributes:
        id: of what it is about, in the new version; of what was removed, in the old.
        was: its id in the old version; "" if it was not there.
        field: which one was changed.
        before, after: what it says of itself, for people: texts, stances, values.
        others: ids of the other claims that it is about: the parts of a split (new ids), what was
            joined (old ids), what stands below an interposed claim, what bore on a removed one and
            now bears on what that bore on, what was moved together.
        where: ids of the claims from the one that it bears on up to the thesis.
        confidence: how sure it is that the two versions are compared rightly, 0 to 1.
        evidence: what that rests on, see `argmap.matching.Evidence`; "words" for a split or a join;
            "absent" where the other version has nothing like it.
        turning: words such as "not" and "only" that a rewording gained ("+not") or lost ("-not").
        changes: what it stands for; those of all edits together make the new version of the old.
    """

    kind: Kind
    part: Part
    id: str
    was: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    others: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    confidence: float = 1.0
    evidence: str = "id"
    grade: Grade = Grade.SUBSTANTIVE
    turning: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Diff:
    """The edits that lead from one version of a map to another, the graver first.

    `ids` has the renamings that no edit tells, from old to new: of ids that come from the text, and
    of all where ids were ignored.
    """

    edits: tuple[Edit, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.edits)

    @property
    def changes(self) -> Iterator[Change]:
        """The changes of all edits."""
        for edit in self.edits:
            yield from edit.changes

    @cached_property
    def new_of(self) -> Mapping[str, str]:
        """From id in the old version to id in the new, for all that has another one."""
        told = {change.id: str(change.after) for change in self.changes if change.field == "id"}
        return {**self.ids, **told}
