"""Measures how well claims are found again after edits, and how fast.

``python -m benchmarks.matching --claims 1000 --seed 1 --format markdown``
"""

import argparse
import gc
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import process_time

from argmap.matching import match, match_arguments
from argmap.model import ArgumentMap
from argmap.yaml.files import loads
from argmap.yaml.writer import write
from benchmarks.argument import Shape, argue
from benchmarks.measure import ROOT
from benchmarks.rewrites import KEPT, Ids, Rewrite, rewrite
from benchmarks.writers import as_yaml

#: How ids went on, and whether a phrase was reworded everywhere as well.
SETTINGS: tuple[tuple[str, Ids, bool], ...] = (
    ("ids stable", "stable", False), ("ids renamed", "renamed", False),
    ("ids numbered", "numbered", False), ("ids fresh", "fresh", False),
    ("fresh, in bulk", "fresh", True),
)  # fmt: skip
#: Shares of the claims that are touched.
SHARES = (0.05, 0.15, 0.3)
#: How often each real map is edited; they are small.
TIMES = 10

Row = Sequence[str]


@dataclass
class Score:
    """Claims of old versions by what was done to them: all, matched wrongly, and missed."""

    all: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def count(self, edits: Rewrite) -> None:
        """Matches two versions and counts what came out."""
        found = match(edits.old, edits.new).new_of
        for old, now in edits.became.items():
            kind = edits.kind[old]
            self.all[kind] += 1
            if old in found:
                self.wrong[kind] += found[old] not in now
            else:
                self.missed[kind] += bool(now)

    def cell(self, kind: str) -> str:
        return f"{self.wrong[kind]} / {self.missed[kind]} of {self.all[kind]:,}"

    def share(self, *, touched: bool = False) -> float:
        """Wrong and missed, of 0 to 1; of all claims, or of those that were touched."""
        counted = self.all.total() - (self.all[KEPT] if touched else 0)
        return (self.wrong.total() + self.missed.total()) / max(counted, 1)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching", description=__doc__)
    parser.add_argument("--claims", type=int, default=1000, help="of made-up maps (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="a seed always gives the same edits")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    parser.add_argument("--no-real", action="store_true", help="leave out the maps in maps/")
    asked = parser.parse_args(arguments)
    if asked.claims < 1:
        parser.error("--claims: a map has at least one claim")
    show = FORMATS[asked.format]
    shapes: tuple[Shape, ...] = ("tree", "graph")
    made = [map_of(as_yaml(argue(asked.claims, shape, asked.seed))) for shape in shapes]
    print(f"Made-up maps of {asked.claims:,} claims: wrong / missed of all\n")
    print(show(quality(made, [asked.seed])))
    if not asked.no_real:
        print("\nThe maps in maps/: wrong / missed of all\n")
        print(show(quality(list(real_maps()), range(asked.seed, asked.seed + TIMES))))
    print("\nTime, a fifth of the claims touched\n")
    print(show(speed(made[1], asked.seed)))
    return 0


def quality(maps: Sequence[ArgumentMap], seeds: Sequence[int]) -> list[Row]:
    """A row for each kind of edit, and the share of wrong and missed in all."""
    scores = []
    for _, ids, bulk in SETTINGS:
        score = Score()
        for map in maps:
            for seed in seeds:
                for share in SHARES:
                    score.count(rewrite(map, share, seed, ids, bulk=bulk))
        scores.append(score)
    kinds = sorted({kind for score in scores for kind in score.all})
    return [
        ["done to the claim", *(name for name, _, _ in SETTINGS)],
        *([kind, *(score.cell(kind) for score in scores)] for kind in kinds),
        ["of all", *(f"{score.share():.2%}" for score in scores)],
        ["of those touched", *(f"{score.share(touched=True):.2%}" for score in scores)],
    ]


def speed(map: ArgumentMap, seed: int) -> list[Row]:
    """CPU seconds of matching claims and arguments, beside those of loading both versions."""
    rows: list[Row] = [["versions", "load both, CPU s", "match, CPU s", "ratio"]]
    for name, ids, bulk in SETTINGS:
        edits = rewrite(map, 0.2, seed, ids, bulk=bulk)
        texts = write(edits.old), write(edits.new)
        loading, matching = [], []
        for _ in range(1 if len(map.claims) > 10_000 else 3):
            start = process_time()
            old, new = map_of(texts[0]), map_of(texts[1])
            loaded = process_time()
            match_arguments(old, new, match(old, new))
            loading.append(loaded - start)
            matching.append(process_time() - loaded)
        load_both, match_both = median(loading), median(matching)
        rows.append([
            name, f"{load_both:.2f}", f"{match_both:.2f}", f"{match_both / load_both:.2f} x",
        ])  # fmt: skip
    return rows


def map_of(text: str) -> ArgumentMap:
    """The map of a text that has one."""
    map = loads(text).map
    assert map is not None
    return map


def real_maps() -> Iterator[ArgumentMap]:
    """The maps of the project, in the order of their names."""
    for path in sorted((ROOT / "maps").glob("*.yaml")):
        yield map_of(path.read_text(encoding="utf-8"))


def text(rows: Sequence[Row]) -> str:
    """Aligned columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def markdown(rows: Sequence[Row]) -> str:
    """A table for a README."""
    ruled = [rows[0], ["---", *("--:" for _ in rows[0][1:])], *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


FORMATS: dict[str, Callable[[Sequence[Row]], str]] = {"text": text, "markdown": markdown}


if __name__ == "__main__":
    gc.disable()  # as commands do
    sys.exit(main())
