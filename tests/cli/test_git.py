"""Settings and attributes as git reads them, and gone without a trace."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.drivers.workshop import LIST, ZOO, Workshop, environment

Tree = dict[str, bytes]


@pytest.fixture
def fresh(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A repository with maps and nothing installed; the commands run in it."""
    made = Workshop(tmp_path / "it's 50% ours", environment(tmp_path / "home"))
    for path in (made.folder, tmp_path / "home"):
        path.mkdir()
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(made.folder)
    made.git("init", "-q", "-b", "main", ".")
    made.write({"maps/a/zoo.yaml": ZOO, "löwe.argmap.yaml": ZOO, "list.yaml": LIST})
    made.git("add", "-A")
    return made


def kept(*folders: Path) -> Tree:
    """The settings and attributes below some folders."""
    found = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return {
        str(p): p.read_bytes() for p in found if p.name in ("config", ".gitconfig", "attributes")
    }


def attributes(workshop: Workshop, *names: str) -> list[str]:
    told = workshop.git("check-attr", "-z", "merge", "diff", "--", *names).split("\0")
    return told[2::3]


@pytest.mark.parametrize("everywhere", [[], ["--global"]], ids=["repository", "user"])
@pytest.mark.parametrize("before", [None, "", "*.md text", "# mine\n*.yaml text\n"])
def test_what_install_writes_uninstall_takes_away(
    fresh: Workshop, run: Run, everywhere: list[str], before: str | None
) -> None:
    home = Path(fresh.environment["HOME"])
    if before is not None:
        for path in (fresh.folder / ".git/info/attributes", home / ".config/git/attributes"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(before)
    fresh.git("config", "diff.argmap.xfuncname", "mine")
    fresh.git("config", "--global", "alias.x", 'log "a;b"')
    was = kept(fresh.folder, home)
    assert run("git", "install", *everywhere).exit_code == 0
    once = kept(fresh.folder, home)
    assert once != was
    assert attributes(fresh, "maps/a/zoo.yaml", "löwe.argmap.yaml") == ["argmap"] * 4
    assert "argmap" not in attributes(fresh, "list.yaml", "x/maps/zoo.yaml")
    assert run("git", "install", *everywhere).exit_code == 0
    assert kept(fresh.folder, home) == once
    assert run("git", "uninstall", *everywhere).stdout == "git does by itself again\n"
    assert kept(fresh.folder, home) == was
    assert run("git", "uninstall", *everywhere).stdout == "nothing was installed\n"
    assert kept(fresh.folder, home) == was


def test_patterns(fresh: Workshop, run: Run) -> None:
    assert (
        run(
            "git", "install", "--pattern", "*.arg", "--pattern", 'our "maps"/*', "--textconv"
        ).exit_code
        == 0
    )
    assert attributes(fresh, "a/b.arg", 'our "maps"/x') == ["argmap"] * 4
    assert fresh.run("config", "diff.argmap.textconv").returncode == 0
    assert run("git", "install", "--pattern", "löwe*").exit_code == 0
    assert attributes(fresh, "löwe.argmap.yaml") == ["argmap"] * 2
    assert attributes(fresh, "a/b.arg") == ["unspecified"] * 2
    assert fresh.run("config", "diff.argmap.textconv").returncode == 1
    was = kept(fresh.folder)
    for pattern in ("!x", "maps/", "", "a\nb"):
        result = run("git", "install", "--pattern", pattern)
        assert (result.exit_code, result.stdout) == (2, "")
    assert kept(fresh.folder) == was


def test_the_attributes_that_the_user_names(fresh: Workshop, run: Run) -> None:
    fresh.git("config", "--global", "core.attributesFile", "~/my attributes")
    assert run("git", "install", "--global").exit_code == 0
    assert Path(fresh.environment["HOME"], "my attributes").is_file()
    assert attributes(fresh, "maps/zoo.yaml") == ["argmap"] * 2


def test_from_a_folder_below_and_in_a_worktree(
    fresh: Workshop, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.git("commit", "-q", "-m", "one")
    fresh.git("worktree", "add", "-q", "../other")
    monkeypatch.chdir("../other/maps")
    assert run("git", "install").exit_code == 0
    assert attributes(fresh, "maps/zoo.yaml") == ["argmap"] * 2
    told = run("git", "status").stdout
    assert "  maps/a/zoo.yaml\n" in told
    assert str(fresh.folder / ".git/info/attributes") in told


def test_status(fresh: Workshop, run: Run) -> None:
    result = run("git", "status", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["works"] is False
    run("git", "install")
    result = run("git", "status", "--format", "json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["merged"] == told["compared"] == ["löwe.argmap.yaml", "maps/a/zoo.yaml"]
    here, user = told["installations"]
    assert (here["scope"], here["found"], here["patterns"]) == (
        "repository", True, ["maps/**/*.yaml", "*.argmap.yaml"]
    )  # fmt: skip
    assert (user["scope"], user["settings"], user["patterns"]) == ("user", [], [])


def test_status_tells_what_is_missing(
    fresh: Workshop, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("argmap.cli.git.installing._program", lambda: "/now here/it's/argmap")
    run("git", "install")
    fresh.git("config", "--unset", "diff.argmap.command")
    with monkeypatch.context() as patch:
        patch.setattr("argmap.drivers.status.shutil.which", lambda name: None)
        result = run("git", "status")
    assert result.exit_code == 1
    assert (
        "program    /now here/it's/argmap (not there: git merges and diffs as text)"
        in result.stdout
    )
    assert "missing    diff.argmap.command" in result.stdout


def test_a_driver_of_somebody_else_is_left_alone(fresh: Workshop, run: Run) -> None:
    fresh.git("config", "merge.argmap.driver", "mine %A")
    was = kept(fresh.folder)
    result = run("git", "install")
    assert (result.exit_code, "`merge.argmap.driver` is set" in result.stderr) == (2, True)
    assert run("git", "uninstall").stdout == "nothing was installed\n"
    assert kept(fresh.folder) == was


def test_outside_of_repositories(
    fresh: Workshop, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(fresh.folder.parent))
    monkeypatch.chdir(fresh.folder.parent)
    for command in ("install", "uninstall"):
        result = run("git", command)
        assert (result.exit_code, "not a git repository" in result.stderr) == (2, True)
    assert run("git", "install", "--global").exit_code == 0
    assert run("git", "status").exit_code == 0
    monkeypatch.setenv("PATH", str(fresh.folder))
    assert "git is not installed" in run("git", "install").stderr
    assert run("git", "status").exit_code == 2


def test_half_of_our_lines(fresh: Workshop, run: Run) -> None:
    run("git", "install")
    path = fresh.folder / ".git/info/attributes"
    path.write_text(path.read_text().splitlines(keepends=True)[0])
    for command in ("install", "uninstall", "status"):
        result = run("git", command)
        assert (result.exit_code, "by hand" in result.stderr) == (2, True)
