"""The parts of a map that a document is to mean: where it has them, their homes, their ids."""

from collections.abc import Mapping

from argmap.model import Argument, ArgumentMap
from argmap.model.ids import Namer, nfc
from argmap.yaml.document import Document
from argmap.yaml.rewriting.blocks import has_id, items_of, scalars_of
from argmap.yaml.rewriting.homes import exclusions, settled
from argmap.yaml.rewriting.meaning import derived
from argmap.yaml.tree import Mapping as Block
from argmap.yaml.tree import Node, Scalar


class Parts:
    """What a document has of a map that it is to mean, and where the parts are to stand."""

    def __init__(self, document: Document, target: ArgumentMap, renamed: Mapping[str, str]) -> None:
        assert document.map is not None
        assert type(document.places.root) is Block
        self.target, self.root_node = target, document.places.root
        old = document.map
        # What goes while another part gets its id has a name that no id can be.
        taken = {*renamed.values()} - renamed.keys()
        self._names = {**{id: f"\0{id}" for id in taken}, **renamed}
        name = self._name
        self.top = old
        self.claims = {name(claim.id): claim for claim in old.claims}
        self.arguments = {name(argument.id): argument for argument in old.arguments}
        self.nodes = {name(id): node for id, node in document.places.nodes.items()}
        self.steps = {name(id): step for id, step in document.places.steps.items()}
        # The only source need not be named, until there are others.
        only = [source.id for source in old.sources]
        self.unnamed = len(only) == 1 and only != [source.id for source in target.sources]
        self.premises: dict[tuple[str, str], Node] = {}
        self.kept_ids = {id for id in self.claims if has_id(self.nodes[id])}
        self.kept_ids |= {id for id, step in self.steps.items() if has_id(step)}
        self.free = {
            argument.id
            for argument in target.arguments
            if argument.id not in self.kept_ids
            and (derived(argument) or argument.id in self.arguments)
        }
        self._staying = {id(self.nodes[a]) for a in self.steps if a in target.argument}
        self._settle()

    def _name(self, id: str) -> str:
        return self._names.get(id, id)

    def _settle(self) -> None:
        """Finds the home of every claim and the ids that must be written."""
        homes: dict[int, str] = {id(node): claim for claim, node in self.nodes.items()
                                 if claim in self.claims}  # fmt: skip
        wishes: dict[str, str | None] = {}
        for argument, node in self.nodes.items():
            if argument not in self.steps:
                continue
            if id(node) in homes:
                wishes[homes[id(node)]] = argument
            for item in items_of(node, "premises"):
                if id(item) in homes:
                    wishes[homes[id(item)]] = argument
                    self.premises[argument, homes[id(item)]] = item
                elif type(item) is Block and type(ref := item.get("ref")) is Scalar:
                    self.premises[argument, self._name(nfc(ref.text.strip()))] = item
        for item in items_of(self.root_node, "shared"):
            wishes[homes[id(item)]] = None
        self.entries = {
            claim: [self._name(nfc(one.text.strip())) for one in scalars_of(node.get("excludes"))]
            for claim in self.claims
            if type(node := self.nodes[claim]) is Block and node.get("excludes") is not None
        }
        spare = {id for id in self.arguments if id not in self.steps}
        excludes, pairs = exclusions(self.target, self.entries, self.steps, spare, self.free)
        self.order = settled(self.target, wishes, excludes, pairs)
        home = self.order.home
        self.written = self.kept_ids & {part.id for part in self.target.parts}
        self.written.update(other for others in excludes.values() for other in others)
        for argument in self.target.arguments:  # type: ignore[assignment]
            assert isinstance(argument, Argument)
            if argument.id in pairs:
                continue
            if argument.id not in self.free:
                self.written.add(argument.id)
            premises = argument.premises
            self.written.update(p for p in premises if home.get(p) != argument.id)
            self.written.update(p for p in premises if premises.count(p) > 1)

    def missing_ids(self, claims: list[str]) -> set[str]:
        """The ids of claims, in the order of the text, that a reader would not derive."""
        found: set[str] = set()
        while True:
            namer = Namer(self.written | found)
            missed = {
                id
                for id in claims
                if id not in self.written
                and id not in found
                and namer.claim(self.target.claim[id].text) != id
            }
            if not missed:
                return found
            found |= missed
