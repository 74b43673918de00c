"""Edits of a layer's text that touch nothing else, each proved by a second read."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source, utf_8
from argmap.model import Conflict
from argmap.model.ids import nfc
from argmap.yaml import tree
from argmap.yaml.dropping import drop_item, drop_word, drop_words
from argmap.yaml.edits import EditError, Splice, spliced
from argmap.yaml.splicing import Data, add_item, lines, pair, set_word


class RefusedError(Exception):
    """The edit cannot be made as asked; the message says why, and the file is as it was."""


def written(layer: Layer) -> str:
    """The text of a new layer."""
    words: dict[str, Data] = {
        "layer": "1",
        "map": layer.map,
        "version": layer.version,
        "annotator": layer.annotator,
        "name": layer.name,
        "role": layer.role,
        "status": layer.status,
        "codebook": layer.codebooks[0] if len(layer.codebooks) == 1 else layer.codebooks,
        "released": layer.released,
        "note": layer.note,
    }
    rows = [pair(word, value, 0) for word, value in words.items() if value]
    if layer.annotations:
        rows += ["annotations:", *(lines([data(one)], 2) for one in layer.annotations)]
    if layer.conflicts:
        rows += ["conflicts:", *(lines([conflict_data(one)], 2) for one in layer.conflicts)]
    text = "".join(row + "\n" for row in rows)
    if read_layer(Source("", text)).value != replace(layer, layer="1"):
        raise EditError("a new layer would not be read as it is meant")
    return text


def added(document: LayerDocument, annotation: Annotation) -> str:
    """The text with an annotation more, at the end of the list."""
    layer = _sound(document)
    if annotation.id in layer.annotation:
        raise RefusedError(f"there is an annotation `{annotation.id}` already")
    text, root = document.source.text, document.tree.root
    assert type(root) is tree.Mapping
    if type(root.get("annotations")) is tree.Mapping:
        raise RefusedError("`annotations` holds one block: write a dash before it")
    splices = add_item(text, root, "annotations", data(annotation))
    return _proved(document, splices, replace(layer, annotations=(*layer.annotations, annotation)))


def removed(document: LayerDocument, id: str) -> str:
    """The text without an annotation."""
    layer, block = _found(document, id)
    root = document.tree.root
    assert type(root) is tree.Mapping
    splices = drop_item(document.source.text, root, "annotations", block)
    left = tuple(one for one in layer.annotations if one.id != id)
    return _proved(document, splices, replace(layer, annotations=left))


def changed(document: LayerDocument, annotation: Annotation) -> str:
    """The text with the annotation of this id as it is here; what is equal is not touched."""
    layer, block = _found(document, annotation.id)
    before, after = data(layer.annotation[annotation.id]), data(annotation)
    # What its words say already, in a form of their own, is left to them.
    splices = differences(document.source.text, block, before, after)
    now = tuple(annotation if one.id == annotation.id else one for one in layer.annotations)
    return _proved(document, splices, replace(layer, annotations=now))


def put(document: LayerDocument, annotations: Iterable[Annotation]) -> str:
    """The text with all of these annotations, in one edit: those whose id is there `changed`, the
    others `added`."""
    layer = _sound(document)
    text, root = document.source.text, document.tree.root
    assert type(root) is tree.Mapping
    given = {one.id: one for one in annotations}
    new = [one for id, one in given.items() if id not in layer.annotation]
    if new and type(root.get("annotations")) is tree.Mapping:
        raise RefusedError("`annotations` holds one block: write a dash before it")
    splices: list[Splice] = []
    for one in layer.annotations:
        if one.id in given:
            before, after = data(one), data(given[one.id])
            splices += differences(text, document.blocks[one.id], before, after)
    if new:
        splices += add_item(text, root, "annotations", *map(data, new))
    kept = tuple(given.get(one.id, one) for one in layer.annotations)
    return _proved(document, splices, replace(layer, annotations=(*kept, *new)))


def restated(document: LayerDocument, **words: Data) -> str:
    """The text with other values for words at the top, such as `status`; an empty one goes."""
    layer = _sound(document)
    root = document.tree.root
    assert type(root) is tree.Mapping
    splices: list[Splice] = []
    for word, value in words.items():
        if value:
            splices += set_word(document.source.text, root, word, value)
        elif root.get(word) is not None:
            splices += drop_word(document.source.text, root, word)
    given: dict[str, Any] = {
        word: tuple(value) if isinstance(value, list) else value for word, value in words.items()
    }
    return _proved(document, splices, replace(layer, **given))


def data(annotation: Annotation) -> dict[str, Data]:
    """An annotation as the words and values that are written of it."""
    found: dict[str, Data] = {
        "id": annotation.id,
        "target": target_data(annotation.target),
        "motivation": annotation.motivation,
        "body": annotation.body,
        "labels": dict(annotation.labels),
        "votes": {label: dict(votes) for label, votes in annotation.votes.items()},
        "resolved": annotation.resolved,
        "created": annotation.created,
    }
    return {word: value for word, value in found.items() if value}


def target_data(target: Target) -> dict[str, Data]:
    """A target as the words and values that are written of it."""
    found: dict[str, Data] = {target.kind: target.id}
    for field in fields(Target):
        value = getattr(target, field.name)
        if field.name not in ("kind", "id") and value not in ("", None, ()):
            found[field.name] = value
    return found


def conflict_data(conflict: Conflict) -> dict[str, Data]:
    """A conflict as the words and values that are written of it."""
    found: dict[str, Data] = {"conflict": conflict.kind}
    for word in ("about", "among", "word", "base", "ours", "theirs"):
        value = getattr(conflict, word)
        if value != "":
            found[word] = value
    return found


def next_id(layer: Layer, named: Iterable[str] = ()) -> str:
    """An id that no annotation of the layer has, nor had as far as one can tell: `a1`, `a2` and so
    on, beyond those of the layer, those that it answers, and those that are `named` elsewhere."""
    answered = (one.target.id for one in layer.annotations if one.target.kind == "annotation")
    own = [id.removeprefix(f"{layer.annotator}/") for id in answered]
    numbers = [
        int(id[1:])
        for id in (*layer.annotation, *own, *named)
        if id[:1] == "a" and id[1:].isascii() and id[1:].isdecimal() and len(id) < 9
    ]
    return f"a{max(numbers, default=0) + 1}"


def tidy(text: str) -> str:
    """A text from outside as a layer holds it: UTF-8, line feeds, no white space around it."""
    return nfc("\n".join(utf_8(text).splitlines())).strip()


def differences(
    text: str, block: tree.Mapping, before: Mapping[str, Data], after: Mapping[str, Data]
) -> list[Splice]:
    """What makes a block that says `before` say `after`; of a block within it, what differs."""
    within: list[Splice] = []
    here: list[Splice] = []
    for word, value in after.items():
        old, node = before.get(word), block.get(word)
        if old == value:
            continue
        if (
            isinstance(old, Mapping)
            and isinstance(value, Mapping)
            and type(node) is tree.Mapping
            and _goes_word_by_word(node, old, value)
        ):
            within += differences(text, node, old, value)
        else:
            here += set_word(text, block, word, value)
    here += drop_words(text, block, before.keys() - after.keys())
    # Where both put something at one place, what belongs to the block within comes first.
    return [*within, *here]


def _goes_word_by_word(
    node: tree.Mapping, before: Mapping[str, Data], after: Mapping[str, Data]
) -> bool:
    """Whether a block can be changed in parts: words are written as they are read, one stays."""
    written = {key.text for key in node.keys}
    return before.keys() <= written and not before.keys().isdisjoint(after)


def _sound(document: LayerDocument) -> Layer:
    if document.value is None:
        raise RefusedError("the layer has errors; mend them first")
    return document.value


def _found(document: LayerDocument, id: str) -> tuple[Layer, tree.Mapping]:
    layer = _sound(document)
    if id not in layer.annotation:
        raise RefusedError(f"there is no annotation `{id}`")
    return layer, document.blocks[id]


def proved(document: LayerDocument, splices: list[Splice], expected: Layer) -> LayerDocument:
    """The document after splices, which make it say what is expected.

    Raises:
        EditError: they make it say something else.
    """
    text = spliced(document.source.text, splices)
    found = read_layer(Source(document.source.name, text))
    if found.value != expected:
        raise EditError("the edit would change more than it should")
    return found


def _proved(document: LayerDocument, splices: list[Splice], expected: Layer) -> str:
    return proved(document, splices, expected).source.text
