"""Claims as boxes: what stands on each, and how large it is."""

from collections.abc import Iterator
from math import ceil

from argmap.model import Argument, Claim
from argmap.model.overlay import Fate, Overlay
from argmap.rendering.captions import DETAILED, Numbers, details, packed
from argmap.rendering.fates import RIMS
from argmap.rendering.marks import fate_of, strip
from argmap.rendering.plan import Plan
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
    Sign,
    foot,
    sign_of,
    small_columns,
)
from argmap.rendering.text import clean, measure, right_to_left, shorten, wrap
from argmap.rendering.view import View
from argmap.rendering.wording import plain, width_of, wrapped
from argmap.rendering.xml_ids import xml_id

#: The order of the colours at a claim that does more than one thing.
_ORDER = {sign: place for place, sign in enumerate(Sign)}


class Boxes:
    """Makes the boxes of claims, and the references to those that stand elsewhere."""

    def __init__(
        self, view: View, plan: Plan, columns: int, overlay: Overlay, numbers: Numbers
    ) -> None:
        self.view = view
        self.map = view.map
        self.plan = plan
        self.columns = columns
        self.small_columns = small_columns(columns)
        self.overlay = overlay
        self.numbers = numbers
        self.detailed = len(view.claims) <= DETAILED
        self.theses = frozenset(view.map.theses)
        self.names = {claim: f"claim-{xml_id(claim)}" for claim in view.claims}

    def box(self, claim_id: str) -> Box:
        claim = self.map.claim[claim_id]
        thesis = claim_id in self.theses
        text = clean(claim.text)
        mark = self.overlay.marks.get(claim_id)
        fate = mark.fate if mark else None
        removed = fate is Fate.REMOVED
        words = wrapped((("gone", text),) if removed else mark.words if mark else (), self.columns)
        lines = list(map(plain, words)) or wrap(text, self.columns)
        small = tuple(packed(self._details(claim), self.small_columns))
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
        fate = fate_of(self.overlay, argument.id)
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

    def _details(self, claim: Claim) -> Iterator[str]:
        """What stands below the text: who says it, how, where, and what is folded away."""
        if self.detailed:
            yield from details(claim, self.map, self.numbers.cite(claim))
        if folded := self.view.folded.get(claim.id):
            changed = self.view.changed.get(claim.id)
            yield f"+{folded:,} below" + (f", {changed:,} changed" if changed else "")
