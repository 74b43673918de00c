"""What the options of a command leave out of an annotation, asked for: its target, what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.cli.annotate import ask
from argmap.cli.common import fail

if TYPE_CHECKING:
    from argmap.annotation.layers.documents import LayerDocument
    from argmap.annotation.layers.model import Layer
    from argmap.annotation.locating import Request
    from argmap.model import ArgumentMap
    from argmap.texts import SourceText

_SHOWN = 30  # claims that are listed at once, however tall the terminal is


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
        if not ask.on_terminal():
            fail("about what? give --claim, --argument, --source or --work")
        request = replace(request, id=_claim(map))
    if request.body.strip() or request.labels or request.grounds:
        return request
    if request.motivation == "highlighting" or (request.quote and not request.motivation):
        return request
    if not ask.on_terminal():
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
        given = ask.for_choice("Why", MOTIVATIONS[:-1], "commenting")
        request = replace(request, motivation=given)
    if request.motivation in ("assessing", "tagging"):
        place = Target(request.kind, request.id, quote=request.quote).place
        labels: list[str] = []
        for label in terms_of(document).codebook.on(place):
            labels += ask.for_label(label, label.required and request.motivation == "assessing")
        request = replace(request, labels=tuple(labels))
    need = not request.labels and request.motivation != "highlighting"
    return replace(request, body=ask.for_lines(need))


def _claim(map: "ArgumentMap") -> str:
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
            ask.say(_row(number[id], levels[id], map.claim[id].text, id, columns))
        if len(shown) > most:
            ask.say(f"      … {len(shown) - most} more; type words to look for")
        answer = nfc(ask.for_line("Which claim (number, id, or words to look for)"))
        if 0 < ask.number_of(answer) <= len(ids):
            return ids[ask.number_of(answer) - 1]
        if answer in number:
            return answer
        wanted = answer.casefold().split()
        found = [id for id in ids if all(word in words[id] for word in wanted)]
        if not found:
            ask.say("no claim has all of these words")
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
        quote = quote if nth else ask.for_line("A passage of it, copied (Enter: all of it)")
        if not quote:
            return "", 0
        try:
            passage(text, quote, nth, f"the claim `{id}`")
        except RefusedError as error:
            ask.say(str(error))
            several = "\n" in str(error)
            nth = ask.number_of(ask.for_line("Which place (number)")) if several else 0
        else:
            return quote, nth
