import json
from pathlib import Path

import pytest

from argmap.codes import CODES
from tests.cli.conftest import FAULTY, WARNED, ZOO, Run


def test_a_clean_map_is_no_fault(run: Run) -> None:
    result = run("check", "zoo.yaml")
    assert (result.exit_code, result.stdout) == (0, "1 map: no faults\n")


def test_a_fault_has_its_address_the_line_a_caret_and_a_remedy(run: Run) -> None:
    result = run("check", "faulty.yaml")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "faulty.yaml:2:1: error: `reason` is not a word of the map [unknown-word]",
        "    2 | reason:",
        "      | ^^^^^^",
        "        hint: did you mean `reasons`?",
        "1 map: 1 error",
    ]


@pytest.mark.parametrize(
    ("text", "excerpt", "caret"),
    [
        ("claim: 动物园\nnotiz: x\nclaim: y\n", "notiz: x", "^^^^^"),
        ('claim: x\nnote: "动物" y\n', 'note: "动物" y', "             ^"),
        ("claim: e\u0301e\u0301 #1\n", "claim: e\u0301e\u0301 #1", "         ^^^"),
    ],
)
def test_the_caret_stands_under_the_place_by_display_width(
    run: Run, text: str, excerpt: str, caret: str
) -> None:
    lines = run("check", "-", input=text).stdout.splitlines()
    index = next(i for i, line in enumerate(lines) if line.endswith("| " + excerpt))
    assert lines[index + 1].partition("| ")[2] == caret


def test_long_lines_are_cut_around_the_place(run: Run) -> None:
    text = "claim: The zoo\nby: [" + "somebody, " * 400 + "x\n"
    shown = run("check", "-", input=text).stdout
    assert max(len(line) for line in shown.splitlines()) < 130


def test_json_is_the_documented_list(run: Run) -> None:
    result = run("check", "faulty.yaml", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "code": "unknown-word",
            "severity": "error",
            "message": "`reason` is not a word of the map",
            "file": "faulty.yaml",
            "line": 2,
            "column": 1,
            "hint": "did you mean `reasons`?",
        }
    ]


def test_github_commands_cannot_be_broken_by_a_map(run: Run) -> None:
    text = 'claim: x\n"a%,b::c": y\n'
    (line,) = run("check", "-", "--format", "github", input=text).stdout.splitlines()
    assert line.startswith("::error file=<stdin>,line=2,col=1,title=argmap unknown-word::")
    assert "a%25,b::c" in line


def test_sarif_names_tool_rule_and_place(run: Run) -> None:
    log = json.loads(run("check", "faulty.yaml", "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (found,) = log["runs"]
    assert found["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in found["tool"]["driver"]["rules"]] == ["unknown-word"]
    (result,) = found["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "faulty.yaml"
    assert place["region"] == {"startLine": 2, "startColumn": 1}
    assert result["level"] == "error"


def test_warnings_fail_only_when_strict(run: Run) -> None:
    assert run("check", "warned.yaml").exit_code == 0
    assert run("check", "warned.yaml", "--strict").exit_code == 1


def test_hints_never_fail(run: Run) -> None:
    hinted = ZOO + "people:\n  vet: Dr. Haddad\n"
    result = run("check", "-", "--strict", input=hinted)
    assert (result.exit_code, "unused-person" in result.stdout) == (0, True)


def test_folders_are_walked_in_a_stable_order(run: Run) -> None:
    for name in ("b/two.yaml", "a/one.yml", ".hidden/no.yaml", "a/notes.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(FAULTY, encoding="utf-8")
    rows = json.loads(run("check", ".", "--format", "json").stdout)
    assert [row["file"].replace("\\", "/") for row in rows] == [
        "faulty.yaml", "warned.yaml", "a/one.yml", "b/two.yaml",
    ]  # fmt: skip


def test_yaml_that_is_no_map_is_left_alone_in_folders_but_not_when_named(run: Run) -> None:
    Path("ci").mkdir()
    Path("ci/config.yaml").write_text("jobs: []\n", encoding="utf-8")
    assert run("check", "ci").exit_code == 2
    assert run("check", "ci/config.yaml").exit_code == 1


def test_what_cannot_be_read_is_wrong_use_unless_something_else_can(run: Run) -> None:
    missing = run("check", "missing.yaml")
    assert (missing.exit_code, "unreadable" in missing.stdout) == (2, True)
    assert run("check", "missing.yaml", "zoo.yaml").exit_code == 1
    Path("empty").mkdir()
    assert run("check", "empty").exit_code == 2


def test_silenced_warnings_are_counted_in_the_open(run: Run) -> None:
    text = WARNED.replace("\n", "  # argmap: ignore question\n")
    result = run("check", "-", "--strict", input=text)
    assert (result.exit_code, result.stdout) == (0, "1 map: no faults (1 silenced)\n")


def test_a_project_silences_for_all_its_maps(run: Run) -> None:
    Path("argmap.toml").write_text('ignore = ["question"]\n', encoding="utf-8")
    result = run("check", "warned.yaml", "--strict")
    assert (result.exit_code, result.stdout) == (0, "1 map: no faults (1 silenced)\n")


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ("ignore = 1", "`ignore` is a list"),
        ('ignore = ["questoin"]', "did you mean `question`"),
        ('ignore = ["unknown-word"]', "errors cannot be silenced"),
        ("ignor = []", "did you mean `ignore`"),
        ("ignore = [", "argmap.toml"),
    ],
)
def test_faulty_settings_are_wrong_use(run: Run, settings: str, complaint: str) -> None:
    Path("argmap.toml").write_text(settings, encoding="utf-8")
    result = run("check", "zoo.yaml")
    assert result.exit_code == 2
    assert complaint in result.stderr


def test_an_unknown_format_is_wrong_use(run: Run) -> None:
    result = run("check", "zoo.yaml", "--format", "jsn")
    assert (result.exit_code, "did you mean `json`" in result.stderr) == (2, True)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_can_be_explained(run: Run, code: object) -> None:
    name = code.name  # type: ignore[attr-defined]
    result = run("explain", name)
    assert result.exit_code == 0
    assert result.stdout.startswith(name)
    assert name in run("explain").stdout


def test_an_unknown_code_is_wrong_use(run: Run) -> None:
    result = run("explain", "unknown-wrd")
    assert (result.exit_code, "`unknown-word`" in result.stderr) == (2, True)
