"""A map and the layers about it, brought together."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from argmap.annotation.layers.anchor import version_of
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.files import map_of
from argmap.annotation.layers.model import Annotation, Codebook, Label, Layer
from argmap.annotation.layers.terms import Terms, terms_of
from argmap.yaml.document import Document


@dataclass(frozen=True)
class Study:
    """A map and the layers about it.

    Attributes:
        document: of the map, which has no errors.
        layers: those that can be used, each annotator once or more.
        faulty: those that their errors stop.
        foreign: those about another map.
    """

    document: Document
    layers: tuple[LayerDocument, ...]
    faulty: tuple[LayerDocument, ...] = ()
    foreign: tuple[LayerDocument, ...] = ()

    @property
    def values(self) -> Iterator[Layer]:
        """The layers without their texts."""
        for document in self.layers:
            assert document.value is not None
            yield document.value

    @cached_property
    def terms(self) -> Mapping[str, Terms]:
        """The terms of each layer, by the name of its file."""
        return {document.source.name: terms_of(document) for document in self.layers}

    @cached_property
    def codebook(self) -> Codebook:
        """The labels of all layers together; of two of one name the first."""
        labels: dict[str, Label] = {}
        for terms in self.terms.values():
            for label in terms.codebook.labels:
                labels.setdefault(label.name, label)
        return Codebook(tuple(labels.values()))

    @cached_property
    def annotation(self) -> Mapping[str, Annotation]:
        """Annotations by "ANNOTATOR/ID"."""
        return {
            f"{layer.annotator}/{one.id}": one for layer in self.values for one in layer.annotations
        }


def study(document: Document, layers: Iterable[LayerDocument], trusted: bool = False) -> Study:
    """The map of `document` with those of `layers` that are about it; all are if that is `trusted`,
    since a person named the map."""
    assert document.map is not None
    sound: list[LayerDocument] = []
    faulty: list[LayerDocument] = []
    foreign: list[LayerDocument] = []
    for layer in layers:
        if layer.value is None:
            faulty.append(layer)
        else:
            (sound if trusted or belongs(layer, document) else foreign).append(layer)
    return Study(document, tuple(sound), tuple(faulty), tuple(foreign))


def belongs(layer: LayerDocument, document: Document) -> bool:
    """Whether a layer is about a map: its path leads there, or the map's file has the name that it
    gives (work is handed in and collected elsewhere), or its version is the one at hand."""
    assert layer.value is not None
    name = document.source.name
    return (
        os.path.realpath(map_of(layer)) == os.path.realpath(name)
        or Path(layer.value.map).name == Path(name).name
        or layer.value.version == version_of(document.source.text)
    )
