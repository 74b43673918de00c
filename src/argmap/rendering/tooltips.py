"""What a picture tells of its parts beside what it shows: titles and descriptions, in full."""

from collections.abc import Iterator

from argmap.model import Argument, ArgumentMap, Claim
from argmap.rendering.captions import strength
from argmap.rendering.marks import told
from argmap.rendering.scene import Box, Scene, Sign, sign_of

_ROLES = {Sign.FOR: "reason", Sign.AGAINST: "counterpoint", Sign.EXPLAINS: "explanation"}


class Tooltips:
    """The texts for a scene, not yet escaped."""

    def __init__(self, scene: Scene) -> None:
        self.map = scene.map
        self.overlay = scene.overlay
        self.partner = {one.id: back.id for one, back in scene.map.exclusions}
        self.partner |= {back: one for one, back in self.partner.items()}
        self.sources = {source.id: source.title or source.id for source in scene.map.sources}

    def claim(self, box: Box) -> str:
        """The text of a claim, what it does and what is noted at it."""
        claim = self.map.claim[box.id]
        if box.refers:
            return claim.text + "\n(stands elsewhere)"
        role = (
            "thesis" if box.thesis else " and ".join(_ROLES[sign] for sign in box.signs) or "claim"
        )
        parts = (claim.text, f"({role})", claim.note, *told(self.overlay, claim.id))
        return "\n".join(filter(None, parts))

    def said(self, claim: Claim) -> str:
        """Who says it and where, in full."""
        by, via = self._named(claim.by), self._named(claim.via)
        speakers = f"{by} via {via}" if via else by
        tags = ", ".join(claim.tags)
        parts = (speakers, claim.standing, claim.kind, claim.basis, *self._cited(claim), tags)
        return ". ".join([part.removesuffix(".") for part in parts if part])

    def step(self, argument: Argument) -> str:
        """An argument, or a pair of claims that exclude each other, whose halves share a step."""
        other = self.partner.get(argument.id)
        marked = told(self.overlay, other) if other else ()
        return "\n".join([self.argument(argument), *marked])

    def argument(self, argument: Argument) -> str:
        """What an argument does, its step, and what is noted at it."""
        target = self.map.claim.get(argument.target)
        above = f"“{target.text}”" if target else "the step to which it points"
        says = f"{_ROLES[sign_of(argument)]} for {above}".replace(
            "counterpoint for", "counterpoint to"
        )
        parts = (
            says,
            argument.scheme,
            argument.warrant,
            self._named(argument.by),
            strength(argument),
            argument.note,
            *self._cited(argument),
            *told(self.overlay, argument.id),
        )
        return "\n".join(filter(None, parts))

    def _named(self, speakers: tuple[str, ...]) -> str:
        return ", ".join(self.map.speaker.get(name, name) for name in speakers)

    def _cited(self, of: Claim | Argument) -> Iterator[str]:
        for cite in of.cites:
            where = ", ".join(filter(None, (self.sources.get(cite.source, cite.source), cite.at)))
            found = f"“{cite.quote}” ({where})" if cite.quote else where
            yield f"{found}: {cite.note}" if cite.note else found


def title(argument_map: ArgumentMap) -> str:
    """What a map is called: its title, its question or its first thesis."""
    theses = argument_map.theses
    first = argument_map.claim[theses[0]].text if theses else ""
    return argument_map.title or argument_map.question or first or "Argument map"
