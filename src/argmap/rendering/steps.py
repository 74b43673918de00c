"""How large a step is drawn."""

from math import ceil

from argmap.model.overlay import Fate
from argmap.rendering.scene import BORDER, GAP, LEAD, LINE, SMALL, Shape, Sign, Step, foot
from argmap.rendering.text import measure
from argmap.rendering.xml_ids import xml_id


def sized(
    identifier: str,
    shape: Shape,
    sign: Sign,
    lines: tuple[str, ...],
    notes: tuple[str, ...] = (),
    heat: float | None = None,
    fate: Fate | None = None,
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
