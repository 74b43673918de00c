"""Laws of joining lists whose items count once."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.joining.sets import kept, ordered

LISTS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(LISTS, LISTS, LISTS)
def test_what_one_side_added_is_there_and_what_one_took_out_is_gone(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    found = kept(base, ours, theirs)
    assert len(found) == len(set(found))
    assert set(found) == {*ours, *theirs} - ({*base} - {*ours}) - ({*base} - {*theirs})
    assert set(found) == set(kept(base, theirs, ours))


@given(LISTS, LISTS)
def test_what_one_side_did_alone_is_done(base: list[str], ours: list[str]) -> None:
    assert kept(base, ours, base) == kept(base, base, ours) == kept(base, ours, ours) == ours
    assert kept([], ours, []) == kept([], [], ours) == ours


@given(LISTS, LISTS, LISTS)
def test_the_order_of_ours_stays_unless_they_alone_changed_it(
    base: list[str], ours: list[str], theirs: list[str]
) -> None:
    found = kept(base, ours, theirs)
    common = [item for item in base if item in ours and item in theirs]
    one, other = ([item for item in side if item in common] for side in (ours, theirs))
    assert [item for item in found if item in common] == (other if one == common else one)


@given(LISTS, LISTS, LISTS, LISTS)
def test_all_that_is_present_is_there_once(
    base: list[str], ours: list[str], theirs: list[str], present: list[str]
) -> None:
    assert sorted(ordered(base, ours, theirs, present)) == sorted(present)
