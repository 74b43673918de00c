"""The text of a file, by its format."""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from argmap.texts.source_text import SourceText, TextError, plain

#: Bytes beyond which a file is not read, by format. A book has about one million.
MAX_BYTES = {"text": 64 << 20, "html": 16 << 20, "markdown": 8 << 20, "pdf": 64 << 20}

FORMATS = tuple(MAX_BYTES)
_SUFFIXES = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf",
}  # fmt: skip


def read_text(path: str | os.PathLike[str], format: str | None = None) -> SourceText:
    """The text of a file: of the `format`, or else of what its name or its beginning says.

    Raises:
        TextError: the file holds no text, or none that can be read; the message says why.
    """
    name = os.fspath(path)
    data = _bytes(Path(name), max(MAX_BYTES.values()))
    format = format or _SUFFIXES.get(Path(name).suffix.lower()) or _sniffed(data)
    if len(data) > MAX_BYTES[format]:
        raise TextError(f"the file has more than {MAX_BYTES[format] >> 20} MiB; cut it in parts")
    if format == "pdf":
        from argmap.texts.pdf import pdf_text

        return pdf_text(name, data)
    text = _decoded(data)
    if format == "html":
        from argmap.texts.html import html_text

        return html_text(name, text)
    if format == "markdown":
        from argmap.texts.markdown import markdown_text

        return markdown_text(name, text)
    return plain(name, text)


def _bytes(path: Path, most: int) -> bytes:
    try:
        if path.is_dir():
            raise TextError("this is a folder; name a file")
        if path.exists() and not path.is_file():  # a pipe or a device may never end
            raise TextError("this is no file")
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        raise TextError(getattr(error, "strerror", None) or str(error)) from error


def _sniffed(data: bytes) -> str:
    head = data[:1024].lstrip(BOM_UTF8 + b" \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    return "html" if head.startswith((b"<!doctype html", b"<html")) else "text"


def _decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 with a byte-order mark."""
    if data.startswith(b"%PDF-"):
        raise TextError("this is a PDF; let its name end in .pdf")
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise TextError("the file is binary, not text") from error
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"the byte 0x{data[error.start]:02X} in line {line}"
        raise TextError(f"the file is not UTF-8: {byte}; save it as UTF-8") from error
    if "\0" in text:
        raise TextError("the file is binary, not text; if it is a text, save it as UTF-8")
    return text
