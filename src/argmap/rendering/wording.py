"""A text whose words came or went: broken into lines, measured, dressed."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from argmap.model.overlay import Run
from argmap.rendering.labels import FONT, escaped
from argmap.rendering.text import clean, columns_of, measure, wrap

#: A line of a text, run by run.
Runs: TypeAlias = tuple[tuple[Run, str], ...]


def wrapped(words: Iterable[tuple[Run, str]], columns: int) -> tuple[Runs, ...]:
    """The text in lines of at most `columns`, see `text.wrap`; nothing if there is no text."""
    letters = list(_letters(words))
    found: list[Runs] = []
    at = 0
    for line in wrap("".join(letter for _, letter in letters), columns):
        while at < len(letters) and letters[at][1] == " ":
            at += 1  # where a line ends, its space is dropped
        found.append(_runs(letters[at : at + len(line)]))
        at += len(line)
    return tuple(found) if letters else ()


def _letters(words: Iterable[tuple[Run, str]]) -> Iterator[tuple[Run, str]]:
    """Each character with its run; one space where there is white space, or where words that
    went and words that came would touch."""
    before: Run | None = None
    last, spaced = "", False
    for run, text in words:
        spaced = spaced or text[:1].isspace()
        body = clean(text)
        if body and last and (spaced or (run != before and "same" not in (run, before)
                                         and columns_of(last + body[0]) == 2)):  # fmt: skip
            yield ("same" if run != before else run), " "
        for letter in body:
            yield run, letter
        if body:
            before, last = run, body[-1]
        spaced = text[-1:].isspace() or (spaced and not body)


def _runs(letters: Iterable[tuple[Run, str]]) -> Runs:
    found: list[tuple[Run, str]] = []
    for run, letter in letters:
        if found and found[-1][0] == run:
            found[-1] = run, found[-1][1] + letter
        else:
            found.append((run, letter))
    return tuple(found)


def plain(line: Runs) -> str:
    return "".join(text for _, text in line)


def width_of(line: Runs, *, bold: bool, italic: bool) -> float:
    """The width of a line in em: what came is bold."""
    return sum(measure(text, bold=bold or run == "came", italic=italic) for run, text in line)


def dressed(line: Runs, rtl: bool, gone: str, oblique: bool) -> str:
    """A line: what went struck through in the colour `gone`, what came underlined and bold."""
    start, end = ("\u202b", "\u202c") if rtl else ("", "")
    face = f"{FONT}-BoldOblique" if oblique else f"{FONT}-Bold"
    dress = {
        "same": "{}",
        "gone": f'<FONT COLOR="{gone}"><S>{{}}</S></FONT>',
        "came": f'<FONT FACE="{face}"><U>{{}}</U></FONT>',
    }
    text = "".join(dress[run].format(escaped(text)) for run, text in line)
    return f"{start}{text}{end}<BR/>"
