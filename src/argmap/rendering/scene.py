"""What is drawn: boxes, steps, lines and frames with their roles and sizes, and no colours.

A scene is a view turned into the signs of the visual language. A claim is a box. An argument that
has nothing to show is one line from its premise to its target; any other gets a step, a small
node on the way at which its premises meet, its word or scheme stands and other arguments end.

Sizes are in points, for the widest of the common fonts (see `text`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.rendering.options import Options
from argmap.rendering.text import clean, measure, right_to_left, shorten, wrap
from argmap.rendering.view import View
from argmap.rendering.xml_ids import xml_id

TEXT, THESIS, SMALL, TITLE = 11.0, 13.0, 9.0, 18.0  # font sizes
LINE = 1.2  # line height, in font sizes, as Graphviz spaces them without font files
BAR, PAD = 5.0, 6.0  # the coloured bar of a card, the space around its text


class Sign(str, Enum):
    """What a line says."""

    FOR = "for"
    AGAINST = "against"
    EXPLAINS = "explains"
    EXCLUDES = "excludes"


class Shape(str, Enum):
    """How a step is drawn."""

    WORD = "word"  # a word that interrupts the line
    LABEL = "label"  # words in a frame of their own: a scheme, a warrant
    JOINT = "joint"  # a circle with a plus: linked premises meet
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
        ends: whether it has a head that says what it does; if not, it leads into a step.
        ranks: how many ranks it spans; a level is two ranks, or three where steps are disputed.
        upward: whether the layout may let it decide which node stands nearer to the thesis; not
            where that would close a circle.
        beside: whether both nodes belong into one rank.
    """

    id: str
    name: str
    tail: str
    head: str
    sign: Sign
    ends: bool
    ranks: int = 1
    upward: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Linked premises that are used for nothing else."""

    id: str
    name: str
    sign: Sign
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    map: ArgumentMap
    boxes: tuple[Box, ...]
    steps: tuple[Step, ...]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...]
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
        self.circular = _circular(view, self.partners)
        self.level_ranks = 3 if any(a.target in self.map.argument for a in view.arguments) else 2
        self.offsets: dict[str, int] = {}  # ranks between a step and the level of its target

    def scene(self) -> Scene:
        boxes = tuple(map(self.box, self.view.claims))
        frames = tuple(self.frames())
        framed = {name for frame in frames for name in frame.boxes}
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
                lines.extend(self.exclusion(argument, step, framed))
        cited = tuple(sorted(self.cited))
        return Scene(self.map, boxes, tuple(steps), tuple(lines), frames, cited, self.view.notes)

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
            width=width + 2 * PAD + BAR * max(1, len(signs)),
            height=(len(lines) * size + len(small) * SMALL) * LINE + 2 * PAD,
            signs=signs,
            thesis=thesis,
            implicit=claim.implicit,
            aside=claim_id in self.view.aside,
            rtl=right_to_left(text),
        )

    def small(self, claim: Claim) -> tuple[str, ...]:
        """The line below the text: who says it, how, where, and what is folded away."""
        parts = ["unstated"] if claim.implicit else []
        speakers = ", ".join(self.speakers(claim.by))
        if claim.via:
            speakers += (", " if speakers else "") + "via " + ", ".join(self.speakers(claim.via))
        parts.append(speakers)
        if claim.standing != "asserted":
            parts.append(clean(claim.standing))
        parts.append(self.citations(claim))
        if claim.weight is not None:
            parts.append(f"weight {claim.weight:g}")
        if more := self.view.folded.get(claim.id):
            parts.append(f"+{more:,} below")
        text = " · ".join(part for part in parts if part)
        if not text:
            return ()
        columns = round(self.columns * TEXT / SMALL)
        lines = wrap(shorten(text, 2 * columns - 6), columns)
        return tuple(line.strip(" ·") for line in lines)

    def speakers(self, names: tuple[str, ...]) -> Iterator[str]:
        return (clean(self.map.speaker.get(name, name)) for name in names)

    def citations(self, of: Claim | Argument) -> str:
        """The sources by number, each with its place and the words quoted."""
        shown: dict[str, list[str]] = {}
        for cite in of.cites:
            number = self.numbers.get(cite.source)
            if number is not None:
                self.cited.add(number)
            label = f"[{cite.source if number is None else number + 1}]"
            quote = f"“{shorten(clean(cite.quote), self.columns)}”" if cite.quote else ""
            shown.setdefault(clean(label), []).extend(filter(None, (clean(cite.at), quote)))
        return " ".join(" ".join((label, *details)) for label, details in shown.items())

    def step(self, argument: Argument) -> Step | None:
        """The node of an argument, where it has something to show."""
        sign = sign_of(argument)
        linked = len(argument.premises) > 1
        word = {Sign.AGAINST: "but", Sign.EXPLAINS: "explains"}.get(sign, "")
        scheme = "" if argument.explains else clean(argument.scheme)
        details = [clean(argument.warrant), self.citations(argument) if argument.cites else ""]
        head = " ".join(filter(None, ("+" if linked else "", word)))
        disputed = argument.id in self.disputed
        if scheme or any(details):
            first = ": ".join(filter(None, (head, scheme))) if word else f"{head} {scheme}"
            shape, texts = Shape.LABEL, [first.strip(), *details]
        elif word and (linked or disputed):
            shape, texts = Shape.LABEL, [head]
        elif head:
            shape, texts = Shape.JOINT if linked else Shape.WORD, [head]
        elif disputed:
            shape, texts = Shape.POINT, []
        else:
            return None
        lines = tuple(line for text in texts if text for line in wrap(text, self.columns))
        return _sized(argument.id, shape, sign, lines)

    def lines(self, argument: Argument, step: Step | None) -> Iterator[Line]:
        sign, name = sign_of(argument), xml_id(argument.id)
        above = self.offsets.get(argument.target, 0)  # 0 for a claim
        rest = self.level_ranks - above
        target = self.names[argument.target]
        if step is None:
            (premise,) = argument.premises
            upward = (argument.id, premise) not in self.circular
            yield Line(
                argument.id, f"arrow-{name}", self.names[premise], target, sign, True, rest, upward
            )
            return
        # Steps stand one rank below a claim. What disputes a step stands one rank further, and
        # what disputes that in the next level, so that the claims of a level stay in one row.
        own = 1 if above != 1 else 2
        self.offsets[argument.id] = own
        yield Line(
            argument.id,
            f"arrow-{name}",
            step.name,
            target,
            sign,
            True,
            1 if above < 2 else rest + 1,
        )
        for place, premise in enumerate(argument.premises, 1):
            yield Line(
                argument.id,
                f"line-{name}.{place}",
                self.names[premise],
                step.name,
                sign,
                False,
                self.level_ranks - own,
                (argument.id, premise) not in self.circular,
            )

    def exclusion(self, argument: Argument, step: Step, framed: set[str]) -> Iterator[Line]:
        """One line with a bar at both ends, and its word in between."""
        ends = [argument.target, argument.premises[0]]
        levels = self.view.level
        names = [self.names[end] for end in ends]
        beside = levels[ends[0]] == levels[ends[1]] and framed.isdisjoint(names)
        # The word hangs above the lower claim; only that line may move things.
        lower = ends[1] if levels[ends[1]] >= levels[ends[0]] else ends[0]
        for place, end in enumerate(ends):
            yield Line(
                argument.id,
                f"arrow-{xml_id(argument.id)}" + (f".{place + 1}" if place else ""),
                step.name,
                self.names[end],
                Sign.EXCLUDES,
                True,
                1,
                end != lower,
                beside,
            )

    def frames(self) -> Iterator[Frame]:
        for argument in self.view.arguments:
            premises = dict.fromkeys(argument.premises)
            if len(premises) > 1 and all(
                len(self.uses[premise]) == 1
                and premise not in self.theses
                and premise not in self.view.aside
                for premise in premises
            ):
                yield Frame(
                    argument.id,
                    f"frame-{xml_id(argument.id)}",
                    sign_of(argument),
                    tuple(self.names[premise] for premise in premises),
                )


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
        width, height = width + 6.0, height + 4.0
    else:
        width, height = width + 12.0, height + 6.0
    return Step(identifier, f"step-{xml_id(identifier)}", shape, sign, lines, width, height)


def _circular(view: View, partners: Mapping[str, Argument]) -> set[tuple[str, str]]:
    """Premises that stand above the target of their argument: (argument, premise)."""
    below: dict[str, list[tuple[str, str]]] = {}  # claim or argument: what bears on it, and how
    for argument in view.arguments:
        if argument.id not in partners:
            below.setdefault(argument.target, []).append((argument.id, argument.id))
            below[argument.id] = [
                *((argument.id, premise) for premise in argument.premises),
                *below.get(argument.id, ()),
            ]
    found: set[tuple[str, str]] = set()
    done: set[str] = set()
    for root in view.claims:
        if root in done:
            continue
        way: dict[str, Iterator[tuple[str, str]]] = {root: iter(below.get(root, ()))}
        while way:
            at = next(reversed(way))
            for argument_id, other in way[at]:
                if other in way:
                    found.add((argument_id, other))
                elif other not in done:
                    way[other] = iter(below.get(other, ()))
                    break
            else:
                done.add(at)
                del way[at]
    return found
