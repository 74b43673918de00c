"""`argmap log` in real repositories."""

import json
from pathlib import Path

import pytest

from tests.annotation.repositories import Repository
from tests.cli.conftest import FAULTY, ZOO, Run
from tests.cli.test_others import needs_a_terminal, on_a_terminal

NEW = ZOO.replace("Animals suffer", "Animals do not suffer")
MORE = NEW + "  - Children learn there\n"


@pytest.fixture
def history(run: Run, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A map that was added, reworded, damaged, mended with a claim more, and renamed."""
    found = Repository(Path.cwd() / "our work", monkeypatch)
    for text in (ZOO, NEW, FAULTY, MORE):
        found.commit("zoo.yaml", text)
    found.git("mv", "zoo.yaml", "löwe.yaml")
    found.commit("notes.txt", "x")
    monkeypatch.chdir(found.folder)
    return found


def told(text: str) -> list[str]:
    """The entries without the names of commits and their dates."""
    return [entry.split(" ", 2)[2] for entry in text.split("\n\n") if " Maya: " in entry]


def test_the_history_of_a_map(run: Run, history: Repository) -> None:
    result = run("log", "löwe.yaml")
    assert result.exit_code == 0
    first, *rest = told(result.stdout)
    assert first.splitlines()[1:] == [
        "    the file came from zoo.yaml",
        "    the text is the same",
    ]
    assert rest[0].splitlines()[1:] == [
        "    1 substantive: 1 claim added", "    3 claims before, 4 now, 3 in both"
    ]  # fmt: skip
    assert "cannot be compared (errors, line 2: `reason` is not a word" in rest[1]
    assert "1 claim with another polarity" in rest[2]
    assert "    ! meaning    Animals {+do not+} suffer in the zoo\n" in result.stdout
    assert rest[3] == "Maya: a step\n    added with 3 claims\n"


def test_the_history_of_a_claim(run: Run, history: Repository) -> None:
    first, second = told(run("log", "löwe.yaml", "--claim", "suffering").stdout)
    assert first.splitlines()[1:] == [
        "    ! meaning    Animals {+do not+} suffer in the zoo",
        "                 gained “not”; under “The zoo should close”",
    ]
    assert second.endswith("added with 3 claims, among them “Animals suffer in the zoo”\n")


def test_some_commits(run: Run, history: Repository) -> None:
    _, second = told(run("log", "löwe.yaml", "-n", "2").stdout)
    assert "1 claim added" in second
    assert len(told(run("log", "löwe.yaml", "--claim", "suffering", "-n", "1").stdout)) == 1
    assert "has 4 claims; the version before it" in run("log", "löwe.yaml", "HEAD~2..").stdout
    (only,) = told(run("log", "zoo.yaml", "HEAD~4..HEAD~3").stdout)
    assert "1 claim with another polarity" in only
    result = run("log", "löwe.yaml", "HEAD..HEAD")
    assert (result.exit_code, result.stdout) == (0, "no commit did anything to it\n")


def test_json(run: Run, history: Repository) -> None:
    data = json.loads(run("log", "löwe.yaml", "--format", "json").stdout)
    assert (data["argmap-log"], data["map"], data["claim"]) == (1, "löwe.yaml", "")
    commits = data["commits"]
    assert [c["became"] for c in commits] == ["same", "changed", "faulty", "changed", "added"]
    assert [c["claims"] for c in commits] == [4, 4, None, 3, 3]
    assert [(c["path"], c["was"]) for c in commits][:2] == [
        ("löwe.yaml", "zoo.yaml"),
        ("zoo.yaml", ""),
    ]
    assert commits[1]["against"] == commits[3]["commit"]
    assert [edit["kind"] for edit in commits[3]["edits"]] == ["reworded"]
    data = json.loads(run("log", "löwe.yaml", "--claim", "suffering", "--format", "json").stdout)
    assert [(c["claim"], len(c["edits"])) for c in data["commits"]] == [
        ("suffering", 1),
        ("suffering", 0),
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["löwe.yaml", "--claim", "sufering"], "did you mean `suffering`?"),
        (["löwe.yaml", "nowhere"], "there is no revision nowhere"),
        (["löwe.yaml", "a...b"], "write A..B"),
        (["never.yaml"], "no such file"),
        (["new.yaml"], "git has no version of it yet"),
        (["löwe.yaml", "HEAD~3"], "git has no version of it there"),
        (["."], "name one map file"),
        (["-"], "name one map file"),
        (["löwe.yaml", "-n", "0"], "max-count"),
        (["löwe.yaml", "--format", "html"], "unknown format"),
        (["../zoo.yaml"], "not a git repository"),
    ],
)
def test_wrong_use(
    run: Run, history: Repository, monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(history.folder.parent))
    Path("new.yaml").write_text(ZOO)
    result = run("log", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in result.stderr


def test_a_map_that_was_removed_and_came_back(run: Run, history: Repository) -> None:
    history.git("rm", "-q", "löwe.yaml")
    history.commit("notes.txt", "y")
    assert "the map was removed" in run("log", "löwe.yaml").stdout
    history.commit("löwe.yaml", ZOO)
    entries = told(run("log", "löwe.yaml").stdout)
    assert ["added with 3 claims" in entry for entry in entries[:3]] == [True, False, False]


def test_what_is_no_map(run: Run, history: Repository) -> None:
    history.commit("layer.yaml", "layer: 1\nannotator: maya\nmap: zoo.yaml\n")
    history.commit("binary.yaml", b"\x00\xff")
    assert "cannot be compared (it is a layer)" in run("log", "layer.yaml").stdout
    assert "cannot be compared (errors, line 1: this byte" in run("log", "binary.yaml").stdout


def test_nothing_that_a_commit_says_moves_the_cursor(run: Run, history: Repository) -> None:
    history.commit("löwe.yaml", MORE.replace("learn", "play"))
    history.git(
        "commit",
        "-q",
        "--amend",
        "--author",
        "\x1b[31mEve <e@x>",
        "-m",
        "\x1b]0;x\x07",
    )
    shown = run("log", "löwe.yaml", "-n", "1").stdout
    assert "\x1b" not in shown
    assert "Eve: <U+001B>]0;x<U+0007>" in shown


@needs_a_terminal
def test_colour_and_a_bar_on_a_terminal(run: Run, history: Repository) -> None:
    shown = on_a_terminal("log", "löwe.yaml")
    assert b"\x1b[" in shown
    assert b"reading" not in shown
    assert b"among them" in on_a_terminal("log", "löwe.yaml", "--claim", "suffering")
