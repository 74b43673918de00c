"""Graphviz' SVG dressed for people: titles, tooltips, ids, and text that stands where it should.

One pass over the text, group by group: Graphviz escapes what it writes, so a tag is a tag. No
script, no style sheet, nothing from elsewhere; links are those of the sources (see `dot`).
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from argmap.model import Argument, ArgumentMap, Claim
from argmap.rendering.captions import strength
from argmap.rendering.compose import sign_of
from argmap.rendering.marks import told
from argmap.rendering.scene import LEAD, LINE, PAD, TEXT, THESIS, Box, Frame, Scene, Shape, Sign
from argmap.rendering.text import clean

#: What common systems have; the widths in `text` fit each of them.
FONTS = "'Helvetica Neue', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"

_OPENING = re.compile(
    r'<g id="(?P<id>[^"]*)" class="(?P<kind>\w+)"[^>]*>\n(?:<title>[^<]*</title>\n)?'
    r'|<g id="a_(?P<inner>(?:claim|ref)[^"]*)">(?P<link><a [^>]*>)\n'
)
_COMMENT = re.compile(r"<!--.*?-->\n", re.DOTALL)
_SIZE = re.compile(r'<svg width="([^"]*)" height="([^"]*)"\s+viewBox="([^"]*)"')
_NUMBERS = re.compile(r"-?[\d.]+")
_TEXT_START = re.compile(r'<text x="[^"]*"')
_TEXT = re.compile(
    r'<text x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"(?P<look>[^>]*)>(?P<text>[^<]*)</text>\n'
)

#: What every text says of itself, and need not: the defaults stand on the root.
_DEFAULTS = (
    ' xml:space="preserve"',
    ' text-anchor="start"',
    ' font-family="Helvetica,sans-Serif"',
    ' font-size="11.00"',
)

_ROLES = {Sign.FOR: "reason", Sign.AGAINST: "counterpoint", Sign.EXPLAINS: "explanation"}


def dress(drawn: str, scene: Scene) -> str:
    """Graphviz' SVG of `scene`, as it is handed to people."""
    return "".join(_Dresser(scene).pieces(drawn))


