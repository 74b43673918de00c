from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from argmap.rendering import RenderError
from argmap.rendering.theme import CONTRAST, THEMES, Theme, contrast, luminance, own_theme, theme


def test_contrast_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert luminance("#ff0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_each_of_its_backgrounds(name: str) -> None:
    made = THEMES[name]
    for text, background in made.pairs():
        ratio = contrast(getattr(made, text), getattr(made, background))
        assert ratio >= CONTRAST, (text, background)


def test_print_has_no_colours() -> None:
    for role, colour in asdict(THEMES["print"]).items():
        red, green, blue = colour[1:3], colour[3:5], colour[5:]
        assert red == green == blue, role


def test_a_theme_of_ones_own_overrides_its_base() -> None:
    made = own_theme("mine", {"base": "dark", "support": "#9adbb5"})
    assert made.support == "#9adbb5"
    assert made.page == THEMES["dark"].page
    assert theme(made) is made


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"base": "drak"}, "did you mean `dark`"),
        ({"base": 3}, "`base` is the name"),
        ({"suport": "#000000"}, "did you mean `support`"),
        ({"ink": "red"}, "`ink` is 'red' and should be a colour"),
        ({"ink": "#eeeeee"}, "`ink` #eeeeee on `page` #ffffff has a contrast of 1.16 to 1"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said_in_plain_words(
    settings: dict[str, object], says: str
) -> None:
    with pytest.raises(RenderError, match=r"^theme `mine`: ") as caught:
        own_theme("mine", settings)
    assert says in str(caught.value)


def test_a_theme_that_is_not_there() -> None:
    with pytest.raises(RenderError, match="did you mean `light`"):
        theme("ligth")


@pytest.mark.parametrize("odd", ["two\nlines", "\x1b[31mred", "long" * 999, "", None, 3, ["light"]])
def test_messages_about_themes_are_one_plain_line(odd: Any) -> None:
    made: tuple[Callable[[], Theme], ...] = (
        lambda: theme(odd),
        lambda: own_theme("mine", {"base": odd}),
        lambda: own_theme("mine", {"ink": odd}),
        lambda: own_theme("mine", {str(odd): "#000000"}),
        lambda: own_theme(odd, {"base": "no"}),
    )
    for make in made:
        with pytest.raises(RenderError) as caught:
            make()
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 400
