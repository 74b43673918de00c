"""The flat model: a claim, an argument, and the map that holds them.

The shapes here are also the documented JSON of ``argmap show --format json``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Any, TypeAlias

#: A value of a user's own field under `sources` or `people`: a text, or lists and blocks of them.
Extra: TypeAlias = Any

#: What a link may start with: nothing that runs a program.
SAFE_LINKS = ("http://", "https://", "mailto:")


class Stance(str, Enum):
    """What an argument does to its target."""

    FOR = "for"
    AGAINST = "against"

    __hash__ = str.__hash__  # equal to its text, so hashed as its text


@dataclass(frozen=True, slots=True)
class Citation:
    """Where something is said: a source of the map, the words quoted, the place in the source."""

    source: str
    quote: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that can be true or false, or a proposal.

    `standing` is how those in `by` stand to it; `weight` (0 to 1) is how far the reader grants it
    before any argument.
    """

    id: str
    text: str
    by: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    kind: str = ""
    basis: str = ""
    implicit: bool = False
    standing: str = ""
    weight: float | None = None
    cites: tuple[Citation, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """One step from premises (claim ids, linked if several) to a target: a claim or an argument."""

    id: str
    premises: tuple[str, ...]
    stance: Stance
    target: str
    by: tuple[str, ...] = ()
    scheme: str = ""
    warrant: str = ""
    strength: float | None = None
    cites: tuple[Citation, ...] = ()
    note: str = ""

    @property
    def explains(self) -> bool:
        """Whether the step explains its target instead of arguing for it."""
        return self.scheme == "explanation"

    @property
    def supports(self) -> bool:
        return self.stance is Stance.FOR and self.scheme != "explanation"


@dataclass(frozen=True, slots=True)
class Reference:
    """A source of the map; `extra` holds the fields of the user's own."""

    id: str
    title: str = ""
    author: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    file: str = ""
    extra: Mapping[str, Extra] = field(default_factory=dict)

    @property
    def link(self) -> str:
        """The `url` if it is safe to follow from a picture or a page, else nothing."""
        return self.url if self.url.lower().startswith(SAFE_LINKS) else ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who asserts claims; `extra` holds the fields of the user's own."""

    id: str
    name: str = ""
    role: str = ""
    extra: Mapping[str, Extra] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """What a merge of two versions could not settle; until it is settled, the map has our value.

    `kind` is one of `CONFLICTS`. `about` is the id of a claim or an argument (of a source or a
    person, if `among` says so; empty: the map itself), `word` the word that both changed. `base`,
    `ours` and `theirs` are what the versions have there: texts, lists and blocks of texts.
    """

    kind: str
    about: str = ""
    among: str = ""
    word: str = ""
    base: Extra = ""
    ours: Extra = ""
    theirs: Extra = ""


#: What can be left to settle: one word changed on both sides; parts deleted on one side that the
#: other edited or built on; a claim moved to two places; a circle that neither side has; one id for
#: two claims. For `moved` and `circle`, `theirs` has the arguments that are kept out of the map.
CONFLICTS = ("changed", "deleted", "moved", "circle", "one id")


@dataclass(frozen=True)
class ArgumentMap:
    """A whole map. Claims and arguments keep the order in which they are read."""

    claims: tuple[Claim, ...]
    arguments: tuple[Argument, ...] = ()
    theses: tuple[str, ...] = ()
    argmap: str = ""
    title: str = ""
    question: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    language: str = ""
    keywords: tuple[str, ...] = ()
    sources: tuple[Reference, ...] = ()
    people: tuple[Person, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @cached_property
    def claim(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def argument(self) -> Mapping[str, Argument]:
        """Arguments by id."""
        return {argument.id: argument for argument in self.arguments}

    @property
    def parts(self) -> Iterator[Claim | Argument]:
        """All claims, then all arguments."""
        yield from self.claims
        yield from self.arguments

    @cached_property
    def bearing(self) -> Mapping[str, tuple[Argument, ...]]:
        """The arguments that bear on a claim or an argument, by its id, in the map's order."""
        found: dict[str, list[Argument]] = {}
        for argument in self.arguments:
            found.setdefault(argument.target, []).append(argument)
        return {target: tuple(arguments) for target, arguments in found.items()}

    @cached_property
    def used(self) -> Mapping[str, tuple[Argument, ...]]:
        """The arguments in which a claim is a premise, by the claim's id, in the map's order."""
        found: dict[str, list[Argument]] = {}
        for argument in self.arguments:
            for premise in argument.premises:
                found.setdefault(premise, []).append(argument)
        return {claim: tuple(arguments) for claim, arguments in found.items()}

    @cached_property
    def exclusions(self) -> tuple[tuple[Argument, Argument], ...]:
        """Pairs of bare arguments by which two claims count against each other: the only ones."""
        attacks: dict[tuple[str, str], list[Argument]] = {}
        for a in self.arguments:
            if a.stance is Stance.AGAINST and len(a.premises) == 1 and a.target in self.claim:
                attacks.setdefault((a.premises[0], a.target), []).append(a)
        bare = {
            ends: a
            for ends, (a, *others) in attacks.items()
            if not others
            and a.premises[0] != a.target
            and a.id not in self.bearing
            and not (a.by or a.scheme or a.warrant or a.cites or a.note or a.strength is not None)
        }
        pairs: list[tuple[Argument, Argument]] = []
        taken: set[str] = set()
        for (premise, target), argument in bare.items():
            back = bare.get((target, premise))
            if back is not None and argument.id not in taken:
                pairs.append((argument, back))
                taken.update((argument.id, back.id))
        return tuple(pairs)

    @cached_property
    def speaker(self) -> Mapping[str, str]:
        """The name to show for an entry of `by` or `via`."""
        return {person.id: person.name or person.id for person in self.people}

    def _repr_svg_(self) -> str:
        """The map as a picture, for notebooks."""
        from argmap.rendering import svg

        return svg(self)
