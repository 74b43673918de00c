"""Servers for tests: a folder with maps, and a client that behaves as a page of it does."""

import asyncio
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette

from argmap.web.app import application
from argmap.web.serving import Serving

BASE = "http://127.0.0.1:8000"
ZOO = """\
# The zoo, as we left it in May.
title: Zoo
sources:
  report: {title: The report}
claim: The zoo should close
reasons:
  - Captivity harms animals  # to be checked
  - claim: Keepers are few
    id: keepers
    cites: report
counterpoints:
  - Children learn at the zoo
"""


class Client:
    """Asks the application as a browser does that has nothing to do with its pages."""

    def __init__(self, app: Starlette, base: str = BASE) -> None:
        self.app, self.base = app, base
        self.cookies = httpx.Cookies()

    def request(self, method: str, path: str, **settings: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url=self.base, cookies=self.cookies, trust_env=False
            ) as client:
                answer = await client.request(method, path, **settings)
                self.cookies.update(client.cookies)
                return answer

        return asyncio.run(ask())

    def get(self, path: str, **settings: Any) -> httpx.Response:
        return self.request("GET", path, **settings)

    def post(self, path: str, **settings: Any) -> httpx.Response:
        return self.request("POST", path, **settings)


class Page:
    """A page that is open: it knows the token, and the version that it shows."""

    def __init__(self, client: Client, map: str = "") -> None:
        self.client, self.map = client, map
        data = self.data()
        self.version = data["version"]
        self.token = data["data"]["live"]["token"] if data["data"] else ""

    def data(self) -> Any:
        answer = self.client.get("/data", params={"map": self.map} if self.map else {})
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: Any, **headers: str) -> Any:
        sent = {
            "X-Argmap-Token": self.token, "Content-Type": "application/json", "Origin": BASE,
            "Sec-Fetch-Site": "same-origin", **headers,
        }  # fmt: skip
        content = body if isinstance(body, bytes) else json.dumps(body)
        params = {"map": self.map} if self.map else {}
        return self.client.post(path, content=content, headers=sent, params=params)

    def edit(self, operation: dict[str, Any]) -> Any:
        """Sends an operation; of one that is done the page takes the new version."""
        answer = self.post("/edit", {"version": self.version, "operation": operation})
        if answer.status_code == 200:
            self.version = answer.json()["version"]
        return answer

    def step(self, do: str) -> Any:
        answer = self.post("/edit", {"do": do})
        if answer.status_code == 200:
            self.version = answer.json()["version"]
        return answer


@contextmanager
def client_of(serving: Serving) -> Iterator[Client]:
    yield Client(application(serving))


@contextmanager
def zoo(folder: Path, text: str = ZOO, **settings: Any) -> Iterator[tuple[Path, Page]]:
    """One map that is served, and a page of it."""
    file = folder / "zoo.yaml"
    file.write_text(text, encoding="utf-8")
    with client_of(Serving(folder, "zoo.yaml", **settings)) as client:
        yield file, Page(client)


def data_in(html: str) -> Any:
    """The data that stand in a page."""
    found = re.search(r'<script type="application/json" id="argmap-data">(.*?)</script>', html)
    assert found is not None
    return json.loads(found[1])
