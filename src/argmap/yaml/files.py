"""Map files: read whole or not at all, replaced whole or not at all."""

import os
import stat
import tempfile
from codecs import BOM_UTF8
from contextlib import suppress
from pathlib import Path

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml.document import Document
from argmap.yaml.reader import read
from argmap.yaml.syntax import Tree

#: Bytes beyond which a file is not a map: a map of 100,000 claims has some 50 million.
MAX_BYTES = 256 * 1024 * 1024


def load(path: str | os.PathLike[str]) -> Document:
    """The document of a file, with all its faults.

    Raises:
        OSError: the file cannot be read.
    """
    with Path(path).open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    return from_bytes(data, os.fspath(path))


def loads(text: str, name: str = "<text>") -> Document:
    """The document of a text; `name` is what faults call it."""
    return read(Source(name, text.removeprefix("\ufeff")))


def from_bytes(data: bytes, name: str) -> Document:
    """The document of a file's content: UTF-8, with or without a byte-order mark."""
    if len(data) > MAX_BYTES:
        return _refused(Source(name, ""), codes.TOO_LARGE.at(Span(0, 0), limit=MAX_BYTES >> 20))
    data = data.removeprefix(BOM_UTF8)
    try:
        return read(Source(name, data.decode()))
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        fault = codes.NOT_UTF_8.at(Span(at, at + 1), byte=f"0x{data[error.start]:02X}")
        return _refused(Source(name, data.decode(errors="replace")), fault)


def _refused(source: Source, fault: Diagnostic) -> Document:
    return Document(source, Tree(source), None, (fault,))


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes `data` to `path` so that a reader finds the old content or the new, never a part.

    Permissions are kept and links are followed.

    Raises:
        OSError: nothing was changed.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            Path(name).chmod(stat.S_IMODE(target.stat().st_mode))
        if not target.exists():
            Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
