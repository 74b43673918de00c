"""Why two claims were taken for one, and why others were not."""

from collections.abc import Callable, Iterator
from typing import Any

from argmap.diagnostics import visible
from argmap.diff.compare import Comparison
from argmap.diff.edits import Kind, Part
from argmap.matching import Evidence, Match

_WHY = {
    Evidence.ID: "the same id",
    Evidence.TEXT: "the same text",
    Evidence.SIMILAR: "like texts and surroundings",
    Evidence.PLACE: "what was left over in the same place",
}


def explained(
    comparison: Comparison, paint: Callable[[str, str], str] = lambda text, role: text
) -> Iterator[str]:
    """Lines on each pair of claims whose ids or texts differ, the least sure first, and on the
    claims of one version alone."""
    pairs = [match for match in comparison.matching.matches if _tells(comparison, match)]
    if pairs:
        yield paint("taken for the same claim", "thesis")
    for match in sorted(pairs, key=lambda match: match.confidence):
        one, other = comparison.old.claim[match.old], comparison.new.claim[match.new]
        yield f"{match.confidence:.2f}  “{visible(one.text)}”"
        if one.text != other.text:
            yield f"   =  “{visible(other.text)}”"
        yield paint(
            f"      {_WHY[match.evidence]}; text {match.text:.2f}, surroundings "
            f"{match.context:.2f}; {match.old} = {match.new}", "dim",
        )  # fmt: skip
    alone = [
        edit for edit in comparison.diff.edits
        if edit.part is Part.CLAIM and edit.evidence == "absent"
    ]  # fmt: skip
    if alone:
        yield paint("taken for a claim of one version alone", "thesis")
    for edit in alone:
        side = "before" if edit.kind is Kind.REMOVED else "now"
        yield f"{edit.confidence:.2f}  “{visible(edit.before or edit.after)}”"
        near = f"{1 - edit.confidence:.2f}"
        yield paint(f"      only {side}; the likest that is left has {near} of its text", "dim")


def matches(comparison: Comparison) -> list[dict[str, Any]]:
    """All matches as data: ids, evidence, and numbers from 0 to 1."""
    return [
        {
            "old": match.old, "new": match.new, "evidence": match.evidence.value,
            "confidence": round(match.confidence, 3), "text": round(match.text, 3),
            "context": round(match.context, 3),
        }
        for match in comparison.matching.matches
    ]  # fmt: skip


def _tells(comparison: Comparison, match: Match) -> bool:
    one, other = comparison.old.claim[match.old], comparison.new.claim[match.new]
    return match.evidence is not Evidence.ID or one.text != other.text
