"""Layers on a map that is drawn or shown."""

import json
from pathlib import Path

import pytest

from tests.cli.annotate.test_exchange import MAYA, TOM
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def layers(run: Run) -> None:
    Path("zoo.layers").mkdir()
    Path("zoo.layers/maya.yaml").write_text(MAYA, encoding="utf-8")
    Path("zoo.layers/tom.yaml").write_text(TOM, encoding="utf-8")
    Path("zoo.layers/may.yaml").write_text(
        "layer: 1\nmap: ../zoo.yaml\nannotator: may\nrole: teacher\ncodebook: quality\nannotations:\n  - id: t1\n    target: suffering\n"
        "    motivation: assessing\n    body: SECRET\n    labels: {clarity: 2}\n",
        encoding="utf-8",
    )


def test_a_picture_carries_what_is_noted(run: Run) -> None:
    plain = run("render", "zoo.yaml", "-o", "-").stdout
    shown = run("render", "zoo.yaml", "-o", "-", "--layers", "zoo.layers")
    assert shown.exit_code == 0
    for what in ("1 question", "1 reply", "fallacy: straw man", "Notes of 3 annotators", "SECRET"):
        assert what in shown.stdout
        assert what not in plain
    heat = run("render", "zoo.yaml", "-o", "-", "--layers", "zoo.yaml", "--heat", "clarity").stdout
    assert "clarity: 1" in heat


def test_a_student_sees_what_is_released(run: Run) -> None:
    for command in (["render", "-o", "-"], ["show"]):
        shown = run(command[0], "zoo.yaml", *command[1:], "--layers", "zoo.layers", "--for", "tom")
        assert shown.exit_code == 0
        assert "1 question" not in shown.stdout, "that of another student"
        shown = run(command[0], "zoo.yaml", *command[1:], "--layers", "zoo.layers", "--for", "maya")
        assert "1 question" in shown.stdout
        assert "1 reply" in shown.stdout
        assert "SECRET" not in shown.stdout
        assert "clarity" not in shown.stdout
    assert run("annotate", "release", "zoo.layers/may.yaml").exit_code == 0
    assert "clarity 2" in run("show", "zoo.yaml", "--layers", "zoo.layers", "--for", "tom").stdout


def test_each_of_several_maps_gets_its_own_layers(run: Run) -> None:
    text = (
        MAYA.replace("zoo.yaml", "warned.yaml")
        .replace("suffering", "should-the-zoo-close")
        .replace(", quote: Animals", "")
    )
    Path("zoo.layers/other.yaml").write_text(text, encoding="utf-8")
    found = run("render", "zoo.yaml", "warned.yaml", "--layers", "zoo.layers", "-o", "out")
    assert found.exit_code == 0, found.stderr
    assert "Notes of 3 annotators" in Path("out/zoo.svg").read_text(encoding="utf-8")
    assert "Notes of Maya" in Path("out/warned.svg").read_text(encoding="utf-8")
    assert "warned.yaml: annotations about what the map no longer has: 1" in found.stderr


def test_the_outline_carries_what_is_noted(run: Run) -> None:
    assert run("show", "zoo.yaml", "--layers", "zoo.layers").stdout == (
        "The zoo should close\n"
        "├─ because Animals suffer in the zoo\n"
        "│  ✎ 1 question · 1 reply · clarity 2\n"
        "│  ✎ step: fallacy: straw man\n"
        "└─ but The zoo breeds rare species\n"
    )
    markdown = run("show", "zoo.yaml", "--layers", "zoo.layers", "--format", "markdown").stdout
    assert "1 question" in markdown


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (["--heat", "clarity"], "--heat needs layers"),
        (["--for", "tom"], "--for needs layers"),
        (["--layers", "zoo.layers", "--for", "tomm"], "no student `tomm`; did you mean `tom`?"),
        (["--layers", "zoo.layers", "--for", "may"], "no student `may`"),
        (["--layers", "zoo.layers", "--heat", "clarty"], "did you mean `clarity`?"),
        (["--layers", "nowhere"], "nowhere"),
        (["--layers", "other.yaml"], "about"),
    ],
)
@pytest.mark.parametrize("command", [["show", "zoo.yaml"], ["render", "zoo.yaml"]])
def test_what_cannot_be_marked_is_told(
    run: Run, command: list[str], args: list[str], why: str
) -> None:
    Path("other.yaml").write_text(
        "layer: 1\nmap: other-map.yaml\nannotator: kim\n", encoding="utf-8"
    )
    found = run(*command, *args)
    assert (found.exit_code, why in found.stderr) == (2, True), found.stderr


def test_json_is_the_map_alone(run: Run) -> None:
    refused = run("show", "zoo.yaml", "--layers", "zoo.layers", "--format", "json")
    assert (refused.exit_code, "annotate export" in refused.stderr) == (2, True)
    assert "claims" in json.loads(run("show", "zoo.yaml", "--format", "json").stdout)


def test_a_faulty_layer_is_told_of_and_the_rest_is_drawn(run: Run) -> None:
    Path("zoo.layers/tom.yaml").write_text("layer: 1\nannotatr: tom\n", encoding="utf-8")
    for command in (["render", "-o", "-"], ["show"]):
        found = run(command[0], "zoo.yaml", *command[1:], "--layers", "zoo.layers")
        assert (found.exit_code, "unknown-word" in found.stderr) == (1, True)
        assert "1 question" in found.stdout


@pytest.mark.parametrize(
    "command",
    [["check"], ["show"], ["render"], ["stats"], ["fmt"], ["quotes"], ["annotate", "new"]],
)
def test_a_layer_is_not_read_as_a_map(run: Run, command: list[str]) -> None:
    Path("ours.codebook.yaml").write_text("codebook: 1\nlabels: {}\n", encoding="utf-8")
    for path, what in (("zoo.layers/maya.yaml", "layer"), ("ours.codebook.yaml", "codebook")):
        before = Path(path).read_bytes()
        found = run(*command, path)
        told = f"argmap: {path} is a {what}, not a map; see `argmap annotate check {path}`\n"
        assert (found.exit_code, found.stdout, found.stderr) == (2, "", told)
        assert Path(path).read_bytes() == before
