"""What is drawn: boxes, steps, lines and frames with their roles and sizes, and no colours.

A scene is a view turned into the signs of the visual language. A claim is a box. An argument that
has nothing to show is one line from its premise to its target; any other gets a step, a small
node on the way at which its premises meet, its word or scheme stands and other arguments end.

Sizes are in points, for the widest of the common fonts (see `text`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Literal

from wcwidth import wcswidth

from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.rendering.options import Options
from argmap.rendering.text import clean, measure, right_to_left, shorten, wrap
from argmap.rendering.view import View
from argmap.rendering.xml_ids import xml_id

TEXT, THESIS, SMALL, TITLE = 11.0, 13.0, 9.0, 18.0  # font sizes
LINE = 1.2  # line height, in font sizes, as Graphviz spaces them without font files
PLUS = 10.0  # the width of the sign between linked premises
BAR, PAD, BORDER = 5.0, 6.0, 1.0  # a card's coloured bar, the space around its text, its line


class Sign(StrEnum):
    """What a line says."""

    FOR = "for"
    AGAINST = "against"
    EXPLAINS = "explains"
    EXCLUDES = "excludes"


class Shape(StrEnum):
    """How a step is drawn."""

    WORD = "word"  # a word that interrupts the line
    LABEL = "label"  # words in a frame of their own: a scheme, a warrant
    JOINT = "joint"  # a circle with a plus: linked premises meet that share no frame
    POINT = "point"  # a dot: only there for something to point at


@dataclass(frozen=True, slots=True)
class Box:
    """A claim. `signs` is what it does wherever it is used; `more` is what is folded below it."""

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


@dataclass(frozen=True, slots=True)
class Step:
    """The node of an argument, or of a pair of claims that exclude each other."""

    id: str
    name: str
    shape: Shape
    sign: Sign
    lines: tuple[str, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """From `tail` to `head`, both names of nodes.

    Attributes:
        tip: the end that says what the line does; one that leads into a step has none.
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


