"""Two versions in one map, and what is marked on it."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.diff import compare
from argmap.diff.edits import NAMED, Kind
from argmap.diff.union import Union, union
from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.model.overlay import Fate, Mark
from argmap.rendering import Options, svg
from argmap.rendering.view import view
from benchmarks.argument import argue
from benchmarks.rewrites import rewrite
from benchmarks.writers import as_yaml
from tests.diff.maps import versions
from tests.diff.test_edits import CAGES, PACING, RARE, ZOO, put
from tests.reading import map_of
from tests.strategies import argument_maps

# Laws


@settings(max_examples=50)
@given(versions())
def test_the_map_has_all_of_the_new_version_and_what_was_removed(
    made: tuple[ArgumentMap, ArgumentMap],
) -> None:
    old, new = made
    comparison = compare(old, new)
    both = union(comparison).map
    assert both.claims[: len(new.claims)] == new.claims
    left = [claim for claim in old.claims if claim.id not in comparison.matching.new_of]
    assert [claim.text for claim in both.claims[len(new.claims) :]] == [c.text for c in left]
    assert {both.argument[one.id] for one in new.arguments} == {*new.arguments}
    for target, bearing in new.bearing.items():
        known = {one.id for one in bearing}
        assert [one for one in both.bearing[target] if one.id in known] == [*bearing]


@settings(max_examples=50)
@given(versions())
def test_ids_are_given_once_and_nothing_dangles(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    both = union(compare(*made)).map
    ids = [part.id for part in both.parts]
    assert len(ids) == len({*ids})
    for argument in both.arguments:
        assert argument.premises
        assert argument.target in ids
        assert both.claim.keys() >= {*argument.premises}


@settings(max_examples=50)
@given(versions())
def test_what_one_version_alone_has_is_marked_so(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    comparison = compare(*made)
    found = union(comparison)
    kept = {*comparison.matching.new_of.values(), *comparison.arguments.values()}
    there = {part.id for part in comparison.new.parts}
    for part in found.map.parts:
        fate = found.overlay.fate(part.id)
        if part.id in kept:
            assert fate not in (Fate.ADDED, Fate.REMOVED)
        else:
            assert fate is (Fate.ADDED if part.id in there else Fate.REMOVED)


@settings(max_examples=50)
@given(versions())
def test_an_edit_of_the_argument_leaves_a_mark(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    comparison = compare(*made)
    fates = [mark for mark in union(comparison).overlay.marks.values() if mark.fate]
    told = [edit for edit in comparison.diff.edits
            if edit.part in NAMED and edit.kind is not Kind.RENAMED]  # fmt: skip
    assert bool(told) <= bool(fates)


@settings(max_examples=50)
@given(versions())
def test_marks_are_of_parts_and_say_something(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    found = union(compare(*made))
    ids = {part.id for part in found.map.parts}
    for id, mark in found.overlay.marks.items():
        assert id in ids
        assert mark.fate or mark.note
        if mark.fate in (Fate.CHANGED, Fate.MOVED) or (mark.fate and id in found.map.claim):
            assert mark.badges


@settings(max_examples=50)
@given(versions())
def test_the_words_of_a_rewording_are_both_texts(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    comparison = compare(*made)
    found = union(comparison)
    old_of = comparison.matching.old_of

    def bare(text: str) -> str:
        return "".join(text.split())

    for id, mark in found.overlay.marks.items():
        for side, gone, claims in (
            (id, "gone", comparison.new.claim),
            (old_of.get(id), "came", comparison.old.claim),
        ):
            if mark.words and side:
                text = "".join(text for run, text in mark.words if run != gone)
                assert bare(text) == bare(claims[side].text)


@given(argument_maps())
def test_of_two_versions_that_are_one_nothing_is_marked(map: ArgumentMap) -> None:
    found = union(compare(map, map))
    assert found.map == map
    assert not found.overlay.marks
    assert view(map, Options(), found.overlay).claims == map.theses


@settings(max_examples=50)
@given(versions())
def test_all_that_changed_is_shown(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    found = union(compare(*made))
    seen = view(found.map, Options(), found.overlay)
    fated = [id for id in found.overlay.marks if found.overlay.fate(id)]
    assert {*seen.claims} >= {id for id in fated if id in found.map.claim}
    assert {one.id for one in seen.arguments} >= {id for id in fated if id in found.map.argument}
    assert {*seen.claims} >= {*found.map.theses}


@settings(max_examples=25)
@given(versions(), st.booleans(), st.sampled_from(["up", "left"]))
def test_it_can_be_drawn(
    made: tuple[ArgumentMap, ArgumentMap], everything: bool, side: Any
) -> None:
    found = union(compare(*made), "old.yaml", "new.yaml")
    options = Options(all=everything, direction=side)
    ids = [e.get("id") for e in ET.fromstring(svg(found.map, options, found.overlay)).iter()]
    named = [id for id in ids if id]
    assert len(named) == len({*named})


@settings(max_examples=50)
@given(versions())
def test_the_same_versions_give_the_same_union(made: tuple[ArgumentMap, ArgumentMap]) -> None:
    assert union(compare(*made)) == union(compare(*made))


# What people write


def of(new: str, old: str = ZOO) -> Union:
    return union(compare(map_of(old), map_of(new)), "old.yaml", "new.yaml")


def marked(found: Union, text: str) -> Mark:
    """The mark of the claim that begins so."""
    (claim,) = [claim for claim in found.map.claims if claim.text.startswith(text)]
    return found.overlay.marks[claim.id]


def badges(found: Union) -> dict[str, tuple[str, ...]]:
    return {id: mark.badges for id, mark in found.overlay.marks.items() if mark.badges}


def test_nothing_was_changed() -> None:
    found = of(ZOO)
    assert found.overlay.caption == (
        "Compared: old.yaml → new.yaml", "nothing was changed in the argument",
    )  # fmt: skip
    assert found.overlay.compares


def test_added_and_removed() -> None:
    found = of(put((CAGES, ""), (RARE, RARE + "    reasons: It bred two lynxes\n")))
    assert marked(found, "It bred").fate is Fate.ADDED
    assert marked(found, "The cages").fate is Fate.REMOVED
    assert badges(found) == {"it-bred-two-lynxes": ("added",), "cages": ("removed",)}
    (argument,) = found.map.used["cages"]
    assert (argument.target, found.overlay.fate(argument.id)) == ("suffering", Fate.REMOVED)
    assert argument.note == "In the old version only."
    assert found.map.bearing["suffering"][0] == argument, "it stood before the other"


def test_an_id_that_was_given_to_another_claim() -> None:
    other = (
        RARE + "    counterpoints:\n      - claim: Lynxes can be bred in parks\n        id: cages\n"
    )
    found = of(put((CAGES, ""), (RARE, other)))
    assert found.map.claim["cages"].text == "Lynxes can be bred in parks"
    assert found.map.claim["cages-2"].text == "The cages are small"
    (argument,) = found.map.used["cages-2"]
    assert argument.target == "suffering"
    assert found.overlay.fate("cages") is Fate.ADDED
    assert found.overlay.fate("cages-2") is Fate.REMOVED


def test_reworded() -> None:
    found = of(put(("Animals suffer in", "Animals do not suffer in")))
    mark = marked(found, "Animals")
    assert mark.fate is Fate.CHANGED
    assert mark.badges == ("meaning: gained “not”",)
    assert mark.words == (
        ("same", "Animals "), ("came", "do not "), ("same", "suffer in the zoo"),
    )  # fmt: skip
    assert mark.note == "before: “Animals suffer in the zoo”"


def test_moved_leaves_a_sign_where_it_stood() -> None:
    found = of(put((PACING, ""), (RARE, RARE + "    counterpoints:\n" + PACING)))
    mark = marked(found, "Many animals")
    assert mark.fate is Fate.MOVED
    assert mark.badges == ("moved from: “Animals suffer in the…”",)
    one, other = found.map.used["pacing"]
    assert {one.target: found.overlay.fate(one.id), other.target: found.overlay.fate(other.id)} == {
        "suffering": Fate.REMOVED, "rare": Fate.CHANGED,
    }  # fmt: skip
    left = one if one.target == "suffering" else other
    assert found.overlay.marks[left.id].badges == ("stood here",)
    stands = other if left is one else one
    assert found.overlay.marks[stands.id].badges == ("was a reason",)


def test_a_moved_branch_stays_whole_under_its_new_place() -> None:
    branch = ZOO[ZOO.index("  - claim: Animals") : ZOO.index("  - premises")]
    moved = put((branch, ""), (RARE, RARE + "    counterpoints:\n" + _deeper(branch)))
    found = of(moved)
    assert badges(found)["suffering"] == ("moved from: “The zoo should close”",)
    assert {one.target for one in found.map.used["cages"]} == {"suffering"}
    assert "cages" not in found.overlay.marks


def _deeper(text: str) -> str:
    return re.sub("(?m)^(?=.)", "    ", text)


def test_between_two_claims() -> None:
    found = of(put((
        "  - claim: Animals suffer in the zoo\n    id: suffering\n    reasons:\n" + CAGES + PACING,
        "  - claim: It is cruel\n    reasons:\n      - claim: Animals suffer in the zoo\n"
        "        id: suffering\n        reasons:\n" + _deeper(CAGES) + _deeper(PACING),
    )))  # fmt: skip
    assert badges(found) == {"it-is-cruel": ("added between",)}
    seen = view(found.map, Options(), found.overlay)
    assert "suffering" in seen.claims, "what it stands above is shown as well"
    assert seen.folded == {"suffering": 2}


def test_turned() -> None:
    reason = ZOO[ZOO.index("  - claim: Animals") : ZOO.index("  - premises")]
    found = of(put((reason, ""), (RARE, RARE + reason)))
    (argument,) = found.map.used["suffering"]
    assert badges(found) == {argument.id: ("was a reason",)}
    assert found.overlay.fate(argument.id) is Fate.CHANGED


def test_a_step_that_was_dropped_between_claims_that_stay() -> None:
    again = put((RARE, RARE + "    counterpoints:\n      - ref: pacing\n"))
    found = of(ZOO, again)
    (left,) = [id for id, mark in found.overlay.marks.items() if mark.badges == ("removed",)]
    assert (found.map.argument[left].premises, found.map.argument[left].target) == (
        ("pacing",), "rare",
    )  # fmt: skip
    came = of(again)
    (new,) = [id for id, mark in came.overlay.marks.items() if mark.badges == ("added",)]
    assert came.map.argument[new].target == "rare"


def test_linked_or_told_apart_leaves_nothing_behind() -> None:
    linked = ZOO[ZOO.index("  - premises") : ZOO.index("counterpoints")]
    apart = put((linked, "  - claim: Few people come to the zoo\n    id: few\n"
                         "  - claim: A zoo without visitors is a waste\n    id: waste\n"))  # fmt: skip
    for found in (of(apart), of(ZOO, apart)):
        assert Fate.REMOVED not in {mark.fate for mark in found.overlay.marks.values()}
    assert ("told apart",) in badges(of(apart)).values()
    assert ("linked",) in badges(of(ZOO, apart)).values()


def test_a_premise_that_was_dropped_hangs_where_it_was_linked() -> None:
    found = of(put(("      - claim: Few people come to the zoo\n        id: few\n", "")))
    (argument,) = found.map.used["few"]
    assert (argument.premises, argument.target) == (("few",), "close")
    assert found.overlay.fate(argument.id) is Fate.REMOVED
    assert found.map.argument["money"].premises == ("waste",)


def test_details() -> None:
    was = put(("    by: keeper\n", "    by: keeper\n    weight: 0.2\n    tags: [a, b]\n"))
    now = put(
        ("    by: keeper\n", "    by: vet\n    weight: 0.5\n    tags: [b, c, d]\n    note: Hm.\n")
    )
    assert badges(of(now, was))["rare"] == (
        "speaker: keeper → vet", "weight up: 0.2 → 0.5", "tags: a → c, d", "note added: Hm.",
    )  # fmt: skip
    assert badges(of(was, now))["rare"][1] == "weight down: 0.5 → 0.2"
    assert badges(of(put(("    by: keeper\n", "")), was))["rare"][0] == "speaker removed: keeper"
    long = put(("    by: keeper\n", f"    by: keeper\n    note: {'so it is ' * 20}\n"))
    assert badges(of(long))["rare"] == ("note changed",)


def test_split_and_joined() -> None:
    whole = "Cages are far too small and visitors shout and throw stones"
    one = "claim: Zoos should close\nid: t\nreasons:\n" + f"  - {whole}\n"
    two = "claim: Zoos should close\nid: t\nreasons:\n  - Cages are far too small\n  - Visitors shout and throw stones\n"
    told = [text for found in (of(two, one), of(one, two)) for row in badges(found).values()
            for text in row]  # fmt: skip
    assert "split" in told or "split into 2" in told
    assert any(text.startswith("split off from “Cages are far too") for text in told)
    assert "joined from 2" in told
    assert any(text.startswith("joined into “Cages are far too") for text in told)


def test_another_thesis() -> None:
    text = "claim: Zoos should close\nid: a\nreasons:\n  - claim: Animals suffer there\n    id: b\n"
    one = map_of(text)
    comparison = compare(one, replace(one, theses=("a", "b")))
    assert badges(union(comparison))["b"] == ("now a thesis",)
    back = compare(replace(one, theses=("a", "b")), one)
    assert badges(union(back))["b"] == ("no longer a thesis",)


def test_ids_alone_are_only_noted() -> None:
    found = of(put(("id: rare", "id: breeding")))
    (mark,) = found.overlay.marks.values()
    assert (mark.fate, mark.badges) == (None, ())
    assert mark.note == "id: rare → breeding"
    assert view(found.map, Options(), found.overlay).claims == ("close",)


def test_the_caption_tells_what_stands_nowhere_on_the_map() -> None:
    found = of("title: Zoos\npeople:\n  keeper: {name: The keeper}\n" + put((CAGES, "")))
    assert found.overlay.caption == (
        "Compared: old.yaml → new.yaml",
        "1 substantive: 1 claim removed",
        "2 editorial: 1 person added, 1 detail changed",
        "7 claims before, 6 now, 6 in both",
        "added: the person The keeper (keeper)",
        "title added: Zoos",
    )


def test_a_removed_counterpoint_and_a_new_one_back_are_no_exclusion() -> None:
    there = "claim: A\nid: a\ncounterpoints:\n  - claim: B is so\n    id: b\n"
    back = "claim: B is so\nid: b\ncounterpoints:\n  - claim: A\n    id: a\n"
    assert of(back, there).map.exclusions == ()


def test_an_exclusion_that_was_removed_is_still_one() -> None:
    two = "claim: A\nid: a\nreasons:\n  - claim: B is so\n    id: b\n    excludes: c\n  - claim: C is so\n    id: c\n"
    found = of(two.replace("    excludes: c\n", ""), two)
    ((one, other),) = found.map.exclusions
    assert {found.overlay.fate(half.id) for half in (one, other)} == {Fate.REMOVED}


def test_half_of_an_exclusion_that_stays_is_not_marked() -> None:
    two = (
        "claim: A\nid: a\nreasons:\n  - claim: B is so\n    id: b\n    excludes: c\n"
        "counterpoints:\n  - claim: C is so\n    id: c\n"
    )
    one = (
        "claim: A\nid: a\ncounterpoints:\n  - claim: C is so\n    id: c\n"
        "    counterpoints:\n      - claim: B is so\n        id: b\n"
    )
    found = of(one, two)
    fates = {
        (arg.premises[0], arg.target): found.overlay.fate(arg.id) for arg in found.map.arguments
    }
    assert fates == {
        ("c", "a"): None, ("b", "c"): None, ("b", "a"): Fate.REMOVED, ("c", "b"): Fate.REMOVED,
    }  # fmt: skip
    assert found.map.exclusions == ()


def test_an_objection_that_became_a_counterpoint_says_so() -> None:
    objection = "    step:\n      counterpoints:\n        - claim: A tunnel would do\n          id: tunnel\n"
    counterpoint = "counterpoints:\n  - claim: A tunnel would do\n    id: tunnel\n"
    head = "claim: Build a bridge\nid: t\nreasons:\n  - claim: Traffic has doubled\n    id: a\n"
    there, back = (
        of(head + counterpoint, head + objection),
        of(head + objection, head + counterpoint),
    )
    assert ("moved from a step",) in badges(there).values()
    assert ("moved from: “Build a bridge”",) in badges(back).values()
    assert ("stood here",) in badges(there).values()


def test_support_that_runs_in_a_circle_through_both_versions_is_drawn() -> None:
    old = "claim: T\nid: t\nreasons:\n  - claim: A holds\n    id: a\n    reasons:\n      - claim: B holds\n        id: b\n"
    new = "claim: T\nid: t\nreasons:\n  - claim: B holds\n    id: b\n    reasons:\n      - claim: A holds\n        id: a\n"
    found = of(new, old)
    assert svg(found.map, Options(), found.overlay).count('class="claim') == 3


def test_a_large_map_is_folded_and_counts_what_changed_below() -> None:
    version = rewrite(map_of(as_yaml(argue(1200, "graph", 1))), 0.6, 1, "stable")
    found = union(compare(version.old, version.new))
    seen = view(found.map, Options(), found.overlay)
    assert len(seen.claims) <= 500
    assert sum(seen.changed.values()) > 100
    assert all(seen.changed[id] <= seen.folded[id] for id in seen.changed)


def test_maps_without_anything_in_common() -> None:
    bread = map_of("claim: Bread is good\nreasons: It smells of morning\n")
    found = union(compare(map_of(ZOO), bread))
    assert len(found.map.claims) == len(map_of(ZOO).claims) + 2
    assert {found.overlay.fate(claim.id) for claim in found.map.claims} == {
        Fate.ADDED, Fate.REMOVED,
    }  # fmt: skip


def test_a_claim_of_a_megabyte() -> None:
    old, new = (f"claim: T\nreasons: {'so it is ' * 110_000}{end}\n" for end in ("A", "B"))
    found = of(new, old)
    assert marked(found, "so it").words[-1] == ("came", "B")


def test_one_of_two_equal_steps_that_went_is_told_at_the_other() -> None:
    twice = (Argument("one", ("b",), Stance.FOR, "a"), Argument("two", ("b",), Stance.FOR, "a"))
    old = ArgumentMap((Claim("a", "It rains"), Claim("b", "It is wet")), twice, ("a",))
    found = union(compare(old, replace(old, arguments=twice[1:])))
    assert [one.id for one in found.map.arguments] == ["two"]
    assert found.overlay.marks["two"].badges == ("stood here twice",)
