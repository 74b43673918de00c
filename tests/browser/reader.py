"""What somebody at the page sees and does."""

import json
import re
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

MAPS = Path(__file__).parents[2] / "maps"
ARTICLE = MAPS / "assad-fall.yaml"

#: Settings of a browser whose reader wants less motion: nothing has to be waited for.
CALM = {"reduced_motion": "reduce"}
WIDE = {"width": 1280, "height": 800}
_TIMES = count()


class View(NamedTuple):
    """Where the origin of the picture stands, and how large it is shown."""

    x: float
    y: float
    k: float


def anew(page: Any, hash: str = "") -> Any:
    """The page of a file as it is when it is opened, for the next test; `wrong` must be empty."""
    assert not page.wrong, page.wrong
    if page.viewport_size != WIDE:
        page.set_viewport_size(WIDE)
    # Another query is another page, where another hash would be the same one.
    page.goto(f"{page.address}?{next(_TIMES)}{hash}", wait_until="commit")
    page.wait_for_selector("[role=treeitem]")
    return page


def view(page: Any) -> View:
    """The view when all is still."""
    still(page)
    style = page.locator(".surface").evaluate("it => it.style.transform")
    return View(*map(float, re.findall(r"-?[\d.]+(?:e-?\d+)?", style)))


def still(page: Any) -> None:
    """Waits until nothing moves any more."""
    page.evaluate(
        """async () => {
          const frame = () => new Promise(requestAnimationFrame);
          await frame();
          await frame();
          const moves = () =>
            document.querySelector(".surface.moving") ||
            document.getAnimations().some((one) => one.playState === "running");
          while (moves()) await frame();
        }"""
    )


def until(page: Any, true: str) -> None:
    """Waits until something holds. (`wait_for_function` asks for `eval`, which the page forbids.)"""
    for _ in range(200):
        if page.evaluate(true):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never: {true}")


def card(page: Any, claim: str) -> Any:
    """The card of a claim in the picture."""
    return page.locator(f'.picture [role=treeitem][data-key="{claim}"]')


def cards(page: Any) -> list[str]:
    """What is drawn of the picture, by its keys, in reading order."""
    still(page)
    found: list[str] = page.eval_on_selector_all(
        ".picture [role=treeitem]", "all => all.map(one => one.dataset.key)"
    )
    return found


def places(page: Any) -> dict[str, tuple[float, float]]:
    """Where each drawn card stands in the picture."""
    still(page)
    return {
        key: (x, y)
        for key, x, y in page.eval_on_selector_all(
            ".picture [role=treeitem]",
            """all => all.map(one => {
              const { e, f } = one.transform.baseVal.consolidate().matrix;
              return [one.dataset.key, e, f];
            })""",
        )
    }


def item(page: Any, claim: str) -> Any:
    """The item of a claim at its home in the outline."""
    return page.locator(f'.outline li.item[data-id="{claim}"]:not(.elsewhere)').first


def details(page: Any) -> str:
    """The text of the panel that is open."""
    text: str = page.locator(".page-of-panel:visible").inner_text()
    return text


def chosen(page: Any) -> str:
    """The id of the part that the address names."""
    part: str = page.evaluate("decodeURIComponent(location.hash.slice(1).split('&')[0])")
    return part


def focused(page: Any) -> str:
    """The claim that has the focus, in the picture or in the outline."""
    key: str = page.evaluate(
        "document.activeElement.dataset.key ?? document.activeElement.dataset.id ?? ''"
    )
    return key


def data(page: Any) -> dict[str, Any]:
    """The map as it stands in the page."""
    found: dict[str, Any] = json.loads(page.locator("#argmap-data").text_content())
    return found


def menu(page: Any, name: str, choice: str) -> None:
    """Chooses from a menu of the bar."""
    page.get_by_role("button", name=name, exact=True).click()
    page.locator(".menu-list:visible").get_by_role("button", name=choice, exact=True).click()


def hard_to_read(page: Any) -> list[str]:
    """The cards whose text has too little contrast with their ground (WCAG 2.1: 4.5 to 1)."""
    found: list[str] = page.eval_on_selector_all(
        ".picture [role=treeitem]",
        """all => {
          const light = (colour) => {
            const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(part =>
              colour.startsWith("color(") ? part : part / 255);
            const [r, g, b] = parts.map(part =>
              part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const contrast = (one, other) => {
            const [more, less] = [light(one), light(other)].sort((a, b) => b - a);
            return (more + 0.05) / (less + 0.05);
          };
          return all.filter(card => {
            const ground = getComputedStyle(card.querySelector(".body")).fill;
            return [...card.querySelectorAll(":scope > g > text, :scope > g > text > tspan")]
              .some(text => contrast(getComputedStyle(text).fill, ground) < 4.5);
          }).map(card => card.dataset.key);
        }""",
    )
    return found


def inside(page: Any, locator: Any) -> bool:
    """Whether an element is to be seen in the window of the picture, whole."""
    still(page)
    box, room = locator.bounding_box(), page.locator(".picture").bounding_box()
    return bool(
        box["x"] >= room["x"] - 1
        and box["y"] >= room["y"] - 1
        and box["x"] + box["width"] <= room["x"] + room["width"] + 1
        and box["y"] + box["height"] <= room["y"] + room["height"] + 1
    )
