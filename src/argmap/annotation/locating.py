"""What a person means by a target: a part of the map, a passage, an annotation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from argmap.annotation.layers.anchor import (
    anchored,
    grounds_of,
    remark_hash,
    text_hash,
    text_of,
)
from argmap.annotation.layers.edits import RefusedError, tidy
from argmap.annotation.layers.model import Layer, Target
from argmap.diagnostics import closest, did_you_mean, visible
from argmap.model import ArgumentMap
from argmap.model.ids import nfc
from argmap.texts.passages import Passage, occurrences
from argmap.texts.source_text import SourceText

_PLACES = 20  # places of a quote that are listed
_AROUND = 30  # characters shown before and behind each


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to say about what, as a person gives it.

    Attributes:
        kind, id: the target; an annotation is "ANNOTATOR/ID".
        quote: a passage of the claim or of the source, if not all of it is meant.
        nth: which of several places of the quote, from 1; 0 where there is one place.
        grounds: ids of claims that a passage of a source grounds.
        motivation: nothing leaves it to what is said.
        labels: each "NAME=VALUE"; several of one name make a set.
    """

    kind: str
    id: str
    quote: str = ""
    nth: int = 0
    grounds: tuple[str, ...] = ()
    motivation: str = ""
    body: str = ""
    labels: tuple[str, ...] = ()


def located(
    map: ArgumentMap,
    request: Request,
    texts: Mapping[str, SourceText],
    layers: Sequence[Layer],
) -> Target:
    """The target that a request means, with what it takes to find it again.

    Raises:
        RefusedError: there is none, or no such passage, or several and none of them named.
    """
    if request.quote and request.kind not in ("claim", "source"):
        raise RefusedError(f"a passage is one of a claim or of a source, not of {an(request.kind)}")
    if request.nth and not request.quote:
        raise RefusedError("which place is meant, but of which quote?")
    if request.grounds and request.kind != "source":
        raise RefusedError("what grounds claims is a passage of a source")
    target = Target(request.kind, nfc(tidy(request.id)))
    if target.kind in ("annotation", "layer"):
        return _of_layers(target, layers)
    if target.kind == "source":
        return _of_source(map, target, request, texts)
    text = text_of(map, target.kind, target.id)
    if text is None:
        raise RefusedError(_unknown_part(map, target))
    if not request.quote:
        return anchored(target, text)
    where = f"the claim `{target.id}`"
    place = passage(text, request.quote, request.nth, where)
    return anchored(replace(target, quote=text[place.start : place.end]), text, place.start)


def _of_source(
    map: ArgumentMap, target: Target, request: Request, texts: Mapping[str, SourceText]
) -> Target:
    known = [source.id for source in map.sources]
    if target.id not in known:
        raise RefusedError(_unknown("source", target.id, known))
    for id in request.grounds:
        if nfc(id) not in map.claim:
            raise RefusedError(_unknown_part(map, Target("claim", nfc(tidy(id)))))
    if request.grounds:
        claims = tuple(dict.fromkeys(nfc(id) for id in request.grounds))
        target = replace(target, claims=claims, hash=text_hash(grounds_of(map, claims) or ""))
    if not request.quote:
        return target
    source = texts.get(target.id)
    if source is None:
        raise RefusedError(f"the text of the source `{target.id}` is not at hand")
    where = f"the source `{target.id}`"
    place = passage(source.text, request.quote, request.nth, where, source)
    quote = source.text[place.start : place.end]
    return anchored(replace(target, quote=quote), source.text, place.start)


def passage(
    text: str, quote: str, nth: int, where: str, source: SourceText | None = None
) -> Passage:
    """The one place of a quote in a text, or the `nth` of several (from 1).

    Raises:
        RefusedError: it stands nowhere, or more often than once and `nth` says not where.
    """
    found = occurrences(source.folded if source else text, quote)
    if not found:
        raise RefusedError(
            f"`{short(quote)}` does not stand in {where}; copy whole words, letter by letter"
        )
    if nth:
        if nth < 0 or nth > len(found):
            many = f"{len(found)} place" + ("s" if len(found) > 1 else "")
            raise RefusedError(f"`{short(quote)}` stands in {many} of {where}; there is no {nth}")
        return found[nth - 1]
    if len(found) > 1:
        rows = [
            f"  {number}  {f'{source.position(one.start)}: ' if source else ''}{_around(text, one)}"
            for number, one in enumerate(found[:_PLACES], 1)
        ]
        if len(found) > _PLACES:
            rows.append(f"  … and {len(found) - _PLACES} more")
        raise RefusedError(
            f"`{short(quote)}` stands in {len(found)} places of {where}; "
            "give a longer quote, or the number of the place:\n" + "\n".join(rows)
        )
    return found[0]


def _around(text: str, one: Passage) -> str:
    before, behind = text[max(0, one.start - _AROUND) : one.start], text[one.end :][:_AROUND]
    dots = ("…" if one.start > _AROUND else "", "…" if len(text) > one.end + _AROUND else "")
    inside = short(text[one.start : one.end])
    return f"{dots[0]}{visible(before)}[{inside}]{visible(behind)}{dots[1]}"


def _of_layers(target: Target, layers: Sequence[Layer]) -> Target:
    if target.kind == "layer":
        known = list(dict.fromkeys(layer.annotator for layer in layers))
        if target.id not in known:
            raise RefusedError(_unknown("annotator", target.id, known))
        return target
    if "/" not in target.id:  # one of the layer itself
        target = replace(target, id=f"{layers[0].annotator}/{target.id}")
    annotator, _, id = target.id.partition("/")
    theirs = [layer for layer in layers if layer.annotator == annotator]
    if not theirs:
        known = list(dict.fromkeys(layer.annotator for layer in layers))
        raise RefusedError(_unknown("annotator", annotator, known))
    found = next((layer.annotation[id] for layer in theirs if id in layer.annotation), None)
    if found is None:
        known = [f"{annotator}/{id}" for layer in theirs for id in layer.annotation]
        raise RefusedError(_unknown("annotation", target.id, known))
    return replace(target, hash=remark_hash(found))


def _unknown_part(map: ArgumentMap, target: Target) -> str:
    claims = target.kind == "claim"
    if target.id in (map.argument if claims else map.claim):
        other = "an argument" if claims else "a claim"
        return f"there is no {target.kind} `{target.id}`, but {other} of this id"
    return _unknown(target.kind, target.id, list(map.claim if claims else map.argument))


def _unknown(kind: str, id: str, known: list[str]) -> str:
    shown = f"there is no {kind} `{short(id)}`"
    near = closest(id, known)
    mend = f"did you mean `{near}`?" if near else did_you_mean("", known[:21])
    return f"{shown}; {mend}" if mend else shown


def an(place: str) -> str:
    """The name of a place with its article."""
    return f"an {place}" if place[0] in "aeiou" else f"a {place}"


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    shown = visible(text)
    return shown if len(shown) <= 60 else shown[:59] + "…"
