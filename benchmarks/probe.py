"""Measures one piece of work inside this process, its imports not counted, and prints JSON.

``python -m benchmarks.probe events|load|check FILE``, ``both|compare OLD NEW``,
``merge|rewrite BASE OURS THEIRS``, ``patch OLD DIFF``: the last four on what is loaded already.
"""

import gc
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.model import ArgumentMap


def events(path: str) -> Callable[[], object]:
    """What libyaml itself needs: every event of the text made, none looked at."""
    import yaml

    def work() -> None:
        gc.disable()  # as the reader does
        text = Path(path).read_bytes().decode()
        loader = yaml.CSafeLoader(text)
        next_event, end = loader.get_event, yaml.StreamEndEvent
        while type(next_event()) is not end:
            pass

    return work


def load(path: str) -> Callable[[], object]:
    """Text to map."""
    from argmap.yaml.files import load as read

    def work() -> object:
        document = read(path)
        assert document.map is not None, document.faults[:3]
        return document

    return work


def check(path: str) -> Callable[[], object]:
    """Text to map, and everything that is wrong with it."""
    from argmap.checks import check

    read = load(path)
    return lambda: check(read())  # type: ignore[arg-type]


def both(*paths: str) -> Callable[[], object]:
    """Texts to maps, one after another."""
    works = [load(path) for path in paths]
    return lambda: [work() for work in works]


def _maps(*paths: str) -> "list[ArgumentMap]":
    gc.disable()  # as commands do
    found = []
    for path in paths:
        document = load(path)()
        found.append(document.map)  # type: ignore[attr-defined]
    return found


def compare(*paths: str) -> Callable[[], object]:
    """Two maps to the edits between them."""
    from argmap.diff import compare

    old, new = _maps(*paths)
    return lambda: compare(old, new)


def merge(*paths: str) -> Callable[[], object]:
    """Three maps to one."""
    from argmap.merge import merge

    base, ours, theirs = _maps(*paths)
    return lambda: merge(base, ours, theirs)


def rewrite(*paths: str) -> Callable[[], object]:
    """A merged map to the text of ours with what is theirs in it, read again as a proof."""
    from argmap.merge import merge
    from argmap.yaml.files import load as read
    from argmap.yaml.rewriting import rewritten

    merged = merge(*_maps(*paths))
    document = read(paths[1])
    return lambda: rewritten(document, merged.map, merged.renamed)


def patch(path: str, diff: str) -> Callable[[], object]:
    """A map and edits to the map with these."""
    from argmap.diff import patched
    from argmap.diff.json_form import from_data

    (old,) = _maps(path)
    edits = from_data(json.loads(Path(diff).read_bytes()))
    return lambda: patched(old, edits)


TASKS: dict[str, Callable[..., Callable[[], object]]] = {
    "events": events, "load": load, "check": check, "both": both, "compare": compare,
    "merge": merge, "rewrite": rewrite, "patch": patch,
}  # fmt: skip


def main() -> None:
    task, *paths = sys.argv[1:]
    work = TASKS[task](*paths)
    before = resource.getrusage(resource.RUSAGE_SELF)
    kept = work()  # what it made is still there when memory is asked for
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": cpu, "memory": after.ru_maxrss / 1024}))
    del kept


if __name__ == "__main__":
    main()
