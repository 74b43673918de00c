"""What stands around a map: its title above, its sources and the signs explained below."""

from collections import Counter
from collections.abc import Iterator

from argmap.model import Reference
from argmap.model.overlay import Fate
from argmap.rendering.labels import FONT, escaped, font, lines_of, row
from argmap.rendering.marks import embedded
from argmap.rendering.scene import LINE, SMALL, TEXT, TITLE, Frame, Scene, Sign
from argmap.rendering.text import clean, measure, wrap
from argmap.rendering.theme import Theme


def heading(scene: Scene, theme: Theme) -> str:
    """Title, date and authors, as a label."""
    source = scene.map
    title = clean(source.title) or clean(source.question)
    rtl = scene.rtl
    side = "RIGHT" if rtl else "LEFT"
    rows = []
    if title:
        lines = wrap(title, 72)
        text = font(lines_of(lines, rtl), TITLE, theme.ink, f"{FONT}-Bold")
        rows.append(row(text, TITLE, lines, side, bold=True))
    below = " · ".join(filter(None, (clean(source.date), *map(clean, source.authors))))
    if below:
        lines = wrap(below, 100)
        rows.append(row(font(lines_of(lines, rtl), TEXT, theme.faint), TEXT, lines, side))
    for caption in map(clean, scene.overlay.caption):
        lines = [embedded(line, rtl) for line in wrap(caption, 100)]
        rows.append(row(font(lines_of(lines, rtl), TEXT, theme.ink), TEXT, lines, side))
    if not rows:
        return ""
    space = '<TR><TD HEIGHT="14"></TD></TR>'
    return f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(rows)}{space}</TABLE>'


def sources(scene: Scene, theme: Theme) -> tuple[str, float, float]:
    """The sources that are cited, by number: a label, its width and height in points."""
    side = "RIGHT" if scene.rtl else "LEFT"
    rows, width, count = [], 0.0, 0
    for number in scene.sources:
        reference = scene.map.sources[number - 1]
        lines = wrap(f"[{number}] {_described(reference)}", 120)
        text = font(lines_of(lines, scene.rtl), SMALL, theme.faint)
        rows.append(row(text, SMALL, lines, side, link=_link(reference)))
        width = max(width, *map(measure, lines))
        count += len(lines)
    label = f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(rows)}</TABLE>'
    return label if rows else "", width * SMALL + 2, count * SMALL * LINE + 2 * len(rows)


def _described(source: Reference) -> str:
    title = clean(source.title) or clean(source.id)
    return ", ".join(filter(None, (*map(clean, source.author), title, clean(source.date))))


def _link(source: Reference) -> str:
    """The attributes of a link to a source, where following it is safe."""
    url = escaped(clean(source.link))
    return f' HREF="{url}" TITLE="{url}"' if url else ""


#: What the signs mean, in the order in which they are explained.
_MEANINGS = {
    Sign.FOR: "reason: speaks for what it points at",
    Sign.AGAINST: "counterpoint: speaks against what it points at, a claim or a step",
    Sign.EXPLAINS: "explains why; argues neither for nor against",
    Sign.EXCLUDES: "cannot both stand",
}

#: What several bars on one card mean.
_BARS = {
    (Sign.FOR, Sign.AGAINST): ("two bars", "a reason here and a counterpoint there"),
    (Sign.FOR, Sign.EXPLAINS): ("two bars", "a reason here and an explanation there"),
    (Sign.AGAINST, Sign.EXPLAINS): ("two bars", "a counterpoint here and an explanation there"),
    (Sign.FOR, Sign.AGAINST, Sign.EXPLAINS): (
        "three bars",
        "a reason, a counterpoint and an explanation, each in a place of its own",
    ),
}


def signs_used(scene: Scene) -> Iterator[tuple[Sign, str]]:
    """The kinds of lines that occur, and what they mean."""
    used = {line.sign for line in scene.lines if line.fate is not Fate.REMOVED}
    return ((sign, meaning) for sign, meaning in _MEANINGS.items() if sign in used)


def lines_used(scene: Scene) -> Iterator[tuple[Sign, Fate, str]]:
    """The kinds of lines that are only drawn where two versions are compared."""
    used = {line.fate: line.sign for line in reversed(scene.lines)}
    if Fate.ADDED in used:
        yield used[Fate.ADDED], Fate.ADDED, "added: argued so in the new version"
    if Fate.REMOVED in used:
        yield used[Fate.REMOVED], Fate.REMOVED, "removed: argued so in the old version"


def words_used(scene: Scene) -> Iterator[tuple[str, str]]:
    """The other signs that occur, and what they mean."""
    boxes = scene.boxes
    linked = {node.sign for node in scene.nodes if isinstance(node, Frame)}
    inputs = Counter(line.head for line in scene.lines if not line.tip)
    linked |= {step.sign for step in scene.steps if inputs[step.name] > 1}
    if linked - {Sign.EXPLAINS}:
        yield "+", "count only together"
    if Sign.EXPLAINS in linked:
        yield "+", "explain only together"
    if any(box.implicit for box in boxes):
        yield "unstated", "supplied by the mapper"
    bars = {box.signs for box in boxes}
    yield from (told for signs, told in _BARS.items() if signs in bars)
    if any(box.refers for box in boxes):
        yield "↗", "a claim that stands elsewhere in the picture"
    if scene.folded and scene.overlay.compares:
        yield "+1 below", "so many claims are folded away"
