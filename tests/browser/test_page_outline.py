"""The same map as an outline, read from top to bottom."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import (
    ARTICLE,
    CALM,
    anew,
    chosen,
    data,
    details,
    focused,
    item,
    menu,
    until,
)


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, hash="#&view=outline", **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened, "#&view=outline")
    assert not opened.wrong, opened.wrong


def test_the_switch_leads_there_and_back(opened: Any) -> None:
    page = anew(opened)
    page.get_by_role("button", name="Outline", exact=True).click()
    assert page.locator(".outline").is_visible()
    assert not page.locator(".picture").is_visible()
    assert page.get_by_role("button", name="Outline").get_attribute("aria-pressed") == "true"
    page.keyboard.press("1")
    assert page.locator(".picture").is_visible()


def test_every_claim_stands_there_with_what_it_does(page: Any) -> None:
    claims = data(page)["claims"]
    said = "document.querySelectorAll('.outline .said:not(.reference)').length"
    until(page, f"{said} === {len(claims)}")
    text = page.locator(".outline").text_content()
    for claim in claims.values():
        assert claim["text"] in text
    row = item(page, "intervention").locator("> .row")
    assert row.locator(".does").inner_text().startswith("because")
    assert "sent Russian troops to Syria in 2015" in row.inner_text()
    assert "together" in text
    assert "the step fails because" in text


def test_a_press_chooses_and_the_panel_tells(page: Any) -> None:
    item(page, "intervention").locator("> .row .said").click()
    assert chosen(page) == "intervention"
    assert "Putin sent Russian troops into Syria in 2015" in details(page)
    page.get_by_role("button", name="Picture", exact=True).click()
    assert page.locator('.picture [data-key="intervention"].selected').is_visible()


def test_a_reference_leads_to_the_home_of_its_claim(page: Any) -> None:
    link = page.locator(".outline .elsewhere a").first
    text = link.inner_text().removesuffix(" ↗")
    link.click()
    assert text in page.locator(".outline [aria-selected=true] > .row").first.inner_text()
    assert text in details(page)


def test_folding_by_a_press(page: Any) -> None:
    below = item(page, "chain")
    assert below.is_visible()
    item(page, "intervention").locator("> .row .twist").click()
    assert not below.is_visible()
    item(page, "intervention").locator("> .row .more").click()
    assert below.is_visible()


def test_arrows_walk_fold_and_unfold(page: Any) -> None:
    item(page, "defeat").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert focused(page) == "stake"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "intervention"
    page.keyboard.press("ArrowLeft")
    assert item(page, "intervention").get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "stake"
    page.keyboard.press("End")
    last = focused(page)
    page.keyboard.press("Home")
    assert focused(page) == "defeat" != last
    page.keyboard.press("ArrowLeft")
    assert not item(page, "intervention").is_visible()
    page.keyboard.press(" ")
    assert item(page, "intervention").is_visible()
    page.keyboard.press("Enter")
    assert chosen(page) == "defeat"


def test_arrows_reach_every_claim(page: Any) -> None:
    item(page, "defeat").focus()
    where = "document.activeElement.ariaLabel"
    seen = [page.evaluate(where)]
    while True:
        page.keyboard.press("ArrowDown")
        if page.evaluate(where) == seen[-1]:
            break
        seen.append(page.evaluate(where))
    said = "\n".join(seen)
    for claim in data(page)["claims"].values():
        assert claim["text"] in said


def test_levels_are_those_of_the_lists(page: Any) -> None:
    wrong = page.eval_on_selector_all(
        ".outline [role=treeitem]",
        """all => all.filter(one => {
          const above = one.parentElement.closest("[role=treeitem]");
          return Number(one.ariaLevel) !== (above ? Number(above.ariaLevel) + 1 : 1);
        }).map(one => one.ariaLabel)""",
    )
    assert wrong == []
    assert page.locator(".outline [role=treeitem]:not([aria-label])").count() == 0


def test_one_branch_alone(page: Any) -> None:
    item(page, "undone").locator("> .row .said").click()
    page.keyboard.press("f")
    assert item(page, "aim-isolation").is_visible()
    assert item(page, "intervention").count() == 0
    page.keyboard.press("f")
    assert item(page, "intervention").is_visible()


def test_folds_are_those_of_the_picture(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    assert not item(page, "chain").is_visible()
    page.keyboard.press("1")
    assert page.locator('.picture [data-key="chain"]').count() == 0
