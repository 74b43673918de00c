"""`argmap patch` as a person runs it: a diff applied to the file that they wrote."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ZOO, Run
from tests.diff.maps import meaning
from tests.reading import map_of

WRITTEN = ZOO.replace("in the zoo\n", "in the zoo  # says who?\n")
NEW = ZOO.replace("Animals suffer", "Animals do not suffer")


@pytest.fixture
def patching(run: Run) -> Run:
    """With a map, and in `d.json` a diff that leads to another."""
    Path("new.yaml").write_text(NEW, encoding="utf-8")
    Path("d.json").write_text(run("diff", "zoo.yaml", "new.yaml", "--format", "json").stdout)
    Path("zoo.yaml").write_text(WRITTEN, encoding="utf-8")
    return run


def now(name: str = "zoo.yaml") -> str:
    return Path(name).read_text(encoding="utf-8")


def test_the_file_is_changed_and_its_comments_stay(patching: Run) -> None:
    result = patching("patch", "zoo.yaml", "d.json")
    assert (result.exit_code, result.output) == (0, "")
    assert meaning(map_of(now())) == meaning(map_of(NEW))
    assert now() == WRITTEN.replace("Animals suffer", "Animals do not suffer")
    assert not [*Path().glob(".*")]


def test_another_file(patching: Run) -> None:
    assert patching("patch", "zoo.yaml", "d.json", "-o", "out.yaml").exit_code == 0
    assert (now(), "do not suffer" in now("out.yaml")) == (WRITTEN, True)
    printed = patching("patch", "zoo.yaml", "d.json", "--output", "-")
    assert (now(), printed.stdout) == (WRITTEN, now("out.yaml"))


def test_standard_input_is_the_diff_or_the_map(patching: Run) -> None:
    printed = patching("patch", "-", "d.json", input=WRITTEN).stdout
    assert patching("patch", "zoo.yaml", "-", input=now("d.json")).exit_code == 0
    assert printed == now()
    assert patching("patch", "-", "-", input=WRITTEN).exit_code == 2


def test_ids_are_renamed(patching: Run) -> None:
    Path("new.yaml").write_text(ZOO.replace("id: suffering", "id: pain"), encoding="utf-8")
    Path("old.yaml").write_text(ZOO, encoding="utf-8")
    diff = patching("diff", "old.yaml", "new.yaml", "--format", "json").stdout
    assert patching("patch", "zoo.yaml", "-", input=diff).exit_code == 0
    assert now() == WRITTEN.replace("id: suffering", "id: pain")


def test_a_diff_that_does_not_fit(patching: Run) -> None:
    Path("zoo.yaml").write_text("claim: Bread is good\n", encoding="utf-8")
    for output in ([], ["-o", "out.yaml"], ["-o", "-"]):
        result = patching("patch", "zoo.yaml", "d.json", *output)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "does not fit zoo.yaml" in result.stderr
    assert now() == "claim: Bread is good\n"
    assert not Path("out.yaml").exists()


def test_nothing_is_changed_twice(patching: Run) -> None:
    patching("patch", "zoo.yaml", "d.json")
    after = now()
    assert patching("patch", "zoo.yaml", "d.json").exit_code == 1
    assert now() == after


BROKEN: dict[str, Callable[[str], str | bytes]] = {
    "nothing": lambda _: "", "no JSON": lambda _: "{", "a map": lambda _: ZOO,
    "binary": lambda _: b"\x00\xff", "nested": lambda _: "[" * 200_000, "a list": lambda _: "[]",
    "another form": lambda text: json.dumps(json.loads(text) | {"argmap-diff": 99}),
    "damaged": lambda text: text.replace('"reworded"', '"\x1b[31m"'),
    "half": lambda text: text[: len(text) // 2],
}  # fmt: skip


@pytest.mark.parametrize("breaking", BROKEN.values(), ids=BROKEN.keys())
def test_a_diff_that_is_none(patching: Run, breaking: Callable[[str], str | bytes]) -> None:
    result = patching("patch", "zoo.yaml", "-", input=breaking(now("d.json")))
    assert (result.exit_code, result.stdout, now()) == (2, "", WRITTEN)
    assert "cannot be read" in result.stderr
    assert "\x1b" not in result.stderr


def test_files_that_are_not_there(patching: Run) -> None:
    for words in (
        ["gone.yaml", "d.json"], ["zoo.yaml", "gone.json"], [".", "d.json"], ["zoo.yaml", "."],
        ["gone/zoo.yaml", "d.json"], ["zoo.yaml", "d.json", "-o", "gone/zoo.yaml"],
        ["zoo.yaml", "d.json", "-o", "."],
    ):  # fmt: skip
        assert patching("patch", *words).exit_code == 2, words
    assert not Path("gone").exists()
    assert now() == WRITTEN


def test_a_map_with_errors(patching: Run) -> None:
    result = patching("patch", "faulty.yaml", "d.json")
    assert (result.exit_code, "faulty.yaml:2:1: error" in result.stderr) == (1, True)
