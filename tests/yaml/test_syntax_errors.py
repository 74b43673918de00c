"""What YAML refuses, told so that the hint leads to the mend; and all of it in one run."""

import pytest

import argmap
from tests.reading import Found, codes, document_of, found, hints

HEAD = "claim: The zoo should close\nreasons:\n"

#: A text, its one fault, and what the hint says among other things.
REFUSED: dict[str, tuple[str, Found, str]] = {
    "a colon in a sentence": ("claim: One thing: money\n", ("stray-colon", 1, 17), "double quotes"),
    "a colon in curly quotes": (
        "claim: “One thing: money”\n", ("stray-colon", 1, 18), "straight double quotes",
    ),
    "a word below a bare text": (
        HEAD + "  - y\n    reasons:\n      - z\n", ("glued-line", 4, 5), "`claim:` before the text above",
    ),
    "a word in the column of its item's dash": (
        HEAD + "  - y\n  reasons:\n    - z\n", ("glued-line", 4, 3), "`claim:` before the text above",
    ),
    "a word too far right": (
        HEAD + "  - claim: y\n      note: z\n", ("bad-indent", 4, 7), "same column as `claim`",
    ),
    "a word too far right at the top": (
        "title: x\n  claim: y\n", ("bad-indent", 2, 3), "same column as `title`",
    ),
    "a word too far left": (
        HEAD + "  - claim: y\n   note: z\n", ("bad-indent", 4, 4), "same column",
    ),
    "an item too far left": (HEAD + "  - y\n - z\n", ("bad-indent", 4, 2), "same column"),
    "a list without its word": ("claim: x\n- y\n", ("bad-indent", 2, 1), "`reasons:`"),
    "a list on the line of its word": (
        "claim: x\nreasons: - y\n", ("bad-indent", 2, 10), "lines of their own",
    ),
    "a word without its colon": ("claim: x\nreasons\n  - y\n", ("stray-line", 2, 1), "write `reasons:`"),
    "a word without its colon at the end": ("claim: x\nreas", ("stray-line", 2, 1), "a colon"),
    "a word without its colon at the top": (
        "title\nclaim: x\n", ("stray-line", 1, 1), "write `title:`",
    ),
    "a sentence that goes on at the margin": (
        "claim: The zoo\nshould close\nreasons:\n  - y\n", ("stray-line", 2, 1), "indent it",
    ),
    "a bullet among dashes": (HEAD + "  - y\n  • z\n", ("foreign-dash", 4, 3), "`- `"),
    "an asterisk for a dash": (HEAD + "  * y\n", ("anchor", 3, 3), "`- `"),
    "Markdown for bold": (HEAD + "  - **Animals** suffer\n", ("anchor", 3, 5), "double quotes"),
    "a quotation without end": ('claim: "The zoo\n', ("unclosed-quote", 1, 8), "close it"),
    "an apostrophe at the start": ("claim: 'Tis over\n", ("unclosed-quote", 1, 8), "double quotes"),
    "an apostrophe in single quotes": (
        "claim: 'The zoo's end'\n", ("text-after-quote", 1, 17), "double quotes",
    ),
    "a quoted word at the start": (
        'claim: "Captivity" is wrong\n', ("text-after-quote", 1, 20), "double quotes",
    ),
    "a bracket at the start": ("claim: [Some] zoos\n", ("text-after-quote", 1, 15), "double quotes"),
    "a brace at the start": ("claim: {a} b\n", ("text-after-quote", 1, 12), "double quotes"),
    "a bracket without end": ("by: [Ann, Bo\nclaim: x\n", ("unclosed-bracket", 1, 5), "close it"),
    "a brace without end": ("claim: {x\n", ("unclosed-bracket", 1, 8), "close it"),
    "a comma forgotten": (
        "claim: x\ncites: {source: s at: p. 4}\n", ("stray-colon", 2, 21), "a comma before the word",
    ),
    "a percent sign": ("claim: %x\n", ("reserved-sign", 1, 8), "double quotes"),
    "an at sign": ("claim: @x\n", ("reserved-sign", 1, 8), "double quotes"),
    "a backtick": ("claim: `x`\n", ("reserved-sign", 1, 8), "double quotes"),
    "a percent sign at the margin": ("% x\nclaim: y\n", ("reserved-sign", 1, 1), "double quotes"),
    "a greater-than sign": ("claim: >x\n", ("yaml-syntax", 1, 8), "double quotes"),
    "a bar": ("claim: |x\n", ("yaml-syntax", 1, 8), "double quotes"),
    "a path in double quotes": ('claim: "C:\\zoo"\n', ("yaml-syntax", 1, 11), "backslash"),
    "a broken escape": ('claim: "\\u12"\n', ("yaml-syntax", 1, 11), "backslash"),
    "a tab in a block text": ("claim: |\n  a\n\tb\n", ("tab", 3, 1), "spaces"),
    "a tab before a word": (HEAD + "  - claim: y\n\t  note: z\n", ("tab", 4, 1), "spaces"),
    "a tab behind spaces": (HEAD + "  - claim: y\n  \tnote: z\n", ("tab", 4, 3), "spaces"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_it_is_told_once_at_its_place_with_its_mend(name: str, line_end: str) -> None:
    text, fault, hint = REFUSED[name]
    text = text.replace("\n", line_end)
    assert found(text) == [fault]
    assert hint in hints(text)[0]
    assert document_of(text).map is None


@pytest.mark.parametrize("name", REFUSED)
def test_the_parser_is_never_quoted(name: str) -> None:
    jargon = ("token", "scalar", "mapping", "node", "collection", "simple key", "while")
    for fault in document_of(REFUSED[name][0]).faults:
        assert not any(word in fault.message for word in jargon), fault.message


BROKEN = """\
claim: The zoo has one task: breeding
id: zoo
reasons:
  - "Captivity" is wrong
  - claim: 'The zoo's end
    kindd: fact
    reasons:
      - @zoo says so
\t- A tab
  - claim: Visitors stay away
    weight: much
counterpoints:
  - Zoos teach
    reasons:
      - Children learn
  - [Some] zoos breed
  - We are #1
"""


def test_all_faults_of_a_file_come_in_one_run() -> None:
    assert found(BROKEN) == [
        ("stray-colon", 1, 28),
        ("text-after-quote", 4, 17),
        ("text-after-quote", 5, 21),
        ("unknown-word", 6, 5),
        ("reserved-sign", 8, 9),
        ("tab", 9, 1),
        ("out-of-range", 11, 13),
        ("glued-line", 14, 5),
        ("text-after-quote", 16, 12),
        ("cut-by-hash", 17, 11),
    ]


def test_a_text_that_cannot_be_read_is_no_second_fault() -> None:
    for word in ("weight", "implicit", "kind", "id", "sources", "step", "cites", "excludes"):
        text = f"claim: x\nreasons:\n  - claim: y\n{word}: @z\n".replace(
            "step: @z", "counterpoints:\n  - claim: z\n    step: @z"
        )
        assert codes(text) == ["reserved-sign"]


def test_what_may_be_lost_is_not_missed() -> None:
    assert codes("clame: 'x\nreasons:\n  - y\n") == ["unclosed-quote"]
    assert codes("\tclaim: x\nreasons:\n  - y\n") == ["tab"]
    assert codes("note:\n\tof mine\nclaim: x\n") == ["tab"]
    assert codes("reasons:\n  -\n\ty\nclaim: x\n") == ["tab"]
    assert codes("claim: x\nreasons:\n  - ref: later\n  - claim: @y\n    id: later\n") == [
        "reserved-sign"
    ]


@pytest.mark.parametrize("fault", ["  - a: b: c\n", "  - 'a' b\n", "  - @a\n", "\t- a\n"])
def test_a_file_of_nothing_but_faults_is_told_the_first_twenty(fault: str) -> None:
    syntax = [code for code in codes(HEAD + fault * 500) if code != "unknown-word"]
    assert 1 <= len(syntax) <= 20


@pytest.mark.parametrize("text", ["claim: [\n", "claim: {\n", "claim: x\nreasons: [a,\n"])
def test_a_bracket_that_is_open_at_the_end_is_told_where_it_opens(text: str) -> None:
    fault = argmap.loads(text).faults[0]
    assert fault.code.name == "unclosed-bracket"
    assert text[fault.span.start] in "[{"
