"""Many writers of one layer, and writers that are killed: nothing is lost, nothing is half."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import added, next_id
from argmap.annotation.layers.files import create, edit, load_layer
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source

WRITERS, TIMES = 8, 25
TOP = "# mine\nlayer: 1\nmap: zoo.yaml\nannotator: maya  # me\n"

#: Adds through the library, each with a text of its own.
LIBRARY = """
import sys
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import added, next_id
from argmap.annotation.layers.files import edit
from argmap.annotation.layers.model import Annotation, Target

path, writer, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
for nth in range(times):
    def change(document):
        one = Annotation(next_id(document.value), Target("claim", "harm"), body=f"{writer} {nth}")
        return added(document, one)
    edit(path, change)
"""

#: Adds through the command line's entry.
COMMANDS = """
import sys
from argmap.cli.app import app

path, writer, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
for nth in range(times):
    app(["annotate", "add", path, "--claim", "harm", "--body", f"{writer} {nth}"], standalone_mode=False)
"""


def layer_of(path: Path) -> Layer:
    found = load_layer(path).value
    assert found is not None
    return found


@pytest.mark.parametrize("program", [LIBRARY, COMMANDS], ids=["library", "commands"])
def test_two_hundred_parallel_adds_lose_none(program: str, tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text("claim: Zoos do harm\nid: harm\n", encoding="utf-8")
    path = tmp_path / "maya.yaml"
    path.write_text(TOP, encoding="utf-8")
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(path), str(writer), str(TIMES)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        )
        for writer in range(WRITERS)
    ]  # fmt: skip
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    layer = layer_of(path)
    said = sorted(one.body for one in layer.annotations)
    assert said == sorted(f"{writer} {nth}" for writer in range(WRITERS) for nth in range(TIMES))
    assert [one.id for one in layer.annotations] == [f"a{nth}" for nth in range(1, 201)]
    assert path.read_text(encoding="utf-8").startswith(TOP)
    assert {file.name for file in tmp_path.iterdir()} == {"zoo.yaml", "maya.yaml"}


def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_text(TOP, encoding="utf-8")
    choose = random.Random(3)
    before = 0
    for _ in range(12):
        writer = subprocess.Popen(
            [sys.executable, "-c", LIBRARY, str(path), "w", "100000"], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(choose.random() * 0.08)
        writer.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        writer.wait()
        writer.stdout.close()
        layer = layer_of(path)
        said = [one.id for one in layer.annotations]
        assert said == [f"a{nth}" for nth in range(1, len(said) + 1)]
        assert len(said) >= before
        before = len(said)
        assert path.read_text(encoding="utf-8").startswith(TOP)
    # A lock that a dead writer held is nobody's, and what it left is no layer.
    edit(path, lambda document: added(document, Annotation("z", Target("claim", "harm"))))
    assert "z" in layer_of(path).annotation
    assert [file.name for file in tmp_path.iterdir() if not file.name.startswith(".")] == [
        "maya.yaml"
    ]


def test_a_file_that_changes_under_an_edit_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_text(TOP, encoding="utf-8")

    def change(document: object) -> str:
        path.write_text(TOP + "note: by hand\n", encoding="utf-8")  # an editor asks for no lock
        return TOP + "status: submitted\n"

    with pytest.raises(OSError, match="changed in between"):
        edit(path, change)
    assert path.read_text(encoding="utf-8") == TOP + "note: by hand\n"


def test_only_one_of_many_begins_a_layer(tmp_path: Path) -> None:
    path = tmp_path / "zoo.layers" / "maya.yaml"
    program = (
        "import sys\nfrom argmap.annotation.layers.files import create\n"
        "try:\n    create(sys.argv[1], f'layer: 1\\nname: {sys.argv[2]}\\n')\n"
        "except FileExistsError:\n    sys.exit(3)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(nth)]) for nth in range(6)
    ]
    ended = [writer.wait() for writer in writers]
    assert sorted(ended) == [0, 3, 3, 3, 3, 3]
    assert path.read_text(encoding="utf-8") == f"layer: 1\nname: {ended.index(0)}\n"
    with pytest.raises(FileExistsError):
        create(path, "")


STYLES = {
    "Windows": TOP.replace("\n", "\r\n").encode(),
    "a byte-order mark": b"\xef\xbb\xbf" + TOP.encode(),
    "both": b"\xef\xbb\xbf" + TOP.replace("\n", "\r\n").encode(),
    "JSON": b'{"layer": 1, "map": "zoo.yaml", "annotator": "maya"}',
    "brackets": b"{map: zoo.yaml, annotator: maya, annotations: []} # mine\n",
}


@pytest.mark.parametrize("style", STYLES)
def test_the_style_of_a_file_stays(style: str, tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_bytes(STYLES[style])

    def change(document: LayerDocument) -> str:
        assert document.value is not None
        id = next_id(document.value)
        return added(document, Annotation(id, Target("claim", "harm"), body=f"Why\nnot {id}?"))

    for _ in range(3):
        edit(path, change)
    data = path.read_bytes()
    assert data.startswith(STYLES[style][:5])
    assert b"\n" not in data.replace(b"\r\n", b"") or b"\r\n" not in STYLES[style]
    assert data.count(b"#") == STYLES[style].count(b"#")
    assert [one.body for one in layer_of(path).annotations] == [
        f"Why\nnot a{n}?" for n in (1, 2, 3)
    ]


def test_what_is_written_is_read_by_others_in_the_middle_of_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_text(TOP, encoding="utf-8")
    seen = []

    def change(document: object) -> str:
        seen.append(read_layer(Source("maya.yaml", path.read_text(encoding="utf-8"))).value)
        return TOP + "status: submitted\n"

    edit(path, change)
    assert [layer.status for layer in seen if layer] == ["draft"]
    assert layer_of(path).status == "submitted"


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "maya.yaml"
    path.write_text(TOP, encoding="utf-8")
    program = (
        "import os, sys\nfrom argmap.yaml.storage import locked\n"
        "with locked(sys.argv[1]):\n    os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 9
    assert (tmp_path / ".maya.yaml.lock").exists()
    edit(path, lambda document: added(document, Annotation("a1", Target("claim", "harm"))))
    assert "a1" in layer_of(path).annotation
    assert not (tmp_path / ".maya.yaml.lock").exists()
