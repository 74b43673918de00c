"""For everybody: keys alone, screen readers, less motion, contrast."""

from typing import Any

import pytest

from tests.browser.conftest import Show
from tests.browser.reader import (
    ARTICLE,
    CALM,
    MAPS,
    card,
    cards,
    chosen,
    data,
    details,
    focused,
    inside,
    item,
    menu,
    until,
)

PROBLEMS = """async ([where, rules]) => (await axe.run(where, {
    resultTypes: ["violations"], ...(rules.length && { runOnly: rules }) })).violations
    .filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => [one.id, one.help, one.nodes.slice(0, 3).map(node => node.html.slice(0, 160))])"""

PHONE = {"viewport": {"width": 390, "height": 844}}


def violations(page: Any, where: str = "html", *rules: str) -> list[Any]:
    """What axe-core finds of serious or critical grade."""
    from axe_playwright_python.base import AXE_FILE_PATH

    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    found: list[Any] = page.evaluate(PROBLEMS, [where, rules])
    return found


# What dark changes is the colours.
@pytest.mark.parametrize(("scheme", "rules"), [("light", ()), ("dark", ("color-contrast",))])
def test_no_view_has_a_serious_fault(show: Show, scheme: str, rules: tuple[str, ...]) -> None:
    layers = str(MAPS / "assad-fall.layers")
    page = show(ARTICLE, "--layers", layers, color_scheme=scheme, hash="#undone", **CALM)
    assert violations(page, "html", *rules) == []
    for panel in ("Notes", "Legend"):
        page.get_by_role("tab", name=panel).click()
        assert violations(page, ".panel", *rules) == [], panel
    page.keyboard.press("/")
    page.keyboard.type("putin")
    page.locator(".search-hits button").first.wait_for()
    assert violations(page, ".bar", *rules) == []
    page.get_by_role("button", name="Outline").click()
    assert violations(page, ".outline-view", *rules) == []
    page.get_by_role("button", name="Save or print").click()
    assert violations(page, ".bar", *rules) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Keys (?)").click()
    assert violations(page, "dialog", *rules) == []


def test_a_phone_has_no_serious_fault(show: Show) -> None:
    page = show(ARTICLE, hash="#undone", **PHONE, **CALM)
    assert violations(page) == []


