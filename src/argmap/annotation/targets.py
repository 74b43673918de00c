"""What annotations of one map are about: in one form, in the map's order, in the map's words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from argmap.annotation.layers.anchor import anchored, remark_hash, text_hash, text_of
from argmap.annotation.layers.model import Layer, Target
from argmap.model import ArgumentMap

#: What makes two targets the same (see `Target.key`).
Key: TypeAlias = tuple[str, str, str, int | None]

_KINDS = ("claim", "argument", "source", "annotation", "layer")


class Targets:
    """The targets of the layers about a map."""

    def __init__(self, map: ArgumentMap, layers: Iterable[Layer] = ()) -> None:
        self.map = map
        self._texts: dict[tuple[str, str], str | None] = {}
        self._remarks = {
            f"{layer.annotator}/{one.id}": one for layer in layers for one in layer.annotations
        }
        self._ranks = {id: (at, 0) for at, id in enumerate(map.claim)}
        for at, argument in enumerate(map.arguments):  # a step stands with its first premise
            self._ranks[argument.id] = (self._ranks.get(argument.premises[0], (at, 0))[0], 1)
        self._sources = {source.id: at for at, source in enumerate(map.sources)}

    def normal(self, target: Target, annotator: str) -> Target:
        """A target of `annotator` in the form that all have: the whole address of an annotation,
        and where a passage stands if its claim has it there, or just once."""
        if target.kind == "annotation":
            whole = target.id if "/" in target.id else f"{annotator}/{target.id}"
            return replace(target, id=whole)
        text = self.text(target) if target.place == "passage" else None
        start = None if text is None else _place(text, target)
        return target if start is None else replace(target, start=start)

    def fresh(self, target: Target) -> Target:
        """A target in normal form as one who reads the map today would anchor it."""
        if target.kind == "annotation" and target.id in self._remarks:
            return replace(target, hash=remark_hash(self._remarks[target.id]))
        text = self.text(target)
        if text is None:
            return target
        if not target.quote:
            return anchored(target, text)
        start = _place(text, target)
        return target if start is None else anchored(target, text, start)

    def text(self, target: Target) -> str | None:
        """The text of a claim or an argument; None where the map has none."""
        key = target.kind, target.id
        if key not in self._texts:
            self._texts[key] = text_of(self.map, *key)
        return self._texts[key]

    def older(self, target: Target) -> bool:
        """Whether the annotator saw another text, as far as one can tell."""
        if target.kind == "annotation" and target.id in self._remarks:
            return target.hash not in ("", remark_hash(self._remarks[target.id]))
        text = self.text(target)
        return bool(target.hash) and text is not None and text_hash(text) != target.hash

    def said(self, target: Target) -> str:
        """The words that a target is about; nothing where they are not at hand."""
        if target.quote:
            return target.quote
        if target.kind == "annotation":
            return self._remarks[target.id].body if target.id in self._remarks else ""
        if target.kind == "source":
            return next((s.title for s in self.map.sources if s.id == target.id), "")
        if target.kind == "argument" and target.id in self.map.argument:
            step = self.map.argument[target.id]
            aim = self.map.claim.get(step.target)
            premises = " + ".join(self.map.claim[id].text for id in step.premises)
            return f"{premises} → {step.stance.value}: {aim.text if aim else step.target}"
        return self.text(target) or ""

    def known(self, target: Target) -> bool:
        """Whether what a target names is there."""
        if target.kind in ("claim", "argument"):
            return self.text(target) is not None
        if target.kind == "source":
            return target.id in self._sources
        return target.kind == "layer" or target.id in self._remarks

    def rank(self, target: Target) -> tuple[Any, ...]:
        """Where a target stands in the order of the map; what the map has not comes last."""
        kind = _KINDS.index(target.kind)
        behind = target.start if target.quote and target.start is not None else -1
        found = self._ranks.get(target.id) if kind < 2 else None
        if found is not None:
            return 0, found, behind, target.quote, target.id
        source = self._sources.get(target.id) if target.kind == "source" else None
        if source is not None:
            return 1, (source, 0), behind, target.quote, target.id
        return 2 + kind, (0, 0), behind, target.quote, target.id


def _place(text: str, target: Target) -> int | None:
    """Where the quote of a target stands: where it says so, or at the only place there is."""
    if target.start is not None and text.startswith(target.quote, target.start):
        return target.start
    first = text.find(target.quote)
    return first if first >= 0 and text.find(target.quote, first + 1) < 0 else None


def about(target: Target, text: str) -> str:
    """A target with the words that it is about, where they are known."""
    return f"{named(target)}: {text}" if text else named(target)


def named(target: Target) -> str:
    """What a target is, in a few words for people: "claim harm", "the work of maya"."""
    if target.kind == "layer":
        return f"the work of {target.id}"
    what = "passage of claim" if target.place == "passage" else target.kind
    if target.kind == "source" and target.quote:
        what = "passage of source"
    return f"{what} {target.id}"
