"""Every claim, argument and field of them has its place in the text."""

import re

import pytest

from argmap.yaml.document import Document, Places
from tests.reading import document_of

MARKED = """\
title: «title:The zoo»
sources:
  «sources s:s»: «sources:A book»
people:
  «people p:p»: Ann
claim: «t:The zoo should close»
id: «t id:t»
by: [«t by 0:p», «t by 1:Bo»]
note: «t note:|
  Two
  lines»
cites: «t cites:s»
reasons:
  - claim: «c:Animals suffer»
    id: «c id:c»
    kind: «c kind:fact»
    note: «c note:of the claim»
    cites:
      - «c cites 0:s»
      - {source: s, quote: «c cites 1 quote:"pacing"», at: «c cites 1 at:p. 4»}
    step:
      id: «a id:a»
      scheme: «a scheme:sign»
      note: «a note:of the step»
      cites: {source: «a cites 0 source:s»}
  - «bare:Cages are small»
  - «linked:premises»:
      - «one:One»
      - «two:'Two'»
  - ref: «again:c»
  - claim: «stepless:Last»
    note: «stepless note:mine»
"""


def unmarked() -> tuple[Document, dict[str, str]]:
    """The document without its marks, and what was marked under which name."""
    marks = dict(re.findall("«([^:]*):([^»]*)»", MARKED))
    return document_of(re.sub("«[^:]*:([^»]*)»", r"\1", MARKED)), marks


DOCUMENT, MARKS = unmarked()
IDS = {
    "bare": "cages-are-small", "one": "one", "two": "two", "linked": "step-one", "again": "step-c",
    "stepless": "last",
}  # fmt: skip


@pytest.mark.parametrize(
    "mark", [mark for mark in MARKS if mark.split()[0] not in ("title", "sources", "people")]
)
def test_a_field_has_its_place(mark: str) -> None:
    owner, *path = mark.split()
    parts = [int(part) if part.isdecimal() else part for part in path]
    span = DOCUMENT.places.span(IDS.get(owner, owner), *parts)
    assert DOCUMENT.source.text[span.start : span.end] == MARKS[mark]
    before = DOCUMENT.source.text[: span.start]
    assert before == re.sub("«[^:]*:([^»]*)»", r"\1", MARKED[: MARKED.index(f"«{mark}:")])


def shown(*path: str | int) -> str:
    span = DOCUMENT.places.span(*path)  # type: ignore[arg-type]
    return DOCUMENT.source.text[span.start : span.end]


def test_what_is_not_written_leads_to_the_nearest_thing_that_is() -> None:
    assert shown("c", "weight") == "Animals suffer"
    assert shown("c", "cites", 1, "note") == "cites"
    assert shown("c", "cites", 7) == "cites"
    assert shown("t", "cites", 0, "source") == "s"
    assert shown("cages-are-small", "note") == "Cages are small"
    assert shown("step-one", "note") == "premises"


def test_a_field_of_an_argument_is_never_that_of_its_claim() -> None:
    assert shown("step-last", "note") == "Last"
    assert shown("a", "kind") == "Animals suffer"
    assert shown("a") == "Animals suffer"


def test_entries_and_words_of_the_map_have_their_places() -> None:
    places, text = DOCUMENT.places, DOCUMENT.source.text
    for span, mark in (
        (places.top("title"), "title"),
        (places.entry("sources", "s"), "sources s"),
        (places.entry("people", "p"), "people p"),
    ):
        assert text[span.start : span.end] == MARKS[mark]
    assert places.entry("people", "nobody") == places.entry("nothing", "p") == Places().top("title")


def test_every_part_of_a_map_has_a_place() -> None:
    assert DOCUMENT.map is not None
    for part in DOCUMENT.map.parts:
        span = DOCUMENT.places.span(part.id)
        assert 0 < span.start < span.end
    assert DOCUMENT.errors == ()
