"""What of a map is shown: everything, down to a depth, around one claim, or one branch."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.diagnostics import did_you_mean
from argmap.model import Argument, ArgumentMap
from argmap.model.overlay import Fate, Overlay
from argmap.rendering import folding, walk
from argmap.rendering.errors import RenderError
from argmap.rendering.options import Options
from argmap.rendering.walk import Walk

_NO_MARKS = Overlay()


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a map.

    Attributes:
        claims: ids of the visible claims, nearest to the thesis first.
        arguments: those whose premises and target are all visible, targets first.
        level: steps from the thesis, for visible claims.
        folded: how many claims are hidden below a visible one.
        changed: to how many of them something was done.
        aside: claims shown only because the focus leads over them to the thesis.
        notes: what is left out, in plain words.
        removed: claims and arguments that are shown although they were removed.
    """

    map: ArgumentMap
    claims: tuple[str, ...]
    arguments: tuple[Argument, ...]
    level: Mapping[str, int]
    folded: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    removed: frozenset[str] = frozenset()

    def leads(self, argument: Argument, premise: str) -> bool:
        """Whether a premise may stand under an argument, see `walk.leads`."""
        return walk.leads(self.removed, argument, premise)


def view(argument_map: ArgumentMap, options: Options, overlay: Overlay = _NO_MARKS) -> View:
    """The part of `argument_map` that `options` ask for, and that `overlay` does not fold."""
    removed = frozenset(id for id in overlay.marks if overlay.fate(id) is Fate.REMOVED)
    reached = Walk(removed)
    aside: dict[str, int] = {}
    way: list[Argument] = []
    if options.focus:
        if options.focus not in argument_map.claim:
            hint = did_you_mean(options.focus, list(argument_map.claim))
            raise RenderError(
                f"there is no claim `{options.focus}`" + (f": {hint}" if hint else "")
            )
        reached.walk(argument_map, [options.focus])
        way = _way_up(argument_map, options.focus, removed)
        for above, argument in zip(range(-len(way), 0), way, strict=True):
            for claim in (argument.target, *argument.premises):
                if claim in argument_map.claim:
                    aside.setdefault(claim, above + (claim != argument.target))
    elif options.branch:
        if options.branch not in argument_map.argument:
            raise RenderError(f"there is no argument `{options.branch}`")
        argument = argument_map.argument[options.branch]
        reached.walk(argument_map, [argument.target], only=argument)
    else:
        reached.walk(argument_map, argument_map.theses)
        # Claims that nothing ties to a thesis stand beside it; those at the top of their own
        # small tree first, then whatever only runs in circles.
        loose = [claim.id for claim in argument_map.claims if claim.id not in reached.level]
        reached.walk(argument_map, walk.tops(argument_map, loose, removed))
        for claim in loose:
            if claim not in reached.level:
                reached.walk(argument_map, [claim])

    kept = reached.claims
    if overlay.compares and not options.all:
        found = folding.changed(argument_map, reached, overlay, options)
        kept = [claim for claim in kept if claim in found]
    depth = folding.depth([reached.level[claim] for claim in kept], options)
    shown = {claim for claim in kept if depth is None or reached.level[claim] <= depth}
    apart = frozenset(aside) - shown
    claims = (
        *(claim for claim in aside if claim in apart),
        *(c for c in reached.claims if c in shown),
    )
    visible = shown | apart
    arguments: dict[str, Argument] = {}
    for argument in (*way, *reached.arguments):
        ends = argument.target in visible or argument.target in arguments
        if ends and argument.premises and visible.issuperset(argument.premises):
            arguments[argument.id] = argument
    return View(
        map=argument_map,
        claims=claims,
        arguments=tuple(arguments.values()),
        level={claim: aside[claim] if claim in apart else reached.level[claim] for claim in claims},
        folded=folding.folded(reached, shown, reached.level),
        changed=folding.folded(reached, shown, {id for id in overlay.marks if overlay.fate(id)}),
        aside=apart,
        notes=tuple(folding.notes(len(shown), len(kept), len(reached.claims), depth, options)),
        removed=removed,
    )


def _way_up(argument_map: ArgumentMap, claim: str, removed: frozenset[str]) -> list[Argument]:
    """The arguments on a shortest way from `claim` to a thesis, the thesis' own first."""
    theses = frozenset(argument_map.theses)
    came = {claim: ""}  # claims and arguments in turn, by where they were reached from
    queue = deque([claim])
    while queue:
        at = queue.popleft()
        if at in theses:
            way = []
            while at:
                if at in argument_map.argument:
                    way.append(argument_map.argument[at])
                at = came[at]
            return way
        if at in argument_map.claim:
            onward = [
                use.id for use in argument_map.used.get(at, ()) if walk.leads(removed, use, at)
            ]
        else:
            # An argument against a step serves what the step serves.
            onward = [argument_map.argument[at].target]
        for above in onward:
            if above not in came and (
                above in argument_map.claim or above in argument_map.argument
            ):
                came[above] = at
                queue.append(above)
    return []
