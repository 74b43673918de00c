"""A layer's text made to say another layer: what both say stays as it is written."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import conflict_data, data, differences, proved
from argmap.annotation.layers.model import Layer
from argmap.model import Conflict
from argmap.yaml import tree
from argmap.yaml.dropping import drop_items, drop_word, drop_words
from argmap.yaml.edits import Splice
from argmap.yaml.splicing import Data, add_item, end_of, set_word

#: Words at the top with the fields that they are read into.
_TOP = {
    "layer": "layer", "map": "map", "version": "version", "annotator": "annotator", "name": "name",
    "role": "role", "status": "status", "codebook": "codebooks", "released": "released",
    "note": "note",
}  # fmt: skip


def conflict_key(conflict: Conflict) -> str:
    """What two equal conflicts have in common."""
    from json import dumps

    return dumps(conflict_data(conflict), sort_keys=True)


def rewritten(document: LayerDocument, layer: Layer) -> LayerDocument:
    """The document after as few changes as make it say `layer`.

    Annotations and conflicts that are new come behind those that are there, in whose order nothing
    changes. The document has no errors.

    Raises:
        EditError: this would change more than it should; a bug.
    """
    before = document.value
    assert before is not None
    if layer == before:
        return document
    new = [one for one in layer.annotations if one.id not in before.annotation]
    kept = [layer.annotation.get(one.id, one) for one in before.annotations]
    gone = {at for at, one in enumerate(before.annotations) if one.id not in layer.annotation}
    left = Counter(map(conflict_key, layer.conflicts))
    settled = {at for at, one in enumerate(before.conflicts) if not _taken(left, one)}
    come = [conflict for conflict in layer.conflicts if _taken(left, conflict)]

    document = _with_dash(document, "annotations") if new or gone else document
    document = _with_dash(document, "conflicts") if come else document
    now = replace(layer, annotations=(*kept, *new), conflicts=(*before.conflicts, *come))
    document = proved(document, _changes(document, now), now)
    for word, places in (("annotations", gone), ("conflicts", settled)):
        if places:
            left_over = (one for at, one in enumerate(getattr(now, word)) if at not in places)
            change: dict[str, Any] = {word: tuple(left_over)}
            now = replace(now, **change)
            document = proved(document, _dropping(document, word, places, now), now)
    return document


def _taken(left: Counter[str], conflict: Conflict) -> bool:
    """Whether a conflict is among those left, which it leaves."""
    key = conflict_key(conflict)
    if not left[key]:
        return False
    left[key] -= 1
    return True


def _changes(document: LayerDocument, layer: Layer) -> list[Splice]:
    """What changes words, annotations and adds; at one place, what lies deeper comes first."""
    text, root, before = document.source.text, document.tree.root, document.value
    assert type(root) is tree.Mapping
    assert before is not None
    within: list[Splice] = []
    here: list[Splice] = []
    for one, now in zip(before.annotations, layer.annotations, strict=False):
        if one != now:
            within += differences(text, document.blocks[one.id], data(one), data(now))
    added: dict[str, list[dict[str, Data]]] = {
        "annotations": [data(one) for one in layer.annotations[len(before.annotations) :]],
        "conflicts": [conflict_data(one) for one in layer.conflicts[len(before.conflicts) :]],
    }
    for word, items in added.items():
        if items:
            (here if root.get(word) is None else within).extend(add_item(text, root, word, *items))
    gone: list[str] = []
    for word, field in _TOP.items():
        value = getattr(layer, field)
        if value != getattr(before, field):
            here += set_word(text, root, word, value) if value else []
            gone += [] if value else [word]
    return [*within, *here, *drop_words(text, root, gone)]


def _dropping(
    document: LayerDocument, word: str, places: Collection[int], layer: Layer
) -> list[Splice]:
    """What takes items out of a list; `layer` is what is left."""
    text, root = document.source.text, document.tree.root
    assert type(root) is tree.Mapping
    # Comments among the annotations are kept; those among conflicts are settled with them.
    if word == "conflicts" and not layer.conflicts:
        return drop_word(text, root, word)
    return drop_items(text, root, word, places)


def _with_dash(document: LayerDocument, word: str) -> LayerDocument:
    """The document with a list under a word where one block stands alone."""
    text, root = document.source.text, document.tree.root
    block = root.get(word) if type(root) is tree.Mapping else None
    if type(block) is not tree.Mapping:
        return document
    assert document.value is not None
    if block.flow:
        marks = [Splice(block.start, block.start, "["), Splice(block.end, block.end, "]")]
    else:
        marks = [Splice(block.start, block.start, "- ")]
        at, end = text.find("\n", block.start) + 1, end_of(block)
        while 0 < at < end:
            if text[at] not in "\r\n":
                marks.append(Splice(at, at, "  "))
            at = text.find("\n", at) + 1
    return proved(document, marks, document.value)
