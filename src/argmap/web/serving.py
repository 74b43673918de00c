"""What a server was started for."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Serving:
    """What is served, and who may do what.

    Attributes:
        folder: no path leads out of it.
        one: the name of the one map that is served; nothing for all maps of the folder.
        read_only: nothing is written.
        annotator: whose notes are written; nothing: notes cannot be written.
        layers: files or folders of layers that are shown; nothing: those beside a map, if there is
            an annotator.
        sources: files of texts by the ids of their sources.
        host: the address that the server listens on.
        password: asked for by the browser before anything is shown; any user name will do.
        key: part of the address in place of a password.
        token: what a page must know to write.
    """

    folder: Path
    one: str = ""
    read_only: bool = False
    annotator: str = ""
    layers: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    host: str = LOOPBACK
    password: str = ""
    key: str = ""
    token: str = field(default_factory=lambda: token_urlsafe(24), repr=False)

    def path(self, name: str) -> Path:
        """The file of a map by its name, which is one of the folder's list."""
        return self.folder.joinpath(*name.split("/"))

    def contains(self, path: str | os.PathLike[str]) -> bool:
        """Whether a path, with links followed, leads to something in the folder."""
        real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(self.folder))
        return real.is_relative_to(folder)


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
