"""What has become of the target of an annotation: one answer for all who ask.

A target is found by its id and by the text that the annotator saw. What merely resembles it is
never taken for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from argmap.annotation.layers.anchor import anchored, text_hash, text_of
from argmap.annotation.layers.model import Target
from argmap.annotation.study import Study
from argmap.model import ArgumentMap
from argmap.texts import Passage, SourceText, occurrences


class State(str, Enum):
    """How a target stands to what is there now."""

    EXACT = "exact"  # there, and as the annotator saw it
    UNANCHORED = "unanchored"  # there, with nothing that tells what the annotator saw
    UNCHECKED = "unchecked"  # not to be judged: its text, or the other layer, is not at hand
    CHANGED = "changed"  # there, with another text
    MOVED = "moved"  # the same text, elsewhere
    AMBIGUOUS = "ambiguous"  # in several places, and nothing tells which is meant
    GONE = "gone"  # the passage is no longer in the text
    ORPHAN = "orphan"  # nothing is there

    __hash__ = str.__hash__  # equal to its text, so hashed as its text

    @property
    def sound(self) -> bool:
        """Whether nothing speaks against it."""
        return self in (State.EXACT, State.UNANCHORED, State.UNCHECKED)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What has become of a target.

    Attributes:
        target: as it would be written now; None where it is not known what is meant.
        text: what stands there now: of a claim or an argument all of it, of a source the passage.
        candidates: ids of what may be meant, where it is not known.
        places: in how many places of the text a passage stands.
    """

    state: State
    target: Target | None = None
    text: str = ""
    candidates: tuple[str, ...] = ()
    places: int = 1


class Inventory:
    """What a map says: the hash of each claim's and each argument's text, and who has a hash."""

    def __init__(self, map: ArgumentMap) -> None:
        self.map = map
        self._hashes: dict[str, dict[str, str]] = {}
        self._bearers: dict[str, dict[str, list[str]]] = {}

    def text(self, kind: str, id: str) -> str | None:
        """What a claim or an argument says; None where the map has none of this id."""
        return text_of(self.map, kind, id)

    def hash(self, kind: str, id: str) -> str | None:
        """The hash of what a claim or an argument says; None where there is none of this id."""
        return self._of(kind).get(id)

    def bearing(self, kind: str, hash: str) -> list[str]:
        """The ids of those whose text has a hash."""
        if kind not in self._bearers:
            found: dict[str, list[str]] = {}
            for id, known in self._of(kind).items():
                found.setdefault(known, []).append(id)
            self._bearers[kind] = found
        return self._bearers[kind].get(hash, [])

    def _of(self, kind: str) -> dict[str, str]:
        if kind not in self._hashes:
            ids = self.map.claim if kind == "claim" else self.map.argument
            self._hashes[kind] = {id: text_hash(text_of(self.map, kind, id) or "") for id in ids}
        return self._hashes[kind]


