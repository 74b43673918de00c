"""Parts that both versions have, merged field by field; what cannot be is a conflict."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias, TypeVar

from argmap.joining.sets import kept, ordered
from argmap.joining.wording import joined
from argmap.merge.values import as_value, word_of
from argmap.model import Argument, ArgumentMap, Citation, Claim, Conflict, Person, Reference

#: Texts in which changes far enough apart are both kept.
_TEXTS = frozenset(("text", "note", "title", "question", "description"))
#: What is merged elsewhere, with the whole map in view.
_ELSEWHERE = frozenset(
    ("id", "premises", "stance", "target", "theses", "claims", "arguments", "sources", "people",
     "conflicts")
)  # fmt: skip

Thing: TypeAlias = Claim | Argument | Reference | Person | ArgumentMap
T = TypeVar("T", Claim, Argument, Reference, Person, ArgumentMap)


@dataclass(slots=True)
class Fields:
    """Merges fields; `conflicts` collects what both sides changed in different ways."""

    conflicts: list[Conflict] = field(default_factory=list)

    def merged(self, base: T, ours: T, theirs: T, among: str = "") -> T:
        """Ours with their changes. `base` has nothing in it where both sides added the part.

        Where parts bear on each other (premises, stance and target) ours are left as they are.
        """
        if theirs in (ours, base):
            return ours
        about = "" if isinstance(ours, ArgumentMap) else ours.id
        changes: dict[str, Any] = {}
        for name in _names(type(ours)):
            old, one, other = getattr(base, name), getattr(ours, name), getattr(theirs, name)
            if other not in (one, old):
                new = other
                if one != old:
                    new = self._value(
                        Conflict("changed", about, among, word_of(name)), name, old, one, other
                    )
                if new != one:
                    changes[name] = new
        return replace(ours, **changes) if changes else ours

    def scalar(self, at: Conflict, base: Any, ours: Any, theirs: Any) -> Any:
        """The value that one side changed; ours and a conflict if both did."""
        if theirs in (ours, base):
            return ours
        if ours == base:
            return theirs
        sides = [as_value(value) for value in (base, ours, theirs)]
        self.conflicts.append(replace(at, base=sides[0], ours=sides[1], theirs=sides[2]))
        return ours

    def _value(self, at: Conflict, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        if name == "cites":
            return self._cites(at, base, ours, theirs)
        if name == "extra":
            return self._extra(at, base, ours, theirs)
        if isinstance(ours, tuple):
            return tuple(kept(base, ours, theirs))
        if name in _TEXTS and base and ours and theirs:
            text = joined(base, ours, theirs)
            if text is not None:
                return text
        return self.scalar(at, base, ours, theirs)

    def _cites(
        self, at: Conflict, base: Sequence[Citation], ours: Sequence[Citation],
        theirs: Sequence[Citation],
    ) -> tuple[Citation, ...]:  # fmt: skip
        """Citations as a set; one that both changed in different ways is a conflict."""
        to_ours, to_theirs = _changed(base, ours), _changed(base, theirs)
        result = kept(base, ours, theirs)
        for old in base:
            # None: what became of it is gone on that side.
            one = to_ours.get(old, old if old in ours else None)
            other = to_theirs.get(old, old if old in theirs else None)
            if old not in (one, other) and one != other:
                if other in result and other not in ours:
                    result.remove(other)
                self.scalar(at, old, one, other)
        return tuple(result)

    def _extra(
        self, at: Conflict, base: Mapping[str, Any], ours: Mapping[str, Any],
        theirs: Mapping[str, Any],
    ) -> dict[str, Any]:  # fmt: skip
        result: dict[str, Any] = {}
        for name in ordered([*base], [*ours], [*theirs], {**ours, **theirs}):
            sides = [version.get(name) for version in (base, ours, theirs)]
            value = self.scalar(replace(at, word=name), *sides)
            if value is not None:
                result[name] = value
        return result


def _changed(base: Sequence[Citation], new: Sequence[Citation]) -> dict[Citation, Citation]:
    """The citations that were changed, with what they became: first by the words quoted."""
    gone = [cite for cite in dict.fromkeys(base) if cite not in new]
    come = [cite for cite in dict.fromkeys(new) if cite not in base]
    found: dict[Citation, Citation] = {}
    for name in ("quote", "at"):
        for old in gone:
            likely = [
                cite
                for cite in come
                if cite.source == old.source and getattr(cite, name) == getattr(old, name)
            ]
            if old not in found and len(likely) == 1:
                found[old] = likely[0]
                come.remove(likely[0])
    return found


_KNOWN: dict[type, tuple[str, ...]] = {}


def _names(kind: type) -> tuple[str, ...]:
    """The fields of a part that are merged one by one."""
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(f.name for f in fields(kind) if f.name not in _ELSEWHERE)
    return _KNOWN[kind]
