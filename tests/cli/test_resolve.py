"""`argmap resolve` as a person runs it: conflicts listed, and settled one by one or all."""

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.cli import one_by_one
from tests.cli.conftest import Run
from tests.reading import map_of

MAP = """\
# about the zoo
claim: The zoo should close now
id: close
reasons:
  - claim: Captivity harms large animals  # says who?
    id: harm
    weight: 0.6
conflicts:
  - conflict: changed
    about: close
    word: claim
    base: The zoo should close
    ours: The zoo should close now
    theirs: The zoo must close
  - conflict: changed
    about: harm
    word: weight
    base: 0.5
    ours: 0.6
    theirs: 0.8
"""
SETTLED = MAP[: MAP.index("conflicts:")]


@pytest.fixture
def resolving(run: Run) -> Run:
    Path("map.yaml").write_text(MAP, encoding="utf-8")
    return run


def now() -> str:
    return Path("map.yaml").read_text(encoding="utf-8")


def test_they_are_listed_by_number(resolving: Run) -> None:
    result = resolving("resolve", "map.yaml")
    assert (result.exit_code, now()) == (1, MAP)
    assert "1  both sides changed `claim` of `close`" in result.stdout
    assert "   base    The zoo should close\n" in result.stdout
    assert "2  both sides changed `weight` of `harm`" in result.stdout


def test_a_map_without_conflicts(resolving: Run) -> None:
    for words in ((), ("--all", "--take", "ours")):
        result = resolving("resolve", "zoo.yaml", *words)
        assert (result.exit_code, result.stdout) == (0, "no conflicts are left\n")


@pytest.mark.parametrize(
    ("side", "result"),
    [("ours", SETTLED), ("theirs", SETTLED.replace("should close now", "must close").replace("0.6", "0.8"))],
)  # fmt: skip
def test_all_of_one_side(resolving: Run, side: str, result: str) -> None:
    assert resolving("resolve", "map.yaml", "--all", "--take", side).exit_code == 0
    assert now() == result


def test_one_at_a_time(resolving: Run) -> None:
    result = resolving("resolve", "map.yaml", "1", "--take", "theirs")
    assert (result.exit_code, "1  both sides changed `weight`" in result.stdout) == (1, True)
    assert "The zoo must close\n" in now()
    assert resolving("resolve", "map.yaml", "1", "--take", "ours").exit_code == 0
    assert now() == SETTLED.replace("should close now", "must close")


def test_numbers_are_those_of_the_list(resolving: Run) -> None:
    words = ("2", "--take", "theirs", "--text", "1=The zoo should close by 2030")
    assert resolving("resolve", "map.yaml", *words).exit_code == 0
    assert now() == SETTLED.replace("close now", "close by 2030").replace("0.6", "0.8")


def test_a_text_goes_before_all(resolving: Run) -> None:
    words = ("--all", "--take", "ours", "--text", "2=0.7")
    assert resolving("resolve", "map.yaml", *words).exit_code == 0
    assert now() == SETTLED.replace("0.6", "0.7")


def test_what_cannot_be_settled_so_stays(resolving: Run) -> None:
    result = resolving("resolve", "map.yaml", "--all", "--take", "both")
    assert (result.exit_code, "conflict 2 stays: " in result.stderr) == (1, True)
    map = map_of(now())
    assert [conflict.about for conflict in map.conflicts] == ["harm"]
    assert [map.claim[id].text for id in map.theses] == [
        "The zoo should close now",
        "The zoo must close",
    ]


ONE_ID = """\
claim: The zoo should close
reasons:
  - claim: Animals suffer  # ours
    id: a
  - claim: The zoo costs money  # theirs
    id: a-2
conflicts:
  - conflict: one id
    ours: a
    theirs: a-2
"""


def test_claims_that_change_their_ids_keep_their_comments(resolving: Run) -> None:
    for words, ids in (
        (("--all", "--take", "theirs"), ("a-2", "a")), (("--text", "1=money"), ("a", "money")),
    ):  # fmt: skip
        Path("map.yaml").write_text(ONE_ID, encoding="utf-8")
        assert resolving("resolve", "map.yaml", *words).exit_code == 0
        for text, id in zip(("Animals suffer  # ours", "costs money  # theirs"), ids, strict=True):
            assert f"{text}\n    id: {id}\n" in now()


