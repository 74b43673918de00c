"""The versions of one file that git knows, along the line of the present.

Of a merge, that line has the side that was merged into: what came from the other side is one step.
"""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from argmap.git.reading import GitError, answer, folder_of, object_name

_LOG = (
    "log", "--follow", "--first-parent", "-m", "--raw", "--no-abbrev", "-M", "--encoding=UTF-8",
    "--format=%x00%H%x00%aI%x00%an%x00%s", "--no-ext-diff", "--no-textconv", "--no-show-signature",
    "--no-notes",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed a file.

    Attributes:
        commit: its whole name.
        date: when it was written, in ISO 8601.
        path: the file's path from the top of the repository; `was` that of the file that it was
            renamed or copied from.
        content: git's name of the file's content; "" if the commit deleted the file.
        before: that of the content before; "" if there was none.
        cut: whether a shallow clone ends here, so that nothing is known of what was before.
    """

    commit: str
    date: str
    author: str
    subject: str
    path: str
    was: str
    content: str
    before: str
    cut: bool = False


def file_versions(path: str | os.PathLike[str], revisions: str = "") -> list[Version]:
    """The versions of the file at `path`, newest first, across its renamings.

    `revisions` is where to begin (``main``), or from where to where (``v1..main``, where nothing
    stands for the present); a file that is not there any more has its versions too. Empty if git
    knows none.

    Raises:
        GitError: there is no repository, no such revision, or no answer.
    """
    file = Path(os.path.realpath(path))
    folder = folder_of(file.parent)
    ends = _ends(folder, revisions) if revisions else []
    below = file.relative_to(folder).as_posix()
    pieces = answer(folder, *_LOG, *ends, "--", below).split(b"\0")[1:]
    found = (_version(*pieces[at : at + 4]) for at in range(0, len(pieces), 4))
    cut = _cut(folder)
    return [replace(one, cut=one.commit in cut) for one in found if one is not None]


def _cut(folder: Path) -> set[str]:
    """The commits whose ancestors a shallow clone has not; git shows them as if they had none."""
    found = answer(folder, "rev-parse", "--path-format=absolute", "--git-path", "shallow")
    try:
        return {*Path(os.fsdecode(found.removesuffix(b"\n"))).read_text("ascii").split()}
    except (OSError, ValueError):
        return set()


def _ends(folder: Path, revisions: str) -> list[str]:
    since, dots, until = revisions.partition("..")
    if until.startswith("."):
        raise GitError("write A..B for what B has and A has not", refused=True)
    if not dots:
        since, until = "", since
    ends = [_commit(folder, until or "HEAD")]
    return [*ends, f"^{_commit(folder, since or 'HEAD')}"] if dots else ends


def _commit(folder: Path, revision: str) -> str:
    try:
        return object_name(folder, f"{revision}^{{commit}}")
    except GitError as error:
        if not error.refused:
            raise
        raise GitError(f"there is no revision {revision}", refused=True) from None


def _version(commit: bytes, date: bytes, author: bytes, rest: bytes) -> Version | None:
    """A version of what git tells; None where the commit has no file there."""
    subject, _, raw = rest.partition(b"\n")
    about, *paths = raw.strip(b"\n").split(b"\n")[0].split(b"\t")
    words = about.split(b" ")
    if not about.startswith(b":") or len(words) != 5 or not paths:
        return None
    path, was = _unquoted(paths[-1]), _unquoted(paths[0])
    before, content = (name.decode("ascii") if name.strip(b"0") else "" for name in words[2:4])
    name, when, who, what = (
        text.decode(errors="replace") for text in (commit, date, author, subject)
    )
    return Version(name, when, who, what, path, was if was != path else "", content, before)


def _unquoted(path: bytes) -> str:
    """A path as git writes it: in quotes and with escapes if it has unusual characters."""
    if path.startswith(b'"'):
        path = path[1:-1].decode("unicode_escape").encode("latin-1")
    return os.fsdecode(path)
