"""Who answers whom: annotations of many layers as threads, each with its replies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.studies import Study


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """An annotation with its layer; equal only to itself, for two files may say the same."""

    document: LayerDocument
    annotation: Annotation

    @property
    def layer(self) -> Layer:
        assert self.document.value is not None
        return self.document.value

    @property
    def name(self) -> str:
        """What replies call it: "ANNOTATOR/ID"."""
        return f"{self.layer.annotator}/{self.annotation.id}"


@dataclass(frozen=True)
class Threads:
    """Annotations in the order of their layers, and what each answers.

    What answers nothing that is there begins a thread; so does one of those that answer each other
    in a circle.
    """

    every: tuple[Said, ...]

    @cached_property
    def named(self) -> Mapping[str, Said]:
        """By "ANNOTATOR/ID"; of two layers of one annotator the first has the name."""
        found: dict[str, Said] = {}
        for said in self.every:
            found.setdefault(said.name, said)
        return found

    @cached_property
    def answered(self) -> Mapping[Said, Said]:
        """What each reply answers."""
        own = {(said.document.source.name, said.annotation.id): said for said in self.every}
        found: dict[Said, Said] = {}
        for said in self.every:
            target = said.annotation.target
            if target.kind == "annotation":
                here = own.get((said.document.source.name, target.id))
                above = self.named.get(target.id) if "/" in target.id else here
                if above is not None:
                    found[said] = above
        settled: set[Said] = set()
        for said in self.every:
            walked: set[Said] = set()
            step = said
            while step in found and step not in settled:
                settled.add(step)
                walked.add(step)
                if found[step] in walked:
                    del found[found[step]]
                    break
                step = found[step]
        return found

    @cached_property
    def answers(self) -> Mapping[Said, tuple[Said, ...]]:
        """The replies to an annotation, by when they were written as far as they say so."""
        found: dict[Said, list[Said]] = {}
        for said, above in self.answered.items():
            found.setdefault(above, []).append(said)
        return {
            above: tuple(sorted(said, key=lambda one: one.annotation.created))
            for above, said in found.items()
        }

    @property
    def beginnings(self) -> Iterator[Said]:
        """What begins a thread."""
        return (said for said in self.every if said not in self.answered)

    def thread(self, beginning: Said) -> Iterator[tuple[Said, int]]:
        """An annotation and all below it, each with how deep it is nested."""
        stack = [(beginning, 0)]
        while stack:
            said, depth = stack.pop()
            yield said, depth
            stack += [(one, depth + 1) for one in reversed(self.answers.get(said, ()))]


def threads(study: Study) -> Threads:
    """The annotations of a study as threads."""
    return Threads(
        tuple(
            Said(document, annotation)
            for document in study.layers
            for annotation in (document.value.annotations if document.value else ())
        )
    )
