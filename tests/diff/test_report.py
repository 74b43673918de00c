"""What a person reads."""

import re

from hypothesis import given

from argmap.diff import compare
from argmap.diff.explain import explained
from argmap.diff.folders import (
    compare_folders,
    folders_as_data,
    folders_as_markdown,
    folders_as_text,
)
from argmap.diff.report import as_markdown, as_text, summary
from argmap.model import ArgumentMap
from benchmarks.argument import argue
from benchmarks.rewrites import rewrite
from benchmarks.writers import as_yaml
from tests.diff.maps import versions
from tests.diff.test_edits import CAGES, PACING, RARE, ZOO, put
from tests.reading import map_of

NEW = put(
    (PACING, ""),
    ("Animals suffer in", "Animals do not suffer in"),
    ("counterpoints:\n" + RARE, ""),
    ("  - premises:", RARE + "  - premises:"),
    (
        "        id: cages\n",
        "        id: boxes\n        weight: 0.4\n        reasons:\n"
        "          - claim: A lion has nine square metres\n"
        "            counterpoints:\n              - Lions sleep all day\n",
    ),
)


def text(new: str, old: str = ZOO, width: int = 100) -> str:
    return as_text(compare(map_of(old), map_of(new)), width=width)


def test_the_whole_report() -> None:
    assert (
        text(NEW)
        == """\
6 substantive: 1 claim with another polarity, 1 argument turned, 1 claim removed, 2 claims added, 1
  detail changed
1 editorial: 1 id renamed
7 claims before, 8 now, 6 in both

! meaning    Animals {+do not+} suffer in the zoo
             gained “not”; under “The zoo should close”
! turned     “The zoo breeds rare species” was [-a counterpoint-], is now {+a reason+} for “The zoo
             should close”
- removed    “Many animals pace up and down”, a reason for “Animals suffer in the zoo”
+ added      “A lion has nine square metres”, a reason for “The cages are small”
               but “Lions sleep all day”
~ weight     “The cages are small”: {+0.4+}

editorial
~ renamed    [-cages-] → {+boxes+}, the id of “The cages are small”
"""
    )


def test_nothing() -> None:
    assert text(ZOO) == "nothing was changed in the argument\n"
    plain = "claim: A\nreasons: B is so\n"
    named = "claim: A\nreasons: {claim: B is so, id: b}\n"
    old, new = map_of(plain), map_of(named)
    assert summary(compare(old, new, ignore_ids=True)) == [
        "nothing was changed in the argument; 2 ids are others"
    ]


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(len, text(NEW, width=60).splitlines())) <= 60


def test_escape_sequences_do_not_reach_the_terminal() -> None:
    shown = text(put(("Animals suffer", '"Animals \\e[31m suffer"')).replace(
        'claim: "Animals \\e[31m suffer" in the zoo', 'claim: "Animals \\e[31m suffer in the zoo"'
    ))  # fmt: skip
    assert "\x1b" not in shown
    assert "<U+001B>" in shown


