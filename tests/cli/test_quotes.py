"""`argmap quotes` as a person and as a script run it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_others import needs_a_terminal, on_a_terminal

MAP = """\
claim: The zoo should close
id: close
cites: {quote: "Animals in the zoo suffer", at: p. 1}
reasons:
  - claim: Few people come
    id: few
    cites:
      - {quote: "are never many", source: survey}
      - note: no quote
counterpoints:
  - premises:
      - It breeds wildcats
      - That is rare
    step:
      id: breeds
      cites: {quote: 'the "only" programme'}
sources:
  survey: {title: A survey}
"""
SURVEY = (
    "Animals in the zoo suffer.\nVisitors are not many.\n\nIt has the “only” programme.\nThe end.\n"
)


@pytest.fixture
def quoting(run: Run) -> Run:
    Path("map.yaml").write_text(MAP, encoding="utf-8")
    Path("survey.txt").write_text(SURVEY, encoding="utf-8")
    return run


def named(file: str) -> None:
    text = MAP.replace("{title: A survey}", f"{{title: A survey, file: '{file}'}}")
    Path("map.yaml").write_text(text, encoding="utf-8")


def test_what_does_not_hold_is_told_with_both_places(quoting: Run) -> None:
    result = quoting("quotes", "map.yaml", "--source", "survey.txt")
    assert result.stdout == (
        "map.yaml:8:17: altered: `few` quotes survey.txt:2:10\n"
        "        are [-not-] {+never+} many\n"
        "        hint: copy the words as they stand in the source, mark what you leave out by […], or "
        "move them to `note`\n"
        "3 quotes: 1 exact, 1 typography, 1 altered\n"
        "survey.txt: 50% of 16 words quoted, 2 of 4 sentences touched\n"
    )
    assert result.exit_code == 1


def test_all_quotes_and_uncited_passages_on_demand(quoting: Run) -> None:
    shown = quoting(
        "quotes", "map.yaml", "--source", "survey=survey.txt", "--all", "--uncited"
    ).stdout
    assert "map.yaml:3:16: exact: `close` quotes survey.txt:1:1\n" in shown
    assert "map.yaml:16:22: typography: `breeds` quotes survey.txt:4:8\n" in shown
    assert (
        "survey.txt:2:1: uncited: 1 sentence, 4 words, to 2:22: Visitors are not many.\n" in shown
    )
    assert "survey.txt:5:1: uncited: 1 sentence, 2 words, to 5:8: The end.\n" in shown


def test_quotes_that_hold_are_fine(quoting: Run) -> None:
    Path("survey.txt").write_text(SURVEY.replace("not many", "never many"), encoding="utf-8")
    result = quoting("quotes", "map.yaml", "--source", "survey.txt")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "3 quotes: 2 exact, 1 typography",
    )


def test_a_missing_quote_is_told(quoting: Run) -> None:
    Path("survey.txt").write_text("Nothing of the kind.", encoding="utf-8")
    result = quoting("quotes", "map.yaml", "--source", "survey.txt")
    assert result.exit_code == 1
    assert (
        "missing: `close` quotes what survey.txt does not say\n        Animals in" in result.stdout
    )


def test_json_has_everything(quoting: Run) -> None:
    result = quoting("quotes", "map.yaml", "--source", "survey.txt", "--format", "json")
    data = json.loads(result.stdout)
    assert [(q["owner"], q["index"], q["kind"]) for q in data["quotes"]] == [
        ("close", 0, "exact"), ("few", 0, "altered"), ("breeds", 0, "typography"),
    ]  # fmt: skip
    assert (data["quotes"][1]["line"], data["quotes"][1]["column"]) == (8, 17)
    assert data["quotes"][1]["changes"][1] == {"kind": "left out", "text": "not"}
    (passage,) = data["quotes"][2]["passages"]
    assert passage == {"start": 58, "end": 78, "line": 4, "column": 8, "text": "the “only” programme", "exact": False}  # fmt: skip
    (source,) = data["sources"]
    assert (source["source"], source["words"], source["cited_words"]) == ("survey", 16, 8)
    assert [run["text"] for run in source["uncited"]] == ["Visitors are not many.", "The end."]
    assert result.exit_code == 1


def test_the_source_is_marked(quoting: Run) -> None:
    args = ("quotes", "map.yaml", "--source", "survey.txt", "--marked")
    printed = quoting(*args, "-")
    assert printed.stdout == (
        "{==Animals in the zoo suffer==}{>>close<<}.\nVisitors are not many.\n\n"
        "It has {==the “only” programme==}{>>breeds<<}.\nThe end.\n"
    )
    assert "3 quotes: 1 exact" in printed.stderr
    assert quoting(*args, "marked.md").stdout.startswith("map.yaml:8:17: altered")
    assert Path("marked.md").read_text(encoding="utf-8") == printed.stdout


@pytest.mark.parametrize("target", ["survey.txt", "./map.yaml"])
def test_neither_source_nor_map_is_written_over(quoting: Run, target: str) -> None:
    result = quoting("quotes", "map.yaml", "--source", "survey.txt", "--marked", target)
    assert (result.exit_code, "is the map or a source itself" in result.stderr) == (2, True)
    assert Path("survey.txt").read_text(encoding="utf-8") == SURVEY


def test_the_map_names_the_file_of_a_source(quoting: Run) -> None:
    named("survey.txt")
    assert "1 altered" in quoting("quotes", "map.yaml").stdout
    Path("below").mkdir()
    Path("map.yaml").rename("below/map.yaml")
    Path("survey.txt").rename("below/survey.txt")
    assert f"quotes {Path('below/survey.txt')}:2:10" in quoting("quotes", "below/map.yaml").stdout
    text = (
        Path("below/map.yaml").read_text(encoding="utf-8").replace("survey.txt", "below/survey.txt")
    )
    assert "1 altered" in quoting("quotes", "-", input=text).stdout


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_does_not_lead_out_of_the_folder(quoting: Run, tmp_path: Path) -> None:
    Path("maps").mkdir()
    named("link.txt")
    Path("map.yaml").rename("maps/map.yaml")
    Path("maps/link.txt").symlink_to(tmp_path / "survey.txt")
    result = quoting("quotes", "maps/map.yaml")
    assert (result.exit_code, "leads out of the map's folder" in result.stderr) == (2, True)
    assert quoting("quotes", "maps/map.yaml", "--source", "survey.txt").exit_code == 1


def test_without_a_text_the_remedy_is_told(quoting: Run) -> None:
    result = quoting("quotes", "map.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--source survey=FILE" in result.stderr
    named("nowhere.txt")
    result = quoting("quotes", "map.yaml")
    assert (result.exit_code, "nowhere.txt (source survey): No such file" in result.stderr) == (
        2,
        True,
    )


def test_a_text_that_nothing_quotes_is_no_text_to_look_in(run: Run) -> None:
    Path("a.txt").write_text("Animals suffer.", encoding="utf-8")
    text = TWO.replace("source: a,", "source: b,").replace("{file: b.txt}", "B")
    result = run("quotes", "-", input=text)
    assert (result.exit_code, "--source b=FILE" in result.stderr) == (2, True)


def test_a_map_without_quotes_is_fine(quoting: Run) -> None:
    result = quoting("quotes", "zoo.yaml")
    assert (result.exit_code, result.stdout) == (0, "no quotes\n")


TWO = """\
claim: The zoo should close
cites:
  - {source: a, quote: "Animals suffer"}
  - {source: b, quote: "Nobody comes"}
