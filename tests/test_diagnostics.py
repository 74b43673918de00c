"""Positions are those of an editor; messages show what cannot be seen."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.diagnostics import (
    Code,
    Severity,
    Source,
    Span,
    Spelling,
    closest,
    did_you_mean,
    visible,
)

LINES = {
    "LF": "a\nb\n\nc", "CRLF": "a\r\nb\r\n\r\nc", "CR": "a\rb\r\rc", "mixed": "a\rb\n\r\nc",
}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_lines_end_where_an_editor_ends_them(name: str) -> None:
    source = Source("x", LINES[name])
    assert [source.line(number) for number in range(1, source.line_count + 1)] == [
        "a",
        "b",
        "",
        "c",
    ]
    assert source.position(LINES[name].index("b")) == (2, 1)
    assert source.position(LINES[name].index("c")) == (4, 1)
    assert source.position(len(LINES[name])) == (4, 2)


@pytest.mark.parametrize(
    "sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"]
)
def test_other_separators_end_no_line(sign: str) -> None:
    for text in (f"a{sign}b\nc", f"a{sign}b\r\nc"):
        source = Source("x", text)
        assert source.line_count == 2
        assert source.line(1) == f"a{sign}b"
        assert source.position(text.index("b")) == (1, 3)


@given(st.text("ab\n\r\u2028\x85😀"), st.data())
@example("", None)
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject | None) -> None:
    source = Source("x", text)
    offset = data.draw(st.integers(0, len(text))) if data else 0
    line, column = source.position(offset)
    assert source.line_offset(line) + column - 1 == offset
    assert text[source.line_offset(line) :].startswith(source.line(line))
    assert 1 <= line <= source.line_count


SHOWN = {
    "plain": "plain", "dürr 動物": "dürr 動物", "a\tb": "a<TAB>b", "a\nb": "a⏎b", "a\rb": "a<CR>b",
    "\x00": "<U+0000>", "\x1b[31m": "<U+001B>[31m", "\u200b": "<U+200B>", "\u202e": "<U+202E>",
    "\u00a0": "<U+00A0>", "\u3000": "<U+3000>", "\ud800": "<U+D800>", "\U000e0041": "<U+E0041>",
    "\ue000": "<U+E000>", "\ufeff": "<U+FEFF>", "e\u0301": "e\u0301", "": "", " a ": " a ",
}  # fmt: skip


@pytest.mark.parametrize("text", SHOWN)
def test_what_cannot_be_seen_is_shown(text: str) -> None:
    assert visible(text) == SHOWN[text]


@given(st.text())
def test_what_is_shown_is_one_printable_line(text: str) -> None:
    assert visible(text).isprintable()


CODE = Code("some-code", Severity.WARNING, "no `{thing}` here", "write `{thing}`", "", "", "")


def test_a_finding_fills_the_message_and_shortens_what_is_long() -> None:
    fault = CODE.at(Span(1, 2), thing="a\nb")
    assert (fault.message, fault.hint) == ("no `a⏎b` here", "write `a⏎b`")
    assert fault.severity is Severity.WARNING
    assert len(CODE.at(Span(0, 0), thing="x" * 10_000).message) < 200
    assert CODE.at(Span(0, 0), mend="do {this}", thing="x").hint == "do {this}"


def test_braces_in_a_text_are_no_template() -> None:
    assert CODE.at(Span(0, 0), thing="{thing} {0} {").message == "no `{thing} {0} {` here"


def test_the_word_that_was_meant() -> None:
    known = ["reasons", "counterpoints", "premises"]
    assert did_you_mean("reason", known) == "did you mean `reasons`?"
    assert did_you_mean("COUNTERPOINT", known) == "did you mean `counterpoints`?"
    assert did_you_mean("xyz", known) == "write one of: reasons, counterpoints, premises"
    assert did_you_mean("xyz", [str(number) for number in range(30)]) == ""
    assert closest("x" * 1000, known) == ""


NEAR = {
    "survey": "survey", "suvey": "survey", "survye": "survey", "surveyy": "survey", "Survey": "survey",
    "sirvey": "survey", "haddad": "haddad", "hadad": "haddad", "visitor-surve": "visitor-survey",
    "visitor": "visitor-survey", "ann": "", "bo": "", "": "", "動物": "動物園", "動植園": "動物園",
}  # fmt: skip


@pytest.mark.parametrize("name", NEAR)
def test_the_name_that_was_meant(name: str) -> None:
    known = ["survey", "visitor-survey", "haddad", "動物園"]
    assert Spelling(known).near(name) == NEAR[name]


def test_of_thousands_of_names_a_misspelt_one_is_still_found() -> None:
    spelling = Spelling(f"name-{number}" for number in range(20_000))
    assert [spelling.near("nmae-777") for _ in range(20)] == ["name-777"] * 20
    assert [spelling.near("quite other") for _ in range(20)] == [""] * 20


def test_short_names_are_not_taken_for_one_another() -> None:
    assert Spelling(["a", "b"]).near("c") == ""
