"""The one exception of this package."""


class RenderError(Exception):
    """A picture cannot be drawn; the message says why and what to do, in plain words."""
