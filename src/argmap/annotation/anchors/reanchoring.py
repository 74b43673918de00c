"""Annotations carried over to the map as it is now: what is exact by itself, the rest on demand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from argmap.annotation.anchors.anchoring import Ground, State
from argmap.annotation.anchors.reviewing import Outcome, Review
from argmap.annotation.layers.anchor import anchored, grounds_of, text_hash
from argmap.annotation.layers.edits import RefusedError, put, restated
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source, did_you_mean

#: What `all` accepts: what has become of it is known.
ALL = (State.CHANGED, State.MOVED)

#: What may be accepted without naming each annotation.
MASS = (*ALL, State.UNANCHORED)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What somebody agreed to.

    Attributes:
        states: "changed", "moved": all annotations of that state whose old text is known;
            "unanchored": all of that state.
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
        by_name: those of them that are of an accepted state, and have to be named all the same,
            since nobody knows what they were about.
    """

    text: str
    taken: Mapping[str, Target]
    open: tuple[str, ...]
    by_name: tuple[str, ...] = ()


def acceptance(words: Iterable[str], reviews: Iterable[Review]) -> Acceptance:
    """What the words of somebody agree to: "all", "changed", "moved", "unanchored", an
    id, or ID=CLAIM.

    An id may do without its annotator where only one of the layers has it.

    Raises:
        RefusedError: a word names no annotation, or several.
    """
    known: dict[str, list[str]] = {}
    reviews = list(reviews)
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
            states.update(ALL)
        elif word in MASS:
            states.add(State(word))
        elif id not in known:
            ids_known = [name for name in known if ("/" in name) == (len(reviews) > 1)]
            mend = did_you_mean(id, ["all", *(state.value for state in MASS), *ids_known])
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


def settle(ground: Ground, review: Review, acceptance: Acceptance, map: str = "") -> Settled:
    """The text of a layer with everything taken over that is exact or accepted.

    Nothing but targets and the version changes, and once all is settled the path of the map, if
    another one is given as `map`. What is an orphan, gone or ambiguous stays as it is until it is
    attached by name.

    Raises:
        RefusedError: an annotation cannot be attached to what was named.
    """
    layer = review.layer
    changes: list[Annotation] = []
    taken: dict[str, Target] = {}
    left: list[str] = []
    by_name: list[str] = []
    for outcome in review.outcomes:
        name = f"{layer.annotator}/{outcome.id}"
        target = outcome.annotation.target
        if name in acceptance.attached:
            now = attached(ground, outcome, acceptance.attached[name], layer.annotator)
            taken[outcome.id] = now
        elif outcome.free:
            now = outcome.anchor.target or target
        elif outcome.acceptable and (name in acceptance.ids or _among(outcome, acceptance)):
            now = outcome.anchor.target or target
            taken[outcome.id] = now
        else:
            now = target
            left.append(outcome.id)
            if outcome.state in acceptance.states:
                by_name.append(outcome.id)
        if now != target:
            changes.append(replace(outcome.annotation, target=now))
    text = put(review.document, changes) if changes else review.document.source.text
    if not left and (layer.version, map or layer.map) != (review.version, layer.map):
        document = read_layer(Source(review.document.source.name, text))
        text = restated(document, version=review.version, map=map or layer.map)
    return Settled(text, taken, tuple(left), tuple(by_name))


def _among(outcome: Outcome, acceptance: Acceptance) -> bool:
    """Whether it is one of those that are accepted by their state."""
    known = outcome.shown or outcome.state is State.UNANCHORED
    return known and outcome.state in acceptance.states


def attached(ground: Ground, outcome: Outcome, id: str, annotator: str) -> Target:
    """The target of an annotation made one of `id`, of the same kind.

    A passage of a claim stays one if it stands there once; else the whole claim is meant, and the
    passage is kept as what was lost. Of a passage of a source that grounds claims, `id` may be the
    claims that it grounds now, with commas between them.

    Raises:
        RefusedError: there is nothing of this id, or a source does not have the passage.
    """
    target = replace(outcome.annotation.target, id=id)
    if target.kind == "annotation":
        target = replace(target, hash="")
    if target.kind == "source" and target.claims:
        target = _grounding(ground, outcome.annotation.target, id)
    if target.kind not in ("claim", "argument"):
        found = ground.anchor(target, annotator)
        named = bool(target.claims) and found.state is State.UNCHECKED
        here = target if named else found.target
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
    quote = target.quote or target.lost
    elsewhere = replace(target, hash="", start=None, end=None, quote=quote, lost="")
    here = ground.at(elsewhere, id, State.UNANCHORED).target
    return here or anchored(Target(target.kind, id, lost=quote), text)


def _grounding(ground: Ground, target: Target, word: str) -> Target:
    """A passage of a source with the claims, or else the source, that a word names.

    Raises:
        RefusedError: the map has neither.
    """
    map = ground.inventory.map
    claims = tuple(dict.fromkeys(word.split(",")))
    text = grounds_of(map, claims)
    if text is None and word in ground.sources:
        return replace(target, id=word)
    if text is None:
        id = next(id for id in claims if id not in map.claim)
        mend = did_you_mean(id, list(map.claim))
        raise RefusedError(f"the map has no claim `{id}`" + (f"; {mend}" if mend else ""))
    return replace(target, claims=claims, hash=text_hash(text))
