"""Measures what a class of thirty asks of argmap: reading, checking, reanchoring, comparing.

``python -m benchmarks.annotation --layers 30 --annotations 100 --claims 1000 --format markdown``
"""

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from tempfile import TemporaryDirectory

import yaml

from argmap.annotation.adjudication.deciding import adjudicate
from argmap.annotation.adjudication.layer import begun_for
from argmap.annotation.agreement.comparison import compare
from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.anchors.history import history
from argmap.annotation.anchors.reanchoring import Settled, acceptance, settle
from argmap.annotation.anchors.reviewing import review
from argmap.annotation.checks.checking import check
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.marking import overlay
from argmap.annotation.reports.made import report
from argmap.annotation.studies import Study, study
from argmap.yaml.document import Document
from argmap.yaml.files import load, loads
from argmap.yaml.writer import write
from benchmarks.argument import argue
from benchmarks.layers import make_class
from benchmarks.matching import markdown, text
from benchmarks.rewrites import rewrite
from benchmarks.writers import as_yaml

#: Of the map in the repository through which layers are carried.
VERSIONS = 6

HEAD = ("what", "CPU s", "to load the map", "to raw YAML events of map and layers")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.annotation", description=__doc__)
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--layers", type=int, default=30)
    parser.add_argument("--annotations", type=int, default=100, help="of each layer")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=("text", "markdown"), default="text")
    asked = parser.parse_args(arguments)
    rows = measured(asked.claims, asked.layers, asked.annotations, asked.runs, asked.seed)
    sys.stdout.write({"text": text, "markdown": markdown}[asked.format]([HEAD, *rows]))
    return 0


def measured(
    claims: int, layers: int, annotations: int, runs: int, seed: int
) -> list[Sequence[str]]:
    """A row for each task: its name, CPU seconds, and its ratios to the two floors."""
    old = as_yaml(argue(claims, "graph", seed))
    before = loads(old, "map.yaml")
    assert before.map is not None
    documents = make_class(before, layers, annotations, seed)
    texts = [document.source for document in documents]
    edits = rewrite(before.map, 0.1, seed, "stable")
    after = loads(write(edits.new), "map.yaml")
    assert after.map is not None

    def now() -> Study:
        return study(before, [read_layer(source) for source in texts])

    same, moved = study(before, documents), study(after, documents)

    def adjudicated() -> object:
        layer = begun_for(same, Path("verdict.yaml"), "verdict").value
        assert layer is not None
        return adjudicate(layer, same, majority=True)

    tasks: list[tuple[str, Callable[[], object]]] = [
        ("load the map", lambda: loads(old)),
        ("read the layers", now),
        ("check them", lambda: check(Ground(same))),
        ("reanchor onto the same version", lambda: reanchored(same)),
        ("reanchor after a tenth of the claims changed", lambda: reanchored(moved)),
        (f"the same through git, {VERSIONS} versions", lambda: reanchored(committed)),
        ("compare", lambda: compare(same)),
        ("adjudicate", adjudicated),
        ("report on the class", lambda: report(same)),
        ("marks for the picture", lambda: overlay(same, "disagreement")),
    ]
    with TemporaryDirectory() as folder:
        committed = study(_history(Path(folder), before, seed), documents)
        figures = [(name, _cpu(task, runs)) for name, task in tasks]
    every = [old, *(source.text for source in texts)]
    floor = _cpu(partial(_events, every), runs)
    base = figures[0][1]
    rows: list[Sequence[str]] = [("raw YAML events of all of it", f"{floor:.3f}", "", "")]
    rows += [
        (name, f"{cpu:.3f}", f"{cpu / base:.2f} x", f"{cpu / floor:.2f} x") for name, cpu in figures
    ]
    return rows


def reanchored(about: Study) -> list[Settled]:
    """What becomes of every annotation, and of every layer's text if all of it is accepted."""
    ground = Ground(about)
    reviews = review(ground, partial(history, about.document.source.name))
    accepted = acceptance(("all",), reviews)
    return [settle(ground, one, accepted) for one in reviews]


def _history(folder: Path, first: Document, seed: int) -> Document:
    """The last of several versions of a map, in a repository that has them all."""

    def git(*words: str) -> None:
        name = ("-c", "user.name=argmap", "-c", "user.email=argmap@example.org")
        subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)

    git("init")
    map, text = first.map, first.source.text
    file = folder / "map.yaml"
    for version in range(VERSIONS):
        if version:
            assert map is not None
            map = rewrite(map, 0.1 / (VERSIONS - 1), seed + version, "stable").new
            text = write(map)
        file.write_text(text, encoding="utf-8", newline="\n")
        git("add", "map.yaml")
        git("commit", "-m", f"version {version + 1}")
    return load(file)


def _events(texts: Sequence[str]) -> None:
    """What libyaml itself needs: every event made, none looked at."""
    for one in texts:
        loader = yaml.CSafeLoader(one)
        while type(loader.get_event()) is not yaml.StreamEndEvent:
            pass
        loader.dispose()


def _spent() -> float:
    """CPU seconds of this process and its children so far."""
    usages = map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _cpu(task: Callable[[], object], runs: int) -> float:
    """CPU seconds of a task and of what it starts: the median, after a run that does not count."""
    found = []
    for _ in range(runs + 1):
        gc.collect()
        gc.disable()
        start = _spent()
        task()
        found.append(_spent() - start)
        gc.enable()
    return median(found[1:])


if __name__ == "__main__":
    sys.exit(main())
