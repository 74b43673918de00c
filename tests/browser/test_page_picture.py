"""The picture: pan and zoom, by mouse, wheel, fingers and keys."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, anew, card, cards, data, still, view


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def free_place(page: Any) -> tuple[float, float]:
    """A point of the picture at which there is nothing to press."""
    found = page.evaluate(
        """() => {
          const box = document.querySelector(".picture").getBoundingClientRect();
          for (let y = box.top + 30; y < box.bottom - 30; y += 7)
            for (let x = box.left + 30; x < box.right - 30; x += 7) {
              const at = document.elementFromPoint(x, y);
              if (!at.closest("[data-key], [data-part]")) return [x, y];
            }
        }"""
    )
    return found[0], found[1]


def test_the_whole_map_is_there_unfolded(page: Any) -> None:
    page.keyboard.press("0")
    assert set(cards(page)) >= set(data(page)["claims"])


def test_dragging_moves_the_picture_and_chooses_nothing(page: Any) -> None:
    before = view(page)
    x, y = free_place(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 90, y + 60, steps=4)
    page.mouse.up()
    assert view(page) == (before.x - 90, before.y + 60, before.k)
    assert "#" not in page.url


def test_dragging_a_card_is_no_click_on_it(page: Any) -> None:
    before = view(page)
    card(page, "defeat").hover()
    page.mouse.down()
    page.mouse.move(400, 200, steps=4)
    page.mouse.up()
    assert view(page) != before
    assert card(page, "defeat").get_attribute("aria-selected") == "false"


def test_the_wheel_zooms_at_the_pointer(page: Any) -> None:
    before = view(page)
    room = page.locator(".picture").bounding_box()
    x, y = 300.0, 250.0
    page.mouse.move(room["x"] + x, room["y"] + y)
    page.mouse.wheel(0, -240)
    after = view(page)
    assert after.k > before.k * 1.2
    assert (x - after.x) / after.k == pytest.approx((x - before.x) / before.k, abs=2)
    page.mouse.wheel(0, 240)
    assert view(page).k == pytest.approx(before.k)


def test_the_wheel_turned_sideways_moves(page: Any) -> None:
    before = view(page)
    page.mouse.move(300, 300)
    page.mouse.wheel(120, 0)
    assert view(page) == (before.x - 120, before.y, before.k)


def test_a_double_click_zooms_in(page: Any) -> None:
    before = view(page)
    page.mouse.dblclick(*free_place(page))
    assert view(page).k > before.k


def test_keys_zoom_fit_and_move(page: Any) -> None:
    card(page, "defeat").focus()
    before = view(page)
    page.keyboard.press("+")
    larger = view(page)
    assert larger.k > before.k
    page.keyboard.press("-")
    page.keyboard.press("-")
    assert view(page).k < larger.k
    here = view(page)
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    assert view(page) == (here.x + 80, here.y - 80, here.k)
    page.keyboard.press("0")
    still(page)
    room = page.locator(".picture").bounding_box()
    every = [one.bounding_box() for one in page.locator(".picture [role=treeitem]").all()]
    assert min(box["x"] for box in every) >= room["x"]
    assert max(box["x"] + box["width"] for box in every) <= room["x"] + room["width"]
    assert max(box["y"] + box["height"] for box in every) <= room["y"] + room["height"]


def test_zoom_has_bounds(page: Any) -> None:
    card(page, "defeat").focus()
    for _ in range(12):
        page.keyboard.press("+")
    assert view(page).k <= 3
    for _ in range(30):
        page.keyboard.press("-")
    assert view(page).k > 0.05
    assert cards(page)


def test_two_fingers_zoom_and_one_moves(show: Show) -> None:
    page = show(ARTICLE, has_touch=True, **CALM)
    before = view(page)
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        at = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

    touch("touchStart", (300, 400), (400, 400))
    for step in (10, 30, 50):
        touch("touchMove", (300 - step, 400), (400 + step, 400))
    touch("touchEnd")
    pinched = view(page)
    assert pinched.k == pytest.approx(before.k * 2, rel=0.05)
    x = 350  # the middle between the fingers
    assert (x - pinched.x) / pinched.k == pytest.approx((x - before.x) / before.k, abs=4)
    touch("touchStart", (300, 400))
    for step in (20, 60, 80):
        touch("touchMove", (300 + step, 400 - step))
    touch("touchEnd")
    moved = view(page)
    assert moved.x - pinched.x == pytest.approx(80, abs=1)
    assert moved.y - pinched.y == pytest.approx(-80, abs=1)
    assert "#" not in page.url


def test_a_tap_opens_the_details(show: Show) -> None:
    page = show(ARTICLE, has_touch=True, **CALM)
    card(page, "defeat").locator("rect.body").tap()
    assert page.url.endswith("#defeat")
