"""What is not given is asked for at a terminal, and nowhere else."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.annotation.layers.files import load_layer
from argmap.annotation.layers.model import Annotation
from argmap.cli.annotate import ask
from tests.cli.conftest import Run

MAYA = "zoo.layers/maya.yaml"
BOOK = """\
codebook: 1
labels:
  clarity: {type: scale, on: [claim]}
  kind: {type: one of, values: [fact, value], required: true}
  flaws: {type: set, values: {vague: says little, wide: says too much}}
  sure: {type: yes/no}
  why: {type: text, on: [argument]}
"""


@pytest.fixture
def zoo(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A map and a layer with a codebook, and somebody at a terminal."""
    Path("own.yaml").write_text(BOOK, encoding="utf-8")
    run("annotate", "new", "zoo.yaml", "--annotator", "maya", "--codebook", "own.yaml")
    monkeypatch.setattr(ask, "on_terminal", lambda: True)
    return run


def said(zoo: Run, *lines: str, args: tuple[str, ...] = ()) -> Annotation:
    result = zoo("annotate", "add", MAYA, *args, input="".join(f"{line}\n" for line in lines))
    assert result.exit_code == 0, result.output
    assert result.stdout == "maya/a1\n"
    layer = load_layer(MAYA).value
    assert layer is not None
    return layer.annotations[-1]


def test_a_claim_is_chosen_by_number_id_or_words(zoo: Run) -> None:
    result = zoo("annotate", "add", MAYA, "--body", "Why?", input="none such\nzoo rare\n9\n2\n")
    assert result.exit_code == 0
    asked = result.stderr.splitlines()
    assert asked[0] == "    1 The zoo should close  [the-zoo-should-close]"
    assert asked[1] == "    2   Animals suffer in the zoo  [suffering]"
    assert "no claim has all of these words" in result.stderr
    layer = load_layer(MAYA).value
    assert layer is not None
    assert layer.annotations[0].target.id == "suffering"
    assert zoo("annotate", "add", MAYA, "--body", "Why?", input="suffering\n").stdout == "maya/a2\n"


def test_a_comment_takes_a_choice_and_a_text(zoo: Run) -> None:
    one = said(zoo, "2", "", "", "Why?", "Since when?", "")
    assert (one.motivation, one.body, one.target.quote) == ("commenting", "Why?\nSince when?", "")


def test_a_passage_that_is_not_there_is_asked_for_again(zoo: Run) -> None:
    one = said(zoo, "2", "the zoos", "the zoo", "high", "")
    assert (one.motivation, one.target.quote) == ("highlighting", "the zoo")


def test_labels_are_asked_for_with_their_values(zoo: Run) -> None:
    one = said(zoo, "2", "", "assess", "6", "3", "", "2", "wide, 1", "perhaps", "", "")
    assert one.labels == {"clarity": "3", "kind": "value", "flaws": ("wide", "vague")}
    assert (one.motivation, one.body) == ("assessing", "")


def test_only_what_is_missing_is_asked_for(zoo: Run) -> None:
    one = said(zoo, args=("--claim", "suffering", "--quote", "the zoo"))
    assert one.motivation == "highlighting"


def test_nobody_is_asked_what_to_say_about_nothing(zoo: Run) -> None:
    result = zoo("annotate", "add", MAYA, "--claim", "sufering", input="Why?\n\n")
    assert (result.exit_code, "What you say" in result.stderr) == (2, False)


def test_who_goes_away_in_the_middle_leaves_the_file_alone(zoo: Run) -> None:
    before = Path(MAYA).read_bytes()
    for lines in ("", "2\n", "2\n\n", "2\n\n3\n4\n", "2\n\n\nWhy?\n"):
        result = zoo("annotate", "add", MAYA, input=lines)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.endswith("\nargmap: nothing was written\n")
    assert Path(MAYA).read_bytes() == before


def test_a_reply_and_an_annotator_are_asked_for(zoo: Run) -> None:
    assert zoo("annotate", "new", "zoo.yaml", input="\nkim\n").exit_code == 0
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    assert (
        zoo("annotate", "reply", "zoo.layers/kim.yaml", "maya/a1", input="So.\n\n").stdout
        == "kim/a1\n"
    )


def test_texts_of_the_map_cannot_harm_the_terminal(zoo: Run) -> None:
    Path("zoo.yaml").write_text(
        'claim: "Close\\e[31m it"\nreasons: ["\\u202eabc"]\n', encoding="utf-8"
    )
    result = zoo("annotate", "add", MAYA, "--body", "x", input="1\n")
    assert "\x1b" not in result.output
    assert "\u202e" not in result.output
    assert "Close<U+001B>[31m it" in result.stderr


def test_a_map_of_thousands_of_claims_is_searched(zoo: Run) -> None:
    rows = "".join(f"  - {{claim: Reason {n} of many, id: r{n}}}\n" for n in range(3000))
    Path("zoo.yaml").write_text(f"claim: Close it\nreasons:\n{rows}", encoding="utf-8")
    result = zoo("annotate", "add", MAYA, "--body", "x", input="2999 reason\nr2999\n")
    assert result.exit_code == 0
    assert "more; type words to look for" in result.stderr
    assert result.stderr.count("\n") < 80


@pytest.mark.parametrize(
    "args", [("add", MAYA), ("add", MAYA, "--claim", "suffering"), ("new", "zoo.yaml")]
)
def test_without_a_terminal_nobody_is_asked(run: Run, args: tuple[str, ...]) -> None:
    run("annotate", "new", "zoo.yaml", "--annotator", "maya")
    result = run("annotate", *args, input="1\n\n\nWhy?\n\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_a_real_terminal_is_asked(run: Run) -> None:
    import pty

    run("annotate", "new", "zoo.yaml", "--annotator", "maya")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "argmap", "annotate", "add", MAYA, "--body", "Why?"]
    process = subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    seen = b""
    while b"look for): " not in seen:
        assert select.select([ours], [], [], 60)[0], seen
        seen += os.read(ours, 4096)
    os.write(ours, b"2\n")
    answer, _ = process.communicate(timeout=60)
    os.close(ours)
    assert (process.returncode, answer) == (0, b"maya/a1\n")
