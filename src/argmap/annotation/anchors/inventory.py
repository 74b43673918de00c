"""What a map says, by the hashes of its texts."""

from argmap.annotation.layers.anchor import text_hash, text_of
from argmap.model import ArgumentMap


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
