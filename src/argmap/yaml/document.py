"""A map together with the text that it was read from: where each thing stands."""

from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field

from argmap.diagnostics import Diagnostic, Severity, Source, Span
from argmap.model import ArgumentMap
from argmap.yaml.tree import Mapping, Node, Scalar, Tree, place


@dataclass(frozen=True, slots=True)
class Places:
    """Where claims and arguments stand: spans beside the values, never inside them."""

    nodes: Lookup[str, Node] = field(default_factory=dict)
    steps: Lookup[str, Mapping | None] = field(default_factory=dict)
    root: Node | None = None

    def span(self, id: str, *path: str | int) -> Span:
        """The place of a claim or an argument, or of a field of it.

        `path` names words and positions in lists: ``span("c1", "cites", 0, "quote")``. What is not
        written leads to the nearest thing that is.
        """
        node = self.nodes[id]
        if id in self.steps and path:
            # The fields of an argument are those of its step; its premises are the item.
            step = self.steps[id]
            if step is not None and step.get(str(path[0])) is not None:
                return place(step, path)
            path = ()
        if type(node) is Scalar:
            return Span(node.start, node.end)
        heading = (_heading(node),)
        return place(
            node, path if path and type(node) is Mapping and node.get(str(path[0])) else heading
        )

    def entry(self, word: str, id: str) -> Span:
        """The place of the key of an entry of `sources` or `people`."""
        block = self.root.get(word) if type(self.root) is Mapping else None
        for key in block.keys if type(block) is Mapping else ():
            if key.text == id:
                return Span(key.start, key.end)
        return Span(0, 0)

    def top(self, word: str) -> Span:
        """The place of the value of a word of the map."""
        return Span(0, 0) if self.root is None else place(self.root, (word,))


def _heading(node: Node) -> str:
    """The word that says what a block is."""
    if type(node) is Mapping:
        return next((word for word in ("claim", "premises", "ref") if node.get(word)), "")
    return ""


@dataclass(frozen=True, slots=True)
class Document:
    """What reading one text gave.

    `map` is None where a fault stops it; a map is never half-read. `faults` holds every error, and
    those warnings that the reading itself comes upon. `understood` is the map, or of a faulty text
    what could be made of it: good for finding more faults, and for nothing else.
    """

    source: Source
    tree: Tree = field(repr=False)
    map: ArgumentMap | None
    faults: tuple[Diagnostic, ...]
    places: Places = field(default_factory=Places, repr=False)
    understood: ArgumentMap | None = field(default=None, repr=False)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The faults that stop the map."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)
