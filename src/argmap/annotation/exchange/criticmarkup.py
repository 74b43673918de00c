"""Layers as CriticMarkup: the map's outline or a source's text, with highlights and comments.

``{==these words==}{>>maya: Which ones?<<}`` is what Markdown editors know of remarks in a text
(http://criticmarkup.com). It is for people to read; it does not come back.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from argmap.annotation.conversation import Said, Threads, threads
from argmap.annotation.exchange.parcel import Export, losses_of
from argmap.annotation.layers.model import Annotation, Target
from argmap.annotation.studies import Study
from argmap.annotation.votes import shown
from argmap.diagnostics import visible
from argmap.model import Argument, ArgumentMap, Stance
from argmap.model.outline import outline
from argmap.texts import SourceText, occurrences
from argmap.texts.escaping import in_criticmarkup, part_in_markdown
from argmap.texts.folding import Folded


@dataclass
class _Notes:
    """The comments at one text: on all of it, and on passages by where they begin and end."""

    whole: list[str] = field(default_factory=list)
    passages: defaultdict[tuple[int, int], list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )


def export(study: Study, source: str = "", text: SourceText | None = None) -> Export:
    """The outline of the map with all that is said about its claims and arguments, or the `text`
    of the source of this id with all that is said about its passages."""
    map = study.document.map
    assert map is not None
    lost: Counter[str] = Counter()
    notes: defaultdict[str, _Notes] = defaultdict(_Notes)
    found = threads(study)
    every: list[Annotation] = []
    for beginning in found.beginnings:
        said = beginning.annotation.target
        comments = list(_comments(found, beginning))
        whole: str | Folded | None = None
        if text is None:
            whole = _text(map, said)
        elif (said.kind, said.id) == ("source", source):
            whole = text.folded
        if whole is None:
            lost["annotations about something else"] += len(comments)
            continue
        every += [one.annotation for one, _ in found.thread(beginning)]
        place = _place(whole, said) if said.quote and said.kind != "argument" else None
        if place:
            notes[said.id].passages[place] += comments
        else:
            notes[said.id].whole += comments
            lost["passages that do not stand in the text just once"] += bool(said.quote)
    lost["ids, anchors and times"] = len(every)
    lost["labels (their comments name them)"] = sum(len(one.labels) for one in every)
    lost["votes"] = sum(len(row) for one in every for row in one.votes.values())
    lost["states (their comments say settled)"] = sum(one.resolved for one in every)
    lost["line ends within comments"] = sum(one.body.count("\n") for one in every)
    if text:
        out = _marked(text.text, notes[source], lost, in_criticmarkup) + "\n"
    else:
        out = "".join(f"{row}\n" for row in _rows(map, notes, lost))
    told = tuple(f"{what}: {count:,}" for what, count in lost.items() if count)
    return Export(out, (*losses_of(study.layers), *told))


def _text(map: ArgumentMap, target: Target) -> str | None:
    """What stands in the outline of a target: of an argument a word, of which no part is meant."""
    if target.kind == "argument" and target.id in map.argument:
        return ""
    claim = map.claim.get(target.id) if target.kind == "claim" else None
    return visible(claim.text) if claim else None


def _place(text: str | Folded, target: Target) -> tuple[int, int] | None:
    """Where a passage stands, if there is no doubt."""
    found = occurrences(text, target.quote, target.prefix, target.suffix)
    found = [one for one in found if one.start == target.start] or found
    return (found[0].start, found[0].end) if len(found) == 1 else None


def _comments(found: Threads, beginning: Said) -> Iterator[str]:
    """A thread as comments: who, to whom, what, with which labels."""
    for said, _ in found.thread(beginning):
        one, above = said.annotation, found.answered.get(said)
        who = said.layer.shown + (f" to {above.layer.shown}" if above else "")
        labels = "; ".join(f"{name}: {shown(value)}" for name, value in one.labels.items())
        told = " ".join(filter(None, (one.body, labels and f"[{labels}]"))) or one.motivation
        settled = " (settled)" if one.resolved else ""
        line = visible(" ".join(f"{who}: {told}{settled}".split()))
        yield f"{{>>{in_criticmarkup(line).replace('<', chr(92) + '<')}<<}}"


def _marked(text: str, notes: _Notes, lost: Counter[str], escape: Callable[[str], str]) -> str:
    """A text with its passages marked; of two that overlap, the first, and behind it the other."""
    parts: list[str] = []
    at = 0
    for (start, end), comments in sorted(notes.passages.items()):
        joined = "".join(comments)
        if start < at:
            lost["highlights that overlap another (their comments stand behind it)"] += 1
            parts.append(joined)
            continue
        parts += [escape(text[at:start]), f"{{=={escape(text[start:end])}==}}", joined]
        at = end
    return "".join([*parts, escape(text[at:]), *notes.whole])


def _rows(map: ArgumentMap, notes: defaultdict[str, _Notes], lost: Counter[str]) -> Iterator[str]:
    """The outline of a map as nested lists; a claim that stands elsewhere is named by its id."""
    order = outline(map)

    def claim(id: str, home: bool) -> str:
        text = visible(map.claim[id].text)
        return _marked(text, notes[id], lost, _plain) if home else f"{_plain(text)} (see `{id}`)"

    def step(argument: Argument) -> str:
        word = "but" if argument.stance is Stance.AGAINST else "because"
        word = "explained by" if argument.explains else word
        return f"*{word}*{''.join(notes[argument.id].whole)}"

    if map.title:
        yield from (f"# {_plain(visible(map.title))}", "")
    for root in (*map.theses, *order.shared):
        top = "*thesis* " if root in map.theses else "*shared* "
        stack: list[tuple[Argument | str, int, str]] = [(root, 0, "")]
        while stack:
            thing, depth, by = stack.pop()
            lead = "  " * depth
            if isinstance(thing, str):
                word = "*premise* " if by else top
                home = order.home.get(thing) == (by or None)
                yield f"{lead}- {word}{claim(thing, home)}"
                below: list[Argument | str] = [*order.on(map, thing)] if home else []
                stack += [(one, depth + 1, "") for one in reversed(below)]
                continue
            below = [*order.on(map, thing.id)]
            if len(thing.premises) == 1:
                (premise,) = thing.premises
                home = order.home.get(premise) == thing.id
                yield f"{lead}- {step(thing)} {claim(premise, home)}"
                below += order.on(map, premise) if home else []
            else:
                yield f"{lead}- {step(thing)} together:"
                stack += [(one, depth + 1, "") for one in reversed(below)]
                below = [*thing.premises]
            stack += [(one, depth + 1, thing.id) for one in reversed(below)]


def _plain(text: str) -> str:
    """`text` with nothing that Markdown or CriticMarkup would take for a sign of its own."""
    return in_criticmarkup(part_in_markdown(text))
