"""What a reader may ask of a picture."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from argmap.diagnostics import did_you_mean
from argmap.rendering.errors import RenderError

if TYPE_CHECKING:
    from argmap.rendering.theme import Theme

#: The side on which the thesis stands; `auto` is up for small maps and left for wide ones.
Direction = Literal["auto", "up", "down", "left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a map is drawn.

    Attributes:
        theme: the name of a built-in theme, or a theme.
        depth: levels below the thesis (or below `focus`) that are drawn; the rest is folded.
        all: draw everything, however large; without it, a large map is folded.
        focus: id of a claim: only it, what bears on it, and the way up to its thesis.
        branch: id of an argument on a thesis: only that thesis, the argument and what is below.
        direction: the side on which the thesis stands.
        wrap: columns per line of a claim, as a terminal counts them (a Chinese character is two).
        legend: explain the signs that occur.
        timeout: seconds that the layout may take.
    """

    theme: "str | Theme" = "light"
    depth: int | None = None
    all: bool = False
    focus: str = ""
    branch: str = ""
    direction: Direction = "auto"
    wrap: int = 32
    legend: bool = False
    timeout: float = 60.0

    def __post_init__(self) -> None:
        if self.wrap < 8:
            raise RenderError(f"`wrap` is {self.wrap}; a line holds at least 8 columns")
        if self.depth is not None and self.depth < 0:
            raise RenderError(f"`depth` is {self.depth}; the least is 0, the thesis alone")
        if self.direction not in get_args(Direction):
            raise RenderError(
                f"there is no direction `{self.direction}`; "
                f"{did_you_mean(self.direction, get_args(Direction))}"
            )
