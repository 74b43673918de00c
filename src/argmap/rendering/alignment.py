"""Text in Graphviz' SVG that is not flush left, put where its box says.

Graphviz writes where a text begins and guesses its width, which no script but Latin fits.
"""

import re
from collections.abc import Iterable

from argmap.rendering.scene import LEAD, LINE, PAD, TEXT, THESIS, Box, Shape, Step

_NUMBERS = re.compile(r"-?[\d.]+")
_TEXT_START = re.compile(r'<text x="[^"]*"')
_TEXT = re.compile(
    r'<text x="(?P<x>[^"]*)" y="(?P<y>[^"]*)"(?P<look>[^>]*)>(?P<text>[^<]*)</text>\n'
)


def aligned(body: str, node: Box | Step | None) -> str:
    """The group of a node with its texts in the middle or at the right, where it has them there."""
    if node is None:
        return body
    notes = len(node.notes)
    if isinstance(node, Step):
        if (node.lines or notes) and node.shape is not Shape.JOINT:
            words = body.count("<text") - notes - bool(notes)
            return _anchored(body, "middle", [sum(_edges(body)) / 2] * words)
        return body
    if node.words:
        size = THESIS if node.thesis else TEXT
        body = _rejoined(body, len(node.words), size * LINE)
    if node.rtl and "<text" in body:
        words = body.count("<text") - notes - bool(notes)
        at = _edges(body)[1] - node.rim - node.bars - PAD
        return _anchored(body, "end", [at] * words + [at - LEAD] * notes + [at])
    return body


def flush_right(body: str) -> str:
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
