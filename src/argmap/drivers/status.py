"""What of an installation is there, and which files it reaches."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from argmap.drivers.attributes import AttributesError, patterns_in
from argmap.drivers.installing import Scope, repository, user, value
from argmap.drivers.settings import KEYS, is_ours, program_of
from argmap.git import GitError, answer


@dataclass(frozen=True, slots=True)
class Installation:
    """What one scope has: which of `settings.KEYS`, and the patterns of its attributes.

    `program` is the `argmap` that git calls, `found` whether that is there, here or by its name.
    """

    scope: Scope
    keys: tuple[str, ...]
    patterns: tuple[str, ...]
    program: str
    found: bool

    def __bool__(self) -> bool:
        return bool(self.keys or self.patterns)


@dataclass(frozen=True, slots=True)
class Status:
    """What is installed for a folder, the repository's first.

    `merged` and `compared` are the tracked files of its repository that git hands to argmap.
    """

    installations: tuple[Installation, ...]
    merged: tuple[str, ...]
    compared: tuple[str, ...]

    @property
    def works(self) -> bool:
        """Whether git has both drivers, finds the program, and knows some files as maps."""
        keys = {key for one in self.installations if one.found for key in one.keys}
        wanted = {"merge.argmap.driver", "diff.argmap.command"}
        patterns = any(one.patterns for one in self.installations)
        return wanted <= keys and (patterns or bool(self.merged))


def status(folder: Path) -> Status:
    """What is installed for a folder; outside of repositories for the user.

    Raises:
        GitError: git is not there.
        AttributesError: a file of attributes has half of the lines.
    """
    scopes = [user(folder)]
    try:
        scopes.insert(0, repository(folder))
    except GitError as error:
        if not error.refused:
            raise
    merged, compared = _reached(folder) if len(scopes) > 1 else ((), ())
    return Status(tuple(map(_installation, scopes)), merged, compared)


def _installation(scope: Scope) -> Installation:
    values = {key: value(scope.folder, scope.flag, key) for key in KEYS}
    keys = tuple(key for key, text in values.items() if text and is_ours(key, text))
    program = program_of(values["merge.argmap.driver"]) if "merge.argmap.driver" in keys else ""
    try:
        patterns = patterns_in(scope.attributes.read_bytes())
    except OSError:
        patterns = ()
    except AttributesError as error:
        raise AttributesError(f"{scope.attributes}: {error}") from None
    found = bool(program) and bool(shutil.which(program) or shutil.which("argmap"))
    return Installation(scope, keys, patterns, program, found)


def _reached(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tracked files, by their paths from the top, for which git's attributes name argmap."""
    try:
        top = Path(os.fsdecode(answer(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))
        names = answer(top, "ls-files", "-z")
        told = answer(top, "check-attr", "-z", "--stdin", "merge", "diff", told=names)
    except GitError:  # a repository without files
        return (), ()
    words = told.split(b"\0")
    found: dict[bytes, dict[str, None]] = {b"merge": {}, b"diff": {}}
    for path, attribute, used in zip(words[::3], words[1::3], words[2::3], strict=False):
        if used == b"argmap":
            found[attribute][os.fsdecode(path)] = None
    return tuple(found[b"merge"]), tuple(found[b"diff"])
