"""CPU seconds and peak memory of commands, each in a fresh process.

What runs here must stay small: on Linux a child's peak memory is never below its parent's.
"""

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from resource import struct_rusage
from statistics import median

_PAUSE = 0.005

#: Where `python -m benchmarks...` runs.
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Contestant:
    """A command to measure; a probe measures itself and prints what it found as JSON.

    `product` is the file that must stand there afterwards, with at least `least` bytes. One that
    `differs` may end with status 1 as well if it prints something, as commands do that compare.
    After `limit` seconds it is stopped, and its figures are lower bounds.
    """

    name: str
    command: Sequence[str]
    probe: bool = False
    product: Path | None = None
    least: int = 1
    differs: bool = False
    limit: float | None = None


@dataclass(slots=True)
class Figure:
    """What a contestant needed: medians, or why there are none; if `stopped`, it needed more."""

    cpu: float = 0.0  # seconds, user and system, of the process and its children
    memory: float = 0.0  # MiB, the largest process
    failure: str = ""
    stopped: bool = False
    runs: list[float] = field(default_factory=list)


def environment() -> dict[str, str]:
    """The environment of what is measured: compiled bytecode may be written, colour is off."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_COLOR": "1"}


def once(contestant: Contestant, timeout: float) -> Figure:
    """One run."""
    if contestant.product is not None:
        contestant.product.unlink(missing_ok=True)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        try:
            child = subprocess.Popen(
                contestant.command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors,
                env=environment(), cwd=ROOT, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            return Figure(failure=f"cannot be started: {error.strerror}")
        # wait4 counts the children that the child has waited for: layouts in particular.
        limit = contestant.limit
        deadline = time.monotonic() + (timeout if limit is None else limit)
        while not (reaped := os.wait4(child.pid, os.WNOHANG))[0]:
            if time.monotonic() > deadline:
                os.killpg(child.pid, 9)
                used = os.wait4(child.pid, 0)[2]
                child.returncode = -9
                if limit is not None:
                    return _figure(used, stopped=True)
                return Figure(failure=f"not finished after {timeout:g} s")
            time.sleep(_PAUSE)
        _, status, usage = reaped
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        told = contestant.differs and child.returncode == 1 and os.fstat(out.fileno()).st_size
        if child.returncode and not told:
            said = errors.read().decode(errors="replace").strip().splitlines()
            return Figure(failure=f"failed ({child.returncode}): {said[-1] if said else ''}"[:160])
        if contestant.probe:
            found = json.loads(out.read())
            return Figure(found["cpu"], found["memory"])
    product = contestant.product
    if product and (not product.exists() or product.stat().st_size < contestant.least):
        return Figure(failure="wrote nothing, or less than was asked for")
    return _figure(usage)


def _figure(usage: struct_rusage, *, stopped: bool = False) -> Figure:
    return Figure(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, stopped=stopped)


def compare(
    contestants: Sequence[Contestant], runs: int, timeout: float, tell: Callable[[str], None]
) -> dict[str, Figure]:
    """Medians of several runs in turn, A B A B, so that a noisy machine is noisy for all of them.

    A first run of each warms caches and does not count, unless there is to be only one.
    """
    figures = {one.name: Figure() for one in contestants}
    memory: dict[str, list[float]] = {one.name: [] for one in contestants}
    for turn in range(runs + (runs > 1)):
        for one in contestants:
            figure = figures[one.name]
            if figure.failure or figure.stopped:
                continue
            tell(f"{one.name}, run {turn + 1} of {runs + (runs > 1)}")
            found = once(one, timeout)
            figure.failure, figure.stopped = found.failure, found.stopped
            if not found.failure and (turn or runs == 1 or found.stopped):
                figure.runs.append(found.cpu)
                memory[one.name].append(found.memory)
    for name, figure in figures.items():
        if not figure.failure:
            figure.cpu, figure.memory = median(figure.runs), median(memory[name])
    return figures
