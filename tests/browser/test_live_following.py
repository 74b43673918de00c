"""The page follows its file: what others save, what they break, and a server that goes away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import ZOO, card, choose, excused, live, opened, said, serving


@pytest.fixture(scope="module")
def served(sheets: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    (path := tmp_path_factory.mktemp("zoo") / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    with live(sheets, path) as page:
        yield page


@pytest.fixture
def zoo(served: Any) -> tuple[Any, Path]:
    return opened(served), served.file


def place(page: Any, text: str) -> tuple[float, float]:
    box = card(page, text).bounding_box()
    return round(box["x"]), round(box["y"])


def test_a_saved_file_is_shown_and_the_reader_stays_where_he_was(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    page.keyboard.press("2")
    page.keyboard.press("1")
    choose(page, "Captivity")
    page.keyboard.press("Space")
    card(page, "Elephants").wait_for(state="detached")
    page.locator(".picture").hover()
    page.mouse.wheel(60, 0)
    page.keyboard.press("Shift+ArrowDown")
    page.locator(".surface.moving").wait_for(state="detached")
    before = place(page, "Captivity")
    longer = ZOO.replace("Keepers are few\n", "Keepers are few\n  - Pens are small\n")
    path.write_text(longer.replace("title: Zoo", "title: The zoo"), encoding="utf-8")
    card(page, "Pens are small").wait_for()
    assert place(page, "Captivity") == before
    assert card(page, "Captivity").get_attribute("aria-selected") == "true"
    assert card(page, "Captivity").get_attribute("aria-expanded") == "false"
    assert page.title() == "The zoo"
    assert page.locator("h1").inner_text() == "The zoo"


def test_a_claim_that_is_reworded_elsewhere_stays_selected(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Polar bears")
    new = "Ice bears swim in circles all day"
    path.write_text(ZOO.replace("Polar bears swim in circles", new), encoding="utf-8")
    page.locator(".panel .claim-text").filter(has_text=new).wait_for()
    assert page.url.endswith("#ice-bears-swim-in-circles-all-day")


def test_faults_are_told_and_the_picture_stays(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    strip = page.locator(".faults")
    path.write_text(ZOO.replace("  - Keepers", "  - claim: [Keepers"), encoding="utf-8")
    title = strip.locator("summary")
    title.filter(has_text="the picture shows the last good version").wait_for()
    assert card(page, "Keepers are few").is_visible()
    title.focus()
    page.keyboard.press("Enter")
    told = strip.inner_text()
    assert "line 16, column 12" in told
    assert "  - claim: [Keepers are few\n           ^" in told
    assert "close it" in told
    choose(page, "Captivity")
    page.keyboard.press("r")
    page.keyboard.type("They fall ill")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="the file has errors").wait_for()
    path.write_text(ZOO, encoding="utf-8")
    strip.wait_for(state="hidden")
    page.keyboard.press("Enter")
    card(page, "They fall ill").wait_for()
    path.unlink()
    strip.filter(has_text="The file is gone").wait_for()
    assert card(page, "They fall ill").is_visible()
    assert not page.locator(".acts").is_visible()
    path.write_text(ZOO, encoding="utf-8")
    card(page, "They fall ill").wait_for(state="detached")
    choose(page, "Captivity")
    page.locator(".acts").wait_for()
    excused(page, 422)


def test_a_change_made_elsewhere_is_shown_beside_ones_own(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    theirs = ZOO.replace("Captivity harms animals", "Captivity hurts animals")

    def clash(mine: str) -> Any:
        choose(page, "Captivity")
        page.keyboard.press("e")
        page.get_by_label("Text", exact=True).fill(mine)
        path.write_text(theirs, encoding="utf-8")
        card(page, "hurts").wait_for()
        assert page.get_by_label("Text", exact=True).input_value() == mine
        page.get_by_role("button", name="Save", exact=True).click()
        dialog = page.get_by_role("dialog", name="Changed elsewhere in between")
        dialog.wait_for()
        rows = dialog.locator("tbody tr").all_inner_texts()
        assert rows == [f"Text\tCaptivity harms animals\tCaptivity hurts animals\t{mine}"]
        return dialog

    dialog = clash("Captivity kills animals")
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    field = page.get_by_label("Text", exact=True)
    assert field.input_value() == "Captivity kills animals"
    page.get_by_role("alert").filter(has_text="Nothing was saved").wait_for()
    assert path.read_text() == theirs
    field.press("Enter")
    dialog.get_by_role("button", name="Use mine").click()
    said(page, "Saved")
    assert path.read_text() == theirs.replace("hurts", "kills")

    path.write_text(ZOO, encoding="utf-8")
    card(page, "harms").wait_for()
    clash("Captivity maims animals").get_by_role("button", name="Keep theirs").click()
    page.locator(".desk").wait_for(state="hidden")
    assert path.read_text() == theirs
    excused(page, 409)


def test_a_reason_for_what_was_changed_meanwhile_is_asked_about(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Captivity")
    page.keyboard.press("r")
    page.keyboard.type("They fall ill")
    theirs = ZOO.replace("Captivity harms animals", "Captivity protects animals")
    path.write_text(theirs, encoding="utf-8")
    card(page, "protects").wait_for()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Changed elsewhere in between")
    assert "Captivity protects animals" in dialog.inner_text()
    dialog.get_by_role("button", name="Back to what I wrote").click()
    field = page.get_by_label("Text of the claim")
    assert field.input_value() == "They fall ill"
    field.press("Enter")
    dialog.get_by_role("button", name="Add it nevertheless").click()
    card(page, "They fall ill").wait_for()
    assert "protects" in path.read_text()
    excused(page, 409)


def test_what_is_typed_is_not_lost(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Captivity")
    page.keyboard.press("r")
    page.keyboard.type("Half a sen")
    path.write_text(ZOO.replace("title: Zoo", "title: Another zoo"), encoding="utf-8")
    page.get_by_role("heading", name="Another zoo").first.wait_for()
    assert page.get_by_label("Text of the claim").input_value() == "Half a sen"
    page.get_by_label("Text of the claim").press("Escape")
    page.get_by_role("dialog", name="Drop what you wrote?").wait_for()
    page.keyboard.press("Enter")
    assert page.get_by_label("Text of the claim").input_value() == "Half a sen"
    page.get_by_role("button", name="Close the panel").click()
    said(page, "not saved yet")
    assert page.get_by_label("Text of the claim").is_visible()
    asked = []
    page.once("dialog", lambda dialog: asked.append(dialog.type))
    page.goto("about:blank")
    assert asked == ["beforeunload"]


def test_a_server_that_goes_away_and_comes_back(sheet: Callable[..., Any], tmp_path: Path) -> None:
    (path := tmp_path / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    with serving(path) as address:
        page = sheet(network=address)
        page.goto(address + "#harm")
        card(page, "Captivity").wait_for()
    page.locator(".lost").filter(has_text="does not answer").wait_for()
    page.keyboard.press("r")
    page.keyboard.type("They fall ill")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="Nothing was saved").wait_for()
    path.write_text(ZOO.replace("Keepers are few", "Keepers are many"), encoding="utf-8")
    with serving(path, port=int(address.rstrip("/").rpartition(":")[2])):
        page.locator(".lost").wait_for(state="hidden")
        card(page, "Keepers are many").wait_for()
        page.get_by_label("Text of the claim").press("Enter")
        dialog = page.get_by_role("dialog", name="Changed elsewhere in between")
        assert "no longer knows what you saw" in dialog.inner_text()
        assert "They fall ill" in dialog.inner_text()
        dialog.get_by_role("button", name="Add it nevertheless").click()
        card(page, "They fall ill").wait_for()
        page.context.close()
    page.wrong[:] = [one for one in page.wrong if "Failed to load resource" not in one]


def test_a_map_that_is_only_to_be_read(sheet: Callable[..., Any], tmp_path: Path) -> None:
    (path := tmp_path / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    with live(sheet, path, read_only=True) as page:
        opened(page)
        assert page.get_by_text("Read-only").is_visible()
        assert "it is served for reading only" in page.locator(".panel").inner_text()
        choose(page, "Captivity")
        assert page.locator(".acts, .card-bar, .undo-tools").locator("visible=true").count() == 0
        page.keyboard.press("r")
        assert not page.locator(".desk").is_visible()
        page.keyboard.press("?")
        assert "To write" not in page.get_by_role("dialog").inner_text()


def test_a_map_that_never_was_good_is_awaited(sheet: Callable[..., Any], tmp_path: Path) -> None:
    (path := tmp_path / "zoo.yaml").write_text("claim: [half\n", encoding="utf-8")
    with live(sheet, path) as page:
        page.goto(page.address)
        page.get_by_text("There is no picture yet").wait_for()
        assert "line 1, column 8" in page.locator(".fault-list").inner_text()
        path.write_text(ZOO, encoding="utf-8")
        card(page, "Captivity").wait_for()
