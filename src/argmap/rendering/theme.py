"""Colours by role, and the proof that text in them can be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from functools import cache
from itertools import takewhile

from argmap.diagnostics import did_you_mean
from argmap.rendering.errors import RenderError
from argmap.rendering.text import clean, shorten

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")

#: WCAG 2.2, success criterion 1.4.3 (AA): text against its background.
CONTRAST = 4.5

#: Heat is drawn in so many steps: more could not be told apart.
HEAT_STEPS = 20


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a picture as `#rrggbb`; each text is readable on each of its backgrounds.

    Raises:
        RenderError: a value is no colour, or a text cannot be read.
    """

    page: str = "#ffffff"  # behind everything
    ink: str = "#1f2430"  # the text of claims and the title
    faint: str = "#5b6270"  # speakers, citations, date
    card: str = "#ffffff"
    border: str = "#b9c0cc"
    thesis: str = "#1f2a44"
    thesis_ink: str = "#ffffff"
    thesis_faint: str = "#cfd6e4"
    support: str = "#17713f"  # lines, bars and words of what speaks for a claim
    attack: str = "#b3261e"
    neutral: str = "#5b6270"  # explanations, exclusions, what only leads to the focus
    support_tint: str = "#eaf5ee"  # frames and labels of steps
    attack_tint: str = "#fcefed"
    neutral_tint: str = "#f1f3f6"
    note: str = "#6b3fa0"  # what an overlay notes, which is not part of the map
    note_tint: str = "#f3edfb"
    heat: str = "#ffc46b"  # what hot cards are tinted with, as far as `ink` can be read on it

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each pair (text, background) that a picture can hold, by the names of the roles."""
        yield from (("thesis_ink", "thesis"), ("thesis_faint", "thesis"))
        for text in ("ink", "faint"):
            yield from ((text, "page"), (text, "card"))
        for sign in ("support", "attack", "neutral"):
            yield from ((sign, "page"), (sign, "card"), (sign, f"{sign}_tint"))
            yield ("ink", f"{sign}_tint")
        yield ("note", "note_tint")

    def tint(self, heat: float) -> str:
        """The background of a card that is so hot, from 0 to 1."""
        tints = _tints(self.card, self.heat, self.ink)
        return tints[round(heat * (len(tints) - 1))]

    def legible(self, text: str, background: str) -> str:
        """`text`, a colour, or else `ink`, where only that can be read on `background`."""
        return text if contrast(text, background) >= CONTRAST else self.ink

    def __post_init__(self) -> None:
        wrong = [
            f"`{role}` is {_told(repr(value))} and should be a colour such as #1f2a44"
            for role, value in asdict(self).items()
            if not (isinstance(value, str) and _COLOUR.fullmatch(value))
        ]
        if not wrong:
            wrong = [*self._unreadable()]
        if wrong:
            raise RenderError("; ".join(wrong))

    def _unreadable(self) -> Iterator[str]:
        for text, background in self.pairs():
            one, other = getattr(self, text), getattr(self, background)
            if contrast(one, other) < CONTRAST:
                yield (
                    f"`{text}` {one} on `{background}` {other} has a contrast of "
                    f"{contrast(one, other):.2f} to 1, and {CONTRAST} is the least that can be read"
                )


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition "relative luminance")."""
    channels = (channel / 255 for channel in _channels(colour))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _tints(card: str, heat: str, ink: str) -> tuple[str, ...]:
    """Colours from `card` towards `heat`, up to the first on which `ink` could not be read."""
    ends = list(zip(_channels(card), _channels(heat), strict=True))
    shares = (step / HEAT_STEPS for step in range(HEAT_STEPS + 1))
    tints = (
        "#" + "".join(f"{round(cold + (hot - cold) * share):02x}" for cold, hot in ends)
        for share in shares
    )
    return tuple(takewhile(lambda tint: contrast(ink, tint) >= CONTRAST, tints))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition "contrast ratio")."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


THEMES: Mapping[str, Theme] = {
    "light": Theme(),
    "dark": Theme(
        page="#14171d",
        ink="#eceff4",
        faint="#a3adbd",
        card="#1f242d",
        border="#4a5364",
        thesis="#e6ebf5",
        thesis_ink="#14171d",
        thesis_faint="#434c5c",
        support="#5fce93",
        attack="#ff8b80",
        neutral="#a3adbd",
        support_tint="#17291f",
        attack_tint="#331d1c",
        neutral_tint="#262c37",
        note="#cdb4ff",
        note_tint="#2c2440",
        heat="#7d5600",
    ),
    "print": Theme(
        ink="#000000",
        faint="#404040",
        border="#7a7a7a",
        thesis="#000000",
        thesis_faint="#e0e0e0",
        support="#000000",
        attack="#000000",
        neutral="#404040",
        support_tint="#f2f2f2",
        attack_tint="#f2f2f2",
        neutral_tint="#f2f2f2",
        note="#000000",
        note_tint="#ffffff",
        heat="#b8b8b8",
    ),
    # Blue and vermilion of Okabe and Ito (2008), "Color Universal Design", darkened until they
    # can be read as text on white: these two stay apart in every common kind of colour blindness.
    "colour-blind": Theme(
        support="#00609c",
        attack="#b04a00",
        support_tint="#e8f2fa",
        attack_tint="#fdf0e6",
        note="#8a2f68",
        note_tint="#fbeef6",
        heat="#f3d54e",
    ),
}


def theme(named: "str | Theme") -> Theme:
    """A built-in theme by its name; a theme is returned as it is."""
    if isinstance(named, Theme):
        return named
    name = _told(named)
    if name not in THEMES:
        raise RenderError(f"there is no theme `{name}`; {did_you_mean(name, list(THEMES))}")
    return THEMES[name]


def own_theme(name: str, settings: Mapping[str, object]) -> Theme:
    """A project's theme: a built-in one named by `base` (light, if missing) and its overrides."""
    base = settings.get("base", "light")
    overrides = {key: value for key, value in settings.items() if key != "base"}
    roles = [role.name for role in fields(Theme)]
    unknown = [
        f"there is no role `{role}`; {did_you_mean(role, roles)}"
        for role in map(_told, overrides)
        if role not in roles
    ]
    try:
        if not isinstance(base, str):
            raise RenderError("`base` is the name of a built-in theme")
        if unknown:
            raise RenderError("; ".join(unknown))
        return Theme(**{**asdict(theme(base)), **overrides})
    except RenderError as error:
        raise RenderError(f"theme `{_told(name)}`: {error}") from None


def _told(value: object) -> str:
    """What somebody wrote, on one line and no longer than a message can hold."""
    return shorten(clean(str(value)), 60)
