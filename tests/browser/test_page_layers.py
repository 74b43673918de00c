"""What readers noted, as threads beside the claims."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import (
    ARTICLE,
    CALM,
    MAPS,
    anew,
    card,
    chosen,
    data,
    details,
    hard_to_read,
    item,
    still,
)

LAYERS = str(MAPS / "assad-fall.layers")


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, "--layers", LAYERS, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def badge(page: Any, claim: str) -> str:
    """The number of notes on a card."""
    page.keyboard.press("0")
    still(page)
    text: str = card(page, claim).text_content()
    return text.partition("✎ ")[2]


def notes(page: Any) -> int:
    """How many notes the panel shows."""
    return int(page.locator(".page-of-panel:visible [role=status]").inner_text().split()[0])


def test_a_card_tells_how_many_noted_something(page: Any) -> None:
    assert badge(page, "image-blow")
    assert "comment" in card(page, "image-blow").get_attribute("aria-label")


def test_the_threads_stand_at_the_claim(page: Any) -> None:
    page.keyboard.press("0")
    card(page, "no-rescue").locator("rect.body").click()
    told = details(page)
    assert "How much is “little”?" in told
    assert "Maya K." in told
    assert "clarity: 2" in told


def test_the_threads_of_a_step_stand_at_the_step(opened: Any) -> None:
    page = anew(opened, "#step-irrelevant")
    assert "red herring" in details(page)


def test_all_notes_are_listed_and_lead_to_their_claims(page: Any) -> None:
    page.get_by_role("tab", name="Notes").click()

    def size(threads: list[Any]) -> int:
        return sum(1 + size(thread["replies"]) for thread in threads)

    assert notes(page) == sum(map(size, data(page)["talk"]["threads"].values()))
    page.locator(".threads h3 a").first.click()
    assert chosen(page) in data(page)["talk"]["threads"]


def test_readers_can_be_filtered(page: Any) -> None:
    page.get_by_role("tab", name="Notes").click()
    before = notes(page)
    box = page.get_by_role("group", name="Readers").locator("label", has_text="Maya K.")
    number = int(box.locator(".faint").inner_text())
    box.locator("input").uncheck()
    assert notes(page) <= before - number  # and the answers to her go as well
    assert "Maya K." not in page.locator(".thread-head b").all_inner_texts()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Panel", exact=True).click()
    page.evaluate("location.hash = 'no-rescue'")
    page.locator(".picture .selected").wait_for()
    assert "How much is “little”?" not in details(page)
    assert "hidden by the filter" in details(page)


def test_labels_can_be_filtered_by_keys(page: Any) -> None:
    page.get_by_role("tab", name="Notes").click()
    before = notes(page)
    counts = badge(page, "image-blow")
    boxes = page.get_by_role("group", name="Labels").locator("input")
    assert boxes.count() > 1
    for box in boxes.all():
        box.focus()
        page.keyboard.press(" ")
    assert notes(page) < before
    assert badge(page, "image-blow") != counts
    for box in boxes.all():
        box.focus()
        page.keyboard.press(" ")
    assert notes(page) == before


def test_the_outline_tells_of_notes_as_well(page: Any) -> None:
    page.keyboard.press("2")
    assert "✎" in item(page, "image-blow").locator("> .row").text_content()


def test_heat_tints_the_cards(show: Show) -> None:
    page = show(ARTICLE, "--layers", LAYERS, "--heat", "disagreement", **CALM)
    warm = [id for id, heat in data(page)["heat"]["at"].items() if heat > 0.3]
    page.keyboard.press("0")
    still(page)
    fill = "it => getComputedStyle(it).fill"
    cold = card(page, "only-success").locator("rect.body").evaluate(fill)
    claim = next(id for id in warm if id in data(page)["claims"] and id != "defeat")
    assert card(page, claim).locator("rect.body").evaluate(fill) != cold
    page.get_by_role("tab", name="Legend").click()
    assert "disagreement" in details(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tinted_cards_can_be_read(show: Show, scheme: str) -> None:
    heat = ("--heat", "disagreement")
    page = show(ARTICLE, "--layers", LAYERS, *heat, color_scheme=scheme, **CALM)
    page.keyboard.press("0")
    still(page)
    assert hard_to_read(page) == []


def test_a_page_without_layers_has_no_notes(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    assert page.get_by_role("tab", name="Notes").count() == 0
