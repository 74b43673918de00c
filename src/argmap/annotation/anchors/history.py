"""The versions of a map's file that git knows, from the one that an annotator saw to the newest.

git is asked for two things, the names of the contents and the contents.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from argmap.annotation.layers.anchor import version_of
from argmap.git import GitError, contents, file_versions, is_name
from argmap.yaml.storage import decoded

#: Versions that are walked through; of more, as many at even distances. Of a large map fewer, for
#: each has to be read: as many as hold so many bytes together, but not less than `LEAST`.
MOST, LEAST, BYTES = 64, 8, 48 << 20
#: Versions whose content is compared where their names do not tell.
_COMPARED = 1000


@dataclass(frozen=True, slots=True)
class History:
    """Contents of the map's file by git's names, oldest first; nothing in it is read before asked.

    Attributes:
        names: the versions to walk through, from the oldest that was asked for.
        begins: for a version that was asked for, its position in `names`.
        apart: for one that is not in the line of the present (another branch), its name.
        unknown: for one that is not to be found, why.
    """

    folder: Path = field(default_factory=Path)
    names: tuple[str, ...] = ()
    begins: Mapping[str, int] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, str] = field(default_factory=dict)

    def texts(self, names: Iterable[str]) -> Iterator[str | None]:
        """The content of each name; None where it cannot be had or is no text."""
        for data in contents(self.folder, names):
            source, fault = decoded(data, "") if data is not None else (None, None)
            yield None if source is None or fault else source.text


def history(path: str | os.PathLike[str], versions: Iterable[str]) -> History:
    """What git knows of a map's file since the oldest of `versions` (see `anchors.version_of`).

    Never fails: what is not to be found is told in `History.unknown`.
    """
    asked = [version for version in dict.fromkeys(versions) if version]
    file = Path(os.path.realpath(path))
    chain, reason = _chain(file)
    if reason:
        return History(unknown=dict.fromkeys(asked, reason))
    place = {name: position for position, name in enumerate(chain)}
    lost = [version for version in asked if version not in place]
    apart = dict(_present(file.parent, lost))
    place |= _compared(file.parent, chain, {version for version in lost if version not in apart})
    begins = {version: place[version] for version in asked if version in place}
    first = min(begins.values(), default=len(chain))
    most = min(MOST, max(LEAST, BYTES // (file.stat().st_size + 1) if file.is_file() else MOST))
    kept = _thinned(range(first, len(chain)), {*begins.values()}, most)
    why = "git does not know the version of the map that it was written about"
    return History(
        file.parent,
        tuple(chain[position] for position in kept),
        {version: kept.index(position) for version, position in begins.items()},
        apart,
        {version: why for version in asked if version not in begins and version not in apart},
    )


def _thinned(positions: range, wanted: set[int], most: int) -> list[int]:
    """`positions`, or `most` of them at even distances, with those that are wanted in any case."""
    if len(positions) <= most:
        return list(positions)
    step = len(positions) / most
    kept = {positions[int(number * step)] for number in range(most)}
    return sorted(kept | wanted | {positions[-1]})


def _chain(file: Path) -> tuple[list[str], str]:
    """The names of a file's contents in the line of the present, oldest first; or why not."""
    try:
        found = file_versions(file)
    except GitError as error:
        why = "the map is in no git repository with a history that can be read"
        return [], why if error.refused else str(error)
    # The newest come first; a content that came back counts where it was last.
    names = dict.fromkeys(version.content for version in found if version.content)
    return [*reversed(names)], "" if names else "git does not know the map's file"


def _present(folder: Path, versions: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Those of `versions` that git has without their being in the line of the present."""
    names = [version for version in versions if is_name(version)]
    for name, data in zip(names, contents(folder, names), strict=False):
        if data is not None:
            yield name, name


def _compared(folder: Path, chain: list[str], versions: set[str]) -> dict[str, int]:
    """Positions of versions by their content: git may hold other line ends, or a mark in front."""
    found: dict[str, int] = {}
    newest = range(len(chain) - 1, max(-1, len(chain) - 1 - _COMPARED), -1)
    if versions:
        for position, data in zip(newest, contents(folder, reversed(chain)), strict=False):
            source, fault = decoded(data or b"", "")
            version = "" if fault else version_of(source.text)
            if version in versions:
                found[version] = position
                if len(found) == len(versions):
                    break
    return found
