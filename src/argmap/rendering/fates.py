"""What became of a claim or an argument, as it looks: rim, dash and sign, not colour alone."""

from collections.abc import Mapping

from argmap.model.overlay import SIGN, Fate
from argmap.rendering.labels import FONT, font, lines_of
from argmap.rendering.scene import BORDER, SMALL
from argmap.rendering.theme import Theme

#: What stands before the notes at it.
SIGNS: Mapping[Fate | None, str] = {
    None: SIGN, Fate.ADDED: "+", Fate.REMOVED: "−", Fate.CHANGED: "~", Fate.MOVED: ">",
}  # fmt: skip

#: How thick the rim of a card is, in points.
RIMS: Mapping[Fate | None, float] = {
    None: BORDER, Fate.ADDED: 3.0, Fate.REMOVED: BORDER, Fate.CHANGED: 2.0, Fate.MOVED: 2.0,
}  # fmt: skip

MEANINGS: Mapping[Fate, str] = {
    Fate.ADDED: "added: only in the new version",
    Fate.REMOVED: "removed: only in the old version",
    Fate.CHANGED: "changed",
    Fate.MOVED: "moved: it stood elsewhere before",
}


def colours(fate: Fate | None, theme: Theme) -> tuple[str, str]:
    """The colour of the rim and of what is noted, and its background."""
    if fate is Fate.ADDED:
        return theme.support, theme.support_tint
    if fate is Fate.REMOVED:
        return theme.neutral, theme.neutral_tint
    return theme.note, theme.note_tint


def sign(fate: Fate | None, colour: str) -> str:
    """The sign before notes, as a label."""
    return font(lines_of([SIGNS[fate]]), SMALL, colour, f"{FONT}-Bold" if fate else "")
