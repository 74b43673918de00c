"""The texts of a map's sources: named on the command line, or by the map itself."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.model import ArgumentMap
from argmap.texts import SourceText, TextError, read_text


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts by the id of their source; of those that could not be read the file and the reason."""

    read: Mapping[str, SourceText] = field(default_factory=dict)
    unread: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def texts_of(map: ArgumentMap, name: str, given: Mapping[str, str]) -> Texts:
    """The texts at hand: the files of `given`, by the id of the source, else those the map names.

    `name` is the file of the map. A file that the map names lies in the map's folder or below, also
    when links are followed: a map of somebody else must not make anybody read other files.
    """
    folder = Path() if name == "<stdin>" else Path(name).parent
    named = {s.id: str(folder / s.file) for s in map.sources if s.file}
    read: dict[str, SourceText] = {}
    unread: dict[str, tuple[str, str]] = {}
    known: dict[str, SourceText] = {}  # two sources may stand in one file
    for source, file in {**named, **given}.items():
        try:
            if source not in given and not _within(file, folder):
                raise TextError("it leads out of the map's folder; name it by --source")
            if file not in known:
                known[file] = read_text(file)
            read[source] = known[file]
        except TextError as error:
            unread[source] = file, str(error)
    return Texts(read, unread)


def _within(file: str, folder: Path) -> bool:
    """Whether a file lies in a folder or below, with links followed."""
    return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))
