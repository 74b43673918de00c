"""What each commit did: laws over histories of any maps, without git."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.diff import patched
from argmap.git import Version
from argmap.history import Became, Step, UnknownClaimError, of_claim, steps
from argmap.model.outline import in_reading_order
from argmap.yaml.writer import write
from tests.diff.maps import meaning
from tests.merge.editing import edited
from tests.reading import map_of
from tests.strategies import argument_maps

GONE, FAULTY = "", "claim: [\n"


@st.composite
def histories(draw: st.DrawFn) -> list[str]:
    """Texts of a file, the oldest first; some faulty, some of a file that was gone."""
    map = in_reading_order(draw(argument_maps(max_claims=5)))
    texts = [write(map)]
    for _ in range(draw(st.integers(0, 4))):
        what = draw(st.integers(0, 5))
        if what > 1:
            map = draw(edited(map, most=2))
        texts.append({0: FAULTY, 1: GONE}.get(what, write(map)))
    return texts


def walked(texts: list[str], before: str = "") -> list[Step]:
    """The steps of a history whose contents are called by their texts."""

    def contents(folder: object, names: Iterable[str]) -> Iterator[bytes | None]:
        yield from (name.encode() for name in names)

    found = [
        Version(f"c{at}", "2026-01-01", "Maya", f"step {at}", "zoo.yaml", "", text, old)
        for at, (old, text) in enumerate(zip([before, *texts], texts, strict=False))
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("argmap.history.walking.contents", contents)
        return list(steps(Path(), found[::-1], before))


@given(histories())
def test_every_version_is_told_once_and_in_its_order(texts: list[str]) -> None:
    found = walked(texts)
    assert [step.version.commit for step in found] == [f"c{n}" for n in range(len(texts))][::-1]
    for step in found:
        assert (step.became is Became.REMOVED) is (step.version.content == GONE)
        assert (step.became is Became.FAULTY) is (step.version.content == FAULTY) is bool(step.why)


@given(histories())
def test_the_edits_of_all_steps_lead_from_the_oldest_to_the_newest(texts: list[str]) -> None:
    map = None
    for step in reversed(walked(texts)):
        if step.became in (Became.ADDED, Became.FIRST):
            map = step.map
        elif step.comparison is not None:
            assert map is not None
            assert step.map is not None
            map = patched(map, step.comparison.diff)
            assert meaning(map) == meaning(step.map)


@given(histories())
def test_a_history_that_is_cut_compares_with_what_was_before(texts: list[str]) -> None:
    whole, cut = walked(texts), walked(texts[1:], before=texts[0])
    assert [(s.became, s.comparison and s.comparison.diff) for s in cut] == [
        (s.became, s.comparison and s.comparison.diff) for s in whole[: len(cut)]
    ]


@given(histories(), st.data())
def test_a_claim_is_followed_to_where_it_was_added(texts: list[str], data: st.DataObject) -> None:
    found = walked(texts)
    newest = next((step.map for step in found if step.map is not None), None)
    if newest is None:
        return
    claim = data.draw(st.sampled_from(newest.claims))
    told = list(of_claim(found, claim.id))
    assert told
    order = [step.version.commit for step in found]
    assert [s.version.commit for s in told] == sorted(
        (s.version.commit for s in told), key=order.index
    )
    for step in told[:-1]:
        assert step.comparison is not None
        assert step.comparison.diff
    last = told[-1]
    assert last.map is not None
    text = last.map.claim[last.claim].text
    assert last.comparison is None or text not in {c.text for c in last.comparison.old.claims}


A = "claim: The zoo should close\nid: close\nreasons:\n"
HARM = "  - claim: Captivity harms large animals\n    id: harm\n"
MONEY = "  - claim: The zoo costs the city a lot of money every year\n    id: money\n"


def kinds(texts: list[str], claim: str) -> list[list[str]]:
    """What was done in the steps of a claim, the newest first."""
    return [
        sorted(edit.kind.value for edit in step.comparison.diff.edits)
        if step.comparison
        else [step.became.value]
        for step in of_claim(walked(texts), claim)
    ]


def test_other_claims_are_left_out() -> None:
    texts = [A + HARM, A + HARM + MONEY, A + HARM.replace("large", "all") + MONEY]
    assert kinds(texts, "harm") == [["reworded"], ["added"]]
    assert kinds(texts, "money") == [["added"]]
    assert kinds(texts, "close") == [["added"], ["added"]]


def test_through_another_id_another_text_and_another_place() -> None:
    renamed = HARM.replace("id: harm", "id: h1")
    moved = A + MONEY + "    reasons:\n" + "".join(f"    {row}\n" for row in renamed.splitlines())
    texts = [A + HARM + MONEY, A + renamed + MONEY, moved, moved.replace("harms", "hurts")]
    assert kinds(texts, "h1") == [["reworded"], ["moved"], ["renamed"], ["added"]]


def test_a_claim_that_was_removed() -> None:
    texts = [A + HARM + MONEY, A + HARM.replace("large", "all") + MONEY, A + MONEY]
    assert kinds(texts, "harm") == [["removed"], ["reworded"], ["added"]]


def test_an_objection_to_a_claim_is_of_its_history() -> None:
    objection = "    counterpoints:\n      - Whales live long there\n"
    texts = [A + HARM, A + HARM + objection, A + HARM]
    assert kinds(texts, "harm") == [["removed"], ["added"], ["added"]]


def test_a_claim_that_was_joined_leads_back_to_one_that_it_came_from() -> None:
    parts = "  - claim: The zoo costs the city money\n    id: m1\n  - claim: The money is lacking in schools\n    id: m2\n"
    whole = "  - claim: The zoo costs the city money, the money is lacking in schools\n    id: m3\n"
    assert kinds([A + parts, A + whole], "m3")[-1] == ["added"]


def test_nobody_knows_the_claim() -> None:
    with pytest.raises(UnknownClaimError) as error:
        list(of_claim(walked([A + HARM, A + MONEY]), "mony"))
    assert error.value.near == "money"
    assert map_of(A + HARM)
