"""Layers begun, added to, answered, settled, cleared and handed in, as a person does it."""

import json
import os
import tempfile
from pathlib import Path

import pytest

from argmap.annotation.layers import files
from argmap.annotation.layers.files import load_layer
from argmap.annotation.layers.model import Annotation, Layer
from argmap.diagnostics import Source
from argmap.yaml.storage import replace_text
from tests.cli.conftest import ZOO, Run

MAYA = "zoo.layers/maya.yaml"
KIM = "zoo.layers/kim.yaml"


def layer(path: str = MAYA) -> Layer:
    found = load_layer(path)
    assert found.value is not None, [fault.message for fault in found.faults]
    return found.value


def last(path: str = MAYA) -> Annotation:
    return layer(path).annotations[-1]


@pytest.fixture
def zoo(run: Run) -> Run:
    """A map with a layer of Maya's, who uses both codebooks, and one of Kim's, who teaches."""
    new = ("annotate", "new", "zoo.yaml", "--annotator")
    assert run(*new, "maya", "--codebook", "quality", "--codebook", "fallacies").exit_code == 0
    assert run(*new, "kim", "--role", "teacher", "--name", "Kim T.").exit_code == 0
    return run


def test_a_new_layer_lies_beside_its_map_and_is_never_overwritten(run: Run) -> None:
    args = ("annotate", "new", "zoo.yaml", "--annotator", "maya", "--name", "Maya K.")
    result = run(*args, "--codebook", "quality")
    assert result.exit_code == 0
    assert result.stdout == f"wrote {MAYA}; next: argmap annotate add {MAYA}\n"
    one = layer()
    assert (one.annotator, one.name, one.role, one.status) == (
        "maya",
        "Maya K.",
        "student",
        "draft",
    )
    assert (one.map, one.codebooks, len(one.version)) == ("../zoo.yaml", ("quality@1.0",), 40)
    before = Path(MAYA).read_bytes()
    again = run(*args)
    assert (again.exit_code, "exists already" in again.stderr) == (2, True)
    assert Path(MAYA).read_bytes() == before


def test_a_layer_may_lie_anywhere(run: Run) -> None:
    Path("work").mkdir()
    Path("own.yaml").write_text("codebook: 1\nversion: '3'\nlabels: {}\n", encoding="utf-8")
    args = ("annotate", "new", "zoo.yaml", "--annotator", "jo", "--codebook", "own.yaml")
    assert run(*args, "-o", "work/jo.yaml").exit_code == 0
    assert layer("work/jo.yaml").map == "../zoo.yaml"
    assert layer("work/jo.yaml").codebooks == ("../own.yaml@3",)
    assert (
        run("annotate", "add", "work/jo.yaml", "--claim", "suffering", "--body", "x").exit_code == 0
    )


