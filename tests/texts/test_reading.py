"""Sources as people have them: texts, Markdown, web pages, PDF; and files that are none."""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.texts import (
    Place,
    SourceText,
    TextError,
    html,
    markdown,
    occurrences,
    pdf,
    read_text,
    reading,
)
from tests.texts import pdfs


def read(tmp_path: Path, name: str, content: str | bytes) -> SourceText:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_text(path)


def place(text: SourceText, quote: str) -> str:
    """Where a quote stands in the file."""
    (found,) = occurrences(text.folded, quote)
    return str(text.position(found.start))


def refused(tmp_path: Path, name: str, content: bytes) -> str:
    with pytest.raises(TextError) as error:
        read(tmp_path, name, content)
    assert str(error.value).isprintable()
    return str(error.value)


@pytest.mark.parametrize(
    "data",
    [
        "a\r\ncafé".encode(),
        BOM_UTF8 + "a\r\ncafé".encode(),
        BOM_UTF16_LE + "a\r\ncafé".encode("utf-16-le"),
        BOM_UTF16_BE + "a\r\ncafé".encode("utf-16-be"),
    ],
)
def test_a_text_is_what_it_is_with_or_without_a_byte_order_mark(
    tmp_path: Path, data: bytes
) -> None:
    text = read(tmp_path, "a.txt", data)
    assert (text.text, text.format, text.position(3)) == ("a\r\ncafé", "text", Place(2, 1))


PAGE = """\
<!DOCTYPE html>
<html><head><title>Zoo</title><style>p { color: red }</style>
<script>var not_text = "<p>no</p>";</script></head>
<body><!-- a comment that hides -->
<h1>The zoo</h1><p>Animals&nbsp;suffer, they
   do &amp; <b>visitors</b> st&#97;y<br>away</p>
<template><p>unseen</p></template>
<ul><li>one</li><li>two</ul><pre>a
  b</pre><td>cell</td><td>next</td>
"""


def test_a_web_page_is_what_a_browser_shows(tmp_path: Path) -> None:
    text = read(tmp_path, "a.html", PAGE)
    assert " ".join(text.text.split()) == (
        "The zoo Animals suffer, they do & visitors stay away one two a b cell next"
    )
    assert (
        "The zoo\n\nAnimals\u00a0suffer, they\ndo & visitors stay\naway\n\none\n\ntwo" in text.text
    )
    assert place(text, "Animals suffer") == "5:20"
    assert place(text, "visitors stay away") == "6:16"
    assert place(text, "next") == "9:27"


NOTES = """\
# The *zoo*

Animals **suf**fer, says [the survey](https://example.org "no text"),
and \\*nobody\\* &amp; nothing `helps`.

> - quoted
>   twice
> - again

| head | b |
|------|---|
| cell | d |

    code here

<div>in <i>HTML</i></div>
<!-- unseen -->

![picture](a.png) end
"""


def test_raised_and_lowered_digits_are_no_others(tmp_path: Path) -> None:
    page = (
        "<p>10<sup>3</sup> and H<sub>2</sub>O, 5<sup>&minus;6</sup>, the 1<sup>st</sup> of 3.</p>"
    )
    for name in ("a.html", "a.md"):
        text = read(tmp_path, name, page if name == "a.html" else page.strip("</p>"))
        assert "10³ and H₂O, 5⁻⁶, the 1st of 3." in text.text
        assert not list(occurrences(text.folded, "103"))
        assert place(text, "H₂O").split(":")[0] == "1"
    import typst

    set = typst.compile(input=b"A loss of $10^3$ and $5^(-6)$.\n\n#text(size: 6pt)[12 small]")
    text = read(tmp_path, "a.pdf", set)
    assert "A loss of 10³ and 5⁻⁶." in text.text
    assert "12 small" in text.text


def test_what_a_web_page_hides_is_no_text(tmp_path: Path) -> None:
    page = (
        "<p>The zoo <span style='color: red; DISPLAY : none'>never</span>closes.\n"
        "<div hidden>no <div>nor</div> never<br></div>\n"
        "<p hidden>never<p>It is old.\n<img hidden src=x>\n"
        "<ul><li hidden>never<li>one</ul><div><p hidden>never</div>\n"
        "<b style='visibility:hidden'>never</b> The end."
    )
    words = " ".join(read(tmp_path, "a.html", page).text.split())
    assert words == "The zoo closes. It is old. one The end."


def test_markdown_is_read_without_its_signs(tmp_path: Path) -> None:
    text = read(tmp_path, "a.md", NOTES)
    assert text.text.split("\n\n")[:2] == [
        "The zoo",
        "Animals suffer, says the survey,\nand *nobody* & nothing helps.",
    ]
    assert " ".join(text.text.split()[-10:]) == "again head b cell d code here in HTML end"
    assert place(text, "Animals suffer") == "3:1"
    assert place(text, "and *nobody*") == "4:1"
    assert place(text, "helps") == "4:31"
    assert place(text, "twice") == "7:5"
    assert place(text, "cell") == "12:3"
    assert place(text, "code here") == "14:5"
    assert place(text, "in HTML") == "16:6"


