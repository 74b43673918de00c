"""Layers and codebooks: who says what about which part of a map, and in which terms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from argmap.model import Conflict

#: The value of a label as it is written: one text, or several where the label holds a set.
Value: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about, with enough to find it again.

    Attributes:
        kind: "claim", "argument", "source", "annotation" or "layer".
        id: its id; of an annotation "ANNOTATOR/ID", of a layer its annotator.
        hash: of the text that the annotator saw (see `anchor.text_hash`); of an annotation that is
            answered, of its words (`anchor.remark_hash`); of a passage of a source, of the texts of
            the claims that it grounds (`anchor.grounds_of`).
        quote: the passage within the text of a claim or of a source; nothing where all of it is
            meant.
        prefix, suffix: what stands just before and behind the passage.
        start, end: where the passage stood, in code points of the text; None if nobody knows.
        claims: for a passage of a source, the claims that it grounds.
        lost: the passage that was meant before all of a text without it was put in its place.
    """

    kind: str
    id: str
    hash: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    claims: tuple[str, ...] = ()
    lost: str = ""

    @property
    def place(self) -> str:
        """Where a label may stand: the kind, or "passage" for a part of a claim's text."""
        return "passage" if self.kind == "claim" and self.quote else self.kind

    @property
    def key(self) -> tuple[str, str, str, int | None]:
        """What makes two annotations speak of the same: kind, id, and the passage if it is one."""
        return self.kind, self.id, self.quote, self.start if self.quote else None


@dataclass(frozen=True, slots=True)
class Annotation:
    """One remark.

    Attributes:
        motivation: a term of the W3C Web Annotation model.
        labels: values by the names of labels.
        votes: of an adjudicator: what each annotator said, by label and annotator.
        created: when, as an ISO 8601 date or time.
    """

    id: str
    target: Target
    motivation: str = "commenting"
    body: str = ""
    labels: Mapping[str, Value] = field(default_factory=dict)
    votes: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)
    resolved: bool = False
    created: str = ""


@dataclass(frozen=True)
class Layer:
    """What one annotator wrote about one map.

    Attributes:
        map: the path of the map's file, from the layer's folder.
        version: of the map that the annotator saw (see `anchors.version_of`).
        codebooks: ready ones by name, others by path, each with `@VERSION` if one is meant.
        released: annotators who may see it, once its status is not yet "released" for all.
        conflicts: what a merge could not settle; `about` is an annotation, `among` says "labels"
            or "votes" where `word` is the name of a label. A vote is held as {annotator: value}.
    """

    annotator: str
    map: str
    version: str = ""
    name: str = ""
    role: str = "student"
    status: str = "draft"
    codebooks: tuple[str, ...] = ()
    released: tuple[str, ...] = ()
    note: str = ""
    annotations: tuple[Annotation, ...] = ()
    layer: str = ""
    conflicts: tuple[Conflict, ...] = ()

    @cached_property
    def annotation(self) -> Mapping[str, Annotation]:
        """Annotations by id."""
        return {annotation.id: annotation for annotation in self.annotations}

    @property
    def shown(self) -> str:
        """The annotator's name for people."""
        return self.name or self.annotator

    @property
    def teaches(self) -> bool:
        """Whether it is kept from students until it is released."""
        return self.role != "student"

    def visible_to(self, annotator: str) -> bool:
        """Whether an annotator may see it."""
        return (
            not self.teaches
            or self.status == "released"
            or annotator in (self.annotator, *self.released)
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a codebook.

    Attributes:
        type: "one of", "set", "scale", "yes/no" or "text".
        values: what may be said, with what it means; of a scale, names of some of its points.
        low, high: the ends of a scale.
        on: where it may stand: "claim", "argument", "passage", "source", "annotation", "layer".
        required: whether each assessment where it may stand must carry it.
        weight: what it counts in a grade; 0 for what is not graded.
    """

    name: str
    type: str
    values: Mapping[str, str] = field(default_factory=dict)
    low: float = 1.0
    high: float = 5.0
    on: tuple[str, ...] = ()
    required: bool = False
    weight: float = 0.0
    description: str = ""

    def may_stand_on(self, place: str) -> bool:
        return not self.on or place in self.on


@dataclass(frozen=True)
class Codebook:
    """The terms in which a map is annotated; `label` finds them by name."""

    labels: tuple[Label, ...] = ()
    title: str = ""
    version: str = ""
    description: str = ""
    codebook: str = ""

    @cached_property
    def label(self) -> Mapping[str, Label]:
        """Labels by name."""
        return {label.name: label for label in self.labels}

    def on(self, place: str) -> Iterator[Label]:
        """The labels that may stand at a place."""
        return (label for label in self.labels if label.may_stand_on(place))
