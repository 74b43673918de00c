"""Claims are found again after edits as people make them."""

from collections import Counter

import pytest

from argmap.model import ArgumentMap
from benchmarks.argument import argue
from benchmarks.matching import FORMATS, Score, main, quality, real_maps
from benchmarks.rewrites import Ids, rewrite
from benchmarks.writers import as_yaml
from tests.reading import map_of


def made_up(claims: int = 300) -> ArgumentMap:
    return map_of(as_yaml(argue(claims, "graph", 3)))


@pytest.mark.parametrize("bulk", [False, True])
@pytest.mark.parametrize("ids", ["stable", "renamed", "numbered", "fresh"])
def test_at_most_one_in_a_hundred_is_wrong_or_missed(ids: Ids, bulk: bool) -> None:
    score = Score()
    for map in (made_up(), *real_maps()):
        for seed, share in enumerate((0.05, 0.15, 0.3)):
            score.count(rewrite(map, share, seed, ids, bulk=bulk))
    assert score.share() <= 0.01


def test_edits_say_what_became_of_every_claim() -> None:
    seen: Counter[str] = Counter()
    for seed, map in enumerate((made_up(), *real_maps())):
        for ids in ("stable", "renamed", "numbered", "fresh"):
            edits = rewrite(map, 0.3, seed, ids)
            assert edits.became.keys() == edits.kind.keys() == edits.old.claim.keys()
            kept = [id for now in edits.became.values() for id in now]
            assert len(kept) == len(set(kept))
            # What is new is marked as such, but for the second half of a split.
            assert edits.new.claim.keys() == {*kept, *edits.added}
            for argument in edits.new.arguments:
                assert {*argument.premises} <= edits.new.claim.keys()
                assert argument.target in {part.id for part in edits.new.parts}
            for old, now in edits.became.items():
                if edits.kind[old] == "untouched":
                    assert edits.new.claim[now[0]].text == edits.old.claim[old].text
            seen.update(edits.kind.values())
    assert len(seen) == 12


def test_a_seed_always_gives_the_same_edits() -> None:
    map = made_up()
    assert rewrite(map, 0.2, 5) == rewrite(map, 0.2, 5)
    assert rewrite(map, 0.2, 5).new != rewrite(map, 0.2, 6).new


def test_the_benchmark_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--claims", "60", "--format", "markdown", "--no-real"]) == 0
    said = capsys.readouterr().out
    assert "| reworded heavily |" in said
    assert "| of all |" in said
    table = [line for line in said.splitlines() if line.startswith("| ")]
    assert len({line.count("|") for line in table}) == 2
    assert "of those touched" in FORMATS["text"](quality([made_up(20)], [1]))
