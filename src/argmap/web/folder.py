"""The maps of a folder: which there are, and what each is about."""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any
from urllib.parse import quote

from argmap.diagnostics import Severity, utf_8
from argmap.model import ArgumentMap
from argmap.web.serving import Serving
from argmap.yaml.document import Document
from argmap.yaml.files import kind, try_load

#: Maps that a folder is looked through for; what lies behind is not served.
MOST = 5_000
#: Seconds that one answer may take to read maps that nobody has read yet.
BUDGET = 1.0
_HITS = 3
_FRESH = 0.5


@dataclass(frozen=True, slots=True)
class Summary:
    """A map of a list, and its claims to be searched; `other` if the file is no map."""

    stamp: tuple[int, int, int]
    about: dict[str, Any]
    claims: tuple[tuple[str, str], ...] = ()
    other: bool = False


class Folder:
    """The list of maps below a folder, the only names under which anything is served."""

    def __init__(self, serving: Serving) -> None:
        self._serving = serving
        self._summaries: dict[str, Summary] = {}
        self._names: dict[str, None] = {}
        self._listed = 0.0
        self._lock = Lock()

    def names(self) -> Collection[str]:
        """The YAML files of the folder that may be maps, as names with `/`."""
        if self._serving.one:
            return (self._serving.one,)
        if not self._listed or monotonic() - self._listed > _FRESH:
            self._names = dict.fromkeys(_walk(self._serving))
            self._listed = monotonic()
        return self._names

    def path(self, name: str) -> Path | None:
        """The file of a map, if there is such a map."""
        if name not in self.names():
            return None
        path = self._serving.path(name)
        # What was named on the command line may be a link; nothing that lies in the folder may.
        return path if self._serving.one or self._serving.contains(path) else None

    def listing(self, words: str = "") -> dict[str, Any]:
        """The maps in which all words occur, and how many were not looked at yet."""
        wanted = words.casefold().split()
        rows: list[dict[str, Any]] = []
        more, start = 0, monotonic()
        with self._lock:
            names = self.names()
            for gone in self._summaries.keys() - {*names}:
                del self._summaries[gone]
            for name in names:
                found = self._summary(name, monotonic() - start < BUDGET)
                if found is None:
                    more += 1
                elif not found.other and (row := _row(name, found, wanted)):
                    rows.append(row)
        return {"maps": rows, "more": more}

    def _summary(self, name: str, may_read: bool) -> Summary | None:
        """What is known of a map; None if it would have to be read and there is no time."""
        path = self.path(name)
        try:
            stat = path.stat() if path else None
        except OSError:
            stat = None
        if path is None or stat is None:
            return Summary((0, 0, 0), {}, other=True)
        stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = self._summaries.get(name)
        if known is None or known.stamp != stamp:
            if not may_read:
                return None
            known = self._summaries[name] = _summarised(try_load(str(path)), stamp)
        return known


def _walk(serving: Serving) -> Iterator[str]:
    count = 0
    for root, folders, names in os.walk(serving.folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or path.suffix not in (".yaml", ".yml") or not path.is_file():
                continue
            if path.is_symlink() and not serving.contains(path):
                continue
            below = path.relative_to(serving.folder).as_posix()
            if below != utf_8(below):
                continue  # a name that cannot stand in an address
            yield below
            count += 1
            if count == MOST:
                return


def _summarised(document: Document, stamp: tuple[int, int, int]) -> Summary:
    errors = sum(fault.severity is Severity.ERROR for fault in document.faults)
    if kind(document.tree.root) != "map":
        return Summary(stamp, {}, other=True)
    map = document.map or document.understood or ArgumentMap(())
    claims = [*map.theses, *(claim.id for claim in map.claims)][:1]
    about = {
        "title": map.title,
        "question": map.question,
        "thesis": map.claim[claims[0]].text if claims and claims[0] in map.claim else "",
        "claims": len(map.claims),
        "errors": errors,
        "warnings": len(document.faults) - errors,
    }
    return Summary(stamp, about, tuple((claim.id, claim.text) for claim in map.claims))


def _row(name: str, found: Summary, wanted: list[str]) -> dict[str, Any] | None:
    """A map of the list; None if a word occurs nowhere in it."""
    hits: list[dict[str, str]] = []
    if wanted:
        head = f"{name} {found.about['title']} {found.about['question']}".casefold()
        texts = [(id, text, text.casefold()) for id, text in found.claims]
        if not all(word in head or any(word in text for _, _, text in texts) for word in wanted):
            return None
        hits = [
            {"id": id, "text": text}
            for id, text, folded in texts
            if all(word in folded or word in head for word in wanted)
            and any(word in folded for word in wanted)
        ]
    address = quote(name)
    return {
        "map": name,
        "href": f"/m/{address}",
        "thumb": f"/thumb?map={quote(name, safe='')}&v={found.stamp[0]:x}",
        **found.about,
        "changed": found.stamp[0] // 1_000_000,
        "hits": hits[:_HITS],
    }
