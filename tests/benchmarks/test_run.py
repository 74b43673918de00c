"""The benchmark command: what it measures, compares and says."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import run, tables
from benchmarks.measure import Contestant, Figure, compare, once
from benchmarks.races import Race, Target
from benchmarks.tables import Result


def python(code: str, **more: object) -> Contestant:
    return Contestant("python", [sys.executable, "-c", code], **more)  # type: ignore[arg-type]


def result(
    target: Target, ours: Figure, peer: Figure | None = None, faster: bool = False
) -> Result:
    contestant = Contestant("peer", []) if peer else None
    return Result(
        Race("load", "load", 10, "tree", Contestant("ours", []), contestant, target, faster),
        ours,
        peer,
    )


def test_time_and_memory_of_grandchildren_count() -> None:
    child = "sum(range(20_000_000)); b = bytearray(80 << 20)"
    figure = once(
        python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"), 60
    )
    assert not figure.failure
    assert figure.cpu > 0.15
    assert figure.memory > 80


def test_what_fails_is_said_and_not_measured() -> None:
    assert (
        "failed (3): gone"
        in once(python("import sys; print('gone', file=sys.stderr); exit(3)"), 60).failure
    )
    crash = Contestant("probe", [sys.executable, "-c", "raise SystemExit(1)"], probe=True)
    assert "failed (1)" in once(crash, 60).failure
    assert "not finished after 0.3 s" in once(python("import time; time.sleep(60)"), 0.3).failure
    assert "cannot be started" in once(Contestant("x", ["/nowhere/argdown"]), 1).failure


def test_a_file_that_is_too_small_is_a_failure(tmp_path: Path) -> None:
    target = tmp_path / "map.svg"
    code = f"open({str(target)!r}, 'w').write('x' * 100)"
    assert not once(python(code, product=target, least=100), 60).failure
    assert "less than was asked" in once(python(code, product=target, least=101), 60).failure


def test_contestants_take_turns() -> None:
    told: list[str] = []
    one, two = Contestant("a", ["true"]), Contestant("b", ["true"])
    figures = compare([one, two], 2, 10, told.append)
    assert [line[0] for line in told] == ["a", "b"] * 3
    assert len(figures["a"].runs) == 2


@pytest.mark.parametrize(
    ("target", "ours", "peer", "faster", "met"),
    [
        (Target(most=4), Figure(3), Figure(1), False, True),
        (Target(most=4), Figure(5), Figure(1), False, False),
        (Target(least=3), Figure(1), Figure(4), True, True),
        (Target(least=3), Figure(1), Figure(2), True, False),
        (Target(least=3), Figure(1), None, True, None),
        (Target(least=3), Figure(1), Figure(failure="x"), True, None),
        (Target(least=3), Figure(failure="x"), Figure(4), True, False),
        (Target(memory=100), Figure(1, 99), None, False, True),
        (Target(memory=100), Figure(1, 101), None, False, False),
        (Target(), Figure(9), None, False, True),
        (Target(), Figure(failure="x"), None, False, False),
    ],
)
def test_targets(
    target: Target, ours: Figure, peer: Figure | None, faster: bool, met: bool | None
) -> None:
    assert result(target, ours, peer, faster).met is met


def test_tables_have_a_cell_for_every_column() -> None:
    results = [
        result(Target(most=4), Figure(3, 20), Figure(1, 10)),
        result(Target(), Figure(failure="x")),
    ]
    shown = tables.text(results)
    assert "3.00 x" in shown
    assert "met" in shown
    assert "MISSED" in shown
    assert "! load, 10 claims, tree: argmap x" in shown
    table = [line for line in tables.markdown(results).splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in table}) == 1
    assert [entry["met"] for entry in json.loads(tables.as_json(results))] == [True, False]


def test_one_command_measures(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--sizes", "20", "--shapes", "tree", "--only", "load,check", "--runs", "1"]
    assert run.main([*asked, "--format", "json"]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    assert [entry["what"] for entry in found] == ["load", "load and check"]
    assert all(entry["ours"]["cpu_seconds"] > 0 for entry in found)
    assert all(entry["peer"]["name"] == "raw YAML events" for entry in found)


def test_a_missing_peer_is_said_in_plain_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    run.main(["--sizes", "5", "--shapes", "tree", "--only", "load", "--runs", "1"])
    assert "No `argdown` command was found" in capsys.readouterr().err


def test_wrong_use_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--only", "lode"])
    assert "choose from start, load, check, dot, svg" in capsys.readouterr().err