class _Dresser:
    def __init__(self, scene: Scene) -> None:
        self.map = scene.map
        self.overlay = scene.overlay
        self.boxes = {box.name: box for box in scene.boxes}
        self.steps = {step.name: step for step in scene.steps}
        self.lines = {line.name: line for line in scene.lines}
        self.partner = {one.id: back.id for one, back in scene.map.exclusions}
        self.partner |= {back: one for one, back in self.partner.items()}
        self.rtl = scene.rtl
        self.sources = {source.id: source.title or source.id for source in scene.map.sources}
        frames = [node.name for node in scene.nodes if isinstance(node, Frame)]
        names = (*self.boxes, *self.steps, *self.lines, *frames)
        # Graphviz writes a hyphen as a character reference, and all else in a name as it is.
        self.names = {name.replace("-", "&#45;"): name for name in names}

    def pieces(self, drawn: str) -> Iterator[str]:
        for default in _DEFAULTS:
            drawn = drawn.replace(default, "")
        drawn = _COMMENT.sub("", drawn)
        openings = list(_OPENING.finditer(drawn))
        yield self.root(drawn[: openings[0].start()])
        ends = [opening.start() for opening in openings[1:]] + [len(drawn)]
        for at, (opening, end) in enumerate(zip(openings, ends, strict=True)):
            body = drawn[opening.end() : end]
            if opening["inner"]:
                name = self.names[opening["inner"]]
                yield self.inner(name, opening["link"], openings[at - 1])
                inside, closing, rest = body.partition("</a>\n</g>")
                yield self.aligned(name, inside)
                yield (closing if self.boxes[name].refers else "</g>") + rest
            elif opening["kind"] == "graph":
                yield opening[0].partition("\n")[0] + "\n"
                yield self.flush(body) if self.rtl else body
            else:
                name = self.names.get(opening["id"], opening["id"])
                yield self.group(name)
                yield self.aligned(name, body)

    def root(self, prolog: str) -> str:
        """The root element, in place of Graphviz' declaration, document type and comments."""
        size = _SIZE.search(prolog)
        assert size is not None, "Graphviz wrote no size"
        width, height, view = size.groups()
        language = clean(self.map.language)
        lang = f' xml:lang="{escape(language)}"' if language else ""
        claims = sum(not box.refers for box in self.boxes.values())
        about = f"An argument map of {claims:,} claim{'s' if claims != 1 else ''}. "
        about += " ".join(_title(self.map, only=claim) for claim in self.map.theses[:3])
        about = " ".join((about, *self.overlay.caption))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width}" height="{height}" viewBox="{view}" role="graphics-document" '
            f'aria-labelledby="argmap-title argmap-desc"{lang} font-family="{FONTS}" '
            f'font-size="11">\n<title id="argmap-title">{_plain(_title(self.map))}</title>\n'
            f'<desc id="argmap-desc">{_plain(about)}</desc>\n'
        )

    def group(self, name: str) -> str:
        if name in self.boxes:
            return self.claim(name)
        if name in self.steps:
            argument = self.map.argument[self.steps[name].id]
            title = self.argument(argument)
            if other := self.partner.get(argument.id):
                title = "\n".join([title, *map(_plain, told(self.overlay, other))])
            return f'<g id="{name}" class="step">\n<title>{title}</title>\n'
        line = self.lines.get(name)
        if line is None:
            kind = "frame" if name.startswith("frame-") else "note"
            return f'<g id="{name}" class="{kind}">\n'
        if not line.tip or line.tail in self.steps:
            return f'<g id="{name}" class="line" aria-hidden="true">\n'
        title = self.argument(self.map.argument[line.id])
        return f'<g id="{name}" class="line">\n<title>{title}</title>\n'

    def inner(self, name: str, link: str, before: re.Match[str]) -> str:
        """A group within a node: a claim in a frame, or the link of a reference."""
        if not self.boxes[name].refers:
            return self.claim(name)
        link = link.replace(' xlink:title=" "', "")
        if before["id"] and self.names.get(before["id"]) == name:
            return f"<g>{link}\n"
        return self.claim(name) + f"{link}\n"

    def kind(self, box: Box) -> str:
        """The class of a claim in the SVG, and what became of it."""
        kind = "reference" if box.refers else "claim"
        return f"{kind} {box.fate.value}" if box.fate else kind

    def claim(self, name: str) -> str:
        box = self.boxes[name]
        claim = self.map.claim[box.id]
        if box.refers:
            title = _plain(claim.text + "\n(stands elsewhere)")
            return f'<g id="{name}" class="{self.kind(box)}">\n<title>{title}</title>\n'
        role = (
            "thesis" if box.thesis else " and ".join(_ROLES[sign] for sign in box.signs) or "claim"
        )
        parts = (claim.text, f"({role})", claim.note, *told(self.overlay, claim.id))
        title = "\n".join(filter(None, parts))
        said = self.said(claim)
        desc = f"<desc>{_plain(said)}</desc>\n" if said else ""
        return (
            f'<g id="{name}" class="{self.kind(box)}" role="graphics-symbol">\n'
            f"<title>{_plain(title)}</title>\n{desc}"
        )

    def said(self, claim: Claim) -> str:
        """Who says it and where, in full."""
        by, via = self.named(claim.by), self.named(claim.via)
        speakers = f"{by} via {via}" if via else by
        tags = ", ".join(claim.tags)
        parts = (speakers, claim.standing, claim.kind, claim.basis, *self.cited(claim), tags)
        return ". ".join([part.removesuffix(".") for part in parts if part])

    def named(self, speakers: tuple[str, ...]) -> str:
        return ", ".join(self.map.speaker.get(name, name) for name in speakers)

    def cited(self, of: Claim | Argument) -> Iterator[str]:
        for cite in of.cites:
            where = ", ".join(filter(None, (self.sources.get(cite.source, cite.source), cite.at)))
            found = f"“{cite.quote}” ({where})" if cite.quote else where
            yield f"{found}: {cite.note}" if cite.note else found

    def argument(self, argument: Argument) -> str:
        target = self.map.claim.get(argument.target)
        above = f"“{target.text}”" if target else "the step to which it points"
        says = f"{_ROLES[sign_of(argument)]} for {above}".replace(
            "counterpoint for", "counterpoint to"
        )
        parts = (
            says,
            argument.scheme,
            argument.warrant,
            self.named(argument.by),
            strength(argument),
            argument.note,
            *self.cited(argument),
            *told(self.overlay, argument.id),
        )
        return _plain("\n".join(filter(None, parts)))

    def aligned(self, name: str, body: str) -> str:
        """Text that is not flush left, put where its box says and not where its width would.

        Graphviz writes where a text begins and guesses its width, which no script but Latin fits.
        """
        box, step = self.boxes.get(name), self.steps.get(name)
        if box is not None and box.words:
            size = THESIS if box.thesis else TEXT
            body = _rejoined(body, len(box.words), size * LINE)
        notes = len(box.notes if box else step.notes if step else ())
        words = body.count("<text") - notes - bool(notes)
        if step is not None and (step.lines or step.notes) and step.shape is not Shape.JOINT:
            return _anchored(body, "middle", [sum(_edges(body)) / 2] * words)
        if box is not None and box.rtl and "<text" in body:
            at = _edges(body)[1] - box.rim - box.bars - PAD
            return _anchored(body, "end", [at] * words + [at - LEAD] * notes + [at])
        return body

    def flush(self, body: str) -> str:
        """The heading of a map that is written from right to left."""
        return _anchored(body, "end", [_edges(body)[1] - 24] * body.count("<text"))


