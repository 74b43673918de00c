"""A map full of texts that try to be more than texts, with notes that try the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from argmap import load
from tests.browser.conftest import Show
from tests.browser.reader import CALM, anew, card, data, details, item, still

HOSTILE = Path(__file__).parent / "hostile.yaml"
LAYERS = Path(__file__).parent / "hostile.layers"


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(HOSTILE, "--layers", str(LAYERS), **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    page = anew(opened)
    yield page
    assert page.evaluate("window.hit") is None
    assert page.evaluate("Object.prototype.text") is None
    scripts = page.eval_on_selector_all("script", "all => all.map(one => one.type)")
    assert scripts == ["application/json", "module"]
    odd = """it => [...it.querySelectorAll("*")].filter(one =>
      one.matches("iframe, object, embed, img, base, link, form, style style, foreignObject") ||
      one.getAttributeNames().some(name => name.startsWith("on")) ||
      /^(javascript|data|vbscript):/i.test(one.getAttribute("href") ?? "")).map(one => one.outerHTML)"""
    assert page.locator("body").evaluate(odd) == []
    assert not opened.wrong, opened.wrong


def claims() -> dict[str, str]:
    map = load(HOSTILE).map
    assert map is not None
    return {claim.id: claim.text for claim in map.claims}


def test_the_title_is_a_text(page: Any) -> None:
    title = "</script><script>window.hit = 1</script> {{ title }} {% raw %}"
    assert page.title() == title
    assert page.get_by_role("heading", level=1).text_content() == title


@pytest.mark.parametrize("claim", list(claims()))
def test_a_claim_is_shown_as_it_is(page: Any, claim: str) -> None:
    page.keyboard.press("0")
    text = claims()[claim]
    card(page, claim).locator("rect.body").click()
    heading = page.locator(".page-of-panel:visible .claim-text")
    assert heading.text_content() == text
    assert text in card(page, claim).get_attribute("aria-label")


def test_the_panel_shows_notes_and_quotes_as_texts(page: Any) -> None:
    card(page, "__proto__").click()
    told = details(page)
    for said in (
        "[a](javascript:window.hit=12) <details open ontoggle=window.hit=13>",
        "</blockquote><script>window.hit=14</script>", "<u>p. 1</u>",
        "<a href='javascript:window.hit=6'>a</a>", "Eve <b onclick=window.hit=9>B</b>",
    ):  # fmt: skip
        assert said in told, said


def test_the_step_is_a_text(page: Any) -> None:
    page.locator('[data-part="valueOf"]').first.click()
    told = details(page)
    assert "<style>*{display:none}</style>" in told
    assert "</text></svg><script>window.hit=16</script>" in told


def test_the_outline_shows_every_text(page: Any) -> None:
    page.keyboard.press("2")
    item(page, "__proto__").wait_for()
    text = page.locator(".outline").text_content()
    for claim in claims().values():
        assert claim in text


def test_notes_are_marked_up_and_nothing_more(page: Any) -> None:
    page.get_by_role("tab", name="Notes").click()
    panel = page.locator(".page-of-panel:visible")
    assert panel.locator("strong", has_text="bold").is_visible()
    assert "<script>window.hit=22</script>" in panel.text_content()
    assert "<img src=x onerror=window.hit=20>" in panel.text_content()
    links = panel.locator(".prose a")
    hrefs = [link.get_attribute("href") for link in links.all()]
    assert "https://example.org/" in hrefs
    assert all(href.startswith("https:") for href in hrefs)


def test_the_search_takes_it_as_words(page: Any) -> None:
    page.keyboard.press("/")
    for query in ("<script>", "window.hit", "__proto__", "\\", "[", "${7*7}"):
        page.get_by_role("searchbox").fill(query)
        page.keyboard.press("Enter")
        still(page)
    assert "7*7" in page.locator(".search-hits").text_content()


def test_the_saved_picture_is_a_picture(page: Any) -> None:
    page.get_by_role("button", name="Save or print").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the picture as SVG").click()
    drawing = ElementTree.parse(waiting.value.path()).getroot()
    tags = {element.tag.split("}")[1] for element in drawing.iter()}
    assert tags <= {"svg", "title", "desc", "rect", "g", "path", "text", "tspan", "circle"}
    assert not any(name.startswith("on") for one in drawing.iter() for name in one.attrib)


def test_no_prototype_is_changed_by_an_id(page: Any) -> None:
    assert set(data(page)["claims"]) == set(claims())
    card(page, "__proto__").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("f")
    page.keyboard.press("f")
