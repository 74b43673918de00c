"""Notes written in the page: on a claim and on words of it, with labels, answered and settled."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.serving import ZOO, card, choose, live, opened, said

LAYER = """\
layer: 1
map: "../zoo.yaml"
annotator: maya
role: student
codebook: class.codebook.yaml
annotations: []
"""
CODEBOOK = """\
codebook: 1
labels:
  clarity: {type: scale, low: 1, high: 5, on: [claim, passage]}
  fallacy:
    type: one of
    values: {none: nothing is wrong, ad hominem: against the person}
  doubts:
    type: set
    values: {source: who says so, number: how many}
"""


def test_notes_are_written_answered_and_taken_back(
    sheet: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "zoo.yaml"
    path.write_text(ZOO, encoding="utf-8")
    (tmp_path / "zoo.layers").mkdir()
    (tmp_path / "zoo.layers" / "maya.yaml").write_text(LAYER, encoding="utf-8")
    (tmp_path / "zoo.layers" / "class.codebook.yaml").write_text(CODEBOOK, encoding="utf-8")
    layer = tmp_path / "zoo.layers" / "maya.yaml"
    with live(sheet, path, annotator="maya") as page:
        opened(page)
        choose(page, "Captivity harms")
        page.locator(".panel .claim-text").evaluate(
            """heading => {
              const range = document.createRange();
              range.setStart(heading.firstChild, 11);
              range.setEnd(heading.firstChild, 14);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }"""
        )
        page.get_by_role("button", name="Write a note").click()
        desk = page.locator(".desk")
        assert "“harms”" in desk.inner_text()
        page.get_by_label("Text", exact=True).fill("How **much**?")
        page.get_by_label("It is").select_option("a question")
        page.get_by_label("clarity").fill("4")
        page.get_by_label("fallacy").select_option("none")
        page.get_by_label("number").check()
        page.get_by_role("button", name="Save the note").click()
        said(page, "Noted")
        thread = page.locator(".panel .details .thread").first
        thread.filter(has_text="How much?").wait_for()
        for word in ("“harms”", "questioning", "clarity: 4", "fallacy: none", "doubts: number"):
            assert word in thread.inner_text()
        assert "1 comment" in str(card(page, "Captivity").get_attribute("aria-label"))
        text = layer.read_text()
        assert "quote: harms" in text
        assert "motivation: questioning" in text

        thread.get_by_role("button", name="Reply").click()
        page.keyboard.type("A lot")
        page.keyboard.press("Control+Enter")
        said(page, "Answered")
        thread.locator(".thread").filter(has_text="A lot").wait_for()
        thread.get_by_role("button", name="Edit").first.click()
        assert page.get_by_label("clarity").input_value() == "4"
        page.get_by_label("Text", exact=True).fill("How much exactly?")
        page.keyboard.press("Control+Enter")
        said(page, "Saved")
        thread.filter(has_text="How much exactly?").wait_for()
        thread.get_by_role("button", name="Resolve").first.click()
        said(page, "Resolved")
        assert "resolved: true" in layer.read_text()

        page.get_by_role("tab", name="Notes").click()
        listed = page.locator(".panel .threads").last
        assert "You write as maya" in page.locator(".panel").inner_text()
        listed.get_by_role("button", name="Remove").first.click()
        dialog = page.get_by_role("dialog", name="Remove this note?")
        assert "1 reply will answer nothing any more" in dialog.inner_text()
        dialog.get_by_role("button", name="Remove the note").click()
        said(page, "Removed")
        assert "How much" not in layer.read_text()
        assert path.read_text() == ZOO


def test_without_an_annotator_the_page_says_how_to_get_one(
    sheet: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "zoo.yaml"
    path.write_text(ZOO, encoding="utf-8")
    with live(sheet, path) as page:
        opened(page)
        choose(page, "Captivity")
        assert page.get_by_role("button", name="Write a note").count() == 0
        page.get_by_role("tab", name="Notes").click()
        assert "argmap serve MAP --annotator NAME" in page.locator(".panel").inner_text()
