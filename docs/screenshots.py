"""Photographs the page for the README and the docs: run `python docs/screenshots.py`.

It needs Chromium, and `pip install -r .ci/browser.lock`. The pictures depend on the
fonts of the machine, so no test compares them: look at each, on the wide screen and on the narrow.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from typing import Any

from typer.testing import CliRunner

from argmap.cli.app import app

DOCS = Path(__file__).resolve().parent
MAPS = DOCS.parent / "maps"
ARTICLE = str(MAPS / "assad-fall.yaml")
LAYERS = str(MAPS / "assad-fall.layers")

WIDE = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_BLOCK = r"<!-- test: file={name} -->\n```\w+\n(.*?)^```$"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: the command that writes the page, where it is opened, and what is pressed."""

    name: str
    command: tuple[str, ...]
    at: str = ""
    keys: tuple[str, ...] = ()
    settings: dict[str, Any] = field(default_factory=lambda: WIDE)


def shots(homework: Path) -> tuple[Shot, ...]:
    article = ("render", ARTICLE)
    text = f"column={homework.with_suffix('.txt')}"
    proposal = str(DOCS / "pull-request" / "proposal.yaml")
    return (
        Shot("light", article, "#stake"),
        Shot("dark", article, "#stake", settings={**WIDE, "color_scheme": "dark"}),
        Shot("outline", article, "#intervention&view=outline", keys=("d",)),
        Shot("reading", ("render", str(homework), "--source", text), "#unfair&view=reading"),
        Shot(
            "layer",
            ("render", ARTICLE, "--layers", LAYERS, "--heat", "disagreement"),
            "#no-rescue",
        ),
        Shot("diff", ("diff", ARTICLE, proposal), keys=("n", "n", "n")),
        Shot("phone", article, settings=PHONE),
        Shot("phone-details", article, "#stake", settings=PHONE),
    )


def files() -> set[Path]:
    """The pictures that this makes."""
    return {_file(shot) for shot in shots(Path("homework.yaml"))}


def _file(shot: Shot) -> Path:
    return DOCS / "pictures" / f"page-{shot.name}.png"


def main() -> int:
    with TemporaryDirectory() as name, _browser() as browser:
        homework = _homework(Path(name))
        for shot in shots(homework):
            data = photographed(browser, shot, Path(name))
            _file(shot).write_bytes(data)
            print(f"{_file(shot).name}: {len(data) / 1024:.0f} KB")
    return 0


def _homework(folder: Path) -> Path:
    """The text and the map of the tutorial for teachers, as files."""
    page = (DOCS / "tutorial-teacher.md").read_text(encoding="utf-8")
    for name in ("homework.txt", "homework.yaml"):
        found = re.search(_BLOCK.format(name=re.escape(name)), page, re.MULTILINE | re.DOTALL)
        assert found is not None, name
        (folder / name).write_text(found[1], encoding="utf-8")
    return folder / "homework.yaml"


def photographed(browser: Any, shot: Shot, folder: Path) -> bytes:
    file = folder / "page.html"
    command = [*shot.command, "--format", "html", "-o", "-"]
    result = CliRunner().invoke(app, command)
    assert result.exit_code == 0, result.output
    file.write_bytes(result.stdout_bytes)
    context = browser.new_context(reduced_motion="reduce", **shot.settings)
    page = context.new_page()
    page.goto(file.as_uri() + shot.at)
    page.wait_for_selector("[role=treeitem]")
    for key in shot.keys:
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    data = smaller(page.screenshot())
    context.close()
    return data


def smaller(png: bytes) -> bytes:
    """The picture in 256 colours, which are enough for letters and boxes."""
    from PIL import Image

    packed = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(256).save(packed, "PNG", optimize=True)
    return packed.getvalue()


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=next(filter(None, map(which, _BROWSERS))),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield running
        running.close()


if __name__ == "__main__":
    sys.exit(main())
