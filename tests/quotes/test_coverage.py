"""What a map leaves out of its source, and the source with its quotes marked."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.quotes import coverage, marked
from tests.quotes.held import hold, source

TEXT = """\
A headline

Lions suffer in cages. Visitors stay away, they say. “Why come?” Mr Haddad asks.

The zoo breeds wildcats. It is 3.5 km long.
"""


def test_words_and_sentences_are_counted() -> None:
    covered = coverage(source(TEXT), "s", hold(TEXT, "Lions suffer", "suffer in cages", "The zoo"))
    assert (covered.words, covered.cited_words) == (26, 6)
    assert (covered.sentences, covered.cited_sentences) == (7, 2)
    runs = [(TEXT[run.start : run.end], run.sentences) for run in covered.uncited]
    assert runs == [
        ("A headline", 1),
        ("Visitors stay away, they say. “Why come?” Mr Haddad asks.", 3),
        ("It is 3.5 km long.", 1),
    ]


def test_only_quotes_that_hold_cover_anything() -> None:
    assert coverage(source(TEXT), "s", hold(TEXT, "Lions never suffer in cages")).cited_words == 0
    assert coverage(source(TEXT), "other", hold(TEXT, "Lions suffer")).cited_words == 0
    assert coverage(source(TEXT), "s", hold(TEXT, "Lions … in cages")).cited_words == 3


def test_scripts_without_spaces_are_counted_by_characters() -> None:
    text = "普京失败了。战争结束。"
    covered = coverage(source(text), "s", hold(text, "失败"))
    assert (covered.words, covered.cited_words, covered.sentences) == (9, 2, 2)


def test_nothing_is_all_of_nothing() -> None:
    covered = coverage(source(""), "s", ())
    assert (covered.words, covered.share, covered.uncited) == (0, 0.0, ())


def test_quotes_are_marked_with_the_ids_that_cite() -> None:
    text = "Lions suffer in cages."
    assert marked(source(text), "s", hold(text, "Lions suffer", "suffer in cages", "in")) == (
        "{==Lions ==}{>>c0<<}{==suffer==}{>>c0, c1<<}{== ==}{>>c1<<}{==in==}{>>c1, c2<<}"
        "{== cages==}{>>c1<<}."
    )


def test_marks_of_the_source_itself_are_escaped() -> None:
    text = r"a {==b==}{>>c<<} {++d++} \{ {e} zoo"
    assert marked(source(text), "s", hold(text, "zoo")) == (
        r"a {\==b==\}{\>>c<<\} {\++d++\} \{ {e} {==zoo==}{>>c0<<}"
    )


words = st.sampled_from(
    ["Zoo.", "lions", "{==", "==}", "{>>", "<<}", "{\\==", "==\\\\}", "\\", "in", "cages!", "\n\n"]
)


@given(st.lists(words, max_size=20), st.lists(st.integers(0, 18), max_size=4))
def test_marking_and_counting_lose_nothing(parts: list[str], starts: list[int]) -> None:
    text = " ".join(parts)
    verdicts = hold(text, *(" ".join(parts[at : at + 3]) for at in starts))
    shown = marked(source(text), "s", verdicts)
    ours = r"\{==|==\}\{>>[^<]*<<\}"
    undone = r"(?<=\{)\\(?=\\*(?:==|>>))|(?<===|<<)\\(?=\\*\})"
    bare = re.sub(f"{undone}|{ours}", "", shown)
    assert bare == text
    covered = coverage(source(text), "s", verdicts)
    assert covered.words == sum(part[0].isalnum() for part in parts)
    assert 0 <= covered.cited_words <= covered.words
    assert (
        covered.cited_sentences + sum(run.sentences for run in covered.uncited) == covered.sentences
    )
    if covered.cited_words == 0:
        assert sum(run.words for run in covered.uncited) == covered.words