def _anchored(body: str, anchor: str, places: Iterable[float]) -> str:
    """`body` with its first texts put in their places, one by one."""
    at = iter(places)

    def put(found: re.Match[str]) -> str:
        x = next(at, None)
        return found[0] if x is None else f'<text text-anchor="{anchor}" x="{x:g}"'

    return _TEXT_START.sub(put, body)


def _rejoined(body: str, count: int, pitch: float) -> str:
    """`body` with its first `count` lines each in one text, so that runs follow each other in any
    font, and `pitch` apart.

    Graphviz writes each run as a text of its own at a place that it guesses, and spaces such lines
    unevenly.
    """
    lines: list[list[re.Match[str]]] = []
    for run in _TEXT.finditer(body):
        if lines and lines[-1][0]["y"] == run["y"]:
            lines[-1].append(run)
        elif len(lines) < count:
            lines.append([run])
        else:
            break
    middle = sum(float(line[0]["y"]) for line in lines) / len(lines)
    top = middle - pitch * (len(lines) - 1) / 2
    texts = (
        f'<text x="{line[0]["x"]}" y="{top + at * pitch:.2f}">'
        + "".join(f"<tspan{run['look']}>{run['text']}</tspan>" for run in line)
        + "</text>\n"
        for at, line in enumerate(lines)
    )
    return body[: lines[0][0].start()] + "".join(texts) + body[lines[-1][-1].end() :]


def _edges(body: str) -> tuple[float, float]:
    """The left and right edge of the first shape in a group."""
    start = body.index("points=") if "<polygon" in body else body.index(" d=")
    numbers = _NUMBERS.findall(body[start : body.index("/>", start)])
    across = [float(number) for number in numbers[::2]]
    return min(across), max(across)


def _title(argument_map: ArgumentMap, only: str = "") -> str:
    if only:
        return argument_map.claim[only].text
    first = _title(argument_map, argument_map.theses[0]) if argument_map.theses else ""
    return argument_map.title or argument_map.question or first or "Argument map"


def _plain(text: str) -> str:
    """`text` escaped for XML, without what XML cannot hold; its line breaks are kept."""
    return "\n".join(escape(clean(line)) for line in text.split("\n"))
