"""`argmap annotate reanchor` as a user runs it."""

import json
from pathlib import Path

import pytest

from argmap.annotation.layers.anchor import version_of
from tests.annotation.examples import about, claims, layer
from tests.annotation.repositories import Repository
from tests.cli.conftest import Run

HARM, ALPHA = "The zoo harms the animals", "Team Alpha won the cup"
WAS = claims(close="Close the zoo", harm=HARM, price="Tickets are dear", alpha=ALPHA)
NOW = claims(close="Close the zoo", harm="The zoo harms large animals", cost="Tickets are dear", beta="Team Beta won the cup")  # fmt: skip
LAYER = Path("maya.yaml")
MAYA = layer(
    about("a1", "harm", HARM), about("a2", "price", "Tickets are dear"), about("a3", "alpha", ALPHA),
    about("a4", "close", "Close the zoo"), top=f"version: {version_of(WAS)}  # seen on Monday\n",
)  # fmt: skip


@pytest.fixture
def study(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Maya's layer in a repository; the map has changed since."""
    Repository(tmp_path, monkeypatch).commit("zoo.yaml", WAS)
    Path("zoo.yaml").write_text(NOW)
    LAYER.write_text(MAYA)
    return run


def test_a_plain_run_shows_everything_and_asks(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml")
    assert result.exit_code == 1
    assert result.stdout == (
        "maya.yaml: 4 annotations: 1 exact, 1 changed, 1 moved, 1 orphan\n"
        "  a1 changed claim harm\n"
        "      The zoo harms [-the-]{+large+} animals\n"
        "      `--accept a1` takes it over\n"
        "  a2 moved claim price → cost\n"
        "      now: “Tickets are dear”\n"
        "      `--accept a2` takes it over\n"
        "  a3 orphan claim alpha\n"
        "      was: “Team Alpha won the cup”\n"
        "      perhaps `beta`: “Team Beta won the cup”; `--accept a3=beta` attaches it\n"
        "  3 annotations unsettled; the layer keeps its version of the map\n"
    )
    assert LAYER.read_text() == MAYA


def test_all_never_includes_orphans(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "all")
    assert result.exit_code == 1
    text = LAYER.read_text()
    assert "claim: alpha" in text
    assert "beta" not in text
    assert "claim: cost" in text
    assert version_of(WAS) in text
    again = study("annotate", "reanchor", "maya.yaml", "--accept", "all")
    assert again.exit_code == 1
    assert LAYER.read_text() == text


def test_once_all_is_settled_the_version_moves_on(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "all", "--accept", "a3=beta")
    assert result.exit_code == 0
    text = LAYER.read_text()
    assert f"version: {version_of(NOW)}  # seen on Monday\n" in text
    assert study("annotate", "check", "maya.yaml").stdout == "1 file: no faults\n"
    again = study("annotate", "reanchor", "maya.yaml")
    assert (again.exit_code, again.stdout) == (0, "maya.yaml: 4 annotations: 4 exact\n")
    assert LAYER.read_text() == text


def test_a_dry_run_writes_nothing(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "a1", "--dry-run")
    assert "a1 changed claim harm (would be taken over)" in result.stdout
    assert LAYER.read_text() == MAYA


def test_without_a_history_it_is_said(study: Run) -> None:
    LAYER.write_text(MAYA.replace(version_of(WAS), "0" * 40))
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "all")
    assert "no history: git does not know the version of the map" in result.stdout
    assert "a1 changed claim harm\n      now: “The zoo harms large animals”\n" in result.stdout
    assert "a2 moved claim price → cost\n      now: “Tickets are dear”\n" in result.stdout
    assert (
        "  2 annotations not taken over: no history tells what was meant, so name each: "
        "--accept a1 --accept a2\n"
    ) in result.stdout
    named = study("annotate", "reanchor", "maya.yaml", "--accept", "a2", "--accept", "a1")
    assert "a2 moved claim price → cost (taken over)" in named.stdout
    assert "not taken over" not in named.stdout


def test_an_unknown_id_is_told_with_those_there_are(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "a99")
    assert result.exit_code == 2
    assert "there is no annotation `a99`" in result.stderr
    assert "maya/a1" not in result.stderr


def test_a_layer_that_says_nothing_of_what_it_saw_waits_for_a_word(run: Run) -> None:
    Path("zoo.yaml").write_text(NOW)
    mine = layer("id: a1, target: harm, body: Why?")
    LAYER.write_text(mine)
    result = run("annotate", "reanchor", "maya.yaml")
    assert (result.exit_code, LAYER.read_text()) == (1, mine)
    assert result.stdout == (
        "maya.yaml: 1 annotation: 1 unanchored\n"
        "  no history: the layer does not say which version of the map it was written about; "
        "ids and hashes decide\n"
        "  a1 unanchored claim harm\n"
        "      now: “The zoo harms large animals”\n"
        "      `--accept a1` takes it over\n"
        "  1 annotation unsettled\n"
    )
    assert run("annotate", "reanchor", "maya.yaml", "--accept", "unanchored").exit_code == 0
    assert version_of(NOW) in LAYER.read_text()


def test_a_map_that_was_renamed_and_edited(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = Repository(tmp_path, monkeypatch)
    repository.commit("zoo.yaml", WAS)
    repository.git("mv", "zoo.yaml", "park.yaml")
    repository.commit("park.yaml", WAS.replace("harms the animals", "harms large animals"))
    path = Path("zoo.layers/maya.yaml")
    path.parent.mkdir()
    path.write_text(
        layer(about("a1", "harm", HARM), top=f"version: {version_of(WAS)}\n").replace(
            "map: zoo", "map: ../zoo"
        )
    )
    words = ("annotate", "reanchor", "zoo.layers/maya.yaml", "--map", "park.yaml")
    first = run(*words)
    assert first.exit_code == 1
    assert "The zoo harms [-the-]{+large+} animals" in first.stdout
    assert "map: ../zoo.yaml" in path.read_text()
    second = run(*words, "--accept", "changed")
    assert second.exit_code == 0
    assert second.stdout.endswith("  its map is ../park.yaml from now on\n")
    assert 'map: "../park.yaml"' in path.read_text()
    assert run("annotate", "check", "zoo.layers").stdout == "1 file: no faults\n"


def test_layers_of_a_renamed_map_name_the_way(run: Run) -> None:
    Path("park.yaml").write_text(NOW)
    Path("zoo.yaml").write_text(NOW)
    LAYER.write_text(layer().replace("zoo.yaml", "farm.yaml"))
    Path("noor.yaml").write_text(layer(annotator="noor").replace("zoo.yaml", "park.yaml"))
    result = run("annotate", "list", "noor.yaml", "maya.yaml")
    assert "maya.yaml is about farm.yaml, not park.yaml; left out" in result.stderr
    assert "--map park.yaml" in result.stderr
    assert (
        "left out"
        not in run("annotate", "list", "noor.yaml", "maya.yaml", "--map", "park.yaml").stderr
    )


def test_json(study: Run) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "moved", "--format", "json")
    (data,) = json.loads(result.stdout)
    assert (data["unsettled"], data["written"], data["history"]) == (2, True, None)
    rows = {row["id"]: row for row in data["annotations"]}
    assert [row["state"] for row in rows.values()] == ["changed", "moved", "orphan", "exact"]
    assert [row["settled"] for row in rows.values()] == [False, True, False, True]
    assert rows["a1"]["old"] == HARM
    assert rows["a3"]["suggestions"] == ["beta"]
    assert rows["a3"]["proposed"] is None


@pytest.mark.parametrize("word", ["a9", "a3=bta", "chnged"])
def test_wrong_use_writes_nothing(study: Run, word: str) -> None:
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "all", "--accept", word)
    assert result.exit_code == 2
    assert result.stderr.startswith("argmap: ")
    assert "State." not in result.stderr
    assert LAYER.read_text() == MAYA


