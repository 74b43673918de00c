"""A walk through conflicts with a person at a terminal; what is answered is written at once."""

from typing import TYPE_CHECKING

import typer

from argmap.cli.annotate.ask import for_line, for_lines, on_terminal, say
from argmap.cli.common import fail
from argmap.cli.settling import Left, left, settle

if TYPE_CHECKING:
    from argmap.model import Conflict

_SIDES = {"o": "ours", "t": "theirs", "b": "both"}
_QUESTION = "o ours, t theirs, b both, h by hand, s skip, q quit"


def walked(path: str) -> Left:
    """The conflicts that are left when somebody has gone through those of a file.

    Where nobody can be asked, the command ends.
    """
    if not on_terminal():
        fail("--ask needs a terminal")
    now, number = left(path), 1
    while number <= len(now.conflicts):
        say(f"\n{now.told(number)}".rstrip())
        answer = _answer()
        if answer == "q":
            break
        if answer in ("s", ""):
            number += 1
            continue
        conflict = now.conflicts[number - 1]
        text = _by_hand(conflict) if answer == "h" else ""
        if text or answer in _SIDES:
            now = _settled(path, number, conflict, _SIDES.get(answer, ""), text)
    return now


def _answer() -> str:
    """The first letter of what somebody wants, or nothing."""
    while True:
        answer = for_line(_QUESTION, ending="").casefold()[:1]
        if answer in {*_SIDES, "h", "s", "q", ""}:
            return answer


def _by_hand(conflict: "Conflict") -> str:
    """The text that somebody writes; nothing to leave it."""
    if conflict.word in ("body", "note", "description"):
        return for_lines(needed=False)
    return for_line("What is to stand there (Enter: go back)", ending="")


def _settled(path: str, number: int, conflict: "Conflict", side: str, text: str) -> Left:
    """What is left when one conflict is settled, unless the file has another in its place now."""

    def choose(now: "tuple[Conflict, ...]") -> tuple[dict[int, str], dict[int, str]]:
        if number > len(now) or now[number - 1] != conflict:
            typer.echo("argmap: the file was changed in between; nothing was written", err=True)
            return {}, {}
        return ({}, {number: text}) if text else ({number: side}, {})

    return settle(path, choose)
