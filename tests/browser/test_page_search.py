"""Search as you type, with next and previous, by click and by key."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, anew, card, cards, data, inside, menu, until


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def hits(page: Any, word: str) -> list[str]:
    """The claims whose text has a word, in the order of the map's data."""
    return [id for id, claim in data(page)["claims"].items() if word in claim["text"].casefold()]


def counted(page: Any, text: str) -> None:
    page.locator(".search-count").get_by_text(text, exact=True).wait_for()


def test_hits_show_while_one_types(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("gaddafi")
    rows = page.locator(".search-hits button")
    rows.first.wait_for()
    assert rows.count() >= 2
    assert "Gaddafi" in rows.first.inner_text()
    counted(page, str(rows.count()))


def test_enter_and_shift_enter_go_round_the_hits(page: Any) -> None:
    page.get_by_role("searchbox").click()
    page.keyboard.type("damascus")
    page.locator(".search-hits button").first.wait_for()
    number = page.locator(".search-hits button").count()
    seen = []
    for at in range(number):
        page.keyboard.press("Enter")
        counted(page, f"{at + 1} of {number}")
        now = page.locator(".picture .now")
        assert inside(page, now)
        seen.append(now.get_attribute("data-key"))
    assert len(set(seen)) == number
    assert set(seen) >= set(hits(page, "damascus"))
    page.keyboard.press("Enter")
    counted(page, f"1 of {number}")
    page.keyboard.press("Shift+Enter")
    counted(page, f"{number} of {number}")


def test_buttons_go_to_the_next_and_the_previous_hit(page: Any) -> None:
    page.get_by_role("searchbox").fill("syria")
    page.get_by_role("button", name="Next hit").click()
    first = page.locator(".picture .now").get_attribute("data-key")
    page.get_by_role("button", name="Next hit").click()
    assert page.locator(".picture .now").get_attribute("data-key") != first
    page.get_by_role("button", name="Previous hit").click()
    assert page.locator(".picture .now").get_attribute("data-key") == first


def test_a_hit_in_a_folded_branch_is_unfolded_and_shown(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    folded = "western-secret-services-set-off-the-arab"
    assert folded not in cards(page)
    page.keyboard.press("/")
    page.keyboard.type("secret services")
    page.locator(".search-hits button").first.click()
    assert inside(page, card(page, folded))
    assert card(page, folded).get_attribute("aria-selected") == "true"


def test_hits_can_be_chosen_by_arrows(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("putin")
    page.locator(".search-hits button").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".search-hits button").nth(1)
    assert second.evaluate("it => it === document.activeElement")
    text = second.locator(".hit-text").inner_text()
    page.keyboard.press("Enter")
    assert text in page.locator(".picture .now").get_attribute("aria-label")


def test_escape_empties_the_box(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("putin")
    page.locator(".picture .hit").first.wait_for()
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('.picture .hit')")
    assert page.get_by_role("searchbox").input_value() == ""


def test_what_is_nowhere_is_said(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("zeppelin")
    counted(page, "none")


def test_speakers_and_quotes_are_searched_too(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("rehearsal for regime change")
    page.locator(".search-hits button").first.wait_for()
    assert page.locator(".search-hits button").count() == 1
    assert "trial run" in page.locator(".search-hits").inner_text()


def test_n_and_p_step_when_the_box_is_left(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("syria")
    page.keyboard.press("Enter")
    now = page.locator(".picture .now")
    first = now.get_attribute("data-key")
    card(page, first).focus()
    page.keyboard.press("n")
    assert now.get_attribute("data-key") != first
    page.keyboard.press("p")
    assert now.get_attribute("data-key") == first


def test_the_outline_marks_hits_as_well(page: Any) -> None:
    page.keyboard.press("2")
    page.keyboard.press("/")
    page.keyboard.type("gaddafi")
    page.keyboard.press("Enter")
    assert page.locator(".outline .item.hit").count() >= 2
    assert "Gaddafi" in page.locator(".outline [aria-selected=true] > .row").inner_text()
