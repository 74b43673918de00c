"""What is measured, beside what, and what is to be reached."""

import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Contestant

#: Names of the figures that others are compared with.
PYTHON, EVENTS, ARGDOWN = "python -c pass", "raw YAML events", "Argdown"

#: What `--only` takes.
PARTS = ("start", "load", "check", "dot", "svg")


@dataclass(frozen=True, slots=True)
class Target:
    """A bound: on a ratio to the peer, or on memory in MiB (`memory`), or that it runs at all."""

    least: float | None = None  # the peer needs at least so many times as much
    most: float | None = None  # at most so many times what the peer needs
    memory: float | None = None

    def __str__(self) -> str:
        if self.memory is not None:
            return f"< {self.memory:,.0f} MiB"
        return "runs" if self.least is self.most else (
            f">= {self.least:g} x faster" if self.least is not None else f"<= {self.most:g} x"
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Race:
    """Contestants of one kind of work on one map. The last is the peer, if there is one."""

    part: str
    what: str
    claims: int
    shape: str
    ours: Contestant
    peer: Contestant | None = None
    target: Target | None = None
    faster: bool = False  # show how much faster than the peer, not how many times the floor


def argmap_command() -> list[str]:
    """The installed script of this Python, or what it does."""
    script = Path(sys.executable).with_name("argmap")
    if script.exists():
        return [str(script)]
    return [sys.executable, "-c", "from argmap.cli import main; main()"]


def probe(name: str, task: str, *paths: Path) -> Contestant:
    """A piece of work on files, measured inside its process."""
    command = [sys.executable, "-m", "benchmarks.probe", task, *map(str, paths)]
    return Contestant(name, command, probe=True)


def start_races(small: Path) -> list[Race]:
    """How long it takes to start."""
    bare = Contestant(PYTHON, [sys.executable, "-c", "pass"])
    command = argmap_command()
    help_ = Contestant("argmap --help", [*command, "--help"])
    check = Contestant("argmap check", [*command, "check", str(small)])
    return [
        Race("start", "argmap --help", 0, "", help_, bare, Target(most=8)),
        Race("start", "argmap check, 10 claims", 10, "tree", check, bare, Target(most=15)),
    ]


def map_races(
    claims: int, shape: str, yaml: Path, argdown: Path, peer: list[str], folder: Path
) -> list[Race]:
    """Everything that is done with one map, and with the same argument by the peer."""
    events = probe(EVENTS, "events", yaml)
    roomy = Target(memory=1536) if claims == 100_000 else None
    within = Target(most=4) if claims == 10_000 else None
    races = [
        Race("load", "load", claims, shape, probe("load", "load", yaml), events, roomy),
        Race(
            "check", "load and check", claims, shape, probe("both", "check", yaml), events, within
        ),
    ]
    for kind, everything in (("dot", True), ("svg", False), ("svg", True)):
        what = f"text to {kind.upper()}" + (" --all" if everything else "")
        out = folder / ("all" if everything else "folded")
        command = [*argmap_command(), "render", str(yaml), "-o", str(out), "--format", kind]
        product = out / f"{yaml.stem}.{kind}"
        least = 60 * claims if everything else 1
        ours = Contestant(what, command + ["--all"] * everything, False, product, least)
        other = None
        if peer and everything:
            product = folder / "argdown" / f"{argdown.stem}.{kind}"
            call = [*peer, "map", str(argdown), str(product.parent), "--format", kind]
            other = Contestant(ARGDOWN, call, False, product, least)
        target = _picture_target(claims, kind) if everything else None
        races.append(Race(kind, what, claims, shape, ours, other, target, faster=True))
    return races


def _picture_target(claims: int, kind: str) -> Target | None:
    if claims == 100_000:
        return Target() if kind == "svg" else None
    if kind == "dot":
        return {100: Target(least=3), 1_000: Target(least=3), 10_000: Target(least=2)}.get(claims)
    return Target(least=3) if claims == 10_000 else None
