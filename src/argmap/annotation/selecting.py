"""Annotations that somebody asks for, where they stand in the map and what they answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.annotation.conversation import Said, Threads, threads
from argmap.annotation.layers.model import Target
from argmap.annotation.studies import Study
from argmap.annotation.targets import Targets


@dataclass(frozen=True, slots=True)
class Wish:
    """Which annotations are wanted; what is empty does not narrow.

    Attributes:
        part: the id of a claim or an argument that the thread is about; passages of sources count
            for the claims that they ground.
        value: of the label `label`.
        resolved: True for those that are settled, False for those that are not. A reply is settled
            with what it answers.
    """

    part: str = ""
    annotator: str = ""
    motivation: str = ""
    label: str = ""
    value: str = ""
    resolved: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An annotation in a list; what is not `wanted` is there for a reply below it."""

    said: Said
    depth: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The threads about one part of the map.

    Attributes:
        kind, id: of the target that they share.
        text: what that says; nothing where the map has no such part.
    """

    kind: str
    id: str
    text: str
    rows: tuple[Row, ...]


def groups(study: Study, wish: Wish) -> list[Group]:
    """The wanted annotations by what their threads are about, in the order of the map.

    An argument comes behind its first premise; then sources, words about all of somebody's work,
    and last what the map does not have.
    """
    map = study.document.map
    assert map is not None
    found: dict[tuple[str, str], list[Row]] = {}
    every = threads(study)
    for beginning in every.beginnings:
        target = beginning.annotation.target
        if wish.part and not _is_about(target, wish.part):
            continue
        rows = _rows(every, beginning, wish)
        if any(row.wanted for row in rows):
            found.setdefault((target.kind, target.id), []).extend(rows)
    targets = Targets(map, study.values)
    order = sorted(found, key=lambda key: targets.rank(Target(*key)))
    return [Group(*key, targets.said(Target(*key)), tuple(found[key])) for key in order]


def _is_about(target: Target, part: str) -> bool:
    return (target.kind in ("claim", "argument") and target.id == part) or part in target.claims


def _rows(every: Threads, beginning: Said, wish: Wish) -> list[Row]:
    """The wanted ones of a thread, and what they answer."""
    found: list[Row] = []
    settled: list[bool] = []  # by depth
    for said, depth in every.thread(beginning):
        del settled[depth:]
        settled.append(said.annotation.resolved or (depth > 0 and settled[-1]))
        found.append(Row(said, depth, _is_wanted(said, wish, settled[-1])))
    kept: list[Row] = []
    needed = -1  # the depth of the reply for whose sake what it answers is kept
    for row in reversed(found):
        if row.wanted or row.depth < needed:
            kept.append(row)
            needed = row.depth
    return kept[::-1]


def _is_wanted(said: Said, wish: Wish, settled: bool) -> bool:
    one = said.annotation
    if wish.label:
        value = one.labels.get(wish.label)
        if value is None:
            return False
        if wish.value and wish.value not in ((value,) if isinstance(value, str) else value):
            return False
    return (
        wish.annotator in ("", said.layer.annotator)
        and wish.motivation in ("", one.motivation)
        and wish.resolved in (None, settled)
    )


def labels_used(study: Study) -> Iterable[str]:
    """The names of all labels that some annotation carries or the codebooks know."""
    used = {name for layer in study.values for one in layer.annotations for name in one.labels}
    return sorted(used | set(study.codebook.label))
