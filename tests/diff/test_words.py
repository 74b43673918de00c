"""Wordings held against each other, word by word."""

import pytest
from hypothesis import given

from argmap.diff.words import Run, compared, trivial, turning
from tests.strategies import texts


def marked(old: str, new: str) -> str:
    signs = {Run.SAME: "{}", Run.GONE: "[-{}-]", Run.CAME: "{{+{}+}}"}
    pieces = compared(old, new)
    return "".join(
        signs[p.run].format(p.text.rstrip()) + p.text[len(p.text.rstrip()) :] for p in pieces
    )


@given(texts, texts)
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = compared(old, new)
    for gone, text in ((Run.CAME, old), (Run.GONE, new)):
        shown = "".join(piece.text for piece in pieces if piece.run is not gone)
        assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("The zoo should close", "The zoo must close", "The zoo [-should-] {+must+} close"),
        ("It is so", "It is not so", "It is {+not+} so"),
        ("It is weak and old", "It is weak", "It is weak [-and old-]"),
        ("A non-empty set", "An empty set", "[-A non-empty-] {+An empty+} set"),
        ("动物园关闭", "动物园不关闭", "动物园{+不+}关闭"),
        ("الحديقة تغلق", "الحديقة لا تغلق", "الحديقة {+لا+} تغلق"),
    ],
)
def test_words(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_texts_of_many_words() -> None:
    old = " ".join(f"a{n}" for n in range(5_000))
    new = f"first {old} last"
    assert [p.run for p in compared(old, new)] == [Run.CAME, Run.SAME, Run.CAME]
    other = "other " + " ".join(f"b{n}" for n in range(50_000))
    assert [p.run for p in compared(old, other)] == [Run.GONE, Run.CAME]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Zoos harm animals", "zoos harm animals."), ("A – b", "A - b"), ("Colour counts", "Color counts"),
        ("They recieve money", "They receive money"), ("The co-operative", "The cooperative"),
        ("They organise it", "They organize it"), ("A zoo, in town", "A zoo in town"),
    ],
)  # fmt: skip
def test_trivial(old: str, new: str) -> None:
    assert trivial(old, new)
    assert trivial(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It is able", "It is unable"), ("It costs 10 euros", "It costs 100 euros"),
        ("It can", "It can't"), ("Few come", "A few come"), ("A legal way", "An illegal way"),
        ("It rose by 5 %", "It rose by 5"), ("It fell to -5 degrees", "It fell to 5 degrees"),
        ("Prices increase", "Prices decrease"), ("A moral act", "An amoral act"),
        ("It was moral", "It was amoral"), ("They could go", "They would go"),
        ("a non-empty set", "a set"), ("The bank failed", "The banks failed"),
        ("It is legal", "It is legal only here"), ("动物园关闭", "动物园不关闭"),
    ],
)  # fmt: skip
def test_not_trivial(old: str, new: str) -> None:
    assert not trivial(old, new)
    assert not trivial(new, old)


def test_a_contraction_is_a_not() -> None:
    assert turning("It works", "It doesn't work") == ("+not",)
    assert turning("Only it works, not that", "It works, not that") == ("-only",)
