"""Prose is nodes of a few kinds, whatever somebody writes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.page.prose import TAGS, Nodes, markdown, plain

_PIECES = st.sampled_from([
    "*", "**", "`", "~~", "> ", "- ", "1. ", "# ", "[a](", ")", "<b>", "</script>", "<!--", "\n", "\n\n",
    "javascript:alert(1)", "https://example.org", "![", "]", "&lt;", "word ", "    ", "```", "---", "\\", "<https://x.org>",
])  # fmt: skip


def check(nodes: Nodes) -> None:
    for node in nodes:
        if isinstance(node, str):
            continue
        tag, attributes, inner = node
        assert tag in TAGS
        assert {*attributes} <= (
            {"href", "rel"} if tag == "a" else {"start"} if tag == "ol" else set()
        )
        if tag == "a":
            assert attributes["href"].startswith(("http://", "https://", "mailto:"))
            assert "noopener" in attributes["rel"]
        check(inner)


@given(st.lists(_PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_markdown_gives_known_elements_and_safe_links_only(text: str) -> None:
    check(markdown(text))
    check(plain(text))


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("a *b* **c** `d` ~~e~~", [["p", {}, ["a ", ["em", {}, ["b"]], " ", ["strong", {}, ["c"]], " ",
                                             ["code", {}, ["d"]], " ", ["del", {}, ["e"]]]]]),
        ("one\ntwo", [["p", {}, ["one", ["br", {}, []], "two"]]]),
        ("# Head", [["h4", {}, ["Head"]]]),
        ("- a\n- b", [["ul", {}, [["li", {}, ["a"]], ["li", {}, ["b"]]]]]),
        ("3. a", [["ol", {"start": "3"}, [["li", {}, ["a"]]]]]),
        ("<b>x</b>", [["p", {}, ["<b>x</b>"]]]),
        ("[x](javascript:alert(1))", [["p", {}, ["[x](javascript:alert(1))"]]]),
        ("[x](data:text/html,y)", [["p", {}, ["[x](data:text/html,y)"]]]),
        ("[x]()", [["p", {}, ["x"]]]),
        ("> q", [["blockquote", {}, [["p", {}, ["q"]]]]]),
        ("    <i>", [["pre", {}, [["code", {}, ["<i>\n"]]]]]),
        ("", []),
    ],
)  # fmt: skip
def test_markdown_is_read(text: str, nodes: Nodes) -> None:
    assert markdown(text) == nodes


def test_a_picture_is_not_loaded() -> None:
    assert "img" not in json.dumps(markdown("![x](https://example.org/x.png)"))


def test_deep_nesting_ends() -> None:
    for text in ("*" * 4000 + "a" + "*" * 4000, "> " * 3000 + "a", "*a " * 2000 + "a* " * 2000):
        json.dumps(markdown(text))


def test_a_plain_text_keeps_its_lines_and_has_no_signs() -> None:
    assert plain("a *b*\nc\n\n\nd") == [
        ["p", {}, ["a *b*", ["br", {}, []], "c"]],
        ["p", {}, ["d"]],
    ]
    assert plain(" \n") == []
