"""The server as an application: its addresses, and what each answers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from argmap.editing import RefusedError, from_data
from argmap.web import contents, html
from argmap.web.bodies import body_of
from argmap.web.events import Hub, Stream
from argmap.web.guard import Guard
from argmap.web.livemap import LiveMap
from argmap.web.maps import Maps
from argmap.web.notes import note
from argmap.web.refusals import Refused
from argmap.web.serving import Serving
from argmap.web.thumbs import Thumbs
from argmap.web.watching import watch
from argmap.web.writing import Told, as_data, edit, undo

#: An image may have styles of its own, and nothing else.
_IMAGE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def application(serving: Serving, hub: Hub | None = None) -> Starlette:
    """The application that serves maps, with a task that watches their files."""
    return _Server(serving, hub or Hub()).application()


class _Server:
    def __init__(self, serving: Serving, hub: Hub) -> None:
        self.serving, self.hub = serving, hub
        self.maps = Maps(serving, hub.ring)
        self.thumbs = Thumbs()
        self.static = html.static()

    def application(self) -> Starlette:
        made = Starlette(
            routes=[
                Route("/", self.home),
                Route("/m/{name:path}", self.page),
                Route("/static/{file:path}", self.file),
                Route("/data", self.data),
                Route("/part", self.part),
                Route("/events", self.events),
                Route("/maps", self.listing),
                Route("/thumb", self.thumb),
                Route("/edit", self.edit, methods=["POST"]),
                Route("/notes", self.note, methods=["POST"]),
            ],
            middleware=[Middleware(Guard, serving=self.serving)],
            exception_handlers={Refused: _refused, HTTPException: _no_such, Exception: _broken},
            lifespan=self._lifespan,
        )
        made.router.redirect_slashes = False  # there is one address for each thing
        return made

    @asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(watch(self.maps))
        try:
            yield
        finally:
            self.hub.close()
            watching.cancel()
            with suppress(asyncio.CancelledError):
                await watching

    def home(self, request: Request) -> Response:
        if self.serving.one:
            return self._map_page(self.serving.one)
        live = {"folder": True, "writable": not self.serving.read_only}
        data = {"format": 1, "title": self.serving.folder.resolve().name or "Maps", "live": live}
        return HTMLResponse(html.folder_page(data | self.maps.folder.listing(), [*self.static]))

    def page(self, request: Request) -> Response:
        return self._map_page(request.path_params["name"])

    def _map_page(self, name: str) -> Response:
        live = self.maps.get(name)
        with live.lock:
            return HTMLResponse(html.map_page(live, [*self.static]))

    async def file(self, request: Request) -> Response:
        found = self.static.get(request.path_params["file"])
        if found is None:
            raise Refused(404, "there is no such file")
        headers = {"ETag": found.tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == found.tag:
            return Response(status_code=304, headers=headers)
        return Response(found.data, media_type=found.type, headers=headers)

    def data(self, request: Request) -> Response:
        live = self.maps.get(_asked(request, "map"))
        with live.lock:
            return _json(contents.answer(live, {}))

    def part(self, request: Request) -> Response:
        live, id = self.maps.get(_asked(request, "map")), _asked(request, "id")
        with live.lock:
            map = live.good.map if live.good else None
            found = (map.claim.get(id) or map.argument.get(id)) if map else None
            if map is None or found is None:
                raise Refused(404, "there is no such claim or argument")
            kind = "claim" if id in map.claim else "argument"
            told = {"version": live.state.version, "kind": kind, "part": as_data(found)}
            return JSONResponse(told)

    async def events(self, request: Request) -> Any:
        if request.method != "GET":
            raise Refused(405, "a stream can only be read")
        if self.hub.full:
            raise Refused(503, "too many pages are open")
        name = _asked(request, "map")
        if not name and not self.serving.one:
            return Stream(self.hub, "maps", lambda: {"count": self.hub.count})
        live = await run_in_threadpool(self.maps.get, name)

        def tell() -> dict[str, Any]:
            state = live.state
            return {
                "map": live.name, "current": state.current, "notes": state.notes,
                "gone": state.gone,
            }  # fmt: skip

        return Stream(self.hub, "changed", tell)

    def listing(self, request: Request) -> Response:
        return JSONResponse(self.maps.folder.listing(_asked(request, "q")[:200]))

    def thumb(self, request: Request) -> Response:
        live = self.maps.get(_asked(request, "map"))
        image = self.thumbs.get(live)
        headers = {"Content-Security-Policy": _IMAGE, "Cache-Control": "private, max-age=60"}
        return Response(image, media_type="image/svg+xml", headers=headers)

    async def edit(self, request: Request) -> Response:
        body = await body_of(request)
        return await run_in_threadpool(self._edit, _asked(request, "map"), body)

    def _edit(self, name: str, body: dict[str, Any]) -> Response:
        live, do = self.maps.get(name), _asked_edit(body)
        with live.lock:
            try:
                return _json(contents.answer(live, do(live)))
            finally:
                self.hub.ring()

    async def note(self, request: Request) -> Response:
        body = await body_of(request)
        return await run_in_threadpool(self._note, _asked(request, "map"), body)

    def _note(self, name: str, body: dict[str, Any]) -> Response:
        live = self.maps.get(name)
        with live.lock:
            key = note(live, body)
            self.hub.ring()
            return _json(contents.answer(live, {"key": key}))


def _asked_edit(body: dict[str, Any]) -> Callable[[LiveMap], Told]:
    """What a request wants done to a map."""
    if body.get("do") in ("undo", "redo"):
        return partial(undo, redo=body["do"] == "redo")
    version = body.get("version")
    if not isinstance(version, str):
        raise Refused(400, "`version` is the one that the page shows")
    try:
        return partial(edit, version=version, operation=from_data(body.get("operation")))
    except RefusedError as error:
        raise Refused(400, str(error)) from error


def _asked(request: Request, word: str) -> str:
    """A word of the address's query, given once or not at all."""
    found = request.query_params.getlist(word)
    if len(found) > 1:
        raise Refused(400, f"`{word}` is asked for once")
    return found[0] if found else ""


def _json(text: str) -> Response:
    return Response(text.encode(), media_type="application/json")


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return JSONResponse(error.data, error.status)


async def _no_such(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    told = {404: "there is no such page", 405: "that cannot be done here"}
    message = told.get(error.status_code, "that cannot be done")
    return JSONResponse({"message": message}, error.status_code, error.headers)


async def _broken(_: Request, error: Exception) -> Response:
    return JSONResponse({"message": "this is a bug in argmap; please report it"}, 500)
