"""Ids: those that are written, those that are derived, and the references that lead to them."""

from collections.abc import Collection

from argmap.diagnostics import Diagnostic, Source, Span, Spelling
from argmap.model.ids import Namer, nfc
from argmap.yaml import reference_codes as codes
from argmap.yaml.draft import Draft, DraftArgument, DraftClaim
from argmap.yaml.tree import Mapping, Scalar


class References:
    """Gives every claim and argument of a draft its id, and follows references to claims.

    What is in `lost` may stand in a part of the text that could not be read; it is not missed.

    Attributes:
        followed: whether there was any; without one, a map is a tree.
    """

    def __init__(
        self, draft: Draft, source: Source, faults: list[Diagnostic], lost: Collection[str]
    ) -> None:
        self._source, self._faults, self._lost_names = source, faults, lost
        self._written: dict[str, DraftClaim | DraftArgument] = {}
        self._spelling: Spelling | None = None
        self.followed = False
        for owner in draft.parts:
            if owner.id:
                self._write(owner)
        self.namer = namer = Namer(self._written)
        for claim in draft.claims:
            if not claim.id:
                claim.id = namer.claim(claim.text)
        self.claims = {claim.id: claim for claim in draft.claims}

    def _write(self, owner: DraftClaim | DraftArgument) -> None:
        first = self._written.setdefault(owner.id, owner)
        if first is not owner:
            one, two = sorted((_id_span(first), _id_span(owner)), key=lambda span: span.start)
            line = self._source.position(one.start)[0]
            self._faults.append(codes.DUPLICATE_ID.at(two, id=owner.id, line=line))
            owner.id = ""  # it gets one of its own, so that what is wrong with it keeps its place

    def follow(self, reference: Scalar) -> str:
        """The id of the claim that a reference means; only written ids can be meant."""
        self.followed = True
        id = nfc(reference.text.strip())
        owner = self._written.get(id)
        if type(owner) is DraftClaim:
            return id
        if id not in self._lost_names:
            self._lost(Span(reference.start, reference.end), id)
        return self.namer.name(f"?{id}")  # no two that are lost are the same

    def _lost(self, span: Span, id: str) -> None:
        if id in self._written:
            self._faults.append(codes.REF_TO_STEP.at(span, id=id))
            return
        if id in self.claims:
            line = self._source.position(self.claims[id].node.start)[0]
            mend = f"write `id: {id}` in the claim in line {line}"
        else:
            if self._spelling is None:
                claims = (
                    name for name, owner in self._written.items() if type(owner) is DraftClaim
                )
                self._spelling = Spelling(claims)
            near = self._spelling.near(id)
            mend = f"did you mean `{near}`?" if near else ""
        self._faults.append(codes.UNKNOWN_REF.at(span, id=id, mend=mend))


def _id_span(owner: DraftClaim | DraftArgument) -> Span:
    node = owner.step if isinstance(owner, DraftArgument) else owner.node
    value = node.get("id") if isinstance(node, Mapping) else None
    if value is None:  # the word `id` is misspelt
        return Span(owner.node.start, owner.node.start + 1)
    return Span(value.start, value.end)
