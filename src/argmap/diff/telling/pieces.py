"""What sentences about edits are made of: the terminal and Markdown dress it in their own ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from argmap.diff.edits import Edit
from argmap.diff.words import Run, compared

#: How a piece is dressed: a claim that the edit is about, a claim that is only named, words that
#: went or came, nothing.
Dress = Literal["", "claim", "named", "gone", "came"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence, white space at its ends and all."""

    text: str
    dress: Dress = ""


@dataclass(frozen=True, slots=True)
class Told:
    """An edit as a person reads it: a word for what was done, a sentence, perhaps a second one,
    and what was done below it by the same stroke."""

    edit: Edit
    word: str
    pieces: Sequence[Piece]
    more: Sequence[Piece] = ()
    below: list["Told"] = field(default_factory=list)


def exchanged(before: str, after: str, between: str = " → ") -> list[Piece]:
    """What was there and what is; nothing stands for nothing."""
    sides = ([Piece(before, "gone")] if before else [], [Piece(after, "came")] if after else [])
    return joined([side for side in sides if side], between)


def worded(before: str, after: str) -> list[Piece]:
    """Word by word, or one text after the other where they have little in common."""
    runs = compared(before, after)
    same = sum(len(piece.text) for piece in runs if piece.run is Run.SAME)
    if same * 3 < min(len(before), len(after)):
        return exchanged(before, after, " ")
    dress: dict[Run, Dress] = {Run.SAME: "", Run.GONE: "gone", Run.CAME: "came"}
    return [Piece(piece.text, dress[piece.run]) for piece in runs]


def listed(pieces: Iterable[Piece], most: int = 3) -> list[Piece]:
    """``“…”, “…” and “…”``; of more than `most` the first, and how many others there are."""
    every = list(pieces)
    if len(every) > most:
        every = [*every[: most - 1], Piece(f"{len(every) - most + 1} others")]
    head = joined(([piece] for piece in every[:-1]), ", ")
    return [*head, Piece(" and "), every[-1]] if head else every


def joined(groups: Iterable[Iterable[Piece]], between: str) -> list[Piece]:
    """Groups of pieces with a text between them."""
    found: list[Piece] = []
    for group in groups:
        found += [Piece(between), *group] if found else group
    return found
