"""Questions to a person at a terminal: for a text, a choice, the value of a label.

Questions go to the error stream, so that standard output stays the answer of the command. Where
standard input is no terminal, nobody is asked: the command ends and names the option.
"""

import sys
from typing import TYPE_CHECKING

import typer

from argmap.cli.common import FOUND, fail

if TYPE_CHECKING:
    from argmap.annotation.layers.model import Label

#: What is told to who goes away in the middle.
NOTHING_WRITTEN = "argmap: nothing was written"


def on_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin is not None and sys.stdin.isatty()


def for_text(question: str, option: str) -> str:
    """A text that has to be given.

    Where nobody can be asked, the command ends and names the option.
    """
    if not on_terminal():
        fail(f"give {option}")
    answer = ""
    while not answer:
        answer = for_line(question)
    return answer


def number_of(answer: str) -> int:
    """A whole number from 1, or 0 for what is none."""
    return int(answer[:12]) if answer.isascii() and answer.isdecimal() else 0


def for_choice(question: str, known: tuple[str, ...], usual: str) -> str:
    """One of a few words: by its number, by its beginning, or the usual one for nothing."""
    choices = ", ".join(f"{at} {name}" for at, name in enumerate(known, 1))
    while True:
        answer = for_line(f"{question}: {choices} (Enter: {usual})").casefold()
        if not answer:
            return usual
        found = [
            name for at, name in enumerate(known, 1) if answer == str(at) or name.startswith(answer)
        ]
        if len(found) == 1:
            return found[0]
        say(f"write one of: {', '.join(known)}")


def for_label(label: "Label", required: bool, ending: str = NOTHING_WRITTEN) -> list[str]:
    """The value of a label as "NAME=VALUE", several for a set, none where it is passed over."""
    from argmap.annotation.layers.labels import Unfit, judge
    from argmap.diagnostics import visible

    say(f"{label.name}: {visible(label.description)}" if label.description else label.name)
    choice = label.type in ("one of", "set")
    for at, (value, meaning) in enumerate(label.values.items(), 1):
        number = f"{at:5} " if choice else "      "
        say(number + visible(f"{value}: {meaning}" if meaning else value))
    how = {
        "scale": f"{label.low:g} to {label.high:g}", "yes/no": "yes or no", "text": "a text",
        "one of": "a number or a value", "set": "numbers or values, with commas between",
    }[label.type]  # fmt: skip
    while True:
        question = f"{label.name} ({how}{'' if required else '; Enter: none'})"
        answer = for_line(question, ending=ending)
        if not answer:
            if required:
                continue
            return []
        several = answer.split(",") if label.type == "set" else [answer]
        values = [_numbered(value.strip(), label) if choice else value for value in several]
        unfit = judge(label, tuple(values) if label.type == "set" else values[0])
        if not isinstance(unfit, Unfit):
            return [f"{label.name}={value}" for value in values]
        say(visible(f"{unfit.reason}; {unfit.mend}"))


def _numbered(answer: str, label: "Label") -> str:
    """The value of a number in the list, unless the number is itself a value."""
    values, number = list(label.values), number_of(answer)
    return values[number - 1] if answer not in values and 0 < number <= len(values) else answer


def for_lines(needed: bool) -> str:
    """A text of several lines, ended by an empty one."""
    question = "What you say" if needed else "What you say (Enter: nothing)"
    lines = [for_line(f"{question}; an empty line ends it")]
    while needed and not lines[0]:
        lines = [for_line(question)]
    while lines[-1]:
        lines.append(for_line("", "> ", strip=False))
    return "\n".join(lines).strip()


def for_line(
    question: str, suffix: str = ": ", *, strip: bool = True, ending: str = NOTHING_WRITTEN
) -> str:
    """A line that somebody types; where there are no more the command ends, with some words."""
    typer.echo(question + suffix, err=True, nl=False)
    line = sys.stdin.buffer.readline().decode(sys.stdin.encoding, "replace")
    if not line:
        typer.echo(f"\n{ending}" if ending else "", err=True)
        raise typer.Exit(FOUND)
    return line.strip() if strip else line.rstrip()


def say(text: str) -> None:
    typer.echo(text, err=True)
