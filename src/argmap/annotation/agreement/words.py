"""Figures, and who gives which value, in words for the cells of tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from argmap.annotation.agreement.figures import Figure
from argmap.annotation.layers.model import Target
from argmap.annotation.targets import named
from argmap.annotation.votes import shown

#: Names that are told in a row.
MOST_NAMES = 4


def figure(figure: Figure, percent: bool = False) -> str:
    """A figure for people; of one that is undefined a dash, whose reason stands below."""
    if figure.value is None:
        return "–"
    return f"{figure.value:.0%}" if percent else f"{figure.value:.2f}"


def said_by(raters: Mapping[Any, Sequence[str]], most: int = 0) -> str:
    """Values with who gives each: "4 (leo, maya); 2 (ana)"; of many the first `most` are named."""
    return "; ".join(
        f"{shown(value) or '∅'} ({some(who, most)})" for value, who in raters.items()
    )  # fmt: skip


def some(names: Sequence[str], most: int = MOST_NAMES) -> str:
    """Names in a row; of many the first `most` and how many there are besides. 0 is all."""
    if not most or len(names) <= most + 1:
        return ", ".join(names)
    return f"{', '.join(names[:most])} and {len(names) - most} more"


def place(target: Target) -> str:
    """A target by its id alone, beside its words."""
    return named(target) if target.kind == "layer" else target.id


def words_of(target: Target, text: str) -> str:
    """The words that a target is about; those of a passage in quotation marks."""
    return f"“{text}”" if target.quote and text else text


def undefined(figures: Iterable[tuple[str, Figure]]) -> tuple[str, ...]:
    """A line for each reason why figures are undefined, with their names."""
    by: dict[str, list[str]] = {}
    for name, one in figures:
        if one.value is None:
            by.setdefault(one.why, []).append(name)
    return tuple(f"{some(names)}: undefined: {why}" for why, names in by.items())
