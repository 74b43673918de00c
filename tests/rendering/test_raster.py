import struct
import zlib
from typing import Any

import pytest

from argmap.model import ArgumentMap
from argmap.rendering import Options, RenderError, fonts, raster, render
from tests.rendering.maps import argument_map, claim, hostile, levels, zoo


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def ink(png: bytes) -> float:
    """The share of pixels that differ from the first one."""
    width, height = size(png)
    bits, colour = png[24], png[25]
    assert bits == 8
    channels = {2: 3, 6: 4}[colour]
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, row = zlib.decompress(data), width * channels
    above, different, first = bytearray(row), 0, b""
    for y in range(height):
        start = y * (row + 1)
        line = bytearray(raw[start + 1 : start + 1 + row])
        _unfilter(raw[start], line, above, channels)
        first = first or bytes(line[:channels])
        different += sum(line[x : x + channels] != first for x in range(0, row, channels))
        above = line
    return different / (width * height)


def _unfilter(kind: int, line: bytearray, above: bytearray, channels: int) -> None:
    """Undoes a filter of PNG (RFC 2083, section 6) in place."""
    for x in range(len(line)):
        left = line[x - channels] if x >= channels else 0
        corner = above[x - channels] if x >= channels else 0
        if kind == 1:
            line[x] = (line[x] + left) & 255
        elif kind == 2:
            line[x] = (line[x] + above[x]) & 255
        elif kind == 3:
            line[x] = (line[x] + (left + above[x]) // 2) & 255
        elif kind == 4:
            guess = left + above[x] - corner
            near = min((left, above[x], corner), key=lambda value: abs(guess - value))
            line[x] = (line[x] + near) & 255


def texts(*lines: str) -> ArgumentMap:
    return argument_map(tuple(claim(f"c{at}", text) for at, text in enumerate(lines)), theses="")


@pytest.mark.parametrize(
    "text", ["A claim in plain words", "مرحبا بالعالم", "שלום", "สวัสดี", "Привет"]
)
def test_text_is_drawn_without_fonts_of_the_system(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_system", lambda: iter(()))
    written = render(texts(text), "png")
    blank = render(texts(" "), "png")
    assert written.notes == ()
    assert ink(written.data) * size(written.data)[0] > ink(blank.data) * size(blank.data)[0] * 1.02


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        ("gif", "write one of: svg, png, pdf, dot"),
        ("SVG", "did you mean `svg`"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_format_that_is_not_there(wrong: Any, remedy: str) -> None:
    with pytest.raises(RenderError, match=f"^there is no format `{wrong}`; .*{remedy}"):
        render(zoo(), wrong)


def test_every_sign_is_drawn_in_every_format() -> None:
    picture = render(zoo(), "png")
    assert 0.02 < ink(picture.data) < 0.6
    assert picture.notes == ()
    document = render(zoo(), "pdf").data
    assert document.startswith(b"%PDF-")
    assert b"/FontFile" in document or b"/FontDescriptor" in document or b"ObjStm" in document


def test_a_png_has_two_pixels_a_point() -> None:
    svg = render(zoo()).data.decode()
    points = float(svg.split('width="')[1].split("pt")[0])
    assert size(render(zoo(), "png").data)[0] == pytest.approx(2 * points, abs=3)


def test_the_same_map_gives_the_same_bytes() -> None:
    assert render(zoo(), "png").data == render(zoo(), "png").data
    assert render(zoo(), "pdf").data == render(zoo(), "pdf").data


def test_what_no_font_draws_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_system", lambda: iter(()))
    (note,) = render(texts("English", "中文"), "png").notes
    assert "no font on this machine can draw 2 of the characters (中 文)" in note
    assert "install Noto Sans CJK" in note


def test_a_blank_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_system", lambda: iter(()))
    with pytest.raises(RenderError, match="the picture would be blank: no font"):
        render(texts("中文 123"), "png")


def test_fonts_of_the_system_are_taken_where_they_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_system", lambda: iter([frozenset("中文")]))
    found = fonts.fonts_for("<text>A 中文</text>")
    assert found.system
    assert found.notes == ()


def test_plain_text_needs_no_look_at_any_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(module: str) -> frozenset[str]:
        raise AssertionError(module)

    monkeypatch.setattr(fonts, "_characters", never)
    assert not fonts.fonts_for("<text>Größe, “quoted” — and so on…</text>").system


def test_a_very_large_picture_is_drawn_smaller_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(raster, "_PIXELS", 50_000)
    picture = render(zoo(), "png")
    width, height = size(picture.data)
    assert width * height <= 51_000
    assert "% of its size" in picture.notes[0]


def test_a_page_is_no_longer_than_pdf_allows() -> None:
    assert render(levels(400), "pdf", Options(all=True)).data.startswith(b"%PDF-")


def test_hostile_text_can_be_drawn() -> None:
    assert size(render(hostile(), "png").data)[0] > 500
    assert render(hostile(), "pdf").data.startswith(b"%PDF-")
