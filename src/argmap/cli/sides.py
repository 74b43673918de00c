"""The two versions that a command compares: paths, standard input, revisions of git."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.common import documents, fail, read_one

if TYPE_CHECKING:
    from argmap.yaml.document import Document


@dataclass(frozen=True)
class Side:
    """A version: the document of a file, or of each map of a folder by its path below it."""

    name: str
    folder: bool
    documents: "dict[str, Document]" = field(default_factory=dict)

    @property
    def faulty(self) -> "list[Document]":
        """The documents that are stopped by errors."""
        return [document for document in self.documents.values() if document.map is None]


def both(words: list[str]) -> tuple[Side, Side]:
    """The old version and the new one that the words of a command line name.

    ``OLD NEW``, ``REV PATH`` (against the file as it is), ``REV REV PATH``. What cannot be had ends
    the command.
    """
    if len(words) == 3:
        old, new = (_revised(revision, words[2]) for revision in words[:2])
    elif len(words) != 2:
        fail("name two versions: OLD NEW, or REV PATH, or REV REV PATH")
    elif words == ["-", "-"]:
        fail("standard input can be one of the versions, not both")
    elif _is_revision(words[0]):
        old, new = _revised(*words), _side(words[1])
    else:
        old, new = map(_side, words)
    if old.folder is not new.folder:
        fail(f"{old.name if old.folder else new.name} is a folder, and the other is a map")
    return old, new


def _is_revision(word: str) -> bool:
    """Whether a word is neither a path nor a path at a revision."""
    return word != "-" and ":" not in word and not os.path.lexists(word)


def _side(word: str) -> Side:
    if ":" in word and not os.path.lexists(word):
        revision, _, path = word.partition(":")
        return _at(word, revision, f"{revision}:{path}", Path.cwd())
    if word != "-" and Path(word).is_dir():
        return Side(word, True, {str(below): found for found, below in documents([word])})
    return Side(word, False, {"": read_one(word)})


def _revised(revision: str, path: str) -> Side:
    """A path at a revision, as seen from the folder that it is in."""
    from argmap.git import folder_of

    if path == "-" or ":" in revision:
        fail("a revision goes with a path: REV PATH, REV REV PATH")
    whole = Path(path).absolute()
    folder = whole if whole.is_dir() else folder_of(whole.parent)
    below = whole.relative_to(folder).as_posix() if whole != folder else ""
    return _at(f"{revision}:{path}", revision, f"{revision}:./{below}", folder)


def _at(name: str, revision: str, spec: str, folder: Path) -> Side:
    from argmap.git import GitError, contents, files, kind, object_name
    from argmap.yaml.files import from_bytes, is_map

    try:
        object_name(folder, f"{revision}^{{commit}}")
    except GitError as error:
        fail(
            f"{revision} is neither a file nor a revision" if error.refused else f"{name}: {error}"
        )
    try:
        found = object_name(folder, spec)
        is_folder = kind(folder, found) == "tree"
        paths = files(folder, found) if is_folder else {"": found}
    except GitError as error:
        fail(f"{name}: {'that revision has no such path' if error.refused else error}")
    if is_folder:
        paths = {path: blob for path, blob in paths.items() if _wanted(path)}
    read: dict[str, Document] = {}
    for (path, _), data in zip(paths.items(), contents(folder, paths.values()), strict=False):
        if data is None:
            fail(f"{name}{path and '/'}{path}: git cannot give its content, or it is too large")
        document = from_bytes(data, f"{name}{path and '/'}{path}")
        if not is_folder or is_map(document):
            read[path] = document
    return Side(name, is_folder, read)


def _wanted(path: str) -> bool:
    """Whether a file in a folder may be a map, as in folders on disk."""
    parts = path.split("/")
    return parts[-1].endswith((".yaml", ".yml")) and not any(p.startswith(".") for p in parts)
