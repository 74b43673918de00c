"""What changed between two versions of a layer: annotations that came or went, single values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from argmap.annotation.layers.edits import data
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.merging.parts import is_of
from argmap.annotation.merging.values import as_extra
from argmap.diagnostics import many, visible
from argmap.model.conflicts import headed
from argmap.model.graph import Extra

#: Marks a piece of text for the terminal: (text, role) -> text.
Paint = Callable[[str, str], str]
#: How two versions of a text are told of in one.
Worded = Callable[[str, str], str]

_TOP = ("map", "version", "annotator", "name", "role", "status", "codebooks", "released", "note")
_WORDS = ("target", "motivation", "body", "resolved", "created")
_SIGNS = {"added": ("+", "for"), "removed": ("-", "against"), "changed": ("~", "code")}
_SHOWN = 300  # characters of a value in a text


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        kind: of an annotation, whether it was added or removed; else a value was changed.
        id: of the annotation; nothing for the layer itself.
        word: the word that was changed, `labels` and `votes` too.
        label, annotator: of these, whose value it is.
        before, after: texts, lists and blocks of texts; nothing is an empty text. Of an annotation
            that was added or removed all that it says, as in the file.
    """

    kind: Literal["added", "removed", "changed"]
    id: str
    word: str = ""
    label: str = ""
    annotator: str = ""
    before: Extra = ""
    after: Extra = ""


def compare(old: Layer, new: Layer) -> list[Change]:
    """The differences: of the layer itself, of the annotations in the order of `new`, what was
    removed, and the conflicts that are left, each in a sentence. Annotations are told by their ids,
    and by when they were written if both say so."""
    found = [
        Change("changed", "", word.replace("codebooks", "codebook"), before=before, after=after)
        for word in _TOP
        for before, after in [(as_extra(getattr(old, word)), as_extra(getattr(new, word)))]
        if before != after
    ]
    for one in new.annotations:
        if is_of(old, one):
            found += _changes(old.annotation[one.id], one)
        else:
            found.append(Change("added", one.id, after=as_extra(data(one))))
    for one in old.annotations:
        if not is_of(new, one):
            found.append(Change("removed", one.id, before=as_extra(data(one))))
    if old.conflicts != new.conflicts:
        sides: list[Extra] = [
            [headed(one, "the layer") for one in layer.conflicts] for layer in (old, new)
        ]
        found.append(Change("changed", "", "conflicts", before=sides[0], after=sides[1]))
    return found


def _changes(old: Annotation, new: Annotation) -> Iterator[Change]:
    for word in _WORDS:
        before, after = getattr(old, word), getattr(new, word)
        if before != after:
            values = as_extra(before), as_extra(after)
            yield Change("changed", new.id, word, before=values[0], after=values[1])
    for label, before, after in _differing(old.labels, new.labels):
        yield Change("changed", new.id, "labels", label, before=before, after=after)
    for label in dict.fromkeys((*old.votes, *new.votes)):
        said = _differing(old.votes.get(label, {}), new.votes.get(label, {}))
        for who, before, after in said:
            yield Change("changed", new.id, "votes", label, who, before, after)


def _differing(
    old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[tuple[str, Extra, Extra]]:
    for name in dict.fromkeys((*old, *new)):
        before, after = as_extra(old.get(name)), as_extra(new.get(name))
        if before != after:
            yield name, before, after


def as_data(changes: Iterable[Change], old: str, new: str) -> dict[str, Any]:
    """Changes for programs; `old` and `new` are what the versions are called."""
    rows = [
        {
            "kind": one.kind, "id": one.id, "word": one.word, "label": one.label,
            "annotator": one.annotator, "before": one.before, "after": one.after,
        }
        for one in changes
    ]  # fmt: skip
    return {"argmap-layer-diff": 1, "old": old, "new": new, "changes": rows}


def as_text(
    changes: list[Change],
    paint: Paint = lambda text, role: text,
    worded: Worded = lambda before, after: visible(f"{before} → {after}"),
) -> str:
    """Changes for people: counted, then one to a line.

    `worded` tells of two versions of a text, without signs that a terminal would obey.
    """
    counts = [
        f"{many(count, thing)} {kind}"
        for kind, thing in (
            ("added", "annotation"),
            ("removed", "annotation"),
            ("changed", "value"),
        )
        if (count := sum(one.kind == kind for one in changes))
    ]
    rows = [", ".join(counts) or "nothing was changed in the layer"]
    rows += [""] if changes else []
    for one in changes:
        sign, role = _SIGNS[one.kind]
        rows.append(f"{paint(f'{sign} {one.kind}'.ljust(10), role)} {_told(one, worded)}")
    return "".join(f"{row}\n" for row in rows)


def _told(one: Change, worded: Worded) -> str:
    if one.kind != "changed":
        held = one.after or one.before
        return visible(f"{one.id}  on {_shown(held['target'])}{_content(held)}")
    name = {"labels": one.label, "votes": f"{one.label} of {one.annotator}"}.get(one.word, one.word)
    head = f"{one.id or 'the layer'}  {name}: "
    if one.word in ("body", "note") and one.before and one.after:
        return visible(head) + worded(one.before, one.after)
    return visible(f"{head}{_shown(one.before)} → {_shown(one.after)}")


def _content(held: Mapping[str, Extra]) -> str:
    """What an annotation says, in short."""
    said = [f"“{_shown(held['body'])}”"] if held.get("body") else []
    said += [f"{name}: {_shown(value)}" for name, value in held.get("labels", {}).items()]
    return f": {', '.join(said)}" if said else ""


def _shown(value: Extra) -> str:
    """A value on one line, or its beginning."""
    if isinstance(value, dict):
        value = ", ".join(f"{name} {_shown(held)}" for name, held in value.items())
    elif isinstance(value, list):
        value = ", ".join(map(_shown, value))
    text = value or "nothing"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
