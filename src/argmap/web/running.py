"""The server run until somebody ends it."""

import asyncio
import gc
import os
from collections.abc import Callable
from contextlib import suppress
from socket import AF_INET6, SO_REUSEADDR, SOL_SOCKET, socket
from typing import Any

import uvicorn
from h11 import IDLE
from uvicorn.protocols.http.h11_impl import H11Protocol

from argmap.web.app import application
from argmap.web.events import Hub
from argmap.web.serving import Serving

#: Seconds that a client may take to say what it wants, and that an idle connection stays.
HEAD, IDLE_SECONDS = 10.0, 30
#: Connections at a time.
MOST = 200


def bound(host: str, port: int) -> socket:
    """A socket that listens on an address; port 0 takes a free one.

    Raises:
        OSError: the port is taken, or there is no such address.
    """
    found = socket(AF_INET6) if ":" in host else socket()
    try:
        if os.name == "posix":  # elsewhere it would share a port that is taken
            found.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        found.bind((host, port))
    except BaseException:
        found.close()
        raise
    return found


def run(serving: Serving, listening: socket, started: Callable[[], Any] = lambda: None) -> None:
    """Serves until it is interrupted; calls `started` once pages are answered."""
    gc.enable()  # commands leave it off, for they live for seconds; a server lives for days
    with suppress(KeyboardInterrupt):
        asyncio.run(server(serving, started).serve([listening]))


def server(serving: Serving, started: Callable[[], Any] = lambda: None) -> "Server":
    """The server, to be run on a socket by its `serve`."""
    hub = Hub()
    config = uvicorn.Config(
        application(serving, hub), http=Patient, ws="none", lifespan="on", access_log=False,
        log_level="error", server_header=False, date_header=False, proxy_headers=False,
        limit_concurrency=MOST, timeout_keep_alive=IDLE_SECONDS, timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32_768,
    )  # fmt: skip
    return Server(config, hub, started)


class Server(uvicorn.Server):
    """A server that tells when it has started, and ends the streams when it ends."""

    def __init__(self, config: uvicorn.Config, hub: Hub, started: Callable[[], Any]) -> None:
        super().__init__(config)
        self._hub, self._told = hub, started

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self._told()

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


class Patient(H11Protocol):
    """HTTP with an end to patience: who does not finish saying what is wanted is hung up on."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not IDLE:
            self._stop()
        elif self._waiting is None and self.conn.trailing_data[0]:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD, self.transport.close)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
