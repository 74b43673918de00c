"""A source as it is read beside the map: all of its words, what is quoted and what is not."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap import loads
from argmap.page.contents import contents
from argmap.page.reading import LONGEST, blocks, texts
from argmap.texts.source_text import plain

TEXT = "The zoo is old. They pine away 🦁 in cages.\n\nIt breeds rare species.\nNobody knows why.\n"
MAP = """\
claim: The zoo should close
id: close
reasons:
  - claim: Animals suffer
    id: harm
    cites: {source: news, quote: They pine away}
  - claim: They suffer much
    id: much
    cites: {source: news, quote: They pine away}
counterpoints:
  - claim: It saves species
    id: rare
    cites: [{source: news, quote: It breeds "rare" species}, {source: other, quote: elsewhere}]
sources: {news: {title: The news}, other: {}}
"""


@given(st.text(st.sampled_from("ab \n\t\r\u2028🦁")))
def test_blocks_hold_all_but_white_space(text: str) -> None:
    ranges = [*blocks(text)]
    behind = 0
    for start, end in ranges:
        assert not text[behind:start].strip()
        assert text[start:end].strip()
        behind = end
    assert not text[behind:].strip()


def test_a_long_paragraph_is_parted_at_its_lines() -> None:
    text = "\n".join(["word " * 100] * 20)
    assert len(text) > LONGEST
    assert len([*blocks(text)]) == 20


def reading() -> dict[str, object]:
    map = loads(MAP).map
    assert map is not None
    return texts(map, {"news": plain("news.txt", TEXT)})["news"]  # type: ignore[no-any-return]


def test_paragraphs_quotes_and_what_nothing_quotes_are_placed() -> None:
    found = reading()
    assert found["title"] == "The news"
    assert found["blocks"] == [
        {"start": 0, "text": "The zoo is old. They pine away 🦁 in cages."},
        {"start": 44, "text": "It breeds rare species.\nNobody knows why."},
    ]
    assert found["quotes"] == [
        {"start": 16, "end": 30, "parts": ["harm", "much"], "quote": "They pine away", "kind": "exact"},
        {"start": 44, "end": 66, "parts": ["rare"], "quote": 'It breeds "rare" species', "kind": "altered"},
    ]  # fmt: skip
    assert found["uncited"]
    assert "The zoo is old." in [TEXT[a:b].strip() for a, b in found["uncited"]]  # type: ignore[attr-defined]


def test_only_texts_that_are_handed_over_are_on_the_page() -> None:
    map = loads(MAP).map
    assert map is not None
    assert "texts" not in contents(map)
    assert [*contents(map, texts={"news": plain("n.txt", TEXT)})["texts"]] == ["news"]


@pytest.mark.parametrize("text", ["", " \n \n", "\n\nx", "</script>\n\n<!--"])
def test_any_text_can_be_shown(text: str) -> None:
    map = loads(MAP).map
    assert map is not None
    json.dumps(texts(map, {"news": plain("n.txt", text)}))
