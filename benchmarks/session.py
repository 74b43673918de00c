"""What the commands that measure share: their options, their peers, races run one after another."""

import argparse
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks import tables
from benchmarks.measure import compare
from benchmarks.races import Race
from benchmarks.tables import Result

FORMATS = {"text": tables.text, "json": tables.as_json, "markdown": tables.markdown}


def common(parser: argparse.ArgumentParser) -> None:
    """Adds the options that all have."""
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--runs", type=int, default=5, help="that count, after one (default 5)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strict", action="store_true", help="exit status 1 if a target is missed")


def sizes(value: str) -> list[int]:
    """Numbers of claims, by commas."""
    found = [int(part) for part in value.split(",")]
    if min(found) < 1:
        raise ValueError
    return found


def command_of(name: str, asked: str | None) -> list[str]:
    """How a peer is called: as asked for, or as it is found on PATH; nothing if it is not there."""
    if asked:
        return shlex.split(asked)
    path = shutil.which(name)
    return [path] if path else []


def measured(races: Iterable[Race], runs: int, timeout: float) -> list[Result]:
    """Runs races one after another; the largest maps are measured once."""
    _compile()
    results = []
    for race in races:
        where = f"{race.what} {race.claims or ''} {race.shape}".strip()
        contestants = [one for one in (race.ours, race.peer) if one is not None]
        count = runs if race.claims <= 10_000 else 1
        figures = compare(contestants, count, timeout, partial(tell, where))
        peers = figures[race.peer.name] if race.peer else None
        results.append(Result(race, figures[race.ours.name], peers))
    tell("", "")
    return results


def tell(where: str, at: str) -> None:
    """Progress, for a terminal only."""
    if sys.stderr.isatty():
        line = f"{where}: {at}"[:78] if where else ""
        print(f"\r{line:<78}\r", end="", file=sys.stderr, flush=True)


def say(line: str) -> None:
    """A line beside the figures."""
    print(line, file=sys.stderr)


def _compile() -> None:
    """Bytecode of the package and of the probe, so that no run pays for it."""
    spec = find_spec("argmap")  # finds, does not import
    package = spec.submodule_search_locations if spec else None
    folders = [*(package or ()), str(Path(__file__).parent)]
    subprocess.run([sys.executable, "-m", "compileall", "-qq", *folders], check=False)
