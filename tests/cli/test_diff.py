"""`argmap diff` as a person and as a script run it."""

import json
from pathlib import Path

import pytest

from argmap.diff import patched
from argmap.diff.json_form import from_data
from tests.annotation.repositories import Repository
from tests.cli.conftest import ZOO, Run
from tests.cli.test_others import needs_a_terminal, on_a_terminal
from tests.diff.maps import meaning
from tests.reading import map_of

NEW = ZOO.replace("Animals suffer", "Animals do not suffer")
OTHER = "claim: Bread is good\nreasons: It smells of morning\n"


@pytest.fixture
def diffing(run: Run) -> Run:
    Path("new.yaml").write_text(NEW, encoding="utf-8")
    return run


@pytest.fixture
def repository(diffing: Run, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository of two commits; the map lies in a folder with a space in its name."""
    found = Repository(Path.cwd() / "our work", monkeypatch)
    (found.folder / "maps").mkdir()
    found.commit("maps/zoo.yaml", ZOO)
    found.commit("maps/zoo.yaml", NEW)
    return found


def test_two_files(diffing: Run) -> None:
    result = diffing("diff", "zoo.yaml", "new.yaml")
    assert result.exit_code == 0
    assert "! meaning    Animals {+do not+} suffer in the zoo" in result.stdout


def test_the_same_file(diffing: Run) -> None:
    result = diffing("diff", "zoo.yaml", "zoo.yaml", "--exit-code")
    assert (result.exit_code, result.stdout) == (0, "nothing was changed in the argument\n")


def test_the_exit_code_can_tell(diffing: Run) -> None:
    assert diffing("diff", "zoo.yaml", "new.yaml", "--exit-code").exit_code == 1


def test_standard_input_is_a_side(diffing: Run) -> None:
    assert "{+do not+}" in diffing("diff", "zoo.yaml", "-", input=NEW).stdout
    assert "[-do not-]" in diffing("diff", "-", "zoo.yaml", input=NEW).stdout
    assert diffing("diff", "-", "-", input=NEW).exit_code == 2


def test_json_is_a_patch(diffing: Run) -> None:
    data = json.loads(diffing("diff", "zoo.yaml", "new.yaml", "--format", "json").stdout)
    assert (data["old"], data["new"]) == ("zoo.yaml", "new.yaml")
    assert meaning(patched(map_of(ZOO), from_data(data))) == meaning(map_of(NEW))


def test_markdown(diffing: Run) -> None:
    shown = diffing("diff", "zoo.yaml", "new.yaml", "--format", "markdown").stdout
    assert "- **meaning** Animals <ins>do not</ins> suffer in the zoo" in shown


def test_why(diffing: Run) -> None:
    assert "taken for the same claim" in diffing("diff", "zoo.yaml", "new.yaml", "--explain").stdout
    told = diffing("diff", "zoo.yaml", "new.yaml", "--explain", "--format", "json").stdout
    assert [entry["evidence"] for entry in json.loads(told)["matches"]] == ["id", "id", "id"]
    refused = diffing("diff", "zoo.yaml", "new.yaml", "--explain", "--format", "markdown")
    assert refused.exit_code == 2


def test_ids_can_be_ignored(diffing: Run) -> None:
    Path("ids.yaml").write_text(ZOO.replace("id: suffering", "id: s1"), encoding="utf-8")
    assert "renamed" in diffing("diff", "zoo.yaml", "ids.yaml").stdout
    result = diffing("diff", "zoo.yaml", "ids.yaml", "--ignore-ids", "--exit-code")
    assert (result.exit_code, "renamed" in result.stdout) == (0, False)


def test_faults_of_either_side_are_reported(diffing: Run) -> None:
    for sides in (("zoo.yaml", "faulty.yaml"), ("faulty.yaml", "zoo.yaml")):
        result = diffing("diff", *sides)
        assert (result.exit_code, result.stdout) == (1, "")
        assert "faulty.yaml:2:1: error" in result.stderr
    result = diffing("diff", "zoo.yaml", "gone.yaml")
    assert result.exit_code == 2


HOSTILE = {
    "nothing": b"", "a list": b"- a\n- b\n", "binary": b"\x00\xff\xfe\x00", "UTF-16": ZOO.encode("utf-16"),
    "nested": b"[" * 100_000, "a bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nclaim: *b\n",
    "a circle": b"claim: A\nid: a\nreasons:\n  - ref: a\n", "tabs": b"claim: A\nreasons:\n\t- B\n",
    "half a merge": b"claim: A\n<<<<<<< ours\nid: a\n=======\nid: b\n>>>>>>> theirs\n",
    "a huge text": b"claim: " + b"word " * 200_000, "one id twice": ZOO.replace("The zoo breeds", "X").encode() * 2,
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_on_either_side(diffing: Run, data: bytes) -> None:
    Path("hostile.yaml").write_bytes(data)
    for sides in (("zoo.yaml", "hostile.yaml"), ("hostile.yaml", "zoo.yaml")):
        result = diffing("diff", *sides)
        assert result.exit_code in (0, 1, 2)
        assert result.stdout or result.stderr


def test_maps_without_anything_in_common(diffing: Run) -> None:
    Path("other.yaml").write_text(OTHER, encoding="utf-8")
    assert "0 in both" in diffing("diff", "zoo.yaml", "other.yaml").stdout


@pytest.mark.parametrize("words", [["zoo.yaml"], [], ["a", "b", "c", "d"]])
def test_wrong_use(diffing: Run, words: list[str]) -> None:
    assert diffing("diff", *words).exit_code == 2


def test_a_folder_and_a_map(diffing: Run) -> None:
    result = diffing("diff", ".", "zoo.yaml")
    assert (result.exit_code, "is a folder" in result.stderr) == (2, True)


def test_folders(diffing: Run) -> None:
    for folder, files in {
        "old": {"zoo.yaml": ZOO, "bread.yaml": OTHER, "settings.yaml": "a: 1\n"},
        "new": {"sub/zoos.yaml": NEW, "bread.yaml": OTHER, "bad.yaml": "claims:\n\t- a\n"},
    }.items():
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    result = diffing("diff", "old", "new")
    assert result.exit_code == 1
    assert "new/bad.yaml" in result.stderr.replace("\\", "/")
    assert "zoo.yaml → sub/zoos.yaml" in result.stdout.replace("\\", "/")
    assert "1 map is the same" in result.stdout
    Path("new/bad.yaml").unlink()
    assert diffing("diff", "old", "new").exit_code == 0
    assert diffing("diff", "old", "new", "--exit-code").exit_code == 1
    assert diffing("diff", "old", "old", "--exit-code").exit_code == 0
    data = json.loads(diffing("diff", "old", "new", "--format", "json").stdout)
    assert [entry["kind"] for entry in data["maps"]] == ["same", "renamed"]
    assert "### " in diffing("diff", "old", "new", "--format", "markdown").stdout


def test_a_revision_and_the_file(
    diffing: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "our work/maps/zoo.yaml"
    assert "{+do not+}" in diffing("diff", "HEAD~1", path).stdout
    assert "{+do not+}" in diffing("diff", "HEAD~1", "HEAD", path).stdout
    assert "nothing was changed" in diffing("diff", "HEAD", path).stdout
    monkeypatch.chdir(repository.folder)
    assert "[-do not-]" in diffing("diff", "HEAD:maps/zoo.yaml", "HEAD~1:maps/zoo.yaml").stdout
    monkeypatch.chdir("maps")
    assert "{+do not+}" in diffing("diff", "HEAD~1", "zoo.yaml").stdout
    assert "{+do not+}" in diffing("diff", "HEAD~1:./zoo.yaml", "zoo.yaml").stdout


def test_a_file_that_is_gone_can_be_compared(
    diffing: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder)
    Path("maps/zoo.yaml").unlink()
    assert "{+do not+}" in diffing("diff", "HEAD~1", "HEAD", "maps/zoo.yaml").stdout
    Path("maps").rmdir()
    assert "{+do not+}" in diffing("diff", "HEAD~1", "HEAD", "maps/zoo.yaml").stdout


def test_folders_at_revisions(
    diffing: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository.folder)
    repository.commit("maps/bread.yaml", OTHER)
    repository.commit("maps/notes.yaml", "a: 1\n")
    for sides in (["HEAD~3", "maps"], ["HEAD~3", "HEAD", "maps"], ["HEAD~3:maps", "HEAD:maps"]):
        shown = diffing("diff", *sides).stdout
        assert "zoo.yaml\n1 substantive" in shown
        assert "bread.yaml: the map was added (2 claims)" in shown
        assert "notes" not in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere", "our work/maps/zoo.yaml"], "neither a file nor a revision"),
        (["HEAD:gone.yaml", "zoo.yaml"], "neither a file nor a revision"),
        (["HEAD", "our work/maps/gone.yaml"], "no such path"),
        (["HEAD", "-"], "a revision goes with a path"),
        (["--", "--output=x", "our work/maps/zoo.yaml"], "neither a file nor a revision"),
    ],
)
def test_revisions_that_are_none(
    diffing: Run, repository: Repository, words: list[str], told: str
) -> None:
    result = diffing("diff", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_a_binary_file_at_a_revision(diffing: Run, repository: Repository) -> None:
    repository.commit("maps/zoo.yaml", b"\x00\xff\xfe")
    result = diffing("diff", "HEAD~1", "our work/maps/zoo.yaml")
    assert result.exit_code in (1, 2)
    assert "zoo.yaml" in result.stderr


@needs_a_terminal
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colour_on_a_terminal(diffing: Run, no_color: str, coloured: bool) -> None:
    shown = on_a_terminal("diff", "zoo.yaml", "new.yaml", NO_COLOR=no_color)
    assert (b"\x1b[" in shown) is coloured
    assert b"do not" in shown
