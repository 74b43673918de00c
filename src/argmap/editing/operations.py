"""What a person can do to a map, as values.

`after` is the sibling behind which something is to stand: an argument with the same target and
stance, a thesis, or a premise. An empty one means the first place, None the last.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

from argmap.model import Stance

#: What a field can be given.
FieldValue: TypeAlias = bool | float | str | tuple[str, ...] | None


class _Strict:
    """No words besides those of the operation."""

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(_Strict):
    """A new claim as a reason or a counterpoint."""

    do: Literal["add"] = "add"
    text: str
    stance: Stance
    target: str
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse(_Strict):
    """A claim that is there, as a reason or a counterpoint once more."""

    do: Literal["reuse"] = "reuse"
    claim: str
    stance: Stance
    target: str
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddThesis(_Strict):
    """A new thesis."""

    do: Literal["thesis"] = "thesis"
    text: str
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddPremise(_Strict):
    """A linked premise for an argument: a new claim by its `text`, or one that is there."""

    do: Literal["premise"] = "premise"
    argument: str
    text: str = ""
    claim: str = ""
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit(_Strict):
    """Another value for a field of a claim or an argument; an empty one clears it."""

    do: Literal["edit"] = "edit"
    id: str
    field: str
    value: FieldValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(_Strict):
    """A citation more, or another in place of the one of that `number` (from 0)."""

    do: Literal["cite"] = "cite"
    id: str
    source: str
    quote: str = ""
    at: str = ""
    note: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncite(_Strict):
    """A citation less: that of a `number`, from 0."""

    do: Literal["uncite"] = "uncite"
    id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move(_Strict):
    """Another target, stance or place for an argument."""

    do: Literal["move"] = "move"
    id: str
    target: str
    stance: Stance
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove(_Strict):
    """A claim, wherever it is used, or an argument; and what hangs on it alone."""

    do: Literal["remove"] = "remove"
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlink(_Strict):
    """A premise taken out of an argument, to stand right behind it as an argument of its own."""

    do: Literal["unlink"] = "unlink"
    argument: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(_Strict):
    """The premises of `other` linked with those of `argument`; the step of `other` goes."""

    do: Literal["join"] = "join"
    argument: str
    other: str


Operation: TypeAlias = (
    Add | Reuse | AddThesis | AddPremise | Edit | Cite | Uncite | Move | Remove | Unlink | Join
)
