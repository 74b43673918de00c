"""Values of labels are what the codebook lets them be, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.codebooks import READY, ready
from argmap.annotation.layers.labels import Unfit, judge, named, written
from argmap.annotation.layers.model import Codebook, Label
from tests.annotation.strategies import values

CHOICES = {"straw man": "answers what nobody said", "ad hominem": "", "é": ""}
SCALE = Label("clarity", "scale", low=1, high=5)
TRUTH = Label("granted", "yes/no")
ONE = Label("kind", "one of", values=CHOICES)
SET = Label("fallacy", "set", values=CHOICES)
TEXT = Label("remark", "text")
LABELS = [SCALE, TRUTH, ONE, SET, TEXT]

FIT = [
    (SCALE, "4", 4.0), (SCALE, "4.5", 4.5), (SCALE, "1", 1.0), (SCALE, "5.0", 5.0),
    (TRUTH, "yes", True), (TRUTH, "No", False), (TRUTH, "true", True), (TRUTH, "false", False),
    (ONE, "straw man", "straw man"), (ONE, "e\u0301", "é"), (TEXT, "any", "any"),
    (SET, ("straw man", "é"), ("straw man", "é")), (SET, "é", ("é",)), (SET, (), ()),
]  # fmt: skip

UNFIT = [
    (SCALE, "0.9", "write a number from 1 to 5"), (SCALE, "5.01", "write a number from 1 to 5"),
    (SCALE, "high", "write a number from 1 to 5"), (SCALE, "nan", "write a number from 1 to 5"),
    (SCALE, "4,5", "write a number from 1 to 5"), (SCALE, "٤", "write a number from 1 to 5"),
    (SCALE, "9" * 400, "write a number from 1 to 5"), (SCALE, ("4", "5"), "write one"),
    (TRUTH, "maybe", "write yes or no"), (TRUTH, "1", "write yes or no"),
    (ONE, "strawman", "did you mean `straw man`?"), (ONE, "Straw man", "did you mean `straw man`?"),
    (ONE, "?", "write one of: straw man, ad hominem, é"), (ONE, ("é",), "write one"),
    (SET, ("é", "e\u0301"), "write it once"), (SET, ("é", "ad homine"), "did you mean `ad hominem`?"),
    (TEXT, ("a", "b"), "write one"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "value", "typed"), FIT)
def test_a_value_becomes_what_it_is(label: Label, value: str, typed: object) -> None:
    found = judge(label, value)
    assert found == typed
    assert type(found) is type(typed)


@pytest.mark.parametrize(("label", "value", "mend"), UNFIT)
def test_what_is_no_value_is_told_with_a_remedy(label: Label, value: str, mend: str) -> None:
    found = judge(label, value)
    assert isinstance(found, Unfit)
    assert found.mend == mend
    assert label.name in found.reason or "`" in found.reason


@given(st.sampled_from(LABELS), values | st.sampled_from(["1", "2.25", "yes", "NO", *CHOICES]))
def test_what_is_judged_is_written_so_that_it_is_judged_alike(label: Label, value: str) -> None:
    typed = judge(label, value)
    if not isinstance(typed, Unfit):
        assert judge(label, written(typed)) == typed


@given(st.floats(1, 5).map(lambda number: round(number, 9)))
def test_numbers_on_a_scale_are_kept(number: float) -> None:
    assert judge(SCALE, written(number)) == number


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("clarity=4", ("clarity", "4")), (" clarity = 4 ", ("clarity", "4")),
        ("a=b=c", ("a=b", "c")), ("x=b=c", ("x", "b=c")), ("a=c", ("a", "c")),
        ("clarity", None), ("clarity=", None), ("=4", None), ("", None), ("=", None),
    ],
)  # fmt: skip
def test_a_label_is_a_name_and_a_value(text: str, pair: tuple[str, str] | None) -> None:
    assert named(Codebook((SCALE, Label("a=b", "text"), Label("a", "text"))), text) == pair


@pytest.mark.parametrize("name", READY)
def test_ready_codebooks_say_what_each_label_and_value_means(name: str) -> None:
    codebook = ready(name)
    assert codebook.version
    assert codebook.description
    for label in codebook.labels:
        assert label.description
        assert label.on
        assert label.values
        assert all(label.values.values())
        for value in label.values:
            assert not isinstance(judge(label, value), Unfit)
