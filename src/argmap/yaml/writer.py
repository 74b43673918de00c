"""Map to canonical text. The law: reading what is written gives the map, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass

from argmap.model import (
    Argument,
    ArgumentMap,
    Citation,
    Claim,
    Conflict,
    Person,
    Reference,
    Stance,
)
from argmap.model.graph import Extra
from argmap.model.outline import Outline, arrange
from argmap.yaml.scalars import block, scalar

#: Text still to write: a line, or a thing to be unfolded into lines (last in, first out).
_Task = str | tuple[str, int, str | Argument]


def write(map: ArgumentMap) -> str:
    """The canonical YAML of a map.

    Ids are written where something refers to them, or where the derived one would differ.
    """
    return _Writer(map, *arrange(map)).text()


@dataclass
class _Writer:
    map: ArgumentMap
    order: Outline
    written: set[str]

    def text(self) -> str:
        map, lines = self.map, []
        for word in ("argmap", "title", "question", "description"):
            lines += _field(word, getattr(map, word), 0)
        lines += _field("authors", map.authors, 0)
        for word in ("date", "language"):
            lines += _field(word, getattr(map, word), 0)
        lines += _field("keywords", map.keywords, 0)
        lines += _entries("people", map.people) + _entries("sources", map.sources)
        if len(map.theses) == 1:
            lines += self._unfold(self._claim(map.theses[0], 0))
        else:
            lines.append("claims:")
            for id in map.theses:
                lines += self._unfold(_item(self._claim(id, 4), 2))
        if self.order.shared:
            lines.append("shared:")
            for id in self.order.shared:
                lines += self._unfold(_item(self._claim(id, 4), 2))
        lines += conflict_lines(map.conflicts)
        return "\n".join(lines) + "\n"

    def _unfold(self, tasks: list[_Task]) -> list[str]:
        lines: list[str] = []
        rest = tasks[::-1]
        while rest:
            task = rest.pop()
            if isinstance(task, str):
                lines.append(task)
            else:
                rest += self._expand(*task)[::-1]
        return lines

    def _expand(self, what: str, indent: int, thing: str | Argument) -> list[_Task]:
        if what == "on":
            id = thing if isinstance(thing, str) else thing.id
            tasks: list[_Task] = []
            nested = self.order.on(self.map, id)
            for word, stance in (("reasons", Stance.FOR), ("counterpoints", Stance.AGAINST)):
                side = [argument for argument in nested if argument.stance is stance]
                if side:
                    tasks.append(" " * indent + word + ":")
                    tasks += [("argument", indent + 2, argument) for argument in side]
            return tasks
        if isinstance(thing, Argument):
            return self._argument(thing, indent)
        return (
            self._premise(thing, indent)
            if what == "premise"
            else [" " * indent + f"- ref: {scalar(thing)}"]
        )

    def _argument(self, argument: Argument, indent: int) -> list[_Task]:
        inner = indent + 2
        step = self._step(argument, inner)
        premises = argument.premises
        if len(premises) > 1:
            tasks: list[_Task] = [" " * inner + "premises:"]
            # A claim that stands twice in one block is at home in the first place only.
            for index, premise in enumerate(premises):
                here = (
                    self.order.home.get(premise) == argument.id and premise not in premises[:index]
                )
                tasks.append(("premise" if here else "ref", inner + 2, premise))
            return _item([*tasks, *step], indent)
        if self.order.home.get(premises[0]) == argument.id:
            claim = self._claim(premises[0], inner, step)
            if len(claim) == 1:
                return [" " * indent + "- " + scalar(self.map.claim[premises[0]].text)]
            return _item(claim, indent)
        return _item([" " * inner + f"ref: {scalar(premises[0])}", *step], indent)

    def _premise(self, id: str, indent: int) -> list[_Task]:
        claim = self._claim(id, indent + 2)
        if len(claim) == 1:
            return [" " * indent + "- " + scalar(self.map.claim[id].text)]
        return _item(claim, indent)

    def _claim(self, id: str, indent: int, step: list[_Task] | None = None) -> list[_Task]:
        claim = self.map.claim[id]
        tasks: list[_Task] = [*_field("claim", claim.text, indent)]
        if id in self.written:
            tasks.append(" " * indent + f"id: {scalar(id)}")
        tasks += _details(claim, indent)
        tasks += _field("excludes", tuple(self.order.excludes.get(id, ())), indent)
        tasks += step or []
        if self.order.on(self.map, id):
            tasks.append(("on", indent, id))
        return tasks

    def _step(self, argument: Argument, indent: int) -> list[_Task]:
        inner = indent + 2
        tasks: list[_Task] = []
        if argument.id in self.written:
            tasks.append(" " * inner + f"id: {scalar(argument.id)}")
        tasks += _details(argument, inner)
        if self.order.on(self.map, argument.id):
            tasks.append(("on", inner, argument))
        return [" " * indent + "step:", *tasks] if tasks else []


def _item(tasks: list[_Task], indent: int) -> list[_Task]:
    """A block as an item of a list: its first line takes the dash."""
    first = tasks[0]
    assert isinstance(first, str)
    return [" " * indent + "- " + first[indent + 2 :], *tasks[1:]]


def _details(owner: Claim | Argument, indent: int) -> list[str]:
    """The simple fields of a claim or a step, in the order of the language's tables."""
    lines = []
    for word in (
        "by", "via", "kind", "basis", "scheme", "warrant", "implicit", "standing", "weight",
        "strength",
    ):  # fmt: skip
        lines += _field(word, getattr(owner, word, ""), indent)
    lines += _cites(owner.cites, indent)
    lines += _field("tags", getattr(owner, "tags", ""), indent)
    return lines + _field("note", owner.note, indent)