def test_windows_line_ends_and_comments_stay(study: Run) -> None:
    text = MAYA.replace("\n", "\r\n") + "# the end\r\n"
    LAYER.write_bytes(text.encode())
    study("annotate", "reanchor", "maya.yaml", "--accept", "moved")
    lines, before = LAYER.read_bytes().split(b"\n"), text.encode().split(b"\n")
    different = [
        n for n, (one, other) in enumerate(zip(lines, before, strict=True)) if one != other
    ]
    assert len(different) == 1
    assert all(line.endswith(b"\r") for line in lines[:-1])


def test_no_layer_is_written_when_a_word_is_wrong_for_one(study: Run) -> None:
    Path("noor.yaml").write_text(MAYA.replace("maya", "noor"))
    ambiguous = study("annotate", "reanchor", "maya.yaml", "noor.yaml", "--accept", "a2")
    assert ambiguous.exit_code == 2
    assert "write maya/a2 or noor/a2" in ambiguous.stderr
    study("annotate", "reanchor", "maya.yaml", "noor.yaml", "--accept", "noor/a2")
    assert LAYER.read_text() == MAYA
    assert "claim: cost" in Path("noor.yaml").read_text()


def test_what_to_do_about_passages_and_twins_is_told(study: Run) -> None:
    map = claims(
        close="Close the zoo", harm="Nobody is harmed", one="They are few", two="They are few"
    )
    Path("survey.txt").write_text("All were content. All were tired.")
    Path("zoo.yaml").write_text(map + "cites: s\nsources: {s: {title: S, file: survey.txt}}\n")
    LAYER.write_text(layer(
        about("a1", "harm", HARM, ", quote: animals"), about("a2", "few", "They are few"),
        "id: a3, target: {source: s, quote: All}, body: Why?",
        "id: a4, target: {source: s, quote: None}, body: Why?",
        "id: a5, target: {source: t, quote: All}, body: Why?",
        "id: a6, target: {annotation: a9}, motivation: replying, body: Yes.",
    ))  # fmt: skip
    result = study("annotate", "reanchor", "maya.yaml", "--accept", "all")
    assert result.stdout == (
        "maya.yaml: 6 annotations: 2 ambiguous, 2 gone, 2 orphan\n"
        "  no history: the layer does not say which version of the map it was written about; ids and hashes decide\n"
        "  a1 gone claim harm\n"
        "      “animals” does not stand in “Nobody is harmed”\n"
        "      `--accept a1=harm` attaches it to all of it\n"
        "  a2 ambiguous claim few\n"
        "      stands in 2 places\n"
        "      perhaps `one`: “They are few”; `--accept a2=one` attaches it\n"
        "      perhaps `two`: “They are few”; `--accept a2=two` attaches it\n"
        "  a3 ambiguous source s\n"
        "      “All” stands in 2 places\n"
        "  a4 gone source s\n"
        "      “None” does not stand in its text\n"
        "  a5 orphan source t\n"
        "      was: “All”\n"
        "  a6 orphan annotation a9\n"
        "  6 annotations unsettled\n"
    )
    refused = study("annotate", "reanchor", "maya.yaml", "--accept", "a4=s")
    assert (refused.exit_code, refused.stderr) == (
        2, "argmap: source `s` is not there, or does not have the passage once\n",
    )  # fmt: skip


def test_escapes_stay_harmless(study: Run) -> None:
    text = claims(close="Close the zoo").replace("claim: Close", 'claim: "\\u001b[31mClose').replace(
        "zoo", 'zoo"')  # fmt: skip
    Path("zoo.yaml").write_text(text)
    result = study("annotate", "reanchor", "maya.yaml")
    assert "\x1b" not in result.output
    assert "<U+001B>" in result.output
