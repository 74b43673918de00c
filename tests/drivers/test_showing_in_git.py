"""Maps shown by git: diff, log, show, blame, in real repositories."""

import subprocess

from tests.drivers.workshop import LIST, OURS, THEIRS, ZOO, Workshop

ADDED = "+ added      “Children are bored”, a reason for “The city zoo should close”"


def test_plain_diff_tells_of_claims(workshop: Workshop) -> None:
    shown = workshop.git("diff", "HEAD~1")
    assert shown.startswith("maps/zoo.yaml\n1 substantive: 1 claim added\n")
    assert ADDED in shown
    assert workshop.git("diff", "--stat", "HEAD~1").startswith(" maps/zoo.yaml | 1 +")
    assert "\n+  - Children" in workshop.git("diff", "--no-ext-diff", "--no-textconv", "HEAD~1")


def test_log_and_show_with_external_diffs(workshop: Workshop) -> None:
    shown = workshop.git("log", "-p", "--ext-diff")
    assert shown.index(ADDED) < shown.index("+ added      “The city zoo should close”, a thesis")
    assert ADDED in workshop.git("show", "--ext-diff")


def test_files_of_all_sorts_in_one_diff(workshop: Workshop) -> None:
    long = ZOO + "".join(f"  - The reason of number {n}\n" for n in range(30))
    workshop.commit(
        {
            "maps/gone.yaml": ZOO,
            "maps/list.yaml": LIST,
            "maps/faulty.yaml": ZOO,
            "maps/old.yaml": long,
        }
    )
    workshop.git("rm", "-q", "maps/gone.yaml")
    workshop.git("mv", "maps/old.yaml", "maps/löwen haus.yaml")
    workshop.write({
        "maps/a new.yaml": "claim: Bread is good\n", "maps/list.yaml": LIST.replace("two", "2"), "notes.txt": "a\n",
        "maps/faulty.yaml": ZOO.replace("reasons", "reason"),
        "maps/löwen haus.yaml": long.replace("30", "31").replace("harms", "hurts"),
        "maps/binary.yaml": b"\x00\xff", "maps/note.yaml": "claim: \x1b[31mred\n",
    })  # fmt: skip
    workshop.git("add", "-A")
    shown = workshop.git("diff", "--cached", "-M", "--no-color")
    assert "maps/a new.yaml\n" in shown
    assert "+ added      “Bread is good”, a thesis" in shown
    assert "maps/gone.yaml\n" in shown
    assert "- removed    “The city zoo should close”, a thesis" in shown
    assert "maps/old.yaml → maps/löwen haus.yaml\n" in shown
    assert "Captivity [-harms-] {+hurts+} large animals" in shown
    assert "maps/list.yaml: the old version is no map\n" in shown
    assert "\n-- two\n+- 2\n" in shown
    assert "maps/faulty.yaml: the new version has errors (line 5: `reason`" in shown
    assert "\n-reasons:\n+reason:\n" in shown
    assert "maps/binary.yaml: the new version has errors" in shown
    assert "maps/note.yaml: the new version has errors" in shown
    assert "\n+a\n" in shown


def test_outlines_where_git_shows_lines(workshop: Workshop) -> None:
    shown = workshop.git("log", "-p", "-1")
    assert "\n   because Captivity harms large animals\n+  because Children are bored\n" in shown
    workshop.commit({"maps/list.yaml": LIST})
    assert "\n+- two\n" in workshop.git("show")
    rows = workshop.git("blame", "-s", "maps/zoo.yaml").splitlines()
    assert [row.partition(") ")[2] for row in rows] == [
        "Should the zoo close?", "The city zoo should close", "  because Captivity harms large animals",
        "  because Children are bored", "  because The zoo costs the city money",
    ]  # fmt: skip
    assert len({row.split()[0] for row in rows}) == 2


def test_colour_as_git_has_it(workshop: Workshop) -> None:
    assert "\x1b[" in workshop.git("-c", "color.ui=always", "diff", "HEAD~1")
    assert "\x1b[" not in workshop.git("diff", "HEAD~1")
    workshop.environment["NO_COLOR"] = "1"
    assert "\x1b[" not in workshop.git("-c", "color.diff=always", "diff", "HEAD~1")


def test_other_commands_that_compare_are_as_before(workshop: Workshop) -> None:
    """What makes or applies patches asks for no driver."""
    patch = workshop.git("format-patch", "-1", "--stdout")
    assert "\n+  - Children are bored" in patch
    workshop.git("reset", "-q", "--hard", "HEAD~1")
    done = subprocess.run(
        ["git", "am", "-q"], cwd=workshop.folder, env=workshop.environment, input=patch,
        text=True, encoding="utf-8", check=False, capture_output=True,
    )  # fmt: skip
    assert (done.returncode, workshop.text()) == (0, OURS)
    assert THEIRS != OURS


def test_layers_are_told_annotation_by_annotation(workshop: Workshop) -> None:
    layer = "layer: 1\nannotator: maya\nmap: zoo.yaml\nannotations:\n  - target: harm\n    id: n1\n    body: Why?\n"
    name = "maps/maya.layer.yaml"
    workshop.commit({name: layer})
    workshop.write({name: layer.replace("Why?", "Why so?")})
    assert workshop.git("diff", "--no-color") == (
        f"{name}\n1 value changed\n\n~ changed  n1  body: Why {{+so+}}?\n\n"
    )
    workshop.write({name: layer.replace("annotator", "annotatr")})
    assert "+annotatr: maya" in workshop.git("diff", "--no-color")
