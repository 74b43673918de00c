"""The labels of a layer held against its codebooks."""

from collections.abc import Iterator

from argmap.annotation.checks import codes
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.labels import Unfit, judge
from argmap.annotation.layers.model import Annotation, Label, Value
from argmap.annotation.layers.terms import Terms
from argmap.diagnostics import Diagnostic, Span, did_you_mean
from argmap.yaml.tree import Mapping, Node


def labels(document: LayerDocument, terms: Terms) -> Iterator[Diagnostic]:
    """What is wrong with the labels of a layer and with its codebooks."""
    layer = document.value
    assert layer is not None
    yield from _codebooks(document, terms)
    if not layer.codebooks:
        marked = next((one for one in layer.annotations if one.labels or one.votes), None)
        if marked is not None:
            word = "labels" if marked.labels else "votes"
            yield codes.NO_CODEBOOK.at(_name(document, marked.id, word))
        return
    for one in layer.annotations:
        for name, value in one.labels.items():
            yield from _label(document, one, terms, name, {("labels", name): value})
        for name, votes in one.votes.items():
            values: dict[tuple[str, ...], Value] = {
                ("votes", name, annotator): value for annotator, value in votes.items()
            }
            yield from _label(document, one, terms, name, values)
    yield from _missing(document, terms)


def _codebooks(document: LayerDocument, terms: Terms) -> Iterator[Diagnostic]:
    for problem in terms.problems:
        span = document.top("codebook", problem.entry)
        yield codes.UNUSABLE_CODEBOOK.at(span, mend=problem.mend, reason=problem.reason)
    for entry, asked, found in terms.outdated:
        assert document.value is not None
        name = document.value.codebooks[entry].partition("@")[0]
        span = document.top("codebook", entry)
        yield codes.OTHER_CODEBOOK_VERSION.at(span, asked=asked, found=found, name=name)


def _label(
    document: LayerDocument,
    one: Annotation,
    terms: Terms,
    name: str,
    values: dict[tuple[str, ...], Value],
) -> Iterator[Diagnostic]:
    """What is wrong with a label, whose values stand at these paths of the annotation."""
    label = terms.codebook.label.get(name)
    word = next(iter(values), ("votes",))[0]
    if label is None:
        if not terms.problems:  # it may be a label of the codebook that cannot be used
            mend = did_you_mean(name, list(terms.codebook.label))
            yield codes.UNKNOWN_LABEL.at(_name(document, one.id, word, name), mend=mend, label=name)
        return
    place = one.target.place
    if not label.may_stand_on(place):
        yield codes.MISPLACED_LABEL.at(
            _name(document, one.id, word, name), label=name, place=_a(place),
            places=" or ".join(map(_a, label.on)),
        )  # fmt: skip
        return
    for path, value in values.items():
        yield from _value(document, one, label, path, value)


def _value(
    document: LayerDocument, one: Annotation, label: Label, path: tuple[str, ...], value: Value
) -> Iterator[Diagnostic]:
    judged = judge(label, value)
    if not isinstance(judged, Unfit):
        return
    at: tuple[str | int, ...] = path
    if label.type == "set" and not isinstance(value, str):
        wrong = (place for place, each in enumerate(value) if isinstance(judge(label, each), Unfit))
        at = (*path, next(wrong, 0))
    yield codes.WRONG_LABEL_VALUE.at(
        document.span(one.id, *at), mend=judged.mend, reason=judged.reason
    )


def _missing(document: LayerDocument, terms: Terms) -> Iterator[Diagnostic]:
    """Labels that the codebook asks for and that an annotator has not given to a target."""
    layer = document.value
    assert layer is not None
    required = [label for label in terms.codebook.labels if label.required]
    if not required:
        return
    given: dict[object, set[str]] = {}
    first: dict[object, Annotation] = {}
    for one in layer.annotations:
        given.setdefault(one.target.key, set()).update(one.labels, one.votes)
        if one.labels or one.motivation == "assessing":
            first.setdefault(one.target.key, one)
    for key, one in first.items():
        for label in required:
            if label.may_stand_on(one.target.place) and label.name not in given[key]:
                span = _name(document, one.id, "labels" if one.labels else "id")
                yield codes.MISSING_LABEL.at(span, label=label.name)


def _name(document: LayerDocument, id: str, *path: str) -> Span:
    """The place of the word, or of the name of the label, at the end of a path."""
    node: Node | None = document.blocks[id]
    span = document.span(id)
    for part in path:
        if type(node) is not Mapping:
            break
        key = next((key for key in node.keys if key.text.strip() == part), None)
        if key is None:
            break
        span, node = Span(key.start, key.end), node.get(key.text)
    return span


def _a(place: str) -> str:
    return f"an {place}" if place[0] == "a" else f"a {place}"
