"""How alike texts are, and which come nearest."""

import pytest
from hypothesis import given

from argmap.matching import Texts, polarity, similarity
from argmap.matching.similarity import normalise
from tests.strategies import texts


@given(texts, texts)
def test_likeness_is_mutual_and_whole_only_for_one_text(one: str, other: str) -> None:
    alike = similarity(one, other)
    assert alike == similarity(other, one)
    assert 0 <= alike <= 1
    assert (alike == 1) == (normalise(one) == normalise(other))


@given(texts)
def test_a_text_is_found_by_itself(text: str) -> None:
    all = Texts(["Whales sing", "Rents rose", text])
    (best, alike), *_ = all.nearest(text)
    assert alike == 1
    assert normalise(all.vectors[best].text) == normalise(text)


def test_rare_words_say_more_than_common_ones() -> None:
    plans = [
        f"The plan of the council for the {x}" for x in ("harbour", "airport", "old mill", "zoo")
    ]
    found = Texts(plans).nearest("What the harbour needs is a plan", 2)
    assert plans[found[0][0]].endswith("harbour")
    assert found[0][1] > found[1][1]


def test_nothing_is_near_a_text_that_shares_nothing() -> None:
    assert Texts(["Whales sing"]).nearest("学校") == []
    assert Texts([]).nearest("Whales sing") == []


def test_no_more_are_given_than_asked_for() -> None:
    many = Texts([f"Witness {n} saw the lights" for n in range(500)])
    found = many.nearest("Witness 77 saw the light", 3)
    assert len(found) == 3
    assert found[0][0] == 77


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("we accept", "we only accept", False),
        ("it isn't so", "it is not so", True),
        ("it isn’t so", "it is so", False),
        ("a notable note", "a table", True),
        ("das ist gut", "das ist nicht gut", False),
        ("学校开门", "学校不开门", False),
        ("the set is empty", "the set is non-empty", False),
    ],
)  # fmt: skip
def test_words_that_turn_a_statement(one: str, other: str, same: bool) -> None:
    assert (polarity(one) == polarity(other)) is same
