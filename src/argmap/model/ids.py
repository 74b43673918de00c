"""Ids: what may be one, and how one is derived from a text where none is written."""

import re
from collections.abc import Collection
from unicodedata import category, normalize

_ASCII_ID = re.compile(r"[A-Za-z0-9_-]+")
_ASCII_WORDS = re.compile(r"[a-z0-9]+")
_LENGTH = 40
_RUN = 16  # a run of letters longer than any id is a script without spaces


def nfc(id: str) -> str:
    """The form in which ids are compared: Unicode normal form C."""
    return id if id.isascii() else normalize("NFC", id)


def bad_character(id: str) -> str:
    """The first character of `id` that no id may have, or nothing."""
    if _ASCII_ID.fullmatch(id):
        return ""
    return next((char for char in id if not (_lettered(char) or char in "-_")), "")


def _lettered(char: str) -> bool:
    return category(char)[0] in "LNM"


def slug(text: str) -> str:
    """The beginning of `text` as an id: words in lower case, joined by `-`."""
    if text.isascii():
        words = _ASCII_WORDS.findall(text.lower())
    else:
        folded = normalize("NFC", text.casefold())
        words = "".join(char if _lettered(char) else " " for char in folded).split()
    if not words:
        return "claim"
    taken = words[0] if len(words[0]) <= _LENGTH else words[0][:_RUN]
    for word in words[1:]:
        if len(taken) + len(word) >= _LENGTH:
            break
        taken += "-" + word
    return taken


class Namer:
    """Gives ids that no one has yet: the wanted one, or the first free one with a number."""

    def __init__(self, taken: Collection[str]) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def name(self, wanted: str) -> str:
        """`wanted`, or `wanted-2` and so on; taken from then on."""
        id = wanted
        number = self._next.get(wanted, 2)
        while id in self._taken:
            id = f"{wanted}-{number}"
            number += 1
        if id is not wanted:
            self._next[wanted] = number
        self._taken.add(id)
        return id

    def claim(self, text: str) -> str:
        """An id for a claim of this text."""
        return self.name(slug(text))

    def argument(self, premise: str) -> str:
        """An id for an argument whose first premise has this id."""
        return self.name(f"step-{premise}")
