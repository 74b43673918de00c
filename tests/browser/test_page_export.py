"""Save and copy the picture, and print the page."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from struct import unpack
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree

import pytest
import typst
from pypdf import PdfReader

from tests.browser.conftest import Show
from tests.browser.reader import ARTICLE, CALM, MAPS, anew, data, menu

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def opened(shown: Show) -> Any:
    return shown(ARTICLE, **CALM)


@pytest.fixture
def page(opened: Any) -> Iterator[Any]:
    yield anew(opened)
    assert not opened.wrong, opened.wrong


def saved(page: Any, form: str) -> tuple[str, bytes]:
    """Name and content of the file that the menu gives."""
    with page.expect_download() as waiting:
        menu(page, "Save or print", f"Save the picture as {form}")
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def texts(drawing: ElementTree.Element) -> list[str]:
    """The texts of the claims of a drawing."""
    return [title.text or "" for title in drawing.iter(f"{SVG}title")]


def test_the_svg_is_a_picture_of_everything_unfolded(page: Any) -> None:
    name, content = saved(page, "SVG")
    assert name == "a-personal-defeat-for-putin.svg"
    drawing = ElementTree.fromstring(content)
    assert drawing.tag == f"{SVG}svg"
    claims = {claim["text"] for claim in data(page)["claims"].values()}
    assert claims <= set(texts(drawing))
    shown = " ".join("".join(one.itertext()) for one in drawing.iter(f"{SVG}text"))
    assert all(word in shown for claim in claims for word in claim.split())
    for element in drawing.iter():
        assert element.tag not in (f"{SVG}script", f"{SVG}style", f"{SVG}foreignObject")
        assert not any(name.startswith("on") or "href" in name for name in element.attrib)
    assert b"var(" not in content
    assert b"url(" not in content


def test_another_program_draws_the_svg(page: Any, tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_bytes(saved(page, "SVG")[1])
    source = '#set page(width: auto, height: auto, margin: 0pt)\n#image("map.svg", width: 900pt)'
    (tmp_path / "map.typ").write_text(source, encoding="utf-8")
    drawn = typst.compile(tmp_path / "map.typ", format="png", ppi=72.0)
    assert unpack(">I", drawn[16:20]) == (900,)
    assert len(drawn) > 50_000  # an empty sheet has 5,000


def test_what_is_folded_is_not_in_the_svg(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    drawing = ElementTree.fromstring(saved(page, "SVG")[1])
    assert "Putin sent Russian troops into Syria in 2015" not in texts(drawing)
    assert "below" in "".join(drawing.itertext())


def test_the_png_is_the_svg_twice_as_large(page: Any) -> None:
    drawing = ElementTree.fromstring(saved(page, "SVG")[1])
    name, content = saved(page, "PNG")
    assert name.endswith(".png")
    assert content.startswith(b"\x89PNG\r\n")
    size = unpack(">II", content[16:24])
    assert size == (2 * int(drawing.attrib["width"]), 2 * int(drawing.attrib["height"]))
    assert len(content) > 50_000


def test_a_dark_page_saves_a_dark_picture(page: Any) -> None:
    light = ElementTree.fromstring(saved(page, "SVG")[1]).find(f"{SVG}rect")
    menu(page, "Colours", "Dark")
    dark = ElementTree.fromstring(saved(page, "SVG")[1]).find(f"{SVG}rect")
    assert light is not None
    assert dark is not None
    assert light.attrib["fill"] != dark.attrib["fill"]


def test_the_picture_can_be_copied(page: Any) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu(page, "Save or print", "Copy the picture as SVG")
    page.get_by_text("Copied as SVG").wait_for()
    ElementTree.fromstring(page.evaluate("navigator.clipboard.readText()"))
    menu(page, "Save or print", "Copy the picture as PNG")
    page.get_by_text("Copied as PNG").wait_for()
    kinds = page.evaluate("navigator.clipboard.read().then(all => all.map(one => one.types))")
    assert kinds == [["image/png"]]


def test_the_name_of_the_file_keeps_other_scripts(show: Show) -> None:
    page = show(MAPS / "ar-library-at-night.yaml", **CALM)
    name, content = saved(page, "SVG")
    assert name == "المكتبة-العامة-في-الليل.svg"
    claims = {claim["text"] for claim in data(page)["claims"].values()}
    assert claims <= set(texts(ElementTree.fromstring(content)))


def printed(page: Any) -> tuple[int, str]:
    """The number of sheets, and the text on them."""
    sheets = PdfReader(BytesIO(page.pdf())).pages
    text = " ".join(one.extract_text() for one in sheets)
    return len(sheets), " ".join(normalize("NFKC", text).split())  # without ligatures


def test_on_paper_the_picture_stands_whole_without_the_bar(page: Any) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".sheet img").is_visible()
    for gone in (".bar", ".panel", ".picture-view"):
        assert not page.locator(gone).is_visible()
    width, height = page.locator(".sheet img").evaluate("it => [it.width, it.height]")
    assert width > 300
    assert height > 100
    page.emulate_media(media="null")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sheet img").count() == 0
    assert printed(page)[0] <= 2


def test_on_paper_the_outline_has_every_claim(page: Any) -> None:
    menu(page, "Fold and direction", "Fold all")
    page.keyboard.press("2")
    sheets, text = printed(page)
    assert 2 <= sheets <= 10
    for claim in data(page)["claims"].values():
        assert " ".join(claim["text"].split()[:3]) in text, claim["text"]
