"""`argmap annotate adjudicate`: an adjudicator's layer made, extended, decided by hand."""

import json
from importlib import import_module
from pathlib import Path

import pytest

from argmap.annotation.layers.files import load_layer
from tests.cli.annotate.school import school
from tests.cli.conftest import Run

JUDGE = Path("zoo.layers/judge.yaml")


def test_a_layer_is_made_and_a_second_run_changes_no_byte(run: Run) -> None:
    school()
    result = run("annotate", "adjudicate", "zoo.yaml", "--annotator", "judge", "--name", "Judge J.")
    assert result.exit_code == 0
    assert (
        "zoo.layers/judge.yaml: 1 new target; 1 label decided now, 0 before, 1 open"
        in result.stdout
    )
    before = JUDGE.read_bytes()
    found = load_layer(JUDGE).value
    assert found is not None
    assert (found.role, found.name, found.map) == ("adjudicator", "Judge J.", "../zoo.yaml")
    assert found.codebooks == ("marks.yaml", "quality@1.0")
    result = run("annotate", "adjudicate", "zoo.layers", "-o", str(JUDGE))
    assert "0 new targets; 0 labels decided now, 1 before, 1 open" in result.stdout
    assert JUDGE.read_bytes() == before
    assert not list(Path("zoo.layers").glob(".*")), "no lock stays"


def test_the_layer_that_is_made_passes_the_check(run: Run) -> None:
    school()
    run("annotate", "adjudicate", "zoo.yaml", "--annotator", "judge")
    result = run("annotate", "check", str(JUDGE), "--strict")
    assert result.exit_code == 0, result.stdout


def test_a_decision_by_hand(run: Run) -> None:
    school()
    run("annotate", "adjudicate", "zoo.yaml", "--annotator", "judge")
    result = run(
        "annotate",
        "adjudicate",
        "zoo.yaml",
        "-o",
        str(JUDGE),
        "--decide",
        "a1:clarity=2",
        "--format",
        "json",
    )
    (clarity,) = (one for one in json.loads(result.stdout)["labels"] if one["label"] == "clarity")
    assert (clarity["decided"], clarity["state"], clarity["votes"]) == (
        "2",
        "new",
        {"leo": "1", "maya": "4"},
    )
    result = run("annotate", "adjudicate", "zoo.yaml", "-o", str(JUDGE), "--decide", "a1:clarity=3")
    assert "was decided as 2, is now 3" in result.stdout
    assert "clarity: 3" in JUDGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "--annotator"),
        (["-o", "zoo.layers/judge.yaml"], "--annotator"),
        (["--annotator", "Judge J."], "has a space"),
        (["-o", "zoo.layers/leo.yaml"], "the layer of a student"),
        (["-o", "zoo.layers/jo.yaml", "--annotator", "judge"], "the layer of jo"),
        (["--annotator", "judge", "--decide", "a1:clarity=9"], "clarity"),
        (["--annotator", "judge", "--decide", "a9:clarity=3"], "no annotation `a9`"),
        (["--annotator", "judge", "--ask"], "needs a terminal"),
    ],
)
def test_wrong_use_leaves_everything_as_it_was(run: Run, args: list[str], message: str) -> None:
    school()
    before = {file: file.read_bytes() for file in Path().rglob("*.yaml")}
    result = run("annotate", "adjudicate", "zoo.yaml", *args)
    assert result.exit_code == 2
    assert message in result.stderr
    assert {file: file.read_bytes() for file in Path().rglob("*.yaml")} == before


def test_a_layer_about_another_map_is_left_alone(run: Run) -> None:
    school()
    JUDGE.write_text(
        "layer: 1\nmap: ../elsewhere.yaml\nannotator: judge\nrole: adjudicator\n", encoding="utf-8"
    )
    before = JUDGE.read_bytes()
    result = run("annotate", "adjudicate", "zoo.layers/leo.yaml", "-o", str(JUDGE))
    assert result.exit_code == 2
    assert "another map" in result.stderr
    assert JUDGE.read_bytes() == before


def test_walking_through_what_is_open(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # `argmap.cli.annotate.adjudicate` is the command, not its module.
    monkeypatch.setattr(
        import_module("argmap.cli.annotate.adjudicate"), "on_terminal", lambda: True
    )
    school()
    result = run(
        "annotate", "adjudicate", "zoo.yaml", "--annotator", "judge", "--ask", input="9\n2\n"
    )
    assert result.exit_code == 0
    assert "1 (leo); 4 (maya)" in result.stderr
    found = load_layer(JUDGE).value
    assert found is not None
    assert found.annotations[0].labels == {"acceptability": "3", "clarity": "2"}
