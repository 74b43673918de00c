"""Releasing: what teachers wrote becomes visible to students, and hidden again."""

from collections.abc import Collection, Iterator

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError, restated
from argmap.annotation.layers.model import Layer, Target
from argmap.annotation.reports.handout import ON_MAP
from argmap.diagnostics import did_you_mean, many


def released(
    document: LayerDocument, names: Collection[str] = (), known: Collection[str] = ()
) -> str:
    """The text of a teacher's layer that all students may see, or those of `names` may.

    `known` are the students that there are.

    Raises:
        RefusedError: it is no teacher's layer, or there is no such student.
    """
    layer = _teaching(document)
    _all_known(names, known)
    if not names:
        return _stated(document, layer, "released", layer.released)
    if layer.status == "released":
        return document.source.text
    return _stated(document, layer, layer.status, (*layer.released, *names))


def revoked(
    document: LayerDocument, names: Collection[str] = (), known: Collection[str] = ()
) -> str:
    """The text of a teacher's layer that no student may see any more, or those of `names` may not.

    Raises:
        RefusedError: it is no teacher's layer; or all may see it, so that it cannot be hidden from
            one.
    """
    layer = _teaching(document)
    _all_known(names, {*known, *layer.released})
    if not names:
        status = "draft" if layer.status == "released" else layer.status
        return _stated(document, layer, status, ())
    if layer.status == "released":
        raise RefusedError(
            "it is released for all; revoke it for all, then release it to those who may see it"
        )
    return _stated(document, layer, layer.status, [n for n in layer.released if n not in names])


def _teaching(document: LayerDocument) -> Layer:
    layer = document.value
    if layer is None:
        raise RefusedError("the layer has errors; mend them first")
    if not layer.teaches:
        raise RefusedError(
            f"this is the layer of a student, {layer.annotator}; only what teachers and "
            "adjudicators write is released"
        )
    return layer


def _all_known(names: Collection[str], known: Collection[str]) -> None:
    for name in names:
        if name not in known:
            mend = did_you_mean(name, sorted(known)) or "no layers of students lie beside it"
            raise RefusedError(f"there is no layer of a student `{name}`; {mend}")


def _stated(document: LayerDocument, layer: Layer, status: str, names: Collection[str]) -> str:
    """The text with a status and the names of those who may see it; what is so already stays."""
    words: dict[str, str | list[str]] = {}
    if status != layer.status:
        words["status"] = status
    if list(dict.fromkeys(names)) != list(layer.released):
        words["released"] = list(dict.fromkeys(names))
    return restated(document, **words) if words else document.source.text


def seen(layer: Layer, students: Collection[str]) -> Iterator[str]:
    """What students now see of a layer, a line for each who sees something of the own."""
    decided = sum(
        len(one.labels) for one in layer.annotations
        if layer.role == "adjudicator" and one.target.kind in ON_MAP
    )  # fmt: skip
    if decided:
        yield f"{many(decided, 'decided label')}: each sees those on what the own work labels too"
    if layer.status == "released" or layer.released:
        yield from _on_map(layer)
    for student in sorted(students):
        mine = [one for one in layer.annotations if _is_on(one.target, student)]
        if mine and layer.visible_to(student):
            labels = sum(len(one.labels) for one in mine)
            yield f"{student} sees {many(len(mine), 'answer')}, with {many(labels, 'label')}"


def _on_map(layer: Layer) -> Iterator[str]:
    """What all to whom it is released see of what it says about the map itself."""
    teacher = layer.role == "teacher"
    remarks = [
        one for one in layer.annotations if one.target.kind in ON_MAP and (teacher or one.body)
    ]
    if remarks:
        labels = sum(len(one.labels) for one in remarks) if teacher else 0
        more = f", with {many(labels, 'label')}" if labels else ""
        yield f"{many(len(remarks), 'remark')} on the map{more}: seen by each"


def _is_on(target: Target, student: str) -> bool:
    """Whether it is about a student's work."""
    if target.kind == "layer":
        return target.id == student
    return target.kind == "annotation" and target.id.startswith(f"{student}/")
