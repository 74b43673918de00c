"""From a view to a scene: which sign each claim and argument gets, and what is written on it."""

from collections.abc import Iterator

from argmap.model import Argument
from argmap.model.overlay import Overlay
from argmap.rendering.boxes import Boxes
from argmap.rendering.captions import Numbers
from argmap.rendering.marks import fate_of
from argmap.rendering.options import Options
from argmap.rendering.plan import Plan, plan
from argmap.rendering.scene import Box, Frame, Line, Scene, Shape, Sign, Step, sign_of
from argmap.rendering.steps import Steps
from argmap.rendering.view import View
from argmap.rendering.xml_ids import xml_id

_NO_MARKS = Overlay()


def compose(view: View, options: Options, overlay: Overlay = _NO_MARKS) -> Scene:
    """The signs for `view` with the marks of `overlay`, texts wrapped at `options.wrap` columns."""
    return _Composer(view, plan(view), options.wrap, overlay).scene()


class _Composer:
    """Holds what is looked up for every claim and argument while a scene is put together."""

    def __init__(self, view: View, plan: Plan, columns: int, overlay: Overlay) -> None:
        self.view = view
        self.map = view.map
        self.plan = plan
        self.overlay = overlay
        self.numbers = Numbers(view.map)
        self.of_claims = Boxes(view, plan, columns, overlay, self.numbers)
        self.of_arguments = Steps(view, plan, columns, overlay, self.numbers)
        self.names = dict(self.of_claims.names)  # of steps as well, as these are made
        self.boxes: dict[str, Box] = {}  # by name, until they are given to a node
        self.drawn: set[str] = set()  # exclusions
        self.nodes: list[Box | Frame] = []
        self.steps: list[Step] = []
        self.lines: list[Line] = []

    def scene(self) -> Scene:
        for claim in self.view.claims:
            box = self.of_claims.box(claim)
            self.boxes[box.name] = box
        for argument in self.view.arguments:
            if argument.id in self.plan.partner:
                self.exclude(argument)
            else:
                self.argue(argument)
        return Scene(
            self.map,
            (*self.nodes, *self.boxes.values()),
            tuple(self.steps),
            tuple(self.lines),
            tuple(sorted(self.numbers.cited)),
            (*self.view.notes, *self.told()),
            self.overlay,
            bool(self.view.folded),
        )

    def told(self) -> Iterator[str]:
        if not self.of_claims.detailed:
            yield (
                f"{len(self.view.claims):,} claims are drawn without speakers and citations, "
                "which stand in the tooltips"
            )
        if self.view.folded:
            shown = {*self.view.claims, *(argument.id for argument in self.view.arguments)}
            marked = [part.id for part in self.map.parts if self.counts(part.id)]
            hidden = sum(id not in shown for id in marked)
            if hidden:
                yield f"{hidden:,} of {len(marked):,} marks are folded away"

    def counts(self, id: str) -> bool:
        """Whether it is worth telling that the marks of a part are hidden."""
        return id in self.overlay.marks and not (
            self.overlay.compares and self.overlay.fate(id) is None
        )

    def argue(self, argument: Argument) -> None:
        """An argument: a line or a step with lines, and the premises that stand under it."""
        framed, fate = argument.id in self.plan.framed, fate_of(self.overlay, argument.id)
        tails = list(self.tails(argument))
        if framed:
            name = f"frame-{xml_id(argument.id)}"
            boxes = tuple(self.boxes.pop(tail) for tail in tails)
            self.nodes.append(Frame(argument.id, name, sign_of(argument), boxes, fate))
            tails = [name]
        step = self.of_arguments.step(argument, joint=len(tails) > 1)
        word = ""
        if step and step.shape is Shape.WORD and not self.of_claims.detailed:
            # Beside the line instead of on it: a step less, and a line less.
            word, step = step.lines[0], None
        sign, identifier, rank = sign_of(argument), xml_id(argument.id), self.plan.rank
        goal = self.names[argument.target]
        arrow = f"arrow-{identifier}"
        if step is None:
            rise = self.under(argument, 0) - rank[argument.target]
            self.lines.append(
                Line(argument.id, arrow, tails[0], goal, sign, "head", rise, word, fate)
            )
            return
        self.steps.append(step)
        self.names[argument.id] = step.name
        rise = rank[argument.id] - rank[argument.target]
        self.lines.append(Line(argument.id, arrow, step.name, goal, sign, "head", rise, "", fate))
        for place, tail in enumerate(tails):
            name = f"line-{identifier}.{place + 1}"
            rise = self.under(argument, place) - rank[argument.id]
            self.lines.append(Line(argument.id, name, tail, step.name, sign, "", rise, "", fate))

    def under(self, argument: Argument, place: int) -> int:
        """The rank of a premise, or of the reference to it."""
        premise = argument.premises[place]
        if (argument.id, premise) in self.plan.distant:
            return self.plan.rank[argument.id] + 1
        return self.plan.rank[premise]

    def tails(self, argument: Argument) -> Iterator[str]:
        """The names of the boxes of the premises; makes the references among them."""
        for place, premise in enumerate(argument.premises, 1):
            name = self.names[premise]
            if (argument.id, premise) in self.plan.distant:
                name = f"ref-{xml_id(argument.id)}.{place}"
                self.boxes[name] = self.of_claims.reference(premise, name, argument)
            yield name

    def exclude(self, argument: Argument) -> None:
        """One line for both halves, with a bar at both ends and its word in between.

        It joins theses; any other claim gets a reference to the one that it excludes.
        """
        if self.plan.partner[argument.id].id in self.drawn:
            return
        self.drawn.add(argument.id)
        other = self.plan.partner[argument.id]
        rank, name, sign = self.plan.rank, xml_id(argument.id), Sign.EXCLUDES
        upper, lower = sorted(
            (argument.target, argument.premises[0]), key=lambda claim: rank.get(claim, 0)
        )
        one, two = self.names[lower], self.names[upper]
        theses = {upper, lower} <= self.of_claims.theses
        referred = not theses and self.plan.first.get(lower) != argument.id
        if referred:
            one = f"ref-{name}.1"
            self.boxes[one] = self.of_claims.reference(lower, one, argument)
        step = self.of_arguments.pair(argument, other, referred)
        self.steps.append(step)
        rise, fate = 0 if theses else 1, step.fate
        self.lines += (
            Line(argument.id, f"arrow-{name}.1", one, step.name, sign, "tail", rise, "", fate),
            Line(argument.id, f"arrow-{name}.2", step.name, two, sign, "head", rise, "", fate),
        )
