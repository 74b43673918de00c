"""A repository with argmap installed, and two branches that both edited its maps.

It is made once and copied: git and Python take their time to start.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from argmap.cli.app import app

ZOO = """\
# What we say in public.
title: Should the zoo close?
claim: The city zoo should close
id: close
reasons:
  - claim: Captivity harms large animals
    id: harm
  - claim: The zoo costs the city money
    id: money
"""
OURS = ZOO.replace(
    "  - claim: The zoo costs", "  - Children are bored   # ours\n  - claim: The zoo costs"
)
THEIRS = ZOO.replace(
    "  - claim: The zoo costs", "  - Visitors stay away\n  - claim: The zoo costs"
).replace("harms large", "harms all large")
#: Both reworded one claim.
MINE = ZOO.replace("costs the city money", "ruins the city")
YOURS = ZOO.replace("costs the city money", "costs the state a fortune")

LIST = "- one\n- two\n- three\n"


class Workshop:
    """A folder under git, and the environment of those who work in it."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder, self.environment = folder, dict(environment)
        self.outcome: subprocess.CompletedProcess[str] | None = None

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """What git says, whatever its exit status is."""
        return subprocess.run(
            ["git", *words], cwd=self.folder, env=self.environment, check=False,
            capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def git(self, *words: str) -> str:
        """What git prints."""
        done = self.run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def commit(self, files: Mapping[str, str | bytes], subject: str = "a step") -> None:
        """Writes files and commits everything."""
        self.write(files)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", subject)

    def branch(self, name: str, files: Mapping[str, str | bytes]) -> None:
        """Files committed on a new branch; back on the old one."""
        self.git("checkout", "-q", "-b", name)
        self.commit(files, f"on {name}")
        self.git("checkout", "-q", "-")

    def text(self, name: str = "maps/zoo.yaml") -> str:
        return (self.folder / name).read_bytes().decode()


def environment(home: Path) -> dict[str, str]:
    """An environment in which git has no settings but those of a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"), "LC_ALL": "C.UTF-8", "GIT_PAGER": "cat",
        "GIT_AUTHOR_NAME": "Maya", "GIT_AUTHOR_EMAIL": "maya@example.org", "GIT_EDITOR": "true",
        "GIT_COMMITTER_NAME": "Maya", "GIT_COMMITTER_EMAIL": "maya@example.org", "NO_COLOR": "",
    }  # fmt: skip


def argmap(folder: Path, env: Mapping[str, str], *words: str) -> str:
    """`argmap WORDS` run in a folder, in this process; what it prints."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for name, value in env.items():
            patch.setenv(name, value)
        patch.chdir(folder)
        done = CliRunner().invoke(app, list(words))
    assert done.exit_code == 0, done.output
    return done.stdout


def copied(template: Workshop, folder: Path) -> Workshop:
    """A copy for one test."""
    shutil.copytree(template.folder, folder)
    return Workshop(folder, template.environment)
