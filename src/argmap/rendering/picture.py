"""From a map to a finished file: view, scene, DOT, Graphviz, SVG, and PNG or PDF from that."""

import gc
from dataclasses import dataclass
from typing import Literal, get_args

from argmap.diagnostics import did_you_mean
from argmap.model import ArgumentMap
from argmap.model.overlay import Overlay
from argmap.rendering.errors import RenderError
from argmap.rendering.options import Options

Format = Literal["svg", "png", "pdf", "dot"]

_DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished file, and what its reader should know: what is folded, what cannot be drawn."""

    data: bytes
    notes: tuple[str, ...] = ()


def render(
    argument_map: ArgumentMap,
    format: Format = "svg",
    options: Options = _DEFAULT,
    overlay: Overlay | None = None,
) -> Picture:
    """Draws `argument_map`, with the marks of `overlay` at the claims and arguments it has.

    Raises:
        RenderError: it cannot be drawn as asked; the message says why.
    """
    if format not in get_args(Format):
        hint = did_you_mean(str(format), get_args(Format))
        raise RenderError(f"there is no format `{format}`; {hint}")
    was_on = gc.isenabled()
    gc.disable()  # a large map is many small values and no cycles: collecting costs a fifth
    try:
        return _render(argument_map, format, options, overlay or Overlay())
    finally:
        if was_on:
            gc.enable()


def _render(
    argument_map: ArgumentMap, format: Format, options: Options, overlay: Overlay
) -> Picture:
    # Each stage is imported when it is reached: `dot` needs no Graphviz, `svg` no fonts.
    from argmap.rendering.compose import compose
    from argmap.rendering.dot import dot
    from argmap.rendering.placement import fitting_side
    from argmap.rendering.theme import theme
    from argmap.rendering.view import view

    colours = theme(options.theme)
    scene = compose(view(argument_map, options, overlay), options, overlay)
    side = fitting_side(scene) if options.direction == "auto" else options.direction
    source = dot(scene, colours, side, options.legend or overlay.compares)
    if format == "dot":
        return Picture(source.encode(), scene.notes)

    from argmap.rendering.dress import dress
    from argmap.rendering.engine import draw

    drawn = dress(draw(source, options.timeout), scene)
    if format == "svg":
        return Picture(drawn.encode(), scene.notes)

    from argmap.rendering.raster import pdf, png

    data, notes = png(drawn) if format == "png" else pdf(drawn)
    return Picture(data, (*scene.notes, *notes))


def svg(
    argument_map: ArgumentMap, options: Options = _DEFAULT, overlay: Overlay | None = None
) -> str:
    """The picture of a map as SVG text."""
    return render(argument_map, "svg", options, overlay).data.decode()
