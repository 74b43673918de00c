"""What both versions have, merged field by field; what cannot be is a conflict."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from argmap.annotation.layers.model import Annotation, Layer, Value
from argmap.annotation.merging.values import as_extra
from argmap.joining.sets import kept, ordered
from argmap.joining.wording import joined
from argmap.model import Conflict

T = TypeVar("T")

#: Words of a layer that have one value.
_TOP = ("layer", "map", "version", "annotator", "name", "role", "status")


@dataclass(slots=True)
class Fields:
    """Merges fields; `conflicts` collects what both sides changed in different ways.

    A conflict leaves our value, or theirs where ours is gone: no judgement is ever dropped.
    """

    conflicts: list[Conflict] = field(default_factory=list)

    def head(self, base: Layer, ours: Layer, theirs: Layer) -> Layer:
        """Our layer with their changes of everything but annotations and conflicts."""
        changes: dict[str, Any] = {
            name: self._one(
                Conflict("changed", word=name),
                getattr(base, name), getattr(ours, name), getattr(theirs, name),
            )
            for name in _TOP
        }  # fmt: skip
        note = self._text(Conflict("changed", word="note"), base.note, ours.note, theirs.note)
        return replace(
            ours, note=note, **changes,
            codebooks=_set(base.codebooks, ours.codebooks, theirs.codebooks),
            released=_set(base.released, ours.released, theirs.released),
        )  # fmt: skip

    def annotation(
        self, base: Annotation | None, ours: Annotation, theirs: Annotation
    ) -> Annotation:
        """Our annotation with their changes; without a base, with all that either has."""
        if theirs in (ours, base):
            return ours
        changes: dict[str, Any] = {}
        for name in ("target", "motivation", "resolved", "created"):
            old = getattr(base, name) if base else False if name == "resolved" else None
            at = Conflict("changed", ours.id, word=name)
            changes[name] = self._one(at, old, getattr(ours, name), getattr(theirs, name))
        changes["body"] = self._text(
            Conflict("changed", ours.id, word="body"),
            base.body if base else "", ours.body, theirs.body,
        )  # fmt: skip
        changes["labels"] = self._labels(
            Conflict("changed", ours.id, "labels"),
            base.labels if base else {}, ours.labels, theirs.labels,
        )  # fmt: skip
        changes["votes"] = self._votes(base.votes if base else {}, ours, theirs)
        return replace(ours, **changes)

    def _one(self, at: Conflict, base: T, ours: T, theirs: T) -> T:
        """The value that one side changed; a conflict if both did."""
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        values = [as_extra(value) for value in (base, ours, theirs)]
        self.conflicts.append(replace(at, base=values[0], ours=values[1], theirs=values[2]))
        return theirs if values[1] == "" else ours

    def _text(self, at: Conflict, base: str, ours: str, theirs: str) -> str:
        """A text in which changes far enough apart are both kept."""
        if base and ours and theirs and len({base, ours, theirs}) == 3:
            text = joined(base, ours, theirs)
            if text is not None:
                return text
        return self._one(at, base, ours, theirs)

    def _labels(
        self, at: Conflict, base: Mapping[str, Value], ours: Mapping[str, Value],
        theirs: Mapping[str, Value],
    ) -> dict[str, Value]:  # fmt: skip
        found: dict[str, Value] = {}
        for name in ordered([*base], [*ours], [*theirs], {**ours, **theirs}):
            sides = (version.get(name) for version in (base, ours, theirs))
            value = self._one(replace(at, word=name), *sides)
            if value is not None:
                found[name] = value
        return found

    def _votes(
        self, base: Mapping[str, Mapping[str, Value]], ours: Annotation, theirs: Annotation
    ) -> Mapping[str, Mapping[str, Value]]:
        """What each annotator said, label by label; a conflict holds it as {annotator: value}."""
        if theirs.votes in (ours.votes, base):
            return ours.votes
        every = {**ours.votes, **theirs.votes}
        found: dict[str, Mapping[str, Value]] = {}
        for label in ordered([*base], [*ours.votes], [*theirs.votes], every):
            sides = [votes.get(label, {}) for votes in (base, ours.votes, theirs.votes)]
            votes = Fields()
            said = votes._labels(Conflict("changed", ours.id, "votes"), *sides)
            self.conflicts += (_vote(conflict, label) for conflict in votes.conflicts)
            if said or (label in ours.votes and label in theirs.votes):
                found[label] = said
        return found


def _vote(conflict: Conflict, label: str) -> Conflict:
    """A conflict about an annotator as one about the label, which holds the annotator."""
    who = conflict.word
    sides = [
        {who: value} if value != "" else ""
        for value in (conflict.base, conflict.ours, conflict.theirs)
    ]
    return replace(conflict, word=label, base=sides[0], ours=sides[1], theirs=sides[2])


def _set(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    if theirs in (ours, base):
        return ours
    return theirs if ours == base else tuple(kept(base, ours, theirs))