NOT_BEGUN = {
    "a faulty map": (("faulty.yaml", "--annotator", "maya"), 1, "unknown-word"),
    "no map": (("nothing.yaml", "--annotator", "maya"), 2, "cannot be read"),
    "standard input": (("-", "--annotator", "maya"), 2, "save the map first"),
    "no annotator": (("zoo.yaml",), 2, "give --annotator"),
    "a name for people": (("zoo.yaml", "--annotator", "Maya K."), 2, "such as `maya-k`"),
    "a path": (("zoo.yaml", "--annotator", "../maya"), 2, "has `.`"),
    "a very long name": (("zoo.yaml", "--annotator", "x" * 300), 1, "cannot be written"),
    "no such role": (("zoo.yaml", "--annotator", "maya", "--role", "studnt"), 2, "did you mean `student`?"),
    "no such codebook": (("zoo.yaml", "--annotator", "maya", "--codebook", "qualty"), 2, "did you mean `quality`?"),
    "a folder that is not there": (("zoo.yaml", "--annotator", "maya", "-o", "a/b/c.yaml"), 1, "cannot be written"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_BEGUN)
def test_what_is_no_beginning_leaves_nothing_behind(run: Run, name: str) -> None:
    args, code, reason = NOT_BEGUN[name]
    before = sorted(Path().rglob("*.yaml"))
    result = run("annotate", "new", *args)
    assert (result.exit_code, reason in result.stderr) == (code, True), result.stderr
    assert sorted(Path().rglob("*.yaml")) == before


def test_adding_prints_the_name_alone(zoo: Run) -> None:
    result = zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Who measured it?")
    assert (result.exit_code, result.stdout) == (0, "maya/a1\n")
    one = last()
    assert (one.motivation, one.body, one.target.id) == (
        "commenting",
        "Who measured it?",
        "suffering",
    )
    assert one.created.endswith("Z")
    assert (
        zoo("annotate", "add", MAYA, "--claim", "suffering", "--quote", "the zoo").stdout
        == "maya/a2\n"
    )
    assert last().motivation == "highlighting"


def test_labels_make_an_assessment_and_sets_are_repeated(zoo: Run) -> None:
    labels = (
        "--label",
        "clarity=4.5",
        "--label",
        "fallacy=straw man",
        "--label",
        "fallacy=sunk cost",
    )
    assert zoo("annotate", "add", MAYA, "--claim", "suffering", *labels).exit_code == 0
    assert last().motivation == "assessing"
    assert last().labels == {"clarity": "4.5", "fallacy": ("straw man", "sunk cost")}


def test_a_text_comes_from_standard_input(zoo: Run) -> None:
    said = b"Why?\r\nBecause: #1\r\n" + b"\xff"
    assert (
        zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "-", input=said).exit_code
        == 0
    )
    assert last().body == "Why?\nBecause: #1\n\ufffd"


def test_a_passage_of_a_source_grounds_claims(zoo: Run) -> None:
    Path("zoo.yaml").write_text(
        ZOO + "sources: {book: {title: A book, file: book.txt}, film: A film}\n", encoding="utf-8"
    )
    Path("book.txt").write_text("Large animals\nsuffer.\n", encoding="utf-8")
    args = ("annotate", "add", MAYA, "--source", "book", "--quote", "Large animals suffer")
    assert zoo(*args, "--grounds", "suffering").exit_code == 0
    assert (last().target.quote, last().target.claims) == ("Large animals\nsuffer", ("suffering",))
    film = ("annotate", "add", MAYA, "--source", "film", "--quote", "Large animals")
    assert "give one by --file" in zoo(*film).stderr
    assert zoo(*film, "--file", "book.txt").exit_code == 0
    assert zoo(*film, "--file", "none.txt").exit_code == 2


NOT_ADDED = {
    "no target": (("--body", "x"), 2, "give --claim, --argument, --source or --work"),
    "nothing said": (("--claim", "suffering"), 2, "give --body, --label or --quote"),
    "two targets": (("--claim", "suffering", "--work", "kim", "--body", "x"), 2, "about one thing"),
    "an unknown claim": (("--claim", "sufering", "--body", "x"), 2, "did you mean `suffering`?"),
    "an unknown label": (("--claim", "suffering", "--label", "claity=4"), 2, "did you mean `clarity`?"),
    "an unknown motivation": (("--claim", "suffering", "--motivation", "asking", "--body", "x"), 2, "unknown motivation"),
    "a reply to no annotation": (("--claim", "suffering", "--motivation", "replying", "--body", "x"), 2, "unknown motivation"),
    "a passage that is not there": (("--claim", "suffering", "--quote", "the zoos"), 2, "does not stand"),
    "another map": (("--claim", "suffering", "--body", "x", "--map", "warned.yaml"), 2, "no claim `suffering`"),
    "no map": (("--claim", "suffering", "--body", "x", "--map", "none.yaml"), 2, "cannot be read"),
    "an escape sequence": (("--claim", "\x1b[31mx", "--body", "x"), 2, "<U+001B>"),
}  # fmt: skip


@pytest.mark.parametrize("name", NOT_ADDED)
def test_what_cannot_be_added_leaves_the_file_alone(zoo: Run, name: str) -> None:
    args, code, reason = NOT_ADDED[name]
    before = Path(MAYA).read_bytes()
    result = zoo("annotate", "add", MAYA, *args)
    assert (result.exit_code, reason in result.stderr) == (code, True), result.stderr
    assert result.stdout == ""
    assert Path(MAYA).read_bytes() == before