def test_the_tree_is_told_as_it_is(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    page.keyboard.press("0")
    assert page.get_by_role("tree").get_attribute("aria-label").startswith("Argument map")
    map = data(page)
    claims, arguments = map["claims"], map["arguments"]
    below: dict[str, list[str]] = map["below"]

    def steps(target: str) -> list[str]:
        return [one for id in below.get(target, []) for one in (id, *steps(id))]

    expected: list[tuple[str, int, int, int]] = []

    def walk(claim: str, level: int, position: int, among: int) -> None:
        expected.append((claims[claim]["text"], level, position, among))
        kids = [
            (premise, id)
            for id in steps(claim)
            for premise in dict.fromkeys(arguments[id]["premises"])
        ]
        for at, (premise, id) in enumerate(kids, 1):
            if claims[premise]["home"] == id:
                walk(premise, level + 1, at, len(kids))
            else:
                expected.append((claims[premise]["text"], level + 1, at, len(kids)))

    walk(map["theses"][0], 1, 1, 1)
    cards(page)
    told = page.eval_on_selector_all(
        ".picture [role=treeitem]",
        """all => all.map(one => [one.ariaLabel, ...["level", "posinset", "setsize"].map(
          name => Number(one.getAttribute(`aria-${name}`)))])""",
    )
    assert [tuple(numbers) for _, *numbers in told] == [tuple(rest) for _, *rest in expected]
    for (name, *_), (text, *_) in zip(told, expected, strict=True):
        assert text in name
    names = {
        key: card(page, key).get_attribute("aria-label") for key in ("defeat", "stake", "undone")
    }
    assert names["defeat"].startswith("thesis:")
    assert names["stake"].startswith("reason:")
    assert "it bears on “The fall of Assad is a personal defeat for Putin”" in names["stake"]
    assert "counts only together with" in names["stake"]
    expanded = page.locator('.picture [role=treeitem][aria-expanded="true"]').count()
    assert expanded == sum(1 for id in claims if below.get(id))
    assert page.locator('.picture [role=treeitem][tabindex="0"]').count() == 1


def test_what_is_off_the_screen_is_told_when_it_is_reached(show: Show) -> None:
    page = show(ARTICLE, viewport={"width": 500, "height": 400}, **CALM)
    some = len(cards(page))
    map = data(page)
    assert some < len(map["claims"])
    card(page, "defeat").focus()
    seen = [focused(page)]
    while True:
        page.keyboard.press("ArrowDown")
        if focused(page) == seen[-1]:
            break
        seen.append(focused(page))
    assert set(seen) >= set(map["claims"])
    assert inside(page, card(page, seen[-1]))
    page.keyboard.press("Home")
    assert focused(page) == "defeat"
    page.keyboard.press("End")
    assert focused(page) == seen[-1]


def test_the_page_is_used_by_keys_alone(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the map"
    page.keyboard.press("Enter")
    assert focused(page) == "defeat"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "stake"
    assert inside(page, card(page, "stake"))
    page.keyboard.press("Enter")
    assert "Putin staked personal standing" in details(page)
    page.keyboard.press("/")
    page.keyboard.type("latakia")
    page.keyboard.press("Enter")
    assert "Latakia" in details(page)
    found = chosen(page)
    page.goto("about:blank")
    page.goto(f"{page.address}#{found}")
    card(page, found).wait_for()
    stops: list[Any] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
              const one = document.activeElement;
              const ring = one.querySelector(".ring") ?? one;
              const style = getComputedStyle(ring);
              const seen = style.outlineStyle !== "none" || Number.parseFloat(style.strokeWidth) > 2;
              const box = one.closest(".search");
              return [one.ariaLabel || one.textContent.slice(0, 30) || one.tagName,
                      seen || (box && getComputedStyle(box).outlineStyle !== "none")];
            }"""
        )
        if stop[0].startswith("Skip to the map") and stops:
            break
        stops.append(stop)
    assert [name for name, seen in stops if not seen] == []
    trees = "document.querySelectorAll('[role=tree][tabindex], [role=tree]:focus').length"
    assert page.evaluate(trees) == 0
    assert sum("bears on" in name for name, _ in stops) == 1
    names = " | ".join(name for name, _ in stops)
    for wanted in ("Picture", "Outline", "Save or print", "Details", "Close the panel"):
        assert wanted in names, names
    card(page, found).focus()
    page.keyboard.press("2")
    until(page, f"document.activeElement.dataset.id === '{found}'")
    assert item(page, found).is_visible()
    page.keyboard.press("1")
    until(page, f"document.activeElement.dataset.key === '{found}'")


def test_escape_ends_one_thing_after_the_other(show: Show) -> None:
    page = show(ARTICLE, hash="#undone", **CALM)
    card(page, "undone").focus()
    page.keyboard.press("f")
    page.keyboard.press("/")
    page.keyboard.type("isolation")
    page.keyboard.press("Enter")
    branch, panel = page.locator(".branch-bar"), page.locator(".panel")
    page.keyboard.press("Escape")
    assert page.get_by_role("searchbox").input_value() == ""
    card(page, chosen(page)).focus()
    assert branch.is_visible()
    page.keyboard.press("Escape")
    assert not branch.is_visible()
    assert panel.is_visible()
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    page.keyboard.press("Escape")
    assert chosen(page) == ""


def test_a_menu_by_keys(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    opener = page.get_by_role("button", name="Colours")
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert opener.evaluate("it => it === document.activeElement")


def test_less_motion_means_none(show: Show) -> None:
    page = show(ARTICLE, **CALM)
    page.evaluate(
        """() => {
          const glide = Element.prototype.animate;
          window.glides = 0;
          Element.prototype.animate = function (...how) {
            window.glides += 1;
            return glide.apply(this, how);
          };
        }"""
    )
    card(page, "undone").locator("[data-act=fold]").click()
    menu(page, "Fold and direction", "Unfold all")
    page.keyboard.press("0")
    assert page.evaluate("window.glides") == 0
    assert page.evaluate("document.getAnimations().length") == 0
    timed = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
          const { transitionDuration, animationDuration } = getComputedStyle(one);
          return [transitionDuration, animationDuration].some(time => !/^(0s(, )?)*$/.test(time));
        }).map(one => one.className)"""
    )
    assert timed == []
