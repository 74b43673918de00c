"""Large maps: folded at first, only what is on the screen drawn, and never out of reach."""

from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.argument import argue
from benchmarks.writers import as_yaml
from tests.browser.conftest import Show
from tests.browser.reader import (
    CALM,
    anew,
    card,
    cards,
    data,
    details,
    focused,
    inside,
    menu,
    until,
    view,
)

#: So many elements a page may have whatever the size of its map, and so many with all unfolded.
MOST_FOLDED, MOST = 4_000, 12_000


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(as_yaml(argue(1_000, "graph", 1)), **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def elements(page: Any) -> int:
    number: int = page.evaluate("document.querySelectorAll('*').length")
    return number


def below(page: Any, claim: str) -> list[str]:
    """The claims at home one level below a claim."""
    map = data(page)
    return [
        premise
        for id in map["below"].get(claim, [])
        for premise in map["arguments"][id]["premises"]
        if map["claims"][premise]["home"] == id
    ]


def test_a_thousand_claims_start_folded(page: Any) -> None:
    assert len(data(page)["claims"]) == 1_000
    assert 10 < len(cards(page)) <= 200
    assert elements(page) < MOST_FOLDED
    folded = page.locator('.picture [aria-expanded="false"]')
    assert folded.count() > 0
    assert "below" in folded.first.text_content()


def test_unfolding_shows_one_level(page: Any) -> None:
    page.keyboard.press("0")
    folded = page.locator('.picture [aria-expanded="false"]').first
    claim = folded.get_attribute("data-key")
    kids = below(page, claim)
    folded.focus()
    page.keyboard.press("ArrowRight")
    assert set(kids) <= set(cards(page))
    for kid in kids:
        if below(page, kid):
            assert card(page, kid).get_attribute("aria-expanded") == "false"


def test_all_of_it_unfolded_draws_what_is_on_the_screen(page: Any) -> None:
    menu(page, "Fold and direction", "Unfold all")
    assert elements(page) < MOST
    assert page.locator('.picture [aria-expanded="false"]').count() == 0
    thesis = page.locator(".picture [role=treeitem]").first.get_attribute("data-key")
    card(page, thesis).focus()
    page.keyboard.press("End")
    last = focused(page)
    assert inside(page, card(page, last))
    assert elements(page) < MOST
    page.keyboard.press("Enter")
    assert data(page)["claims"][last]["text"] in details(page)
    page.keyboard.press("Home")
    assert focused(page) == thesis


def test_a_search_finds_what_is_folded_away(page: Any) -> None:
    texts = {id: claim["text"] for id, claim in data(page)["claims"].items()}
    deep = [id for id, text in texts.items() if list(texts.values()).count(text) == 1][-1]
    assert deep not in cards(page)
    page.keyboard.press("/")
    page.keyboard.type(texts[deep])
    row = page.locator(".search-hits button", has=page.get_by_text(texts[deep], exact=True))
    row.click()
    assert inside(page, card(page, deep))


def test_a_link_opens_the_way_to_what_is_folded_away(opened: Any) -> None:
    deep = list(data(opened)["claims"])[-1]
    page = anew(opened, f"#{deep}")
    assert inside(page, card(page, deep))
    assert card(page, deep).get_attribute("aria-selected") == "true"
    assert elements(page) < MOST_FOLDED


def test_one_branch_of_a_large_map(page: Any) -> None:
    thesis = data(page)["theses"][0]
    branch = next(kid for kid in below(page, thesis) if below(page, kid))
    page.evaluate("id => (location.hash = encodeURIComponent(id))", branch)
    page.locator(f'.picture .selected[data-key="{branch}"]').wait_for()
    page.keyboard.press("f")
    drawn = set(cards(page))
    assert {thesis, branch, *below(page, branch)} <= drawn
    map = data(page)
    together = map["arguments"][map["claims"][branch]["home"]]["premises"]
    assert drawn.isdisjoint(set(below(page, thesis)) - {*together})


def test_from_far_away_a_press_still_finds_a_card(page: Any) -> None:
    menu(page, "Fold and direction", "Unfold all")
    page.keyboard.press("0")
    assert view(page).k < 0.35
    assert page.locator("canvas.far").is_visible()
    room = page.locator(".picture").bounding_box()
    thesis = data(page)["theses"][0]
    x, y = view(page).x, view(page).y
    box = card(page, thesis).locator(".body").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert data(page)["claims"][thesis]["text"] in details(page)
    assert view(page).k > 0.35
    assert (x, y) != view(page)[:2]
    assert room["width"] > 0


def test_the_outline_of_a_thousand_claims(page: Any) -> None:
    page.keyboard.press("2")
    menu(page, "Fold and direction", "Unfold all")
    until(page, "document.querySelectorAll('.outline .said:not(.reference)').length === 1000")
    page.locator(".outline .said").first.click()
    assert "Thesis" in details(page)


def test_ten_thousand_claims_open_and_answer(show: Show) -> None:
    page = show(as_yaml(argue(10_000, "tree", 1)), **CALM)
    thesis = page.locator(".picture [role=treeitem]").first
    text = thesis.get_attribute("aria-label").removeprefix("thesis: ")
    thesis.locator("rect.body").click()
    assert text in details(page)
    assert elements(page) < MOST_FOLDED
    menu(page, "Fold and direction", "Unfold all")
    card(page, thesis.get_attribute("data-key")).focus()
    page.keyboard.press("End")
    last = focused(page)
    assert inside(page, card(page, last))
    assert elements(page) < MOST
    page.keyboard.press("/")
    page.keyboard.type(text[:30])
    page.locator(".search-hits button").first.click()
    assert inside(page, page.locator(".picture .now"))
    page.keyboard.press("2")
    page.locator(".outline [role=treeitem]").first.wait_for()
    page.keyboard.press("1")
    assert page.locator(".picture").is_visible()
