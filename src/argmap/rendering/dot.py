"""A scene and a theme become DOT.

Every name and value stands in double quotes and is made of characters that need no escape there
(see `xml_ids`), or it is an HTML-like label whose texts are escaped. Labels carry their own least
width, so that text fits with any Graphviz and any font.
"""

from collections.abc import Iterator

from argmap.model.overlay import Fate
from argmap.rendering.heading import heading, lines_used, signs_used, sources, words_used
from argmap.rendering.key import key
from argmap.rendering.labels import FONT
from argmap.rendering.look import Look
from argmap.rendering.placement import Placement, place
from argmap.rendering.scene import TEXT, Frame, Scene, Sign
from argmap.rendering.theme import Theme
from argmap.rendering.tidy import Point

#: `rankdir` by the side of the thesis; lines run towards it.
_RANKDIR = {"up": "BT", "down": "TB", "left": "RL", "right": "LR"}

#: More nodes than this are numbered: no one reads their names, and they are a third of the SVG.
TERSE = 2000

_LEGEND_ROW, _SAMPLE = 15.0, 46.0  # points: the height of a row, the length of a line
_KEY_GAP = 8.0  # above each row of the key to an overlay


def dot(scene: Scene, theme: Theme, side: str, legend: bool = False) -> str:
    """`scene` as DOT with the thesis at `side` (up, down, left, right).

    Every node and line has its place (`pos`), for the engine ``nop2`` (``neato -n2``); the rest of
    the attributes lets ``dot`` find a similar one by itself.
    """
    import graphviz

    sideways = side in ("left", "right")
    column = max((box.width for box in scene.boxes), default=0.0) if sideways else 0.0
    placement = place(scene, side, column)
    look = Look(
        theme,
        sideways,
        column,
        mirrored=scene.rtl and not sideways,
        terse=len(placement.order) > TERSE,
    )
    source: str = graphviz.Digraph(
        name="argmap",
        graph_attr={
            "rankdir": _RANKDIR[side],
            "bgcolor": theme.page,
            "fontname": FONT,
            "nodesep": "0.22",
            "ranksep": "0.2",
            "pad": "0.25",
            "charset": "UTF-8",
            "outputorder": "edgesfirst",
            "labelloc": "t",
            "labeljust": "r" if scene.rtl else "l",
        },
        node_attr={
            "shape": "plain",
            "fontname": FONT,
            "fontsize": f"{TEXT:g}",
            "fontcolor": theme.ink,
            "ordering": "in",
        },
        edge_attr={"fontname": FONT, **look.strokes.common},
        body=list(_body(scene, look, placement, legend)),
    ).source
    return source


def _body(scene: Scene, look: Look, placement: Placement, legend: bool) -> Iterator[str]:
    if label := heading(scene, look.theme):
        yield f"\tlabel=<{label}>\n"
    middles, curves = placement.middles, placement.curves
    nodes = {node.name: node for node in scene.nodes}
    for name in placement.order:
        node = nodes[name]
        yield (
            look.frame(node, middles[name])
            if isinstance(node, Frame)
            else look.box(node, middles[name])
        )
    for step in scene.steps:
        yield look.step(step, middles[step.name])
    for line in scene.lines:
        yield look.line(line, curves[line.name])
    x, y = placement.corner
    if legend:
        yield from _legend(scene, look, (x, y - _LEGEND_ROW))
        told = (signs_used(scene), lines_used(scene), words_used(scene))
        y -= _LEGEND_ROW * (1 + sum(len(list(rows)) for rows in told))
    rows = list(key(scene, look.theme))
    y -= _KEY_GAP if rows else 0.0
    for number, (label, width, height) in enumerate(rows, 1):
        y -= _KEY_GAP + height / 2
        yield f"\t{look.node(f'key-{number}', (x + width / 2, y))} label=<{label}>]\n"
        y -= height / 2
    label, width, height = sources(scene, look.theme)
    if label:
        at = (x + width / 2, y - 2 * _LEGEND_ROW - height / 2)
        yield f"\t{look.node('sources', at)} label=<{label}>]\n"


def _legend(scene: Scene, look: Look, at: Point) -> Iterator[str]:
    """The signs that occur, drawn below the picture just as they are drawn in it."""
    x, y = at
    plain: list[tuple[Sign, Fate | None, str]] = [(s, None, told) for s, told in signs_used(scene)]
    for number, (sign, fate, meaning) in enumerate([*plain, *lines_used(scene)], 1):
        y -= _LEGEND_ROW
        ends = ((x, y), (x + _SAMPLE, y))
        yield from look.sample(f"legend-{number}", sign, ends, sign is Sign.EXCLUDES, fate)
        yield look.told(f"legend-{number}.3", meaning, (x + _SAMPLE + 8.0, y))
    for number, (word, meaning) in enumerate(words_used(scene), 1):
        y -= _LEGEND_ROW
        yield look.told(f"legend-word-{number}", f"{word}: {meaning}", (x, y))
