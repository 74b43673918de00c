"""What of a map is shown: everything, down to a depth, around one claim, or one branch."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from argmap.diagnostics import did_you_mean
from argmap.model import Argument, ArgumentMap
from argmap.rendering.errors import RenderError
from argmap.rendering.options import Options

#: More claims than this are too many for one picture: readers lose the thread, screens the text.
READABLE = 500


@dataclass(frozen=True, slots=True)
class View:
    """The visible part of a map.

    Attributes:
        claims: ids of the visible claims, nearest to the thesis first.
        arguments: those whose premises and target are all visible, targets first.
        level: steps from the thesis, for visible claims.
        folded: how many claims are hidden below a visible one.
        aside: claims shown only because the focus leads over them to the thesis.
        notes: what is left out, in plain words.
    """

    map: ArgumentMap
    claims: tuple[str, ...]
    arguments: tuple[Argument, ...]
    level: Mapping[str, int]
    folded: Mapping[str, int] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Reached:
    """A walk from the thesis downwards, breadth first: `claims` and `arguments` in that order."""

    level: dict[str, int] = field(default_factory=dict)
    above: dict[str, str] = field(default_factory=dict)
    claims: list[str] = field(default_factory=list)
    arguments: list[Argument] = field(default_factory=list)

    def claim(self, claim: str, level: int, above: str) -> bool:
        if claim in self.level:
            return False
        self.level[claim] = level
        self.above[claim] = above
        self.claims.append(claim)
        return True

    def walk(
        self, argument_map: ArgumentMap, start: Iterable[str], only: Argument | None = None
    ) -> None:
        """Follow what bears on the claims of `start`; on these themselves only `only`, if given."""
        queue: deque[tuple[str, int, str]] = deque()  # claim or argument, level, claim above
        for claim in start:
            if self.claim(claim, 0, "") and only is None:
                queue.append((claim, 0, claim))
        pending = [only] if only else []
        level, above = 0, only.target if only else ""
        while queue or pending:
            if queue:
                target, level, above = queue.popleft()
                pending.extend(argument_map.bearing.get(target, ()))
            for argument in pending:
                self.arguments.append(argument)
                for premise in argument.premises:
                    if premise in argument_map.claim and self.claim(premise, level + 1, above):
                        queue.append((premise, level + 1, premise))
                if argument.id in argument_map.bearing and argument.premises:
                    # What bears on a step is nested under its first premise and folds with it.
                    queue.append((argument.id, level + 1, argument.premises[0]))
            pending.clear()


def view(argument_map: ArgumentMap, options: Options) -> View:
    """The part of `argument_map` that `options` ask for."""
    reached = _Reached()
    aside: dict[str, int] = {}
    way: list[Argument] = []
    if options.focus:
        if options.focus not in argument_map.claim:
            hint = did_you_mean(options.focus, list(argument_map.claim))
            raise RenderError(
                f"there is no claim `{options.focus}`" + (f": {hint}" if hint else "")
            )
        reached.walk(argument_map, [options.focus])
        way = _way_up(argument_map, options.focus)
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
        reached.walk(argument_map, [claim for claim in loose if claim not in argument_map.used])
        for claim in loose:
            if claim not in reached.level:
                reached.walk(argument_map, [claim])

    depth = _depth(reached, options)
    shown = {claim for claim in reached.claims if depth is None or reached.level[claim] <= depth}
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
        folded=_folded(reached, shown),
        aside=apart,
        notes=tuple(_notes(len(shown), len(reached.claims), depth, options)),
    )


def _way_up(argument_map: ArgumentMap, claim: str) -> list[Argument]:
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
            onward = [argument.id for argument in argument_map.used.get(at, ())]
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


def _depth(reached: _Reached, options: Options) -> int | None:
    """The deepest level to show: as asked, or what keeps the picture readable."""
    if options.depth is not None or options.all or len(reached.claims) <= READABLE:
        return options.depth
    counts: dict[int, int] = {}
    for level in reached.level.values():
        counts[level] = counts.get(level, 0) + 1
    depth, total = 0, counts.get(0, 0)
    while depth + 1 in counts and (total + counts[depth + 1] <= READABLE or depth == 0):
        depth += 1
        total += counts[depth]
    return depth


def _folded(reached: _Reached, shown: set[str]) -> dict[str, int]:
    folded: dict[str, int] = {}
    for claim in reversed(reached.claims):
        if claim not in shown and (above := reached.above[claim]):
            folded[above] = folded.get(above, 0) + 1 + folded.get(claim, 0)
    return {claim: count for claim, count in folded.items() if claim in shown}


def _notes(shown: int, reached: int, depth: int | None, options: Options) -> Iterator[str]:
    asked = options.all or options.depth is not None
    if shown < reached:
        note = f"{shown:,} of {reached:,} claims are drawn, to depth {depth}"
        if not asked:
            note += (
                ": a larger picture could not be read (all draws it, focus or pages show a part)"
            )
        yield note
    if shown > READABLE and not asked:
        yield (
            f"{shown:,} claims stand on the first level or above and cannot be folded; a focus or "
            "pages make the picture smaller"
        )
