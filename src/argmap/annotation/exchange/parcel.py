"""What goes out and what comes in: texts with what they cannot hold, layers with what is left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from argmap.annotation.layers import words
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.annotation.layers.reader import KINDS
from argmap.model.ids import bad_character, nfc
from argmap.yaml.comments import comments

_MOST = 10**12  # positions beyond this are no positions


class ExchangeError(Exception):
    """A file cannot be read as what it should be; the message says why."""


class UnfitError(Exception):
    """One annotation cannot be taken over; the message says why."""


@dataclass(frozen=True, slots=True)
class Export:
    """A text in another form, and what of the layers it does not hold."""

    text: str
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """Layers that were read from another form.

    Attributes:
        left_out: what could not be taken over: which, and why.
        losses: what was taken over in another form.
    """

    layers: tuple[Layer, ...]
    left_out: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()


def losses_of(documents: Iterable[LayerDocument]) -> tuple[str, ...]:
    """What no other form holds of the files of layers: their comments."""
    found = sum(len(comments(document.tree)) for document in documents)
    return (f"comments of the YAML files: {found:,}",) if found else ()


def annotation_of(given: Mapping[str, Any]) -> Annotation:
    """An annotation of words as a layer has them, with the `kind` and the `target` it is about.

    Raises:
        UnfitError: a word has no value that a layer could hold.
    """
    kind = given.get("kind") or "claim"
    if kind not in KINDS:
        raise UnfitError(f"a target is one of {', '.join(KINDS)}, not `{kind}`")
    id = given.get("target") or ""
    if kind in ("claim", "argument", "layer"):
        id = _id(id, kind)
    elif not id.strip():
        raise UnfitError("it is about nothing")
    start, end = _position(given.get("start")), _position(given.get("end"))
    if start is not None and end is not None and end < start:
        raise UnfitError(f"its passage begins at {start} and ends before that, at {end}")
    target = Target(
        kind,
        nfc(id.strip()),
        (given.get("hash") or "").strip(),
        (given.get("quote") or "").strip(),
        given.get("prefix") or "",
        given.get("suffix") or "",
        start,
        end,
        tuple(nfc(claim.strip()) for claim in given.get("claims") or () if claim.strip()),
        (given.get("lost") or "").strip(),
    )
    motivation = given.get("motivation") or "commenting"
    if motivation not in words.MOTIVATIONS:
        raise UnfitError(f"no motivation is called `{motivation}`")
    return Annotation(
        _id(given.get("id") or "", "annotation"),
        target,
        motivation,
        (given.get("body") or "").strip(),
        _labels(given.get("labels") or {}),
        {nfc(name.strip()): _labels(votes) for name, votes in (given.get("votes") or {}).items()},
        bool(given.get("resolved")),
        (given.get("created") or "").strip(),
    )


def header_of(given: Mapping[str, Any], file: str) -> Layer:
    """A layer without annotations, of its words at the top; about the map `file` if they say none.

    Raises:
        ExchangeError: a word has no value that a layer could hold.
    """
    try:
        annotator = _id(given.get("annotator") or "", "annotator")
    except UnfitError as error:
        raise ExchangeError(str(error)) from error
    several = {
        field: tuple(filter(None, (one.strip() for one in given.get(field) or ())))
        for field in ("codebooks", "released")
    }
    single = {
        word: text
        for word in ("map", "version", "name", "role", "status", "note", "layer")
        if (text := (given.get(word) or "").strip())
    }
    for word, known in (("role", words.ROLES), ("status", words.STATUSES)):
        if single.get(word, known[0]) not in known:
            raise ExchangeError(f"the {word} of {annotator} is `{single[word]}`, and no {word}")
    if single.get("layer", words.VERSION) != words.VERSION:
        raise ExchangeError(f"version `{single['layer']}` of layers is not known")
    return Layer(annotator, **{"map": file, **single}, **several)  # type: ignore[arg-type]


def _id(text: str, what: str) -> str:
    id = nfc(text.strip())
    char = bad_character(id)
    if not id or char:
        why = f"has `{char}` in it" if char else "is missing"
        raise UnfitError(f"the id of the {what} {why}")
    return id


def _position(value: object) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 <= value < _MOST:
        raise UnfitError(f"`{value}` is no position in a text")
    return value


def _labels(given: Mapping[str, Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name, value in given.items():
        texts = [value] if isinstance(value, str) else value
        if not name.strip() or not all(text.strip() for text in texts):
            raise UnfitError(f"the label `{name}` lacks its name or a value")
        several = tuple(text.strip() for text in texts)
        found[nfc(name.strip())] = several[0] if isinstance(value, str) else several
    return found


def once(layers: Iterable[Layer], left_out: list[str]) -> tuple[Layer, ...]:
    """The layers with each id once; what comes with the id of another is left out."""
    found = []
    for layer in layers:
        first: dict[str, Annotation] = {}
        for one in layer.annotations:
            if first.setdefault(one.id, one) is not one:
                left_out.append(f"{layer.annotator}/{one.id}: a second annotation with this id")
        found.append(replace(layer, annotations=tuple(first.values())))
    return tuple(found)


def picked(layers: tuple[Layer, ...], annotator: str) -> tuple[Layer, ...]:
    """The layers of an annotator; a single one of somebody else is given to them.

    Raises:
        ExchangeError: there are several, and none is theirs.
    """
    if not annotator or not layers:
        return layers
    own = tuple(layer for layer in layers if layer.annotator == annotator)
    if not own and len(layers) == 1:
        return (_given_to(layers[0], annotator),)
    if not own:
        names = ", ".join(dict.fromkeys(layer.annotator for layer in layers))
        raise ExchangeError(f"nothing in it is of {annotator}; it has layers of {names}")
    return own


def _given_to(layer: Layer, annotator: str) -> Layer:
    """A layer as that of another annotator; what it says of its own annotations stays so."""
    found = []
    for one in layer.annotations:
        owner, slash, id = one.target.id.partition("/")
        if one.target.kind == "annotation" and slash and owner == layer.annotator:
            one = replace(one, target=replace(one.target, id=f"{annotator}/{id}"))
        found.append(one)
    return replace(layer, annotator=annotator, name="", annotations=tuple(found))
