"""Laws of finding a quote again, and texts that people would look in."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.texts import occurrences
from argmap.texts.folding import fold
from argmap.texts.words import cuts_word

WORDS = ["Assad", "fell", "the", "loss", "is", "not", "a", "blow", "isn’t", "Putin’s", "re-sign", "resign",
         "1,000", "3.5", "ﬁnal", "naïve", "nai\u0308ve", "普京", "не", "x²", "well-\nknown", "isola\u00ad\ntion", "U.S."]  # fmt: skip
GAPS = [" ", "  ", "\n", "\n\n", "\u00a0", " — ", "—", " – ", ", ", ". ", "… ", "... ", " “", "” ", " '", "-- ", "\u200b ", "\t"]  # fmt: skip

#: Texts as people write and paste them: words, and what stands between words.
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
anything = st.one_of(
    texts, st.text(max_size=60), st.text(alphabet="ab -'’—.\n\u00ad\u0301²", max_size=40)
)


@st.composite
def cut_out(draw: st.DrawFn, text: str) -> tuple[int, int]:
    """A range of the text that begins and ends with whole words."""
    edges = [at for at in range(len(text) + 1) if not cuts_word(text, at)]
    starts = [at for at in edges if text[at : at + 1].isalnum()]
    assume(starts)
    start = draw(st.sampled_from(starts))
    ends = [at for at in edges if at > start and text[at - 1].isalnum()]
    assume(ends)
    return start, draw(st.sampled_from(ends))


@given(st.data(), anything)
def test_a_passage_cut_out_at_word_boundaries_is_found_at_its_place(
    data: st.DataObject, text: str
) -> None:
    start, end = data.draw(cut_out(text))
    found = occurrences(text, text[start:end])
    assert (start, end, True) in [(p.start, p.end, p.exact) for p in found]


TYPED = str.maketrans(
    {"“": '"', "”": '"', "’": "'", "—": " -- ", "–": "-", "…": "...", "\n": " ", "\u00a0": " ", "ﬁ": "fi",
     "\u00ad": None, "\u200b": None}
)  # fmt: skip


@given(st.data(), texts)
def test_a_passage_typed_anew_differs_in_typography_only(data: st.DataObject, text: str) -> None:
    start, end = data.draw(cut_out(text))
    said = (
        text[start:end]
        .replace("isola\u00ad\ntion", "isolation")
        .replace("well-\nknown", "well-known")
    )
    typed = re.sub(r"\s+", " ", said.translate(TYPED))
    assert (start, end) in [(p.start, p.end) for p in occurrences(text, typed)]


@given(st.data(), texts, st.sampled_from(["dropped", "replaced", "added", "changed in case"]))
def test_a_passage_with_another_word_is_never_found_there(
    data: st.DataObject, text: str, change: str
) -> None:
    start, end = data.draw(cut_out(text))
    words = text[start:end].split()
    at = data.draw(st.integers(0, len(words) - 1))
    if change == "dropped":
        assume(0 < at < len(words) - 1 and any(c.isalnum() for c in words[at]))
        words.pop(at)
    elif change == "replaced":
        words[at] = "zebra"
    elif change == "added":
        words.insert(at, "zebra")
    else:
        assume(words[at].upper() != words[at])
        words[at] = words[at].swapcase()
    quote = " ".join(words)
    assume(fold(quote).text != fold(text[start:end]).text)
    for found in occurrences(text, quote):
        assert (found.start, found.end) != (start, end)


@given(anything, anything)
def test_what_is_found_reads_like_the_quote(text: str, quote: str) -> None:
    for found in occurrences(text, quote):
        assert 0 <= found.start < found.end <= len(text)
        said = text[found.start : found.end]
        assert fold(said).text.strip() == fold(quote).text.strip()
        assert found.exact is (said == quote.strip())
        assert not cuts_word(text, found.start)
        assert not cuts_word(text, found.end)


@given(anything)
def test_every_place_of_a_folded_text_leads_back(text: str) -> None:
    folded = fold(text)
    starts = [folded.start(at) for at in range(len(folded.text) + 1)]
    ends = [folded.end(at) for at in range(len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= at <= len(text) for at in starts + ends)
    assert all(start <= end for start, end in zip(starts[:-1], ends[1:], strict=True))


ALIKE = [
    ("a cat “sat” on it", 'a cat "sat" on it'),
    ("it’s over", "it's over"),
    ("Russia — once", "Russia—once"),
    ("Russia -- once", "Russia — once"),
    ("1999–2003", "1999-2003"),
    ("wait… then", "wait. . . then"),
    ("a\u00a0 b\r\n\r\nc", "a b c"),
    ("im\u00adpossible", "impossible"),
    ("isola-\n  tion", "isolation"),
    ("isola\u00ad\ntion", "isolation"),
    ("self\u00ad \ninterest", "self-interest"),
    ("well-\nknown", "well-known"),
    ("well‑known", "well-known"),
    ("F-\n16 jets", "F-16 jets"),
    ("ﬁnal ﬂoor", "final floor"),
    ("cafe\u0301", "café"),
    ("ｗｉｄｅ，ｌｅｔｔｅｒｓ", "wide,letters"),
    ("«так» сказал", '"так" сказал'),
    ("ﺳﻼم", "سلام"),
    ("zero\u200bwidth", "zerowidth"),
    ("\u202bשלום\u202c לך", "שלום לך"),
]
UNLIKE = [
    ("re-sign", "resign"),
    ("10² men", "102 men"),
    ("1½ tons", "11⁄2 tons"),
    ("The end", "the end"),
    ("a, b", "a b"),
    ("5′ tall", "5″ tall"),
    ("resumé", "resume"),
    ("a b", "ab"),
    ("notable", "not able"),
]
CUT = [
    ("wait… no", "wait."),
    ("a baﬀ", "a baf"),
    ("notable", "able"),
    ("they can’t win", "they can"),
    ("a non-empty set", "empty set"),
    ("im-\npossible", "possible"),
    ("im\u00adpossible", "possible"),
    ("im\u00ad\npossible", "possible"),
    ("3.5 million", "5 million"),
    ("1,500 men", "500 men"),
    ("fell to -5 degrees", "5 degrees"),
    ("cafe\u0301", "cafe"),
    ("हिन्दी", "हिन"),
    ("непросто", "просто"),
    ("you and they’re", "you and they"),
]
WHOLE = [
    ("Putin’s loss", "Putin"),
    ("l’État", "État"),
    ("普京失败了", "失败"),
    ("ประเทศไทย", "ไทย"),
    ("pre- and post-war", "and post-war"),
    ("“yes”", "yes"),
    ("one—two", "two"),
    ("in 3.5", "in 3.5"),
    ("a/b", "b"),
]


@pytest.mark.parametrize(("text", "quote"), ALIKE)
def test_typography_does_not_matter(text: str, quote: str) -> None:
    assert [p.exact for p in occurrences(text, quote)] == [False]
    assert [p.exact for p in occurrences(quote, text)] == [False]


@pytest.mark.parametrize(("text", "quote"), UNLIKE)
def test_what_is_said_does(text: str, quote: str) -> None:
    assert occurrences(text, quote) == []
    assert occurrences(quote, text) == []


@pytest.mark.parametrize(("text", "quote"), CUT)
def test_a_quote_does_not_begin_or_end_within_a_word(text: str, quote: str) -> None:
    assert occurrences(text, quote) == []


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_a_quote_may_be_a_whole_word(text: str, quote: str) -> None:
    (found,) = occurrences(text, quote)
    assert (text[found.start : found.end], found.exact) == (quote, True)


def test_the_surroundings_choose_among_several() -> None:
    text = "The zoo closed. Then the zoo  reopened. In May “the zoo” burnt."
    assert len(occurrences(text, "zoo")) == 3
    assert [p.start for p in occurrences(text, "zoo", suffix=" reopened")] == [25]
    assert [p.start for p in occurrences(text, "zoo", prefix='May "the ')] == [52]
    assert [p.start for p in occurrences(text, "zoo", "Then the ", '" burnt')] == [25, 52]
    assert len(occurrences(text, "zoo", "at the ", " slept")) == 3
    assert [p.start for p in occurrences("one zoo", "zoo", "no such ", " words")] == [4]


@pytest.mark.parametrize("quote", ["", " \n", "\u200b"])
def test_nothing_is_found_nowhere(quote: str) -> None:
    assert occurrences("some text", quote) == []
    assert occurrences("", quote) == []
