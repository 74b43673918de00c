"""Arguments as steps: what stands on each, and how large it is."""

from math import ceil

from argmap.model import Argument
from argmap.model.overlay import Fate, Overlay
from argmap.rendering.captions import Numbers, strength
from argmap.rendering.marks import at_step, fate_of
from argmap.rendering.plan import Plan
from argmap.rendering.scene import (
    BORDER,
    GAP,
    LEAD,
    LINE,
    SMALL,
    Shape,
    Sign,
    Step,
    foot,
    sign_of,
)
from argmap.rendering.text import clean, measure, wrap
from argmap.rendering.view import View
from argmap.rendering.xml_ids import xml_id


class Steps:
    """Makes the steps of arguments, and those of pairs of claims that exclude each other."""

    def __init__(
        self, view: View, plan: Plan, columns: int, overlay: Overlay, numbers: Numbers
    ) -> None:
        self.plan = plan
        self.columns = columns
        self.overlay = overlay
        self.numbers = numbers
        self.disputed = {argument.target for argument in view.arguments}

    def step(self, argument: Argument, joint: bool) -> Step | None:
        """The node of an argument, where it has something to show."""
        sign = sign_of(argument)
        word = {Sign.AGAINST: "but", Sign.EXPLAINS: "explains"}.get(sign, "")
        scheme = "" if argument.explains else clean(argument.scheme)
        numbers = " ".join(self.numbers.cite(argument).values())
        small = " · ".join(filter(None, (strength(argument), numbers)))
        details = [clean(argument.warrant), small]
        head = " ".join(filter(None, ("+" if joint else "", word)))
        disputed = argument.id in self.disputed
        fate = fate_of(self.overlay, argument.id)
        notes, heat = at_step(self.overlay, self.columns, argument)
        if fate is Fate.REMOVED and any(
            (argument.id, premise) in self.plan.distant for premise in argument.premises
        ):
            notes = ()  # the reference says it
        marked = bool(notes) or heat is not None
        if scheme or any(details):
            first = ": ".join(filter(None, (head, scheme))) if word else f"{head} {scheme}"
            shape, texts = Shape.LABEL, [first.strip(), *details]
        elif marked or (word and (joint or disputed)):
            shape, texts = Shape.LABEL, [head]
        elif head:
            shape, texts = Shape.JOINT if joint else Shape.WORD, [head]
        elif disputed:
            shape, texts = Shape.POINT, []
        else:
            return None
        lines = tuple(line for text in texts if text for line in wrap(text, self.columns))
        return _sized(argument.id, shape, sign, lines, notes, heat, fate)

    def pair(self, argument: Argument, other: Argument, referred: bool) -> Step:
        """The step between two claims, one of which may be a reference."""
        fate = fate_of(self.overlay, argument.id, other.id)
        notes, heat = at_step(self.overlay, self.columns, argument, other)
        if referred and fate is Fate.REMOVED:
            notes = ()  # the reference says it
        shape = Shape.WORD if not notes and heat is None else Shape.LABEL
        return _sized(argument.id, shape, Sign.EXCLUDES, ("not both",), notes, heat, fate)


def _sized(
    identifier: str,
    shape: Shape,
    sign: Sign,
    lines: tuple[str, ...],
    notes: tuple[str, ...],
    heat: float | None,
    fate: Fate | None,
) -> Step:
    """The step of an argument, as large as what it says and what is noted at it."""
    width = max((measure(line) for line in lines), default=0.0) * SMALL
    height = len(lines) * SMALL * LINE
    if shape is Shape.POINT:
        width = height = 6.0
    elif shape is Shape.JOINT:
        width = height = 18.0
    elif shape is Shape.WORD:
        width, height = ceil(width) + 6.0, height + 4.0
    else:
        noted = max((measure(line) for line in notes), default=0.0) * SMALL + LEAD
        width, height = ceil(max(width, noted)) + 14.0, height + 8.0
        if notes:
            height = len(lines) * SMALL * LINE + foot(notes) + 2 * BORDER + GAP * (2 + bool(lines))
    name = f"step-{xml_id(identifier)}"
    return Step(identifier, name, shape, sign, lines, width, height, notes, heat, fate)
