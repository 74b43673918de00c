"""What is saved is told to the pages that are open, by a server that really listens."""

import gc
import os
import signal
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from argmap.web import maps, watching
from argmap.web.contents import answer
from argmap.web.events import MOST
from argmap.web.livemap import LiveMap
from argmap.web.running import bound, run
from argmap.web.serving import Serving
from tests.web.live import Events, get, listening
from tests.web.serving import ZOO, data_in


def test_a_save_is_told_and_so_is_what_becomes_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "zoo.yaml"
    file.write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml")) as port:
        events = Events(port)
        name, first = events.next()
        assert (name, first["map"], first["gone"]) == ("changed", "zoo.yaml", False)
        file.write_text(ZOO.replace("few", "too few"))
        second = events.until(gone=False)
        assert second["current"] != first["current"]
        file.unlink()
        assert events.until(gone=True)["current"] == ""
        new = tmp_path / ".zoo.tmp"  # as editors save
        new.write_text(ZOO)
        new.replace(file)
        assert events.until(gone=False)["current"] == first["current"]
        events.close()


def test_every_save_of_a_quick_editor_ends_in_the_last_one(tmp_path: Path) -> None:
    file = tmp_path / "zoo.yaml"
    file.write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml")) as port:
        events = Events(port)
        for number in range(100):
            faulty = number % 7 == 3
            file.write_text(ZOO.replace("few", f"few: {number}" if faulty else str(number)))
        while True:
            _, told = events.next()
            claims = data_in(get(port, "/")[1].decode())["claims"]
            if claims["keepers"]["text"] == "Keepers are 99":
                break
        assert told["current"]
        events.close()


def test_a_layer_that_comes_is_told(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml", annotator="maya")) as port:
        events = Events(port)
        assert events.next()[1]["notes"] == ""
        (tmp_path / "zoo.layers").mkdir()
        (tmp_path / "zoo.layers/kim.yaml").write_text(
            "layer: 1\nmap: ../zoo.yaml\nannotator: kim\nannotations:\n"
            "  - {id: a1, target: {claim: keepers}, body: How few?}\n"
        )
        while not events.next()[1]["notes"]:
            pass
        threads = data_in(get(port, "/")[1].decode())["talk"]["threads"]
        assert threads["keepers"][0]["text"] == "How few?"
        events.close()


def test_a_save_right_after_the_first_layer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LOOK", 3600.0)  # the system alone tells
    (file := tmp_path / "zoo.yaml").write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml", annotator="maya")) as port:
        events = Events(port)
        first = events.next()[1]["current"]
        (tmp_path / "zoo.layers").mkdir()
        for number in range(20):
            file.write_text(f"{ZOO}# {number}\n")
            told = events.next()[1]["current"]
            assert told != first
            first = told
        events.close()


def test_a_map_that_a_page_shows_is_followed_however_many_others_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maps, "MOST", 2)
    for number in range(5):
        (tmp_path / f"zoo{number}.yaml").write_text(ZOO)
    with listening(Serving(tmp_path)) as port:
        events = Events(port, "/events?map=zoo0.yaml")
        first = events.next()[1]
        for number in range(1, 5):
            assert get(port, f"/data?map=zoo{number}.yaml")[0] == 200
        (tmp_path / "zoo0.yaml").write_text(ZOO.replace("few", "too few"))
        assert events.next()[1]["current"] != first["current"]
        events.close()


def test_a_map_that_comes_to_the_folder_is_told(tmp_path: Path) -> None:
    with listening(Serving(tmp_path)) as port:
        events = Events(port)
        assert events.next()[0] == "maps"
        (tmp_path / "zoo.yaml").write_text(ZOO)
        assert events.next()[0] == "maps"
        events.close()


def test_the_system_need_not_tell_of_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object, **__: object) -> Any:
        raise OSError(28, "too many watches")
        yield

    monkeypatch.setattr("watchfiles.awatch", nothing)
    file = tmp_path / "zoo.yaml"
    file.write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml")) as port:
        events = Events(port)
        first = events.next()[1]["current"]
        file.write_text(ZOO.replace("few", "too few"))
        assert events.next()[1]["current"] != first
        events.close()


def test_streams_are_bounded_and_free_again_when_their_pages_close(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    with listening(Serving(tmp_path, "zoo.yaml")) as port:
        streams = [Events(port) for _ in range(MOST)]
        for stream in streams:
            stream.next()
        assert get(port, "/events")[0] == 503
        assert get(port, "/data")[0] == 200
        for stream in streams:
            stream.close()
        while (later := Events(port)).status == 503:  # until the server has seen that they left
            later.close()
        assert later.next()[0] == "changed"
        later.close()


def test_memory_is_flat_over_a_thousand_reloads(tmp_path: Path) -> None:
    file = tmp_path / "zoo.yaml"
    reasons = "".join(f"  - Reason {number} of many\n" for number in range(6))
    text = f"claim: The zoo should close\nreasons:\n{reasons}"

    def reload(times: range) -> None:
        for number in times:
            file.write_text(text.replace("many", str(number)))
            assert live.refresh()
            answer(live, {})

    file.write_text(text)
    live = LiveMap("zoo.yaml", file, Serving(tmp_path, "zoo.yaml"))
    reload(range(850))  # by then what is remembered is full
    tracemalloc.start()
    try:
        reload(range(850, 900))
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        reload(range(900, 1000))
        gc.collect()
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert after - before < 150_000  # a hundred documents would take four times as much


def test_a_server_collects_its_garbage_though_commands_do_not(tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    seen: list[bool] = []

    def started() -> None:
        seen.append(gc.isenabled())
        signal.raise_signal(signal.SIGINT)

    gc.disable()
    try:
        run(Serving(tmp_path, "zoo.yaml"), bound("127.0.0.1", 0), started)
    finally:
        gc.enable()
    assert seen == [True]


@pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_quietly_though_a_page_is_open(tmp_path: Path, how: signal.Signals) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO)
    command = [sys.executable, "-m", "argmap", "serve", "zoo.yaml", "--no-open", "--port", "0"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("zoo.yaml is at http://127.0.0.1:")
        events = Events(int(line.split(":")[2].split("/")[0]))
        events.next()
        process.send_signal(how)
        rest, errors = process.communicate(timeout=30)
        events.close()
    assert (rest, errors) == ("", "")
    assert process.returncode in (0, -how)
