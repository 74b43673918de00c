"""Measures argmap beside libyaml and, where it is installed, beside the Argdown command line."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import ROOT, environment
from benchmarks.races import PARTS, Race, map_races, start_races
from benchmarks.session import FORMATS, command_of, common, measured, say, sizes, tell

SHAPES = ("tree", "graph")

#: Claims beyond which the peer is not asked: it would need hours.
LARGEST_FOR_PEER = 10_000


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    peer = command_of("argdown", asked.argdown)
    if not peer:
        say("No `argdown` command was found, so nothing is compared with Argdown;")
        say("benchmarks/README.md tells how to install it. `--argdown CMD` names one.")
    with tempfile.TemporaryDirectory(prefix="argmap-benchmarks-") as name:
        results = measured(_races(asked, peer, Path(name)), asked.runs, asked.timeout)
    print(FORMATS[asked.format](results))
    return 1 if asked.strict and any(result.met is False for result in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument(
        "--sizes", type=sizes, default=[100, 1_000, 10_000, 100_000],
        help="claims, by commas (default 100,1000,10000,100000)",
    )  # fmt: skip
    parser.add_argument(
        "--shapes", type=_choices(SHAPES), default=list(SHAPES), help="tree, graph (default both)"
    )
    parser.add_argument(
        "--only", type=_choices(PARTS), default=list(PARTS), help=f"of {', '.join(PARTS)}"
    )
    parser.add_argument("--argdown", metavar="CMD", help="how to call Argdown (default: on PATH)")
    common(parser)
    return parser


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
    tell("making up a map", path.name)
    options = ["--claims", str(claims), "--shape", shape, "--seed", str(seed), "--form", form]
    with path.open("wb") as file:
        command = [sys.executable, "-m", "benchmarks.generate", *options]
        subprocess.run(command, stdout=file, check=True, env=environment(), cwd=ROOT)
    return path


if __name__ == "__main__":
    sys.exit(main())
