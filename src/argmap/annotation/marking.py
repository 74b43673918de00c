"""The layers about a map as marks on it: counts, labels, open questions, and a tint.

What an annotation is about in the end decides where it counts: a passage at its claim, a passage of
a source at the claims that it grounds, a reply where its thread began. A word about all of
somebody's work stands nowhere on the map.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from argmap.annotation.conversation import Said, Threads, threads
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.studies import Study
from argmap.annotation.tallies import DISAGREEMENT, Rows, Tint, label_badges, tint
from argmap.annotation.targets import Key, Targets
from argmap.annotation.votes import Votes, votes_of
from argmap.annotation.votes import shown as written
from argmap.diagnostics import many
from argmap.model import ArgumentMap
from argmap.model.overlay import Mark, Overlay, heat_badge

#: Lines of a note, and characters of a line: it is read in a tooltip.
LINES, LENGTH = 8, 120

#: Whose labels are counted; an adjudicator decides between them.
_RATERS = ("student", "teacher")

_KINDS = {
    "questioning": ("question",),
    "commenting": ("comment",),
    "replying": ("reply", "replies"),
    "highlighting": ("highlight",),
    "assessing": ("assessment",),
    "tagging": ("tag",),
}


@dataclass
class _Place:
    """What is said at one claim or argument."""

    kinds: Counter[str] = field(default_factory=Counter)
    decided: list[Annotation] = field(default_factory=list)
    disputes: int = 0
    settled: int = 0
    lines: list[str] = field(default_factory=list)
    targets: dict[Key, None] = field(default_factory=dict)


def overlay(study: Study, heat: str = "") -> Overlay:
    """The marks of the layers of `study` on its map.

    Badges count what is open by kind, each annotation once; an assessment or a tag that carries
    labels is told by them instead. What is settled counts as one with all its replies. Labels are
    those of students and teachers: each value with how often it was given, the mean of a scale with
    how many gave it. What an adjudicator decided stands beside them. All that the layers say is
    shown; for what one student may see, see `reports.handout`.

    Args:
        heat: "disagreement" tints by 1 less the mean agreement on what was labelled there; the name
            of a scale or a yes/no label tints by its mean, from its low end (0) to its high (1).

    Raises:
        HeatError: nothing can be tinted by `heat`.
    """
    map = study.document.map
    assert map is not None
    tinted = tint(heat, study.codebook) if heat else None
    found = threads(study)
    targets = Targets(map)
    places: defaultdict[str, _Place] = defaultdict(_Place)
    still_open: list[Said] = []
    for beginning in found.beginnings:
        ids = list(_ids(beginning.annotation.target, map))
        for said, depth, state in _states(found, beginning):
            if not state:
                still_open.append(said)
            for id in ids:
                _count(places[id], said, depth, state, targets)
    votes = votes_of(_only(study, still_open), targets, _RATERS)
    unusable = Counter(one.target.key for one in votes.unusable)
    marks = {
        part.id: _mark(places[part.id], votes, unusable, tinted)
        for part in map.parts
        if part.id in places
    }
    if not marks:
        return Overlay()
    return Overlay(marks, _title(found.every), tinted.legend if tinted else None)


def unplaced(study: Study) -> int:
    """How many annotations are about parts that the map does not have, with their replies."""
    map = study.document.map
    assert map is not None
    found = threads(study)
    return sum(
        1
        for beginning in found.beginnings
        if not _known(beginning.annotation.target, map)
        for _ in found.thread(beginning)
    )


def _ids(target: Target, map: ArgumentMap) -> Iterator[str]:
    """The claims and arguments of the map at which an annotation counts."""
    if target.kind == "source":
        yield from (id for id in dict.fromkeys(target.claims) if id in map.claim)
    elif target.id in (map.claim if target.kind == "claim" else map.argument):
        yield from [target.id] if target.kind in ("claim", "argument") else ()


def _known(target: Target, map: ArgumentMap) -> bool:
    if target.kind == "source":
        return any(source.id == target.id for source in map.sources)
    return target.kind == "layer" or any(_ids(target, map))


def _states(found: Threads, beginning: Said) -> Iterator[tuple[Said, int, str]]:
    """A thread, with depths; "settled", "below" what is settled, or neither."""
    settled: int | None = None  # the depth of what settles all below it
    for said, depth in found.thread(beginning):
        if settled is not None and depth > settled:
            yield said, depth, "below"
            continue
        settled = depth if said.annotation.resolved else None
        yield said, depth, "settled" if said.annotation.resolved else ""


def _count(place: _Place, said: Said, depth: int, state: str, targets: Targets) -> None:
    one, adjudicates = said.annotation, said.layer.role == "adjudicator"
    if state:
        place.settled += state == "settled"
        return
    if one.target.kind != "annotation":
        place.targets[targets.normal(one.target, said.layer.annotator).key] = None
    if adjudicates and (one.labels or one.votes):
        place.disputes += any(label not in one.labels for label in one.votes)
        place.decided.append(one)
    elif not (one.labels and one.motivation in ("assessing", "tagging")):
        place.kinds["replying" if one.target.kind == "annotation" else one.motivation] += 1
    elif one.target.kind == "annotation" and one.body:
        place.kinds["replying"] += 1
    place.lines.append(_line(said, depth))


def _only(study: Study, wanted: Iterable[Said]) -> Study:
    """A study of some of its annotations."""
    kept: defaultdict[int, list[Annotation]] = defaultdict(list)
    for said in wanted:
        kept[id(said.document)].append(said.annotation)
    return replace(
        study,
        layers=tuple(
            replace(document, value=replace(layer, annotations=tuple(kept[id(document)])))
            for document, layer in zip(study.layers, study.values, strict=True)
        ),
    )


def _mark(place: _Place, votes: Votes, unusable: Counter[Key], tinted: Tint | None) -> Mark:
    rows: Rows = {key: votes.meant[key] for key in place.targets if key in votes.meant}
    faulty = sum(unusable[key] for key in place.targets)
    decided: Rows = {
        one.target.key: {name: {"": votes.value(name, value)} for name, value in one.labels.items()}
        for one in place.decided
    }
    decisions = ", ".join(label_badges(decided, votes.codebook))
    heat = tinted.heat(rows, votes.codebook) if tinted else None
    badges = [
        *(
            [heat_badge(DISAGREEMENT, heat)]
            if tinted and not tinted.label and heat is not None
            else ()
        ),
        *(many(place.kinds[kind], *names) for kind, names in _KINDS.items() if place.kinds[kind]),
        *label_badges(rows, votes.codebook),
        *([f"decided: {decisions}"] if decisions else ()),
        *([many(place.disputes, "dispute")] if place.disputes else ()),
        *([many(faulty, "unusable label")] if faulty else ()),
        *([f"{place.settled} settled"] if place.settled else ()),
    ]
    note = place.lines[:LINES]
    if len(place.lines) > LINES:
        note.append(f"… and {len(place.lines) - LINES} more")
    return Mark(tuple(badges), heat, "\n".join(note))


def _line(said: Said, depth: int) -> str:
    """An annotation on one line: who, on which words, what, with which labels."""
    one = said.annotation
    quote = f" on “{_short(one.target.quote, 40)}”" if one.target.quote and not depth else ""
    labels = ", ".join(_labels(one))
    body = " ".join(one.body.split())
    told = f"{body} ({labels})" if body and labels else body or labels or one.motivation
    return _short(f"{'↳ ' * min(depth, 3)}{said.layer.shown}{quote}: {told}", LENGTH)


def _labels(one: Annotation) -> Iterable[str]:
    return (f"{name} {written(value)}" for name, value in one.labels.items())


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _title(every: Iterable[Said]) -> str:
    names = {said.layer.annotator: said.layer.shown for said in every}
    return f"Notes of {f'{len(names)} annotators' if len(names) > 1 else [*names.values()].pop()}"