def test_a_pdf_has_pages(tmp_path: Path) -> None:
    text = read(
        tmp_path, "a.pdf", pdfs.pdf("The zoo\nshould close (soon)", "Second page isola-\ntion")
    )
    assert text.format == "pdf"
    assert [p.exact for p in occurrences(text.folded, "should close (soon)")] == [True]
    (found,) = occurrences(text.folded, "page isolation")
    assert text.position(found.start).page == 2
    assert text.position(found.start).line == 1
    assert place(text, "should close") == "page 1, line 2"


def test_a_page_set_by_a_typesetter_is_found_again(tmp_path: Path) -> None:
    import typst

    words = "The well-known guarantor of indisputable responsibility fell, and the post-Crimean isolation began. "
    page = (
        "#set page(width: 6cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n" + words * 3
    )
    (tmp_path / "a.typ").write_text(page, encoding="utf-8")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    assert len(occurrences(read_text(tmp_path / "a.pdf").folded, words)) == 3


def test_a_pdf_that_all_may_open_is_read(tmp_path: Path) -> None:
    data = pdfs.pdf("The zoo should close")
    assert "zoo" in read(tmp_path, "a.pdf", pdfs.locked(data, "")).text
    assert "password" in refused(tmp_path, "b.pdf", pdfs.locked(data, "secret"))


def test_the_format_is_seen_where_the_name_does_not_tell(tmp_path: Path) -> None:
    assert read(tmp_path, "a", pdfs.pdf("The zoo")).format == "pdf"
    assert read(tmp_path, "b", "\n<!doctype HTML><p>x").format == "html"
    assert read(tmp_path, "c", "plain <b>").text == "plain <b>"
    (tmp_path / "d.txt").write_text("# title", encoding="utf-8")
    assert read_text(tmp_path / "d.txt", "markdown").text == "title\n\n"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.txt", b"caf\xe9 \n", "not UTF-8: the byte 0xE9 in line 1"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("a.txt", b"a\0b", "binary"),
        ("a.txt", "zoo".encode("utf-16-le"), "save it as UTF-8"),
        ("a.txt", b"%PDF-1.4", "name end in .pdf"),
        ("a.pdf", b"", "broken"),
        ("a.pdf", b"%PDF-1.4\nnothing", "broken"),
        ("a.pdf", pdfs.pdf("The zoo")[:300], "broken"),
        ("a.pdf", pdfs.pdf(""), "no text, only pictures"),
    ],
)
def test_what_cannot_be_read_is_told_in_words(
    tmp_path: Path, name: str, data: bytes, told: str
) -> None:
    assert told in refused(tmp_path, name, data)


def test_a_pdf_without_pages_has_no_text(tmp_path: Path) -> None:
    refused(tmp_path, "a.pdf", pdfs.pdf())


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.txt", Path("a\0b"), tmp_path / "a.txt" / "b"):
        with pytest.raises(TextError):
            read_text(path)
    if os.name != "nt":
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(TextError, match="no file"):
            read_text(tmp_path / "pipe")


def test_files_that_are_too_large_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(reading.MAX_BYTES, "html", 1 << 20)
    assert "more than 1 MiB" in refused(tmp_path, "a.html", b"x" * ((1 << 20) + 1))
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    assert "more than 1 pages" in refused(tmp_path, "a.pdf", pdfs.pdf("one", "two"))
    monkeypatch.setattr(pdf, "_MAX_TEXT", 2)
    assert "more text" in refused(tmp_path, "b.pdf", pdfs.pdf("one"))


def test_patience_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (html, markdown, pdf):
        monkeypatch.setattr(module, "PATIENCE", -1.0)
    assert "too long" in refused(tmp_path, "a.html", b"<p>x")
    assert "too long" in refused(tmp_path, "a.md", b"x")
    assert "too long" in refused(tmp_path, "a.pdf", pdfs.pdf("one"))


#: Pieces of the formats, to be put together wrongly.
PIECES = [
    b"<p>", b"</p>", b"<!--", b"-->", b"<![CDATA[", b"<!", b"<?", b"<script>", b"</script>", b"&amp", b"&#x110000;",
    b"&#0;", b"<pre>", b"</template>", b"<template>", b"<a href='", b"\xff", b"\xef\xbb\xbf", b"\0", b"\r", b"\n",
    b"    ", b"- ", b"> ", b"| a | b |\n|--|--|\n", b"```\n", b"[a](b)", b"![", b"\\", b"`", b"&nbsp;", "é—”…".encode(),
    b"%PDF-1.4\n", b"1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n", b"stream", b"trailer << /Root 1 0 R >>",
    b"startxref\n0\n%%EOF", b"xref\n0 1\n",
]  # fmt: skip


@st.composite
def damaged_pdfs(draw: st.DrawFn) -> bytes:
    data = bytearray(pdfs.pdf("The zoo should close", "Two"))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + draw(st.integers(0, 3))] = draw(st.binary(max_size=3))
    return bytes(data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    st.one_of(st.binary(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map(b"".join), damaged_pdfs()),
    st.sampled_from(reading.FORMATS),
)  # fmt: skip
def test_any_file_is_a_text_or_an_error_in_words(tmp_path: Path, data: bytes, format: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    try:
        text = read_text(path, format)
    except TextError:
        return
    text.text.encode()
    places = [text.position(at) for at in range(len(text.text) + 1)]
    assert all(p.line >= 1 and p.column >= 1 for p in places)
    assert (text.folded.of, format) == (text.text, text.format)
