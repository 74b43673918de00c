"""Annotations carried over to the map as it is now: what is exact by itself, the rest on demand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from argmap.annotation.anchors.anchoring import Ground, State
from argmap.annotation.anchors.reviewing import Outcome, Review
from argmap.annotation.layers.anchor import anchored
from argmap.annotation.layers.edits import RefusedError, put, restated
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source, did_you_mean

#: What may be accepted without naming each annotation; `all` are these.
MASS = (State.CHANGED, State.MOVED)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What somebody agreed to.

    Attributes:
        states: "changed", "moved": all annotations of that state whose old text is known.
        ids: annotations, as "ANNOTATOR/ID".
        attached: what to attach an annotation to, by "ANNOTATOR/ID": the id of a claim, or of
            whatever the annotation is about.
    """

    states: frozenset[State] = frozenset()
    ids: frozenset[str] = frozenset()
    attached: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Settled:
    """A layer with what was taken over.

    Attributes:
        text: of its file.
        taken: the annotations that were accepted, with what they are about now.
        open: ids of those that wait for somebody's word; while there are any the layer keeps the
            version of the map that it was written about, since their history starts there.
    """

    text: str
    taken: Mapping[str, Target]
    open: tuple[str, ...]


def acceptance(words: Iterable[str], reviews: Iterable[Review]) -> Acceptance:
    """What the words of somebody agree to: "all", "changed", "moved", an id, or ID=CLAIM.

    An id may do without its annotator where only one of the layers has it.

    Raises:
        RefusedError: a word names no annotation, or several.
    """
    known: dict[str, list[str]] = {}
    for review in reviews:
        for outcome in review.outcomes:
            name = f"{review.annotator}/{outcome.id}"
            known.setdefault(name, []).append(name)
            known.setdefault(outcome.id, []).append(name)
    states: set[State] = set()
    ids: set[str] = set()
    attached: dict[str, str] = {}
    for word in words:
        id, sign, to = word.partition("=")
        if word == "all":
            states.update(MASS)
        elif word in MASS:
            states.add(State(word))
        elif id not in known:
            mend = did_you_mean(id, ["all", *(state.value for state in MASS), *known])
            raise RefusedError(f"there is no annotation `{id}`" + (f"; {mend}" if mend else ""))
        elif len(known[id]) > 1:
            names = dict.fromkeys(known[id])
            way = f"write {' or '.join([*names][:3])}" if len(names) > 1 else "name one file"
            raise RefusedError(f"several layers have `{id}`; {way}")
        elif sign:
            attached[known[id][0]] = to
        else:
            ids.add(known[id][0])
    return Acceptance(frozenset(states), frozenset(ids), attached)


def settle(ground: Ground, review: Review, acceptance: Acceptance) -> Settled:
    """The text of a layer with everything taken over that is exact or accepted.

    Nothing but targets and the version changes. What is an orphan, gone or ambiguous stays as it
    is until it is attached by name.

    Raises:
        RefusedError: an annotation cannot be attached to what was named.
    """
    layer = review.layer
    changes: list[Annotation] = []
    taken: dict[str, Target] = {}
    left: list[str] = []
    for outcome in review.outcomes:
        name = f"{layer.annotator}/{outcome.id}"
        target = outcome.annotation.target
        if name in acceptance.attached:
            now = attached(ground, outcome, acceptance.attached[name], layer.annotator)
            taken[outcome.id] = now
        elif outcome.free:
            now = outcome.anchor.target or target
        elif outcome.acceptable and (
            name in acceptance.ids or (outcome.state in acceptance.states and outcome.shown)
        ):
            now = outcome.anchor.target or target
            taken[outcome.id] = now
        else:
            now = target
            left.append(outcome.id)
        if now != target:
            changes.append(replace(outcome.annotation, target=now))
    text = put(review.document, changes) if changes else review.document.source.text
    if not left and layer.version != review.version:
        document = read_layer(Source(review.document.source.name, text))
        text = restated(document, version=review.version)
    return Settled(text, taken, tuple(left))


def attached(ground: Ground, outcome: Outcome, id: str, annotator: str) -> Target:
    """The target of an annotation made one of `id`, of the same kind.

    A passage of a claim stays one if it stands there once; else the whole claim is meant.

    Raises:
        RefusedError: there is nothing of this id, or a source does not have the passage.
    """
    target = replace(outcome.annotation.target, id=id)
    if target.kind not in ("claim", "argument"):
        here = ground.anchor(target, annotator).target
        if here is None:
            raise RefusedError(
                f"{target.kind} `{id}` is not there, or does not have the passage once"
            )
        return here
    text = ground.inventory.text(target.kind, id)
    if text is None:
        map = ground.inventory.map
        mend = did_you_mean(id, list(map.claim if target.kind == "claim" else map.argument))
        raise RefusedError(f"the map has no {target.kind} `{id}`" + (f"; {mend}" if mend else ""))
    elsewhere = replace(target, hash="", start=None, end=None)
    here = ground.at(elsewhere, id, State.UNANCHORED).target
    return here or anchored(Target(target.kind, id), text)
