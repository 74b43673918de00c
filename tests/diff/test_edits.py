"""What is told of versions that people would write."""

from textwrap import indent

import pytest

from argmap.diff import Edit, Grade, Kind, Part, compare
from tests.reading import map_of

ZOO = """\
claim: The zoo should close
id: close
reasons:
  - claim: Animals suffer in the zoo
    id: suffering
    reasons:
      - claim: The cages are small
        id: cages
      - claim: Many animals pace up and down
        id: pacing
  - premises:
      - claim: Few people come to the zoo
        id: few
      - claim: A zoo without visitors is a waste
        id: waste
    step: {id: money}
counterpoints:
  - claim: The zoo breeds rare species
    id: rare
    by: keeper
"""


def edits(new: str, old: str = ZOO) -> list[Edit]:
    return list(compare(map_of(old), map_of(new)).diff.edits)


def kinds(new: str, old: str = ZOO) -> list[tuple[str, str, str]]:
    return [(edit.kind.value, edit.part.value, edit.id) for edit in edits(new, old)]


def put(*pairs: tuple[str, str]) -> str:
    text = ZOO
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


CAGES = "      - claim: The cages are small\n        id: cages\n"
PACING = "      - claim: Many animals pace up and down\n        id: pacing\n"
RARE = "  - claim: The zoo breeds rare species\n    id: rare\n    by: keeper\n"


def test_nothing() -> None:
    assert edits(ZOO) == []
    assert edits("# a remark\n" + ZOO.replace("id: close\n", "id:   close\n\n")) == []


def test_a_claim_added_and_removed() -> None:
    new = put((PACING, ""), (CAGES, CAGES + "      - claim: Vets are rare\n        id: vets\n"))
    removed, added = edits(new)
    assert (removed.kind, removed.id, removed.before) == (
        Kind.REMOVED, "pacing", "Many animals pace up and down",
    )  # fmt: skip
    assert (added.kind, added.id, added.after, added.where) == (
        Kind.ADDED, "vets", "Vets are rare", ("suffering", "close"),
    )  # fmt: skip
    assert added.evidence == removed.evidence == "absent"
    assert [change.part for change in added.changes] == [Part.CLAIM, Part.ARGUMENT]


def test_a_reworded_claim() -> None:
    (edit,) = edits(put(("The cages are small", "The cages are far too small")))
    assert (edit.kind, edit.id, edit.before, edit.after, edit.grade) == (
        Kind.REWORDED, "cages", "The cages are small", "The cages are far too small",
        Grade.SUBSTANTIVE,
    )  # fmt: skip
    assert edit.turning == ()


@pytest.mark.parametrize(
    ("text", "turning"),
    [
        ("Animals do not suffer in the zoo", ("+not",)),
        ("Animals suffer only in the zoo", ("+only",)),
        ("Animals never suffer in the zoo", ("+never",)),
    ],
)
def test_a_gained_not_comes_first(text: str, turning: tuple[str, ...]) -> None:
    new = put(("Animals suffer in the zoo", text), (RARE, ""), ("A zoo without", "Zoos without"))
    first = edits(new)[0]
    assert (first.id, first.turning) == ("suffering", turning)


def test_a_lost_without() -> None:
    assert edits(put(("zoo without visitors", "zoo with visitors")))[0].turning == ("-without",)


@pytest.mark.parametrize(
    "text",
    ["animals suffer in the Zoo.", "Animals suffer, in the zoo", "Animals sufer in the zoo"],
)
def test_punctuation_capitals_and_spelling_are_editorial(text: str) -> None:
    (edit,) = edits(put(("Animals suffer in the zoo", text)))
    assert (edit.kind, edit.grade) == (Kind.REWORDED, Grade.EDITORIAL)


def test_a_claim_split_in_two() -> None:
    old = put(("Animals suffer in the zoo", "Animals suffer in the zoo and keepers hate it there"))
    new = put(
        (RARE, RARE + "  - claim: A reader looks at this\n"),
        ("  - premises:", "  - claim: Keepers hate it there\n    id: keepers\n  - premises:"),
    )
    found = edits(new, old)
    (split,) = [edit for edit in found if edit.kind is Kind.SPLIT]
    assert (split.was, split.others) == ("suffering", ("suffering", "keepers"))
    assert split.evidence == "words"
    (joined,) = [edit for edit in edits(old, new) if edit.kind is Kind.JOINED]
    assert (joined.id, joined.others) == ("suffering", ("suffering", "keepers"))


