"""Graphviz' SVG dressed for people: titles, tooltips, ids, and text that stands where it should.

One pass over the text, group by group: Graphviz escapes what it writes, so a tag is a tag. No
script, no style sheet, nothing from elsewhere; links are those of the sources (see `dot`).
"""

import re
from collections.abc import Iterator
from html import escape

from argmap.rendering.alignment import aligned, flush_right
from argmap.rendering.scene import Box, Frame, Scene
from argmap.rendering.text import clean
from argmap.rendering.tooltips import Tooltips, title

#: What common systems have; the widths in `text` fit each of them.
FONTS = "'Helvetica Neue', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"

_OPENING = re.compile(
    r'<g id="(?P<id>[^"]*)" class="(?P<kind>\w+)"[^>]*>\n(?:<title>[^<]*</title>\n)?'
    r'|<g id="a_(?P<inner>(?:claim|ref)[^"]*)">(?P<link><a [^>]*>)\n'
)
_COMMENT = re.compile(r"<!--.*?-->\n", re.DOTALL)
_SIZE = re.compile(r'<svg width="([^"]*)" height="([^"]*)"\s+viewBox="([^"]*)"')

#: What every text says of itself, and need not: the defaults stand on the root.
_DEFAULTS = (
    ' xml:space="preserve"',
    ' text-anchor="start"',
    ' font-family="Helvetica,sans-Serif"',
    ' font-size="11.00"',
)


def dress(drawn: str, scene: Scene) -> str:
    """Graphviz' SVG of `scene`, as it is handed to people."""
    return "".join(_Dresser(scene).pieces(drawn))


class _Dresser:
    def __init__(self, scene: Scene) -> None:
        self.map = scene.map
        self.caption = scene.overlay.caption
        self.tooltips = Tooltips(scene)
        self.boxes = {box.name: box for box in scene.boxes}
        self.steps = {step.name: step for step in scene.steps}
        self.lines = {line.name: line for line in scene.lines}
        self.rtl = scene.rtl
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
                yield aligned(inside, self.boxes[name])
                yield (closing if self.boxes[name].refers else "</g>") + rest
            elif opening["kind"] == "graph":
                yield opening[0].partition("\n")[0] + "\n"
                yield flush_right(body) if self.rtl else body
            else:
                name = self.names.get(opening["id"], opening["id"])
                yield self.group(name)
                yield aligned(body, self.boxes.get(name) or self.steps.get(name))

    def root(self, prolog: str) -> str:
        """The root element, in place of Graphviz' declaration, document type and comments."""
        size = _SIZE.search(prolog)
        assert size is not None, "Graphviz wrote no size"
        width, height, view = size.groups()
        language = clean(self.map.language)
        lang = f' xml:lang="{escape(language)}"' if language else ""
        claims = sum(not box.refers for box in self.boxes.values())
        about = f"An argument map of {claims:,} claim{'s' if claims != 1 else ''}. "
        about += " ".join(self.map.claim[thesis].text for thesis in self.map.theses[:3])
        about = " ".join((about, *self.caption))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width}" height="{height}" viewBox="{view}" role="graphics-document" '
            f'aria-labelledby="argmap-title argmap-desc"{lang} font-family="{FONTS}" '
            f'font-size="11">\n<title id="argmap-title">{_plain(title(self.map))}</title>\n'
            f'<desc id="argmap-desc">{_plain(about)}</desc>\n'
        )

    def group(self, name: str) -> str:
        if name in self.boxes:
            return self.claim(name)
        if name in self.steps:
            told = self.tooltips.step(self.map.argument[self.steps[name].id])
            return f'<g id="{name}" class="step">\n<title>{_plain(told)}</title>\n'
        line = self.lines.get(name)
        if line is None:
            kind = "frame" if name.startswith("frame-") else "note"
            return f'<g id="{name}" class="{kind}">\n'
        if not line.tip or line.tail in self.steps:
            return f'<g id="{name}" class="line" aria-hidden="true">\n'
        told = self.tooltips.argument(self.map.argument[line.id])
        return f'<g id="{name}" class="line">\n<title>{_plain(told)}</title>\n'

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
        told = f"<title>{_plain(self.tooltips.claim(box))}</title>"
        if box.refers:
            return f'<g id="{name}" class="{self.kind(box)}">\n{told}\n'
        said = self.tooltips.said(self.map.claim[box.id])
        desc = f"<desc>{_plain(said)}</desc>\n" if said else ""
        return f'<g id="{name}" class="{self.kind(box)}" role="graphics-symbol">\n{told}\n{desc}'


def _plain(text: str) -> str:
    """`text` escaped for XML, without what XML cannot hold; its line breaks are kept."""
    return "\n".join(escape(clean(line)) for line in text.split("\n"))
