"""What is live can be used by everybody: no grave violation in any form, wide, narrow and dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import ZOO, card, excused, live, opened, serving


def violations(page: Any) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['target']}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_forms_and_dialogs(
    sheet: Callable[..., Any], tmp_path: Path, width: int, scheme: str
) -> None:
    (path := tmp_path / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    with live(sheet, path, annotator="maya") as page:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 844})
        opened(page, hash="#harm")
        found = []
        page.get_by_role("button", name="Write a note").click()
        found += violations(page)
        page.keyboard.press("Escape")
        for key in ("r", "m", "e"):
            page.keyboard.press(key)
            page.locator(".desk form").wait_for()
            found += violations(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if key != "e":
                page.keyboard.press("Escape")
        page.get_by_label("Text", exact=True).fill("Captivity kills animals")
        path.write_text(ZOO.replace("Captivity harms", "Captivity hurts"), encoding="utf-8")
        card(page, "hurts").wait_for()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").wait_for()
        found += violations(page)
        page.get_by_role("button", name="Neither yet").click()
        path.write_text("claim: [half\n", encoding="utf-8")
        page.locator(".faults summary").click()
        found += violations(page)
        assert found == []
        excused(page, 409)


def test_the_page_of_a_folder(sheet: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("claim: [half\n", encoding="utf-8")
    with serving(tmp_path) as address:
        page = sheet(network=address, color_scheme="dark", viewport={"width": 390, "height": 844})
        page.goto(address)
        page.locator(".map-card").nth(1).wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.context.close()
