"""The argument as an outline, top to bottom, in the terminal or as Markdown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from argmap.diagnostics import visible
from argmap.model import Argument, ArgumentMap, Claim, Stance

#: Marks a piece of text for the terminal: (text, role) -> text. Roles: thesis, for, against, dim.
Paint = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the outline: the branches drawn before it, its role, and what it says."""

    depth: int
    last: tuple[bool, ...]  # for each level, whether its branch ends here
    role: str
    word: str
    text: str
    details: str


def outline(map: ArgumentMap) -> Iterator[Line]:
    """The lines of a map: each claim in full where it is first met, by its id after that."""
    shown: set[str] = set()
    partners = _partners(map)
    bare = {argument.id for pair in map.exclusions for argument in pair}
    tied = list(map.theses)
    for root in (*tied, *(claim.id for claim in map.claims)):
        if root in shown:
            continue
        word = "thesis" if root in map.theses else "shared"
        stack: list[tuple[Argument | str, int, tuple[bool, ...], str]] = [(root, 0, (), word)]
        while stack:
            thing, depth, last, word = stack.pop()
            nested: list[tuple[Argument | str, str]] = []
            if isinstance(thing, Argument):
                premises = thing.premises
                details = _step_details(map, thing)
                role = "for" if thing.stance is Stance.FOR else "against"
                about = [(a, _word(map, a)) for a in _sides(map, thing.id, bare)]
                if len(premises) == 1:
                    claim = premises[0]
                    again = claim in shown
                    text, more = _claim(map, claim, again, partners)
                    shown.add(claim)
                    yield Line(depth, last, role, word, text, _join(more, details))
                    nested += about
                    if not again:
                        nested += [(a, _word(map, a)) for a in _sides(map, claim, bare)]
                else:
                    yield Line(depth, last, role, word, "together:", details)
                    nested += [(premise, "premise") for premise in premises]
                    nested += about
            else:
                again = thing in shown
                text, more = _claim(map, thing, again, partners)
                shown.add(thing)
                yield Line(depth, last, word, word, text, more)
                if not again:
                    nested += [(a, _word(map, a)) for a in _sides(map, thing, bare)]
            tasks = [
                (part, depth + 1, (*last, index == len(nested) - 1), name)
                for index, (part, name) in enumerate(nested)
            ]
            stack += tasks[::-1]


def _word(map: ArgumentMap, argument: Argument) -> str:
    if argument.explains:
        return "explained by"
    if argument.target in map.argument:
        return "the step holds because" if argument.stance is Stance.FOR else "the step fails because"
    return "because" if argument.stance is Stance.FOR else "but"


def _sides(map: ArgumentMap, target: str, bare: set[str]) -> list[Argument]:
    nested = [argument for argument in map.bearing.get(target, ()) if argument.id not in bare]
    return sorted(nested, key=lambda argument: argument.stance is Stance.AGAINST)


def _partners(map: ArgumentMap) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, back in map.exclusions:
        found.setdefault(one.premises[0], []).append(one.target)
        found.setdefault(back.premises[0], []).append(back.target)
    return found


def _claim(
    map: ArgumentMap, id: str, again: bool, partners: dict[str, list[str]]
) -> tuple[str, str]:
    claim = map.claim[id]
    if again:
        return claim.text, f"[{id}, see above]"
    return claim.text, _claim_details(map, claim, partners.get(id, []))


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
    mark = f"[{claim.id}]" if map.used.get(claim.id, ())[1:] or excluded else ""
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


def as_text(map: ArgumentMap, paint: Paint = lambda text, role: text, width: int = 100) -> str:
    """The outline for a terminal of `width` columns; long claims go on under themselves."""
    from wcwidth import wrap

    rows = [paint(visible(map.title), "thesis")] if map.title else []
    for line in outline(map):
        stem = "".join("   " if last else "│  " for last in line.last[:-1])
        branch = ("└─ " if line.last[-1] else "├─ ") if line.last else ""
        below = ("   " if line.last[-1] else "│  ") if line.last else ""
        word = "" if line.depth == 0 else f"{line.word} "
        text = f"{word}{visible(line.text)}" + (f"  ({visible(line.details)})" if line.details else "")
        room = max(width - len(stem) - len(branch), 30)
        first, *rest = wrap(text, room) or [""]
        if word and first.startswith(word):
            first = paint(word, line.role) + first[len(word) :]
        elif line.depth == 0:
            first = paint(first, "thesis")
        rows.append(paint(stem + branch, "dim") + first)
        rows += [paint(stem + below, "dim") + row for row in rest]
    return "\n".join(rows) + "\n"


def as_markdown(map: ArgumentMap) -> str:
    """The outline as nested Markdown lists."""
    rows = [f"# {_escaped(map.title)}", ""] if map.title else []
    if map.description:
        rows += [_escaped(map.description), ""]
    for line in outline(map):
        word = "" if line.depth == 0 else f"*{line.word}* "
        text = f"**{_escaped(line.text)}**" if line.depth == 0 else _escaped(line.text)
        details = f" ({_escaped(line.details)})" if line.details else ""
        rows.append(f"{'  ' * line.depth}- {word}{text}{details}")
    return "\n".join(rows) + "\n"


def _escaped(text: str) -> str:
    """`text` with nothing that Markdown would take for a sign of its own."""
    return "".join("\\" + char if char in "\\`*_{}[]<>#|!~&" else char for char in visible(text))
