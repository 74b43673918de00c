"""Two folders of maps, compared map by map, and told."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from argmap.diagnostics import utf_8, visible
from argmap.diff.compare import Comparison, compare
from argmap.diff.json_form import VERSION, as_data
from argmap.diff.pairing import paired
from argmap.diff.report import LIMIT, as_markdown, as_text
from argmap.model import ArgumentMap


@dataclass(frozen=True)
class Pair:
    """Two versions of a map by their paths below the folders; "" and no comparison for one that
    was added or removed. `map` is the newer one that there is."""

    old: str
    new: str
    map: ArgumentMap
    comparison: Comparison | None

    @property
    def kind(self) -> str:
        """What became of the map: added, removed, renamed, changed, same."""
        if self.comparison is None:
            return "added" if self.new else "removed"
        if self.old != self.new:
            return "renamed"
        return "changed" if self.comparison.diff else "same"


def compare_folders(
    old: Mapping[str, ArgumentMap], new: Mapping[str, ArgumentMap], *, ignore_ids: bool = False
) -> Iterator[Pair]:
    """The maps of two folders by their paths; a map that was renamed is known by its claims."""
    for one, other in paired(old, new):
        both = one and other
        yield Pair(
            one, other, new[other] if other else old[one],
            compare(old[one], new[other], ignore_ids=ignore_ids) if both else None,
        )  # fmt: skip


def folders_as_text(
    pairs: Iterable[Pair], paint: Callable[[str, str], str] = lambda text, role: text,
    width: int = 100,
) -> str:  # fmt: skip
    """The diffs under the names of their maps; of maps that are the same only their number."""
    blocks, same = [], 0
    for pair in pairs:
        if pair.kind == "same":
            same += 1
            continue
        block = f"{paint(visible(_name(pair)), 'thesis')}\n"
        if pair.comparison is not None and (pair.comparison.diff or pair.kind != "renamed"):
            block += as_text(pair.comparison, paint, width)
        blocks.append(block)
    if same:
        blocks.append(f"{same} {'map is' if same == 1 else 'maps are'} the same\n")
    return "\n".join(blocks) or "no maps\n"


def folders_as_markdown(pairs: Iterable[Pair], limit: int = LIMIT) -> str:
    """The diffs for a pull request, of at most `limit` characters."""
    from argmap.texts.escaping import in_markdown

    found, left = "", 0
    for pair in pairs:
        if pair.kind == "same":
            continue
        title = _name(pair)[:200]
        room = limit - len(found) - 200
        if pair.comparison is not None and pair.comparison.diff:
            block = as_markdown(pair.comparison, title, room) if room > 1000 else ""
        else:
            block = f"### {in_markdown(title)}\n"
        if block and len(block) <= room:
            found += f"{block}\n"
        else:
            left += 1
    more = f"… and {left} more maps, left out here\n" if left else ""
    return found + more or "Nothing was changed in the arguments.\n"


def folders_as_data(pairs: Iterable[Pair]) -> dict[str, Any]:
    """``{"argmap-diff": 1, "maps": [{"kind", "old", "new", "ids", "edits"}]}``: what became of each
    map (added, removed, renamed, changed, same), with a diff as `json_form.as_data` has it; old or
    new is "" where it was not there, and such a map has no edits of its own."""
    maps = []
    for pair in pairs:
        done = as_data(pair.comparison.diff) if pair.comparison else {"ids": {}, "edits": []}
        done |= {"kind": pair.kind, "old": utf_8(pair.old), "new": utf_8(pair.new)}
        maps.append({name: done[name] for name in ("kind", "old", "new", "ids", "edits")})
    return {"argmap-diff": VERSION, "maps": maps}


def _name(pair: Pair) -> str:
    if pair.kind == "renamed":
        return f"{pair.old} → {pair.new}"
    if pair.kind in ("added", "removed"):
        count = len(pair.map.claims)
        what = f"{count} claim{'' if count == 1 else 's'}"
        return f"{pair.new or pair.old}: the map was {pair.kind} ({what})"
    return pair.new
