"""Where each claim stands: maps are graphs to think, and trees to draw.

A claim stands where it is used first, breadth first from the thesis. Elsewhere it is pointed at:
by a line that joins neighbouring levels, within one main branch or anywhere in a small map, where
the eye can follow it; otherwise by a reference, a small box that names the claim, as one would
draw it on paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from argmap.model import Argument
from argmap.rendering.view import View

#: In maps of so few claims any line can be followed.
SMALL_MAP = 25


@dataclass(frozen=True, slots=True)
class Plan:
    """The tree in the graph.

    Attributes:
        rank: rows from the thesis, of claims and arguments. A level is a row of claims and the
            rows of steps above it: a step stands in the first row below its claim, what disputes
            it in the second, what disputes that in the first row of the next level. So the claims
            of a level share a row.
        first: the argument under which a claim stands; a thesis has none.
        framed: arguments whose linked premises all stand under them and share a frame.
        distant: premises that an argument refers to, as (argument, premise).
        partner: for each half of an exclusion the other half.
        uses: the arguments in which a claim is a premise, exclusions left out.
    """

    rank: Mapping[str, int]
    first: Mapping[str, str]
    framed: frozenset[str]
    distant: frozenset[tuple[str, str]]
    partner: Mapping[str, Argument]
    uses: Mapping[str, list[Argument]]


def plan(view: View) -> Plan:
    """Places what `view` shows, in time linear in it."""
    partner = {one.id: other for a, b in view.map.exclusions for one, other in ((a, b), (b, a))}
    uses: dict[str, list[Argument]] = {}
    for argument in view.arguments:
        if argument.id not in partner:
            for premise in filter(partial(view.leads, argument), argument.premises):
                uses.setdefault(premise, []).append(argument)

    disputed = any(argument.target in view.map.argument for argument in view.arguments)
    rows = 3 if disputed else 2
    small = len(view.claims) <= SMALL_MAP
    rank = dict.fromkeys(view.map.theses, 0)
    first: dict[str, str] = {}
    branch: dict[str, str] = {}  # of claims and arguments: the argument on a thesis above them
    framed: set[str] = set()
    distant: set[tuple[str, str]] = set()
    # What was removed gives no place to what was not: that is only referred to.
    for argument in sorted(view.arguments, key=lambda one: one.id in view.removed):
        target = rank.setdefault(argument.target, 0)
        if argument.id in partner and argument.premises[0] in uses:
            continue  # it stands where it is used for something else
        here = branch[argument.id] = branch.get(argument.target, argument.id)
        row = target % rows
        rank[argument.id] = target + 1 if row < 2 else target + 2
        level = target - row + rows * (1 if row < 2 else 2)
        under = 0
        for premise in dict.fromkeys(argument.premises):
            if premise not in rank and view.leads(argument, premise):
                rank[premise], first[premise], branch[premise] = level, argument.id, here
                under += 1
            elif (
                not view.leads(argument, premise)
                or rank[premise] != level
                or not (small or branch.get(premise) == here)
            ):
                distant.add((argument.id, premise))
                under += 1
        if under > 1 and under == len(argument.premises):
            framed.add(argument.id)
    return Plan(rank, first, frozenset(framed), frozenset(distant), partner, uses)
