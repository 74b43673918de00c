"""What has become of every annotation of a study, as far as the map and its history tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from argmap.annotation.anchors.anchoring import Anchor, Ground, State
from argmap.annotation.anchors.history import History
from argmap.annotation.anchors.inventory import Inventory
from argmap.annotation.anchors.tracing import Trace, trace
from argmap.annotation.layers.anchor import text_hash, version_of
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer
from argmap.yaml.files import loads

#: What has a history: it stands in the map's file.
TRACEABLE = ("claim", "argument")

_UNSAID = "the layer does not say which version of the map it was written about"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What has become of one annotation.

    Attributes:
        anchor: where its target is, and as what it would be written.
        seen: what the annotator saw: the text of a claim or an argument, the passage of a source;
            empty where nobody knows.
        traced: whether the history of the map vouches for it.
    """

    annotation: Annotation
    anchor: Anchor
    seen: str = ""
    traced: bool = False

    @property
    def id(self) -> str:
        return self.annotation.id

    @property
    def state(self) -> State:
        return self.anchor.state

    @property
    def quoted(self) -> str:
        """What is left of what the annotator saw: all of it, or the passage."""
        return self.seen or self.annotation.target.quote

    @property
    def free(self) -> bool:
        """Whether it is taken over without asking."""
        known = self.state is State.UNANCHORED and bool(self.seen)
        return known or self.state in (State.EXACT, State.UNCHECKED)

    @property
    def acceptable(self) -> bool:
        """Whether a word of consent is enough to take it over."""
        return self.state in (State.UNANCHORED, State.CHANGED, State.MOVED)

    @property
    def traceable(self) -> bool:
        """Whether the history of the map's file could tell of it."""
        return self.annotation.target.kind in TRACEABLE

    @property
    def shown(self) -> bool:
        """Whether old and new can be put side by side, so that many may be accepted at once.

        An equal text elsewhere may be a twin; only the history tells.
        """
        return self.traced or (bool(self.seen) and self.state is State.CHANGED)


@dataclass(frozen=True)
class Review:
    """What has become of the annotations of one layer.

    Attributes:
        version: of the map as it is now.
        reason: why its old version could not be looked at; empty if it could, or need not.
    """

    document: LayerDocument
    version: str
    outcomes: tuple[Outcome, ...]
    reason: str = ""

    @property
    def annotator(self) -> str:
        return self.layer.annotator

    @property
    def layer(self) -> Layer:
        assert self.document.value is not None
        return self.document.value

    @cached_property
    def outcome(self) -> Mapping[str, Outcome]:
        """Outcomes by the id of the annotation."""
        return {outcome.id: outcome for outcome in self.outcomes}


def review(
    ground: Ground, past: Callable[[Iterable[str]], History] | None = None
) -> tuple[Review, ...]:
    """What has become of each annotation of the layers of a study.

    `past` gives the history of the map since the oldest of some versions (see `history`). It is
    asked only if something is not as it was.
    """
    version = version_of(ground.study.document.source.text)
    found: list[tuple[LayerDocument, Layer, list[Anchor]]] = []
    for document in ground.study.layers:
        layer = document.value
        assert layer is not None
        anchors = [ground.anchor(one.target, layer.annotator) for one in layer.annotations]
        found.append((document, layer, anchors))
    ways = {
        (document.source.name, one.id): Trace(one.target)
        for document, layer, anchors in found
        for one, anchor in zip(layer.annotations, anchors, strict=True)
        if anchor.state is not State.EXACT
        and one.target.kind in TRACEABLE
        and layer.version not in ("", version)
    }
    history = History()
    if ways and past is not None:
        version_in = {document.source.name: layer.version for document, layer, _ in found}
        since = [(version_in[name], way) for (name, _), way in ways.items()]
        history = past(dict.fromkeys(version for version, _ in since))
        _follow(since, history, ground.inventory)
    reviews = []
    for document, layer, anchors in found:
        present, name = layer.version == version, document.source.name
        outcomes = tuple(
            _outcome(ground, one, anchor, ways.get((name, one.id)), present)
            for one, anchor in zip(layer.annotations, anchors, strict=True)
        )
        wanted = any(not one.free and one.traceable for one in outcomes)
        reason = history.unknown.get(layer.version, "") if layer.version else _UNSAID
        reviews.append(Review(document, version, outcomes, reason if wanted else ""))
    return tuple(reviews)


def _follow(ways: list[tuple[str, Trace]], history: History, present: Inventory) -> None:
    """Follows each way from the version with which it is given to the present."""
    line = [(history.begins[version], way) for version, way in ways if version in history.begins]
    first = min((position for position, _ in line), default=0)
    for position, way in line:
        way.since = position - first
    if line:
        names = history.names[first:]
        trace([way for _, way in line], _inventories(history, names, present))
    for version, name in history.apart.items():
        aside = [way for since, way in ways if since == version]
        trace(aside, _inventories(history, (name,), present))


def _inventories(
    history: History, names: Iterable[str], present: Inventory
) -> Iterator[Inventory | None]:
    """What each version of the map says, and then the present one; None if errors stop it."""
    maps = (None if text is None else loads(text).map for text in history.texts(names))
    return chain((None if map is None else Inventory(map) for map in maps), [present])


def _outcome(
    ground: Ground, annotation: Annotation, anchor: Anchor, way: Trace | None, present: bool
) -> Outcome:
    """What the present says of an annotation, and what its history says, which knows better.

    `present` tells that its layer was written about the map as it is now.
    """
    target = annotation.target
    if way is None or not way.seen:
        known = anchor.state in (State.EXACT, State.MOVED)
        known = known or (present and anchor.state is State.UNANCHORED)
        seen = anchor.text if known else ""
        if target.kind == "source" and not anchor.grounds:
            seen = target.quote
        return Outcome(annotation, anchor, seen)
    if way.id is None:
        state = State.AMBIGUOUS if len(way.candidates) > 1 else State.ORPHAN
        places = max(1, len(way.candidates))
        anchor = Anchor(state, candidates=way.candidates, places=places)
        return Outcome(annotation, anchor, way.seen, True)
    then = replace(target, hash=text_hash(way.seen))
    same = ground.inventory.hash(target.kind, way.id) == then.hash
    if same and way.id == target.id:
        state = State.EXACT if target.hash else State.UNANCHORED
    else:
        state = State.MOVED if same else State.CHANGED
    return Outcome(annotation, ground.at(then, way.id, state), way.seen, True)
