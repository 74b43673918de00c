"""Server-sent events: each open page is told when what it shows has changed."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from json import dumps
from typing import Any

from starlette.types import Receive, Scope, Send

#: Streams that are open at a time.
MOST = 64
#: Seconds between signs of life, and seconds that a reader may take to read one.
BEAT, PATIENCE = 15.0, 20.0


class Hub:
    """The open streams; what changed is told to all, each of which looks whether it matters."""

    def __init__(self) -> None:
        self._bells: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closing = False
        self.count = 0  # of what was told

    @property
    def full(self) -> bool:
        return len(self._bells) >= MOST

    def ring(self) -> None:
        """Tells the streams that something may have changed; any thread may."""
        self.count += 1
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it has ended
                loop.call_soon_threadsafe(self._ring)

    def _ring(self) -> None:
        for bell in self._bells:
            bell.set()

    def close(self) -> None:
        """Ends all streams."""
        self.closing = True
        self._ring()

    def open(self) -> asyncio.Event:
        self._loop = asyncio.get_running_loop()
        bell = asyncio.Event()
        self._bells.add(bell)
        return bell

    def leave(self, bell: asyncio.Event) -> None:
        self._bells.discard(bell)


class Stream:
    """An answer that goes on: the event `name` with what `tell` gives, whenever that is new."""

    def __init__(self, hub: Hub, name: str, tell: Callable[[], Any], beat: float = BEAT) -> None:
        self._hub, self._name, self._tell, self._beat = hub, name, tell, beat

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        bell = self._hub.open()
        left = asyncio.ensure_future(_left(receive))
        left.add_done_callback(lambda _: bell.set())
        try:
            with suppress(TimeoutError, OSError):
                await self._go_on(bell, left, send)
        finally:
            self._hub.leave(bell)
            left.cancel()

    async def _go_on(self, bell: asyncio.Event, left: "asyncio.Future[None]", send: Send) -> None:
        headers = [(b"content-type", b"text/event-stream; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await _write(send, "retry: 1000\n\n")
        told = None
        while not left.done() and not self._hub.closing:
            bell.clear()
            now = self._tell()
            if now != told:
                told = now
                await _write(send, f"event: {self._name}\ndata: {dumps(now)}\n\n")
            try:
                await asyncio.wait_for(bell.wait(), self._beat)
            except TimeoutError:
                await _write(send, ": beat\n\n")
        if not left.done():
            await send({"type": "http.response.body", "body": b""})


async def _write(send: Send, text: str) -> None:
    """Sends a piece; who does not read it is given up."""
    piece = {"type": "http.response.body", "body": text.encode(), "more_body": True}
    await asyncio.wait_for(send(piece), PATIENCE)


async def _left(receive: Receive) -> None:
    """Ends when the reader is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
