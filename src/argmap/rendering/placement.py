"""The places of a whole scene, in the plane, and the side on which the thesis stands best."""

from dataclasses import dataclass

from argmap.rendering.routes import routes
from argmap.rendering.scene import Scene
from argmap.rendering.tidy import Layout, Point

SLIDE = 1500.0  # points; wider pictures are too small to read when they are shown whole


@dataclass(frozen=True, slots=True)
class Placement:
    """Points in a plane whose y grows upwards: the middles of nodes, the curves of lines.

    `order` names the nodes as one reads: a claim, then what bears on it, branch by branch;
    `corner` is the lower left one of them all.

    A curve is a row of cubic Bézier segments (3n + 1 points); `tips` are the ends of lines that
    have an arrow head, where the head touches: (at the tail, at the head).
    """

    order: tuple[str, ...]
    corner: Point
    middles: dict[str, Point]
    curves: dict[str, list[Point]]


def place(scene: Scene, side: str, column: float) -> Placement:
    """The scene with the thesis at `side`; boxes are at least `column` wide."""
    sideways = side in ("left", "right")
    layout = Layout(scene, sideways, column)

    def turned(point: Point) -> Point:
        along, across = point
        # Nought minus nothing is nothing and not minus nothing, which is longer to write.
        if side == "left":
            return along, 0.0 - across
        if side == "right":
            return 0.0 - along, 0.0 - across
        return (0.0 - across if scene.rtl else across), (0.0 - along if side == "up" else along)

    nodes = [place for place in layout.order if place.name in layout.nodes]
    points = {node.name: (node.start + node.along / 2, node.middle) for node in nodes}
    corners = [
        turned((along, node.middle + across))
        for node in nodes
        for along, across in (
            (node.start, -node.across / 2),
            (node.start + node.along, node.across / 2),
        )
    ]
    return Placement(
        tuple(points),
        (min(x for x, _ in corners), min(y for _, y in corners)) if corners else (0.0, 0.0),
        {name: turned(point) for name, point in (points | layout.step_at).items()},
        {name: list(map(turned, curve)) for name, curve in routes(layout)},
    )


def fitting_side(scene: Scene) -> str:
    """Up while the picture is no wider than a slide; then sideways, from where reading begins."""
    boxes = scene.boxes
    # One level alone may be too wide: no need to lay out thousands of boxes to see it.
    if sum(box.width for box in boxes) < 20 * SLIDE:
        across = [x for x, _ in place(scene, "up", 0.0).middles.values()]
        if max(across, default=0.0) - min(across, default=0.0) <= SLIDE:
            return "up"
    return "right" if scene.rtl else "left"
