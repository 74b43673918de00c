"""The words of a PDF, page by page."""

import logging
import time
import warnings
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from argmap.diagnostics import Source
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
        text = page.extract_text(visitor_operand_before=look_at_clock)
        text = text.encode("utf-8", "replace").decode()  # half a surrogate pair is no character
        text = text.replace("\u00ad", "-")  # what is printed can be seen: any hyphen may come so
        left -= len(text)
        if left < 0:
            raise TextError("the PDF has more text than a library; cut it in parts")
        yield text


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
