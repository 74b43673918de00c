"""A map as it is now, and as it was when it last could be read."""

import os
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

from argmap.web.histories import Steps, Versions, version_of
from argmap.web.layers import Layers
from argmap.web.serving import Serving
from argmap.yaml.document import Document
from argmap.yaml.files import from_bytes
from argmap.yaml.storage import from_disk, unreadable
from argmap.yaml.tree import Tree


@dataclass(frozen=True, slots=True)
class State:
    """What a page can compare with what it shows.

    Attributes:
        current: the version of the file as it is, faulty or not.
        version: of the last text that had no errors; it is what is shown.
        notes: of the layers.
        gone: the file is not there.
    """

    current: str = ""
    version: str = ""
    notes: str = ""
    gone: bool = False


class LiveMap:
    """A file, read anew whenever it changes. One thread at a time holds `lock` to use it."""

    def __init__(self, name: str, path: Path, serving: Serving) -> None:
        self.name, self.path, self.serving = name, path, serving
        self.lock = RLock()
        self.versions, self.done, self.undone = Versions(), Steps(), Steps()
        self.layers = Layers(path, serving)
        self.document: Document | None = None
        self.good: Document | None = None
        self.state = State()
        #: What was last made of the state, by what it is.
        self.made: dict[str, tuple[object, Any]] = {}

    def refresh(self) -> bool:
        """Reads the file and the layers; whether anything is otherwise than before."""
        with self.lock:
            before = self.state
            try:
                data = from_disk(self.path)
            except (FileNotFoundError, NotADirectoryError):
                self.document = None
                current, gone = "", True
            except OSError as error:
                source, fault = unreadable(str(self.path), error)
                self.document = Document(source, Tree(source), None, (fault,))
                current, gone = f"unreadable {error.errno}", False
            else:
                # Of a text in another encoding the bytes tell whether it is another text.
                text = data.decode("utf-8-sig", "surrogateescape")
                current, gone = version_of(text), False
                if current != before.current or self.document is None:
                    self.took(from_bytes(data, str(self.path)), current)
            self.state = State(current, self.state.version, self.layers.refresh(), gone)
            return self.state != before

    def took(self, document: Document, version: str = "") -> None:
        """Goes on with a document that is what the file holds."""
        version = version or version_of(document.source.text)
        self.document = document
        shown = self.state.version
        if document.map is not None:
            self.good, shown = document, version
            self.versions.keep(document.source.text)
        self.state = State(version, shown, self.state.notes)

    def once(self, what: str, key: object, make: Any) -> Any:
        """What `make` gives, kept until the key is another."""
        known = self.made.get(what)
        if known is None or known[0] != key:
            known = self.made[what] = (key, make())
        return known[1]

    @property
    def hindrance(self) -> str:
        """Why the map cannot be written, or nothing."""
        if self.serving.read_only:
            return "it is served for reading only"
        if self.state.gone:
            return "the file is gone"
        if not os.access(self.path, os.W_OK):
            return "the file is read-only"
        if not os.access(self.path.resolve().parent, os.W_OK):
            return "the folder is read-only"
        return ""