def test_the_parts_of_a_split_may_repeat_what_they_have_in_common() -> None:
    whole = "The zoo convinced few visitors as a school or as a park"
    old = put(("Animals suffer in the zoo", whole))
    new = put(
        ("Animals suffer in the zoo", "The zoo convinced few visitors as a school"),
        (
            "  - premises:",
            "  - claim: The zoo convinced few visitors as a park\n    id: park\n  - premises:",
        ),
    )
    (split,) = [edit for edit in edits(new, old) if edit.kind is Kind.SPLIT]
    assert split.others == ("suffering", "park")
    other = new.replace("as a park", "as guests")  # says nothing that the whole said
    assert Kind.SPLIT not in {edit.kind for edit in edits(other, old)}


def test_of_a_moved_subtree_the_root_alone() -> None:
    head = "  - claim: Animals suffer in the zoo\n    id: suffering\n    reasons:\n"
    moved = indent(head + CAGES + PACING, "    ")
    new = put((head + CAGES + PACING, ""), (RARE, RARE + "    reasons:\n" + moved))
    (edit,) = edits(new)
    assert (edit.kind, edit.part, edit.id, edit.before, edit.after) == (
        Kind.MOVED, Part.CLAIM, "suffering", "The zoo should close", "The zoo breeds rare species",
    )  # fmt: skip
    assert edit.where == ("rare", "close")
    turned = {(edit.kind, edit.id) for edit in edits(new.replace("    reasons:\n      - claim: An",
                                                                 "    counterpoints:\n      - claim: An"))}  # fmt: skip
    assert turned == {(Kind.MOVED, "suffering"), (Kind.TURNED, "step-suffering")}


def test_an_interposed_claim_and_one_taken_out() -> None:
    new = put((CAGES + PACING, (
        "      - claim: Keeping is cruel\n        id: cruel\n        reasons:\n"
        "          - claim: The cages are small\n            id: cages\n"
        "          - claim: Many animals pace up and down\n            id: pacing\n"
    )))  # fmt: skip
    (edit,) = edits(new)
    assert (edit.kind, edit.id, edit.others) == (Kind.INTERPOSED, "cruel", ("cages", "pacing"))
    (back,) = edits(ZOO, new)
    assert (back.kind, back.id, back.others) == (Kind.REMOVED, "cruel", ("cages", "pacing"))


def test_a_promoted_claim() -> None:
    new = put((PACING, ""), (
        "  - premises:", "  - claim: Many animals pace up and down\n    id: pacing\n  - premises:",
    ))  # fmt: skip
    assert kinds(new) == [("promoted", "claim", "pacing")]


def test_a_turned_argument() -> None:
    new = put(("counterpoints:\n" + RARE, ""), ("  - premises:", RARE + "  - premises:"))
    (edit,) = edits(new)
    assert (edit.kind, edit.part, edit.before, edit.after) == (
        Kind.TURNED, Part.ARGUMENT, "against", "for",
    )  # fmt: skip


def test_an_objection_that_became_an_undercut() -> None:
    new = put(("counterpoints:\n" + RARE, ""), (
        "    step: {id: money}", "    step:\n      id: money\n      counterpoints:\n        - claim: "
        "The zoo breeds rare species\n          id: rare\n          by: keeper",
    ))  # fmt: skip
    (edit,) = edits(new)
    assert (edit.kind, edit.part) == (Kind.RETARGETED, Part.ARGUMENT)
    assert edit.after.startswith("the step from “Few people come")


def test_linked_premises_told_apart_are_one_edit() -> None:
    apart = (
        "  - claim: Few people come to the zoo\n    id: few\n    step: {id: money}\n"
        "  - claim: A zoo without visitors is a waste\n    id: waste\n"
    )
    linked = ZOO[ZOO.index("  - premises:") : ZOO.index("counterpoints:")]
    new = put((linked, apart))
    assert [(edit.kind, edit.part) for edit in edits(new)] == [(Kind.REGROUPED, Part.ARGUMENT)]
    assert [edit.kind for edit in edits(ZOO, new)] == [Kind.REGROUPED]


def test_linked_premises_are_a_set() -> None:
    few = "      - claim: Few people come to the zoo\n        id: few\n"
    waste = "      - claim: A zoo without visitors is a waste\n        id: waste\n"
    (edit,) = edits(put((few + waste, waste + few)))
    assert (edit.kind, edit.grade) == (Kind.REORDERED, Grade.EDITORIAL)


def test_a_premise_added_to_linked_ones() -> None:
    waste = "      - claim: A zoo without visitors is a waste\n        id: waste\n"
    (edit,) = edits(put((waste, waste + "      - claim: Waste is bad\n        id: bad\n")))
    assert (edit.kind, edit.id) == (Kind.ADDED, "bad")


