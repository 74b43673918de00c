"""The panel: what is known of the chosen claim, of a step, of the map; the legend."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, anew, card, chosen, details

MAP = """
title: The zoo
question: What should become of the zoo?
description: A *made-up* quarrel.
authors: [Ann Author]
keywords: [animals]
sources:
  survey: {title: A survey of zoos, author: B. Bee, date: 2020, url: "https://example.org/survey"}
people:
  haddad: {name: Dr. Amal Haddad, role: zoo veterinarian}
claim: The city zoo should close
id: close
kind: policy
reasons:
  - premises:
      - claim: Captivity harms large animals
        id: harm
        by: haddad
        via: The Daily
        kind: fact
        basis: testimony
        tags: [welfare, elephants]
        weight: 0.7
        cites: {source: survey, quote: they pace in circles, at: p. 4}
        note: |
          Elephants **above all**.

          <b>Pacing</b>
          and swaying.
      - claim: What harms animals should end
        id: principle
        implicit: true
    step:
      id: rule
      scheme: practical reasoning
      warrant: harm has to be avoided
      strength: 0.5
      counterpoints:
        - claim: Larger enclosures would end the harm
          id: enclosures
counterpoints:
  - claim: The zoo breeds rare animals
    id: breeds
    excludes: harm
  - claim: A zoo teaches children
    id: teaches
    counterpoints:
      - ref: harm
"""


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(MAP, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def test_a_press_on_a_claim_tells_all_about_it(page: Any) -> None:
    card(page, "harm").click()
    told = details(page)
    for said in (
        "Captivity harms large animals", "Dr. Amal Haddad", "zoo veterinarian", "The Daily", "fact",
        "testimony", "welfare, elephants", "0.7", "they pace in circles", "p. 4", "A survey of zoos",
        "Elephants **above all**.",
        "<b>Pacing</b>\nand swaying.", "Reason and counterpoint",
    ):  # fmt: skip
        assert said in told, said


def test_the_panel_leads_on(page: Any) -> None:
    card(page, "harm").click()
    panel = page.locator(".page-of-panel:visible")
    uses = panel.locator("section", has=page.get_by_role("heading", name="Bears on"))
    assert "The city zoo should close" in uses.inner_text()
    assert "A zoo teaches children" in uses.inner_text()
    other = panel.locator(
        "section", has=page.get_by_role("heading", name="Cannot be true together")
    )
    other.get_by_role("link", name="The zoo breeds rare animals").click()
    assert chosen(page) == "breeds"
    assert card(page, "breeds").get_attribute("aria-selected") == "true"
    assert "Counterpoint to The city zoo should close" in details(page)


def test_enter_tells_about_the_claim_as_well(page: Any) -> None:
    page.get_by_role("button", name="Close the panel").click()
    card(page, "principle").focus()
    page.keyboard.press("Enter")
    assert "Unstated" in details(page)


def test_a_press_on_a_step_tells_about_the_step(page: Any) -> None:
    page.locator('[data-part="rule"]').click()
    told = details(page)
    for said in (
        "Captivity harms large animals", "What harms animals should end", "speaks for",
        "The city zoo should close", "practical reasoning", "harm has to be avoided", "0.5",
        "Larger enclosures would end the harm",
    ):  # fmt: skip
        assert said in told, said
    assert chosen(page) == "rule"


def test_with_nothing_chosen_the_map_is_told_about(page: Any) -> None:
    told = details(page)
    for said in (
        "The zoo", "What should become of the zoo?", "A *made-up* quarrel.", "Ann Author", "animals",
        "6 claims",
        "A survey of zoos", "B. Bee", "Dr. Amal Haddad",
    ):  # fmt: skip
        assert said in told, said
    link = page.locator(".page-of-panel:visible a[target=_blank]")
    assert link.get_attribute("href") == "https://example.org/survey"
    assert "noopener" in link.get_attribute("rel")


def test_a_link_to_a_claim_can_be_copied(page: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card(page, "harm").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(page.address)
    assert link.endswith("#harm")


def test_the_panel_closes_and_opens(page: Any) -> None:
    panel = page.locator(".panel")
    page.keyboard.press("d")
    assert not panel.is_visible()
    page.keyboard.press("d")
    assert panel.is_visible()
    page.get_by_role("button", name="Close the panel").click()
    assert not panel.is_visible()
    page.get_by_role("button", name="Panel", exact=True).click()
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()


def test_the_legend_has_the_signs_of_this_map_only(page: Any) -> None:
    page.keyboard.press("l")
    told = details(page)
    for said in ("linked", "unstated", "not both"):
        assert said.casefold() in told.casefold(), told
    assert "explain" not in told.casefold()
    page.get_by_role("tab", name="Details").click()
    assert "Signs in this map" not in details(page)


def test_the_legend_of_the_article_has_explanations(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    page.get_by_role("tab", name="Legend").click()
    assert "explain" in details(page).casefold()


def test_the_keys_are_told(page: Any) -> None:
    page.keyboard.press("?")
    help = page.get_by_role("dialog")
    assert help.is_visible()
    assert "search" in help.inner_text()
    page.keyboard.press("Escape")
    assert not help.is_visible()
    page.get_by_role("button", name="Keys (?)").click()
    assert help.is_visible()
