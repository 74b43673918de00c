"""Fold and unfold, one branch alone, the direction: the picture is laid out anew."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, anew, card, cards, data, menu, places, still


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def test_folding_by_a_press_lays_out_anew(page: Any) -> None:
    page.keyboard.press("0")
    before = places(page)
    below = set(before)
    sign = card(page, "undone").locator("[data-act=fold]")
    sign.click()
    assert card(page, "undone").get_attribute("aria-expanded") == "false"
    after = places(page)
    assert "aim-isolation" in below
    assert "aim-isolation" not in after
    assert "below" in card(page, "undone").text_content()
    assert any(before[key] != after[key] for key in after if key in before)
    card(page, "undone").locator("[data-act=fold]").click()
    assert places(page) == before


def test_the_folded_claim_stays_under_the_pointer(page: Any) -> None:
    page.keyboard.press("0")
    still(page)
    before = card(page, "stake").locator(".body").bounding_box()
    card(page, "stake").locator("[data-act=fold]").click()
    still(page)
    after = card(page, "stake").locator(".body").bounding_box()
    assert after["x"] == pytest.approx(before["x"], abs=1.5)
    assert after["y"] == pytest.approx(before["y"], abs=1.5)


def test_folding_by_keys(page: Any) -> None:
    card(page, "undone").focus()
    page.keyboard.press(" ")
    assert card(page, "undone").get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowRight")
    assert card(page, "undone").get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowLeft")
    assert card(page, "undone").get_attribute("aria-expanded") == "false"
    page.keyboard.press(" ")
    assert card(page, "undone").get_attribute("aria-expanded") == "true"


def test_all_is_folded_and_unfolded_from_the_menu(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    few = cards(page)
    assert "defeat" in few
    assert "intervention" not in few
    menu(page, "Fold and direction", "Unfold all")
    page.keyboard.press("0")
    assert set(cards(page)) >= set(data(page)["claims"])


def test_one_key_unfolds_all_beside(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    card(page, "stake").focus()
    page.keyboard.press("*")
    page.keyboard.press("0")
    found = set(cards(page))
    assert {"intervention", "aim-isolation"} <= found


def test_the_direction_can_be_chosen(page: Any) -> None:
    menu(page, "Fold and direction", "From side to side")
    across = places(page)
    menu(page, "Fold and direction", "From top to bottom")
    page.keyboard.press("0")
    down = places(page)
    assert across["stake"][0] > across["defeat"][0]
    assert down["stake"][1] > down["defeat"][1]


def test_one_branch_alone_by_key_and_back(page: Any) -> None:
    card(page, "undone").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("f")
    assert page.get_by_text("Only what bears on").is_visible()
    found = set(cards(page))
    assert {"undone", "aim-isolation", "defeat"} <= found
    assert "intervention" not in found
    page.keyboard.press("f")
    page.keyboard.press("0")
    assert "intervention" in cards(page)


def test_one_branch_alone_by_a_button_and_back(page: Any) -> None:
    card(page, "undone").click()
    page.get_by_role("button", name="Only this branch").click()
    assert "intervention" not in cards(page)
    page.locator(".branch-bar").get_by_role("button", name="Show everything").click()
    page.keyboard.press("0")
    assert "intervention" in cards(page)


def test_unfolding_glides_unless_less_motion_is_wanted(show: Show, page: Any) -> None:
    moving = "() => document.getAnimations().length"
    card(page, "undone").locator("[data-act=fold]").click()
    assert page.evaluate(moving) == 0
    lively = show(ARTICLE)
    lively.evaluate(
        """() => {
          const glide = Element.prototype.animate;
          window.glides = 0;
          Element.prototype.animate = function (...how) {
            window.glides += 1;
            return glide.apply(this, how);
          };
        }"""
    )
    card(lively, "undone").locator("[data-act=fold]").click()
    still(lively)
    assert lively.evaluate("window.glides") > 5
