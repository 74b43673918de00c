"""Diffs that do not fit, and diffs as JSON."""

import json
from typing import Any

import pytest
from hypothesis import given

from argmap.diff import Change, Diff, Edit, Kind, Part, PatchError, diff, patched, undone
from argmap.diff.json_form import DiffError, as_data, from_data
from argmap.model import ArgumentMap, Claim
from tests.diff.maps import meaning, versions
from tests.diff.test_edits import CAGES, PACING, RARE, ZOO, put
from tests.reading import map_of


def fails(map: str, old: str, new: str) -> PatchError:
    with pytest.raises(PatchError) as caught:
        patched(map_of(map), diff(map_of(old), map_of(new)))
    return caught.value


def test_edits_elsewhere_do_not_matter() -> None:
    done = diff(map_of(ZOO), map_of(put((PACING, ""), ("id: few", "id: visitors"))))
    ours = put(("The zoo breeds", "This zoo breeds"), ("small", "narrow"))
    result = patched(map_of(ours), done)
    assert {"visitors", "cages"} < {claim.id for claim in result.claims}
    assert "pacing" not in result.claim
    assert result.claim["cages"].text == "The cages are narrow"


def test_what_was_changed_in_between_is_refused() -> None:
    error = fails(put(("small", "narrow")), ZOO, put(("small", "tiny")))
    assert error.edit is not None
    assert (error.edit.kind, error.edit.id) == (Kind.REWORDED, "cages")
    assert str(error) == "reworded claim `cages`: the `text` of claim `cages` is another"


def test_what_is_gone_is_refused() -> None:
    error = fails(put((CAGES, "")), ZOO, put(("small", "tiny")))
    assert "the map has no claim `cages`" in str(error)


def test_what_is_there_already_is_refused() -> None:
    new = put((PACING, PACING + "      - claim: Vets are rare\n        id: vets\n"))
    assert "the map has a `vets` already" in str(fails(new, ZOO, new))


def test_what_others_need_is_not_taken_out() -> None:
    ours = put((RARE, RARE + "    reasons:\n      - ref: pacing\n"))
    error = fails(ours, ZOO, put((PACING, "")))
    assert "removed claim `pacing`" in str(error)
    assert "needs `pacing`" in str(error)


def test_a_circle_is_not_made() -> None:
    old = "claim: A\nid: a\nreasons:\n  - claim: B\n    id: b\nshared:\n  - claim: C\n    id: c\n"
    one = old.replace("    id: b\n", "    id: b\n    reasons:\n      - ref: c\n")
    other = old.replace("    id: c\n", "    id: c\n    reasons:\n      - ref: b\n")
    assert "circle" in str(fails(one, old, other))


def test_two_parts_of_one_id() -> None:
    ours = put(("id: rare", "id: boxes"))
    assert "boxes" in str(fails(ours, ZOO, put(("id: cages", "id: boxes"))))


def test_a_thesis_stays() -> None:
    edit = Edit(Kind.CHANGED, Part.MAP, "", field="theses", changes=(
        Change(Part.MAP, "", "theses", ("close",), ()),
    ))  # fmt: skip
    with pytest.raises(PatchError, match="no thesis"):
        patched(map_of(ZOO), Diff((edit,)))


def test_an_id_that_cannot_be_one() -> None:
    edit = Edit(Kind.ADDED, Part.CLAIM, "a b", changes=(
        Change(Part.CLAIM, "a b", "", None, Claim("a b", "A")),
    ))  # fmt: skip
    with pytest.raises(PatchError, match="cannot be its id"):
        patched(map_of(ZOO), Diff((edit,)))


def test_undone_is_told_from_the_other_side() -> None:
    new = put((PACING, ""), ("suffer", "never suffer"), ("id: few", "id: visitors"))
    done = undone(diff(map_of(ZOO), map_of(new)))
    found = {(edit.kind, edit.id): edit for edit in done.edits}
    assert found[Kind.ADDED, "pacing"].after == "Many animals pace up and down"
    assert found[Kind.REWORDED, "suffering"].turning == ("-never",)
    assert found[Kind.RENAMED, "few"].was == "visitors"
    assert undone(done) == diff(map_of(ZOO), map_of(new))


