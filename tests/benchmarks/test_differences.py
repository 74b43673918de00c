"""The benchmark of diff, merge and patch: what it measures, and what it says without a peer."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import differences, tables, versions
from benchmarks.measure import Contestant, Figure, compare, once
from benchmarks.races import Race, Target
from benchmarks.tables import Result


def python(code: str, **more: object) -> Contestant:
    return Contestant("python", [sys.executable, "-c", code], differs=True, **more)  # type: ignore[arg-type]


def test_a_command_that_compares_may_end_with_1_if_it_prints() -> None:
    assert not once(python("print('+ a'); exit(1)"), 60).failure
    assert "failed (1)" in once(python("exit(1)"), 60).failure
    assert "failed (2)" in once(python("print('usage'); exit(2)"), 60).failure


def test_what_is_stopped_needed_at_least_so_much() -> None:
    busy = python("while True: pass", limit=0.5)
    figures = compare([busy], 3, 60, lambda _: None)
    found = figures["python"]
    assert (found.failure, found.stopped, len(found.runs)) == ("", True, 1)
    assert found.cpu > 0


@pytest.mark.parametrize(("ours", "met"), [(1, True), (9, None)])
def test_a_stopped_peer_can_be_beaten_but_not_lost_against(ours: float, met: bool | None) -> None:
    race = Race(
        "diff", "diff", 10, "", Contestant("a", []), Contestant("b", []), Target(least=100), True
    )
    result = Result(race, Figure(ours, 10), Figure(200, 10, stopped=True))
    assert result.met is met
    assert "> 200.000" in tables.text([result])
    assert f"> {200 / ours:.2f} x faster" in tables.markdown([result])


def test_a_seed_always_gives_the_same_versions(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        versions.main([str(tmp_path / folder), "--claims", "30", "--seed", "2"])
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == [
        "base.yaml", "edits.json", "new.json", "new.yaml", "old.json", "old.yaml", "ours.yaml",
        "theirs.yaml",
    ]  # fmt: skip
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_one_command_measures_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert differences.main(["--sizes", "20", "--runs", "1", "--format", "json"]) == 0
    printed = capsys.readouterr()
    assert "No `graphtage` command was found" in printed.err
    found = json.loads(printed.out)
    assert [entry["what"] for entry in found] == [
        "argmap diff", "compare", "patch", "merge", "rewrite the text",
    ]  # fmt: skip
    assert all(entry["ours"]["cpu_seconds"] > 0 for entry in found)


def test_the_peer_gets_the_same_pair(capsys: pytest.CaptureFixture[str]) -> None:
    peer = f'{sys.executable} -c "import sys; print(len(sys.argv)); sys.exit(1)"'
    differences.main(["--sizes", "5", "--runs", "1", "--format", "json", "--graphtage", peer])
    first = json.loads(capsys.readouterr().out)[0]
    assert first["peer"]["name"] == "graphtage"
    assert first["peer"]["cpu_seconds"] > 0
