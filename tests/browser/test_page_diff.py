"""Two versions of a map: the page of both, with the edits to step through."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import (
    ARTICLE,
    CALM,
    anew,
    card,
    chosen,
    data,
    details,
    hard_to_read,
    inside,
    still,
)

PROPOSAL = ARTICLE.parents[1] / "docs" / "pull-request" / "proposal.yaml"


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, str(PROPOSAL), command="diff", **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def step(page: Any) -> str:
    text: str = page.locator(".edit-count").inner_text()
    return text


def test_it_opens_with_what_changed(page: Any) -> None:
    changes = data(page)["changes"]
    told = details(page)
    assert "What changed" in told
    assert all(line in told for line in changes["summary"])
    assert step(page) == f"{len(changes['edits'])} edits"


def test_buttons_step_through_the_edits(page: Any) -> None:
    edits = data(page)["changes"]["edits"]
    for at, edit in enumerate(edits, 1):
        page.get_by_role("button", name="Next edit").click()
        assert step(page) == f"{at} of {len(edits)}"
        ids = {edit["id"], *edit["others"]} & data(page)["claims"].keys()
        if ids:
            assert chosen(page) in ids
            assert inside(page, card(page, chosen(page)))
    page.get_by_role("button", name="Next edit").click()
    assert step(page) == f"1 of {len(edits)}"
    page.get_by_role("button", name="Previous edit").click()
    assert step(page) == f"{len(edits)} of {len(edits)}"


def test_keys_step_through_the_edits(page: Any) -> None:
    number = len(data(page)["changes"]["edits"])
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert step(page) == f"2 of {number}"
    page.keyboard.press("p")
    assert step(page) == f"1 of {number}"


def test_a_press_on_an_edit_shows_it(page: Any) -> None:
    rows = page.locator(".edits button")
    rows.nth(1).click()
    assert rows.nth(1).get_attribute("aria-current") == "step"
    assert step(page).startswith("2 of")


def test_cards_say_what_became_of_them(page: Any) -> None:
    marks = data(page)["changes"]["marks"]
    claims = data(page)["claims"]
    for change, sign in (("added", "+"), ("removed", "−"), ("changed", "±"), ("moved", "⇄")):
        ids = [id for id, mark in marks.items() if mark["change"] == change and id in claims]
        if not ids:
            continue
        page.evaluate("id => (location.hash = encodeURIComponent(id))", ids[0])
        page.locator(f'.picture .selected[data-key="{ids[0]}"]').wait_for()
        assert change in card(page, ids[0]).get_attribute("aria-label")
        assert sign in card(page, ids[0]).text_content()


def test_words_that_went_and_came_are_shown(page: Any) -> None:
    marks = data(page)["changes"]["marks"]
    id = next(id for id, mark in marks.items() if mark["words"])
    words = marks[id]["words"]
    page.evaluate("id => (location.hash = encodeURIComponent(id))", id)
    page.locator(f'.picture .selected[data-key="{id}"]').wait_for()
    gone = "".join(text for kind, text in words if kind == "gone").split()
    came = "".join(text for kind, text in words if kind == "came").split()
    drawn = card(page, id)
    struck = " ".join(drawn.locator("tspan[text-decoration=line-through]").all_text_contents())
    fresh = " ".join(drawn.locator("tspan[text-decoration=underline]").all_text_contents())
    assert all(word in struck for word in gone)
    assert all(word in fresh for word in came)
    page.get_by_role("tab", name="Details").click()
    assert page.locator(".page-of-panel:visible ins").count() > 0
    page.keyboard.press("2")
    assert page.locator(".outline [aria-selected=true] > .row ins").count() > 0


def test_what_did_not_change_starts_folded_and_can_be_unfolded(page: Any) -> None:
    folded = data(page)["changes"]["folded"]
    assert folded
    drawn = page.locator('.picture [aria-expanded="false"]')
    assert drawn.count() > 0
    assert {one.get_attribute("data-key") for one in drawn.all()} <= set(folded)
    page.get_by_role("button", name="Fold and direction").click()
    page.get_by_role("button", name="Unfold all").click()
    assert page.locator('.picture [aria-expanded="false"]').count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_diff_has_no_serious_fault(opened: Any, scheme: str) -> None:
    from tests.browser.test_page_access import violations

    page = anew(opened)
    page.emulate_media(color_scheme=scheme)
    assert violations(page, "html", "color-contrast", "aria-valid-attr-value") == []
    page.keyboard.press("2")
    assert violations(page, ".outline-view", "color-contrast") == []
    page.emulate_media(color_scheme="null")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_card_can_be_read(opened: Any, show: Show, tmp_path: Path, scheme: str) -> None:
    page = anew(opened)
    page.emulate_media(color_scheme=scheme)
    page.keyboard.press("0")
    still(page)
    assert hard_to_read(page) == []
    page.emulate_media(color_scheme="null")
    other = tmp_path / "other.yaml"
    other.write_text("claim: Tea is best\nreasons: [It warms]\n", encoding="utf-8")
    replaced = show(
        "claim: Buses should be free\n", str(other), command="diff", color_scheme=scheme
    )
    still(replaced)
    assert replaced.locator(".picture [text-decoration=line-through]").count() > 0
    assert hard_to_read(replaced) == []


def test_two_versions_that_say_the_same(show: Show) -> None:
    page = show(ARTICLE, str(ARTICLE), command="diff", **CALM)
    assert "Both versions say the same." in details(page)
    page.keyboard.press("n")
    assert chosen(page) == ""
