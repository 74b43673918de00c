"""A real server for pages that are live, and how a test finds its way on them."""

import asyncio
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any

from argmap.web.running import bound, server
from argmap.web.serving import Serving

ZOO = """\
# The zoo, as we left it in May.
title: Zoo
people:
  ana: {name: Ana Ruiz}
sources:
  report: {title: The report}
claim: The zoo should close
id: close
reasons:
  - claim: Captivity harms animals  # to be checked
    id: harm
    reasons:
      - claim: Elephants pace in their pens
        id: pacing
      - Polar bears swim in circles
  - Keepers are few
counterpoints:
  - claim: Children learn at the zoo
    id: learning
    by: ana
    cites: report
"""


@contextmanager
def serving(path: Path, *, port: int = 0, **settings: Any) -> Iterator[str]:
    """The address of a server of a map or a folder, in a thread of its own."""
    folder, one = (path, "") if path.is_dir() else (path.parent, path.name)
    listening = bound("127.0.0.1", port)
    ready = Event()
    running = server(Serving(folder, one, **settings), ready.set)
    thread = Thread(target=lambda: asyncio.run(running.serve([listening])), daemon=True)
    thread.start()
    try:
        assert ready.wait(10)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        running.should_exit = True
        thread.join(10)
        listening.close()


@contextmanager
def live(make: Callable[..., Any], path: Path, **settings: Any) -> Iterator[Any]:
    """An empty page that may ask a server of a map, which it knows as `address`; `make` makes it."""
    with serving(path, **settings) as address:
        page = make(network=address, reduced_motion="reduce")
        page.address, page.file = address, path
        page.on("dialog", lambda dialog: dialog.accept())  # "leave this page?"
        yield page
        page.context.close()  # before the server ends, which the page would notice


def opened(page: Any, text: str = ZOO, hash: str = "") -> Any:
    """The page of the map, which is now this text."""
    assert not page.wrong, page.wrong
    page.goto("about:blank")
    page.file.write_text(text, encoding="utf-8")
    page.goto(page.address + hash)
    page.wait_for_selector("[role=treeitem]")
    return page


def card(page: Any, text: str) -> Any:
    """The card of a claim in the picture, by words of it."""
    name = re.compile(f"^(thesis|reason|counterpoint|explanation)[^;]*{re.escape(text)}")
    return page.get_by_role("treeitem", name=name)


def choose(page: Any, text: str) -> None:
    card(page, text).click()
    page.locator(".panel .claim-text").filter(has_text=text).wait_for()


def said(page: Any, text: str) -> None:
    """Waits for a message of the page."""
    page.locator(".status").filter(has_text=text).wait_for()


def excused(page: Any, *statuses: int) -> None:
    """Takes the refusals out of what went wrong, of which a browser complains by itself."""
    told = tuple(f"status of {status}" for status in statuses)
    page.wrong[:] = [one for one in page.wrong if not any(word in one for word in told)]