def test_layers_with_errors_and_what_is_no_layer_are_told(zoo: Run) -> None:
    args = ("--claim", "suffering", "--body", "x")
    Path(MAYA).write_text(Path(MAYA).read_text(encoding="utf-8") + "statu: x\n", encoding="utf-8")
    result = zoo("annotate", "add", MAYA, *args)
    assert (result.exit_code, "did you mean `status`?" in result.stderr) == (1, True)
    assert "is no layer" in zoo("annotate", "add", "zoo.yaml", *args).stderr
    assert zoo("annotate", "add", "none.yaml", *args).exit_code == 2
    assert zoo("annotate", "add", "zoo.layers", *args).exit_code == 2


def test_who_adds_to_an_older_layer_is_told_of_the_change(zoo: Run) -> None:
    args = ("annotate", "add", MAYA, "--claim", "suffering", "--body", "x")
    assert zoo(*args).stderr == ""
    Path("zoo.yaml").write_text(ZOO + "title: Zoos\n", encoding="utf-8")
    result = zoo(*args)
    assert (result.exit_code, "see `argmap annotate reanchor`" in result.stderr) == (0, True)


def test_a_reply_finds_what_it_answers(zoo: Run) -> None:
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    result = zoo("annotate", "reply", KIM, "maya/a1", "--body", "The keepers say so.")
    assert (result.exit_code, result.stdout) == (0, "kim/a1\n")
    assert (last(KIM).motivation, last(KIM).target.id) == ("replying", "maya/a1")
    assert zoo("annotate", "reply", MAYA, "kim/a1", "--body", "Do they?").exit_code == 0
    assert zoo("annotate", "reply", MAYA, "a2", "--body", "I ask.").exit_code == 0
    assert last().target.id == "maya/a2"
    Path("elsewhere").mkdir()
    zoo("annotate", "new", "zoo.yaml", "--annotator", "jo", "-o", "elsewhere/jo.yaml")
    assert zoo("annotate", "reply", "elsewhere/jo.yaml", "maya/a1", "--body", "Yes").exit_code == 0


def test_a_reply_to_nothing_is_refused(zoo: Run) -> None:
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    for answered, reason in [
        ("maya/a9", "did you mean `maya/a1`?"), ("mya/a1", "did you mean `maya`?"), ("a1", "no annotation"),
    ]:  # fmt: skip
        result = zoo("annotate", "reply", KIM, answered, "--body", "x")
        assert (result.exit_code, reason in result.stderr) == (2, True), result.stderr
    assert "give --body or --label" in zoo("annotate", "reply", KIM, "maya/a1").stderr
    assert layer(KIM).annotations == ()


def test_annotations_are_settled_and_opened_again(zoo: Run) -> None:
    for _ in range(3):
        zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    before = Path(MAYA).read_bytes()
    result = zoo("annotate", "resolve", MAYA, "a1", "maya/a3", "a1")
    assert (result.exit_code, result.stdout) == (0, "maya/a1 resolved\nmaya/a3 resolved\n")
    assert [one.resolved for one in layer().annotations] == [True, False, True]
    assert zoo("annotate", "resolve", MAYA, "a1").stdout == "maya/a1 was resolved\n"
    assert zoo("annotate", "resolve", MAYA, "--reopen", "a1", "a3").exit_code == 0
    assert Path(MAYA).read_bytes() == before
    assert zoo("annotate", "resolve", MAYA, "a1", "a9").exit_code == 2
    assert "not an annotation of this layer" in zoo("annotate", "resolve", MAYA, "kim/a1").stderr
    assert Path(MAYA).read_bytes() == before


def test_what_is_added_can_be_removed_to_the_byte(zoo: Run) -> None:
    before = Path(MAYA).read_bytes()
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?\nSince when?")
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "x" * 200)
    result = zoo("annotate", "remove", MAYA, "a2", "a1")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"removed maya/a2: {'x' * 59}…",
        "removed maya/a1: Why?⏎Since when?",
    ]
    assert Path(MAYA).read_bytes() == before
    assert zoo("annotate", "remove", MAYA, "a1").exit_code == 2


