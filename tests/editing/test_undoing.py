"""Taking a change back, also after others."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.editing.undoing import undone, without_change
from argmap.yaml.files import loads

_lines = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n", "\n"]), max_size=8)


@given(_lines, _lines, _lines, _lines, _lines)
def test_changes_in_other_lines_stay(
    head: list[str], new: list[str], tail: list[str], above: list[str], below: list[str]
) -> None:
    """Between lines that occur once, a change is taken back alone, or nothing is."""
    before = "".join([*head, "<1\n", "<2\n", "3>\n", "4>\n", *tail])
    after = "".join([*head, "<1\n", "<2\n", *new, "3>\n", "4>\n", *tail])
    now = "".join([*above, "<1\n", "<2\n", *new, "3>\n", "4>\n", *below])
    wanted = "".join([*above, "<1\n", "<2\n", "3>\n", "4>\n", *below])
    assert without_change(now, after, before) in (wanted, None)
    if (above, below) == (head, tail) or not {*above, *below} & {*head, *tail, *new}:
        assert without_change(now, after, before) == wanted


@given(_lines, _lines, _lines)
def test_it_never_guesses(one: list[str], two: list[str], three: list[str]) -> None:
    """What comes out has the wanted lines at one place, or nothing comes out."""
    before, after, now = "".join(one), "".join(two), "".join(three)
    found = without_change(now, after, before)
    assert without_change(after, after, before) == before
    if found is not None:
        assert len(found) - len(now) == len(before) - len(after)


def test_a_claim_that_got_reasons_elsewhere_is_not_taken_from_above_them() -> None:
    before = "claim: A\nreasons:\n  - claim: B\n    id: b\n"
    after = before + "  - claim: C\n    id: c\n"
    now = after + "    reasons:\n      - D\n"
    assert undone(loads(now), after, before) is None
    commented = after + "    # why\n\n    reasons:\n      - D\n"
    assert undone(loads(commented), after, before) is None
