"""Writing in the page: each act by mouse and by keys, and what it makes of the file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.serving import ZOO, card, choose, excused, live, opened, said


@pytest.fixture(scope="module")
def served(sheets: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    (path := tmp_path_factory.mktemp("zoo") / "zoo.yaml").write_text(ZOO, encoding="utf-8")
    with live(sheets, path) as page:
        yield page


@pytest.fixture
def zoo(served: Any) -> tuple[Any, Path]:
    """A page of a small map, and the map's file."""
    return opened(served), served.file


def focused(page: Any) -> str:
    found: str = page.evaluate(
        "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
    )
    return found


def test_by_keys_alone_claims_are_added_and_taken_back(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    keys = page.keyboard
    page.get_by_role("button", name="Skip to the map").focus()
    keys.press("Enter")
    keys.press("ArrowRight")
    assert "Captivity harms animals" in focused(page)
    keys.press("c")
    keys.type("Some animals breed well")
    keys.press("Enter")
    card(page, "Some animals breed well").wait_for()
    said(page, "Added")
    assert "counterpoint: Some animals breed well" in focused(page)
    keys.press("r")
    keys.type("Pandas do")
    keys.press("Enter")
    card(page, "Pandas do").wait_for()
    assert "reason: Pandas do" in focused(page)
    added = """
    counterpoints:
      - claim: Some animals breed well
        reasons:
          - Pandas do
  - Keepers are few
"""
    assert added in path.read_text()
    keys.press("Control+z")
    card(page, "Pandas do").wait_for(state="detached")
    keys.press("Control+z")
    card(page, "Some animals").wait_for(state="detached")
    assert path.read_text(encoding="utf-8") == ZOO
    keys.press("Control+Shift+z")
    card(page, "Some animals").wait_for()


def test_by_mouse_alone_a_claim_is_edited_with_all_its_fields(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Captivity harms")
    page.get_by_role("group", name="The selected claim").get_by_label("Edit").click()
    page.get_by_label("Text", exact=True).fill("Captivity harms most animals")
    page.get_by_text("Who says it, where, and more").click()
    page.get_by_label("Said by").fill("Ana Ruiz")
    page.get_by_label("Kind").select_option("fact")
    page.get_by_label("Tags").fill("animals, welfare")
    page.get_by_role("button", name="Add a source").click()
    page.get_by_label("Source", exact=True).select_option("report")
    page.get_by_label("Quote, word for word").fill("they pace all day")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved")
    card(page, "Captivity harms most animals").wait_for()
    page.locator(".panel .claim-text").filter(has_text="most animals").wait_for()
    text = path.read_text(encoding="utf-8")
    assert "claim: Captivity harms most animals  # to be checked" in text
    assert "by: ana" in text
    assert "tags: [animals, welfare]" in text
    assert "they pace all day" in text
    for old in ZOO.splitlines():
        assert "Captivity" in old or old in text
    page.get_by_role("button", name="Undo").click()
    said(page, "Undone")


def test_a_claim_is_moved_by_keys_and_turned(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    keys = page.keyboard
    choose(page, "Keepers are few")
    keys.press("m")
    keys.press("Enter")
    said(page, "Nothing is chosen yet.")
    keys.press("Home")
    keys.press("ArrowRight")
    page.locator(".picked").filter(has_text="Captivity").wait_for()
    keys.press("Enter")
    assert focused(page) == "Move here"
    keys.press("Enter")
    said(page, "Moved")
    assert "      - Polar bears swim in circles\n      - Keepers are few\n" in path.read_text()
    assert "reason: Keepers are few; it bears on “Captivity" in focused(page)
    keys.press("t")
    said(page, "Now a counterpoint")
    assert "    counterpoints:\n      - Keepers are few\n" in path.read_text()


def test_a_place_is_chosen_by_search_before_others(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Children learn")
    page.locator(".acts").get_by_role("button", name="Move…").click()
    page.get_by_role("searchbox").fill("captivity")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("radio", name="for it", exact=True).check()
    page.get_by_label("Where").select_option("before the others")
    page.get_by_role("searchbox").press("Control+Enter")
    said(page, "Moved")
    text = path.read_text()
    assert text.index("learning") < text.index("pacing")
    assert "counterpoints" not in text


def drag(page: Any, held: Any, onto: Any) -> Any:
    box, place = held.bounding_box(), onto.bounding_box()
    page.mouse.move(box["x"] + 8, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(place["x"] + 30, place["y"] + 20, steps=4)
    page.mouse.up()
    return page.get_by_role("dialog", name="Move it here?")


def test_a_card_is_dragged_onto_another(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Keepers are few")
    dialog = drag(page, page.locator(".grip"), card(page, "Captivity"))
    dialog.wait_for()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert path.read_text() == ZOO
    dialog = drag(page, card(page, "Keepers are few"), card(page, "Captivity"))
    dialog.get_by_role("button", name="As a counterpoint").click()
    said(page, "Moved")
    assert "    counterpoints:\n      - Keepers are few\n" in path.read_text()


def test_removing_says_what_goes_along(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Captivity")
    page.keyboard.press("Delete")
    dialog = page.get_by_role("dialog", name="Remove this claim?")
    assert "2 claims that stand nowhere else go along" in dialog.inner_text()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert path.read_text() == ZOO
    page.locator(".acts").get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Remove 3 claims").click()
    said(page, "Removed 3 claims")
    assert "Captivity" not in path.read_text()
    assert page.locator(".panel .claim-text").inner_text() == "The zoo should close"
    page.get_by_role("button", name="Undo").click()
    card(page, "Elephants").wait_for()
    assert path.read_text() == ZOO


def test_premises_are_linked_and_taken_apart(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Keepers are few")
    page.keyboard.press("a")
    page.keyboard.type("Animals need many keepers")
    page.keyboard.press("Enter")
    card(page, "Animals need many").wait_for()
    assert "  - premises:\n      - Keepers are few\n      - Animals need" in path.read_text()
    acts = page.locator(".acts")
    acts.get_by_role("button", name="Unlink").click()
    said(page, "Now it stands alone")
    assert "premises" not in path.read_text()
    acts.get_by_role("button", name="Link with…").click()
    card(page, "Keepers are few").click()
    page.get_by_role("button", name="Link them").click()
    said(page, "Linked")
    assert "premises" in path.read_text()


def test_a_claim_is_used_once_more_and_a_thesis_added(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Keepers are few")
    page.locator(".acts").get_by_role("button", name="Use once more…").click()
    card(page, "Children learn").click()
    page.get_by_role("radio", name="against it").check()
    page.get_by_role("button", name="Use it here").click()
    said(page, "Used here too")
    assert "ref: keepers" in path.read_text()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.goto(page.address + "#")
    page.keyboard.press("d")
    page.get_by_role("button", name="Add a thesis").click()
    page.keyboard.type("The zoo should move")
    page.get_by_role("button", name="Add thesis").click()
    card(page, "The zoo should move").wait_for()


def test_a_step_has_fields_and_reasons_of_its_own(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Children learn")
    page.get_by_role("button", name="Change the step").click()
    page.locator(".acts").get_by_role("button", name="Edit the step").click()
    page.get_by_label("Scheme").fill("practical reasoning")
    page.get_by_label("Strength").fill("0.4")
    page.get_by_role("button", name="Save", exact=True).click()
    said(page, "Saved")
    assert "strength: 0.4" in path.read_text()
    page.locator(".acts").get_by_role("button", name="Add counterpoint").click()
    page.keyboard.type("A film teaches as much")
    page.keyboard.press("Enter")
    card(page, "A film teaches").wait_for()


def test_what_is_refused_stays_in_the_form(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "Captivity")
    page.keyboard.press("e")
    page.get_by_text("Who says it, where, and more").click()
    page.get_by_label("Weight").fill("7")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("alert").filter(has_text="from 0 to 1").wait_for()
    assert page.get_by_label("Weight").input_value() == "7"
    assert path.read_text() == ZOO
    excused(page, 422)


@pytest.mark.parametrize("text", ["<img src=x onerror='window.hit=1'>", "{{ x }} ${1} </script>"])
def test_a_text_is_never_markup(zoo: tuple[Any, Path], text: str) -> None:
    page, _ = zoo
    choose(page, "Captivity")
    page.keyboard.press("r")
    page.get_by_label("Text of the claim").fill(text)
    page.keyboard.press("Enter")
    page.locator(".panel .claim-text").get_by_text(text, exact=True).wait_for()
    page.keyboard.press("m")
    page.locator(".desk-about").get_by_text(text, exact=True).wait_for()
    assert page.evaluate("window.hit") is None


ODD = """\
claim: The zoo should close
id: hasOwnProperty
people:
  ana: {name: "Ana; the first"}
  bob: {name: "Bob, Jr."}
  kim: {name: Kim}
  kimmy: {name: Kim}
sources:
  __proto__: {title: A prototype}
reasons:
  - claim: Captivity harms animals
    id: __proto__
    by: [ana, bob, constructor]
    via: kim
    tags: ["a;b", c]
    cites: {source: __proto__, quote: few words}
  - claim: Keepers are few
    id: constructor
    by: toString
    reasons:
      - claim: Nobody wants to be one
        id: toString
"""


def test_names_that_every_object_has_and_names_with_commas_stay(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    opened(page, ODD)
    for text in ("The zoo should close", "Captivity harms", "Keepers are few", "Nobody wants"):
        choose(page, text)
        page.keyboard.press("e")
        page.get_by_label("Text", exact=True).press("Enter")
        page.locator(".desk").wait_for(state="hidden")
    assert path.read_text() == ODD

    choose(page, "Captivity harms")
    page.keyboard.press("e")
    by = page.get_by_label("Said by")
    assert by.input_value() == "Ana; the first| Bob, Jr.| constructor|"
    by.fill(f"{by.input_value()} Carl")
    tags = page.get_by_label("Tags")
    tags.fill(f"{tags.input_value()}, d")
    page.keyboard.press("Control+Enter")
    said(page, "Saved")
    changed = ODD.replace("bob, constructor]", "bob, constructor, Carl]")
    assert path.read_text() == changed.replace('["a;b", c]', "[a;b, c, d]")


def test_a_reason_for_a_claim_of_any_name_is_asked_about_once(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    opened(page, ODD)
    choose(page, "Keepers are few")
    page.keyboard.press("r")
    page.get_by_label("Text of the claim").fill("They earn little")
    theirs = ODD.replace("Keepers are few", "Keepers are rare")
    path.write_text(theirs, encoding="utf-8")
    card(page, "Keepers are rare").wait_for()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Changed elsewhere in between")
    assert "removed" not in dialog.inner_text()
    dialog.get_by_role("button", name="Add it nevertheless").click()
    card(page, "They earn little").wait_for()
    assert path.read_text() == f"{theirs}      - They earn little\n"
    excused(page, 409)


def test_what_a_thesis_cannot_is_told_at_once(zoo: tuple[Any, Path]) -> None:
    page, path = zoo
    choose(page, "The zoo should close")
    page.keyboard.press("Delete")
    said(page, "It is the only thesis")
    page.keyboard.press("a")
    said(page, "A thesis stands alone")
    assert path.read_text() == ZOO
