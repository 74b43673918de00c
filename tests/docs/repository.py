"""The repository of the reviewers' page: one map on two branches that both went on."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

from tests.docs.doc_pages import DOCS, ROOT

#: What is committed, in this order: (branch, message, version of the map).
_HISTORY = (
    ("main", "The map of the article", ROOT / "maps" / "assad-fall.yaml"),
    ("proposal", "Say more exactly what was lost", DOCS / "pull-request" / "proposal.yaml"),
    ("main", "Weigh the thesis", DOCS / "pull-request" / "meanwhile.yaml"),
)


def environment(home: Path) -> dict[str, str]:
    """Variables with which git does the same on every machine, and finds this argmap."""
    settings = home / "gitconfig"
    settings.write_text(
        "[user]\nname = Robin\nemail = robin@example.org\n[init]\ndefaultBranch = main\n"
        "[core]\nautocrlf = false\npager = cat\n[advice]\ndetachedHead = false\n"
    )
    date = "2026-11-23T09:00:00+00:00"
    return {
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_GLOBAL": str(settings),
        "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
        "GIT_EDITOR": "true", "LC_ALL": "C.UTF-8",
    }  # fmt: skip


def make(folder: Path) -> None:
    """Makes the repository in a folder, in the `environment`."""
    git(folder, "init", "--quiet")
    for branch, message, version in _HISTORY:
        if branch != "main":
            git(folder, "switch", "--quiet", "--create", branch)
        elif (folder / "maps").exists():
            git(folder, "switch", "--quiet", branch)
        (folder / "maps").mkdir(exist_ok=True)
        copyfile(version, folder / "maps" / "assad-fall.yaml")
        git(folder, "add", "maps")
        git(folder, "commit", "--quiet", "--message", message)


def git(folder: Path, *words: str) -> tuple[str, int]:
    """What git says, and its exit status."""
    found = subprocess.run(
        ["git", *words], cwd=folder, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return found.stdout, found.returncode