def test_standard_input(resolving: Run) -> None:
    result = resolving("resolve", "-", "--all", "--take", "ours", input=MAP)
    assert (result.exit_code, result.stdout) == (0, SETTLED)
    left = resolving("resolve", "-", "2", "--take", "ours", input=MAP)
    assert (left.exit_code, len(map_of(left.stdout).conflicts)) == (1, 1)


@pytest.mark.parametrize(
    "words",
    [["--take", "ours"], ["1"], ["--all"], ["1", "--all", "--take", "ours"], ["--take", "mine", "1"],
     ["3", "--take", "ours"], ["0", "--take", "ours"], ["--text", "x"], ["--text", "1="],
     ["--text", "9=x"], ["--text", "1=x", "--text", "1=y"], ["1", "--take", "ours", "--text", "1=x"],
     ["x", "--take", "ours"]],
    ids=" ".join,
)  # fmt: skip
def test_wrong_use_changes_nothing(resolving: Run, words: list[str]) -> None:
    result = resolving("resolve", "map.yaml", *words)
    assert (result.exit_code, result.stdout, now()) == (2, "", MAP)
    assert result.stderr


def test_a_number_too_large_is_told_how_many_there_are(resolving: Run) -> None:
    result = resolving("resolve", "map.yaml", "3", "--take", "ours")
    assert result.stderr == "argmap: there is no conflict 3; the file has 2 conflicts\n"


def test_files_that_are_no_maps(resolving: Run) -> None:
    for name, status in (("faulty.yaml", 1), ("gone.yaml", 2), ("gone/map.yaml", 2), (".", 2)):
        for words in ((), ("--all", "--take", "ours")):
            result = resolving("resolve", name, *words)
            assert (result.exit_code, result.stdout) == (status, ""), (name, words)
    assert not Path("gone").exists()


def test_signs_for_a_terminal_are_written_out(resolving: Run) -> None:
    Path("map.yaml").write_text(
        MAP.replace("must close", r'"\e[31m"').replace("theirs: The zoo ", "theirs: ")
    )
    assert "\x1b" not in resolving("resolve", "map.yaml").stdout


def test_each_version_is_shown_once(resolving: Run) -> None:
    shown = resolving("resolve", "map.yaml").stdout
    assert shown.count("The zoo must close") == 1
    Path("map.yaml").write_text(MAP.replace("    theirs: 0.8\n", ""), encoding="utf-8")
    assert "   theirs  (nothing)\n" in resolving("resolve", "map.yaml").stdout


LAYER = """\
layer: 1
map: zoo.yaml
annotator: maya
annotations:
  - id: a1
    target: suffering
    body: Why?  # says who?
    labels: {clarity: 4}
conflicts:
  - conflict: changed
    about: a1
    word: body
    base: What?
    ours: Why?
    theirs: How so?
  - {conflict: changed, about: a1, among: labels, word: clarity, ours: 4, theirs: 5}
"""


@pytest.mark.parametrize(
    ("words", "body", "clarity"),
    [
        (("--all", "--take", "ours"), "Why?", "4"),
        (("--all", "--take", "theirs"), "How so?", "5"),
        (("1", "--take", "theirs", "--text", "2=3"), "How so?", "3"),
        (("--text", "1=Really?", "2", "--take", "ours"), "Really?", "4"),
    ],
)
def test_conflicts_of_a_layer(run: Run, words: tuple[str, ...], body: str, clarity: str) -> None:
    Path("maya.yaml").write_text(LAYER, encoding="utf-8")
    listed = run("resolve", "maya.yaml")
    assert (listed.exit_code, listed.stdout.splitlines()[0]) == (
        1, "1  both sides changed `body` of `a1`",
    )  # fmt: skip
    assert run("resolve", "maya.yaml", *words).exit_code == 0
    settled = LAYER[: LAYER.index("conflicts:")]
    settled = settled.replace("Why?", body).replace("clarity: 4", f"clarity: {clarity}")
    assert Path("maya.yaml").read_text(encoding="utf-8") == settled


