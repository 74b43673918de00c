"""Who says it, and where: what is told, and what is not."""

import pytest

from tests.reading import Found, codes, found, hints

CITED = "claim: x\ncites: s\n"

TOLD: dict[str, tuple[str, list[Found]]] = {
    "a source that nothing cites": ("claim: x\nsources:\n  s: A book\n", [("unused-source", 3, 3)]),
    "one of two sources": (CITED + "sources:\n  s: A\n  t: B\n", [("unused-source", 5, 3)]),
    "a fact without a citation": (
        CITED + "reasons:\n  - claim: y\n    kind: fact\nsources:\n  s: A\n", [("uncited-fact", 4, 12)],
    ),
    "a person who says nothing": (
        "claim: x\npeople:\n  v: Ann\n", [("unused-person", 3, 3)],
    ),
    "a speaker misspelt": (
        "claim: x\nby: [haddad, hadad]\npeople:\n  haddad: Dr. Haddad\n", [("near-speaker", 2, 14)],
    ),
    "a reporter misspelt": (
        "claim: x\nby: haddad\nvia: Hadad\npeople:\n  haddad: Dr. Haddad\n", [("near-speaker", 3, 6)],
    ),
    "a speaker of a step misspelt": (
        "claim: x\nby: haddad\nreasons:\n  - {claim: y, step: {by: hadad}}\n"
        "people:\n  haddad: Dr. Haddad\n",
        [("near-speaker", 4, 27)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_it_is_told_at_its_place(name: str) -> None:
    text, faults = TOLD[name]
    assert found(text) == faults


FINE = {
    "facts in a map without sources": "claim: x\nkind: fact\n",
    "a fact with a citation": CITED + "kind: fact\nsources: {s: A}\n",
    "no fact": CITED + "reasons:\n  - {claim: y, kind: value}\nsources: {s: A}\n",
    "a source that a step cites": "claim: x\nreasons:\n  - {claim: y, step: {cites: s}}\nsources: {s: A}\n",
    "a source that is cited unnamed": "claim: x\ncites: {quote: y}\nsources: {s: A}\n",
    "plain names beside people": "claim: x\nby: [v, The city council]\npeople: {v: Ann}\n",
    "plain names that are names": "claim: x\nby: [vet, Anna Hart, Bert]\npeople: {vet: Ann}\n",
    "plain names without people": "claim: x\nby: [hadad, haddad]\n",
    "a person who takes a step": "claim: x\nreasons:\n  - {claim: y, step: {by: v}}\npeople: {v: Ann}\n",
    "a person who reports": "claim: x\nvia: v\npeople: {v: Ann}\n",
    "a person who wrote a source": CITED + "sources: {s: {author: v}}\npeople: {v: Ann}\n",
    "a person who made the map": "claim: x\nauthors: v\npeople: {v: Ann}\n",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_sound_is_not_told(name: str) -> None:
    assert codes(FINE[name]) == []


def test_the_person_that_was_meant_is_named() -> None:
    text = "claim: x\nby: [haddad, hadad]\npeople: {haddad: Dr. Haddad}\n"
    assert hints(text) == ["did you mean `haddad`?"]
