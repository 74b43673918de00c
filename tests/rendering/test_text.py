import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from argmap.rendering.text import clean, columns_of, measure, right_to_left, shorten, wrap
from tests.rendering.maps import HOSTILE

TEXTS = st.text(max_size=120).map(clean)
WIDTHS = st.integers(8, 60)


@given(TEXTS, WIDTHS)
@example("Ausbildungsförderungsgesetz und Änderung", 12)
@example("叙利亚与乌克兰相比已无关紧要，因为“一切”都在赫尔松决定。", 10)
@example("👩‍👩‍👧‍👦" * 9, 8)
def test_lines_are_no_wider_than_asked_and_lose_no_visible_character(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXTS, WIDTHS)
def test_what_is_shortened_fits_and_begins_as_the_text(text: str, width: int) -> None:
    short = shorten(text, width)
    assert columns_of(short) <= width
    assert short == text or (short.endswith("…") and text.startswith(short[:-1].strip()[:4]))


def test_lines_are_about_equally_long() -> None:
    assert wrap("He may have chosen not to, because the front needed every man", 28) == [
        "He may have chosen not",
        "to, because the front",
        "needed every man",
    ]


def test_a_compound_breaks_after_its_hyphen() -> None:
    assert wrap("the post-Crimean isolation", 12) == ["the post-", "Crimean", "isolation"]


def test_east_asian_lines_do_not_begin_with_closing_punctuation() -> None:
    for width in range(8, 30):
        for line in wrap("因为“一切”都在（这里）决定，不是吗？好、好。", width):
            assert line[0] not in "”）。，？、"
            assert line[-1] not in "“（"


@given(st.text())
@example(HOSTILE)
def test_clean_text_is_one_line_of_xml_characters_without_overrides(text: str) -> None:
    made = clean(text)
    made.encode()
    assert not set(made) & set("\x00\x07\n\r\t\u202a\u202b\u202d\u202e\u2066\u2067\ufeff\uffff")
    assert clean(made) == made


def test_what_joins_letters_is_kept() -> None:
    assert clean("نمی\u200cخواهم 👩\u200d👧") == "نمی\u200cخواهم 👩\u200d👧"


def test_the_direction_is_that_of_the_first_strong_letter() -> None:
    assert right_to_left("«1» שלום world")
    assert right_to_left("مرحبا")
    assert not right_to_left("12 apples and תפוח")
    assert not right_to_left("")


#: What makes one sign of several characters: letters of flags, and the joiner of emoji.
_JOINED = frozenset(["\u200d", *map(chr, range(0x1F1E6, 0x1F200))])


@given(TEXTS)
@example("👩‍👩‍👧‍👦 🇫🇷🇩🇪🇫")
def test_a_line_is_as_wide_as_its_parts(text: str) -> None:
    assert measure(text) >= 0
    parts = sum(map(measure, text))
    if _JOINED.isdisjoint(text):
        assert abs(measure(text) - parts) < 1e-9
    assert measure(text) < parts + 1e-9
    assert measure(text, bold=True) >= measure(text)


def test_wide_characters_take_an_em_and_marks_nothing() -> None:
    assert measure("中") == 1.0
    assert measure("e\u0301") == measure("e")
    assert measure("😀") > 1.0
    assert wcswidth("中") == 2


@pytest.mark.parametrize(
    "sign", ["👩\u200d👩\u200d👧\u200d👦", "🇫🇷", "👩🏽\u200d🚀", "❤\ufe0f\u200d🔥"]
)
def test_what_is_drawn_as_one_sign_is_as_wide_as_one(sign: str) -> None:
    assert measure(sign) == pytest.approx(max(map(measure, sign)))
    assert measure(f"a{sign}b{sign}") == pytest.approx(measure("ab") + 2 * measure(sign))


def test_letters_that_are_joined_stay_letters() -> None:
    assert measure("क\u200dक") == pytest.approx(2 * measure("क"))


def test_some_signs_are_as_long_as_a_phrase() -> None:
    assert measure("\ufdfd") == 12.0
    assert measure("\u2e3b") == 3.0
    assert measure("Ⅷ") == 1.7