def test_what_was_answered_is_removed_by_force_only(zoo: Run) -> None:
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    zoo("annotate", "reply", KIM, "maya/a1", "--body", "So.")
    before = Path(MAYA).read_bytes()
    result = zoo("annotate", "remove", MAYA, "a1")
    assert (result.exit_code, "maya/a1 is answered by kim/a1" in result.stderr) == (1, True)
    assert Path(MAYA).read_bytes() == before
    assert zoo("annotate", "remove", MAYA, "a1", "--force").exit_code == 0
    assert layer().annotations == ()


def test_a_layer_is_handed_in_and_taken_back(zoo: Run) -> None:
    before = Path(MAYA).read_bytes()
    result = zoo("annotate", "submit", MAYA)
    assert (result.exit_code, result.stdout) == (0, f"{MAYA} submitted: 0 annotations by maya\n")
    assert layer().status == "submitted"
    assert zoo("annotate", "submit", MAYA).stdout.startswith(f"{MAYA} was submitted")
    assert zoo("annotate", "submit", MAYA, "--withdraw").exit_code == 0
    assert Path(MAYA).read_bytes() == before
    Path(MAYA).write_bytes(before.replace(b"draft", b"returned"))
    assert zoo("annotate", "submit", MAYA, "--withdraw").exit_code == 2


def test_a_layer_with_errors_is_not_handed_in(zoo: Run) -> None:
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--label", "clarity=4")
    before = Path(MAYA).read_text(encoding="utf-8")
    for wrong in ("clarity: 9", "clarty: 4"):
        Path(MAYA).write_text(before.replace("clarity: 4", wrong), encoding="utf-8")
        result = zoo("annotate", "submit", MAYA)
        assert (result.exit_code, "was not submitted" in result.stderr) == (1, True)
        assert layer().status == "draft"


def test_a_full_disk_leaves_the_layer_as_it_was(zoo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path(MAYA).read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    result = zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "x")
    assert (result.exit_code, "was not changed: No space left on device" in result.stderr) == (
        1,
        True,
    )
    result = zoo("annotate", "new", "zoo.yaml", "--annotator", "jo")
    assert (result.exit_code, "cannot be written: No space left" in result.stderr) == (1, True)
    assert Path(MAYA).read_bytes() == before
    assert sorted(path.name for path in Path("zoo.layers").iterdir()) == ["kim.yaml", "maya.yaml"]


