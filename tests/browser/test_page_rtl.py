"""A map in a script that runs from right to left."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import CALM, MAPS, anew, card, data, details, focused, item, menu, places

THESIS = "فتح-ليلي"
REASON = "لا-يجد-كثير-من-الطلاب-مكانا-هادئا"


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(MAPS / "ar-library-at-night.yaml", **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def test_the_page_is_in_arabic_from_the_right(page: Any) -> None:
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("ar", "rtl")
    panel, picture = page.locator(".panel"), page.locator(".picture")
    assert panel.bounding_box()["x"] < picture.bounding_box()["x"]


def test_the_picture_leads_from_right_to_left(page: Any) -> None:
    menu(page, "Fold and direction", "From side to side")
    at = places(page)
    assert at[REASON][0] < at[THESIS][0]
    line = card(page, REASON).locator("text").first.bounding_box()
    body = card(page, REASON).locator("rect.body").bounding_box()
    assert line["x"] >= body["x"]
    assert line["x"] + line["width"] <= body["x"] + body["width"]
    # Text begins at the right.
    room_right = body["x"] + body["width"] - (line["x"] + line["width"])
    assert room_right < 25


def test_every_line_of_a_card_stays_in_it(page: Any) -> None:
    outside = page.eval_on_selector_all(
        ".picture [role=treeitem]",
        """all => all.filter(one => {
          const body = one.querySelector(".body").getBoundingClientRect();
          return [...one.querySelectorAll(":scope > g > text")].some(text => {
            const box = text.getBoundingClientRect();
            return box.left < body.left - 1 || box.right > body.right + 1;
          });
        }).map(one => one.dataset.key)""",
    )
    assert outside == []


def test_the_left_arrow_leads_in_and_the_right_one_out(page: Any) -> None:
    card(page, THESIS).focus()
    page.keyboard.press("ArrowLeft")
    assert focused(page) == REASON
    page.keyboard.press("ArrowRight")
    assert focused(page) == THESIS
    page.keyboard.press("2")
    item(page, THESIS).focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == REASON
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert focused(page) == THESIS


def test_search_and_details(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("متطوعون")
    page.locator(".search-hits button").first.wait_for()
    page.keyboard.press("Enter")
    now = page.locator(".picture .now")
    assert "متطوعون" in now.get_attribute("aria-label")
    assert data(page)["claims"][now.get_attribute("data-key")]["text"] in details(page)


def test_the_saved_picture_has_its_title_at_the_right(page: Any) -> None:
    with page.expect_download() as waiting:
        menu(page, "Save or print", "Save the picture as SVG")
    drawing = ElementTree.parse(waiting.value.path()).getroot()
    title = drawing.find("{http://www.w3.org/2000/svg}text")
    assert title is not None
    left, _, width, _ = map(float, drawing.attrib["viewBox"].split())
    assert title.attrib["direction"] == "rtl"
    assert float(title.attrib["x"]) > left + width / 2


def test_the_outline_is_indented_from_the_right(page: Any) -> None:
    page.keyboard.press("2")
    outer, inner = (
        item(page, id).locator("> .row .said").bounding_box() for id in (THESIS, REASON)
    )
    assert inner["x"] + inner["width"] < outer["x"] + outer["width"]
