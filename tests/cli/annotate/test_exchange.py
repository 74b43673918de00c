"""`argmap annotate export` and `import`, as a user runs them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MAYA = """\
# mine
layer: 1
map: ../zoo.yaml
annotator: maya
name: Maya
annotations:
  - id: a1
    target: {claim: suffering, quote: Animals}
    motivation: questioning
    body: Which?
  - id: a2
    target: {argument: step-suffering}
    motivation: tagging
    labels: {fallacy: [straw man]}
"""
TOM = "layer: 1\nmap: ../zoo.yaml\nannotator: tom\nannotations:\n  - id: a1\n    target: {annotation: maya/a1}\n    motivation: replying\n    body: All.\n"


@pytest.fixture(autouse=True)
def layers(run: Run) -> None:
    Path("zoo.layers").mkdir()
    Path("zoo.layers/maya.yaml").write_text(MAYA, encoding="utf-8")
    Path("zoo.layers/tom.yaml").write_text(TOM, encoding="utf-8")


@pytest.mark.parametrize("format", ["jsonld", "csv"])
def test_a_class_goes_out_and_comes_back(run: Run, format: str) -> None:
    out = run("annotate", "export", "zoo.yaml", "--format", format, "-o", "class.txt")
    assert (out.exit_code, out.stdout) == (0, "")
    assert f"not in the {format}: comments of the YAML files: 1" in out.stderr
    Path("zoo.layers").rename("before")
    back = run("annotate", "import", "class.txt", "--map", "zoo.yaml")
    assert (back.exit_code, back.stderr) == (0, "")
    assert "wrote zoo.layers/maya.yaml: 2 annotations\n" in back.stdout.replace("\\", "/")
    assert run("annotate", "check", "zoo.yaml").stdout.count("error") == 0
    again = run("annotate", "export", "zoo.layers", "--format", "csv").stdout
    assert again == run("annotate", "export", "before", "--format", "csv").stdout


def test_an_import_overwrites_nothing(run: Run) -> None:
    run("annotate", "export", "zoo.layers/maya.yaml", "-o", "maya.json")
    before = Path("zoo.layers/maya.yaml").read_bytes()
    refused = run("annotate", "import", "maya.json", "--map", "zoo.yaml")
    assert (refused.exit_code, "--append" in refused.stderr) == (2, True)
    known = run("annotate", "import", "maya.json", "--map", "zoo.yaml", "--append")
    assert (known.exit_code, "added 0" in known.stdout) == (0, True)
    assert Path("zoo.layers/maya.yaml").read_bytes() == before
    data = json.loads(Path("maya.json").read_text(encoding="utf-8"))
    data["first"]["items"][0]["body"][0]["value"] = "Which ones?"
    Path("maya.json").write_text(json.dumps(data), encoding="utf-8")
    more = run("annotate", "import", "maya.json", "--map", "zoo.yaml", "--append")
    assert (more.exit_code, "maya/a1 is now maya/a1-2" in more.stderr) == (0, True)
    text = Path("zoo.layers/maya.yaml").read_text(encoding="utf-8")
    assert text.startswith(MAYA)
    assert "Which ones?" in text.removeprefix(MAYA)


def test_notes_of_another_program_need_a_name_and_tell_what_is_left(run: Run) -> None:
    harm = {
        "type": "Annotation",
        "id": "urn:x:1",
        "bodyValue": "Hm.",
        "target": "urn:argmap:zoo.yaml#suffering",
    }
    lost = {**harm, "id": "urn:x:2", "target": "https://elsewhere.example/\x1b[31m"}
    text = json.dumps([harm, lost])
    nobody = run("annotate", "import", "-", "--map", "zoo.yaml", input=text)
    assert (nobody.exit_code, "--annotator" in nobody.stderr) == (2, True)
    found = run("annotate", "import", "-", "--map", "zoo.yaml", "--annotator", "kim", input=text)
    assert found.exit_code == 1
    assert "left out: urn:x:2: https://elsewhere.example/<U+001B>[31m is no source" in found.stderr
    assert "Hm." in Path("zoo.layers/kim.yaml").read_text(encoding="utf-8")
    assert run("annotate", "check", "zoo.layers/kim.yaml", "--map", "zoo.yaml").exit_code == 0


def test_one_of_several_layers_can_be_taken(run: Run) -> None:
    run("annotate", "export", "zoo.yaml", "-o", "class.json")
    several = run("annotate", "import", "class.json", "--map", "zoo.yaml", "-o", "one.yaml")
    assert (several.exit_code, "holds layers of maya, tom" in several.stderr) == (2, True)
    one = run(
        "annotate",
        "import",
        "class.json",
        "--map",
        "zoo.yaml",
        "-o",
        "one.yaml",
        "--annotator",
        "tom",
    )
    assert (one.exit_code, "annotator: tom" in Path("one.yaml").read_text(encoding="utf-8")) == (
        0,
        True,
    )


def test_critic_markup_is_printed(run: Run) -> None:
    out = run("annotate", "export", "zoo.yaml", "--format", "criticmarkup")
    assert "{==Animals==}{>>Maya: Which?<<}{>>tom to Maya: All.<<} suffer" in out.stdout
    assert "*because*{>>Maya: [fallacy: straw man]<<}" in out.stdout
    assert "ids, anchors and times: 3" in out.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("export", "zoo.yaml", "--format", "xml"),
        ("export", "zoo.yaml", "--text", "report"),
        ("export", "zoo.yaml", "--format", "criticmarkup", "--text", "report"),
        ("export", "zoo.yaml", "-o", "zoo.layers/maya.yaml"),
        ("export", "zoo.yaml", "-o", "nowhere/x.json"),
        ("export", "warned.yaml"),
        ("import", "gone.json", "--map", "zoo.yaml"),
        ("import", "zoo.yaml", "--map", "zoo.yaml"),
        ("import", "zoo.yaml", "--map", "zoo.yaml", "--annotator", "a b"),
        ("import", "zoo.yaml", "--map", "-"),
    ],
)
def test_wrong_use_is_told_and_changes_nothing(run: Run, args: tuple[str, ...]) -> None:
    found = run("annotate", *args)
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith("argmap: ")
    assert Path("zoo.layers/maya.yaml").read_text(encoding="utf-8") == MAYA


def test_a_faulty_layer_is_left_out_and_fails(run: Run) -> None:
    Path("zoo.layers/tom.yaml").write_text("layer: 1\nannotatr: tom\n", encoding="utf-8")
    found = run("annotate", "export", "zoo.yaml", "--format", "csv")
    assert (found.exit_code, "unknown-word" in found.stderr) == (1, True)
    assert "maya" in found.stdout


def test_nothing_is_put_into_a_layer_about_another_map(run: Run) -> None:
    run("annotate", "export", "zoo.layers/maya.yaml", "-o", "maya.json")
    other = MAYA.replace("../zoo.yaml", "moon.yaml")
    Path("zoo.layers/maya.yaml").write_text(other, encoding="utf-8")
    found = run("annotate", "import", "maya.json", "--map", "zoo.yaml", "--append")
    assert (found.exit_code, "about moon.yaml, another map" in found.stderr) == (2, True)
    assert Path("zoo.layers/maya.yaml").read_text(encoding="utf-8") == other


@pytest.mark.parametrize("folder", ["new/", "new", "new/of/mine"])
def test_several_layers_make_the_folder_that_is_named(run: Run, folder: str) -> None:
    run("annotate", "export", "zoo.yaml", "-o", "class.json")
    found = run("annotate", "import", "class.json", "--map", "zoo.yaml", "-o", folder)
    assert found.exit_code == 0, found.stderr
    assert {file.name for file in Path(folder).iterdir()} == {"maya.yaml", "tom.yaml"}
    assert run("annotate", "check", folder).exit_code == 0


def test_one_layer_goes_into_the_folder_that_is_named(run: Run) -> None:
    run("annotate", "export", "zoo.layers/maya.yaml", "-o", "maya.json")
    assert run("annotate", "import", "maya.json", "--map", "zoo.yaml", "-o", "new/").exit_code == 0
    assert Path("new/maya.yaml").is_file()


def test_where_nothing_is_taken_over_nothing_is_written(run: Run) -> None:
    lost = {"type": "Annotation", "id": "urn:x:2", "target": "https://elsewhere.example/"}
    found = run(
        "annotate", "import", "-", "--map", "zoo.yaml", "--annotator", "kim",
        input=json.dumps([lost]),
    )  # fmt: skip
    assert (found.exit_code, "urn:x:2" in found.stderr) == (2, True)
    assert "no annotations that could be taken over" in found.stderr
    assert not Path("zoo.layers/kim.yaml").exists()