sources:
  a: {file: a.txt}
  b: {file: b.txt}
"""


def test_some_texts_are_better_than_none(run: Run) -> None:
    Path("two.yaml").write_text(TWO.replace("b: {file: b.txt}", "b: B"), encoding="utf-8")
    Path("a.txt").write_text("Animals suffer.", encoding="utf-8")
    result = run("quotes", "two.yaml", "--all")
    assert result.exit_code == 0
    assert "unchecked: `the-zoo-should-close` quotes `b`, of which no text" in result.stdout
    assert "2 quotes: 1 exact, 1 unchecked\n" in result.stdout
    assert (
        "b: 1 quote unchecked; write `file:` under `sources: b:`, or --source b=FILE"
        in result.stdout
    )
    # A text that the map promises and that is not there is a fault.
    Path("two.yaml").write_text(TWO, encoding="utf-8")
    assert run("quotes", "two.yaml").exit_code == 1
    marked = run("quotes", "two.yaml", "--source", "b=a.txt", "--marked", "-").stdout
    assert marked.count("{>>the-zoo-should-close<<}") == 1
    assert "{>>a<<}\n\n{==Animals suffer==}" in marked


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--source", "surve=survey.txt"), "did you mean `survey`?"),
        (("--source", "survey=nowhere.txt"), "nowhere.txt (source survey): No such file"),
        (("--source", "survey.txt", "--source", "survey=survey.txt"), "two texts"),
        (("--source", "."), "this is a folder"),
        (("--source", "survey.txt", "--format", "yaml"), "unknown format `yaml`"),
        (("--source", "survey.txt", "--format", "json", "--marked", "-"), "both print"),
        (("--source", "survey.txt", "--marked", "nowhere/a.md"), "cannot be written"),
    ],
)
def test_wrong_use_is_told(quoting: Run, args: tuple[str, ...], told: str) -> None:
    result = quoting("quotes", "map.yaml", *args)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_a_file_for_several_sources_needs_an_id(run: Run) -> None:
    Path("two.yaml").write_text(TWO, encoding="utf-8")
    result = run("quotes", "two.yaml", "--source", "a.txt")
    assert (result.exit_code, "--source ID=a.txt" in result.stderr) == (2, True)
    result = run("quotes", "zoo.yaml", "--source", "zoo=a.txt")
    assert (result.exit_code, "the map has no source" in result.stderr) == (2, True)


def test_a_faulty_map_says_why(run: Run) -> None:
    assert run("quotes", "faulty.yaml").exit_code == 1
    assert run("quotes", "nowhere.yaml").exit_code == 2


@needs_a_terminal
def test_escape_sequences_of_a_source_do_not_reach_a_terminal(quoting: Run) -> None:
    evil = "\x1b]0;owned\x07"
    Path("survey.txt").write_text(
        f"{evil}Animals in the {evil}zoo suffer. {evil}", encoding="utf-8"
    )
    for more in ((), ("--uncited", "--all"), ("--marked", "-")):
        shown = on_a_terminal("quotes", "map.yaml", "--source", "survey.txt", *more)
        assert b"\x1b]0" not in shown
        assert b"suffer" in shown


def test_help_has_an_example(run: Run) -> None:
    assert "argmap quotes zoo.yaml" in run("quotes", "--help").stdout


def test_what_is_left_out_is_shown_though_the_quote_holds(quoting: Run) -> None:
    text = MAP.replace("are never many", "Animals […] suffer")
    Path("map.yaml").write_text(text, encoding="utf-8")
    result = quoting("quotes", "map.yaml", "--source", "survey.txt")
    assert (
        "elided: `few` quotes survey.txt:1:1\n        Animals [-in the zoo-] suffer"
        in result.stdout
    )
    assert "exact" not in result.stdout.split("quotes:")[0]
    assert result.exit_code == 0
