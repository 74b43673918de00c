"""How the tests of matching write two versions of a map."""

from argmap.matching import Matching, match
from argmap.model import ArgumentMap
from tests.reading import map_of
from tests.strategies import argument_maps

__all__ = ["argument_maps", "by_text", "map_of", "matched"]


def by_text(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> dict[str, str]:
    """The matching in the texts of the claims."""
    return {old.claim[m.old].text: new.claim[m.new].text for m in matching.matches}


def matched(old: str, new: str, *, ignore_ids: bool = False) -> dict[str, str]:
    """What is matched in two written maps, by texts."""
    one, other = map_of(old), map_of(new)
    return by_text(one, other, match(one, other, ignore_ids=ignore_ids))
