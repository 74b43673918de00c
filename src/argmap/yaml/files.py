"""Map files: read whole or not at all, replaced whole or not at all."""

import os
import stat
import tempfile
from codecs import BOM_UTF8
from contextlib import suppress
from errno import EBUSY
from pathlib import Path

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes
from argmap.yaml import words
from argmap.yaml.document import Document
from argmap.yaml.reader import read
from argmap.yaml.tree import Mapping, Tree

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


def try_load(path: str) -> Document:
    """As `load`, with a file that cannot be read as one more fault."""
    try:
        return load(path)
    except OSError as error:
        fault = codes.UNREADABLE.at(Span(0, 0), reason=error.strerror or str(error))
        return _refused(Source(path, ""), fault)


def is_map(document: Document) -> bool:
    """Whether a file means to be a map: it has a word of the map at its top, or cannot be read."""
    root = document.tree.root
    if root is None:
        return True
    return type(root) is Mapping and any(key.text in words.MAP for key in root.keys)


def loads(text: str, name: str = "<text>") -> Document:
    """The document of a text; `name` is what faults call it."""
    return read(Source(name, text.removeprefix("\ufeff")))


def from_bytes(data: bytes, name: str) -> Document:
    """The document of a file's content: UTF-8, with or without a byte-order mark."""
    if len(data) > MAX_BYTES:
        return _refused(
            Source(name, ""), codes.TOO_LARGE.at(Span(0, 0), limit=f"{MAX_BYTES >> 20} MiB")
        )
    data = data.removeprefix(BOM_UTF8)
    try:
        return read(Source(name, data.decode()))
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        fault = codes.NOT_UTF_8.at(Span(at, at + 1), byte=f"0x{data[error.start]:02X}")
        return _refused(Source(name, data.decode(errors="replace")), fault)


def _refused(source: Source, fault: Diagnostic) -> Document:
    return Document(source, Tree(source), None, (fault,))


def replace_text(document: Document, text: str) -> None:
    """Replaces the file of a document, if it still holds what was read.

    Raises:
        OSError: the file cannot be written, or somebody changed it in between; it is as it was.
    """
    path = Path(document.source.name)
    data = path.read_bytes()
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    if data[len(mark) :] != document.source.text.encode():
        raise OSError(EBUSY, "the file was changed in between", document.source.name)
    replace_file(path, mark + text.encode())


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Writes `data` to `path` so that a reader finds the old content or the new, never a part.

    Permissions are kept and links are followed.

    Raises:
        OSError: nothing was changed.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(
        prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent
    )
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
