"""The ready workflow file: its step is run in a real repository, with a `gh` that only listens."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from argmap.diff.report import LIMIT
from tests.docs import repository
from tests.docs.doc_pages import DOCS

WORKFLOW = DOCS / "pull-request" / "argmap-diff.yml"

#: What a comment on a pull request may hold, by GitHub's documentation.
COMMENT = 65_536

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the workflow's step is for bash")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A merge of the proposal into main, as it is checked out for a pull request."""
    for variable, value in repository.environment(tmp_path).items():
        monkeypatch.setenv(variable, value)
    (folder := tmp_path / "page").mkdir()
    repository.make(folder)
    repository.git(folder, "switch", "--quiet", "--detach", "main~1")
    repository.git(folder, "merge", "--quiet", "--no-ff", "--no-edit", "proposal")
    gh = tmp_path / "gh"
    gh.write_text('#!/bin/sh\ncp diff.md comment.md\necho "$@" > asked.txt\n')
    gh.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary.md"))
    monkeypatch.setenv("NUMBER", "7")
    return folder


def test_the_comment_is_the_diff_of_the_pull_request(folder: Path) -> None:
    _run(folder)
    comment = (folder / "comment.md").read_text(encoding="utf-8")
    assert "Foreseeing foreign wars takes other skills" in comment
    assert "chooses between two wars" not in comment  # that is main's own edit
    assert (folder / "summary.md").read_text(encoding="utf-8") == comment
    assert "7 --edit-last --create-if-none" in (folder / "asked.txt").read_text()


def test_a_map_with_errors_is_named_and_stops_nothing(folder: Path) -> None:
    (folder / "maps" / "broken.yaml").write_text("claim: [\n")
    _run(folder)
    comment = (folder / "comment.md").read_text(encoding="utf-8")
    assert "broken.yaml:1" in comment
    assert "Foreseeing foreign wars" in comment


def test_the_first_maps_of_a_repository_are_told_of(folder: Path) -> None:
    repository.git(folder, "switch", "--quiet", "--orphan", "empty")
    repository.git(folder, "commit", "--quiet", "--allow-empty", "--message", "Begin")
    repository.git(folder, "checkout", "--quiet", "main", "--", "maps")
    repository.git(folder, "commit", "--quiet", "--message", "The first map")
    _run(folder)
    assert "assad-fall.yaml" in (folder / "comment.md").read_text(encoding="utf-8")


def test_the_comment_fits() -> None:
    assert LIMIT + 4_100 <= COMMENT


def _run(folder: Path) -> None:
    steps = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]["diff"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name") == "Tell what changed"]
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
