import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli.new import TEMPLATES
from tests.cli.conftest import ZOO, Run


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_map_is_clean_tidy_and_never_overwrites(run: Run, template: str) -> None:
    assert run("new", "mine.yaml", "--template", template).exit_code == 0
    assert run("check", "--strict", "mine.yaml").stdout == "1 map: no faults\n"
    assert run("fmt", "--check", "mine.yaml").exit_code == 0
    Path("mine.yaml").write_text(ZOO, encoding="utf-8")
    assert run("new", "mine.yaml", "--template", template).exit_code == 2
    assert Path("mine.yaml").read_text(encoding="utf-8") == ZOO


def test_new_in_a_folder_that_is_not_there_is_wrong_use(run: Run) -> None:
    result = run("new", "nowhere/mine.yaml")
    assert (result.exit_code, "`nowhere` does not exist" in result.stderr) == (2, True)


def test_show_draws_the_tree(run: Run) -> None:
    assert run("show", "zoo.yaml").stdout == (
        "The zoo should close\n"
        "├─ because Animals suffer in the zoo\n"
        "└─ but The zoo breeds rare species\n"
    )


def test_show_markdown_escapes_what_markdown_would_take(run: Run) -> None:
    shown = run("show", "-", "--format", "markdown", input='claim: "*a* <b> [c](d) `e`"\n').stdout
    assert shown == "- **\\*a\\* \\<b\\> \\[c\\](d) \\`e\\`**\n"


def test_show_json_is_the_flat_model(run: Run) -> None:
    text = "claim: A\nid: a\nreasons:\n  - premises: [B, C]\n    step:\n      counterpoints: D\n"
    data = json.loads(run("show", "-", "--format", "json", input=text).stdout)
    assert [claim["text"] for claim in data["claims"]] == ["A", "B", "C", "D"]
    assert data["theses"] == ["a"]
    linked, undercut = data["arguments"]
    assert (linked["premises"], linked["stance"], linked["target"]) == (["b", "c"], "for", "a")
    assert (undercut["premises"], undercut["stance"]) == (["d"], "against")
    assert undercut["target"] == linked["id"]


def test_show_of_a_faulty_map_says_why(run: Run) -> None:
    result = run("show", "faulty.yaml")
    assert (result.exit_code, result.stdout, "unknown-word" in result.stderr) == (1, "", True)
    assert run("show", "missing.yaml").exit_code == 2
    assert run("show", ".").exit_code == 2


def test_stats_count_what_is_there(run: Run) -> None:
    (row,) = json.loads(run("stats", "zoo.yaml", "--format", "json").stdout)
    expected = {
        "file": "zoo.yaml", "claims": 3, "theses": 1, "arguments": 2, "reasons": 1,
        "counterpoints": 1, "undercuts": 0, "backings": 0, "explanations": 0, "linked": 0,
        "implicit": 0, "depth": 1, "branching": 2.0, "supported": 0.333, "answered": 0.0,
        "sourced": 0.0, "attributed": 0.0,
    }  # fmt: skip
    assert row == expected
    assert "\nclaims                3\n" in run("stats", "zoo.yaml").stdout


def test_the_schema_is_json_and_can_be_written_to_a_file(run: Run) -> None:
    run("schema", "-o", "schema.json")
    assert json.loads(Path("schema.json").read_text(encoding="utf-8")) == json.loads(
        run("schema").stdout
    )


def argmap(*args: str, **env: str) -> "subprocess.CompletedProcess[bytes]":
    """A process of its own, for what only a process shows."""
    command = [sys.executable, "-m", "argmap", *args]
    return subprocess.run(command, capture_output=True, env={**os.environ, **env}, check=False)


def test_a_pipe_gets_neither_colour_nor_a_progress_bar(run: Run) -> None:
    for number in range(5):
        Path(f"map{number}.yaml").write_text(ZOO, encoding="utf-8")
    result = argmap("check", ".")
    assert b"\x1b" not in result.stdout + result.stderr
    assert b"reading" not in result.stderr


def on_a_terminal(*args: str, **env: str) -> bytes:
    """What a process of its own prints on a terminal."""
    import pty

    parent, child = pty.openpty()
    command = [sys.executable, "-m", "argmap", *args]
    environment = {**os.environ, "TERM": "xterm", **env}
    subprocess.run(command, stdout=child, stderr=child, stdin=child, env=environment, check=False)
    os.close(child)
    shown = os.read(parent, 100_000)
    os.close(parent)
    return shown


needs_a_terminal = pytest.mark.skipif(
    os.name == "nt", reason="Windows has no pseudo-terminals in the standard library"
)


@needs_a_terminal
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_no_color_is_set(
    run: Run, no_color: str, coloured: bool
) -> None:
    shown = on_a_terminal("check", "faulty.yaml", NO_COLOR=no_color)
    assert (b"\x1b[" in shown) is coloured


@needs_a_terminal
def test_a_terminal_gets_a_progress_bar_for_many_maps(run: Run) -> None:
    for number in range(5):
        Path(f"map{number}.yaml").write_text(ZOO, encoding="utf-8")
    assert b"reading" in on_a_terminal("check", ".")
    assert b"reading" not in on_a_terminal("check", "zoo.yaml")


def test_a_closed_pipe_is_no_traceback(run: Run) -> None:
    command = f'"{sys.executable}" -m argmap explain | head -n 1'
    result = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize(
    "command", ["check", "render", "show", "fmt", "new", "stats", "explain", "schema"]
)
def test_help_has_an_example(run: Run, command: str) -> None:
    assert f"argmap {command}" in run(command, "--help").stdout


def test_an_output_that_is_a_file_is_wrong_use(run: Run) -> None:
    for output in ("zoo.svg", "zoo.yaml"):
        result = run("render", "zoo.yaml", "-o", output)
        assert (result.exit_code, "-o names a folder" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "settings",
    ['theme = "drak"', "[themes.mine]\nink = '#ffffff'", "[themes.mine]\ninc = '#000000'"],
)
@pytest.mark.parametrize("command", ["check", "render"])
def test_a_faulty_theme_is_wrong_use(run: Run, settings: str, command: str) -> None:
    Path("argmap.toml").write_text(settings, encoding="utf-8")
    result = run(command, "zoo.yaml")
    assert (result.exit_code, "argmap.toml" in result.stderr) == (2, True)


def test_an_unknown_theme_is_wrong_use(run: Run) -> None:
    result = run("render", "zoo.yaml", "--theme", "drak")
    assert (result.exit_code, "did you mean `dark`" in result.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes among files")
def test_a_pipe_in_a_folder_is_passed_over(run: Run) -> None:
    os.mkfifo("pipe.yaml")
    assert run("check", ".").exit_code == 1


def test_new_writes_to_standard_output(run: Run) -> None:
    assert run("new", "-").stdout.startswith("# A map of a debate")
    assert not Path("-").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are not UTF-8")
@pytest.mark.parametrize("form", ["json", "sarif", "github", "text"])
def test_names_that_are_not_utf_8_stay_data(run: Run, form: str) -> None:
    name = os.fsdecode(b"bad\xff.yaml")
    Path(name).write_text(ZOO, encoding="utf-8")
    assert argmap("check", name, "--format", form).returncode == 0
    json.loads(argmap("stats", name, "--format", "json").stdout.decode())
