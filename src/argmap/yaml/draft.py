"""What the nesting of a text says, before ids are given and references followed."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic
from argmap.model import Conflict, Person, Reference, Stance
from argmap.yaml.tree import Mapping, Node, Scalar


class DraftClaim:
    """A claim as read: its node, its written id if it has one, and its other fields."""

    __slots__ = ("fields", "id", "node", "text")

    def __init__(self, node: Node, text: str) -> None:
        self.node, self.text, self.id = node, text, ""
        self.fields: dict[str, object] = {}


class DraftArgument:
    """An argument as read. A premise is a claim, or the scalar of a reference to one."""

    __slots__ = ("fields", "id", "node", "premises", "stance", "step", "target")

    def __init__(self, node: Node, stance: Stance, target: "DraftClaim | DraftArgument") -> None:
        self.node, self.stance, self.target, self.id = node, stance, target, ""
        self.step: Mapping | None = None
        self.premises: list[DraftClaim | Scalar] = []
        self.fields: dict[str, object] = {}


@dataclass
class Draft:
    """All of it, in the order of the text; theses come first."""

    faults: list[Diagnostic] = field(default_factory=list)
    claims: list[DraftClaim] = field(default_factory=list)
    arguments: list[DraftArgument] = field(default_factory=list)
    theses: list[DraftClaim] = field(default_factory=list)
    exclusions: list[tuple[DraftClaim, Scalar]] = field(default_factory=list)
    fields: dict[str, object] = field(default_factory=dict)
    sources: list[Reference] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    empty_blocks: list[Scalar] = field(default_factory=list)
    lone_premises: list[Scalar] = field(default_factory=list)

    @property
    def parts(self) -> "Iterator[DraftClaim | DraftArgument]":
        """All claims, then all arguments."""
        yield from self.claims
        yield from self.arguments