def _field(word: str, value: object, indent: int) -> list[str]:
    pad = " " * indent + word + ":"
    if isinstance(value, bool):
        return [pad + " true"] if value else []
    if isinstance(value, float):
        return [f"{pad} {value:g}" if float(f"{value:g}") == value else f"{pad} {value!r}"]
    if isinstance(value, str) and value:
        shown = block(value, indent + 2) if "\n" in value else scalar(value)
        return f"{pad} {shown}".split("\n")
    if isinstance(value, tuple) and value:
        if len(value) == 1:
            return [f"{pad} {scalar(value[0])}"]
        return [f"{pad} [{', '.join(scalar(item, flow=True) for item in value)}]"]
    return []


def _cites(cites: tuple[Citation, ...], indent: int) -> list[str]:
    if not cites:
        return []
    pad = " " * indent
    if len(cites) == 1 and not (cites[0].quote or cites[0].at or cites[0].note):
        return [f"{pad}cites: {scalar(cites[0].source)}"]
    lines = [pad + "cites:"]
    inner = indent + (2 if len(cites) == 1 else 4)
    for citation in cites:
        block_lines = [
            line
            for word in ("source", "quote", "at", "note")
            for line in _field(word, getattr(citation, word), inner)
        ]
        if len(cites) > 1:
            block_lines[0] = pad + "  - " + block_lines[0].lstrip()
        lines += block_lines
    return lines


def _entries(word: str, entries: tuple[Reference, ...] | tuple[Person, ...]) -> list[str]:
    lines = [word + ":"] if entries else []
    for entry in entries:
        known = ("title", "author", "date", "url", "file", "name", "role")
        fields = [line for name in known for line in _field(name, getattr(entry, name, ""), 4)]
        fields += _extra(entry.extra, 4)
        lines += [f"  {scalar(entry.id)}:", *fields] if fields else [f"  {scalar(entry.id)}: {{}}"]
    return lines


def conflict_lines(conflicts: tuple[Conflict, ...]) -> list[str]:
    """The block `conflicts`, as it stands at the end of a map; no lines where there are none."""
    lines = ["conflicts:"] if conflicts else []
    for conflict in conflicts:
        lines.append(f"  - conflict: {scalar(conflict.kind)}")
        for word in ("about", "among", "word", "base", "ours", "theirs"):
            value = getattr(conflict, word)
            known = isinstance(value, str)
            lines += _field(word, value, 4) if known else [f"    {word}: {_flow(value)}"]
    return lines


def _extra(extra: Mapping[str, Extra], indent: int) -> list[str]:
    """Fields of the user's own; nested ones in brackets, on one line."""
    pad = " " * indent
    return [f"{pad}{scalar(key)}: {_flow(value)}" for key, value in extra.items()]


def _flow(value: Extra) -> str:
    if isinstance(value, str):
        return scalar(value, flow=True) if value else '""'
    if isinstance(value, list):
        return f"[{', '.join(_flow(item) for item in value)}]"
    return f"{{{', '.join(f'{scalar(k, flow=True)}: {_flow(v)}' for k, v in value.items())}}}"
