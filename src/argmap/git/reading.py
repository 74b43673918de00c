"""git, asked for what a repository holds, and for nothing else.

It runs no program that the repository names, reaches no other machine, asks nobody, and writes
nothing but settings that a caller names (`drivers.installing`).
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer

from argmap.yaml.storage import MAX_BYTES

#: Seconds that git may take to answer.
PATIENCE = 30.0

# Settings of a repository that name programs, and what the reading of one could set off.
_SAFE = (
    "--no-pager", "--literal-pathspecs",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false",
    "-c", "protocol.allow=never", "-c", "core.quotePath=true", "-c", "color.ui=false",
)  # fmt: skip


class GitError(Exception):
    """git gives no answer; the message says why. `refused`: it ran, and had none."""

    def __init__(self, reason: str, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.refused = refused


def answer(folder: str | os.PathLike[str], *words: str, told: bytes = b"") -> bytes:
    """What git prints, run in a folder; `told` is what it reads.

    Raises:
        GitError: it is not there, takes too long, or refuses.
    """
    try:
        found = subprocess.run(
            ["git", *_SAFE, *words],
            cwd=folder, env=_environment(), input=told,
            capture_output=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
    except (OSError, ValueError):
        raise GitError("git is not installed, or cannot be run here") from None
    except subprocess.TimeoutExpired:
        raise GitError("git did not answer in time") from None
    if found.returncode:
        said = found.stderr.decode(errors="replace").strip().splitlines()
        why = said[-1].removeprefix("fatal: ").removeprefix("error: ") if said else ""
        raise GitError(why or "git has no answer", refused=True)
    return found.stdout


def object_name(folder: str | os.PathLike[str], revision: str) -> str:
    """The name of what a revision such as ``HEAD~1``, ``HEAD:maps`` or ``HEAD:./zoo.yaml`` means.

    Raises:
        GitError: there is no such thing; also for what would be an option.
    """
    if revision.startswith("-") or "\n" in revision or "\0" in revision:
        raise GitError("that is no revision", refused=True)
    found = answer(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    name = found.decode("ascii", "replace").strip()
    if not is_name(name):
        raise GitError("git has no answer", refused=True)
    return name


def contents(folder: str | os.PathLike[str], names: Iterable[str]) -> Iterator[bytes | None]:
    """The content of each name; None where git has none of it."""
    try:
        git = subprocess.Popen(
            ["git", *_SAFE, "cat-file", "--batch"],
            cwd=folder, env=_environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, ValueError):
        yield from (None for _ in names)
        return
    try:
        for name in names:
            yield _content(git, name)
    finally:
        git.kill()
        for pipe in (git.stdin, git.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        git.wait()


def files(folder: str | os.PathLike[str], tree: str) -> dict[str, str]:
    """The names of the contents in a tree and the folders below it, by path; links are left out."""
    listed = answer(folder, "ls-tree", "-r", "-z", "--full-tree", tree)
    found: dict[str, str] = {}
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        words = about.split(b" ")
        if len(words) == 3 and words[0].startswith(b"100"):
            found[os.fsdecode(path)] = words[2].decode("ascii", "replace")
    return found


def kind(folder: str | os.PathLike[str], name: str) -> str:
    """What a name is of: "blob" for a file, "tree" for a folder, "commit" or "tag"."""
    return answer(folder, "cat-file", "-t", name).decode("ascii", "replace").strip()


def is_name(text: str) -> bool:
    """Whether a text is the full name of a content, a folder or a commit."""
    return len(text) in (40, 64) and all(char in "0123456789abcdef" for char in text)


def _content(git: "subprocess.Popen[bytes]", name: str) -> bytes | None:
    assert git.stdin is not None
    assert git.stdout is not None
    timer = Timer(PATIENCE, git.kill)
    timer.start()
    try:
        git.stdin.write(name.encode("ascii", "replace") + b"\n")
        git.stdin.flush()
        words = git.stdout.readline().split()  # NAME blob SIZE, or NAME missing
        if len(words) != 3 or words[1] != b"blob" or int(words[2]) > MAX_BYTES:
            if len(words) == 3 and words[2].isdigit():
                git.kill()  # what follows is not what was asked for
            return None
        data = git.stdout.read(int(words[2]) + 1)
        return data[:-1] if len(data) == int(words[2]) + 1 else None
    except OSError:
        return None
    finally:
        timer.cancel()


def _environment() -> dict[str, str]:
    """The environment without what points git to another repository or to programs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(("GIT_CONFIG_", "GIT_CEILING_"))
    }
    return kept | {
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_REPLACE_OBJECTS": "1",
    }  # fmt: skip


def folder_of(path: str | os.PathLike[str]) -> Path:
    """The nearest folder that is there, at or above a path."""
    folder = Path(path).absolute()
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder
