from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from argmap.cli.common import another_kind, fail, read
from argmap.cli.texts import SourceOption, given

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

    from argmap.web.serving import Serving

#: The port that is taken if it is free and nobody asks for another.
PORT = 8347


def serve(
    path: Annotated[
        str, typer.Argument(metavar="MAP|FOLDER", help="A map, or a folder of maps.")
    ] = ".",
    port: Annotated[
        int | None,
        typer.Option(min=0, max=65535, help="The port; 0 takes a free one.", show_default=False),
    ] = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; others can reach it if it is no own one.")
    ] = "127.0.0.1",
    password: Annotated[
        str,
        typer.Option(
            envvar="ARGMAP_PASSWORD", help="Ask for it; any user name will do.", show_default=False
        ),
    ] = "",
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be written.")] = False,
    annotator: Annotated[
        str, typer.Option(metavar="ID", help="Whose notes are written, beside the map.")
    ] = "",
    layers: Annotated[
        list[str] | None,
        typer.Option("--layers", metavar="PATH", help="Show the notes of a layer or a folder."),
    ] = None,
    source: SourceOption = None,
) -> None:
    """Show maps in the browser as they are saved, and write in them there.

    Each change is written into the YAML file at once. Only this machine can reach the page; on
    another --host a password, or the key in the address that is printed, is asked for.

    Examples:

      argmap serve zoo.yaml

      argmap serve maps/ --read-only --no-open

      argmap serve zoo.yaml --annotator maya --source report=report.txt
    """
    if path == "-":
        fail("a server needs a file or a folder")
    try:
        from argmap.web.running import bound, run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn", "watchfiles"):
            raise
        fail('the server is an extra; install it with: pip install "argmap[serve]"')
    from argmap.diagnostics import visible
    from argmap.web.serving import is_loopback

    asked = _serving(path, host, password, read_only, annotator, layers or [], source or [])
    listening = _listening(bound, host, port)
    address = _address(asked, listening.getsockname()[1])

    def started() -> None:
        typer.echo(f"{visible(path)} is at {address} (Ctrl-C ends it)")
        if not is_loopback(host):
            typer.echo("argmap: others can reach it; nothing on its way is encrypted", err=True)
        if not no_open:
            _open(address)

    run(asked, listening, started)


def _serving(
    path: str, host: str, password: str, read_only: bool, annotator: str,
    layers: list[str], sources: list[str],
) -> "Serving":  # fmt: skip
    """What is to be served; what cannot be ends the command."""
    from secrets import token_urlsafe

    from argmap.annotation.layers.beginning import sound_id
    from argmap.annotation.layers.edits import RefusedError
    from argmap.diagnostics import visible
    from argmap.web.serving import Serving, is_loopback

    for layer in layers:
        if not Path(layer).exists():
            fail(f"there is no {visible(layer)}")
    try:
        annotator = sound_id(annotator) if annotator else ""
    except RefusedError as error:
        fail(str(error))
    texts = _texts(path, sources)
    for file in texts.values():
        if not Path(file).is_file():
            fail(f"there is no file {visible(file)}")
    is_folder = Path(path).is_dir()
    return Serving(
        Path(path) if is_folder else Path(path).parent,
        "" if is_folder else Path(path).name,
        read_only=read_only, annotator=annotator, layers=tuple(layers), sources=texts, host=host,
        password=password, key="" if password or is_loopback(host) else token_urlsafe(18),
    )  # fmt: skip


def _texts(path: str, sources: list[str]) -> dict[str, str]:
    """The files of sources by their ids; of one map they are looked up, and it is looked at."""
    from argmap.diagnostics import visible

    if not Path(path).exists():
        fail(f"there is no {visible(path)}")
    if not Path(path).is_dir():
        if not Path(path).is_file():
            fail(f"{visible(path)} is no file and no folder")
        document = read(path)
        other = another_kind(document)
        if other:
            fail(other)
        if document.map is not None:
            return given(document.map, sources)
    pairs = [source.partition("=") for source in sources]
    if not all(id and file for id, _, file in pairs):
        fail("say whose text it is: --source ID=FILE")
    return {id: file for id, _, file in pairs}


def _listening(bound: "Callable[[str, int], socket]", host: str, port: int | None) -> "socket":
    """A socket on the port that is asked for, or on one that is free."""
    from errno import EADDRINUSE

    for tried in (PORT, 0) if port is None else (port,):
        try:
            return bound(host, tried)
        except OSError as error:
            if error.errno == EADDRINUSE and port is None and tried:
                continue
            if error.errno == EADDRINUSE:
                fail(f"port {tried} is taken; name another by --port, or none for a free one")
            fail(f"cannot listen on {host}:{tried}: {error.strerror or error}")
    raise AssertionError


def _address(asked: "Serving", port: int) -> str:
    """Where a browser of this machine finds the page."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(asked.host, asked.host)
    name = f"[{name}]" if ":" in name and not name.startswith("[") else name
    return f"http://{name}:{port}/" + (f"?key={asked.key}" if asked.key else "")


def _open(address: str) -> None:
    """Opens a browser, which may take its time."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(address,), daemon=True).start()
