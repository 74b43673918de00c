"""The text beside the map: quotes lead to claims, claims to quotes, and what is unused shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import CALM, anew, card, chosen, details, inside, still

COLUMN = """\
Dogs in the park 🐕🦺

🐕 Dogs keep their owners fit. Whoever has a dog walks each day, also in the rain, and meets people
on the way.

But dogs foul the meadow on which children play. The gardeners spend a morning each week on
cleaning, as the council says.

{filler}

A meadow of their own would help both: the dogs run there, and the children play here.
""".format(filler="\n\n".join(f"The park has {n} benches." for n in range(3, 40)))

REPORT = "The council's report.\n\nCleaning takes a morning each week. It costs little.\n\nI walk my dog\nthrough mist and fog.\n"

MAP = """
title: Dogs in the park
sources:
  column: {title: A column}
  report: {title: The report}
claim: Dogs should be allowed in the park
id: allow
reasons:
  - claim: Dogs keep their owners fit
    id: fit
    cites: {source: column, quote: walks each day}
  - claim: Owners of dogs meet people
    id: meet
    cites: {source: column, quote: "walks each day, also in the rain"}
counterpoints:
  - claim: Dogs foul the meadow
    id: foul
    cites: {source: column, quote: dogs foul the meadow on which children play}
    reasons:
      - claim: Cleaning the meadow takes a morning each week
        id: cleaning
        cites: {source: report, quote: takes a morning each week}
    counterpoints:
      - claim: Dogs could have a meadow of their own
        id: own
        cites: {source: column, quote: A meadow of their own would help both}
"""


@pytest.fixture(scope="module")
def opened(shown: Show, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder: Path = tmp_path_factory.mktemp("texts")
    (folder / "column.txt").write_text(COLUMN, encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    sources = [f"{name}={folder / name}.txt" for name in ("column", "report")]
    return shown(MAP, "--source", sources[0], "--source", sources[1], **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    page = anew(opened)
    page.get_by_role("button", name="Reading").click()
    yield page
    assert not opened.wrong, opened.wrong


def quotes(page: Any) -> list[str]:
    return [quote.inner_text() for quote in page.locator(".source-text .quote").all()]


def in_the_text(page: Any, mark: Any) -> bool:
    box, room = mark.bounding_box(), page.locator(".source-text").bounding_box()
    return bool(room["y"] <= box["y"] and box["y"] + box["height"] <= room["y"] + room["height"])


def test_the_text_stands_beside_the_map_with_its_quotes_marked(page: Any) -> None:
    text, picture = page.locator(".source-text"), page.locator(".picture")
    assert (
        text.bounding_box()["x"] + text.bounding_box()["width"] <= picture.bounding_box()["x"] + 1
    )
    assert " ".join(text.inner_text().split()).startswith("A column 4 quotes")
    assert quotes(page) == [
        "walks each day", ", also in the rain", "dogs foul the meadow on which children play",
        "A meadow of their own would help both",
    ]  # fmt: skip


def test_lines_that_were_full_flow_and_verses_do_not(page: Any) -> None:
    first = page.locator(".source-text p", has_text="Dogs keep their owners fit")
    assert first.evaluate("it => getComputedStyle(it).whiteSpace") == "normal"
    page.get_by_role("button", name="The report").click()
    verse = page.locator(".source-text p", has_text="I walk my dog")
    assert verse.inner_text() == "I walk my dog\nthrough mist and fog."


def test_a_press_on_a_quote_shows_its_claim(page: Any) -> None:
    page.locator(".quote", has_text="dogs foul the meadow").click()
    assert chosen(page) == "foul"
    assert card(page, "foul").get_attribute("aria-selected") == "true"
    assert inside(page, card(page, "foul"))


def test_again_and_again_it_shows_all_that_quote_it(page: Any) -> None:
    mark = page.locator(".quote", has_text="walks each day")
    found = []
    for _ in range(3):
        mark.click()
        found.append(chosen(page))
    assert sorted(found[:2]) == ["fit", "meet"]
    assert found[2] == found[0]


def test_a_press_on_a_claim_shows_its_quote(page: Any) -> None:
    page.locator(".picture").click(position={"x": 5, "y": 5})
    last = page.locator(".quote", has_text="A meadow of their own")
    assert not in_the_text(page, last)
    card(page, "own").locator("rect.body").click()
    still(page)
    assert "chosen" in last.get_attribute("class")
    assert in_the_text(page, last)


def test_a_quote_is_reached_and_pressed_by_keys(page: Any) -> None:
    page.locator(".source-text").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "walks each day"
    page.keyboard.press("Enter")
    assert chosen(page) in ("fit", "meet")


def test_what_no_claim_uses_shows_as_such(page: Any) -> None:
    unused = " ".join(" ".join(page.locator(".unused").all_inner_texts()).split())
    assert "The gardeners spend a morning each week" in unused
    assert "The park has 12 benches." in unused
    assert "walks each day" not in unused
    marked = "getComputedStyle(document.querySelector('.unused')).textDecorationLine"
    assert page.evaluate(marked) == "underline"
    page.get_by_label("Show what no claim uses").uncheck()
    assert page.evaluate(marked) == "none"


def test_a_claim_from_another_text_opens_that_text(page: Any) -> None:
    card(page, "cleaning").locator("rect.body").click()
    assert quotes(page) == ["takes a morning each week"]
    assert page.get_by_role("button", name="The report").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="A column").click()
    assert len(quotes(page)) == 4


def test_details_lead_to_the_text(opened: Any) -> None:
    page = anew(opened, "#foul")
    assert "dogs foul the meadow on which children play" in details(page)
    page.keyboard.press("3")
    assert page.locator(".quote.chosen").inner_text().startswith("dogs foul")
    page.keyboard.press("d")
    assert "Dogs foul the meadow" in details(page)


def test_a_link_opens_the_text_at_the_quote(opened: Any) -> None:
    page = anew(opened, "#own&view=reading")
    still(page)
    assert in_the_text(page, page.locator(".quote.chosen"))


def test_on_a_phone_the_outline_stands_below_the_text(opened: Any) -> None:
    page = anew(opened, "#&view=reading")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.locator(".source-text").is_visible()
    assert page.locator(".outline").is_visible()
    page.locator(".quote", has_text="dogs foul").click()
    row = page.locator(".outline [aria-selected=true] > .row")
    assert "Dogs foul the meadow" in row.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_reading_view_has_no_serious_fault(opened: Any, scheme: str) -> None:
    from tests.browser.test_page_access import violations

    page = anew(opened, "#own&view=reading")
    page.emulate_media(color_scheme=scheme)
    assert violations(page, ".main") == []
    page.emulate_media(color_scheme="null")


def test_without_a_text_there_is_no_such_view(show: Show) -> None:
    page = show("claim: A\n", hash="#&view=reading")
    assert page.get_by_role("button", name="Reading").count() == 0
    assert page.locator(".picture").is_visible()
