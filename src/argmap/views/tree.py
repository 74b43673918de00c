"""The argument as an outline, top to bottom, in the terminal or as Markdown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.diagnostics import visible
from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.model.outline import Outline, outline
from argmap.model.overlay import Overlay
from argmap.views.notes import Notes

#: Marks a piece of text for the terminal: (text, role) -> text. Roles: thesis, for, against, dim.
Paint = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outline: the branches drawn before it, its role, and what it says.

    `claim` and `argument` are the ids of those that are at home here, if any.
    """

    last: tuple[bool, ...]  # for each level, whether its branch ends here
    role: str
    word: str
    text: str
    details: str
    claim: str = ""
    argument: str = ""

    @property
    def depth(self) -> int:
        return len(self.last)


def lines(map: ArgumentMap) -> Iterator[Line]:
    """The lines of a map: each claim in full where it is at home, elsewhere with its id."""
    order = outline(map)
    for root in (*map.theses, *order.shared):
        word = "thesis" if root in map.theses else "shared"
        stack: list[tuple[Argument | str, tuple[bool, ...], str, bool]] = [(root, (), word, True)]
        while stack:
            thing, last, word, home = stack.pop()
            nested: list[tuple[Argument | str, str, bool]] = []
            if isinstance(thing, Argument):
                role = "for" if thing.stance is Stance.FOR else "against"
                about = [(a, _word(map, a), True) for a in order.on(map, thing.id)]
                details = _step_details(map, thing)
                if len(thing.premises) == 1:
                    claim = thing.premises[0]
                    home = order.home[claim] == thing.id
                    text = _claim(map, order, claim, home, details)
                    yield Line(last, role, word, *text, claim if home else "", thing.id)
                    nested += about
                    if home:
                        nested += [(a, _word(map, a), True) for a in order.on(map, claim)]
                else:
                    yield Line(last, role, word, "together:", details, argument=thing.id)
                    nested += [(p, "premise", order.home[p] == thing.id) for p in thing.premises]
                    nested += about
            else:
                text = _claim(map, order, thing, home, "")
                yield Line(last, word, word, *text, thing if home else "")
                if home:
                    nested += [(a, _word(map, a), True) for a in order.on(map, thing)]
            stack += [
                (part, (*last, index == len(nested) - 1), name, home)
                for index, (part, name, home) in enumerate(nested)
            ][::-1]


def _word(map: ArgumentMap, argument: Argument) -> str:
    if argument.explains:
        return "explained by"
    if argument.target in map.argument:
        return (
            "the step holds because" if argument.stance is Stance.FOR else "the step fails because"
        )
    return "because" if argument.stance is Stance.FOR else "but"


def _claim(map: ArgumentMap, order: Outline, id: str, home: bool, step: str) -> tuple[str, str]:
    """The text and the details of a claim, the details of its own step behind them."""
    claim = map.claim[id]
    details = _claim_details(map, claim, order.excludes.get(id, [])) if home else f"see [{id}]"
    return claim.text, _join(details, step)


def _claim_details(map: ArgumentMap, claim: Claim, excluded: list[str]) -> str:
    by = ", ".join(map.speaker.get(name, name) for name in claim.by)
    via = ", ".join(map.speaker.get(name, name) for name in claim.via)
    parts = [
        by and f"{by}, via {via}" if via else by,
        claim.standing if claim.standing != "asserted" else "",
        "unstated" if claim.implicit else "",
        f"weight {claim.weight:g}" if claim.weight is not None else "",
        *(f"“{citation.quote}”" for citation in claim.cites if citation.quote),
    ]
    shown = " · ".join(part for part in parts if part)
    others = f"excludes {', '.join(excluded)}" if excluded else ""
    several = len(map.used.get(claim.id, ())) + (claim.id in map.theses) > 1
    mark = f"[{claim.id}]" if several else ""
    return _join(_join(shown, others), mark)


def _step_details(map: ArgumentMap, argument: Argument) -> str:
    by = ", ".join(map.speaker.get(name, name) for name in argument.by)
    parts = [
        "" if argument.explains else argument.scheme,
        f"warrant: {argument.warrant}" if argument.warrant else "",
        f"strength {argument.strength:g}" if argument.strength is not None else "",
        f"step by {by}" if by else "",
    ]
    return _join("; ".join(part for part in parts if part), "")


def _join(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def as_text(
    map: ArgumentMap,
    paint: Paint = lambda text, role: text,
    width: int = 100,
    overlay: Overlay | None = None,
) -> str:
    """The outline for a terminal of `width` columns; long claims go on under themselves.

    What `overlay` marks stands on lines of their own, under the claim or the step.
    """
    from wcwidth import wrap

    notes = Notes(map, overlay or Overlay())
    rows = [paint(visible(map.title), "thesis")] if map.title else []
    for line in lines(map):
        stem = "".join("   " if last else "│  " for last in line.last[:-1])
        branch = ("└─ " if line.last[-1] else "├─ ") if line.last else ""
        below = ("   " if line.last[-1] else "│  ") if line.last else ""
        word = "" if line.depth == 0 else f"{line.word} "
        text = f"{word}{visible(line.text)}" + (
            f"  ({visible(line.details)})" if line.details else ""
        )
        room = max(width - len(stem) - len(branch), 30)
        first, *rest = wrap(text, room, break_on_hyphens=False) or [""]
        if word and first.startswith(word):
            first = paint(word, line.role) + first[len(word) :]
        elif line.depth == 0:
            first = paint(first, "thesis")
        rows.append(paint(stem + branch, "dim") + first)
        rows += [paint(stem + below, "dim") + row for row in rest]
        for note in notes.at(line):
            shown = wrap(visible(note), room, break_on_hyphens=False)
            rows += [paint(stem + below + row, "dim") for row in shown]
    return "\n".join(rows) + "\n"


def as_markdown(map: ArgumentMap, overlay: Overlay | None = None) -> str:
    """The outline as nested Markdown lists; what `overlay` marks stands on lines of their own."""
    from argmap.texts.escaping import in_markdown

    notes = Notes(map, overlay or Overlay())
    rows = [f"# {in_markdown(map.title)}", ""] if map.title else []
    if map.description:
        rows += [in_markdown(map.description), ""]
    for line in lines(map):
        word = "" if line.depth == 0 else f"*{line.word}* "
        text = f"**{in_markdown(line.text)}**" if line.depth == 0 else in_markdown(line.text)
        details = f" ({in_markdown(line.details)})" if line.details else ""
        shown = [f"{word}{text}{details}", *(in_markdown(note) for note in notes.at(line))]
        rows.append(f"{'  ' * line.depth}- " + f"\\\n{'  ' * line.depth}  ".join(shown))
    return "\n".join(rows) + "\n"
