"""The page in a real browser. Where there is none these tests are skipped, unless CI wants them."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from typer.testing import CliRunner

from argmap.cli.app import app

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

#: Opens a map in the browser: its text or its file, and options of `argmap render`.
Show = Callable[..., Any]


def _missing() -> str:
    if find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        return "no Playwright: pip install -r .ci/browser.lock"
    if not any(map(which, _NAMES)):
        return f"no browser: none of {', '.join(_NAMES)} is installed"
    return ""


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """A running Chromium without a screen; it ends with these tests, for nothing that runs a loop
    of its own can run beside Playwright."""
    missing = _missing()
    if missing and os.environ.get("ARGMAP_BROWSER") == "required":
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=next(filter(None, map(which, _NAMES))),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        yield running
        running.close()


@contextmanager
def _sheets(browser: Any) -> Iterator[Callable[..., Any]]:
    """Makes empty pages: no network, and what goes wrong in them fails the test."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def make(network: str = "", **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | settings)
        contexts.append(context)

        def refuse(route: Any) -> None:
            wrong.append(f"asked for {route.request.url}")
            route.abort()

        def judge(request: Any) -> None:
            if not request.url.startswith((network, "data:", "blob:")):
                wrong.append(f"asked for {request.url}")

        if network:
            context.on("request", judge)  # without a detour, which takes long
        else:
            context.route(lambda url: not url.startswith(("file:", "data:", "blob:")), refuse)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on(
            "console",
            lambda message: wrong.append(message.text) if message.type == "error" else None,
        )
        page.set_default_timeout(10_000)
        page.wrong = wrong  # a test that expects something to go wrong takes it out
        return page

    yield make
    for context in contexts:
        context.close()
    assert not wrong, wrong


@pytest.fixture
def sheet(browser: Any) -> Iterator[Callable[..., Any]]:
    """Empty pages for one test."""
    with _sheets(browser) as make:
        yield make


@pytest.fixture(scope="module")
def sheets(browser: Any) -> Iterator[Callable[..., Any]]:
    """Empty pages for the tests of one file."""
    with _sheets(browser) as make:
        yield make


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Writes the page of a map as `argmap render` or another command does; each only once."""
    known: dict[tuple[str, ...], Path] = {}

    def page_of(map: str | Path, *options: str, command: str = "render") -> Path:
        key = (command, str(map), *options)
        if key not in known:
            folder = tmp_path_factory.mktemp("pages")
            if isinstance(map, str):
                (path := folder / "map.yaml").write_text(map, encoding="utf-8")
            else:
                path = map
            target = folder / f"{path.stem}.html"
            words = [command, str(path), *options, "--format", "html"]
            out = folder if command == "render" else target
            result = CliRunner().invoke(app, [*words, "-o", str(out)])
            assert result.exit_code == 0, result.output
            known[key] = target
        return known[key]

    return page_of


def _opener(make: Callable[..., Any], written: Callable[..., Path]) -> Show:
    def opened(
        map: str | Path, *options: str, hash: str = "", command: str = "render", **settings: Any
    ) -> Any:
        page = make(**settings)
        page.address = written(map, *options, command=command).as_uri()
        page.goto(page.address + hash)
        page.wait_for_selector("[role=treeitem]")
        return page

    return opened


@pytest.fixture
def show(sheet: Callable[..., Any], written: Callable[..., Path]) -> Show:
    """Writes the page of a map and opens it from disk; `hash` is the end of its address."""
    return _opener(sheet, written)


@pytest.fixture(scope="module")
def shown(sheets: Callable[..., Any], written: Callable[..., Path]) -> Show:
    """The same for all tests of one file: `anew` makes such a page as it was at first."""
    return _opener(sheets, written)