def test_what_a_label_cannot_be_stays(run: Run) -> None:
    Path("maya.yaml").write_text(LAYER, encoding="utf-8")
    result = run("resolve", "maya.yaml", "--all", "--take", "both")
    assert (result.exit_code, "conflict 2 stays: this label has one value" in result.stderr) == (
        1,
        True,
    )
    assert "body: |-  # says who?\n      Why?\n\n      How so?" in Path("maya.yaml").read_text(
        encoding="utf-8"
    )


@pytest.fixture
def asking(resolving: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Somebody at a terminal."""
    monkeypatch.setattr(one_by_one, "on_terminal", lambda: True)
    return resolving


def test_one_after_another(asking: Run) -> None:
    result = asking("resolve", "map.yaml", "--ask", input="t\nx\nh\n0.7\n")
    assert (result.exit_code, result.stdout) == (0, "no conflicts are left\n")
    assert now() == SETTLED.replace("should close now", "must close").replace("0.6", "0.7")
    assert "ours    The zoo should close now" in result.stderr
    assert "theirs  0.8" in result.stderr


def test_skipping_and_leaving(asking: Run) -> None:
    for answers, left in (("s\no\n", "claim"), ("\no\n", "claim"), ("o\nq\n", "weight")):
        Path("map.yaml").write_text(MAP, encoding="utf-8")
        result = asking("resolve", "map.yaml", "--ask", input=answers)
        assert (result.exit_code, f"`{left}`" in result.stdout) == (1, True)
        assert [conflict.word for conflict in map_of(now()).conflicts] == [left]


def test_each_answer_is_written_before_the_next_question(asking: Run) -> None:
    result = asking("resolve", "map.yaml", "--ask", input="t\n")
    assert result.exit_code == 1
    assert [conflict.word for conflict in map_of(now()).conflicts] == ["weight"]


def test_what_is_refused_is_asked_again(asking: Run) -> None:
    result = asking("resolve", "map.yaml", "--ask", input="s\nb\nh\nheavy\nh\n\no\n")
    assert result.stderr.count("conflict 2 stays") == 2
    assert [conflict.word for conflict in map_of(now()).conflicts] == ["claim"]


def test_a_file_that_somebody_else_changes_meanwhile(
    asking: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = one_by_one._answer

    def slowly() -> str:
        Path("map.yaml").write_text(SETTLED, encoding="utf-8")
        return answer()

    monkeypatch.setattr(one_by_one, "_answer", slowly)
    result = asking("resolve", "map.yaml", "--ask", input="t\n")
    assert (result.exit_code, now()) == (0, SETTLED)
    assert "changed in between" in result.stderr


def test_a_layer_one_after_another(asking: Run) -> None:
    Path("maya.yaml").write_text(LAYER, encoding="utf-8")
    result = asking("resolve", "maya.yaml", "--ask", input="h\nOne.\nTwo.\n\nt\n")
    assert result.exit_code == 0
    assert "      One.\n      Two." in Path("maya.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [(), ("--take", "ours", "--all"), ("1",), ("--text", "1=x")], ids=" ".join
)
def test_nobody_is_asked_without_a_terminal(resolving: Run, words: tuple[str, ...]) -> None:
    result = resolving("resolve", "map.yaml", "--ask", *words, input="o\no\n")
    assert (result.exit_code, result.stdout, now()) == (2, "", MAP)
    assert "--ask" in result.stderr
    assert resolving("resolve", "-", "--ask", input=MAP).exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_a_real_terminal_and_an_interrupt(resolving: Run) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "resolve", "map.yaml", "--ask"]
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)

    def until(text: bytes) -> None:
        seen = b""
        while not (text in seen and seen.endswith(b"q quit: ")):
            assert select.select([ours], [], [], 60)[0], seen
            seen += os.read(ours, 4096)

    until(b"claim")
    os.write(ours, b"t\n")
    until(b"weight")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    os.close(ours)
    assert process.returncode != 0
    assert [conflict.word for conflict in map_of(now()).conflicts] == ["weight"]
    assert "must close" in now()
