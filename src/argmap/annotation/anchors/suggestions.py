"""What may have become of what is no longer there: shown to a person, never acted on."""

from argmap.annotation.anchors.anchoring import Ground, State
from argmap.annotation.anchors.reviewing import Outcome
from argmap.annotation.layers.model import Target
from argmap.diagnostics import Spelling, closest
from argmap.matching import Texts

#: The likeness from which a text is worth showing as what may have become of another.
NEAR = 0.35
#: Suggestions for one annotation.
MOST = 5


class Suggestions:
    """Suggestions for the outcomes of one study."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._texts: dict[str, tuple[list[str], Texts]] = {}
        self._known: dict[tuple[object, ...], list[str]] = {}
        self._spelling: Spelling | None = None

    def of(self, outcome: Outcome) -> list[str]:
        """Ids of what the target of an outcome may be now, the likeliest first."""
        target, anchor = outcome.annotation.target, outcome.anchor
        if anchor.grounds and anchor.target is None:
            return self._claims(target)
        if anchor.target is not None or outcome.free:
            return []
        if anchor.state is not State.ORPHAN:
            # Where only the passage is in question, a whole source is too much to put in its place.
            return [] if target.kind == "source" else [*anchor.candidates[:MOST]]
        key = target.kind, target.id, outcome.quoted, anchor.candidates
        if key not in self._known:
            near = self._near(target, outcome.quoted)
            self._known[key] = [*dict.fromkeys([*anchor.candidates, *near])][:MOST]
        return self._known[key]

    def text(self, kind: str, id: str) -> str:
        """What a claim or an argument says; nothing of other kinds."""
        return self._ground.inventory.text(kind, id) or ""

    def _near(self, target: Target, quoted: str) -> list[str]:
        if target.kind in ("annotation", "layer"):
            return []
        if target.kind == "source":
            near = closest(target.id, sorted(self._ground.sources))
            return [near] if near else []
        if not quoted:
            return []
        ids, texts = self._of(target.kind)
        return [ids[at] for at, likeness in texts.nearest(quoted, 2) if likeness >= NEAR]

    def _claims(self, target: Target) -> list[str]:
        """What a passage of a source may ground now, as `--accept` takes it: those of its claims
        that are there, and what is spelled like the others."""
        known = self._ground.inventory.map.claim
        self._spelling = self._spelling or Spelling(sorted(known))
        found = [id if id in known else self._spelling.near(id) for id in target.claims]
        return [",".join(id for id in found if id)] if all(found) else []

    def _of(self, kind: str) -> tuple[list[str], Texts]:
        if kind not in self._texts:
            inventory = self._ground.inventory
            ids = list(inventory.map.claim if kind == "claim" else inventory.map.argument)
            self._texts[kind] = ids, Texts(inventory.text(kind, id) or "" for id in ids)
        return self._texts[kind]