def test_who_is_like_another_is_less_surely_new() -> None:
    old = put((RARE, RARE + "  - The zoo shows children what a lion is\n"))
    new = put((PACING, PACING + "      - What a lion is the zoo cannot show\n"))
    found = {edit.kind: edit.confidence for edit in diff(map_of(old), map_of(new)).edits}
    assert found == {
        Kind.ADDED: pytest.approx(0.5, abs=0.2), Kind.REMOVED: pytest.approx(0.5, abs=0.2),
    }  # fmt: skip


@given(versions())
def test_json_brings_it_back(pair: tuple[ArgumentMap, ArgumentMap]) -> None:
    done = diff(*pair)
    back = from_data(json.loads(json.dumps(as_data(done, "a", "b"))))
    assert [edit.changes for edit in back.edits] == [edit.changes for edit in done.edits]
    assert meaning(patched(pair[0], back)) == meaning(pair[1])


def test_the_form_of_json() -> None:
    new = map_of(put(("suffer", "never suffer")))
    assert as_data(diff(map_of(ZOO), new), "old.yaml", "new.yaml") == {
        "argmap-diff": 1,
        "old": "old.yaml",
        "new": "new.yaml",
        "ids": {},
        "edits": [
            {
                "kind": "reworded", "part": "claim", "id": "suffering", "was": "suffering",
                "field": "text", "before": "Animals suffer in the zoo",
                "after": "Animals never suffer in the zoo", "others": [], "where": ["close"],
                "confidence": 0.99, "evidence": "id", "grade": "substantive",
                "turning": ["+never"],
                "changes": [
                    {
                        "part": "claim", "id": "suffering", "field": "text",
                        "before": "Animals suffer in the zoo",
                        "after": "Animals never suffer in the zoo", "place": [None, None],
                    }
                ],
            }
        ],
    }  # fmt: skip


def edited(**fields: Any) -> dict[str, Any]:
    change = {"part": "claim", "id": "a", "field": "text", "before": "A", "after": "B"}
    edit = {"kind": "reworded", "part": "claim", "id": "a", "changes": [change | fields]}
    return {"argmap-diff": 1, "edits": [edit]}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ([], "no diff of argument maps"), ({"edits": []}, "no diff of argument maps"),
        ({"argmap-diff": 2, "edits": []}, "form 2"), ({"argmap-diff": 1}, "no list of `edits`"),
        ({"argmap-diff": 1, "edits": [3]}, "edit 1"),
        ({"argmap-diff": 1, "edits": [{}]}, "edit 1: `kind` is missing"),
        ({"argmap-diff": 1, "edits": [], "ids": {"a": 1}}, "`ids`"),
        (edited(part="dream"), "dream"), (edited(field="colour"), "no field `colour`"),
        (edited(before=[1]), "`before` of `text`"), (edited(field="", before=None, after=None), "null"),
        (edited(field="", before=None, after={"id": "a"}), "`after` of `claim`"),
        (edited(place=["a"]), "`place`"), (edited(field=None), "`field` is no text"),
        (edited(place="ab"), "`place`"), (edited(before=1), "`before` of `text`"),
        (edited(id=1), "`id` is no text"), (edited(field="weight", before=None, after="0.5"), "`after` of `weight`"),
        (edited(field="weight", before=None, after=2), "from 0 to 1"),
        (edited(field="weight", before=None, after=float("nan")), "`weight`"),
        (edited(field="implicit", before=False, after="yes"), "`after` of `implicit`"),
        (edited(field="by", before=[], after="Ann"), "`after` of `by`"),
        (edited(field="by", before=[], after=[None]), "`after` of `by`"),
        (edited(field="cites", before=[], after=[{"source": "s", "qoute": "q"}]), "no field `qoute`"),
        (edited(field="", before=None, after={"id": "a", "text": "t", "txet": ""}), "no field `txet`"),
        (edited(part="person", field="extra", before={}, after={"a": [1]}), "blocks of texts"),
    ],
)  # fmt: skip
def test_damaged_json(data: Any, reason: str) -> None:
    with pytest.raises(DiffError, match=reason):
        from_data(data)
