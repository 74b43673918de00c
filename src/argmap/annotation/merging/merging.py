"""Two versions of a layer made one, with their common version between them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.layers.rewriting import conflict_key, rewritten
from argmap.annotation.merging.fields import Fields
from argmap.annotation.merging.parts import Part, answered, followed, name, parts
from argmap.annotation.merging.reopening import reopened
from argmap.diagnostics import Source
from argmap.model import Conflict

_NOTHING = Layer("", "")


class FaultyError(Exception):
    """A version that cannot be merged; the message says which and why."""


@dataclass(frozen=True, slots=True)
class LayerMerge:
    """What merging gave.

    Attributes:
        document: our file with their changes in it.
        conflicts: those of its conflicts that this merge made.
        renamed: annotations of theirs whose ids ours had given to others: from the id in theirs to
            that in the result. Answers within theirs follow; those in other files cannot.
    """

    document: LayerDocument
    conflicts: tuple[Conflict, ...]
    renamed: Mapping[str, str]

    @property
    def text(self) -> str:
        return self.document.source.text

    @property
    def layer(self) -> Layer:
        assert self.document.value is not None
        return self.document.value


def merge_texts(base: str, ours: str, theirs: str) -> LayerMerge:
    """The merge of three texts, the first of them empty or blank where both sides added the file.

    Raises:
        FaultyError: a version is no layer without errors.
        EditError: our file cannot be changed so; a bug.
    """
    versions = [
        read_layer(Source(side, text.removeprefix("\ufeff")))
        for side, text in (("base", base), ("ours", ours), ("theirs", theirs))
    ]
    return merge(versions[0] if base.strip() else None, versions[1], versions[2])


def merge(
    base: LayerDocument | None,
    ours: LayerDocument,
    theirs: LayerDocument,
    named: Collection[str] = (),
) -> LayerMerge:
    """Ours with what theirs changed since `base`; without one (None), all that is in either.

    Where both changed one thing in different ways a conflict tells of all. `named` are ids that
    other files name, so that no new annotation gets one.

    Raises:
        FaultyError: a version has errors, or the two are of different annotators.
        EditError: our file cannot be changed so; a bug.
    """
    mine, their = _sound(ours, "ours"), _sound(theirs, "theirs")
    was = _NOTHING if base is None else _sound(base, "base")
    if base is None and mine.annotator != their.annotator:
        raise FaultyError(
            f"ours is the layer of {mine.annotator} and theirs of {their.annotator}, "
            "and they have no common version"
        )
    layer, conflicts, renamed = merged(was, mine, their, named)
    return LayerMerge(rewritten(ours, layer), conflicts, renamed)


def _sound(document: LayerDocument, side: str) -> Layer:
    if not document.source.text.strip():
        raise FaultyError(f"{side} is empty")
    if document.value is None:
        line, _ = document.source.position(document.errors[0].span.start)
        reason = document.errors[0].message
        raise FaultyError(f"{side} has errors, the first in line {line}: {reason}")
    return document.value


def merged(
    base: Layer, ours: Layer, theirs: Layer, named: Collection[str] = ()
) -> tuple[Layer, tuple[Conflict, ...], dict[str, str]]:
    """The merged layer, the conflicts of it that are new, and the ids of theirs that are others in
    it."""
    base, settled = reopened(base, ours, theirs)
    found = parts(base, ours, theirs)
    annotators = {base.annotator, ours.annotator, theirs.annotator}
    kept, deleted = _survivors(found, annotators, settled)
    name(kept, (base, ours, theirs), named)
    names = {part.theirs.id: part.id for part in kept if part.theirs and part.theirs.id != part.id}
    theirs, base = followed(theirs, names), followed(base, names)
    their = {one.id: one for one in theirs.annotations}
    fields = Fields()
    head = fields.head(base, ours, theirs)
    annotations = [_annotation(part, base, their, fields) for part in kept]
    for part in deleted:
        sides = ([part.id], "") if part.ours else ("", [part.id])
        fields.conflicts.append(Conflict("deleted", part.id, "", "", "", *sides))
    before = _pending(base.conflicts, ours.conflicts, theirs.conflicts)
    known = {*map(conflict_key, before)}
    new = tuple(one for one in fields.conflicts if conflict_key(one) not in known)
    layer = replace(head, annotations=tuple(annotations), conflicts=(*before, *new))
    return layer, new, names


def _annotation(
    part: Part, base: Layer, their: Mapping[str, Annotation], fields: Fields
) -> Annotation:
    other = their[part.theirs.id] if part.theirs else None
    if part.ours is None:
        assert other is not None
        return replace(other, id=part.id)
    if other is None:
        return part.ours
    old = base.annotation[part.base.id] if part.base else None
    return fields.annotation(old, part.ours, replace(other, id=part.id))


def _survivors(
    found: list[Part], annotators: set[str], settled: Collection[str]
) -> tuple[list[Part], list[Part]]:
    """The annotations of the result, and those of them that one side deleted.

    Such a one stays if the other side edited it, or answers it in what the deleter has not; or if
    it is one of `settled`.
    """
    kept = [part for part in found if part.base is None or (part.ours and part.theirs)]
    gone: dict[tuple[str, str], Part] = {}
    deleted: list[Part] = []
    for part in found:
        if part.base is None or (part.ours and part.theirs):
            continue
        if (part.ours or part.theirs) != part.base or part.base.id in settled:
            deleted.append(part)
        else:
            gone["ours" if part.ours else "theirs", part.base.id] = part
    waiting = [*kept, *deleted]
    for part in waiting:  # grows while it is walked
        sides = (("ours", part.ours, part.theirs), ("theirs", part.theirs, part.ours))
        for side, one, across in sides:
            needed = gone.pop((side, _new_answer(part.base, one, across, annotators)), None)
            if needed:
                deleted.append(needed)
                waiting.append(needed)
    staying = {*map(id, deleted), *map(id, kept)}
    return [part for part in found if id(part) in staying], deleted


def _new_answer(
    base: Annotation | None, one: Annotation | None, other: Annotation | None, annotators: set[str]
) -> str:
    """The annotation that an annotation answers on one side, and on the other not; or nothing."""
    if one is None or (other and one.target.id in (other.target.id, base and base.target.id)):
        return ""
    return answered(one, annotators)


def _pending(
    base: Iterable[Conflict], ours: Iterable[Conflict], theirs: Iterable[Conflict]
) -> list[Conflict]:
    """The conflicts that a side already had and the other has not settled."""
    was, one, other = (
        {conflict_key(conflict): conflict for conflict in side} for side in (base, ours, theirs)
    )
    left = [conflict for key, conflict in one.items() if key in other or key not in was]
    return left + [c for key, c in other.items() if key not in one and key not in was]
