"""git told to call argmap for maps: in one repository, or in all of a user's.

A repository's part is in its `config` and in `info/attributes`, both its own and no part of what is
committed: it holds on every branch, also while an old commit is rebased, and concerns nobody else.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from argmap.drivers.attributes import AttributesError, installed, uninstalled
from argmap.drivers.settings import KEYS, is_ours, settings
from argmap.git import GitError, answer
from argmap.yaml.storage import replace_file


class InstallError(Exception):
    """The installation cannot be made or removed; the message says why."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where settings and attributes are kept: `name` is "repository" or "user", `folder` the one
    that git runs in."""

    name: str
    folder: Path
    attributes: Path

    @property
    def flag(self) -> str:
        """The option of `git config` that means this scope."""
        return "--local" if self.name == "repository" else "--global"


def repository(folder: Path) -> Scope:
    """The scope of the repository around a folder.

    Raises:
        GitError: there is none, or git is not there.
    """
    found = answer(folder, "rev-parse", "--path-format=absolute", "--git-path", "info/attributes")
    return Scope("repository", folder, Path(os.fsdecode(found.removesuffix(b"\n"))))


def user(folder: Path) -> Scope:
    """The scope of the user: all repositories that say nothing else."""
    named = value(folder, "--global", "core.attributesFile", "--type=path")
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Scope("user", folder, Path(named) if named else Path(home, "git", "attributes"))


def value(folder: Path, flag: str, key: str, *options: str) -> str:
    """The value of a setting of git in a scope; "" if it has none."""
    try:
        found = answer(folder, "config", flag, "-z", *options, "--get", key)
    except GitError as error:
        if not error.refused:
            raise
        return ""
    return os.fsdecode(found.removesuffix(b"\0"))


def install(scope: Scope, program: str, patterns: Iterable[str], *, textconv: bool = False) -> None:
    """Writes the settings and attributes; what an earlier installation wrote is replaced.

    Raises:
        InstallError: a setting of that name is somebody else's, a pattern is none, or something
            cannot be written.
    """
    wanted = settings(program, textconv=textconv)
    try:
        present = {key: value(scope.folder, scope.flag, key) for key in KEYS}
        for key, old in present.items():
            if old and not is_ours(key, old):
                raise InstallError(
                    f"`{key}` is set to something else; git config {scope.flag} --unset {key}"
                )
        new = installed(_read(scope.attributes), patterns)
        for key, old in present.items():
            if key in wanted and wanted[key] != old:
                answer(scope.folder, "config", scope.flag, "--replace-all", key, wanted[key])
            elif old and key not in wanted:
                answer(scope.folder, "config", scope.flag, "--unset-all", key)
        _write(scope.attributes, new)
    except (GitError, AttributesError) as error:
        raise InstallError(str(error)) from None
    except OSError as error:
        raise InstallError(f"{scope.attributes}: {error.strerror or error}") from None


def uninstall(scope: Scope) -> bool:
    """Removes what `install` wrote, and nothing else; gives whether there was anything.

    Raises:
        InstallError: something cannot be written.
    """
    try:
        data = _read(scope.attributes)
        left = None if data is None else uninstalled(data)
        gone = left != data
        for key in KEYS:
            old = value(scope.folder, scope.flag, key)
            if old and is_ours(key, old):
                answer(scope.folder, "config", scope.flag, "--unset-all", key)
                gone = True
        if left is not None:
            _write(scope.attributes, left)
        elif data is not None:
            scope.attributes.unlink()
    except (GitError, AttributesError) as error:
        raise InstallError(str(error)) from None
    except OSError as error:
        raise InstallError(f"{scope.attributes}: {error.strerror or error}") from None
    return gone


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, data: bytes) -> None:
    if _read(path) != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
