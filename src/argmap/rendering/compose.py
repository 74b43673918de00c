"""From a view to a scene: which sign each claim and argument gets, and what is written on it."""

from collections.abc import Iterator
from math import ceil

from argmap.model import Argument, Claim, Stance
from argmap.model.overlay import Fate, Overlay
from argmap.rendering.captions import details, packed, strength
from argmap.rendering.fates import RIMS
from argmap.rendering.marks import strip
from argmap.rendering.options import Options
from argmap.rendering.plan import Plan, plan
from argmap.rendering.scene import (
    BAR,
    BORDER,
    HEAT_BAR,
    LEAD,
    LINE,
    PAD,
    SMALL,
    TEXT,
    THESIS,
    Box,
    Frame,
    Line,
    Scene,
    Shape,
    Sign,
    Step,
    foot,
)
from argmap.rendering.steps import sized
from argmap.rendering.text import clean, measure, right_to_left, shorten, wrap
from argmap.rendering.view import View
from argmap.rendering.wording import plain, width_of, wrapped
from argmap.rendering.xml_ids import xml_id

#: In larger pictures nobody reads small print; it is left to the tooltips.
DETAILED = 2000

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
        self.columns = columns
        self.small_columns = round(columns * TEXT / SMALL)
        self.overlay = overlay
        self.detailed = len(view.claims) <= DETAILED
        self.theses = frozenset(view.map.theses)
        self.numbers = {source.id: at for at, source in enumerate(view.map.sources, 1)}
        self.cited: set[int] = set()
        self.disputed = {argument.target for argument in view.arguments}
        self.names = {claim: f"claim-{xml_id(claim)}" for claim in view.claims}
        self.boxes: dict[str, Box] = {}  # by name, until they are given to a node
        self.drawn: set[str] = set()  # exclusions
        self.nodes: list[Box | Frame] = []
        self.steps: list[Step] = []
        self.lines: list[Line] = []

    def scene(self) -> Scene:
        for claim in self.view.claims:
            box = self.box(claim)
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
            tuple(sorted(self.cited)),
            (*self.view.notes, *self.told()),
            self.overlay,
            bool(self.view.folded),
        )

    def told(self) -> Iterator[str]:
        if not self.detailed:
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

    def box(self, claim_id: str) -> Box:
        claim = self.map.claim[claim_id]
        thesis = claim_id in self.theses
        text = clean(claim.text)
        mark = self.overlay.marks.get(claim_id)
        fate = mark.fate if mark else None
        removed = fate is Fate.REMOVED
        words = wrapped((("gone", text),) if removed else mark.words if mark else (), self.columns)
        lines = list(map(plain, words)) or wrap(text, self.columns)
        small = tuple(packed(self.details(claim), self.small_columns))
        size = THESIS if thesis else TEXT
        width = max(measure(line, bold=thesis, italic=claim.implicit) for line in lines) * size
        if words:
            face = {"bold": thesis, "italic": claim.implicit}
            width = max(width_of(line, **face) for line in words) * size
        rtl = right_to_left(text)
        aside = claim_id in self.view.aside
        notes = strip(mark.badges, self.small_columns, rtl) if mark else ()
        heat = mark.level if mark else None
        if small:
            width = max(width, max(map(measure, small)) * SMALL)
        if notes:
            width = max(width, max(map(measure, notes)) * SMALL + LEAD)
        uses = self.plan.uses.get(claim_id, ())
        signs = tuple(dict.fromkeys(sorted(map(sign_of, uses), key=_ORDER.__getitem__)))
        signs = signs[:1] if removed else signs  # all in grey
        bars, rim = BAR * max(1, len(signs)), RIMS[fate]
        if thesis and not aside and heat is not None:
            bars += HEAT_BAR
        return Box(
            id=claim_id,
            name=self.names[claim_id],
            lines=tuple(lines),
            small=small,
            width=ceil(width) + 2 * (PAD + rim) + bars,
            height=(len(lines) * size + len(small) * SMALL) * LINE + 2 * (PAD + rim) + foot(notes),
            signs=signs,
            thesis=thesis,
            implicit=claim.implicit,
            aside=aside,
            rtl=rtl,
            use=self.plan.first.get(claim_id, ""),
            notes=notes,
            heat=heat,
            bars=bars,
            fate=fate,
            words=words,
            rim=rim,
        )

    def reference(self, claim_id: str, name: str, argument: Argument) -> Box:
        """A small box that names a claim which stands elsewhere."""
        text = clean(self.map.claim[claim_id].text)
        fate = self.fate(argument.id)
        if fate and (badges := self.overlay.told(argument.id)):
            text = f"{clean(badges[0])}: {text}"
        lines = wrap(shorten(text, 2 * self.small_columns - 8) + " ↗", self.small_columns)
        signs = () if argument.id in self.plan.partner else (sign_of(argument),)
        return Box(
            id=claim_id,
            name=name,
            lines=(),
            small=tuple(lines),
            width=ceil(max(map(measure, lines)) * SMALL) + 2 * (PAD + BORDER) + BAR,
            height=len(lines) * SMALL * LINE + 2 * (PAD + BORDER),
            signs=signs,
            rtl=right_to_left(text),
            use=argument.id,
            refers=self.names[claim_id],
            fate=fate,
        )

    def details(self, claim: Claim) -> Iterator[str]:
        """What stands below the text: who says it, how, where, and what is folded away."""
        if self.detailed:
            yield from details(claim, self.map, self.numbers_of(claim))
        if folded := self.view.folded.get(claim.id):
            changed = self.view.changed.get(claim.id)
            yield f"+{folded:,} below" + (f", {changed:,} changed" if changed else "")

    def numbers_of(self, of: Claim | Argument) -> dict[str, str]:
        """The sources cited, as they are numbered, and notes that they are."""
        shown: dict[str, str] = {}
        for cite in of.cites:
            number = self.numbers.get(cite.source)
            if number is not None:
                self.cited.add(number)
            shown[cite.source] = clean(f"[{number or cite.source}]")
        return shown

    def argue(self, argument: Argument) -> None:
        """An argument: a line or a step with lines, and the premises that stand under it."""
        framed, fate = argument.id in self.plan.framed, self.fate(argument.id)
        tails = list(self.tails(argument))
        if framed:
            name = f"frame-{xml_id(argument.id)}"
            boxes = tuple(self.boxes.pop(tail) for tail in tails)
            self.nodes.append(Frame(argument.id, name, sign_of(argument), boxes, fate))
            tails = [name]
        step = self.step(argument, joint=len(tails) > 1)
        word = ""
        if step and step.shape is Shape.WORD and not self.detailed:
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
                self.boxes[name] = self.reference(premise, name, argument)
            yield name

    def step(self, argument: Argument, joint: bool) -> Step | None:
        """The node of an argument, where it has something to show."""
        sign = sign_of(argument)
        word = {Sign.AGAINST: "but", Sign.EXPLAINS: "explains"}.get(sign, "")
        scheme = "" if argument.explains else clean(argument.scheme)
        numbers = " ".join(self.numbers_of(argument).values())
        small = " · ".join(filter(None, (strength(argument), numbers)))
        details = [clean(argument.warrant), small]
        head = " ".join(filter(None, ("+" if joint else "", word)))
        disputed = argument.id in self.disputed
        notes, heat = self.marks(argument)
        if self.fate(argument.id) is Fate.REMOVED and any(
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
        return sized(argument.id, shape, sign, lines, notes, heat, self.fate(argument.id))

    def fate(self, *arguments: str) -> Fate | None:
        """What became of an argument, or of a pair if it is the same for both."""
        fates = {self.overlay.fate(id) for id in arguments}
        return fates.pop() if len(fates) == 1 else Fate.CHANGED

    def marks(self, *arguments: Argument) -> tuple[tuple[str, ...], float | None]:
        """The notes and the heat at a step, be it one argument or both halves of a pair."""
        found = (self.overlay.marks.get(argument.id) for argument in arguments)
        marks = [mark for mark in found if mark]
        if not marks:
            return (), None
        badges = dict.fromkeys(badge for mark in marks for badge in mark.badges)
        heats = [mark.level for mark in marks if mark.level is not None]
        wide = any(mark.fate for mark in marks)
        columns = self.small_columns if wide else self.columns
        return strip(badges, columns), max(heats, default=None)

    def exclude(self, argument: Argument) -> None:
        """One line for both halves, with a bar at both ends and its word in between.

        It joins theses; any other claim gets a reference to the one that it excludes.
        """
        if self.plan.partner[argument.id].id in self.drawn:
            return
        self.drawn.add(argument.id)
        other = self.plan.partner[argument.id]
        fate = self.fate(argument.id, other.id)
        notes, heat = self.marks(argument, other)
        rank, name, sign = self.plan.rank, xml_id(argument.id), Sign.EXCLUDES
        upper, lower = sorted(
            (argument.target, argument.premises[0]), key=lambda claim: rank.get(claim, 0)
        )
        one, two = self.names[lower], self.names[upper]
        theses = {upper, lower} <= self.theses
        if not theses and self.plan.first.get(lower) != argument.id:
            one = f"ref-{name}.1"
            self.boxes[one] = self.reference(lower, one, argument)
            notes = () if fate is Fate.REMOVED else notes  # the reference says it
        shape = Shape.WORD if not notes and heat is None else Shape.LABEL
        step = sized(argument.id, shape, sign, ("not both",), notes, heat, fate)
        self.steps.append(step)
        rise = 0 if theses else 1
        self.lines += (
            Line(argument.id, f"arrow-{name}.1", one, step.name, sign, "tail", rise, "", fate),
            Line(argument.id, f"arrow-{name}.2", step.name, two, sign, "head", rise, "", fate),
        )


#: The order of the colours at a claim that does more than one thing.
_ORDER = {sign: place for place, sign in enumerate(Sign)}


def sign_of(argument: Argument) -> Sign:
    """What an argument does to its target."""
    if argument.explains:
        return Sign.EXPLAINS
    return Sign.FOR if argument.stance is Stance.FOR else Sign.AGAINST