def test_arguments_between_known_claims() -> None:
    new = put((PACING, PACING + "      - ref: few\n        step: {id: again}\n"))
    assert kinds(new) == [("added", "argument", "again")]
    assert kinds(ZOO, new) == [("removed", "argument", "again")]


def test_claims_that_exclude_each_other_are_one_edit() -> None:
    new = put(("    by: keeper\n", "    by: keeper\n    excludes: few\n"))
    (edit,) = edits(new)
    assert (edit.kind, edit.field, len(edit.changes)) == (Kind.ADDED, "excludes", 2)


@pytest.mark.parametrize(
    ("field", "grade"),
    [
        ("standing: conceded", "substantive"), ("kind: fact", "substantive"),
        ("weight: 0.4", "substantive"), ("implicit: true", "substantive"),
        ("basis: expert", "substantive"), ("tags: [core]", "editorial"),
        ("note: see there", "editorial"),
    ],
)  # fmt: skip
def test_details_of_claims(field: str, grade: str) -> None:
    (edit,) = edits(put(("    id: rare\n", f"    id: rare\n    {field}\n")))
    assert (edit.kind, edit.part, edit.field, edit.grade.value) == (
        Kind.CHANGED, Part.CLAIM, field.partition(":")[0], grade,
    )  # fmt: skip


@pytest.mark.parametrize("field", ["scheme: sign", "warrant: money decides", "strength: 0.3"])
def test_details_of_steps(field: str) -> None:
    (edit,) = edits(put(("{id: money}", f"{{id: money, {field}}}")))
    assert (edit.part, edit.id, edit.field) == (Part.ARGUMENT, "money", field.partition(":")[0])
    assert edit.grade is Grade.SUBSTANTIVE


def test_the_map_itself() -> None:
    new = f"title: Zoos\nquestion: Close?\nsources:\n  s: {{title: A}}\npeople:\n  keeper: {{name: Ann}}\n{ZOO}"
    found = {
        (edit.kind.value, edit.part.value, edit.field): edit.grade.value for edit in edits(new)
    }
    assert found == {
        ("changed", "map", "title"): "editorial", ("changed", "map", "question"): "substantive",
        ("added", "source", ""): "editorial", ("added", "person", ""): "editorial",
    }  # fmt: skip


def test_another_thesis_is_grave() -> None:
    old = "claims:\n  - claim: A\n    id: a\nshared:\n  - claim: B\n    id: b\n"
    (edit,) = edits("claims:\n  - claim: A\n    id: a\n  - claim: B\n    id: b\n", old)
    assert (edit.field, edit.grade, edit.after) == ("theses", Grade.SUBSTANTIVE, "A; B")


def test_a_written_id_is_told_and_one_from_the_text_is_not() -> None:
    assert kinds(put(("id: cages", "id: boxes"))) == [("renamed", "claim", "boxes")]
    old = "claim: The zoo should close\nreasons: Animals suffer in it\n"
    comparison = compare(map_of(old), map_of(old.replace("suffer", "often suffer")))
    assert [edit.kind for edit in comparison.diff.edits] == [Kind.REWORDED]
    assert set(comparison.diff.ids) == {"animals-suffer-in-it", "step-animals-suffer-in-it"}


def test_ids_that_are_to_be_ignored() -> None:
    other = map_of(put(("id: cages", "id: boxes"), ("id: few", "id: f")))
    found = compare(map_of(ZOO), other, ignore_ids=True).diff
    assert not found
    assert found.ids["cages"] == "boxes"


def test_reordered_reasons() -> None:
    (edit,) = edits(put((CAGES + PACING, PACING + CAGES)))
    assert (edit.kind, edit.id, edit.grade) == (Kind.REORDERED, "suffering", Grade.EDITORIAL)


def test_maps_without_anything_in_common() -> None:
    found = kinds("claim: Bread is good\nreasons: It smells\n")
    assert {kind for kind, part, _ in found if part == "claim"} == {"added", "removed"}


def test_the_graver_come_first() -> None:
    new = put(
        ("id: cages", "id: boxes\n        tags: [core]"), ("counterpoints:\n" + RARE, ""),
        ("Animals suffer", "Animals do not suffer"), ("Few people", "few people"),
    )  # fmt: skip
    grades = [edit.grade for edit in edits(new)]
    assert grades == sorted(grades, key=lambda grade: grade is Grade.EDITORIAL)
    assert edits(new)[0].turning == ("+not",)


def test_every_edit_has_its_evidence() -> None:
    new = map_of(put(("The cages are small", "All cages are too small"), ("id: cages", "id: b")))
    (edit, _) = compare(map_of(ZOO), new).diff.edits
    assert edit.evidence == "similar"
    assert 0 < edit.confidence < 1
