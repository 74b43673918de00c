"""A diff on the page: both versions in one, each edit to be stepped to, each change in sight."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given

from argmap import load, loads
from argmap.diff import compare
from argmap.model import ArgumentMap
from argmap.page.changes import compared
from argmap.page.document import as_html
from tests.diff.maps import versions
from tests.page.opened import opened
from tests.strategies import argument_maps

MAPS = Path(__file__).parents[2] / "maps"

OLD = """\
claim: The zoo should close
id: close
reasons:
  - claim: Animals suffer in the zoo
    id: harm
    reasons:
      - claim: They pine away
        id: pine
        reasons: [Keepers say so]
  - claim: Nobody needs it
    id: needless
    reasons: [{claim: Few people come, id: few}]
counterpoints:
  - claim: It breeds rare species
    id: rare
"""
NEW = """\
claim: The zoo should close
id: close
reasons:
  - claim: Animals suffer much in the zoo
    id: harm
    reasons:
      - claim: They pine away
        id: pine
        reasons: [Keepers say so]
  - claim: Nobody needs it
    id: needless
    reasons: [{claim: Few people come, id: few}, {claim: Parks are free, id: parks}]
"""


def diff_of(old: str, new: str) -> dict[str, Any]:
    one, other = loads(old).map, loads(new).map
    assert one is not None
    assert other is not None
    return compared(compare(one, other), "old.yaml", "new.yaml")


@given(versions())
def test_both_versions_are_there_and_each_claim_is_at_home_once(
    pair: tuple[ArgumentMap, ArgumentMap],
) -> None:
    old, new = pair
    comparison = compare(old, new)
    data = json.loads(json.dumps(compared(comparison, "a", "b")))
    texts = [claim["text"] for claim in data["claims"].values()]
    gone = [claim for claim in old.claims if claim.id not in comparison.matching.new_of]
    assert sorted(texts) == sorted(claim.text for claim in (*new.claims, *gone))
    tops = [*data["theses"], *data["shared"]]
    for id, claim in data["claims"].items():
        assert (claim["home"] == "") is (id in tops)
        if claim["home"]:
            assert id in data["arguments"][claim["home"]]["premises"]
        if id in new.claim and claim["home"]:
            assert claim["home"] in new.argument, "at home where the new version has it"


def shown(data: dict[str, Any]) -> set[str]:
    """What is in sight at first."""
    folded = {*data["changes"]["folded"]}
    seen: set[str] = set()
    ahead = [*data["theses"], *data["shared"]]
    while ahead:
        id = ahead.pop()
        seen.add(id)
        for argument in () if id in folded else data["below"].get(id, ()):
            ahead += [argument, *(p for p in data["arguments"][argument]["premises"]
                                  if data["claims"][p]["home"] == argument)]  # fmt: skip
    return seen


@given(versions())
def test_every_edit_leads_somewhere_and_no_change_is_folded_away(
    pair: tuple[ArgumentMap, ArgumentMap],
) -> None:
    data = compared(compare(*pair), "a", "b")
    parts = data["claims"].keys() | data["arguments"].keys()
    for edit in data["changes"]["edits"]:
        assert edit["id"] in parts or not edit["id"]
        assert {*edit["others"]} <= parts
        assert edit["lines"]
    excluding = data["arguments"].keys() - {a for found in data["below"].values() for a in found}
    assert shown(data) >= data["changes"]["marks"].keys() - excluding


@given(argument_maps())
def test_two_versions_that_are_the_same_are_folded(map: ArgumentMap) -> None:
    data = compared(compare(map, map), "a", "b")
    assert data["changes"]["edits"] == []
    assert data["changes"]["marks"] == {}
    assert shown(data) == {*data["theses"], *data["shared"]}


def test_what_happened_to_each_claim_is_told() -> None:
    data = diff_of(OLD, NEW)
    changes = data["changes"]
    assert (changes["old"], changes["new"]) == ("old.yaml", "new.yaml")
    fates = {id: mark["change"] for id, mark in changes["marks"].items() if id in data["claims"]}
    assert fates == {"harm": "changed", "rare": "removed", "parks": "added"}
    assert changes["marks"]["harm"]["words"] == [
        ["same", "Animals suffer "], ["came", "much "], ["same", "in the zoo"],
    ]  # fmt: skip
    assert {(edit["kind"], edit["id"]) for edit in changes["edits"]} == {
        ("removed", "rare"), ("added", "parks"), ("reworded", "harm"),
    }  # fmt: skip
    assert changes["edits"][0]["lines"][0][0] == ["claim", "It breeds rare species"]
    assert "harm" in changes["folded"]
    assert "close" not in changes["folded"]
    assert "needless" not in changes["folded"]


def test_the_diff_is_a_page() -> None:
    map = load(MAPS / "assad-fall.yaml").map
    assert map is not None
    old = loads(OLD).map
    assert old is not None
    data = compared(compare(old, map), "</script>", "b")
    assert opened(as_html(data)).data == data
