"""Measures one piece of work inside this process, its imports not counted, and prints JSON.

``python -m benchmarks.probe events|load|check FILE``
"""

import gc
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path


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


TASKS = {"events": events, "load": load, "check": check}


def main() -> None:
    task, path = sys.argv[1:]
    work = TASKS[task](path)
    before = resource.getrusage(resource.RUSAGE_SELF)
    kept = work()  # what it made is still there when memory is asked for
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"cpu": cpu, "memory": after.ru_maxrss / 1024}))
    del kept


if __name__ == "__main__":
    main()
