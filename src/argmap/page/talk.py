"""Layers for the page: what annotators say, as threads beside the parts that they are about.

All of a study is in it. What somebody must not see has to be out of the study before, see
`argmap.annotation.reports.handout`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from argmap.annotation.anchors.anchoring import Anchor, Ground
from argmap.annotation.conversation import Said, threads
from argmap.annotation.studies import Study
from argmap.annotation.targets import Targets
from argmap.annotation.votes import shown
from argmap.model import ArgumentMap
from argmap.page.data import exclusions
from argmap.page.prose import markdown
from argmap.texts import SourceText

#: The keys under which threads stand that are at no part of the map: about all of somebody's work
#: or a source as such, and about what the map no longer has.
WHOLE, LOST = "", "orphans"

#: Replies that are nested deeper stand below one another.
MAX_NESTING = 20


def talk(study: Study, texts: Mapping[str, SourceText] | None = None) -> dict[str, Any]:
    """``{"annotators", "labels", "threads": {part id: [thread]}}``.

    A passage of a source stands at each claim that it grounds. `texts` are those of sources, by
    their id; offsets of a passage are code points of the text of its claim or source.
    """
    assert study.document.map is not None
    every = threads(study)
    ground = Ground(study, texts or {})
    targets = Targets(study.document.map, study.values)
    hidden = exclusions(study.document.map)
    names = {
        layer.annotator: {"id": layer.annotator, "name": layer.shown, "role": layer.role}
        for layer in reversed([*study.values])
        if layer.annotations
    }
    found: dict[str, list[dict[str, Any]]] = {}
    for beginning in every.beginnings:
        anchor = ground.anchor(beginning.annotation.target, beginning.layer.annotator)
        levels: list[list[dict[str, Any]]] = [[]]
        for said, depth in every.thread(beginning):
            here = anchor if said is beginning else _anchor(ground, said)
            thread = _thread(said, here, targets)
            del levels[min(depth, MAX_NESTING) + 1 :]
            levels[-1].append(thread)
            levels.append(thread["replies"])
        for id in _parts(beginning, anchor, study.document.map):
            found.setdefault(hidden.get(id, id), []).extend(levels[0])
    return {
        "annotators": [*reversed(names.values())],
        "labels": sorted({name for said in every.every for name in said.annotation.labels}),
        "threads": found,
    }


def _anchor(ground: Ground, said: Said) -> Anchor:
    return ground.anchor(said.annotation.target, said.layer.annotator)


def _thread(said: Said, anchor: Anchor, targets: Targets) -> dict[str, Any]:
    one, by = said.annotation, said.layer.annotator
    target = targets.normal(anchor.target or one.target, by)
    start = target.start if target.quote and anchor.target is not None else None
    return {
        "key": said.name,
        "by": by,
        "motivation": one.motivation,
        "about": target.kind,
        "id": target.id,
        "quote": target.quote,
        "start": start,
        "end": None if start is None else start + len(target.quote),
        "body": markdown(one.body),
        "text": one.body,
        "labels": [[name, shown(value)] for name, value in one.labels.items()],
        "resolved": one.resolved,
        "created": one.created,
        "state": anchor.state.value,
        "replies": [],
    }


def _parts(beginning: Said, anchor: Anchor, map: ArgumentMap) -> Iterable[str]:
    """Where a thread stands: at what it is about now, or else where it says."""
    target = anchor.target or beginning.annotation.target
    if target.kind == "layer":
        return [WHOLE]
    if target.kind == "source":
        grounded = [id for id in dict.fromkeys(target.claims) if id in map.claim]
        known = any(source.id == target.id for source in map.sources)
        return grounded or [WHOLE if known and not target.claims else LOST]
    there = map.claim if target.kind == "claim" else map.argument
    return [target.id if target.kind in ("claim", "argument") and target.id in there else LOST]
