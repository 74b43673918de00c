"""A folder of maps: its cards, its search, and the way to a map and back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import ZOO, card, serving

BEES = "title: Bees\nclaim: Bees should be kept in town\nreasons:\n  - Towns have no pesticides\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "city").mkdir()
    (tmp_path / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    (tmp_path / "city" / "bees.yaml").write_text(BEES, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("claim: [half\n", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("colours: [red]\n", encoding="utf-8")
    return tmp_path


def test_a_folder_is_searched_and_its_maps_opened(sheet: Callable[..., Any], folder: Path) -> None:
    with serving(folder) as address:
        page = sheet(network=address)
        page.goto(address)
        cards = page.locator(".map-card")
        page.get_by_role("status").filter(has_text="3 maps").wait_for()
        zoo = cards.filter(has_text="zoo.yaml")
        assert "6 claims" in zoo.text_content()
        assert "1 fault" in cards.filter(has_text="broken.yaml").text_content()
        for image in page.locator(".map-card img").all():
            image.evaluate("image => image.decode()")

        page.keyboard.press("/")
        page.keyboard.type("bears")
        page.get_by_role("status").filter(has_text="1 map with “bears”").wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator(".panel .claim-text").filter(has_text="Polar bears").wait_for()
        page.get_by_role("link", name="All maps").click()

        page.get_by_role("status").filter(has_text="3 maps").wait_for()
        page.get_by_role("link", name="Zoo").focus()
        names = cards.locator("h2").all_text_contents()
        page.keyboard.press("ArrowRight")
        focused = page.evaluate("document.activeElement.textContent")
        assert names.index(focused) == names.index("Zoo") + 1
        page.keyboard.press("Home")
        (folder / "zoo.yaml").write_text(ZOO.replace("title: Zoo", "title: Old zoo"))
        page.get_by_role("link", name="Old zoo").click()
        card(page, "Captivity").wait_for()
        page.context.close()
