"""Whatever people write stands in a report as what it is: never as markup, a formula or a command."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from argmap.annotation.cells import defused
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.reports import data as report_data
from argmap.annotation.reports import html as report_html
from argmap.annotation.reports import markdown as report_markdown
from argmap.annotation.reports import text as report_text
from argmap.annotation.reports.made import report
from argmap.annotation.tables import Table, as_markdown, as_text
from argmap.diagnostics import visible
from argmap.texts.escaping import in_markdown
from tests.annotation.classes import a_class, layer
from tests.annotation.strategies import layers
from tests.strategies import texts

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/x.png)",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[x]( JaVaScRiPt:alert(1))",
    "[x](data:text/html,x)",
    "[x](vbscript:x)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "</article></body></html>",
    '" onmouseover="alert(1)',
    "{{ 7*7 }} {% raw %}",
    "<!-- x -->",
    "<style>body{background:url(//evil.example)}</style>",
    "\x1b[31mred\x1b[2J\x07",
    "`<b>`",
    "```\n<script>\n```",
    "\u202egnp.exe",
    "&lt;b&gt; &#x3c;b&#x3e;",
]


class Page(HTMLParser):
    """Checks a page as it is read: no markup that does or loads anything, and all of it closed."""

    EMPTY = ("meta", "br", "hr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in (
            "script",
            "img",
            "iframe",
            "object",
            "link",
            "form",
            "base",
            "svg",
            "video",
        )
        if tag not in self.EMPTY:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            assert name not in ("src", "style", "srcdoc", "action")
            if name == "href":
                assert value is not None
                assert value.lower().startswith(("http://", "https://", "mailto:"))
                self.links.append(value)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.EMPTY
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.text += data


def page(html: str) -> Page:
    found = Page()
    found.feed(html)
    found.close()
    assert not found.open
    return found


def one_note(body: str, **labels: str) -> Layer:
    note = Annotation("a1", Target("claim", "harm"), "commenting", body, labels)
    return layer("maya", note, name=body.replace("\n", " "))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("by", ["class", "student", "claim"])
def test_hostile_texts_are_harmless_in_a_page(text: str, by: str) -> None:
    study = a_class(one_note(text, remark=text.replace("\n", " "), mood=text.replace("\n", " ")))
    found = page(report_html.as_html(report(study), by))
    assert all(link == "https://evil.example/x.png" for link in found.links), "a picture is a link"
    assert "\x1b" not in found.text
    assert "\u202e" not in found.text
    assert "49" not in found.text


@given(layers())
def test_any_layer_makes_a_sound_page_text_and_table(one: Layer) -> None:
    one = Layer(
        "maya", "zoo.yaml", name=one.name, annotations=one.annotations, codebooks=(), layer="1"
    )
    found = report(a_class(one))
    for by in ("class", "student", "claim"):
        page(report_html.as_html(found, by))
        shown = report_text.as_text(found, by)
        assert all(visible(row) == row for row in shown.split("\n"))
        rows = list(csv.reader(io.StringIO(report_data.csv(found, by), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert not any(cell[:1] in ("=", "@", "\t", "\r") for row in rows for cell in row)
        json.dumps(report_data.as_data(found, by), allow_nan=False)
        html = MarkdownIt("commonmark").render(report_markdown.as_markdown(found, by))
        assert not re.search("<(script|img|b)[ >]", html)


def test_bodies_are_markdown_with_links_that_lead_to_pages() -> None:
    body = "# Why?\n\n**Look** at [this](https://example.org/a?b=1) & [write](mailto:a@example.org).\n\n- one\n- two"
    html = report_html.as_html(report(a_class(one_note(body))), "student")
    found = page(html)
    assert found.links == ["https://example.org/a?b=1", "mailto:a@example.org"]
    assert "<strong>Look</strong>" in html
    assert "<li>one</li>" in html
    assert html.count("<h1") == 1, "a heading in a remark is no heading of the report"
    assert 'rel="noopener' in html


def test_a_page_stands_alone() -> None:
    html = report_html.as_html(report(a_class(one_note("Why?"))), "student")
    assert "http" not in html.replace("http-equiv", "")
    assert "prefers-color-scheme: dark" in html
    assert "@media print" in html
    assert "url(" not in html


def test_letters_that_are_joined_stay_joined_in_a_page() -> None:
    text = "می\u200cخواهم 👩\u200d👩\u200d👧"
    assert text in report_html.as_html(report(a_class(one_note(text))), "student")


@given(texts)
def test_escaped_text_reads_as_it_is(text: str) -> None:
    for before, after in (("", ""), ("- ", ""), ("> ", ""), ("| ", " |"), ("# ", " end")):
        html = (
            MarkdownIt("commonmark").enable("table").render(f"{before}{in_markdown(text)}{after}")
        )
        words = "".join(page(html).text.split())
        assert words == "".join(f"{before if before == '| ' else ''}{visible(text)}{after}".split())


@given(texts, texts)
def test_a_cell_of_a_table_stays_in_its_cell(one: str, other: str) -> None:
    table = Table("A", ("x", "y"), ((one, other), (other, one)))
    html = MarkdownIt("commonmark").enable("table").render(as_markdown([table]))
    assert html.count("<td>") == 4
    lines = as_text([table], 80).split("\n")
    assert all(visible(line) == line for line in lines)


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "-x"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert defused(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-0.25", "+3", "-1e-3", "plain", "", "a=b", "3"])
def test_numbers_and_texts_stay_as_they_are(cell: str) -> None:
    assert defused(cell) == cell


@pytest.mark.parametrize("body", ["y" * 9000, "many words " * 900 + "end", "動" * 5000])
def test_long_texts_are_told_whole(body: str) -> None:
    text = report_text.as_text(
        report(a_class(layer("maya", Annotation("a1", Target("claim", "harm"), body=body)))),
        "student",
        80,
    )
    assert "".join(body.split()) in "".join(text.split())
    assert max(map(len, text.split("\n"))) <= 80
