"""Claims and arguments followed through the versions of their map, one step at a time.

From one version to the next a claim stays what it is while its id keeps it, or while its text, and
nothing else that had it before, stands under another id.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from argmap.annotation.anchors.inventory import Inventory
from argmap.annotation.layers.model import Target
from argmap.matching import similarity

#: The likeness (see `argmap.matching.similarity`) below which another text under the same id is no
#: rewording: sentences about the same matter that say different things come to 0 to 0.3, and
#: rewordings of one sentence to 0.5 and more. Above it, a person decides.
FLOOR = 0.2


@dataclass(slots=True)
class Trace:
    """A claim or an argument on its way through the versions.

    Attributes:
        since: the position of the version of the map that its layer was written about.
        id: under which id it stands now; None before it is found, and once it is lost.
        seen: the text that the annotator saw; empty until it is found.
        lost: whether it is no longer there.
        candidates: once it is lost, ids of what may have become of it.
    """

    target: Target
    since: int = 0
    id: str | None = None
    seen: str = ""
    lost: bool = False
    candidates: tuple[str, ...] = ()

    def meet(self, version: Inventory, first: bool) -> None:
        """Begins where the text is the one that the annotator saw: in the first version, or in a
        later one if the annotation is younger than the rest of its layer."""
        hash = version.hash(self.target.kind, self.target.id)
        if hash is not None and (self.target.hash == hash or (first and not self.target.hash)):
            self.id = self.target.id
            self.seen = version.text(self.target.kind, self.target.id) or ""

    def step(self, old: Inventory, new: Inventory) -> None:
        """Goes on from one version to the next."""
        if self.id is None:
            return
        now, candidates = _step(old, new, self.target.kind, self.id)
        self.id, self.lost, self.candidates = now, now is None, candidates


def trace(traces: list[Trace], versions: Iterable[Inventory | None]) -> None:
    """Follows `traces` through versions, the last of which is the present one.

    A version that cannot be used is None; those before and behind it are then compared.
    """
    before: Inventory | None = None
    for position, version in enumerate(versions):
        if version is None:
            continue
        for one in traces:
            if one.lost or one.since > position:
                continue
            if one.id is None:
                one.meet(version, one.since == position)
            elif before is not None:
                one.step(before, version)
        before = version


def _step(old: Inventory, new: Inventory, kind: str, id: str) -> tuple[str | None, tuple[str, ...]]:
    """The id in the next version; None and what it may be if that is not certain."""
    hash, now = old.hash(kind, id) or "", new.hash(kind, id)
    if now == hash:
        return id, ()
    others = [other for other in new.bearing(kind, hash) if old.hash(kind, other) != hash]
    if len(others) == 1:
        return others[0], ()
    if others or now is None:
        return None, tuple(others)
    if old.bearing(kind, now):
        return None, ()  # the ids went on to other texts, as numbers do
    was, text = old.text(kind, id) or "", new.text(kind, id) or ""
    return (id, ()) if similarity(was, text) >= FLOOR else (None, (id,))
