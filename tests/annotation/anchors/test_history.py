"""The versions of a map in git, read from real repositories."""

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.annotation.anchors import history as module
from argmap.annotation.anchors.history import MOST, history
from argmap.annotation.layers.anchor import version_of
from argmap.git import reading
from tests.annotation.repositories import Repository

ONE, TWO, THREE = "claim: One\n", "claim: Two\n", "claim: Three\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    return Repository(tmp_path / "a b", monkeypatch)


def since(path: Path, text: str) -> list[str | None] | str:
    """The versions since the one with this text, or why there are none."""
    version = version_of(text)
    found = history(path, [version])
    if version in found.unknown:
        return found.unknown[version]
    if version in found.apart:
        return list(found.texts([found.apart[version]]))
    return list(found.texts(found.names[found.begins[version] :]))


def test_from_the_version_that_was_seen_to_the_newest(repository: Repository) -> None:
    for text in (ONE, TWO, THREE):
        repository.commit("zoo.yaml", text)
    path = repository.folder / "zoo.yaml"
    assert since(path, ONE) == [ONE, TWO, THREE]
    assert since(path, TWO) == [TWO, THREE]
    assert since(path, THREE) == [THREE]


@pytest.mark.parametrize("name", ["zoo one.yaml", "动物园.yaml", "*.yaml", ":(top)zoo.yaml", "-zoo.yaml", 'a"b.yaml', "a\nb\t.yaml"])  # fmt: skip
def test_odd_names(repository: Repository, name: str) -> None:
    (repository.folder / "other.yaml").write_text(THREE)
    for text in (ONE, TWO):
        repository.commit(name, text)
    assert since(repository.folder / name, ONE) == [ONE, TWO]


def test_a_map_that_was_renamed(repository: Repository) -> None:
    body = "".join(f"# line {n}\n" for n in range(30))
    repository.commit("old.yaml", ONE + body)
    repository.git("mv", "old.yaml", "new.yaml")
    repository.commit("new.yaml", TWO + body)
    assert since(repository.folder / "new.yaml", ONE + body) == [ONE + body, TWO + body]


@pytest.mark.parametrize(
    "stored", [ONE.replace("\n", "\r\n").encode(), b"\xef\xbb\xbf" + ONE.encode()]
)
def test_line_ends_and_marks_make_no_other_version(repository: Repository, stored: bytes) -> None:
    repository.commit("zoo.yaml", stored)
    repository.commit("zoo.yaml", TWO)
    found = since(repository.folder / "zoo.yaml", ONE)
    assert [str(text).replace("\r", "") for text in found] == [ONE, TWO]


def test_a_version_of_another_branch_is_compared_by_itself(repository: Repository) -> None:
    repository.commit("zoo.yaml", ONE)
    repository.git("checkout", "-q", "-b", "side")
    repository.commit("zoo.yaml", TWO)
    repository.git("checkout", "-q", "main")
    repository.commit("zoo.yaml", THREE)
    repository.git("merge", "-q", "-s", "ours", "side")
    path = repository.folder / "zoo.yaml"
    assert since(path, ONE) == [ONE, THREE]
    assert since(path, TWO) == [TWO]


def test_a_content_that_came_back_counts_where_it_was_last(repository: Repository) -> None:
    for text in (ONE, TWO, ONE, THREE):
        repository.commit("zoo.yaml", text)
    assert since(repository.folder / "zoo.yaml", ONE) == [ONE, THREE]


def test_a_long_history_is_thinned(repository: Repository) -> None:
    stream = "".join(
        f"commit refs/heads/main\ncommitter M <m@example.org> {n} +0000\ndata 1\nx\n"
        f"M 100644 inline zoo.yaml\ndata {len(f'claim: C{n}')}\nclaim: C{n}\n"
        for n in range(300)
    )
    subprocess.run(
        ["git", "fast-import", "--quiet"],
        cwd=repository.folder,
        input=stream,
        text=True,
        check=True,
    )
    repository.git("checkout", "-q", "-f", "main")
    found = since(repository.folder / "zoo.yaml", "claim: C7")
    assert (found[0], found[-1]) == ("claim: C7", "claim: C299")
    assert len(found) <= MOST + 2