@dataclass(frozen=True, slots=True)
class Frame:
    """Linked premises side by side. It is one node: they are boxes inside of it."""

    id: str
    name: str
    sign: Sign
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn. `nodes` holds each box once, by itself or in its frame."""

    map: ArgumentMap
    nodes: tuple[Box | Frame, ...]
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    sources: tuple[int, ...]  # places in `map.sources` of those that the picture refers to
    notes: tuple[str, ...]


def scene(view: View, options: Options) -> Scene:
    """The signs for `view`, with texts wrapped at `options.wrap` columns."""
    return _Composer(view, options.wrap).scene()


class _Composer:
    """Holds what is looked up for every claim and argument while a scene is put together."""

    def __init__(self, view: View, columns: int) -> None:
        self.view = view
        self.map = view.map
        self.columns = columns
        self.theses = frozenset(view.map.theses)
        self.numbers = {source.id: at for at, source in enumerate(view.map.sources)}
        self.cited: set[int] = set()
        self.partners = {
            one.id: other for a, b in view.map.exclusions for one, other in ((a, b), (b, a))
        }
        self.disputed = {argument.target for argument in view.arguments}
        self.uses: dict[str, list[Argument]] = {}
        for argument in view.arguments:
            if argument.id not in self.partners:
                for premise in argument.premises:
                    self.uses.setdefault(premise, []).append(argument)
        self.names = {claim: f"claim-{xml_id(claim)}" for claim in view.claims}
        self.framed: dict[str, Argument] = {}
        self.first: dict[str, str] = {}
        self.ranks = self.placed()

    def scene(self) -> Scene:
        boxes = {claim: self.box(claim) for claim in self.view.claims}
        nodes: dict[str, Box | Frame] = {}
        for claim, box in boxes.items():
            if (by := self.framed.get(claim)) is None:
                nodes[box.name] = box
            elif by.id not in nodes:
                premises = tuple(boxes[premise] for premise in by.premises)
                nodes[by.id] = Frame(by.id, f"frame-{xml_id(by.id)}", sign_of(by), premises)
        steps: list[Step] = []
        lines: list[Line] = []
        for argument in self.view.arguments:
            if argument.id not in self.partners:
                step = self.step(argument)
                if step:
                    steps.append(step)
                    self.names[argument.id] = step.name
                lines.extend(self.lines(argument, step))
            elif self.partners[argument.id].id not in self.names:
                step = _sized(argument.id, Shape.WORD, Sign.EXCLUDES, ("not both",))
                self.names[argument.id] = step.name
                steps.append(step)
                lines.extend(self.exclusion(argument, step))
        cited = tuple(sorted(self.cited))
        return Scene(
            self.map, tuple(nodes.values()), tuple(steps), tuple(lines), cited, self.view.notes
        )

    def box(self, claim_id: str) -> Box:
        claim = self.map.claim[claim_id]
        thesis = claim_id in self.theses
        text = clean(claim.text)
        lines = wrap(text, self.columns)
        small = self.small(claim)
        size = THESIS if thesis else TEXT
        width = max(measure(line, bold=thesis, italic=claim.implicit) for line in lines) * size
        if small:
            width = max(width, max(map(measure, small)) * SMALL)
        signs = tuple(dict.fromkeys(sorted(map(sign_of, self.uses.get(claim_id, ())))))
        return Box(
            id=claim_id,
            name=self.names[claim_id],
            lines=tuple(lines),
            small=small,
            width=ceil(width) + 2 * (PAD + BORDER) + BAR * max(1, len(signs)),
            height=(len(lines) * size + len(small) * SMALL) * LINE + 2 * (PAD + BORDER),
            signs=signs,
            thesis=thesis,
            implicit=claim.implicit,
            aside=claim_id in self.view.aside,
            rtl=right_to_left(text),
            use=self.first.get(claim_id, ""),
        )

    def small(self, claim: Claim) -> tuple[str, ...]:
        """The line below the text: who says it, how, where, and what is folded away."""
        speakers = ", ".join(self.speakers(claim.by))
        if claim.via:
            speakers += (", " if speakers else "") + "via " + ", ".join(self.speakers(claim.via))
        parts = [
            "unstated" if claim.implicit else "",
            speakers,
            clean(claim.standing) if claim.standing != "asserted" else "",
            *self.citations(claim),
            f"weight {claim.weight:g}" if claim.weight is not None else "",
        ]
        if folded := self.view.folded.get(claim.id):
            parts.append(f"+{folded:,} below")
        return tuple(self.packed(parts))

    def packed(self, parts: Iterable[str]) -> Iterator[str]:
        """Small lines that keep each part together where a line can hold it."""
        columns = round(self.columns * TEXT / SMALL)
        line = ""
        for part in parts:
            # A quote follows its source without a dot.
            joined = f"{line}{' ' if part.startswith('“') else ' · '}{part}" if line else part
            if not part or wcswidth(joined) <= columns:
                line = joined if part else line
                continue
            if line:
                yield line
            *full, line = wrap(shorten(part, 3 * columns), columns)
            yield from full
        if line:
            yield line

    def speakers(self, names: tuple[str, ...]) -> Iterator[str]:
        return (clean(self.map.speaker.get(name, name)) for name in names)

    def citations(self, of: Claim | Argument) -> Iterator[str]:
        """The sources by number, each with the places and followed by the words quoted."""
        shown: dict[str, tuple[list[str], list[str]]] = {}
        for cite in of.cites:
            number = self.numbers.get(cite.source)
            if number is not None:
                self.cited.add(number)
            label = clean(f"[{cite.source if number is None else number + 1}]")
            places, quotes = shown.setdefault(label, ([], []))
            if cite.at:
                places.append(clean(cite.at))
            if cite.quote:
                quotes.append(f"“{clean(cite.quote)}”")
        for label, (places, quotes) in shown.items():
            yield ", ".join((label, *places)) if len(places) > 1 else " ".join((label, *places))
            yield from quotes

    def step(self, argument: Argument) -> Step | None:
        """The node of an argument, where it has something to show."""
        sign = sign_of(argument)
        joint = len(argument.premises) > 1 and argument.premises[0] not in self.framed
        word = {Sign.AGAINST: "but", Sign.EXPLAINS: "explains"}.get(sign, "")
        scheme = "" if argument.explains else clean(argument.scheme)
        details = [clean(argument.warrant), " ".join(self.citations(argument))]
        head = " ".join(filter(None, ("+" if joint else "", word)))
        disputed = argument.id in self.disputed
        if scheme or any(details):
            first = ": ".join(filter(None, (head, scheme))) if word else f"{head} {scheme}"
            shape, texts = Shape.LABEL, [first.strip(), *details]
        elif word and (joint or disputed):
            shape, texts = Shape.LABEL, [head]
        elif head:
            shape, texts = Shape.JOINT if joint else Shape.WORD, [head]
        elif disputed:
            shape, texts = Shape.POINT, []
        else:
            return None
        lines = tuple(line for text in texts if text for line in wrap(text, self.columns))
        return _sized(argument.id, shape, sign, lines)

    def placed(self) -> dict[str, int]:
        """The rank of each claim and argument: rows counted from the thesis.

        A level is a row of claims and the rows of steps above it. A step stands in the first row
        below its claim, what disputes it in the second, what disputes that in the first row of
        the next level: so the claims of a level share a row. A claim stands where it is used
        first, breadth first from the thesis; linked premises that are all new share a frame.
        """
        view = self.view
        rows = 3 if any(argument.target in self.map.argument for argument in view.arguments) else 2
        ranks: dict[str, int] = dict.fromkeys(self.map.theses, 0)
        for argument in view.arguments:
            target = ranks.setdefault(argument.target, 0)
            if argument.id in self.partners and argument.premises[0] in self.uses:
                continue
            row = target % rows
            ranks[argument.id] = target + 1 if row < 2 else target + 2
            level = target - row + rows * (1 if row < 2 else 2)
            new = [premise for premise in argument.premises if premise not in ranks]
            ranks.update(dict.fromkeys(new, level))
            self.first.update(dict.fromkeys(new, argument.id))
            if len(new) > 1 and len(new) == len(argument.premises):
                self.framed.update(dict.fromkeys(new, argument))
        return ranks

    def lines(self, argument: Argument, step: Step | None) -> Iterator[Line]:
        sign, identifier, ranks = sign_of(argument), xml_id(argument.id), self.ranks
        arrow, goal, target = f"arrow-{identifier}", self.names[argument.target], argument.target
        premises = argument.premises
        tails = [self.names[premise] for premise in premises]
        if self.framed.get(premises[0]) is argument:
            premises, tails = premises[:1], [f"frame-{identifier}"]
        if step is None:
            rise = ranks[premises[0]] - ranks[target]
            yield Line(argument.id, arrow, tails[0], goal, sign, "head", rise)
            return
        rise = ranks[argument.id] - ranks[target]
        yield Line(argument.id, arrow, step.name, goal, sign, "head", rise)
        for place, (premise, tail) in enumerate(zip(premises, tails, strict=True), 1):
            name = f"line-{identifier}.{place}"
            rise = ranks[premise] - ranks[argument.id]
            yield Line(argument.id, name, tail, step.name, sign, "", rise)

    def exclusion(self, argument: Argument, step: Step) -> Iterator[Line]:
        """One line with a bar at both ends, and its word in between."""
        upper, lower = sorted((argument.target, argument.premises[0]), key=self.ranks.__getitem__)
        one, other = self.names[lower], self.names[upper]
        height = self.ranks[lower] - self.ranks[upper]
        if self.framed.get(upper) and self.framed.get(upper) is self.framed.get(lower):
            height = -1  # nothing in one frame can stand between
        name, sign = f"arrow-{xml_id(argument.id)}", Sign.EXCLUDES
        yield Line(argument.id, f"{name}.1", one, step.name, sign, "tail", min(height, 1))
        yield Line(argument.id, f"{name}.2", step.name, other, sign, "head", min(height, 1))


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


def sign_of(argument: Argument) -> Sign:
    """What an argument does to its target."""
    if argument.explains:
        return Sign.EXPLAINS
    return Sign.FOR if argument.stance is Stance.FOR else Sign.AGAINST


def _sized(identifier: str, shape: Shape, sign: Sign, lines: tuple[str, ...]) -> Step:
    width = max((measure(line) for line in lines), default=0.0) * SMALL
    height = len(lines) * SMALL * LINE
    if shape is Shape.POINT:
        width = height = 6.0
    elif shape is Shape.JOINT:
        width = height = 18.0
    elif shape is Shape.WORD:
        width, height = ceil(width) + 6.0, height + 4.0
    else:
        width, height = ceil(width) + 14.0, height + 8.0
    return Step(identifier, f"step-{xml_id(identifier)}", shape, sign, lines, width, height)
