"""Measures diff, merge and patch, beside loading and, where it is installed, beside graphtage.

``python -m benchmarks.differences --format markdown``
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import ROOT, Contestant, environment
from benchmarks.races import Race, Target, argmap_command, probe
from benchmarks.session import FORMATS, command_of, common, measured, say, sizes, tell

#: Names of the figures that others are compared with.
GRAPHTAGE, LOADING, LOADING_ALL = "graphtage", "load both", "load all three"

#: Claims beyond which the peer is not asked.
LARGEST_FOR_PEER = 1_000


def main(arguments: list[str] | None = None) -> int:
    asked = _parser().parse_args(arguments)
    peer = command_of("graphtage", asked.graphtage)
    if not peer:
        say("No `graphtage` command was found, so nothing is compared with graphtage;")
        say("benchmarks/README.md tells how to install it. `--graphtage CMD` names one.")
    with tempfile.TemporaryDirectory(prefix="argmap-benchmarks-") as name:
        races = _races(Path(name), asked.sizes, asked.seed, peer, asked.limit)
        results = measured(races, asked.runs, asked.timeout)
    print(FORMATS[asked.format](results))
    return 1 if asked.strict and any(result.met is False for result in results) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.differences", description=__doc__)
    parser.add_argument(
        "--sizes", type=sizes, default=[100, 1_000, 10_000, 100_000],
        help="claims, by commas (default 100,1000,10000,100000)",
    )  # fmt: skip
    parser.add_argument(
        "--graphtage", metavar="CMD", help="how to call graphtage (default: on PATH)"
    )
    parser.add_argument(
        "--limit", type=float, default=300, help="seconds after which graphtage is stopped"
    )
    common(parser)
    return parser


def _races(
    folder: Path, sizes: list[int], seed: int, peer: list[str], limit: float
) -> Iterator[Race]:
    for claims in sizes:
        files = folder / str(claims)
        tell("making up versions", f"{claims:,} claims")
        asked = [str(files), "--claims", str(claims), "--seed", str(seed)]
        command = [sys.executable, "-m", "benchmarks.versions", *asked]
        # In a process of its own: this one must stay small.
        subprocess.run(command, check=True, env=environment(), cwd=ROOT)
        yield from _diff_races(claims, files, peer, limit)
        yield from _merge_races(claims, files)


def _diff_races(claims: int, files: Path, peer: list[str], limit: float) -> Iterator[Race]:
    """Two versions compared, all ids fresh, and the edits applied again."""
    old, new = files / "old.yaml", files / "new.yaml"
    beside = None
    if peer and claims <= LARGEST_FOR_PEER:
        pair = [str(files / "old.json"), str(files / "new.json")]
        call = [*peer, "--no-status", "--no-color", *pair]
        beside = Contestant(GRAPHTAGE, call, differs=True, limit=limit)
    faster = Target(least=100) if claims == 1_000 else None
    ours = Contestant("argmap diff", [*argmap_command(), "diff", str(old), str(new)])
    target = Target() if claims == 100_000 else faster
    yield Race("diff", "argmap diff", claims, "ids fresh", ours, beside, target, faster=True)
    loading = probe(LOADING, "both", old, new)
    within = Target(most=3) if claims == 10_000 else None
    compare = probe("compare", "compare", old, new)
    yield Race("diff", "compare", claims, "ids fresh", compare, loading, within)
    patch = probe("patch", "patch", old, files / "edits.json")
    yield Race("patch", "patch", claims, "ids fresh", patch, loading)


def _merge_races(claims: int, files: Path) -> Iterator[Race]:
    """Two sides merged, and the text of ours rewritten."""
    three = [files / f"{name}.yaml" for name in ("base", "ours", "theirs")]
    loading = probe(LOADING_ALL, "both", *three)
    for what, task in (("merge", "merge"), ("rewrite the text", "rewrite")):
        yield Race("merge", what, claims, "two sides", probe(what, task, *three), loading)


if __name__ == "__main__":
    sys.exit(main())
