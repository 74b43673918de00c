"""The layers about a map that a page shows and writes."""

from hashlib import sha256
from pathlib import Path

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.files import folder_of
from argmap.annotation.opening import opened
from argmap.annotation.studies import Study, study
from argmap.web.serving import Serving
from argmap.yaml.document import Document


class Layers:
    """Layers in files, read anew when one of the files changes."""

    def __init__(self, path: Path, serving: Serving) -> None:
        self._serving = serving
        self._beside = folder_of(path)
        self._stamp: tuple[object, ...] = ()
        self.found: tuple[LayerDocument, ...] = ()
        self._named: set[str] | None = None
        self.version = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where layers lie that are shown."""
        given = self._serving.layers
        own = self._own if self._serving.annotator else ()
        return (*given, *(path for path in own if path not in given))

    @property
    def _own(self) -> tuple[str, ...]:
        """The folder of layers beside the map; none that is a link which leads out of the folder
        that is served, for who knows how much lies there."""
        return (str(self._beside),) if self._serving.contains(self._beside) else ()

    def refresh(self) -> str:
        """The version of the layers as they are now."""
        stamp = tuple(_stamps((*self.paths, *self._own)))
        if stamp != self._stamp:
            self._stamp, self._named = stamp, None
            paths = [path for path in self.paths if Path(path).exists()]
            self.found = tuple(
                one for one in opened(paths).layers.values() if self._may_show(one.source.name)
            )
            texts = (f"{one.source.name}\0{one.source.text}\0" for one in self.found)
            digest = sha256("".join(texts).encode("utf-8", "surrogatepass"))
            self.version = digest.hexdigest()[:16] if self.found else ""
        return self.version

    def _may_show(self, file: str) -> bool:
        """Whether a layer was named, or lies in the folder that is served."""
        given = any(Path(file).is_relative_to(path) for path in self._serving.layers)
        return given or self._serving.contains(file)

    def study(self, document: Document) -> Study | None:
        """The map with those layers that are about it."""
        found = study(document, self.found) if self.found else None
        return found if found and found.layers else None

    def own(self, document: Document) -> LayerDocument | None:
        """The layer of the server's annotator about a map, if it can be used."""
        found = self.study(document)
        for one in found.layers if found else ():
            if one.value is not None and one.value.annotator == self._serving.annotator:
                return one
        return None

    def named(self) -> set[str]:
        """The claims and arguments that layers beside the map speak of, shown or not."""
        if self._named is None:
            hidden = (path for path in self._own if path not in self.paths and Path(path).is_dir())
            beside = opened(hidden).layers.values()
            self._named = set()
            for one in (*self.found, *beside):
                for said in one.value.annotations if one.value else ():
                    self._named.update(said.target.claims)
                    if said.target.kind in ("claim", "argument"):
                        self._named.add(said.target.id)
        return self._named


def _stamps(paths: tuple[str, ...]) -> list[tuple[str, int, int, int]]:
    """What changes when a file below one of the paths does."""
    found: list[tuple[str, int, int, int]] = []
    for path in dict.fromkeys(paths):
        files = [Path(path)]
        if Path(path).is_dir():
            files = sorted(file for file in Path(path).rglob("*.y*ml") if file.is_file())
        for file in files:
            try:
                stat = file.stat()
            except OSError:
                continue
            found.append((str(file), stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return found
