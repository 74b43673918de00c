"""Ids: what may be one, and how one is derived from a text where none is written."""

import re
from collections.abc import Collection
from unicodedata import category, normalize

_ASCII_ID = re.compile(r"[A-Za-z0-9_-]+")
# For each ASCII character its small letter, its digit, or a space.
_ASCII = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128))
_ASCII_TABLE = _ASCII + bytes(128)
_LENGTH = 40
_RUN = 16  # for a run of letters longer than any id: most likely a script without spaces
_ENOUGH = 80  # the beginning of a text, from which an id is derived
# Marks and letters that cannot be seen, such as the one that asks for a coloured emoji.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def nfc(id: str) -> str:
    """The form in which ids are compared: Unicode normal form C."""
    return id if id.isascii() else normalize("NFC", id)


def bad_character(id: str) -> str:
    """The first character of `id` that no id may have, or nothing."""
    if _ASCII_ID.fullmatch(id):
        return ""
    return next((char for char in id if not (char in "-_" or _lettered(char))), "")


def _lettered(char: str) -> bool:
    kind: str = category(char)
    return (kind[0] in "LN" or kind in ("Mn", "Mc")) and not _UNSEEN.match(char)


def slug(text: str) -> str:
    """The beginning of `text` as an id: words in lower case, joined by `-`."""
    text = text[:_ENOUGH]
    if text.isascii():
        joined = b"-".join(text.encode().translate(_ASCII_TABLE).split()).decode()
    else:
        folded = normalize("NFC", _UNSEEN.sub("", text.casefold()))
        letters = "".join(char if _lettered(char) else " " for char in folded)
        joined = "-".join(word for word in map(_headed, letters.split()) if word)
    if len(joined) > _LENGTH:
        joined = joined[: _LENGTH + 1].rpartition("-")[0] or joined[:_RUN]
    return joined or "claim"


def _headed(word: str) -> str:
    """`word` without marks at its head: a mark belongs to a letter before it."""
    while word and category(word[0])[0] == "M":
        word = word[1:]
    return word


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
