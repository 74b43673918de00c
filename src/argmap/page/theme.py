"""The colours of the page: the themes of pictures as CSS variables; none is written twice."""

from collections.abc import Iterator

from argmap.rendering.theme import CONTRAST, Theme, contrast, theme

#: The variable of each role, where it is not called as the role is.
_NAMES = {"support": "for", "attack": "against", "neutral": "explains"}
_ROLES = (
    "page", "ink", "faint", "card", "border", "thesis", "thesis_ink", "thesis_faint", "support",
    "attack", "neutral", "support_tint", "attack_tint", "neutral_tint", "note", "note_tint",
)  # fmt: skip
#: What is chosen, and links: blue, in the first shade that can be read on the theme's surfaces.
_ACCENTS = ("#1d5fc4", "#8ab8ff")


def css(light: "str | Theme" = "light", dark: "str | Theme" = "dark") -> str:
    """Variables for light and dark by the system's setting or by `data-theme` at the root, and for
    paper. Each text in them is readable on each of its backgrounds, as `Theme` proves."""
    day, night, paper = (_block(theme(one)) for one in (light, dark, "print"))
    return (
        f":root {{ {day} }}\n"
        f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {night} }} }}\n'
        f':root[data-theme="dark"] {{ {night} }}\n'
        f"@media print {{ :root:root:root {{ {paper} }} }}\n"
    )


def _block(of: Theme) -> str:
    return " ".join(f"{name}: {value};" for name, value in _variables(of))


def _variables(of: Theme) -> Iterator[tuple[str, str]]:
    dark = contrast(of.page, "#000000") < contrast(of.page, "#ffffff")
    yield "color-scheme", "dark" if dark else "light"
    for role in _ROLES:
        name, _, rest = role.partition("_")
        yield "-".join(filter(None, ("-", _NAMES.get(name, name), rest))), getattr(of, role)
    # The hottest tint on which ink can be read: every tint between it and a card can be read on.
    yield "--heat", of.tint(1.0)
    yield "--accent", next((blue for blue in _ACCENTS if _legible(blue, of)), of.ink)


def _legible(blue: str, of: Theme) -> bool:
    return all(contrast(blue, surface) >= CONTRAST for surface in (of.page, of.card))
