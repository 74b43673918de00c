"""What matching two versions gives: pairs of claims, and why they are one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Evidence(str, Enum):
    """Why two claims are one: their id (and text or surroundings that do not speak against it),
    the same text, texts and surroundings that are alike, or nothing but the place."""

    ID = "id"
    TEXT = "text"
    SIMILAR = "similar"
    PLACE = "place"

    __hash__ = str.__hash__  # equal to its text, so hashed as its text


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the old version and the same claim in the new one, by their ids.

    `text` is how alike their texts are and `context` how much of their surroundings they share;
    `confidence` weighs both and the evidence. All are 0 to 1.
    """

    old: str
    new: str
    evidence: Evidence
    confidence: float
    text: float
    context: float


@dataclass(frozen=True)
class Matching:
    """The matches of two versions in the order of the old one; a claim is in one at most."""

    matches: tuple[Match, ...]

    @cached_property
    def by_old(self) -> Mapping[str, Match]:
        """The match of each claim of the old version that has one, by its id."""
        return {match.old: match for match in self.matches}

    @cached_property
    def new_of(self) -> Mapping[str, str]:
        """From id in the old version to id in the new."""
        return {match.old: match.new for match in self.matches}

    @cached_property
    def old_of(self) -> Mapping[str, str]:
        """From id in the new version to id in the old."""
        return {match.new: match.old for match in self.matches}
