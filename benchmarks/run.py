"""Measures argmap beside libyaml and, where it is installed, beside the Argdown command line."""

import argparse
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks import tables
from benchmarks.measure import ROOT, compare, environment
from benchmarks.races import PARTS, Race, map_races, start_races
from benchmarks.tables import Result

FORMATS = {"text": tables.text, "json": tables.as_json, "markdown": tables.markdown}
SHAPES = ("tree", "graph")

#: Claims beyond which the peer is not asked: it would need hours.
LARGEST_FOR_PEER = 10_000


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    peer = shlex.split(asked.argdown) if asked.argdown else _found("argdown")
    if not peer:
        _say("No `argdown` command was found, so nothing is compared with Argdown;")
        _say("benchmarks/README.md tells how to install it. `--argdown CMD` names one.")
    _compile()
    results = []
    with tempfile.TemporaryDirectory(prefix="argmap-benchmarks-") as name:
        folder = Path(name)
        for race in _races(asked, peer, folder):
            where = f"{race.what} {race.claims or ''} {race.shape}".strip()
            contestants = [one for one in (race.ours, race.peer) if one is not None]
            runs = asked.runs if race.claims <= 10_000 else 1
            figures = compare(contestants, runs, asked.timeout, partial(_tell, where))
            peers = figures[race.peer.name] if race.peer else None
            results.append(Result(race, figures[race.ours.name], peers))
    _tell("", "")
    print(FORMATS[asked.format](results))
    return 1 if asked.strict and any(result.met is False for result in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "--sizes", type=_sizes, default=[100, 1_000, 10_000, 100_000],
        help="claims, by commas (default 100,1000,10000,100000)",
    )  # fmt: skip
    parser.add_argument(
        "--shapes", type=_choices(SHAPES), default=list(SHAPES), help="tree, graph (default both)"
    )
    parser.add_argument(
        "--only", type=_choices(PARTS), default=list(PARTS), help=f"of {', '.join(PARTS)}"
    )
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--runs", type=int, default=5, help="that count, after one (default 5)")
    parser.add_argument("--timeout", type=float, default=600, help="seconds for one run")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--argdown", metavar="CMD", help="how to call Argdown (default: on PATH)")
    parser.add_argument("--strict", action="store_true", help="exit status 1 if a target is missed")
    return parser


def _sizes(value: str) -> list[int]:
    sizes = [int(part) for part in value.split(",")]
    if min(sizes) < 1:
        raise ValueError
    return sizes


class _choices:  # noqa: N801 - used as a function
    def __init__(self, known: tuple[str, ...]) -> None:
        self._known = known

    def __call__(self, value: str) -> list[str]:
        parts = value.split(",")
        if unknown := [part for part in parts if part not in self._known]:
            raise argparse.ArgumentTypeError(
                f"{', '.join(unknown)}: choose from {', '.join(self._known)}"
            )
        return parts


def _races(asked: argparse.Namespace, peer: list[str], folder: Path) -> list[Race]:
    races: list[Race] = []
    if "start" in asked.only:
        races += start_races(_written(folder, 10, "tree", asked.seed, "yaml"))
    for claims in asked.sizes if set(asked.only) - {"start"} else ():
        for shape in asked.shapes:
            yaml, argdown = (
                _written(folder, claims, shape, asked.seed, form) for form in ("yaml", "argdown")
            )
            beside = peer if claims <= LARGEST_FOR_PEER else []
            races += map_races(claims, shape, yaml, argdown, beside, folder)
    return [race for race in races if race.part in asked.only]


def _written(folder: Path, claims: int, shape: str, seed: int, form: str) -> Path:
    """A made-up map in a file, written by a process of its own: this one must stay small."""
    path = folder / f"{shape}-{claims}.{form}"
    _tell("making up a map", path.name)
    options = ["--claims", str(claims), "--shape", shape, "--seed", str(seed), "--form", form]
    with path.open("wb") as file:
        command = [sys.executable, "-m", "benchmarks.generate", *options]
        subprocess.run(command, stdout=file, check=True, env=environment(), cwd=ROOT)
    return path


def _found(command: str) -> list[str]:
    path = shutil.which(command)
    return [path] if path else []


def _compile() -> None:
    """Bytecode of the package and of the probe, so that no run pays for it."""
    spec = find_spec("argmap")  # finds, does not import
    package = spec.submodule_search_locations if spec else None
    folders = [*(package or ()), str(Path(__file__).parent)]
    subprocess.run([sys.executable, "-m", "compileall", "-qq", *folders], check=False)


def _tell(where: str, at: str) -> None:
    """Progress, for a terminal only."""
    if sys.stderr.isatty():
        line = f"{where}: {at}"[:78] if where else ""
        print(f"\r{line:<78}\r", end="", file=sys.stderr, flush=True)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
