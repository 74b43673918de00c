"""What a request is answered that cannot be done."""

from typing import Any


class Refused(Exception):  # noqa: N818 - an answer, not a mistake in the program
    """An answer with another status than 200: a message for people, and what else is to be told."""

    def __init__(self, status: int, message: str, remedy: str = "", **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.data = {"message": message, **({"remedy": remedy} if remedy else {}), **more}


class Changed(Refused):
    """Somebody else changed in between what was to be changed."""

    def __init__(self, message: str, **more: Any) -> None:
        super().__init__(409, message, **more)
