"""A layer or a codebook together with the text that it was read from."""

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from argmap.annotation.layers.model import Codebook, Layer
from argmap.diagnostics import Diagnostic, Severity, Source, Span
from argmap.yaml.tree import Mapping, Tree, place

Read = TypeVar("Read", Layer, Codebook)


@dataclass(frozen=True)
class Written(Generic[Read]):
    """What reading one text gave: `value` is None where a fault stops it.

    `blocks` are where annotations (by id) or labels (by name) stand.
    """

    source: Source
    tree: Tree = field(repr=False)
    value: Read | None
    faults: tuple[Diagnostic, ...]
    blocks: Lookup[str, Mapping] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The faults that stop it."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    def span(self, id: str, *path: str | int) -> Span:
        """The place of an annotation or a label, or of a field of it: ``span("a1", "target")``.

        What is not written leads to the nearest thing that is.
        """
        block = self.blocks[id]
        if not path and block.keys:
            return Span(block.keys[0].start, block.keys[0].end)
        return place(block, path)

    def top(self, word: str, *path: str | int) -> Span:
        """The place of the value of a word at the top, or of a part of it."""
        return Span(0, 0) if self.tree.root is None else place(self.tree.root, (word, *path))


LayerDocument = Written[Layer]
CodebookDocument = Written[Codebook]
