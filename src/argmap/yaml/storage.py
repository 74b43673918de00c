"""Files of text: read whole, replaced whole or not at all, by one writer at a time."""

import os
import re
import stat
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EBUSY
from pathlib import Path
from time import time

from argmap.diagnostics import Diagnostic, Source, Span
from argmap.yaml import syntax_codes as codes

#: Bytes beyond which a file is not read: a map of 100,000 claims has some 50 million.
MAX_BYTES = 256 * 1024 * 1024

#: Seconds that a writer waits for the others; an edit takes a fraction of one.
PATIENCE = 60.0

#: Seconds after which nobody is at work any more on what is to become a file.
STALE = 3600.0


def from_disk(path: str | os.PathLike[str]) -> bytes:
    """The content of a file, or of a larger one as much as shows that it is too large.

    Raises:
        OSError: the file cannot be read.
    """
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def decoded(data: bytes, name: str) -> tuple[Source, Diagnostic | None]:
    """The text of a file's content in UTF-8, and the fault of one that is not."""
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES >> 20} MiB"
        return Source(name, ""), codes.TOO_LARGE.at(Span(0, 0), limit=limit)
    data = data.removeprefix(BOM_UTF8)
    try:
        return Source(name, data.decode()), None
    except UnicodeDecodeError as error:
        at = len(data[: error.start].decode())
        fault = codes.NOT_UTF_8.at(Span(at, at + 1), byte=f"0x{data[error.start]:02X}")
        return Source(name, data.decode(errors="replace")), fault


def unreadable(path: str, error: OSError) -> tuple[Source, Diagnostic]:
    """A file that cannot be read, as a fault."""
    return Source(path, ""), codes.UNREADABLE.at(Span(0, 0), reason=error.strerror or str(error))


@contextmanager
def locked(path: str | os.PathLike[str]) -> Iterator[None]:
    """Keeps other writers of the file at `path` out, those in other processes too.

    The lock is a hidden file beside it, gone when nobody waits; it ends with the process, however
    that ends.

    Raises:
        OSError: another writer did not finish, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    lock = target.with_name(f".{target.name}.lock")
    try:
        with FileLock(lock, timeout=PATIENCE):
            try:
                yield
            finally:
                # Whoever waits for this file sees that it is gone, and makes a new one; where an
                # open file cannot be deleted, it stays.
                with suppress(OSError):
                    lock.unlink()
    except Timeout:
        raise OSError(EBUSY, "another program is writing it", os.fspath(path)) from None


def replace_text(source: Source, text: str) -> None:
    """Replaces the file of a source, if it still holds what was read.

    Raises:
        OSError: the file cannot be written, or somebody changed it in between; it is as it was.
    """
    path = Path(source.name)
    data = path.read_bytes()
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    if data[len(mark) :] != source.text.encode():
        raise OSError(EBUSY, "the file was changed in between", source.name)
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
    with suppress(OSError):
        _tidy(target)


def _tidy(target: Path) -> None:
    """Removes what writers of a file left behind whose process was killed, once it is old."""
    left = re.compile(re.escape(f".{target.name[:40]}.") + r"[a-z0-9_]{8}\.tmp")
    for entry in os.scandir(target.parent):
        if left.fullmatch(entry.name) and time() - entry.stat().st_mtime > STALE:
            Path(entry.path).unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
