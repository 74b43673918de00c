"""What has become of the target of an annotation: one answer for all who ask.

A target is found by its id and by the text that the annotator saw. What merely resembles it is
never taken for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from argmap.annotation.anchors.inventory import Inventory
from argmap.annotation.layers.anchor import (
    anchored,
    grounds_of,
    remark_hash,
    text_hash,
)
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.studies import Study
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
        text: what stands there now: of a claim or an argument all of it, of a source the passage,
            of an annotation its words.
        candidates: ids of what may be meant, where it is not known.
        places: in how many places of the text a passage stands.
        grounds: whether it is the claims which a passage of a source grounds that have changed;
            `text` is then theirs.
    """

    state: State
    target: Target | None = None
    text: str = ""
    candidates: tuple[str, ...] = ()
    places: int = 1
    grounds: bool = False


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

    @cached_property
    def remarks(self) -> Mapping[str, list[Annotation]]:
        """Annotations by "ANNOTATOR/ID"; several where two layers are of one annotator."""
        found: dict[str, list[Annotation]] = {}
        for layer in self.study.values:
            for one in layer.annotations:
                found.setdefault(f"{layer.annotator}/{one.id}", []).append(one)
        return found

    def anchor(self, target: Target, annotator: str) -> Anchor:
        """What has become of a target in the layer of an annotator."""
        if target.kind in ("claim", "argument"):
            return self._part(target)
        if target.kind == "source":
            return self._grounding(target, self._source(target))
        whole = full_id(target, annotator)
        if target.kind == "layer":
            known = whole in self.annotators
            return Anchor(State.EXACT, target) if known else Anchor(State.UNCHECKED)
        if whole in self.remarks:
            return self._remark(target, self.remarks[whole])
        seen = whole.partition("/")[0] in self.annotators
        return Anchor(State.ORPHAN if seen else State.UNCHECKED)

    def _remark(self, target: Target, remarks: list[Annotation]) -> Anchor:
        """The anchor of a reply: ids of what was removed may be given out again."""
        hashes = [remark_hash(one) for one in remarks]
        if target.hash in hashes:
            return Anchor(State.EXACT, target, remark_text(remarks[hashes.index(target.hash)]))
        state = State.CHANGED if target.hash else State.UNANCHORED
        return Anchor(state, replace(target, hash=hashes[0]), remark_text(remarks[0]))

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
        same = self.inventory.hash(target.kind, id) == target.hash or state is State.UNANCHORED
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

    def _grounding(self, target: Target, passage: Anchor) -> Anchor:
        """The anchor of a passage of a source with the claims that it grounds looked at as well."""
        lost = passage.target is None and passage.state is not State.UNCHECKED
        if not target.claims or lost:
            return passage
        text = grounds_of(self.inventory.map, target.claims)
        here = passage.target or target
        if text is not None and target.hash == text_hash(text):
            return passage
        alone = bool(target.hash) and len(target.claims) == 1
        same = self.inventory.bearing("claim", target.hash) if alone else []
        if len(same) == 1:
            text = self.inventory.text("claim", same[0]) or ""
            return Anchor(State.MOVED, replace(here, claims=(same[0],)), text, grounds=True)
        if text is None:
            return Anchor(State.ORPHAN, grounds=True)
        now = replace(here, hash=text_hash(text))
        if not target.hash and passage.state not in (State.EXACT, State.UNCHECKED):
            return replace(passage, target=now)
        state = State.CHANGED if target.hash else State.UNANCHORED
        return Anchor(state, now, text, grounds=True)


def remark_text(annotation: Annotation) -> str:
    """What a remark says: its words, or else its labels, or the passage that it marks."""
    labels = (
        f"{name}: {value if isinstance(value, str) else ', '.join(value)}"
        for name, value in annotation.labels.items()
    )
    target = annotation.target
    return annotation.body or "; ".join(labels) or target.quote or f"{target.kind} {target.id}"


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
    room = 4 * (len(target.prefix) + len(target.suffix)) + 20
    return _folded(text[max(0, passage.start - room) : passage.start]).endswith(before) and _folded(
        text[passage.end : passage.end + room]
    ).startswith(after)


def _folded(text: str) -> str:
    return " ".join(text.split())
