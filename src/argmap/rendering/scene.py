"""What is drawn: boxes, steps, lines and frames with their roles and sizes, and no colours.

A scene is a view turned into the signs of the visual language. A claim is a box. An argument that
has nothing to show is one line from its premise to its target; any other gets a step, a small
node on the way at which its premises meet, its word or scheme stands and other arguments end.

Sizes are in points, for the widest of the common fonts (see `text`).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.overlay import Fate, Overlay, Run
from argmap.rendering.text import right_to_left

TEXT, THESIS, SMALL, TITLE = 11.0, 13.0, 9.0, 18.0  # font sizes
LINE = 1.2  # line height, in font sizes, as Graphviz spaces them without font files
PLUS = 10.0  # the width of the sign between linked premises
BAR, PAD, BORDER = 5.0, 6.0, 1.0  # a card's coloured bar, the space around its text, its line
NOTE_PAD = 3.0  # the space around the text of a strip of notes
LEAD = 11.0  # the room of the sign before notes
GAP = 2.0  # between the words of a step and its notes, and around them
HEAT_BAR = 12.0  # the bar that says how hot a thesis is


class Sign(StrEnum):
    """What a line says."""

    FOR = "for"
    AGAINST = "against"
    EXPLAINS = "explains"
    EXCLUDES = "excludes"


def sign_of(argument: Argument) -> Sign:
    """What an argument does to its target."""
    if argument.explains:
        return Sign.EXPLAINS
    return Sign.FOR if argument.stance is Stance.FOR else Sign.AGAINST


class Shape(StrEnum):
    """How a step is drawn."""

    WORD = "word"  # a word that interrupts the line
    LABEL = "label"  # words in a frame of their own: a scheme, a warrant
    JOINT = "joint"  # a circle with a plus: linked premises meet that share no frame
    POINT = "point"  # a dot: only there for something to point at


@dataclass(frozen=True, slots=True)
class Box:
    """A claim, or a reference to one; `signs` is what it does wherever it is used.

    `notes`, `heat` (0 to 1), `fate` and `words` (its lines run by run) are what an overlay marks it
    with; `bars` is the width of the bars beside the text, `rim` that of the line around all.
    """

    id: str
    name: str
    lines: tuple[str, ...]
    small: tuple[str, ...]
    width: float
    height: float
    signs: tuple[Sign, ...] = ()
    thesis: bool = False
    implicit: bool = False
    aside: bool = False
    rtl: bool = False
    use: str = ""  # id of the argument under which it stands; others only point at it
    refers: str = ""  # where it is a reference: the name of the box of its claim
    notes: tuple[str, ...] = ()
    heat: float | None = None
    bars: float = BAR
    fate: Fate | None = None
    words: tuple[tuple[tuple[Run, str], ...], ...] = ()
    rim: float = BORDER

    @property
    def dark(self) -> bool:
        """Whether it is the dark card, whose heat is a bar and not a tint."""
        return self.thesis and not self.aside and self.fate is not Fate.REMOVED


@dataclass(frozen=True, slots=True)
class Step:
    """The node of an argument, or of a pair of claims that exclude each other.

    `notes`, `heat` (0 to 1) and `fate` are what an overlay marks it with.
    """

    id: str
    name: str
    shape: Shape
    sign: Sign
    lines: tuple[str, ...]
    width: float
    height: float
    notes: tuple[str, ...] = ()
    heat: float | None = None
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """From `tail` to `head`, both names of nodes.

    Attributes:
        tip: the end that says what the line does; one that leads into a step has none.
        word: what stands beside it, where there is no step to say it.
        rise: how many ranks the head stands above the tail. Lines that do not rise lead against
            the flow: they may not move what they join. 0 for neighbours in one rank.
    """

    id: str
    name: str
    tail: str
    head: str
    sign: Sign
    tip: Literal["head", "tail", ""]
    rise: int
    word: str = ""
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """Linked premises side by side. It is one node: they are boxes inside of it."""

    id: str
    name: str
    sign: Sign
    boxes: tuple[Box, ...]
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn. `nodes` holds each box once, by itself or in its frame."""

    map: ArgumentMap
    nodes: tuple[Box | Frame, ...]
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    sources: tuple[int, ...]  # the numbers, from 1, of the sources that the picture refers to
    notes: tuple[str, ...]
    overlay: Overlay = field(default_factory=Overlay)
    folded: bool = False  # whether claims are hidden below others

    @property
    def rtl(self) -> bool:
        """Whether the map, to judge by its title or else its first claim, runs right to left."""
        title = self.map.title or self.map.question
        return right_to_left(title) if title else bool(self.boxes) and self.boxes[0].rtl

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All boxes, those in frames too."""
        return tuple(
            box
            for node in self.nodes
            for box in (node.boxes if isinstance(node, Frame) else (node,))
        )


def small_columns(columns: int) -> int:
    """How many columns of small print take the room of so many of text."""
    return round(columns * TEXT / SMALL)


def foot(notes: tuple[str, ...]) -> float:
    """The height of a strip of notes."""
    return len(notes) * SMALL * LINE + 2 * NOTE_PAD if notes else 0.0


def frame_size(frame: Frame, sideways: bool, column: float) -> tuple[float, float, list[float]]:
    """Width and height of a frame and the middles of its boxes along the row, from its middle.

    Sideways, the boxes stand under each other and are at least `column` wide; otherwise they
    stand in a row and are equally high. A plus stands between them, space `PAD` around each.
    """
    if sideways:
        sizes = [box.height for box in frame.boxes]
        other = max(column, *(box.width for box in frame.boxes))
        plus = THESIS * LINE
    else:
        sizes = [box.width for box in frame.boxes]
        other = max(box.height for box in frame.boxes)
        plus = PLUS
    length = sum(sizes) + plus * (len(sizes) - 1) + PAD * 2 * len(sizes)
    middles, at = [], PAD - length / 2
    for size in sizes:
        middles.append(at + size / 2)
        at += size + plus + 2 * PAD
    other += 2 * PAD
    return (other, length, middles) if sideways else (length, other, middles)
