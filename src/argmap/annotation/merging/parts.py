"""Which annotation of one version is which of another, and the ids of the result."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from argmap.annotation.layers.edits import next_id
from argmap.annotation.layers.model import Annotation, Layer
from argmap.model import Conflict


@dataclass(slots=True, eq=False)
class Part:
    """One annotation in the versions that have it, and its id in the result."""

    base: Annotation | None = None
    ours: Annotation | None = None
    theirs: Annotation | None = None
    id: str = ""


def parts(base: Layer, ours: Layer, theirs: Layer) -> list[Part]:
    """The annotations of all versions, those of ours first and in their order.

    One of the base keeps its id. Two that were written at different times are two, whatever their
    ids; two that are new are one if they say the same, or were written at one moment about one
    thing under one id.
    """
    found: list[Part] = []
    mine = {id: one for id, one in ours.annotation.items() if not is_of(base, one)}
    their = {id: one for id, one in theirs.annotation.items() if not is_of(base, one)}
    same = {id: id for id in mine if id in their and _one_remark(mine[id], their[id])}
    by_content = {_content(one): id for id, one in their.items() if id not in same}
    for id, one in mine.items():
        twin = by_content.pop(_content(one), "") if id not in same and "T" in one.created else ""
        if twin and replace(their[twin], id=id) == one:
            same[id] = twin
    for one in ours.annotations:
        if one.id in mine:
            found.append(Part(None, one, their.get(same.get(one.id, ""))))
        else:
            other = theirs.annotation.get(one.id)
            known = other if other and one.id not in their else None
            found.append(Part(base.annotation[one.id], one, known))
    paired = {*same.values()}
    for one in theirs.annotations:
        if one.id in their:
            found += [] if one.id in paired else [Part(None, None, one)]
        elif one.id not in ours.annotation or one.id in mine:
            found.append(Part(base.annotation[one.id], None, one))
    return found


def is_of(layer: Layer, one: Annotation) -> bool:
    """Whether a layer has an annotation; its id might have been given anew."""
    old = layer.annotation.get(one.id)
    return old is not None and (not (old.created and one.created) or old.created == one.created)


def _one_remark(one: Annotation, other: Annotation) -> bool:
    """Whether two new annotations of one id are one: a day says too little of when."""
    return one == other or (
        "T" in one.created
        and one.created == other.created
        and (one.target.kind, one.target.id) == (other.target.kind, other.target.id)
    )


def _content(one: Annotation) -> tuple[object, ...]:
    return one.created, one.target, one.body


def name(found: Collection[Part], versions: Collection[Layer], named: Collection[str]) -> None:
    """Gives each part of the result its id: ours stay, theirs give way to them.

    A new id is none that any version has, and none of those `named` elsewhere.
    """
    taken = {part.ours.id for part in found if part.ours}
    known = {id for layer in versions for id in layer.annotation}
    number = 0
    for part in found:
        one = part.ours or part.theirs
        assert one is not None
        part.id = one.id
        if part.ours is None:
            if one.id in taken:
                number = number or max(int(next_id(layer, named)[1:]) for layer in versions)
                while f"a{number}" in known:
                    number += 1
                part.id, number = f"a{number}", number + 1
            taken.add(part.id)


def answered(one: Annotation, annotators: Collection[str]) -> str:
    """The id of the annotation of the same layer that one answers, or nothing."""
    if one.target.kind != "annotation":
        return ""
    annotator, slash, id = one.target.id.rpartition("/")
    return id if not slash or annotator in annotators else ""


def followed(layer: Layer, names: Mapping[str, str]) -> Layer:
    """The layer with answers and conflicts that name the annotations by their new ids."""
    if not names:
        return layer

    def target_id(id: str) -> str:
        annotator, slash, own = id.rpartition("/")
        ours = not slash or annotator == layer.annotator
        return f"{annotator}{slash}{names.get(own, own)}" if ours else id

    def retargeted(one: Annotation) -> Annotation:
        if one.target.kind != "annotation" or target_id(one.target.id) == one.target.id:
            return one
        return replace(one, target=replace(one.target, id=target_id(one.target.id)))

    def conflict(one: Conflict) -> Conflict:
        sides = {}
        for side in ("base", "ours", "theirs"):
            value = getattr(one, side)
            if one.word == "target" and isinstance(value, dict) and "annotation" in value:
                value = {**value, "annotation": target_id(str(value["annotation"]))}
            elif one.kind == "deleted" and isinstance(value, list):
                value = [names.get(id, id) if isinstance(id, str) else id for id in value]
            sides[side] = value
        return replace(one, about=names.get(one.about, one.about), **sides)

    return replace(
        layer,
        annotations=tuple(map(retargeted, layer.annotations)),
        conflicts=tuple(map(conflict, layer.conflicts)),
    )
