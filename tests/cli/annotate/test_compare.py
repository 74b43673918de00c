"""`argmap annotate compare`: layers of one map, or two maps."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.annotate.school import school
from tests.cli.conftest import Run


def test_layers_of_a_map(run: Run) -> None:
    school()
    result = run("annotate", "compare", "zoo.yaml")
    assert result.exit_code == 0
    assert "Agreement by label" in result.stdout
    assert "1 (leo); 4 (maya)" in result.stdout
    assert "Animals suffer in the zoo" in result.stdout
    assert "jo: no student" in result.stdout
    assert "undefined: " in result.stdout


@pytest.mark.parametrize("paths", [["zoo.layers"], ["zoo.layers/leo.yaml", "zoo.layers/maya.yaml"]])
def test_layers_by_their_files(run: Run, paths: list[str]) -> None:
    school()
    assert "1 (leo); 4 (maya)" in run("annotate", "compare", *paths).stdout


def test_formats(run: Run) -> None:
    school()
    data = json.loads(run("annotate", "compare", "zoo.yaml", "--format", "json").stdout)
    (clarity,) = (one for one in data["labels"] if one["label"] == "clarity")
    assert clarity["percentage"] == {"value": 0.0}
    assert data["disagreements"][0]["values"] == {"leo": 1.0, "maya": 4.0}
    rows = list(
        csv.DictReader(
            io.StringIO(run("annotate", "compare", "zoo.yaml", "--format", "csv").stdout)
        )
    )
    assert {
        "label": "clarity",
        "figure": "percentage",
        "of": "",
        "value": "0",
        "undefined": "",
        "left out": "",
    } in rows
    assert (
        "## Disagreements" in run("annotate", "compare", "zoo.yaml", "--format", "markdown").stdout
    )
    assert "did you mean `json`" in run("annotate", "compare", "zoo.yaml", "--format", "jsn").stderr


def test_teachers_and_pairs_on_demand(run: Run) -> None:
    school()
    result = run("annotate", "compare", "zoo.yaml", "--with-teachers", "--pairs")
    assert "Pairs of annotators" in result.stdout
    assert "no student" not in result.stdout


def test_two_maps(run: Run) -> None:
    Path("other.yaml").write_text(
        "claim: The zoo should close\nreasons:\n  - The zoo breeds rare species\n", encoding="utf-8"
    )
    result = run("annotate", "compare", "zoo.yaml", "other.yaml")
    assert result.exit_code == 0
    assert "Claims only in the first (1)" in result.stdout
    assert "Relations of another kind (1)" in result.stdout
    assert "S, CASS: undefined: no text of a source was given" in result.stdout
    data = json.loads(
        run("annotate", "compare", "zoo.yaml", "other.yaml", "--format", "json").stdout
    )
    assert data["claims"]["f1"]["value"] == pytest.approx(0.8)
    assert data["cass"]["undefined"]
    assert (
        "claims only first"
        in run("annotate", "compare", "zoo.yaml", "other.yaml", "--format", "csv").stdout
    )


def test_two_maps_with_their_text(run: Run) -> None:
    text = "Animals suffer in the zoo. The zoo breeds rare species. It should close."
    Path("text.txt").write_text(text, encoding="utf-8")
    map = (
        "claim: The zoo should close\nreasons:\n  - claim: They suffer\n    cites: "
        "{source: text, quote: Animals suffer in the zoo.}\nsources:\n  text: {title: A text}\n"
    )
    for name in ("one.yaml", "two.yaml"):
        Path(name).write_text(map, encoding="utf-8")
    result = run(
        "annotate",
        "compare",
        "one.yaml",
        "two.yaml",
        "--source",
        "text=text.txt",
        "--format",
        "json",
    )
    assert json.loads(result.stdout)["cass"] == {"value": 1.0}


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["zoo.yaml", "warned.yaml", "--pairs"], "are for layers"),
        (["zoo.yaml", "warned.yaml", "--source", "x"], "ID=FILE"),
        (["zoo.yaml", "warned.yaml", "--source", "x=y.txt"], "neither map has a source `x`"),
        (["zoo.layers", "--source", "x=y.txt"], "these are layers"),
        (["zoo.yaml", "warned.yaml", "other.yaml"], "layers, or exactly two maps"),
        (
            ["warned.yaml", "zoo.layers/leo.yaml"],
            "layers, or exactly two maps; warned.yaml is a map",
        ),
        (["zoo.yaml", "warned.yaml", "zoo.layers"], "layers, or exactly two maps"),
        (["nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_wrong_use(run: Run, args: list[str], message: str) -> None:
    school()
    result = run("annotate", "compare", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not result.stdout


def test_what_is_left_out_ends_every_command_with_1(run: Run) -> None:
    school()
    foreign = "layer: 1\nmap: ../elsewhere.yaml\nannotator: kim\n"
    Path("zoo.layers/kim.yaml").write_text(foreign, encoding="utf-8")
    for command in ("list", "report", "compare", "export"):
        result = run("annotate", command, "zoo.yaml")
        assert (result.exit_code, "left out" in result.stderr) == (1, True), command
        assert "maya" in result.stdout.lower(), "the rest is told"
    assert run("annotate", "reanchor", "zoo.yaml").exit_code == 1
