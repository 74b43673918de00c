"""Text in pieces that are written when it is their turn."""

from collections.abc import Iterator
from typing import TypeAlias

#: Text, or what gives it in turn: nesting takes no recursion. A list is filled while it waits.
Pieces: TypeAlias = "Iterator[str | list[str] | Pieces]"


def unfolded(pieces: Pieces) -> str:
    """The text that pieces come to."""
    done: list[str | list[str]] = []
    stack = [pieces]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str | list):
            done.append(piece)
        else:
            stack.append(piece)
    return "".join([part if isinstance(part, str) else "".join(part) for part in done])
