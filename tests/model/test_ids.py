"""Ids in every script: which are allowed, and which one is derived from a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.ids import Namer, bad_character, nfc, slug

DERIVED = {
    "The city zoo should close": "the-city-zoo-should-close",
    "  We are #1!  ": "we-are-1",
    "don't — stop": "don-t-stop",
    "Straße & Fußweg": "strasse-fussweg",
    "ÉCOLE fermée": "école-fermée",
    "cafe\u0301": "caf\u00e9",
    "चिड़ियाघर बंद होना चाहिए": "चिड़ियाघर-बंद-होना-चाहिए",
    "动物园应该关闭，因为动物受苦": "动物园应该关闭-因为动物受苦",
    "动物" * 30: "动物" * 8,
    "حديقة الحيوان": "حديقة-الحيوان",
    "نمی\u200cشود": "نمی-شود",
    "Ελλάδα": "ελλάδα",
    "한글 이름": "한글-이름",
    "🦁🐘": "claim",
    "❤️": "claim",
    "1️⃣ erstens": "1-erstens",
    "\u0301\u0302": "claim",
    "a\u0301\u0302": "\u00e1\u0302",
    "?!…": "claim",
    "": "claim",
    "A claim that is far too long to be an id in its full and endless length": "a-claim-that-is-far-too-long-to-be-an-id",
    "x" * 100: "x" * 16,
    "x" * 100 + " and more": "x" * 16,
}  # fmt: skip


@pytest.mark.parametrize("text", DERIVED, ids=range(len(DERIVED)))
def test_an_id_is_derived_from_the_beginning_of_a_text(text: str) -> None:
    assert slug(text) == nfc(DERIVED[text])


@given(st.text())
def test_what_is_derived_is_an_id_and_no_long_one(text: str) -> None:
    derived = slug(text)
    assert derived
    assert bad_character(derived) == ""
    assert nfc(derived) == derived
    assert len(derived) <= 40


@given(st.text(min_size=1), st.text())
def test_a_text_of_any_length_is_looked_at_no_further_than_its_beginning(
    start: str, rest: str
) -> None:
    assert slug(start * 80 + rest) == slug(start * 80)


BAD = {
    "a b": " ", "a.b": ".", "a/b": "/", "a:b": ":", "a\u200cb": "\u200c", "\ufeffa": "\ufeff",
    "a\nb": "\n", "❤️": "❤", "a\ufe0f": "\ufe0f", "#a": "#", "a\u00a0b": "\u00a0", "–": "–",
}  # fmt: skip


@pytest.mark.parametrize("id", BAD, ids=ascii)
def test_the_character_that_no_id_may_have(id: str) -> None:
    assert bad_character(id) == BAD[id]


def test_a_name_that_is_taken_gets_a_number() -> None:
    namer = Namer({"zoo", "zoo-2"})
    assert [namer.name("zoo") for _ in range(3)] == ["zoo-3", "zoo-4", "zoo-5"]
    assert namer.name("zoo-3") == "zoo-3-2"
    assert namer.name("park") == "park"
    assert namer.claim("The Park") == "the-park"
    assert namer.argument("zoo") == "step-zoo"


@given(
    st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "a-2-2"])),
    st.sets(st.sampled_from(["a", "a-2"])),
)
def test_no_two_get_the_same_name(wanted: list[str], taken: set[str]) -> None:
    namer = Namer(taken)
    names = [namer.name(name) for name in wanted]
    assert len({*names, *taken}) == len(names) + len(taken)


def test_a_hundred_thousand_like_names_are_told_apart() -> None:
    namer = Namer(())
    assert len({namer.claim("same") for _ in range(100_000)}) == 100_000
