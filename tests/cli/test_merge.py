"""`argmap merge` as a person runs it: our file, with their changes in it."""

import os
from pathlib import Path

import pytest

from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.cli.conftest import ZOO, Run
from tests.cli.test_diff import HOSTILE
from tests.reading import map_of

OURS = ZOO.replace("claim: The zoo should close", "# our map\nclaim: The zoo should close now")
THEIRS = ZOO + "  - The zoo teaches children\n"
CROSS = ZOO.replace("should close", "must close")


@pytest.fixture
def merging(run: Run) -> Run:
    for name, text in {"base": ZOO, "ours": OURS, "theirs": THEIRS, "cross": CROSS}.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    return run


def test_both_sides_edits_and_our_comments(merging: Run) -> None:
    result = merging("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == OURS + "  - The zoo teaches children\n"


def test_the_result_in_a_file(merging: Run) -> None:
    for output in ("out.yaml", "ours.yaml"):
        result = merging("merge", "base.yaml", "ours.yaml", "theirs.yaml", "--output", output)
        assert (result.exit_code, result.output) == (0, "")
        merged = Path(output).read_text(encoding="utf-8")
        assert merged == OURS + "  - The zoo teaches children\n"
    assert not [*Path().glob(".*")]


def test_conflicts_are_told_and_stay_in_the_map(merging: Run) -> None:
    result = merging("merge", "base.yaml", "ours.yaml", "cross.yaml", "-o", "ours.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1  both sides changed `claim`" in result.stderr
    assert "ours    The zoo should close now" in result.stderr
    assert "theirs  The zoo must close" in result.stderr
    (conflict,) = map_of(Path("ours.yaml").read_text(encoding="utf-8")).conflicts
    assert (conflict.ours, conflict.theirs) == ("The zoo should close now", "The zoo must close")
    assert "unresolved-conflict" in merging("check", "ours.yaml").stdout


def test_conflicts_that_a_side_brought_are_told_too(merging: Run) -> None:
    merging("merge", "base.yaml", "ours.yaml", "cross.yaml", "-o", "ours.yaml")
    result = merging("merge", "base.yaml", "ours.yaml", "theirs.yaml")
    assert (result.exit_code, "both sides changed" in result.stderr) == (1, True)
    assert len(map_of(result.stdout).conflicts) == 1


def test_both_sides_added_the_file(merging: Run) -> None:
    Path("empty.yaml").touch()
    for base in ("empty.yaml", os.devnull):
        result = merging("merge", base, "base.yaml", "theirs.yaml")
        assert (result.exit_code, result.stdout) == (0, THEIRS)


def test_standard_input_is_a_side(merging: Run) -> None:
    merged = OURS + "  - The zoo teaches children\n"
    assert merging("merge", "-", "ours.yaml", "theirs.yaml", input=ZOO).stdout == merged
    assert merging("merge", "base.yaml", "-", "theirs.yaml", input=OURS).stdout == merged
    assert merging("merge", "base.yaml", "ours.yaml", "-", input=THEIRS).stdout == merged
    assert merging("merge", "base.yaml", "-", "-", input=OURS).exit_code == 2


@pytest.mark.parametrize("place", range(3))
def test_a_side_that_cannot_be_read(merging: Run, place: int) -> None:
    for name in ("faulty.yaml", "gone.yaml", ".", "gone/zoo.yaml"):
        sides = ["base.yaml", "ours.yaml", "theirs.yaml"]
        sides[place] = name
        result = merging("merge", *sides, "-o", "out.yaml")
        assert (result.exit_code, result.stdout) == (2, ""), sides
        assert result.stderr
    assert not Path("out.yaml").exists()


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_on_each_side(merging: Run, data: bytes) -> None:
    Path("hostile.yaml").write_bytes(data)
    for place in range(3):
        sides = ["base.yaml", "ours.yaml", "theirs.yaml"]
        sides[place] = "hostile.yaml"
        result = merging("merge", *sides)
        assert result.exit_code in (0, 1, 2)
        if result.exit_code == 2:
            assert (result.stdout, bool(result.stderr)) == ("", True)
        else:
            map_of(result.stdout)


def test_a_folder_that_is_not_there(merging: Run) -> None:
    result = merging("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "gone/out.yaml")
    assert (result.exit_code, Path("gone").exists()) == (2, False)


LAYER = """\
layer: 1
map: zoo.yaml
annotator: maya
annotations:
  - id: a1  # the first
    target: suffering
    body: Why?
    labels: {clarity: 4}
"""
MORE = """\
  - id: a2
    target: suffering
    body: Since when?
"""
OTHER = """\
  - id: a2
    target: suffering
    body: Who says so?
  - id: a3
    target: {annotation: a2}
    motivation: replying
    body: The keeper.
"""


@pytest.fixture
def layers(run: Run) -> Run:
    for name, text in {
        "base": LAYER, "ours": LAYER + MORE, "theirs": LAYER.replace("Why?", "Why so?"),
        "other": LAYER + OTHER, "cross": LAYER.replace("4", "5"), "mine": LAYER.replace("4", "3"),
    }.items():  # fmt: skip
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    Path("own.codebook.yaml").write_text("codebook: 1\nlabels:\n  clarity: {type: scale}\n")
    return run


def test_layers_are_merged(layers: Run) -> None:
    result = layers("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "ours.yaml")
    assert (result.exit_code, result.output) == (0, "")
    merged = (LAYER + MORE).replace("Why?", "Why so?")
    assert Path("ours.yaml").read_text(encoding="utf-8") == merged


def test_a_new_id_of_theirs_that_is_taken_is_told(layers: Run) -> None:
    result = layers("merge", "base.yaml", "ours.yaml", "other.yaml")
    assert result.exit_code == 0
    merged = read_layer(Source("ours.yaml", result.stdout)).value
    assert merged is not None
    assert [(one.id, one.target.id, one.body) for one in merged.annotations[1:]] == [
        ("a2", "suffering", "Since when?"), ("a4", "suffering", "Who says so?"),
        ("a3", "a4", "The keeper."),
    ]  # fmt: skip
    assert "a2 of theirs is a4 here; answers to maya/a2 in other layers" in result.stderr


def test_conflicts_stay_in_the_layer(layers: Run) -> None:
    result = layers("merge", "base.yaml", "mine.yaml", "cross.yaml", "-o", "mine.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "1  both sides changed `clarity` of `a1`\n   base    4\n   ours    3\n   theirs  5\n"
    )
    checked = layers("annotate", "check", "mine.yaml")
    assert (checked.exit_code, "unresolved-conflict" in checked.stdout) == (1, True)
    assert "mine.yaml:10:5:" in checked.stdout
    assert "argmap resolve" in checked.stdout


def test_layers_that_both_sides_added(layers: Run) -> None:
    Path("empty.yaml").touch()
    result = layers("merge", "empty.yaml", "ours.yaml", "base.yaml")
    assert (result.exit_code, result.stdout) == (0, LAYER + MORE)
    Path("leo.yaml").write_text(LAYER.replace("maya", "leo"), encoding="utf-8")
    result = layers("merge", "empty.yaml", "ours.yaml", "leo.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the layer of maya and theirs of leo" in result.stderr


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("kind", ["zoo.yaml", "own.codebook.yaml"])
def test_kinds_of_files_are_not_mixed(layers: Run, place: int, kind: str) -> None:
    sides = ["base.yaml", "ours.yaml", "theirs.yaml"]
    sides[place] = kind
    result = layers("merge", *sides, "-o", "out.yaml")
    assert (result.exit_code, result.stdout, Path("out.yaml").exists()) == (2, "", False)
    assert ("cannot be merged" if kind == "zoo.yaml" else "git merges it as text") in result.stderr


@pytest.mark.parametrize("place", range(3))
def test_a_layer_with_errors(layers: Run, place: int) -> None:
    Path("bad.yaml").write_text(LAYER + "  - id: a1\n    target: harm\n", encoding="utf-8")
    sides = ["base.yaml", "ours.yaml", "theirs.yaml"]
    sides[place] = "bad.yaml"
    result = layers("merge", *sides)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "bad.yaml:9:9: error: two annotations have the id `a1`" in result.stderr
