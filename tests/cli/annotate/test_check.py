"""`argmap annotate check` as a user runs it."""

import json
from pathlib import Path

from tests.annotation.examples import about, layer
from tests.cli.conftest import Run

SUFFERING = "Animals suffer in the zoo"


def put(name: str, text: str) -> None:
    path = Path("zoo.layers", name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("map: zoo.yaml", "map: ../zoo.yaml"), encoding="utf-8")


def test_nothing_to_find(run: Run) -> None:
    put("maya.yaml", layer(about("a1", "suffering", SUFFERING)))
    result = run("annotate", "check", "zoo.yaml")
    assert (result.exit_code, result.stdout) == (0, "1 file: no faults\n")


def test_findings_have_an_address_a_code_and_a_remedy(run: Run) -> None:
    put("maya.yaml", layer("id: a1, target: {claim: sufering}, body: Why?"))
    result = run("annotate", "check", "zoo.yaml")
    assert result.exit_code == 1
    assert "maya.yaml:5:30: error: the map has no claim `sufering` [orphan]" in result.stdout
    assert "did you mean `suffering`?" in result.stdout


def test_warnings_fail_only_if_told_to(run: Run) -> None:
    put("maya.yaml", layer(about("a1", "suffering", "Animals suffered")))
    assert run("annotate", "check", "zoo.yaml").exit_code == 0
    assert run("annotate", "check", "zoo.layers", "--strict").exit_code == 1


def test_formats(run: Run) -> None:
    put("maya.yaml", layer(about("a1", "nobody", "Nobody")))
    path = "zoo.layers/maya.yaml"
    (row,) = json.loads(run("annotate", "check", path, "--format", "json").stdout)
    assert (row["code"], row["file"], row["line"], row["column"]) == ("orphan", path, 5, 30)
    log = json.loads(run("annotate", "check", path, "--format", "sarif").stdout)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == ["orphan"]
    assert "::error file=" in run("annotate", "check", path, "--format", "github").stdout


def test_comments_silence_findings(run: Run) -> None:
    text = layer(about("a1", "suffering", "Animals suffered"))
    put("maya.yaml", "# argmap: ignore-file changed-text - as is known\n" + text)
    assert run("annotate", "check", "zoo.yaml").stdout == "1 file: no faults (1 silenced)\n"


def test_the_project_silences_findings(run: Run) -> None:
    text = layer(about("a1", "suffering", "Animals suffered"))
    put("maya.yaml", text + "# argmap: ignore-file no-such-code\n")
    Path("argmap.toml").write_text('ignore = ["changed-text"]\n')
    result = run("annotate", "check", "zoo.yaml")
    assert "[idle-silence]" in result.stdout
    assert "(1 silenced)" in result.stdout


def test_layers_with_errors_are_checked_without_a_map(run: Run) -> None:
    Path("maya.yaml").write_text("layer: 1\nannotator: maya\nmap: gone.yaml\nlable: x\n")
    result = run("annotate", "check", "maya.yaml")
    assert result.exit_code == 1
    assert "[unknown-word]" in result.stdout


def test_a_map_that_cannot_be_read(run: Run) -> None:
    put("maya.yaml", layer().replace("zoo", "gone"))
    result = run("annotate", "check", "zoo.layers/maya.yaml")
    assert result.exit_code == 2
    assert "gone.yaml" in result.stderr


def test_layers_of_different_maps(run: Run) -> None:
    put("maya.yaml", layer(about("a1", "suffering", SUFFERING)))
    put("noor.yaml", layer(annotator="noor").replace("zoo", "farm"))
    result = run("annotate", "check", "zoo.layers")
    assert result.exit_code == 1
    assert "noor.yaml:2:6: error: this layer is about farm.yaml, not about" in result.stdout
    assert "name it with `--map`" in result.stdout
    trusted = run("annotate", "check", "zoo.layers", "--map", "zoo.yaml")
    assert (trusted.exit_code, trusted.stdout) == (0, "2 files: no faults\n")


def test_passages_are_looked_for_in_the_texts_of_sources(run: Run) -> None:
    Path("zoo.yaml").write_text(
        "claim: The zoo should close\ncites: [survey, diary]\n"
        "sources: {survey: {title: S, file: survey.txt}, diary: {title: D, file: gone.txt}}\n"
    )
    Path("survey.txt").write_text("Nine in ten were content.")
    put("maya.yaml", layer(
        "id: a1, target: {source: survey, quote: were content}, body: Hm.",
        "id: a2, target: {source: survey, quote: were happy}, body: Hm.",
        "id: a3, target: {source: diary, quote: dear diary}, body: Hm.",
    ))  # fmt: skip
    result = run("annotate", "check", "zoo.yaml")
    assert result.stdout.count("warning: “were happy” does not stand in source `survey`") == 1
    assert "[unread-source]" in result.stdout
    assert "gone.txt (source diary): No such file" in result.stderr
    Path("other.txt").write_text("They were happy. Dear diary")
    named = run("annotate", "check", "zoo.yaml", "--source", "survey=other.txt")
    assert "“were content” does not stand" in named.stdout
    for wrong in ("survey", "survey=", "srvey=other.txt", "survey=gone.txt"):
        result = run("annotate", "check", "zoo.yaml", "--source", wrong)
        assert result.exit_code == 2
        assert result.stderr


def test_a_codebook_alone(run: Run) -> None:
    Path("ours.yaml").write_text("codebook: 1\nlabels:\n  sound: {type: yes-no}\n")
    result = run("annotate", "check", "ours.yaml")
    assert result.exit_code == 1
    assert "ours.yaml:3:17: error:" in result.stdout
    put("maya.yaml", layer())
    Path("ours.yaml").write_text("codebook: 1\nlabels:\n  sound: {type: yes/no}\n")
    both = run("annotate", "check", "ours.yaml", "zoo.yaml")
    assert (both.exit_code, both.stdout) == (0, "2 files: no faults\n")


def test_escapes_stay_harmless(run: Run) -> None:
    put("maya.yaml", layer('id: a1, target: {source: "\\u001b[31m", quote: x}, body: "\\u001b[2J"'))
    assert "\x1b" not in run("annotate", "check", "zoo.yaml").output


def test_codes_are_explained(run: Run) -> None:
    assert "Why: A remark on one wording" in run("explain", "changed-text").stdout
    assert "lost-passage" in run("explain").stdout