@dataclass(frozen=True)
class Ground:
    """What the targets of a study are looked up in.

    Attributes:
        texts: of sources, by their id, as far as they are at hand.
    """

    study: Study
    texts: Mapping[str, SourceText] = field(default_factory=dict)

    @cached_property
    def inventory(self) -> Inventory:
        assert self.study.document.map is not None
        return Inventory(self.study.document.map)

    @cached_property
    def sources(self) -> frozenset[str]:
        """The ids of the map's sources."""
        return frozenset(source.id for source in self.inventory.map.sources)

    @cached_property
    def annotators(self) -> frozenset[str]:
        """Those whose layers are at hand."""
        return frozenset(layer.annotator for layer in self.study.values)

    def anchor(self, target: Target, annotator: str) -> Anchor:
        """What has become of a target in the layer of an annotator."""
        if target.kind in ("claim", "argument"):
            return self._part(target)
        if target.kind == "source":
            return self._source(target)
        whole = full_id(target, annotator)
        if whole in (self.study.annotation if target.kind == "annotation" else self.annotators):
            return Anchor(State.EXACT, target)
        seen = target.kind == "annotation" and whole.partition("/")[0] in self.annotators
        return Anchor(State.ORPHAN if seen else State.UNCHECKED)

    def _part(self, target: Target) -> Anchor:
        hash = self.inventory.hash(target.kind, target.id)
        if hash is not None and target.hash in ("", hash):
            return self.at(target, target.id, State.EXACT if target.hash else State.UNANCHORED)
        same = self.inventory.bearing(target.kind, target.hash) if target.hash else []
        if len(same) == 1:
            return self.at(target, same[0], State.MOVED)
        if same:
            return Anchor(State.AMBIGUOUS, candidates=tuple(same), places=len(same))
        if hash is None:
            return Anchor(State.ORPHAN)
        return self.at(target, target.id, State.CHANGED)

    def at(self, target: Target, id: str, state: State) -> Anchor:
        """The anchor of a target at the claim or argument `id`: what `state` says, unless its
        passage is not to be found there."""
        text = self.inventory.text(target.kind, id)
        assert text is not None
        here = target if id == target.id else replace(target, id=id)
        if not target.quote:
            return Anchor(state, here if state is State.EXACT else anchored(here, text), text)
        same = text_hash(text) == target.hash or state is State.UNANCHORED
        found = _stands(text, target) if same else None
        places = [found] if found else occurrences(text, target.quote, target.prefix, target.suffix)
        if same and len(places) > 1:
            places = [p for p in places if p.start == target.start] or places
        return _placed(state, here, text, places, text)

    def _source(self, target: Target) -> Anchor:
        if target.id not in self.sources:
            return Anchor(State.ORPHAN)
        if not target.quote:
            return Anchor(State.EXACT, target)
        source = self.texts.get(target.id)
        if source is None:
            return Anchor(State.UNCHECKED)
        text, found = source.text, _stands(source.text, target)
        if found and _surrounded(text, found, target):
            return Anchor(State.EXACT, target, target.quote)
        places = occurrences(source.folded, target.quote, target.prefix, target.suffix)
        state = State.EXACT
        if len(places) == 1 and not _surrounded(text, places[0], target):
            state = State.CHANGED if places[0].start == target.start else State.MOVED
        passage = text[places[0].start : places[0].end] if places else ""
        return _placed(state, target, text, places, passage)


def full_id(target: Target, annotator: str) -> str:
    """The id of what a target of kind annotation or layer names, whoever's layer it stands in."""
    if target.kind == "annotation" and "/" not in target.id:
        return f"{annotator}/{target.id}"
    return target.id


def _placed(state: State, target: Target, text: str, places: list[Passage], shown: str) -> Anchor:
    """The anchor of a passage that stands in these places of a text."""
    if not places:
        return Anchor(State.GONE, text=shown, candidates=(target.id,), places=0)
    if len(places) > 1:
        return Anchor(State.AMBIGUOUS, None, shown, (target.id,), len(places))
    start, end = places[0].start, places[0].end
    if state is State.EXACT:
        # What nobody had written of its place is left to be.
        if target.start is not None and (target.start, target.end) != (start, end):
            target = replace(target, start=start, end=end)
        return Anchor(state, target, shown)
    return Anchor(state, anchored(replace(target, quote=text[start:end]), text, start), shown)


def _stands(text: str, target: Target) -> Passage | None:
    """The passage where the target says that it stands, if it does."""
    start = target.start
    if start is None or not text.startswith(target.quote, start):
        return None
    return Passage(start, start + len(target.quote))


def _surrounded(text: str, passage: Passage, target: Target) -> bool:
    """Whether a passage has the surroundings that the target gives it, but for white space."""
    before, after = _folded(target.prefix), _folded(target.suffix)
    room = 2 * (len(target.prefix) + len(target.suffix)) + 20
    return _folded(text[max(0, passage.start - room) : passage.start]).endswith(before) and _folded(
        text[passage.end : passage.end + room]
    ).startswith(after)


def _folded(text: str) -> str:
    return " ".join(text.split())
