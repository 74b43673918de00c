"""Questions to a person at a terminal for what the options of a command leave out.

Questions go to the error stream, so that standard output stays the answer of the command. Where
standard input is no terminal, nobody is asked: the command ends and names the option.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from argmap.cli.common import fail

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Label, Layer
    from argmap.annotation.locating import Request
    from argmap.model import ArgumentMap
    from argmap.texts import SourceText

_SHOWN = 30  # claims that are listed at once, however tall the terminal is


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
        answer = _answer(question)
    return answer


def completed(
    request: "Request",
    document: "LayerDocument",
    map: "ArgumentMap",
    texts: "Mapping[str, SourceText] | None" = None,
    others: "Sequence[Layer]" = (),
) -> "Request":
    """A request with what it lacks asked for: its target and, if it says nothing, the rest.

    Nobody is asked what to say about a target that is not there.
    """
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.locating import located

    if not request.id:
        if not on_terminal():
            fail("about what? give --claim, --argument, --source or --work")
        request = replace(request, id=for_claim(map))
    if request.body.strip() or request.labels or request.grounds:
        return request
    if request.motivation == "highlighting" or (request.quote and not request.motivation):
        return request
    if not on_terminal():
        reply = request.kind == "annotation"
        fail(f"nothing is said: give --body{' or --label' if reply else ', --label or --quote'}")
    try:
        assert document.value is not None
        located(map, request, texts or {}, [document.value, *others])
    except RefusedError as error:
        fail(str(error))
    return _said(request, document, map)


def _said(request: "Request", document: "LayerDocument", map: "ArgumentMap") -> "Request":
    """What somebody wants to say about a target."""
    from argmap.annotation.layers.model import Target
    from argmap.annotation.layers.terms import terms_of
    from argmap.annotation.layers.words import MOTIVATIONS

    if request.kind == "claim" and not request.quote and request.id in map.claim:
        quote, nth = _quote(map.claim[request.id].text, request.id)
        request = replace(request, quote=quote, nth=nth)
    if not request.motivation and request.kind != "annotation":
        given = _one_of("Why", MOTIVATIONS[:-1], "commenting")
        request = replace(request, motivation=given)
    if request.motivation in ("assessing", "tagging"):
        place = Target(request.kind, request.id, quote=request.quote).place
        labels: list[str] = []
        for label in terms_of(document).codebook.on(place):
            labels += for_label(label, label.required and request.motivation == "assessing")
        request = replace(request, labels=tuple(labels))
    need = not request.labels and request.motivation != "highlighting"
    return replace(request, body=_body(need))


def for_claim(map: "ArgumentMap") -> str:
    """The id of a claim, chosen from the outline by its number, its id, or words in it."""
    from shutil import get_terminal_size

    from argmap.model.ids import nfc

    levels = _levels(map)
    ids = list(levels)
    number = {id: at for at, id in enumerate(ids, 1)}
    words = {id: f"{map.claim[id].text} {id}".casefold() for id in ids}
    columns, rows = get_terminal_size((100, 24))
    shown = ids
    while True:
        most = min(max(rows - 4, 5), _SHOWN)
        for id in shown[:most]:
            _say(_row(number[id], levels[id], map.claim[id].text, id, columns))
        if len(shown) > most:
            _say(f"      … {len(shown) - most} more; type words to look for")
        answer = nfc(_answer("Which claim (number, id, or words to look for)"))
        if 0 < _number(answer) <= len(ids):
            return ids[_number(answer) - 1]
        if answer in number:
            return answer
        wanted = answer.casefold().split()
        found = [id for id in ids if all(word in words[id] for word in wanted)]
        if not found:
            _say("no claim has all of these words")
        shown = found or shown


def _levels(map: "ArgumentMap") -> dict[str, int]:
    """How deep each claim is nested, in reading order."""
    from argmap.model.outline import outline

    order = outline(map)
    level: dict[str, int] = {id: 0 for id, home in order.home.items() if home is None}
    for argument in order.arguments:
        level[argument.id] = level.get(argument.target, 0) + 1
        for premise in argument.premises:
            if order.home.get(premise) == argument.id:
                level[premise] = level[argument.id]
    return {id: level.get(id, 0) for id in order.claims}


def _row(number: int, level: int, text: str, id: str, columns: int) -> str:
    from wcwidth import clip, wcswidth

    from argmap.diagnostics import visible

    head = f"{number:5} {'  ' * min(level, 8)}"
    tail = f"  [{id}]"
    room = max(columns - len(head) - max(wcswidth(tail), 0) - 1, 20)
    line = visible(text)
    return head + (line if wcswidth(line) <= room else clip(line, 0, room - 1) + "…") + tail


def _quote(text: str, id: str) -> tuple[str, int]:
    """A passage of a claim, or nothing for all of it; and which of several places is meant."""
    from argmap.annotation.layers.edits import RefusedError
    from argmap.annotation.locating import passage

    quote, nth = "", 0
    while True:
        quote = quote if nth else _answer("A passage of it, copied (Enter: all of it)")
        if not quote:
            return "", 0
        try:
            passage(text, quote, nth, f"the claim `{id}`")
        except RefusedError as error:
            _say(str(error))
            several = "\n" in str(error)
            nth = _number(_answer("Which place (number)")) if several else 0
        else:
            return quote, nth


def _number(answer: str) -> int:
    """A whole number from 1, or 0 for what is none."""
    return int(answer[:12]) if answer.isascii() and answer.isdecimal() else 0


def _one_of(question: str, known: tuple[str, ...], usual: str) -> str:
    """One of a few words: by its number, by its beginning, or the usual one for nothing."""
    choices = ", ".join(f"{at} {name}" for at, name in enumerate(known, 1))
    while True:
        answer = _answer(f"{question}: {choices} (Enter: {usual})").casefold()
        if not answer:
            return usual
        found = [
            name for at, name in enumerate(known, 1) if answer == str(at) or name.startswith(answer)
        ]
        if len(found) == 1:
            return found[0]
        _say(f"write one of: {', '.join(known)}")


def for_label(label: "Label", required: bool) -> list[str]:
    """The value of a label as "NAME=VALUE", several for a set, none where it is passed over."""
    from argmap.annotation.layers.labels import Unfit, judge
    from argmap.diagnostics import visible

    _say(f"{label.name}: {visible(label.description)}" if label.description else label.name)
    choice = label.type in ("one of", "set")
    for at, (value, meaning) in enumerate(label.values.items(), 1):
        number = f"{at:5} " if choice else "      "
        _say(number + visible(f"{value}: {meaning}" if meaning else value))
    how = {
        "scale": f"{label.low:g} to {label.high:g}", "yes/no": "yes or no", "text": "a text",
        "one of": "a number or a value", "set": "numbers or values, with commas between",
    }[label.type]  # fmt: skip
    while True:
        answer = _answer(f"{label.name} ({how}{'' if required else '; Enter: none'})")
        if not answer:
            if required:
                continue
            return []
        several = answer.split(",") if label.type == "set" else [answer]
        values = [_numbered(value.strip(), label) if choice else value for value in several]
        unfit = judge(label, tuple(values) if label.type == "set" else values[0])
        if not isinstance(unfit, Unfit):
            return [f"{label.name}={value}" for value in values]
        _say(visible(f"{unfit.reason}; {unfit.mend}"))


def _numbered(answer: str, label: "Label") -> str:
    """The value of a number in the list, unless the number is itself a value."""
    values, number = list(label.values), _number(answer)
    return values[number - 1] if answer not in values and 0 < number <= len(values) else answer


def _body(needed: bool) -> str:
    """A text of several lines, ended by an empty one."""
    question = "What you say" if needed else "What you say (Enter: nothing)"
    lines = [_answer(f"{question}; an empty line ends it")]
    while needed and not lines[0]:
        lines = [_answer(question)]
    while lines[-1]:
        lines.append(_answer("", "> ", strip=False))
    return "\n".join(lines).strip()


def _answer(question: str, suffix: str = ": ", *, strip: bool = True) -> str:
    """A line that somebody types; the command ends where there are no more."""
    typer.echo(question + suffix, err=True, nl=False)
    line = sys.stdin.buffer.readline().decode(sys.stdin.encoding, "replace")
    if not line:
        typer.echo(err=True)
        raise typer.Abort
    return line.strip() if strip else line.rstrip()


def _say(text: str) -> None:
    typer.echo(text, err=True)
