"""`argmap annotate report` and `release`: handed out is only what has been released."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.annotate.school import LAYERS, school
from tests.cli.conftest import Run

FORMATS = ("text", "markdown", "html", "csv", "json")


def test_the_class(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    school()
    text = run("annotate", "report", "zoo.yaml").stdout
    assert "Maya K. (maya)" in text
    assert "90.0%" in text
    assert "Agreement by label" in text
    assert "1 (leo); 4 (maya)" in text
    rows = list(
        csv.DictReader(io.StringIO(run("annotate", "report", "zoo.yaml", "--format", "csv").stdout))
    )
    assert [(row["student"], row["grade"]) for row in rows] == [("leo", ""), ("maya", "90.0")]


def test_each_claim(run: Run) -> None:
    school()
    text = run("annotate", "report", "zoo.yaml", "--by", "claim").stdout
    assert "clarity: 1 (leo); 4 (maya); agreement 25%" in text
    assert text.index("All of them?") < text.index("Most of them.")
    data = json.loads(
        run("annotate", "report", "zoo.yaml", "--by", "claim", "--format", "json").stdout
    )
    assert data["parts"][0]["annotators"] == ["leo", "maya"]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_handed_out_follows_the_release(run: Run, form: str) -> None:
    school()
    layer = Path("zoo.layers/jo.yaml")
    report = ("annotate", "report", "zoo.yaml", "--student", "maya", "--format", form)
    before = run(*report).stdout
    assert "Most of them." in before
    assert "good question" not in before
    assert "insight" not in before
    assert run("annotate", "release", str(layer), "--student", "leo").exit_code == 0
    assert run(*report).stdout == before
    result = run("annotate", "release", str(layer))
    assert "released to all students" in result.stdout
    assert "maya sees 1 answer, with 1 label" in result.stdout
    after = run(*report).stdout
    assert "good question" in after
    assert "insight" in after
    assert "# says jo" in layer.read_text(encoding="utf-8"), "comments stay"
    assert "hidden from all students" in run("annotate", "release", str(layer), "--revoke").stdout
    assert run(*report).stdout == before


def test_one_student_at_a_time(run: Run) -> None:
    school()
    layer = "zoo.layers/jo.yaml"
    assert "seen by maya" in run("annotate", "release", layer, "--student", "maya").stdout
    assert "seen already by maya" in run("annotate", "release", layer, "--student", "maya").stdout
    assert "A good question" in run("annotate", "report", "zoo.yaml", "--student", "maya").stdout
    assert "not released" in run("annotate", "report", "zoo.yaml", "--student", "leo").stdout
    assert (
        "seen by nobody"
        in run("annotate", "release", layer, "--revoke", "--student", "maya").stdout
    )
    # A word less; all else stays, to the byte.
    assert Path(layer).read_text(encoding="utf-8") == LAYERS["jo"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["zoo.layers/jo.yaml", "--student", "mya"], "did you mean `maya`"),
        (["zoo.layers/leo.yaml"], "the layer of a student"),
        (["zoo.yaml"], "no layer"),
        (["nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_cannot_be_released(run: Run, args: list[str], message: str) -> None:
    school()
    result = run("annotate", "release", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert Path("zoo.layers/jo.yaml").read_text(encoding="utf-8") == LAYERS["jo"]


def test_what_is_released_to_all_cannot_be_hidden_from_one(run: Run) -> None:
    school()
    run("annotate", "release", "zoo.layers/jo.yaml")
    result = run("annotate", "release", "zoo.layers/jo.yaml", "--revoke", "--student", "maya")
    assert result.exit_code == 2
    assert "released for all" in result.stderr


@pytest.mark.parametrize("folder", ["out", "out/", "made/of.layers/"])
def test_a_file_for_each_student(run: Run, folder: str) -> None:
    school()
    result = run(
        "annotate", "report", "zoo.yaml", "--by", "student", "--format", "html", "-o", folder
    )
    assert result.exit_code == 0, result.stderr
    files = {file.name: file.read_text(encoding="utf-8") for file in Path(folder).iterdir()}
    assert files.keys() == {"leo.html", "maya.html"}
    assert "A good question" not in files["maya.html"]
    assert "Maya" not in files["leo.html"]
    run(
        "annotate",
        "report",
        "zoo.yaml",
        "--by",
        "student",
        "--format",
        "html",
        "-o",
        folder,
        "--unreleased",
    )
    assert "A good question" in Path(folder, "maya.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["--student", "mya"], 2, "did you mean `maya`"),
        (["--student", "jo"], 2, "no student `jo`"),
        (["--student", "maya", "--by", "claim"], 2, "leave out --by"),
        (["--by", "clas"], 2, "did you mean `class`"),
        (["--format", "pdf"], 2, "unknown format"),
        (["--unreleased"], 2, "--unreleased is for"),
        (["-o", "no/such/file.txt"], 1, "cannot be written"),
    ],
)
def test_wrong_use(run: Run, args: list[str], code: int, message: str) -> None:
    school()
    result = run("annotate", "report", "zoo.yaml", *args)
    assert result.exit_code == code
    assert message in result.stderr
    assert not result.stdout


def test_escapes_do_not_reach_the_terminal(run: Run) -> None:
    school()
    layer = Path("zoo.layers/maya.yaml")
    text = layer.read_text(encoding="utf-8").replace("All of them?", '"\\e[2Jgone <b>bold</b>"')
    layer.write_text(text, encoding="utf-8")
    for form in FORMATS:
        for by in ("class", "student", "claim"):
            shown = run("annotate", "report", "zoo.yaml", "--by", by, "--format", form)
            assert form in ("csv", "json") or "\x1b" not in shown.stdout
            assert form != "html" or "<b>bold" not in shown.stdout


def test_with_each_student_a_path_is_a_folder(run: Run) -> None:
    school()
    each = ("annotate", "report", "zoo.yaml", "--by", "student")
    assert run(*each, "--format", "html", "-o", "out.d").exit_code == 0
    assert {file.name for file in Path("out.d").iterdir()} == {"leo.html", "maya.html"}
    assert "A good question" not in Path("out.d/maya.html").read_text(encoding="utf-8")
    for name in ("all.html", "all.md", "all.csv"):
        refused = run(*each, "-o", name)
        assert (refused.exit_code, "name a folder" in refused.stderr) == (2, True)
        assert not Path(name).exists()
    printed = run(*each, "--format", "markdown", "-o", "-").stdout
    assert printed.index("## leo") < printed.index("## Maya K. (maya)")
    assert "A good question" in printed, "the teacher's own"


def test_the_ending_of_a_file_is_its_format(run: Run) -> None:
    school()
    assert run("annotate", "report", "zoo.yaml", "-o", "class.html").exit_code == 0
    assert Path("class.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    refused = run("annotate", "report", "zoo.yaml", "-o", "x.html", "--format", "markdown")
    assert (refused.exit_code, "the ending of html" in refused.stderr) == (2, True)
    assert not Path("x.html").exists()
