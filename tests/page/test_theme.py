"""The colours of the page are those of the pictures, and can be read."""

import re

import pytest

from argmap.page.bundle import styles
from argmap.page.theme import css
from argmap.rendering.theme import CONTRAST, THEMES, contrast


def variables(block: str) -> dict[str, str]:
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block))


@pytest.mark.parametrize("name", THEMES)
def test_texts_can_be_read_on_each_of_their_backgrounds(name: str) -> None:
    found = variables(css(name).splitlines()[0])
    pairs = [
        ("--thesis-ink", "--thesis"),
        ("--thesis-faint", "--thesis"),
        ("--note", "--note-tint"),
    ]
    pairs += [(text, ground) for text in ("--ink", "--faint", "--for", "--against", "--explains", "--accent")
              for ground in ("--page", "--card")]  # fmt: skip
    pairs += [(f"--{sign}", f"--{sign}-tint") for sign in ("for", "against", "explains")]
    pairs += [("--ink", "--heat")]
    for text, ground in pairs:
        assert contrast(found[text], found[ground]) >= CONTRAST, (text, ground)


def test_light_and_dark_go_by_the_system_and_can_be_forced() -> None:
    light, dark, forced, paper = css().splitlines()
    assert variables(light)["--page"] == THEMES["light"].page
    assert variables(dark) == variables(forced)
    assert variables(dark)["--page"] == THEMES["dark"].page
    assert "prefers-color-scheme: dark" in dark
    assert "color-scheme: dark" in forced
    assert paper.startswith("@media print")


def test_the_styles_name_only_colours_that_there_are() -> None:
    known = {*variables(css().splitlines()[0])}
    own = set(re.findall(r"(--[\w-]+)\s*:", styles()))
    assert {*re.findall(r"var\((--[\w-]+)", styles())} <= known | own
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{]*;)", styles()), (
        "a colour has one home: the theme"
    )