@given(versions())
def test_any_two_maps_can_be_told(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    comparison = compare(*pair)
    for line in (*as_text(comparison).split("\n"), *explained(comparison)):
        assert line.isprintable()
    assert as_markdown(comparison)


def test_markdown() -> None:
    shown = as_markdown(compare(map_of(ZOO), map_of(NEW)), "Zoos & *more*")
    assert shown.startswith("### Zoos \\& \\*more\\*\n\n**6 substantive: ")
    assert "- **meaning** Animals <ins>do not</ins> suffer in the zoo<br>gained “not”" in shown
    assert "  - *but* “Lions sleep all day”\n" in shown
    assert "\n**Editorial**\n" in shown


def test_markdown_calls_nobody_and_has_no_markup_of_the_map() -> None:
    new = map_of(put(("The cages are small", '"@maya says *no* <b>now</b>"')))
    shown = as_markdown(compare(map_of(ZOO), new))
    assert "@maya" not in shown
    assert "\\<b\\>" in shown


def test_markdown_fits_a_comment() -> None:
    version = rewrite(map_of(as_yaml(argue(1500, "graph", 1))), 0.5, 1, "stable")
    comparison = compare(version.old, version.new)
    shown = as_markdown(comparison)
    assert 50_000 < len(shown) <= 60_000
    left = re.search(r"… and (\d+) more edits, left out here", shown)
    assert left is not None
    told = len(re.findall(r"^ *- ", shown, re.M))
    assert told + int(left[1]) == len(comparison.diff.edits)


def test_of_many_new_ids_there_is_a_number() -> None:
    version = rewrite(map_of(as_yaml(argue(60, "graph", 1))), 0.05, 1, "numbered")
    shown = as_text(compare(version.new, map_of(as_yaml(argue(60, "graph", 1)))))
    assert shown.count("\n~ renamed") == 21
    assert "more ids, which `--ignore-ids` leaves out" in shown


def test_one_claim_is_one() -> None:
    assert "1 claim before, 7 now, 0 in both" in text(ZOO, "claim: Something else\n")


def test_a_claim_of_a_megabyte() -> None:
    huge = put(("The cages are small", "word " * 200_000))
    assert len(text(huge)) < 10_000
    assert len(as_markdown(compare(map_of(ZOO), map_of(huge)))) < 10_000


def test_why_claims_were_matched() -> None:
    new = map_of(put((CAGES, "      - claim: All cages are far too small\n"), (PACING, "")))
    shown = "\n".join(explained(compare(map_of(ZOO), new)))
    assert "“The cages are small”\n   =  “All cages are far too small”" in shown
    assert "like texts and surroundings" in shown
    assert "“Many animals pace up and down”\n      only before" in shown


BREAD = "claim: Bread is good\nreasons:\n  - It smells of morning\n  - It fills\n"
TEA = "claim: Tea is better than coffee\nreasons: It is hot\n"


def test_folders_know_renamed_maps() -> None:
    old = {"zoo.yaml": map_of(ZOO), "bread.yaml": map_of(BREAD), "same.yaml": map_of("claim: S\n")}
    new = {
        "a/zoos.yaml": map_of(put((PACING, ""))), "same.yaml": map_of("claim: S\n"),
        "tea.yaml": map_of(TEA),
    }  # fmt: skip
    pairs = list(compare_folders(old, new))
    assert [(pair.kind, pair.old, pair.new) for pair in pairs] == [
        ("renamed", "zoo.yaml", "a/zoos.yaml"), ("same", "same.yaml", "same.yaml"),
        ("added", "", "tea.yaml"), ("removed", "bread.yaml", ""),
    ]  # fmt: skip
    shown = folders_as_text(pairs)
    assert "zoo.yaml → a/zoos.yaml\n1 substantive: 1 claim removed" in shown
    assert "tea.yaml: the map was added (2 claims)" in shown
    assert shown.endswith("1 map is the same\n")
    assert "### bread.yaml: the map was removed (3 claims)" in folders_as_markdown(pairs)
    assert [entry["kind"] for entry in folders_as_data(pairs)["maps"]] == [
        "renamed", "same", "added", "removed",
    ]  # fmt: skip


def test_a_renamed_map_whose_claims_were_all_reworded() -> None:
    new = BREAD.replace("Bread is", "Fresh bread is").replace("of morning", "of the morning")
    new = new.replace("fills", "fills you")
    (pair,) = compare_folders({"a.yaml": map_of(BREAD)}, {"b.yaml": map_of(new)})
    assert pair.kind == "renamed"


def test_a_comment_for_many_maps_fits() -> None:
    version = rewrite(map_of(as_yaml(argue(300, "graph", 1))), 0.6, 1)
    pairs = list(compare_folders(
        {f"{n}.yaml": version.old for n in range(8)}, {f"{n}.yaml": version.new for n in range(8)}
    ))  # fmt: skip
    shown = folders_as_markdown(pairs, 40_000)
    assert len(shown) <= 40_000
    assert "more maps, left out here" in shown
