"""Measures the server: from a save to its event and to the new data, an edit, its memory.

``python -m benchmarks.serving --sizes 100,1000,10000 --runs 9 --reloads 1000 --format markdown``

Each figure is the median of the runs by the clock, the time that somebody waits. Memory is the
resident size of the server's process, and is read on Linux only.
"""

import argparse
import http.client
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from argmap.yaml.storage import replace_file
from benchmarks.argument import argue
from benchmarks.matching import FORMATS
from benchmarks.writers import as_yaml

HEAD = (
    "claims", "save to event, ms", "save to data, ms", "edit, ms", "data, KiB", "MiB at start",
    "MiB at the end",
)  # fmt: skip
_TITLE = "title: A map made up to measure with"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000", help="claims, by commas")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--reloads", type=int, default=0, help="saves more, of the smallest map")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    asked = parser.parse_args(arguments)
    sizes = [int(size) for size in asked.sizes.split(",")]
    rows = [
        _measured(size, asked.runs, asked.reloads if size == min(sizes) else 0, asked.seed)
        for size in sizes
    ]
    print(FORMATS[asked.format]([HEAD, *rows]))
    return 0


def _measured(claims: int, runs: int, reloads: int, seed: int) -> list[str]:
    text = as_yaml(argue(claims, "graph", seed))
    with TemporaryDirectory(prefix="argmap-serving-") as folder:
        file = Path(folder, "map.yaml")
        file.write_text(text, encoding="utf-8")
        with _served(file) as (process, port):
            page = _Page(port)
            page.data()
            start = _resident(process.pid)
            events, data = [], []
            for number in range(runs + reloads):
                began = perf_counter()
                new = text.replace(_TITLE, f"title: Version {number}")
                replace_file(file, new.encode())
                page.event()
                events.append(perf_counter() - began)
                page.data()
                data.append(perf_counter() - began)
            edits = [page.edit(f"A claim more, number {number}") for number in range(runs)]
            end = _resident(process.pid)
    figures = [median(each[:runs]) * 1000 for each in (events, data, edits)]
    return [
        f"{claims:,}", *(f"{figure:,.0f}" for figure in figures), f"{page.size / 1024:,.0f}",
        start, end,
    ]  # fmt: skip


@contextmanager
def _served(file: Path) -> Iterator[tuple["subprocess.Popen[str]", int]]:
    command = [sys.executable, "-m", "argmap", "serve", str(file), "--no-open", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found is not None
        try:
            yield process, int(found[1])
        finally:
            process.terminate()


class _Page:
    """A page that is open: it hears events, asks for data, sends edits."""

    def __init__(self, port: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        stream = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        stream.request("GET", "/events")
        self._events = stream.getresponse()
        self._stream = stream
        self.size = 0
        self._told: Any = {}
        self.event()

    def event(self) -> None:
        """Waits for the next event."""
        while not self._events.readline().startswith(b"data:"):
            pass

    def data(self) -> None:
        self._line.request("GET", "/data")
        body = self._line.getresponse().read()
        self.size = len(body)
        self._told = json.loads(body)

    def edit(self, text: str) -> float:
        """Seconds until a reason for the thesis is written and the new data are there."""
        data = self._told["data"]
        operation = {"do": "add", "text": text, "stance": "for", "target": data["theses"][0]}
        body = json.dumps({"version": self._told["version"], "operation": operation})
        headers = {"Content-Type": "application/json", "X-Argmap-Token": data["live"]["token"]}
        began = perf_counter()
        self._line.request("POST", "/edit", body, headers)
        answer = self._line.getresponse()
        self._told = json.loads(answer.read())
        assert answer.status == 200, self._told
        return perf_counter() - began


def _resident(process: int) -> str:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return "?"
    found = re.search(r"VmRSS:\s*(\d+)", status.read_text())
    return f"{int(found[1]) / 1024:,.0f}" if found else "?"


if __name__ == "__main__":
    sys.exit(main())
