"""Deep links, and back and forward."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import (
    ARTICLE,
    CALM,
    MAPS,
    anew,
    card,
    cards,
    chosen,
    data,
    details,
    inside,
    item,
)


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def test_a_link_opens_at_its_claim(opened: Any) -> None:
    page = anew(opened, "#western-secret-services-set-off-the-arab")
    there = card(page, "western-secret-services-set-off-the-arab")
    assert there.get_attribute("aria-selected") == "true"
    assert inside(page, there)
    assert "Western secret services" in details(page)


def test_a_link_opens_at_a_step(opened: Any) -> None:
    page = anew(opened, "#step-stake")
    assert "verbal classification" in details(page)


def test_a_link_opens_the_outline_at_its_claim(opened: Any) -> None:
    page = anew(opened, "#only-success&view=outline")
    assert item(page, "only-success").is_visible()
    assert item(page, "only-success").get_attribute("aria-selected") == "true"
    assert not page.locator(".picture-view").is_visible()


@pytest.mark.parametrize("hash", ["#nowhere", "#%E0%A4%A", "#&view=reading", "#&focus=x&view=y"])
def test_a_link_to_what_is_not_there_opens_the_map(opened: Any, hash: str) -> None:
    page = anew(opened, hash)
    assert page.locator(".picture").is_visible()
    assert page.locator(".picture .selected").count() == 0


def test_an_id_in_another_script_is_a_link_too(show: Show) -> None:
    page = show(MAPS / "ar-library-at-night.yaml", hash=f"#{quote('فتح-ليلي')}", **CALM)
    assert card(page, "فتح-ليلي").get_attribute("aria-selected") == "true"


def test_back_and_forward_walk_what_was_chosen(page: Any) -> None:
    card(page, "defeat").click()
    card(page, "stake").click()
    page.go_back()
    assert chosen(page) == "defeat"
    assert card(page, "defeat").get_attribute("aria-selected") == "true"
    page.go_back()
    assert chosen(page) == ""
    assert page.locator(".picture .selected").count() == 0
    page.go_forward()
    page.go_forward()
    assert card(page, "stake").get_attribute("aria-selected") == "true"


def test_back_leaves_a_view_and_a_branch(page: Any) -> None:
    card(page, "undone").click()
    page.keyboard.press("f")
    assert "intervention" not in cards(page)
    page.get_by_role("button", name="Outline").click()
    assert item(page, "undone").is_visible()
    page.go_back()
    assert page.locator(".picture").is_visible()
    page.go_back()
    page.keyboard.press("0")
    assert "intervention" in cards(page)


def test_a_walk_by_arrows_is_no_history(page: Any) -> None:
    card(page, "defeat").click()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert chosen(page) not in ("", "defeat")
    page.go_back()
    assert chosen(page) == ""


def test_a_changed_address_is_followed(page: Any) -> None:
    page.evaluate("location.hash = 'stake'")
    page.wait_for_selector('.picture .selected[data-key="stake"]')


def test_every_link_of_the_page_leads_to_a_part(page: Any) -> None:
    known = data(page)["claims"].keys() | data(page)["arguments"].keys()
    links = page.eval_on_selector_all("a[href^='#']", "all => all.map(one => one.hash)")
    assert links
    from urllib.parse import unquote

    assert {unquote(link[1:]).split("&")[0] for link in links} <= known
