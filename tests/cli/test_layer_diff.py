"""`argmap diff` of two versions of a layer."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ZOO, Run

OLD = """\
layer: 1
map: zoo.yaml
annotator: maya
annotations:
  - id: a1
    target: suffering
    body: Who says so?
  - id: a2
    target: suffering
    body: A reason
"""
NEW = (
    OLD.replace("Who says so?", "Who else says so?")
    + """\
  - id: a3
    target: suffering
    body: New
"""
)
LESS = OLD[: OLD.index("  - id: a2")]


@pytest.fixture(autouse=True)
def _files(run: Run) -> None:
    for name, text in {"old": OLD, "new": NEW, "less": LESS}.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")


def test_remarks_that_came_and_went_and_words_that_changed(run: Run) -> None:
    told = run("diff", "old.yaml", "new.yaml")
    assert told.exit_code == 0
    assert "Who {+else+} says so?" in told.output
    assert "+ added    a3" in told.output
    assert "- removed  a2" in run("diff", "old.yaml", "less.yaml").output
    assert "nothing was changed" in run("diff", "old.yaml", "old.yaml").output


def test_json_and_exit_code(run: Run) -> None:
    found = run("diff", "old.yaml", "less.yaml", "--format", "json", "--exit-code")
    assert found.exit_code == 1
    (change,) = json.loads(found.output)["changes"]
    assert (change["kind"], change["id"]) == ("removed", "a2")
    assert run("diff", "old.yaml", "old.yaml", "--exit-code").exit_code == 0


@pytest.mark.parametrize(
    "words", [("zoo.yaml",), ("broken.yaml",), ("old.yaml", "--format", "svg")]
)
def test_what_cannot_be_compared_is_said(run: Run, words: tuple[str, ...]) -> None:
    Path("zoo.yaml").write_text(ZOO, encoding="utf-8")
    Path("broken.yaml").write_text("annotator: [\n", encoding="utf-8")
    found = run("diff", "new.yaml", *words)
    assert found.exit_code in (1, 2)
    assert found.output.startswith(("argmap: ", "broken.yaml"))
