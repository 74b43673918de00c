"""Pictures of a map: SVG, PNG, PDF, and the DOT behind them."""

from dataclasses import dataclass
from typing import Literal

from argmap.model import ArgumentMap
from argmap.rendering.errors import RenderError
from argmap.rendering.options import Direction, Options

__all__ = ["Direction", "Options", "Picture", "RenderError", "render", "svg"]

Format = Literal["svg", "png", "pdf", "dot"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished file, and what its reader should know: what is folded, what cannot be drawn."""

    data: bytes
    notes: tuple[str, ...] = ()


def render(
    argument_map: ArgumentMap, format: Format = "svg", options: Options = Options()
) -> Picture:  # noqa: A002, B008
    from argmap.rendering.dot import dot
    from argmap.rendering.engine import layout
    from argmap.rendering.scene import scene
    from argmap.rendering.theme import theme
    from argmap.rendering.view import view

    shown = scene(view(argument_map, options), options)
    side = options.direction if options.direction != "auto" else "up"
    placed = True
    text = dot(shown, theme(options.theme), side, options.legend, placed)
    if format == "dot":
        return Picture(text.encode(), shown.notes)
    drawn = layout(text, "nop2" if placed else "dot", options.timeout)
    return Picture(drawn.encode(), shown.notes)


def svg(argument_map: ArgumentMap, options: Options = Options()) -> str:  # noqa: B008
    """The map as SVG text."""
    return render(argument_map, "svg", options).data.decode()
