"""`argmap diff --format svg` and the other pictures, as a person runs it."""

from pathlib import Path

import pytest

from tests.cli.conftest import ZOO, Run

NEW = ZOO.replace("do not suffer", "suffer").replace(
    "  - The zoo breeds rare species\n", "  - It is free\n"
)


@pytest.fixture
def drawing(run: Run) -> Run:
    Path("new.yaml").write_text(NEW, encoding="utf-8")
    return run


def test_a_picture_on_standard_output(drawing: Run) -> None:
    result = drawing("diff", "zoo.yaml", "new.yaml", "--format", "svg")
    assert result.exit_code == 0
    assert result.stdout.startswith("<svg")
    assert "Compared: zoo.yaml → new.yaml" in result.stdout.replace("&#160;", " ")
    assert 'text-decoration="line-through"' in result.stdout


@pytest.mark.parametrize(
    ("form", "head"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_a_picture_in_a_file(drawing: Run, form: str, head: bytes) -> None:
    result = drawing("diff", "zoo.yaml", "new.yaml", "--format", form, "-o", "changes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("changes").read_bytes().startswith(head)


def test_the_picture_can_be_of_another_theme_and_side(drawing: Run) -> None:
    plain, other = (
        drawing("diff", "zoo.yaml", "new.yaml", "--format", "dot", *options).stdout
        for options in ((), ("--theme", "dark", "--direction", "left"))
    )
    assert "rankdir=BT" in plain
    assert "rankdir=RL" in other
    assert 'bgcolor="#14171d"' in other


def test_what_did_not_change_is_drawn_with_all(drawing: Run) -> None:
    picture = drawing("diff", "zoo.yaml", "zoo.yaml", "--format", "dot")
    assert "1 of 3 claims are drawn" in picture.stderr
    assert "nothing was changed in the argument" in picture.stdout
    assert "suffer" not in picture.stdout
    assert "suffer" in drawing("diff", "zoo.yaml", "zoo.yaml", "--format", "dot", "--all").stdout


def test_a_picture_of_what_bears_on_one_claim(drawing: Run) -> None:
    args = ("diff", "zoo.yaml", "new.yaml", "--format", "dot", "--focus")
    assert "It is free" not in drawing(*args, "suffering").stdout
    result = drawing(*args, "sufering")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "there is no claim `sufering`: did you mean `suffering`?" in result.stderr


def test_the_exit_code_can_tell(drawing: Run) -> None:
    args = ("--format", "dot", "--exit-code")
    assert drawing("diff", "zoo.yaml", "new.yaml", *args).exit_code == 1
    assert drawing("diff", "zoo.yaml", "zoo.yaml", *args).exit_code == 0


def test_a_version_is_not_drawn_over(drawing: Run) -> None:
    result = drawing("diff", "zoo.yaml", "new.yaml", "--format", "svg", "-o", "./new.yaml")
    assert result.exit_code == 2
    assert "is one of the versions" in result.stderr
    assert Path("new.yaml").read_text(encoding="utf-8") == NEW


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--theme", "dark"), "are for pictures"),
        (("-o", "x"), "are for pictures"),
        (("--format", "svg", "--explain"), "goes with text and json"),
        (("--format", "svg", "--theme", "drak"), "did you mean `dark`"),
        (("--format", "svg", "--direction", "sideways"), "unknown direction"),
        (("--format", "svg", "-o", "nowhere/x.svg"), "cannot be written"),
        (("--format", "gif"), "unknown format"),
    ],
)
def test_wrong_use(drawing: Run, args: tuple[str, ...], said: str) -> None:
    result = drawing("diff", "zoo.yaml", "new.yaml", *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_folders_are_not_drawn(drawing: Run) -> None:
    result = drawing("diff", ".", ".", "--format", "svg")
    assert result.exit_code != 0
    assert result.stdout == ""
