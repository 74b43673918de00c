"""Lines in a file of git attributes, written and taken out again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drivers.attributes import (
    PATTERNS,
    AttributesError,
    installed,
    patterns_in,
    uninstalled,
)

FILES = (
    st.none()
    | st.binary(max_size=40)
    | st.text("*.yaml text=auto\n\r# ", max_size=60).map(str.encode)
)
ANY = st.lists(
    st.text(st.sampled_from("ab *?[]{}/.#\"'\\é動"), min_size=1, max_size=12), max_size=3
)


@given(FILES, st.lists(st.sampled_from(["a b/*.yaml", "*.x", "maps/**"]), max_size=3))
def test_what_is_installed_can_be_taken_out_to_the_byte(
    data: bytes | None, patterns: list[str]
) -> None:
    once = installed(data, PATTERNS)
    assert uninstalled(once) == data
    assert installed(once, PATTERNS) == once
    assert uninstalled(installed(once, patterns)) == data


@given(FILES, ANY)
def test_every_pattern_is_refused_or_one_line(data: bytes | None, patterns: list[str]) -> None:
    try:
        found = installed(data, patterns)
    except AttributesError:
        return
    assert found.startswith(data or b"")
    assert len(patterns_in(found)) == len(set(patterns))


def test_what_is_written_behind_the_lines_stays() -> None:
    assert uninstalled(installed(None, PATTERNS) + b"*.c text\n") == b"*.c text\n"
    assert (
        uninstalled(installed(b"*.md text", PATTERNS) + b"*.c text\n") == b"*.md text\n*.c text\n"
    )


@pytest.mark.parametrize(
    "pattern", ["", "  ", "!maps/*", "[attr]x", "maps/", "a\nb", "a\tb", "\udcff"]
)
def test_patterns_that_git_would_take_otherwise(pattern: str) -> None:
    with pytest.raises(AttributesError):
        installed(None, [pattern])


def test_half_of_the_lines_are_no_reason_to_guess() -> None:
    whole = installed(None, PATTERNS)
    for half in (whole[: whole.rindex(b"#")], whole[whole.index(b"maps") :], whole * 2):
        with pytest.raises(AttributesError, match="by hand"):
            uninstalled(half)
