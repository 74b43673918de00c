"""A new annotation: its target found, its labels judged, its motivation told from what is said."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError, next_id, tidy
from argmap.annotation.layers.labels import Unfit, judge, named, written
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.annotation.layers.terms import Terms, terms_of
from argmap.annotation.locating import Request, an, located, short
from argmap.diagnostics import did_you_mean, visible
from argmap.model import ArgumentMap
from argmap.texts.source_text import SourceText


def annotate(
    document: LayerDocument,
    map: ArgumentMap,
    request: Request,
    *,
    texts: Mapping[str, SourceText] | None = None,
    others: Iterable[Layer] = (),
    named: Collection[str] = (),
    created: str = "",
) -> Annotation:
    """The annotation that a request asks for, with an id that is free in the layer.

    `texts` are those of sources by id; `others` are layers whose annotations and annotators may be
    meant, besides the layer itself; `named` are ids of the layer that others still speak of, and
    that no new annotation shall have.

    Raises:
        RefusedError: there is no such target, passage or label, or nothing is said of it.
    """
    layer = document.value
    if layer is None:
        raise RefusedError("the layer has errors; mend them first")
    target = located(map, request, texts or {}, [layer, *others])
    terms = terms_of(document)
    labels = labelled(terms, target.place, request.labels)
    body = tidy(request.body)
    motivation = request.motivation or derived(target, body, labels)
    if not body and not labels and not target.claims and motivation != "highlighting":
        raise RefusedError("nothing is said: give a text, a label or a passage")
    if motivation == "assessing":
        same = (one.labels for one in layer.annotations if one.target.key == target.key)
        for name in missing(
            terms, target.place, {*labels, *(name for had in same for name in had)}
        ):
            raise RefusedError(f"an assessment of {an(target.place)} needs the label `{name}`")
    return Annotation(next_id(layer, named), target, motivation, body, labels, created=created)


def derived(target: Target, body: str, labels: Mapping[str, Value]) -> str:
    """The motivation of what is said, where nobody names one."""
    if target.kind == "annotation":
        return "replying"
    if labels:
        return "assessing"
    return "highlighting" if target.quote and not body else "commenting"


def missing(terms: Terms, place: str, labels: Collection[str]) -> list[str]:
    """The required labels that an assessment at a place lacks."""
    return [
        label.name
        for label in terms.codebook.on(place)
        if label.required and label.name not in labels
    ]


def labelled(terms: Terms, place: str, given: Sequence[str]) -> dict[str, Value]:
    """Labels of the codebook from "NAME=VALUE", as a layer holds them.

    Raises:
        RefusedError: there is no such label, it may not stand there, or has no such value.
    """
    values: dict[str, list[str]] = {}
    for text in map(tidy, given):
        pair = named(terms.codebook, text)
        if pair is None:
            raise RefusedError(f"a label is written NAME=VALUE, not `{short(text)}`")
        values.setdefault(pair[0], []).append(pair[1])
    found: dict[str, Value] = {}
    for name, several in values.items():
        label = terms.codebook.label.get(name)
        if label is None:
            raise RefusedError(_unknown_label(terms, place, name))
        if not label.may_stand_on(place):
            on = ", ".join(label.on)
            raise RefusedError(f"`{name}` does not stand on {an(place)}, but on: {on}")
        value = judge(label, several[0] if len(several) == 1 else tuple(several))
        if isinstance(value, Unfit):
            raise RefusedError(visible(f"{value.reason}; {value.mend}"))
        found[name] = written(value)
    return found


def _unknown_label(terms: Terms, place: str, name: str) -> str:
    shown = f"there is no label `{short(name)}`"
    if terms.problems:
        return f"{shown}, and a codebook cannot be used: {visible(terms.problems[0].reason)}"
    if not terms.codebook.labels:
        return f"{shown}: the layer names no codebook; add a line such as `codebook: quality`"
    mend = did_you_mean(name, [label.name for label in terms.codebook.on(place)])
    return f"{shown}; {mend}" if mend else shown
