"""Results as columns for a terminal, as JSON, as Markdown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.measure import Figure
from benchmarks.races import Race

HEAD = (
    "what", "claims", "shape", "CPU s", "MiB", "beside", "CPU s", "MiB", "ratio", "to reach", "",
)  # fmt: skip
_RIGHT = {1, 3, 4, 6, 7, 8}


@dataclass(frozen=True, slots=True)
class Result:
    """A race that was run."""

    race: Race
    ours: Figure
    peer: Figure | None

    @property
    def ratio(self) -> float | None:
        """How many times the floor, or how many times faster than the peer."""
        if self.peer is None or self.peer.failure or self.ours.failure:
            return None
        theirs, ours = max(self.peer.cpu, 1e-6), max(self.ours.cpu, 1e-6)
        return theirs / ours if self.race.faster else ours / theirs

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is none, or nothing to compare with."""
        target, ratio = self.race.target, self.ratio
        if target is None:
            return None
        if self.ours.failure:
            return False
        if target.memory is not None:
            return self.ours.memory < target.memory
        if target.least is None and target.most is None:
            return True
        if ratio is None:
            return None
        if target.least is None:
            return ratio <= (target.most or 0)
        # Of a peer that was stopped the ratio is a lower bound.
        return ratio >= target.least or (None if self.peer and self.peer.stopped else False)


def text(results: Sequence[Result]) -> str:
    """Aligned columns; what failed is said below them."""
    rows = [HEAD, *(_row(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [
        "  ".join(
            cell.rjust(width) if column in _RIGHT else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join([*lines, *(f"! {line}" for line in failures(results))])


def markdown(results: Sequence[Result]) -> str:
    """A table for a README."""
    rows = [HEAD, ["--:" if column in _RIGHT else "---" for column in range(len(HEAD))]]
    lines = [f"| {' | '.join(row)} |" for row in [*rows, *(_row(result) for result in results)]]
    return "\n".join([*lines, *(f"\n{line}" for line in failures(results))])


def as_json(results: Sequence[Result]) -> str:
    """Every figure, the single runs included."""
    found = []
    for result in results:
        race, peer = result.race, result.peer
        found.append({
            "what": race.what, "claims": race.claims, "shape": race.shape,
            "ours": _figure(result.ours),
            "peer": {"name": race.peer.name, **_figure(peer)} if race.peer and peer else None,
            "ratio": result.ratio, "target": str(race.target or ""), "met": result.met,
        })  # fmt: skip
    return json.dumps(found, indent=2)


def failures(results: Sequence[Result]) -> list[str]:
    """In words, what did not run."""
    found = []
    for result in results:
        race = result.race
        for name, figure in (("argmap", result.ours), (race.peer and race.peer.name, result.peer)):
            if figure is not None and figure.failure:
                where = f"{race.what}, {race.claims:,} claims, {race.shape}"
                found.append(f"{where}: {name} {figure.failure}")
    return found


def _row(result: Result) -> list[str]:
    race, peer, ratio = result.race, result.peer, result.ratio
    name = race.peer.name if race.peer else ""
    verdict = {True: "met", False: "MISSED", None: "" if race.target is None else "not compared"}
    return [
        race.what, f"{race.claims:,}" if race.claims else "", race.shape, *_cells(result.ours),
        name, *(_cells(peer) if peer else ("", "")),
        "" if ratio is None else f"{_more(peer)}{ratio:.2f} x{' faster' if race.faster else ''}",
        str(race.target or ""), verdict[result.met],
    ]  # fmt: skip


def _cells(figure: Figure) -> tuple[str, str]:
    if figure.failure:
        return "failed", ""
    return _more(figure) + f"{figure.cpu:.3f}", _more(figure) + f"{figure.memory:,.0f}"


def _more(figure: Figure | None) -> str:
    """A sign before what is a lower bound."""
    return "> " if figure is not None and figure.stopped else ""


def _figure(figure: Figure) -> dict[str, object]:
    if figure.failure:
        return {"failure": figure.failure}
    found: dict[str, object] = {"cpu_seconds": figure.cpu, "memory_mib": figure.memory}
    return found | {"runs": figure.runs, "stopped": figure.stopped}