def test_a_folder_that_cannot_be_written_is_told(zoo: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = Path(MAYA).read_bytes()

    def closed(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", closed)
    result = zoo("annotate", "submit", MAYA)
    assert (result.exit_code, result.stderr) == (
        1,
        f"argmap: {MAYA} was not changed: Permission denied\n",
    )
    assert Path(MAYA).read_bytes() == before


def test_a_file_that_changed_in_between_is_left_alone(
    zoo: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def later(source: Source, text: str) -> None:
        Path(MAYA).write_text("# by hand\n", encoding="utf-8")
        replace_text(source, text)

    monkeypatch.setattr(files, "replace_text", later)
    result = zoo("annotate", "submit", MAYA)
    assert (result.exit_code, "changed in between" in result.stderr) == (1, True)
    assert Path(MAYA).read_text(encoding="utf-8") == "# by hand\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_links_and_permissions_stay(zoo: Run) -> None:
    Path(MAYA).chmod(0o640)
    Path("link.yaml").symlink_to(MAYA)
    Path(MAYA).write_text(
        Path(MAYA).read_text(encoding="utf-8").replace("../zoo.yaml", "zoo.yaml"), encoding="utf-8"
    )
    assert zoo("annotate", "submit", "link.yaml").exit_code == 0
    assert Path("link.yaml").is_symlink()
    assert layer().status == "submitted"
    assert Path(MAYA).stat().st_mode & 0o777 == 0o640


def test_what_is_added_is_listed(zoo: Run) -> None:
    zoo(
        "annotate",
        "add",
        MAYA,
        "--claim",
        "suffering",
        "--body",
        "Why\x1b[31m?",
        "--label",
        "clarity=2",
    )
    zoo("annotate", "reply", KIM, "maya/a1", "--body", "So.")
    text = zoo("annotate", "list", "zoo.yaml").stdout
    assert text.splitlines()[0] == "claim suffering: Animals suffer in the zoo"
    assert "\x1b" not in text
    assert "    Why<U+001B>[31m?" in text
    assert "    clarity 2" in text
    assert "    kim/a1  Kim T. (teacher) · replying" in text
    assert text.splitlines()[-1] == "2 annotations by 2 annotators"
    rows = json.loads(zoo("annotate", "list", "zoo.yaml", "--format", "json").stdout)
    assert [(row["id"], row["depth"], row["about"]["id"]) for row in rows] == [
        ("maya/a1", 0, "suffering"), ("kim/a1", 1, "suffering"),
    ]  # fmt: skip
    assert rows[0]["labels"] == {"clarity": "2"}
    assert rows[0]["body"] == "Why\x1b[31m?"


def test_a_list_is_narrowed(zoo: Run) -> None:
    zoo(
        "annotate",
        "add",
        MAYA,
        "--claim",
        "suffering",
        "--body",
        "Why?",
        "--motivation",
        "questioning",
    )
    zoo("annotate", "add", MAYA, "--claim", "the-zoo-should-close", "--label", "clarity=2")
    zoo("annotate", "reply", KIM, "maya/a1", "--body", "So.")
    zoo("annotate", "resolve", MAYA, "a2")

    def ids(*args: str) -> list[str]:
        result = zoo("annotate", "list", "zoo.layers", *args, "--format", "json")
        assert result.exit_code == 0, result.stderr
        return [row["id"] for row in json.loads(result.stdout)]

    assert ids() == ["maya/a2", "maya/a1", "kim/a1"]
    assert ids("--claim", "suffering") == ["maya/a1", "kim/a1"]
    assert ids("--annotator", "kim") == ["kim/a1"]
    assert ids("--motivation", "questioning") == ["maya/a1"]
    assert ids("--label", "clarity") == ids("--label", "clarity=2") == ["maya/a2"]
    assert ids("--label", "clarity=3") == []
    assert ids("--open") == ["maya/a1", "kim/a1"]
    assert ids("--resolved") == ["maya/a2"]
    text = zoo("annotate", "list", "zoo.layers", "--annotator", "kim").stdout
    assert "  (maya/a1)  questioning" in text
    assert (
        zoo("annotate", "list", "zoo.layers", "--label", "clarity=3").stdout == "no annotations\n"
    )
    for args in (
        ("--open", "--resolved"),
        ("--claim", "x"),
        ("--annotator", "x"),
        ("--label", "x"),
        ("--motivation", "x"),
    ):
        assert zoo("annotate", "list", "zoo.layers", *args).exit_code == 2


def test_a_list_of_layers_of_which_one_is_faulty_shows_the_others(zoo: Run) -> None:
    zoo("annotate", "add", MAYA, "--claim", "suffering", "--body", "Why?")
    Path(KIM).write_text("layer: 1\nannotator: kim\n", encoding="utf-8")
    result = zoo("annotate", "list", "zoo.yaml")
    assert (result.exit_code, "maya/a1" in result.stdout, "missing-word" in result.stderr) == (
        1,
        True,
        True,
    )


def test_a_class_of_one_is_one_layer(run: Run) -> None:
    Path("class.csv").write_text("maya;Maya K.\n", encoding="utf-8")
    made = run("annotate", "new", "zoo.yaml", "--class", "class.csv")
    assert made.stdout == "wrote 1 layer to zoo.layers\n"
    assert "name: Maya K." in Path("zoo.layers/maya.yaml").read_text(encoding="utf-8")
    again = run("annotate", "new", "zoo.yaml", "--class", "class.csv")
    assert again.stdout == "wrote 0 layers to zoo.layers; 1 was there already\n"


def test_what_is_no_codebook_is_told(run: Run) -> None:
    made = run("annotate", "new", "zoo.yaml", "--annotator", "maya", "--codebook", "/dev/stdin")
    assert made.exit_code == 2
    assert made.stderr == (
        "argmap: /dev/stdin is no codebook: its file ends in .yaml; the ready ones are fallacies, "
        "quality\n"
    )
