"""Paths, words and files that nobody should write, and that happen."""

import os
from pathlib import Path

import pytest

from argmap.annotation.layers.files import load_layer
from tests.annotation.examples import layer
from tests.cli.conftest import Run

COMMANDS = ("list", "check", "compare", "report", "reanchor", "export")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_folder_one_is_in(run: Run, command: str) -> None:
    more = ("--format", "json-ld") if command == "export" else ()
    result = run("annotate", command, ".", *more)
    assert (result.exit_code, "Traceback" in result.stderr) == (2, False)
    Path("maya.yaml").write_text(layer())
    assert run("annotate", command, ".", *more).exit_code in (0, 2)


@pytest.mark.parametrize("word", ["pipe", "/dev/zero"])
@pytest.mark.parametrize("command", ["list", "check", "reanchor", "add"])
def test_a_map_that_never_ends_is_not_read(run: Run, command: str, word: str) -> None:
    os.mkfifo("pipe")
    Path("maya.yaml").write_text(layer().replace("zoo.yaml", word))
    more = ("--claim", "x", "--body", "y") if command == "add" else ()
    result = run("annotate", command, "maya.yaml", *more)
    assert result.exit_code == 2
    assert f"maya.yaml names {word} as its map, and that is no file" in result.stderr


@pytest.mark.parametrize("word", ["pipe.yaml", "zero.yaml"])
def test_a_codebook_that_never_ends_is_not_read(run: Run, word: str) -> None:
    os.mkfifo("pipe.yaml")
    Path("zero.yaml").symlink_to("/dev/zero")
    Path("maya.yaml").write_text(layer(top=f"codebook: {word}\n"))
    result = run("annotate", "check", "maya.yaml")
    assert result.exit_code == 1
    assert f"the codebook `{word}` is no file" in result.stdout


def test_a_source_that_never_ends_is_not_read(run: Run) -> None:
    os.mkfifo("pipe")
    Path("zoo.yaml").write_text("claim: Close it\ncites: s\nsources: {s: {title: S, file: pipe}}\n")
    Path("maya.yaml").write_text(layer("id: a1, target: {source: s, quote: x}, body: Why?"))
    result = run("annotate", "check", "maya.yaml")
    assert result.exit_code == 0
    assert "this is no file" in result.stderr


def test_a_bare_word_for_annotations_holds_none(run: Run) -> None:
    path = Path("maya.yaml")
    text = layer() + "annotations:  # none\n  # yet\n"
    path.write_text(text)
    assert run("annotate", "check", "maya.yaml").stdout == "1 file: no faults\n"
    assert (
        run("annotate", "add", "maya.yaml", "--claim", "suffering", "--body", "Why?").exit_code == 0
    )
    assert run("annotate", "check", "maya.yaml").stdout == "1 file: no faults\n"
    assert run("annotate", "remove", "maya.yaml", "a1").exit_code == 0
    assert path.read_text() == text


def test_a_removed_id_is_not_given_out_again_while_somebody_answers_it(run: Run) -> None:
    for name in ("maya", "jo"):
        run("annotate", "new", "zoo.yaml", "--annotator", name)
    maya, jo = "zoo.layers/maya.yaml", "zoo.layers/jo.yaml"

    def add(body: str) -> str:
        words = ("--claim", "suffering", "--body", body)
        return run("annotate", "add", maya, *words).stdout.strip()

    assert [add("Why?"), add("Who measured it?")] == ["maya/a1", "maya/a2"]
    run("annotate", "reply", jo, "maya/a2", "--body", "Good question.")
    run("annotate", "remove", maya, "a2", "--force")
    assert add("Since when?") == "maya/a3"
    assert "no-such-annotation" in run("annotate", "check", "zoo.yaml").stdout


def test_an_answer_from_elsewhere_notices_that_its_remark_is_another(run: Run) -> None:
    run("annotate", "new", "zoo.yaml", "--annotator", "maya")
    maya = "zoo.layers/maya.yaml"
    run("annotate", "add", maya, "--claim", "suffering", "--body", "Who measured it?")
    Path("far").mkdir()
    run("annotate", "new", "zoo.yaml", "--annotator", "jo", "-o", "far/jo.yaml")
    assert run("annotate", "reply", "far/jo.yaml", "maya/a1", "--body", "Good.").exit_code == 0
    files = (maya, "far/jo.yaml")
    assert run("annotate", "check", *files).stdout == "2 files: no faults\n"
    run("annotate", "remove", maya, "a1")
    run("annotate", "add", maya, "--claim", "suffering", "--body", "Since when?")
    told = run("annotate", "check", *files).stdout
    assert "the text of annotation `maya/a1` is not the one that this is about" in told
    shown = run("annotate", "reanchor", *files)
    assert shown.exit_code == 1
    assert "a1 changed annotation maya/a1\n      now: “Since when?”\n" in shown.stdout
    assert run("annotate", "reanchor", *files, "--accept", "jo/a1").exit_code == 0
    assert run("annotate", "check", *files).stdout == "2 files: no faults\n"


def test_what_a_killed_writer_left_is_cleared_away_once_it_is_old(run: Run) -> None:
    run("annotate", "new", "zoo.yaml", "--annotator", "maya")
    folder = Path("zoo.layers")
    old, young, other = (folder / f".{name}.tmp" for name in (
        "maya.yaml.abcd_123", "maya.yaml.efgh4567", "noor.yaml.abcd_123"
    ))  # fmt: skip
    for file in (old, young, other):
        file.write_text("x")
    for file in (old, other):
        os.utime(file, (0, 0))
    run("annotate", "add", "zoo.layers/maya.yaml", "--claim", "suffering", "--body", "Why?")
    assert [file.exists() for file in (old, young, other)] == [False, True, True]
    assert load_layer(folder / "maya.yaml").value is not None
