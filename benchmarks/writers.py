"""The same argument as a map and as Argdown source."""

from collections.abc import Iterator

from benchmarks.argument import Argument, Claim, Item


def as_yaml(argument: Argument) -> str:
    """The argument in the map language."""
    lines = ["title: A map made up to measure with", "sources:"]
    for key, title in argument.sources.items():
        lines += [f"  {key}:", f"    title: {title}", f"    url: https://example.org/{key}"]
    lines.append("people:")
    lines += [
        f"  {key}: {{name: {name}, role: {role}}}" for key, (name, role) in argument.people.items()
    ]
    # (text, or a claim or argument still to be written; its indentation), last first
    todo: list[tuple[Claim | Item | str, int]] = [(argument.thesis, -2)]
    while todo:
        part, indent = todo.pop()
        if isinstance(part, str):
            lines.append(" " * indent + part)
        elif isinstance(part, Item):
            todo += reversed(list(_item(part, indent)))
        else:
            lines += _claim(part, indent)
            todo += reversed(list(_items(part.items, indent + 2)))
    return "\n".join(lines) + "\n"


def _claim(claim: Claim, indent: int) -> Iterator[str]:
    """The words of a claim; it is an item of a list unless it stands at the very left."""
    pad = " " * (indent + 2)
    yield (" " * indent + "- " if indent >= 0 else "") + f"claim: {claim.text}"
    if claim.named:
        yield f"{pad}id: {claim.name}"
    for word, value in claim.fields.items():
        yield f"{pad}{word}: {value}"
    if claim.cite:
        source, quote, place = claim.cite
        yield f"{pad}cites:"
        yield f"{pad}  source: {source}"
        yield f'{pad}  quote: "{quote}"'
        yield f"{pad}  at: {place}"
    if claim.note:
        yield f"{pad}note: >-"
        yield from (f"{pad}  {line}." for line in claim.note.rstrip(".").split(". "))


def _items(items: list[Item], indent: int) -> Iterator[tuple[Item | str, int]]:
    for word, supports in (("reasons:", True), ("counterpoints:", False)):
        found = [item for item in items if item.supports is supports]
        if found:
            yield word, indent
            yield from ((item, indent + 2) for item in found)


def _item(item: Item, indent: int) -> Iterator[tuple[Claim | Item | str, int]]:
    """An argument as an item of a list: a claim, a reference, or linked premises."""
    step = [(f"scheme: {item.scheme}", indent + 4)] if item.scheme else []
    if item.refs:
        yield f"- ref: {item.refs[0].name}", indent
    elif len(item.premises) == 1:
        claim = item.premises[0]
        if _bare(claim) and not step and not item.undercuts:
            yield f"- {claim.text}", indent
            return
        yield claim, indent
    else:
        yield "- premises:", indent
        yield from ((claim, indent + 4) for claim in item.premises)
    if step or item.undercuts:
        yield "step:", indent + 2
        yield from step
        yield from _items(item.undercuts, indent + 4)


def _bare(claim: Claim) -> bool:
    return not (claim.named or claim.fields or claim.cite or claim.note or claim.items)


def as_argdown(argument: Argument) -> str:
    """The argument as Argdown reads it: claims and relations; fields have no words there."""
    lines = [f"[{argument.thesis.name}]: {argument.thesis.text}"]
    todo: list[tuple[Item | Claim, int, str]] = _relations(argument.thesis.items, 2)
    steps = 0
    while todo:
        part, indent, sign = todo.pop()
        pad = " " * indent
        if isinstance(part, Claim):
            lines.append(f"{pad}{sign} [{part.name}]: {part.text}")
            todo += _relations(part.items, indent + 2)
        elif part.refs and not part.undercuts:
            lines.append(f"{pad}{sign} [{part.refs[0].name}]")
        elif len(part.premises) == 1 and not part.undercuts:
            todo.append((part.premises[0], indent, sign))
        else:
            steps += 1
            lines.append(f"{pad}{sign} <step {steps}>")
            lines += [f"{pad}  + [{claim.name}]" for claim in part.refs]
            todo += _relations(part.undercuts, indent + 2, "_")
            todo += [(claim, indent + 2, "+") for claim in reversed(part.premises)]
    return "\n".join(lines) + "\n"


def _relations(
    items: list[Item], indent: int, sign: str = ""
) -> list[tuple[Item | Claim, int, str]]:
    return [(item, indent, sign or "-+"[item.supports]) for item in reversed(items)]


def nodes_and_edges(argument: Argument) -> tuple[int, int]:
    """What a picture of the argument has where a step is a node only if it must be one."""
    items = argument.items
    stepped = [item for item in items if item.undercuts or len(item.premises) > 1]
    premises = sum(len(item.premises) + len(item.refs) for item in stepped)
    return len(argument.claims) + len(stepped), len(items) + premises
