"""An operation done to the text of a map: only its lines change, and comments stay."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from argmap.editing.applying import apply
from argmap.editing.operations import Operation
from argmap.editing.refusal import RefusedError
from argmap.model import ArgumentMap, Stance
from argmap.model.conflicts import ids_in
from argmap.yaml.document import Document
from argmap.yaml.rewriting import revised
from argmap.yaml.syntax import uncollected
from argmap.yaml.tree import Mapping as Block


@dataclass(frozen=True, slots=True)
class Written:
    """What an operation made of a document.

    Attributes:
        document: as it is read again.
        id: of the claim that is new or of what was named, as it is read; may be nothing.
        renamed: ids that are read otherwise than before, old id -> new id.
    """

    document: Document
    id: str
    renamed: Mapping[str, str]


def written(document: Document, operation: Operation, keep: Collection[str] = ()) -> Written:
    """The document after an operation.

    Ids that a reader derives follow the texts, but for those of `keep`, which are then written.

    Raises:
        RefusedError: it cannot be done, or the document has errors.
        argmap.yaml.edits.EditError: it cannot be written.
    """
    if document.map is None:
        raise RefusedError("the file has errors", "mend them first")
    before = document.map
    with uncollected():
        edited = apply(before, operation, loose(document) - {*keep})
        again = revised(document, edited.map, edited.renamed)
        assert again.map is not None
        read = as_read(edited.map, again.map)
    renamed = {}
    for part in before.parts:
        new = edited.renamed.get(part.id, part.id)
        if new in edited.map.claim or new in edited.map.argument:
            new = read.get(new, new)
            if new != part.id:
                renamed[part.id] = new
    return Written(again, read.get(edited.id, edited.id), renamed)


def loose(document: Document) -> set[str]:
    """The ids of claims that are not written in a document."""
    assert document.map is not None
    nodes = document.places.nodes
    found = {
        claim.id
        for claim in document.map.claims
        if type(node := nodes[claim.id]) is not Block or node.get("id") is None
    }
    for conflict in document.map.conflicts:
        found.difference_update(ids_in(conflict))
    return found


def as_read(meant: ArgumentMap, read: ArgumentMap) -> dict[str, str]:
    """Ids of arguments of a map, each with the one under which the map's text is read."""
    ends = {(one.premises, one.target): one.id for pair in read.exclusions for one in pair}
    found = {one.id: ends[one.premises, one.target] for pair in meant.exclusions for one in pair}
    pairs, theirs = {*found}, {*found.values()}
    rest = [claim.id for claim in meant.claims]
    while rest:
        target = rest.pop()
        for stance in Stance:
            row = _row(meant, target, stance, pairs)
            there = _row(read, found.get(target, target), stance, theirs)
            found.update(zip(row, there, strict=True))
            rest += row
    return found


def _row(map: ArgumentMap, target: str, stance: Stance, pairs: Collection[str]) -> list[str]:
    return [
        one.id
        for one in map.bearing.get(target, ())
        if one.stance is stance and one.id not in pairs
    ]
