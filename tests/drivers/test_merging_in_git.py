"""Maps merged by git: merge, rebase, cherry-pick, stash, in real repositories."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.drivers.conftest import ODD
from tests.drivers.workshop import LIST, MINE, OURS, THEIRS, YOURS, ZOO, Workshop, argmap
from tests.reading import map_of

#: What both sides have done together.
BOTH = ["The city zoo should close", "Captivity harms all large animals", "Children are bored",
        "Visitors stay away", "The zoo costs the city money"]  # fmt: skip


def texts(text: str) -> list[str]:
    return [claim.text for claim in map_of(text.encode()).claims]


def left_by_git(tmp_path: Path, versions: tuple[str, str, str]) -> int:
    """The conflicts that git by itself has with the base, ours and theirs."""
    for name, text in zip(("base", "ours", "theirs"), versions, strict=True):
        (tmp_path / name).write_bytes(text.encode())
    command = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode


def test_maps_that_git_cannot_merge_are_merged(merged: Workshop, tmp_path: Path) -> None:
    for name in [*ODD][:4]:
        assert sorted(texts(merged.text(name))) == sorted(BOTH), name
        assert "# What we say in public." in merged.text(name)
        assert "# ours" in merged.text(name)
    assert left_by_git(tmp_path, (ZOO, OURS, THEIRS)) == 1


def test_line_ends_and_byte_order_marks_stay(merged: Workshop) -> None:
    text = merged.text("maps/crlf.yaml")
    assert text.count("\n") == text.count("\r\n") > 5
    assert merged.text("maps/marked.yaml").startswith("\ufeff#")


def test_what_is_no_map_is_merged_as_text(merged: Workshop) -> None:
    assert merged.text("maps/list.yaml") == "- 1\n- two\n- 3\n"
    assert "<<<<<<< ours\n- 1\n=======\n- eins\n>>>>>>> theirs\n" in merged.text("maps/clash.yaml")
    assert "<<<<<<< ours" in merged.text("maps/faulty.yaml")
    assert merged.text("maps/binary.yaml") == OURS  # as git has it


def test_git_knows_which_files_are_merged(merged: Workshop) -> None:
    left = {"maps/clash.yaml", "maps/faulty.yaml", "maps/binary.yaml"}
    assert set(merged.git("diff", "--name-only", "--diff-filter=U").split("\n")[:-1]) == left
    assert merged.outcome is not None
    assert merged.outcome.returncode == 1
    for reason in ("the base is no map", "theirs has errors (line 5: `reason`", "merged as text"):
        assert reason in merged.outcome.stderr


def test_a_conflict_stays_in_the_map_until_it_is_settled(workshop: Workshop) -> None:
    workshop.branch("yours", {"maps/zoo.yaml": YOURS})
    workshop.commit({"maps/zoo.yaml": MINE})
    done = workshop.run("merge", "yours")
    assert done.returncode == 1
    assert "maps/zoo.yaml: 1 conflict; settle" in done.stderr
    assert "merged as text" not in done.stderr
    assert workshop.git("status", "--porcelain") == "UU maps/zoo.yaml\n"
    (conflict,) = map_of(workshop.text()).conflicts
    assert (conflict.ours, conflict.theirs) == (
        "The zoo ruins the city", "The zoo costs the state a fortune"
    )  # fmt: skip
    assert workshop.git("diff", "--cached") == "* Unmerged path maps/zoo.yaml\n"
    argmap(
        workshop.folder,
        workshop.environment,
        "resolve",
        "maps/zoo.yaml",
        "--all",
        "--take",
        "theirs",
    )
    workshop.git("add", "-A")
    workshop.git("commit", "-q", "-m", "merged")
    assert map_of(workshop.text()).claim["money"].text == "The zoo costs the state a fortune"


def test_what_two_people_settled_in_two_ways_is_a_conflict_again(workshop: Workshop) -> None:
    workshop.branch("yours", {"maps/zoo.yaml": YOURS})
    workshop.commit({"maps/zoo.yaml": MINE})
    workshop.git("branch", "before")
    for branch, other in (("main", "yours"), ("yours", "before")):
        workshop.git("checkout", "-q", branch)
        assert workshop.run("merge", other).returncode == 1
        argmap(workshop.folder, workshop.environment,
               "resolve", "maps/zoo.yaml", "--all", "--take", "ours")  # fmt: skip
        workshop.git("commit", "-q", "-a", "-m", f"settled on {branch}")
    assert len(workshop.git("merge-base", "--all", "main", "yours").split()) == 2
    assert workshop.run("merge", "main").returncode == 1
    (conflict,) = map_of(workshop.text()).conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == (
        "The zoo costs the city money", "The zoo costs the state a fortune", "The zoo ruins the city"
    )  # fmt: skip


def test_a_rebase(workshop: Workshop) -> None:
    workshop.git("checkout", "-q", "side")
    workshop.git("rebase", "-q", "main")
    assert sorted(texts(workshop.text())) == sorted(BOTH)
    assert "# ours" in workshop.text()
    assert workshop.git("log", "--format=%s").split("\n")[:2] == ["on side", "on main"]


def test_in_a_rebase_ours_is_the_side_that_is_built_on(workshop: Workshop) -> None:
    workshop.branch("yours", {"maps/zoo.yaml": YOURS})
    workshop.commit({"maps/zoo.yaml": MINE})
    assert workshop.run("rebase", "-q", "yours").returncode == 1
    (conflict,) = map_of(workshop.text()).conflicts
    assert (conflict.ours, conflict.theirs) == (
        "The zoo costs the state a fortune", "The zoo ruins the city"
    )  # fmt: skip


def test_a_cherry_pick_and_a_stash(workshop: Workshop) -> None:
    workshop.git("cherry-pick", "side")
    assert sorted(texts(workshop.text())) == sorted(BOTH)
    workshop.write({"maps/zoo.yaml": workshop.text().replace("Visitors", "Families")})
    workshop.git("stash", "-q")
    workshop.commit(
        {
            "maps/zoo.yaml": workshop.text().replace(
                "  - Visitors stay", "  - Schools keep away\n  - Visitors stay"
            )
        }
    )
    workshop.git("stash", "pop", "-q")
    assert {"Schools keep away", "Families stay away"} < set(texts(workshop.text()))


def test_both_added_a_map(workshop: Workshop) -> None:
    workshop.branch("yours", {"maps/new.yaml": THEIRS})
    workshop.commit({"maps/new.yaml": OURS.replace("harms large", "harms all large")})
    workshop.git("merge", "-q", "yours")
    assert sorted(texts(workshop.text("maps/new.yaml"))) == sorted(BOTH)


def test_one_renamed_the_map_and_both_edited_it(workshop: Workshop) -> None:
    workshop.git("mv", "maps/zoo.yaml", "maps/the zoo.yaml")
    workshop.git("commit", "-q", "-m", "renamed")
    workshop.git("merge", "-q", "side")
    assert sorted(texts(workshop.text("maps/the zoo.yaml"))) == sorted(BOTH)


def test_one_deleted_the_map_and_the_other_edited_it(workshop: Workshop) -> None:
    workshop.git("rm", "-q", "maps/zoo.yaml")
    workshop.git("commit", "-q", "-m", "deleted")
    done = workshop.run("merge", "side")
    assert (done.returncode, "argmap" in done.stderr) == (1, False)
    assert workshop.git("status", "--porcelain") == "DU maps/zoo.yaml\n"
    assert workshop.text() == THEIRS


def test_in_another_worktree(workshop: Workshop) -> None:
    workshop.git("worktree", "add", "-q", "../other", "side")
    other = Workshop(workshop.folder.parent / "other", workshop.environment)
    other.git("merge", "-q", "-m", "merged", "main")
    assert sorted(texts(other.text())) == sorted(BOTH)


def test_comments_of_both_sides_stay_where_the_lines_can_be_merged(workshop: Workshop) -> None:
    workshop.branch(
        "yours", {"maps/zoo.yaml": OURS.replace("title:", "# theirs\ntitle:").replace("?", "!")}
    )
    workshop.commit({"maps/zoo.yaml": f"{OURS}    note: Since 1990   # noted\n"})
    workshop.git("merge", "-q", "yours")
    assert {"# ours", "# theirs", "# noted"} <= {f"# {word}" for word in workshop.text().split()}


PROGRAMS = {
    "gone": None,
    "no Python": "#!/nowhere/python\n",
    "broken": "#!/bin/sh\necho Traceback >&2\nexit 1\n",
    "killed": "#!/bin/sh\nkill -9 $$\n",
}


@pytest.mark.parametrize("script", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_a_program_that_does_not_run_leaves_it_to_git(
    workshop: Workshop, tmp_path: Path, script: str | None
) -> None:
    if script is None:
        tools = tmp_path / "tools"
        tools.mkdir()
        for tool in ("git", "sh", "cat"):
            (tools / tool).symlink_to(str(shutil.which(tool)))
        workshop.environment["PATH"] = str(tools)
        program = "/nowhere/it's 100% gone/argmap"
    else:
        program = str(tmp_path / "argmap")
        Path(program).write_text(script)
        Path(program).chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.cli.git.installing._program", lambda: program)
        argmap(workshop.folder, workshop.environment, "git", "install", "--textconv")
    done = workshop.run("merge", "-q", "side")
    assert done.returncode == 1
    assert "argmap: merged as text" in done.stderr
    assert workshop.text().count("<<<<<<< ours\n") == workshop.text().count(">>>>>>> theirs\n") == 1
    workshop.git("merge", "--abort")
    shown = workshop.git("diff", "HEAD~1")
    assert "+  - Children are bored   # ours" in shown
    assert "+  - Children are bored   # ours" in workshop.git("log", "-p", "-1")


def test_the_marks_of_a_text_merge_have_the_size_that_git_asks_for(workshop: Workshop) -> None:
    attributes = workshop.folder / ".git" / "info" / "attributes"
    attributes.write_text(f"{attributes.read_text()}maps/* conflict-marker-size=12\n")
    workshop.commit({"maps/clash.yaml": LIST})
    workshop.branch("yours", {"maps/clash.yaml": LIST.replace("one", "eins")})
    workshop.commit({"maps/clash.yaml": LIST.replace("one", "1")})
    assert workshop.run("merge", "yours").returncode == 1
    assert f"{'<' * 12} ours\n" in workshop.text("maps/clash.yaml")


def test_layers_are_merged_annotation_by_annotation(workshop: Workshop) -> None:
    layer = "layer: 1\nannotator: maya\nmap: zoo.yaml\nannotations:\n  - target: harm\n    id: n1\n    body: Why?\n"
    end = "  - target: money\n    id: {}\n    body: {}\n"
    name = "maps/maya.layer.yaml"
    workshop.commit({name: layer})
    workshop.branch("yours", {name: layer + end.format("n3", "Since when?")})
    workshop.commit({name: layer + end.format("n2", "How much?")})
    workshop.git("merge", "-q", "yours")
    for body in ("Why?", "Since when?", "How much?"):
        assert workshop.text(name).count(body) == 1
