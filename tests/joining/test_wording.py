"""Texts that two people changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.joining.wording import joined

WORDS = st.lists(st.sampled_from(["zoo", "keeps", "wild", "animals", "in", "cages"]), min_size=1)
BASE = "The old zoo keeps large wild animals in very small cages"


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        ("old zoo", "small", "The old park keeps large wild animals in very narrow cages"),
        ("large wild", "cages", None),
        ("very", "small", None),
    ],
)
def test_changes_that_lie_apart_are_both_kept(ours: str, theirs: str, both: str | None) -> None:
    news = {"old zoo": "old park", "small": "narrow", "very": "quite",
            "large wild": "not only wild", "cages": "pens"}  # fmt: skip
    sides = [BASE.replace(old, news[old]) for old in (ours, theirs)]
    assert joined(BASE, *sides) == joined(BASE, *sides[::-1]) == both


@given(WORDS, WORDS)
def test_what_one_side_did_alone_is_done(base: list[str], ours: list[str]) -> None:
    one, other = " ".join(base), " ".join(ours)
    assert joined(one, other, one) == joined(one, one, other) == other


@given(WORDS, WORDS)
def test_what_both_did_alike_is_done_once(base: list[str], both: list[str]) -> None:
    assert joined(" ".join(base), " ".join(both), " ".join(both)) == " ".join(both)


def test_beside_what_both_did_alike_one_may_have_done_more() -> None:
    base, ours = "The zoo costs the city money", "The zoo costs the town money"
    more = "The old zoo costs the town money"
    assert joined(base, ours, more) == joined(base, more, ours) == more


@given(WORDS, WORDS, WORDS)
def test_no_word_is_made_up_and_sides_are_equal(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    sides = [" ".join(side) for side in (base, ours, theirs)]
    text = joined(*sides)
    assert text == joined(sides[0], sides[2], sides[1])
    if text is not None:
        assert {*ours} & {*theirs} - {*base} <= {*text.split()} <= {*base, *ours, *theirs}


def test_texts_without_spaces_are_joined_too() -> None:
    assert joined(
        "動物園は街にある古い建物だ", "動物園は村にある古い建物だ", "動物園は街にある新い建物だ"
    ) == ("動物園は村にある新い建物だ")
