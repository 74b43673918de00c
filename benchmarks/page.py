"""Measures the page: its file, the making of it, and how it opens and moves in Chromium.

``python -m benchmarks.page --sizes 100,1000,10000 --runs 5 --format markdown``

Making is CPU seconds inside one process, beside loading the map; what the browser does is by its
own clock, as somebody sees it. Each figure is the median of the runs. It needs Playwright
(``pip install -r .ci/browser.lock``) and Chromium.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from argmap import load, render
from argmap.page.contents import contents
from argmap.page.document import as_html
from argmap.rendering import Options
from benchmarks.argument import Shape, argue
from benchmarks.matching import FORMATS
from benchmarks.writers import as_yaml

HEAD = (
    "claims", "shape", "page, KiB", "3 x SVG + 150, KiB", "page to load", "first paint, ms",
    "pan, ms", "95th", "unfold all, ms", "pan unfolded, ms", "95th", "pan the whole, ms", "95th",
)  # fmt: skip
SHAPES: tuple[Shape, ...] = ("tree", "graph")
FRAMES = 60
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")

#: Drags the picture by some pixels in each frame; the milliseconds from frame to frame.
_PAN = """async (frames) => {
  const host = document.querySelector(".picture");
  const send = (type, step, buttons) => host.dispatchEvent(new PointerEvent(type, {
    pointerId: 1, clientX: 600 - 9 * step, clientY: 500 - 5 * step, buttons, bubbles: true }));
  host.setPointerCapture = () => {};
  const frame = () => new Promise(requestAnimationFrame);
  send("pointerdown", 0, 1);
  let before = await frame();
  const times = [];
  for (let step = 1; step <= frames; step += 1) {
    send("pointermove", step, 1);
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  send("pointerup", frames, 0);
  return times;
}"""

#: Presses "Unfold all"; the milliseconds until it is on the screen.
_UNFOLD = """async () => {
  const press = (name) => [...document.querySelectorAll("button")]
    .find((one) => (one.ariaLabel ?? one.textContent) === name).click();
  press("Fold and direction");
  const began = performance.now();
  press("Unfold all");
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - began;
}"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("--sizes", default="100,1000,10000", help="claims, by commas")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=tuple(FORMATS), default="text")
    asked = parser.parse_args(arguments)
    found = next(filter(None, map(which, _BROWSERS)), None)
    if found is None:
        parser.error(f"no browser: none of {', '.join(_BROWSERS)} is installed")
    rows = []
    with TemporaryDirectory(prefix="argmap-page-") as folder, _browser(found) as browser:
        for size in map(int, asked.sizes.split(",")):
            for shape in SHAPES:
                file = Path(folder, f"{shape}-{size}.yaml")
                file.write_text(as_yaml(argue(size, shape, asked.seed)), encoding="utf-8")
                rows.append([f"{size:,}", shape, *_measured(file, browser, asked.runs)])
    print(FORMATS[asked.format]([HEAD, *rows]))
    return 0


def _measured(file: Path, browser: Any, runs: int) -> list[str]:
    page = file.with_suffix(".html")
    loading = _cpu(lambda: load(file), runs)
    map = load(file).map
    assert map is not None
    making = _cpu(lambda: page.write_text(as_html(contents(map)), encoding="utf-8"), runs)
    picture = len(render(map, "svg", Options(all=True, timeout=600)).data)
    opened = [_opened(browser, page.as_uri()) for _ in range(runs)]
    sizes = [_kib(page.stat().st_size), _kib(3 * picture + 150 * 1024)]
    figures = [f"{median(each):,.0f}" for each in zip(*opened, strict=True)]
    return [*sizes, f"{making / loading:.2f} x", *figures]


def _opened(browser: Any, address: str) -> tuple[float, ...]:
    """What `HEAD` names from the first paint on; of frames the median and the 95th of 100."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    page.wait_for_selector("[role=treeitem]")
    page.wait_for_timeout(1000)
    paint = page.evaluate(_PAINT)
    folded = page.evaluate(_PAN, FRAMES)
    unfold = page.evaluate(_UNFOLD)
    page.wait_for_timeout(1000)
    unfolded = page.evaluate(_PAN, FRAMES)
    page.keyboard.press("0")
    page.wait_for_timeout(1000)
    whole = page.evaluate(_PAN, FRAMES)
    page.close()
    return paint, *_frames(folded), unfold, *_frames(unfolded), *_frames(whole)


def _frames(times: list[float]) -> tuple[float, float]:
    return median(times), quantiles(times, n=20)[-1]


def _cpu(work: Callable[[], object], runs: int) -> float:
    """CPU seconds, after a first time that does not count."""
    work()
    times = []
    for _ in range(runs):
        began = process_time()
        work()
        times.append(process_time() - began)
    return median(times)


def _kib(size: int) -> str:
    return f"{size / 1024:,.0f}"


@contextmanager
def _browser(found: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=found,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield running
        running.close()


if __name__ == "__main__":
    sys.exit(main())
