"""What a merge left to settle."""

from collections.abc import Iterator

from argmap.diagnostics import Code, Diagnostic, Severity, Span
from argmap.model import Conflict
from argmap.model.graph import Extra
from argmap.yaml.document import Document
from argmap.yaml.tree import Mapping, Sequence

UNRESOLVED = Code(
    "unresolved-conflict", Severity.ERROR,
    "{what}",
    "settle it with `argmap resolve`, or write what is meant and delete this entry",
    "Two people changed the same thing in different ways, and a merge does not guess. "
    "Until somebody decides, the map has our value.",
    "claim: The zoo should close\nid: close\nweight: 0.6\nconflicts:\n  - «conflict»: changed\n"
    "    about: close\n    word: weight\n    base: 0.5\n    ours: 0.6\n    theirs: 0.4\n",
    "claim: The zoo should close\nid: close\nweight: 0.6\n",
)  # fmt: skip

CODES = (UNRESOLVED,)


def conflicts(document: Document) -> Iterator[Diagnostic]:
    """Every conflict, at its entry."""
    map, root = document.understood, document.tree.root
    block = root.get("conflicts") if type(root) is Mapping else None
    if map is None or block is None:
        return
    entries = block.items if type(block) is Sequence else [block]
    for conflict, entry in zip(map.conflicts, entries, strict=False):
        span = Span(entry.start, entry.start + 1)
        if type(entry) is Mapping and entry.keys:
            span = Span(entry.keys[0].start, entry.keys[0].end)
        yield UNRESOLVED.at(span, what=told(conflict))


def told(conflict: Conflict) -> str:
    """A conflict in one sentence."""
    about = f"`{conflict.about}`" if conflict.about else "the map"
    match conflict.kind:
        case "deleted":
            here, there = ("we", "they") if conflict.ours else ("they", "we")
            return f"{there} deleted {about}, which {here} changed or built on"
        case "moved":
            return f"both sides moved {about}, to different places"
        case "circle":
            return f"with what both sides added, {about} would support itself"
        case "one id":
            both = f"`{conflict.ours}` and `{conflict.theirs}`"
            return f"both sides gave one id to different claims, now {both}"
    sides = f"{_short(conflict.ours)} and {_short(conflict.theirs)}"
    return f"both sides changed `{conflict.word}` of {about}: {sides}"


def _short(value: Extra) -> str:
    """The beginning of a value."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if not value:
        return "nothing"
    return f"“{value}”" if len(value) <= _LENGTH else f"“{value[: _LENGTH - 1]}…”"


_LENGTH = 36
