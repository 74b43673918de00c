"""What of a map is folded away, so that the picture can be read, and what is told of it."""

from collections.abc import Collection, Container, Iterable, Iterator

from argmap.model import ArgumentMap
from argmap.model.overlay import Fate, Overlay
from argmap.rendering.options import Options
from argmap.rendering.walk import Walk

#: More claims than this are too many for one picture: readers lose the thread, screens the text.
READABLE = 500
#: Beside what changed so many that did not are shown, to see where it stands.
_NEIGHBOURS = 4


def changed(
    argument_map: ArgumentMap, reached: Walk, overlay: Overlay, options: Options
) -> set[str]:
    """The theses or what was asked for, what has a fate, what leads from there to the top, and
    a few neighbours."""
    found: set[str] = set()

    def keep(ids: Iterable[str]) -> None:
        work = [*ids]
        while work:
            id = work.pop()
            if id in found:
                continue
            found.add(id)
            if id in argument_map.argument:
                argument = argument_map.argument[id]
                work += (argument.target, *argument.premises)
            elif id in reached.through:
                work.append(reached.through[id].id)

    fated = [id for id in overlay.marks if overlay.fate(id)]
    keep(filter(None, (*argument_map.theses, options.focus, options.branch, *fated)))
    goals = {reached.through[id].target: None for id in fated if id in reached.through}
    goals |= {id: None for id in fated if overlay.fate(id) is Fate.ADDED}
    for goal in goals:
        beside = [one.id for one in argument_map.bearing.get(goal, ()) if one.id not in found]
        if len(beside) <= _NEIGHBOURS and len(found) < READABLE:
            keep(beside)
    return found


def depth(levels: Collection[int], options: Options) -> int | None:
    """The deepest level to show: as asked, or what keeps the picture readable."""
    if options.depth is not None or options.all or len(levels) <= READABLE:
        return options.depth
    counts: dict[int, int] = {}
    for level in levels:
        counts[level] = counts.get(level, 0) + 1
    depth, total = 0, counts.get(0, 0)
    while depth + 1 in counts and (total + counts[depth + 1] <= READABLE or depth == 0):
        depth += 1
        total += counts[depth]
    return depth


def folded(reached: Walk, shown: set[str], counted: Container[str]) -> dict[str, int]:
    """How many of the claims that are counted are hidden below a visible one."""
    found: dict[str, int] = {}
    for claim in reversed(reached.claims):
        if claim not in shown and (above := reached.above[claim]):
            count = found.get(claim, 0) + (claim in counted)
            found[above] = found.get(above, 0) + count
    return {claim: count for claim, count in found.items() if count and claim in shown}


def notes(
    shown: int, kept: int, reached: int, depth: int | None, options: Options
) -> Iterator[str]:
    asked = options.all or options.depth is not None
    # Two versions are one picture: there are no pages of it.
    part = "focus shows a part" if kept < reached else "focus or pages show a part"
    if shown == kept < reached:
        yield (
            f"{shown:,} of {reached:,} claims are drawn: what changed, and where it stands (all "
            "draws every claim)"
        )
    elif shown < reached:
        note = f"{shown:,} of {reached:,} claims are drawn, to depth {depth}"
        if not asked:
            note += f": a larger picture could not be read (all draws it, {part})"
        yield note
    if shown > READABLE and not asked:
        yield (
            f"{shown:,} claims stand on the first level or above and cannot be folded; a focus or "
            "pages make the picture smaller"
        )
