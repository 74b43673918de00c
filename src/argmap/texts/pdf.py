"""The words of a PDF, page by page."""

import logging
import time
import warnings
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from argmap.diagnostics import Source
from argmap.texts.scripts import scripted
from argmap.texts.source_text import SourceText, TextError

MAX_PAGES = 5000
#: Seconds after which a file is given up.
PATIENCE = 120.0
_MAX_TEXT = 64 << 20  # code points: a small file may unpack to a huge one


def pdf_text(name: str, data: bytes) -> SourceText:
    """The text of a PDF; a page begins in a new line.

    Raises:
        TextError: it is broken, protected by a password, or made of pictures only.
    """
    try:
        with _quiet():
            parts = list(_pages(data))
    except TextError:
        raise
    except Exception as error:  # the reader raises whatever a broken file makes it run into
        reason = type(error).__name__
        raise TextError(f"the PDF is broken ({reason}); save its text as .txt") from error
    if not any(part.strip() for part in parts):
        raise TextError("the PDF has no text, only pictures; run text recognition over it")
    pages, at = [], 0
    for part in parts:
        pages.append(at)
        at += len(part) + 1
    text = "\n".join(parts)
    start = array("q", [0])
    return SourceText(name, "pdf", text, Source(name, text), start, start, tuple(pages))


def _pages(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    until = time.monotonic() + PATIENCE
    left = _MAX_TEXT

    def look_at_clock(*_: object) -> None:
        if time.monotonic() > until:
            raise TextError("the PDF takes too long to read; save its text as .txt")

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not _opens(reader):
        raise TextError("the PDF is protected by a password; save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise TextError(f"the PDF has more than {MAX_PAGES:,} pages; cut it in parts")
    for page in reader.pages:
        look_at_clock()
        text = _text(page, look_at_clock)
        text = text.encode("utf-8", "replace").decode()  # half a surrogate pair is no character
        text = text.replace("\u00ad", "-")  # what is printed can be seen: any hyphen may come so
        left -= len(text)
        if left < 0:
            raise TextError("the PDF has more text than a library; cut it in parts")
        yield text


def _text(page: Any, look_at_clock: Any) -> str:
    """The text of a page; digits that are set smaller and higher than what stands before them, or
    lower, as such. A font may have raised digits of its own; those cannot be told."""
    pieces: list[tuple[str, float, float]] = []  # with the height of the letters, and of their line

    def hear(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text:
            height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            pieces.append((text, abs(size * tm[3] * cm[3]), height))

    whole = str(page.extract_text(visitor_operand_before=look_at_clock, visitor_text=hear))
    if "".join(text for text, _, _ in pieces) != whole:
        return whole
    parts: list[str] = []
    size = line = 0.0  # of what stands before
    for text, own_size, own_line in pieces:
        rise = (own_line - line) / size if 0 < own_size < 0.85 * size else 0.0
        if 0.1 < abs(rise) < 0.8:
            parts.append(scripted(text, "sup" if rise > 0 else "sub"))
        else:
            parts.append(text)
            size, line = own_size, own_line
    return "".join(parts)


def _opens(reader: object) -> bool:
    """Whether a protected file can be read without a password: many may be read by all."""
    try:
        return bool(reader.decrypt(""))  # type: ignore[attr-defined]
    except Exception:  # an unknown method of encryption is as good as a password
        return False


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps what pypdf remarks about broken files from the terminal."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(before)
