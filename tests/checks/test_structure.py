"""How claims and arguments hang together: what is told, and what is not."""

import pytest

from tests.reading import Found, codes, found, hints

HEAD = "claim: The zoo should close\nid: close\nreasons:\n"
FEW = "  - {claim: Visitors are few, id: few}\n"

TOLD: dict[str, tuple[str, list[Found]]] = {
    "a claim against itself": (
        "claim: x\nid: x\ncounterpoints:\n  - ref: x\n", [("attacks-itself", 4, 10)],
    ),
    "a claim against itself among premises": (
        "claim: x\nid: x\ncounterpoints:\n  - premises: [y, {ref: x}]\n", [("attacks-itself", 4, 5)],
    ),
    "a claim for and against": (
        HEAD + FEW + "counterpoints:\n  - ref: few\n", [("for-and-against", 6, 10)],
    ),
    "a claim for what it excludes": (
        HEAD + "  - {claim: Visitors are few, id: few, excludes: close}\n", [("for-and-against", 4, 50)],
    ),
    "one reason twice": (HEAD + FEW + "  - ref: few\n", [("repeated-argument", 5, 10)]),
    "one reason three times": (
        HEAD + FEW + "  - ref: few\n  - ref: few\n",
        [("repeated-argument", 5, 10), ("repeated-argument", 6, 10)],
    ),
    "linked premises twice": (
        HEAD + "  - premises: [{claim: y, id: y}, {claim: z, id: z}]\n"
        "  - premises: [{ref: z}, {ref: y}]\n",
        [("repeated-argument", 5, 5)],
    ),
    "a premise twice": (
        HEAD + "  - premises: [{claim: y, id: y}, {ref: y}]\n", [("repeated-premise", 4, 5)],
    ),
    "a shared claim that nothing uses": (
        "claim: x\nshared:\n  - {claim: y, id: y}\n", [("unused-shared", 3, 13)],
    ),
    "a shared text that nothing uses": ("claim: x\nshared: Fish feel pain\n", [("unused-shared", 2, 9)]),
    "shared claims among themselves": (
        "claim: x\nshared:\n  - {claim: y, id: y, reasons: {ref: z}}\n  - {claim: z, id: z, excludes: y}\n",
        [("untied-claim", 3, 13), ("untied-claim", 4, 13), ("for-and-against", 4, 33)],
    ),
    "one text twice": (HEAD + "  - Visitors are few\n  - 'visitors  ARE few'\n", [("same-text", 5, 5)]),
    "an empty block": ("claim: x\nreasons:\n", [("empty-block", 2, 1)]),
    "an empty list": ("claim: x\nreasons: []\n", [("empty-block", 2, 1)]),
    "an empty block in a step": (HEAD + "  - {claim: y, step: {reasons: }}\n", [("empty-block", 4, 23)]),
    "an empty shared": ("claim: x\nshared:\n", [("empty-block", 2, 1)]),
    "a lone premise": (HEAD + "  - premises:\n      - y\n", [("lone-premise", 4, 5)]),
    "a lone premise not in a list": (HEAD + "  - premises: y\n", [("lone-premise", 4, 5)]),
    "a lone premise behind its step": (
        HEAD + "  - step: {reasons: [y, z]}\n    premises: w\n", [("lone-premise", 5, 5)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told_at_its_place(name: str) -> None:
    text, faults = TOLD[name]
    assert found(text) == faults


FINE = {
    "counterpoints in a circle": "claim: x\nid: x\ncounterpoints:\n  - {claim: y, counterpoints: {ref: x}}\n",
    "a claim for one thing and against another": (
        HEAD + FEW + "counterpoints:\n  - {claim: It breeds, counterpoints: {ref: few}}\n"
    ),
    "a claim alone and linked": HEAD + FEW + "  - premises: [{ref: few}, y]\n",
    "a claim that explains what it speaks against": (
        HEAD + "  - {claim: y, id: y, step: {scheme: explanation}}\ncounterpoints:\n  - ref: y\n"
    ),
    "a claim for a claim and against a step to it": (
        HEAD + "  - {claim: y, step: {counterpoints: {ref: few}}}\n" + FEW
    ),
    "a claim that undercuts its own step": (
        HEAD + "  - {claim: y, id: y, step: {counterpoints: [{ref: y}]}}\n"
    ),
    "two premises behind a step": (HEAD + "  - step: {counterpoints: y}\n    premises: [z, w]\n"),
    "a shared claim that a premise uses": (
        HEAD + "  - premises: [{ref: a}, y]\nshared:\n  - {claim: A, id: a}\n"
    ),
    "a shared claim that a shared claim uses": (
        HEAD
        + "  - ref: a\nshared:\n  - {claim: A, id: a, reasons: {ref: b}}\n  - {claim: B, id: b}\n"
    ),
    "a shared claim that excludes a thesis": "claim: x\nid: x\nshared:\n  - {claim: y, excludes: x}\n",
    "a shared claim that uses a thesis": (
        "claim: x\nid: x\nreasons: {ref: b}\nshared:\n  - {claim: B, id: b, counterpoints: {ref: x}}\n"
    ),
    "theses apart from each other": "claims: [one, two]\n",
    "texts that differ in a word": HEAD + "  - Visitors are few\n  - Visitors are not few\n",
    "an empty list of tags": "claim: x\ntags: []\nby: []\n",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_sound_is_not_told(name: str) -> None:
    assert codes(FINE[name]) == []


def test_a_shared_claim_is_told_how_it_could_be_used() -> None:
    assert hints("claim: x\nshared:\n  - {claim: y, id: y}\n")[0].startswith("`ref: y` to it")
    assert hints("claim: x\nshared:\n  - y\n")[0].startswith("give it an `id` and `ref` to it")
