"""Pictures of a map: SVG, PNG, PDF, and the DOT behind them."""

from argmap.rendering.branches import pages
from argmap.rendering.errors import RenderError
from argmap.rendering.options import Direction, Options
from argmap.rendering.picture import Format, Picture, render, svg

__all__ = [
    "Direction",
    "Format",
    "Options",
    "Picture",
    "RenderError",
    "pages",
    "render",
    "svg",
]
