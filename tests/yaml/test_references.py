"""Ids, references and support in a circle."""

import pytest

from argmap.model import Stance
from tests.reading import Found, codes, document_of, found, hints, map_of

HEAD = "claim: The zoo should close\nid: close\nreasons:\n"

WRONG: dict[str, tuple[str, list[Found], str]] = {
    "a reference to nothing": (HEAD + "  - ref: harm\n", [("unknown-ref", 4, 10)], "write `id: harm`"),
    "a misspelt reference": (
        HEAD + "  - ref: cloes\n", [("unknown-ref", 4, 10)], "did you mean `close`?",
    ),
    "a reference by half an id": (
        HEAD + "  - {claim: y, id: suffering}\n  - ref: suffer\n", [("unknown-ref", 5, 10)],
        "did you mean `suffering`?",
    ),
    "a reference to a derived id": (
        HEAD + "  - Animals suffer\n  - ref: animals-suffer\n", [("unknown-ref", 5, 10)],
        "write `id: animals-suffer` in the claim in line 4",
    ),
    "a reference to a text": (
        HEAD + "  - Animals suffer\n  - ref: Animals suffer\n", [("unknown-ref", 5, 10)], "write `id: ",
    ),
    "a reference to a step": (
        HEAD + "  - {claim: y, step: {id: so}}\n  - ref: so\n", [("ref-to-step", 5, 10)],
        "refer to a claim",
    ),
    "a reference out of the folder": (
        HEAD + "  - ref: ../other.yaml#close\n", [("unknown-ref", 4, 10)], "",
    ),
    "two references in one": (HEAD + "  - ref: [close, x]\n", [("wrong-type", 4, 10)], "write a text"),
    "a reference to its own claim": (
        HEAD + "  - ref: close\n", [("circular-support", 4, 10)], "drop one of these steps",
    ),
    "a circle of two": (
        HEAD + "  - claim: y\n    reasons:\n      - ref: close\n", [("circular-support", 6, 14)], "",
    ),
    "a circle of linked premises": (
        HEAD + "  - premises:\n      - y\n      - claim: z\n        reasons:\n          - ref: close\n",
        [("circular-support", 8, 18)], "",
    ),
    "a circle among shared claims": (
        "claim: x\nreasons:\n  - ref: a\nshared:\n  - {claim: A, id: a, reasons: {ref: b}}\n"
        "  - {claim: B, id: b, reasons: {ref: a}}\n",
        [("circular-support", 5, 38)], "",
    ),
    "a claim that backs the step to itself": (
        HEAD + "  - claim: y\n    step:\n      reasons:\n        - ref: close\n",
        [("circular-support", 7, 16)], "",
    ),
    "one id for two claims": (
        HEAD + "  - {claim: y, id: close}\n", [("duplicate-id", 4, 20)], "give one of them another id",
    ),
    "one id for a claim and a step": (
        HEAD + "  - {claim: y, step: {id: close}}\n", [("duplicate-id", 4, 27)], "",
    ),
    "one id in two normal forms": (
        "claim: x\nid: caf\u00e9\nreasons:\n  - {claim: y, id: cafe\u0301}\n", [("duplicate-id", 4, 20)], "",
    ),
    "three times one id": (
        HEAD + "  - {claim: y, id: close}\n  - {claim: z, id: close}\n",
        [("duplicate-id", 4, 20), ("duplicate-id", 5, 20)], "",
    ),
    "an exclusion of nothing": (
        "claim: x\nexcludes: [y, x]\n", [("unknown-ref", 2, 12), ("unknown-ref", 2, 15)], "",
    ),
    "an id with a space": ("claim: x\nid: the zoo\n", [("bad-id", 2, 5)], "letters and digits"),
    "an id with a dot": ("claim: x\nid: zoo.1\n", [("bad-id", 2, 5)], "letters and digits"),
    "an id with a joiner": ("claim: x\nid: می\u200cشود\n", [("bad-id", 2, 5)], "letters and digits"),
    "an id of an emoji": ("claim: x\nid: ❤️\n", [("bad-id", 2, 5)], "letters and digits"),
    "a source that is none": (
        "claim: x\ncites: suvey\nsources: {survey: A book}\n", [("unknown-source", 2, 8)],
        "did you mean `survey`?",
    ),
    "a source where there are none": ("claim: x\ncites: s\n", [("unknown-source", 2, 8)], "add it under"),
    "a source in a list": (
        "claim: x\ncites:\n  - s\n  - source: t\nsources: {s: A book}\n", [("unknown-source", 4, 13)], "",
    ),
    "a step's source that is none": (
        HEAD + "  - claim: y\n    step:\n      cites: {source: t, quote: z}\n",
        [("unknown-source", 6, 23)], "",
    ),
    "a quote of no source": ("claim: x\ncites: {quote: y}\n", [("which-source", 2, 16)], "`source: …`"),
    "a place in no source": ("claim: x\ncites: {at: p. 4}\n", [("which-source", 2, 1)], "`source: …`"),
    "a quote of one of two sources": (
        "claim: x\ncites: {quote: y}\nsources: {s: A, t: B}\n", [("which-source", 2, 16)], "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_leads_nowhere_stops_the_map(name: str) -> None:
    text, faults, hint = WRONG[name]
    assert [fault for fault in found(text) if fault[0] != "unused-source"] == faults
    assert hint in hints(text)[0]
    assert document_of(text).map is None


def test_a_circle_names_the_claims_on_its_way() -> None:
    text = "claim: x\nid: a\nreasons:\n  - claim: y\n    id: b\n    step: {reasons: [{claim: z, id: c, reasons: {ref: a}}]}\n"
    (fault,) = document_of(text).faults
    assert fault.message == "`c` supports itself, through `a`"


def test_attacks_may_run_in_circles() -> None:
    text = "claim: x\nid: x\ncounterpoints:\n  - claim: y\n    counterpoints:\n      - ref: x\n"
    assert codes(text) == []
    assert (
        codes("claim: x\nid: x\nreasons:\n  - claim: y\n    counterpoints:\n      - ref: x\n") == []
    )
    explained = "claim: x\nid: x\nreasons:\n  - claim: y\n    reasons:\n      - ref: x\n        step: {scheme: explanation}\n"
    assert codes(explained) == []


@pytest.mark.parametrize(
    "id", ["zoo", "动物园", "حديقة", "क्षि", "ζῷον", "зоопарк", "1", "a_b-c", "ß", "한글"]
)
def test_ids_are_written_in_any_script(id: str) -> None:
    map = map_of(f"claim: x\nreasons:\n  - claim: y\n    id: {id}\ncounterpoints:\n  - ref: {id}\n")
    assert map.arguments[1].premises == (id,)


def test_a_reference_is_found_in_another_normal_form() -> None:
    map = map_of(
        "claim: x\nreasons:\n  - {claim: y, id: caf\u00e9}\ncounterpoints:\n  - ref: cafe\u0301\n"
    )
    assert map.arguments[1].premises == ("caf\u00e9",)


def test_a_reference_may_stand_before_its_claim() -> None:
    map = map_of("claim: x\nreasons:\n  - ref: b\n  - premises: [{claim: y, id: b}, z]\n")
    assert [argument.premises for argument in map.arguments] == [("b",), ("b", "z")]


def test_an_exclusion_is_two_attacks_written_once() -> None:
    map = map_of(
        "claims:\n  - {claim: x, id: x, excludes: y}\n  - {claim: y, id: y, excludes: [x]}\n"
    )
    pairs = [(a.premises, a.target, a.stance) for a in map.arguments]
    assert pairs == [(("x",), "y", Stance.AGAINST), (("y",), "x", Stance.AGAINST)]
    assert map.exclusions == (map.arguments,)


def test_an_exclusion_of_oneself_is_an_attack_on_oneself() -> None:
    assert found("claim: x\nid: x\nexcludes: x\n") == [("attacks-itself", 3, 11)]


def test_the_only_source_need_not_be_named() -> None:
    map = map_of(
        "claim: x\ncites: {quote: y}\nreasons:\n  - claim: z\n    step: {cites: [{at: p. 4}]}\nsources: {s: A}\n"
    )
    assert map.claims[0].cites[0].source == "s"
    assert map.arguments[0].cites[0].source == "s"


def test_references_are_judged_beside_a_faulty_value() -> None:
    text = "claim: x\nkind: foo\nreasons:\n  - {claim: y, id: y}\n  - ref: z\n"
    assert codes(text) == ["not-a-choice", "unknown-ref"]


def test_what_may_be_lost_in_a_fault_is_not_missed() -> None:
    lost = "claim: x\nreasons:\n  - {clam: y, id: y}\ncounterpoints:\n  - {claim: z, excludes: y}\n"
    assert codes(lost) == ["unknown-word"]
    assert codes("claim: x\nreasons:\n  - @y\n  - ref: y\n") == ["reserved-sign"]
    source = "claim: x\ncites: s\nsources:\n  s: {title: T, file: /x}\n"
    assert codes(source) == ["outside-folder"]


def test_a_claim_with_a_taken_id_keeps_its_own_place() -> None:
    text = "claim: x\nid: a\nreasons:\n  - {claim: y, id: a, cites: s}\n  - {claim: Is it z?, cites: t}\n"
    assert found(text) == [
        ("duplicate-id", 4, 20), ("unknown-source", 4, 30), ("question", 5, 13), ("unknown-source", 5, 30),
    ]  # fmt: skip
