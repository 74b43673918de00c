"""Light and dark, wide and narrow."""

from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, card, details, inside, item, menu, still, view

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, **CALM}


def ground(page: Any) -> int:
    """How bright the page is behind everything, from 0 to 255."""
    found: str = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(part) for part in found.removeprefix("rgb(").removesuffix(")").split(", "))


def test_light_and_dark_follow_the_system(show: Show) -> None:
    page = show(ARTICLE, color_scheme="light", **CALM)
    assert ground(page) > 200
    body = card(page, "stake").locator("rect.body")
    light = body.evaluate("it => getComputedStyle(it).fill")
    page.emulate_media(color_scheme="dark")
    assert ground(page) < 60
    assert body.evaluate("it => getComputedStyle(it).fill") != light


def test_the_reader_chooses_over_the_system(show: Show) -> None:
    page = show(ARTICLE, color_scheme="light", **CALM)
    menu(page, "Colours", "Dark")
    assert ground(page) < 60
    page.emulate_media(color_scheme="dark")
    menu(page, "Colours", "Light")
    assert ground(page) > 200
    menu(page, "Colours", "As the system")
    assert ground(page) < 60


def no_sideways(page: Any) -> None:
    width = page.evaluate("document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll(".bar *, .panel *, .outline-view, .text-tabs *")]
          .filter(one => one.getClientRects().length && !one.closest(".skip"))
          .filter(one => { const box = one.getBoundingClientRect();
                           return box.right > innerWidth + 1 || box.left < -1; })
          .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert too_wide == []


def test_a_phone_shows_the_thesis_and_tells_in_a_sheet(show: Show) -> None:
    page = show(ARTICLE, **PHONE)
    no_sideways(page)
    assert not page.locator(".panel").is_visible()
    assert inside(page, card(page, "defeat"))
    assert view(page).k >= 0.6
    card(page, "defeat").locator("rect.body").tap()
    panel = page.locator(".panel")
    still(page)
    assert panel.is_visible()
    assert "personal defeat" in details(page)
    box = panel.bounding_box()
    assert box["width"] == 390
    assert box["y"] > 300
    assert inside(page, card(page, "defeat"))
    no_sideways(page)
    page.get_by_role("button", name="Close the panel").tap()
    assert not panel.is_visible()


def test_a_phone_has_every_tool(show: Show) -> None:
    page = show(ARTICLE, **PHONE)
    menu(page, "More", "Legend")
    assert "Signs in this map" in details(page)
    page.get_by_role("button", name="Close the panel").tap()
    menu(page, "More", "Fold all")
    menu(page, "More", "Dark")
    assert ground(page) < 60
    page.get_by_role("searchbox").tap()
    page.keyboard.type("latakia")
    no_sideways(page)
    page.locator(".search-hits button").first.tap()
    still(page)
    assert "Latakia" in details(page)
    page.get_by_role("button", name="Outline").tap()
    no_sideways(page)
    assert item(page, "defeat").is_visible()


@pytest.mark.parametrize("width", [320, 600, 761, 1024, 1920])
def test_nothing_sticks_out_at_any_width(show: Show, width: int) -> None:
    page = show(ARTICLE, viewport={"width": width, "height": 700}, hash="#stake", **CALM)
    no_sideways(page)
    page.keyboard.press("2")
    no_sideways(page)


def test_a_window_that_grows_keeps_the_choice_in_view(show: Show) -> None:
    page = show(ARTICLE, hash="#undone", **CALM)
    assert inside(page, card(page, "undone"))
    page.set_viewport_size({"width": 700, "height": 500})
    assert inside(page, card(page, "undone"))
    page.set_viewport_size({"width": 1500, "height": 900})
    assert inside(page, card(page, "undone"))
