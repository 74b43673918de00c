"""What reanchoring found and did, for people and for programs."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from typing import Any

from argmap.annotation.anchors.anchoring import State
from argmap.annotation.anchors.reanchoring import Settled
from argmap.annotation.anchors.reviewing import Outcome, Review
from argmap.annotation.anchors.suggestions import Suggestions
from argmap.annotation.layers.edits import target_data
from argmap.annotation.layers.model import Target
from argmap.diagnostics import many, utf_8, visible

#: Annotations of one layer that are shown; `as_data` has them all.
MOST = 500

#: Ids that are written out where each has to be named.
_NAMED = 5

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_ROLES = {State.CHANGED: "warning", State.MOVED: "hint", State.UNANCHORED: "hint"}


def as_text(
    review: Review,
    settled: Settled,
    suggestions: Suggestions,
    paint: Callable[[str, str], str],
    dry: bool = False,
) -> str:
    """The counts of a layer, then each annotation that was not exact: what was and what is."""
    counts = Counter(outcome.state for outcome in review.outcomes)
    parts = [f"{counts[state]} {state.value}" for state in State if counts[state]]
    total = len(review.outcomes)
    rows = [
        f"{visible(review.document.source.name)}: {many(total, 'annotation')}"
        + (f": {', '.join(parts)}" if parts else "")
    ]
    if review.reason:
        rows.append(f"  no history: {review.reason}; ids and hashes decide")
    open = set(settled.open)
    loud = [one for one in review.outcomes if not one.free or one.id in settled.taken]
    for outcome in loud[:MOST]:
        rows.append(_heading(outcome, settled.taken.get(outcome.id), paint, dry))
        rows += [f"      {row}" for row in _body(outcome, suggestions, outcome.id in open)]
    if len(loud) > MOST:
        rows.append(f"  {len(loud) - MOST} more (--format json)")
    if settled.by_name:
        words = " ".join(f"--accept {visible(id)}" for id in settled.by_name[:_NAMED])
        more = " …" if len(settled.by_name) > _NAMED else ""
        rows.append(
            f"  {many(len(settled.by_name), 'annotation')} not taken over: no history tells what "
            f"was meant, so name each: {words}{more}"
        )
    if open and review.layer.version not in ("", review.version):
        rows.append(
            f"  {many(len(open), 'annotation')} unsettled; the layer keeps its version of the map"
        )
    elif open:
        rows.append(f"  {many(len(open), 'annotation')} unsettled")
    return "".join(row + "\n" for row in rows)


def _heading(
    outcome: Outcome, taken: Target | None, paint: Callable[[str, str], str], dry: bool
) -> str:
    target, now = outcome.annotation.target, taken or outcome.anchor.target
    where = f"{target.kind} {target.id}"
    if now is not None and now.id != target.id:
        where += f" → {now.id}"
    done = (" (would be taken over)" if dry else " (taken over)") if taken else ""
    state = paint(outcome.state.value, _ROLES.get(outcome.state, "error"))
    return f"  {visible(outcome.id)} {state} {visible(where)}{done}"


def _body(outcome: Outcome, suggestions: Suggestions, open: bool) -> Iterator[str]:
    """What was and what is, and how to take it over."""
    id, target, now = visible(outcome.id), outcome.annotation.target, outcome.anchor.target
    old, new = outcome.quoted, outcome.anchor.text
    if outcome.anchor.grounds:
        old = ""
        yield f"grounds {visible(', '.join((now or target).claims))}"
    elif target.kind == "source" and now is not None:  # a passage is told by its surroundings
        old, new = (f"{one.prefix}{one.quote}{one.suffix}" for one in (target, now))
    if outcome.state is State.GONE:
        where = f"“{visible(new)}”" if new else "its text"
        yield f"“{visible(target.quote)}” does not stand in {where}"
    elif outcome.state is State.AMBIGUOUS:
        yield f"“{visible(old)}” stands in {outcome.anchor.places} places".removeprefix("“” ")
    elif outcome.state is State.CHANGED and (outcome.seen or target.kind == "source") and old:
        yield visible(difference(old, new))
    else:
        if old and old != new:
            yield f"was: {_quoted(target, old)}"
        if new:
            yield f"now: {_quoted(target, new)}"
    if not open:
        return
    if outcome.acceptable:
        yield f"`--accept {id}` takes it over"
    elif outcome.anchor.grounds:
        yield f"`--accept {id}=CLAIM` says which claim it grounds now"
    for near in suggestions.of(outcome):
        text = suggestions.text(target.kind, near)
        shown = f": {_quoted(target, text)}" if text else ""
        word = f"`--accept {id}={visible(near)}` attaches it"
        # The claim itself has been shown where it is there, and only its passage is not.
        yield f"{word} to all of it" if new else f"perhaps `{visible(near)}`{shown}; {word}"


def as_data(
    review: Review, settled: Settled, suggestions: Suggestions, written: bool
) -> dict[str, Any]:
    """``{"file", "annotator", "history", "version", "unsettled", "written", "annotations": [{"id",
    "state", "settled", "target", "proposed", "old", "new", "suggestions"}]}``.

    `history` is null, or why there is none where it was wanted; `proposed` is null where nothing
    can be proposed, `old` and `new` where nobody knows.
    """
    open = set(settled.open)
    return {
        "file": utf_8(review.document.source.name),
        "annotator": review.annotator,
        "history": review.reason or None,
        "version": review.version if not open else review.layer.version or None,
        "unsettled": len(open),
        "written": written,
        "annotations": [
            {
                "id": outcome.id,
                "state": outcome.state.value,
                "settled": outcome.id not in open,
                "target": target_data(outcome.annotation.target),
                "proposed": outcome.anchor.target and target_data(outcome.anchor.target),
                "old": outcome.quoted or None,
                "new": outcome.anchor.text or None,
                "suggestions": suggestions.of(outcome),
            }
            for outcome in review.outcomes
        ],
    }


def difference(old: str, new: str) -> str:
    """Two texts in one, word for word: ``the [-old-]{+new+} words``."""
    ours, theirs = _WORD.findall(old), _WORD.findall(new)
    parts = []
    for _, start, end, begin, stop in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        gone, come = "".join(ours[start:end]), "".join(theirs[begin:stop])
        if gone == come:
            parts.append(gone)
        else:
            parts += [f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
    return "".join(parts)


def _quoted(target: Target, text: str) -> str:
    """A text in quotation marks; that of an argument has its own."""
    return visible(text) if target.kind == "argument" else f"“{visible(text)}”"
