"""A server that really listens, in a thread of this process."""

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any

from argmap.web.running import Server, bound, server
from argmap.web.serving import Serving


@contextmanager
def listening(serving: Serving) -> Iterator[int]:
    """The port of a server, which has ended when this ends."""
    started, made = Event(), Event()
    listener = bound("127.0.0.1", 0)
    running: list[Server] = []

    def go_on() -> None:
        running.append(server(serving, started.set))
        made.set()
        asyncio.run(running[0].serve([listener]))

    thread = Thread(target=go_on)
    thread.start()
    assert started.wait(20)
    try:
        yield listener.getsockname()[1]
    finally:
        running[0].should_exit = True
        thread.join(20)
        listener.close()
        assert not thread.is_alive()


def ask(port: int, request: bytes, timeout: float = 10.0) -> bytes:
    """The answer to bytes as they are, read until the server hangs up or has said all."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as line:
        line.sendall(request)
        return read_all(line)


def read_all(line: socket.socket) -> bytes:
    found = bytearray()
    while True:
        piece = line.recv(65536)
        if not piece:
            return bytes(found)
        found += piece


def get(port: int, path: str, *headers: str) -> tuple[int, bytes]:
    """Status and body of a GET of a path exactly as it is written."""
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close", *headers]
    answer = ask(port, "\r\n".join([*lines, "", ""]).encode())
    head, _, body = answer.partition(b"\r\n\r\n")
    return int(head.split()[1]), body


class Events:
    """A stream of events that is open."""

    def __init__(self, port: int, path: str = "/events") -> None:
        self._line = socket.create_connection(("127.0.0.1", port), timeout=20)
        self._line.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        self._file = self._line.makefile("rb")
        self.status = int(self._file.readline().split()[1])

    def next(self) -> tuple[str, Any]:
        """Name and data of the next event."""
        name = ""
        for raw in self._file:
            line = raw.decode().strip()
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            if line.startswith("data: "):
                return name, json.loads(line.removeprefix("data: "))
            if line == ": beat":
                raise TimeoutError("no news for fifteen seconds")
        raise EOFError

    def until(self, **wanted: Any) -> Any:
        """The data of the next event that has these values."""
        while True:
            _, data = self.next()
            if all(data.get(key) == value for key, value in wanted.items()):
                return data

    def close(self) -> None:
        self._file.close()
        self._line.close()