def why(path: Path, text: str = ONE) -> str:
    found = since(path, text)
    assert isinstance(found, str), found
    return found


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "zoo.yaml").write_text(ONE)
    assert "no git repository" in why(tmp_path / "zoo.yaml")


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("zoo.yaml", ONE)
    monkeypatch.setenv("PATH", str(repository.folder))
    assert "not installed" in why(repository.folder / "zoo.yaml")


def test_a_map_that_was_never_committed(repository: Repository) -> None:
    repository.commit("other.yaml", ONE)
    (repository.folder / "zoo.yaml").write_text(TWO)
    assert "does not know the map" in why(repository.folder / "zoo.yaml")


def test_a_version_that_nobody_knows(repository: Repository) -> None:
    repository.commit("zoo.yaml", ONE)
    assert "does not know the version" in why(repository.folder / "zoo.yaml", "claim: Never\n")
    for odd in ("--batch-check", "HEAD", "a b\nc", "0" * 40, "🦁", ""):
        found = history(repository.folder / "zoo.yaml", [odd])
        assert not found.begins
        assert not found.apart


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    for text in (ONE, TWO):
        repository.commit("zoo.yaml", text)
    repository.git(
        "clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "c")
    )
    assert "does not know the version" in why(tmp_path / "c" / "zoo.yaml")
    assert since(tmp_path / "c" / "zoo.yaml", TWO) == [TWO]


def test_a_git_that_does_not_answer(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("zoo.yaml", ONE)
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent))
    monkeypatch.setattr(reading, "PATIENCE", 0.2)
    assert "did not answer" in why(repository.folder / "zoo.yaml")
    assert list(module.History(repository.folder).texts(["0" * 40])) == [None]


def test_a_hostile_repository_runs_nothing(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in (ONE, TWO):
        repository.commit("zoo.yaml", text)
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat \"$1\" 2>/dev/null\nexit 0\n")
    trap.chmod(0o755)
    (repository.folder / ".gitattributes").write_text("*.yaml diff=evil filter=evil\n")
    for key in (
        "diff.evil.textconv", "diff.evil.command", "diff.external", "filter.evil.clean",
        "filter.evil.smudge", "filter.evil.process", "core.fsmonitor", "core.pager", "pager.log", "gpg.program",
        "core.editor", "core.sshCommand", "alias.log", "alias.cat-file", "credential.helper", "core.askPass",
        "remote.origin.uploadpack",
    ):  # fmt: skip
        value = f"!{trap}" if key.startswith("alias") else str(trap)
        repository.git("config", key, value)
    for key, value in (
        ("log.showSignature", "true"), ("extensions.partialClone", "origin"), ("log.diffMerges", "on"),
        ("remote.origin.url", str(tmp_path)), ("remote.origin.promisor", "true"),
        ("core.quotePath", "false"), ("color.ui", "always"), ("diff.noprefix", "true"),
    ):  # fmt: skip
        repository.git("config", key, value)
    for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_SSH_COMMAND", "GIT_ASKPASS"):
        monkeypatch.setenv(name, str(trap))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    path = repository.folder / "zoo.yaml"
    sprung.unlink(missing_ok=True)
    assert since(path, ONE) == [ONE, TWO]
    assert "does not know the version" in why(path, "claim: Never\n")
    assert not sprung.exists()


def test_a_link_leads_to_the_history_of_its_file(repository: Repository, tmp_path: Path) -> None:
    for text in (ONE, TWO):
        repository.commit("zoo.yaml", text)
    (tmp_path / "link.yaml").symlink_to(repository.folder / "zoo.yaml")
    assert since(tmp_path / "link.yaml", ONE) == [ONE, TWO]
