from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap
from argmap.rendering import Options
from argmap.rendering.compose import compose
from argmap.rendering.placement import SLIDE, Placement, fitting_side, place
from argmap.rendering.scene import Frame, Scene, frame_size
from argmap.rendering.view import view
from tests.rendering.maps import argument_map, claim, counter, levels, line_of_claims, reason, zoo

SIDES = ("up", "down", "left", "right")


def laid_out(source: ArgumentMap, side: str) -> tuple[Scene, Placement]:
    scene = compose(view(source, Options(all=True)), Options())
    return scene, place(scene, side, 200.0 if side in ("left", "right") else 0.0)


def rectangles(scene: Scene, placement: Placement, side: str) -> list[tuple[float, ...]]:
    sideways = side in ("left", "right")
    column = 200.0 if sideways else 0.0
    found: list[tuple[float, ...]] = []
    for node in scene.nodes:
        if isinstance(node, Frame):
            width, height, _ = frame_size(node, sideways, column)
        else:
            width, height = max(node.width, column), node.height
        x, y = placement.middles[node.name]
        found.append((x - width / 2, y - height / 2, x + width / 2, y + height / 2))
    return found


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Trees with crossings: linked premises, disputed steps, claims used twice, exclusions."""
    count = draw(st.integers(1, 30))
    claims = tuple(claim(f"c{at}", "word " * draw(st.integers(1, 15))) for at in range(count))
    arguments: list[Argument] = []
    for at in range(1, count):
        make = draw(st.sampled_from((reason, counter)))
        places = [f"c{draw(st.integers(0, at - 1))}", *(argument.id for argument in arguments)]
        premises = draw(st.lists(st.integers(1, at), max_size=2))
        arguments.append(
            make(
                f"a{at}",
                " ".join(dict.fromkeys([f"c{at}", *(f"c{premise}" for premise in premises)])),
                draw(st.sampled_from(places)),
                scheme=draw(st.sampled_from(("", "", "expert opinion", "explanation"))),
            )
        )
    for at in range(draw(st.integers(0, 2)) if count > 1 else 0):
        one, other = draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True))
        arguments.append(counter(f"x{at}", f"c{one}", f"c{other}"))
        arguments.append(counter(f"y{at}", f"c{other}", f"c{one}"))
    return argument_map(claims, *arguments, theses="c0")


@given(maps(), st.sampled_from(SIDES))
def test_no_boxes_overlap_and_every_line_has_its_curve(source: ArgumentMap, side: str) -> None:
    scene, placement = laid_out(source, side)
    shapes = rectangles(scene, placement, side)
    for one, other in combinations(shapes, 2):
        apart = (
            one[2] <= other[0] + 1e-6
            or other[2] <= one[0] + 1e-6
            or one[3] <= other[1] + 1e-6
            or other[3] <= one[1] + 1e-6
        )
        assert apart
    assert placement.curves.keys() == {line.name for line in scene.lines}
    for curve in placement.curves.values():
        assert len(curve) % 3 == 1
    assert placement.middles.keys() == {
        *(node.name for node in scene.nodes),
        *(step.name for step in scene.steps),
    }


@pytest.mark.parametrize(
    ("side", "axis", "sign"), [("up", 1, -1), ("down", 1, 1), ("left", 0, 1), ("right", 0, -1)]
)
def test_the_thesis_stands_on_the_side_asked_for(side: str, axis: int, sign: int) -> None:
    _, placement = laid_out(zoo(), side)
    along = {name: at[axis] * sign for name, at in placement.middles.items()}
    thesis = along.pop("claim-t")
    assert all(other > thesis for other in along.values())


def test_reasons_stand_in_the_order_of_the_writer() -> None:
    _, placement = laid_out(levels(5), "left")
    rows = [placement.middles[f"claim-c1-{at}"][1] for at in range(5)]
    assert rows == sorted(rows, reverse=True)
    _, placement = laid_out(levels(5), "up")
    row = [placement.middles[f"claim-c1-{at}"][0] for at in range(5)]
    assert row == sorted(row)


def test_a_row_of_right_to_left_claims_begins_at_the_right() -> None:
    source = argument_map(
        (claim("t", "שלום"), claim("p", "אחת"), claim("q", "שתיים")),
        reason("1", "p", "t"),
        reason("2", "q", "t"),
    )
    _, placement = laid_out(source, "up")
    assert placement.middles["claim-p"][0] > placement.middles["claim-q"][0]


def test_small_maps_stand_upright_and_wide_ones_lie() -> None:
    def side(source: ArgumentMap) -> str:
        return fitting_side(compose(view(source, Options(all=True)), Options()))

    assert side(levels(3)) == "up"
    assert side(levels(30)) == "left"
    wide = levels(30)
    hebrew = argument_map((claim("t", "שלום"), *wide.claims[1:]), *wide.arguments)
    assert side(hebrew) == "right"
    assert SLIDE > 1000


def test_depth_is_no_matter() -> None:
    _, placement = laid_out(line_of_claims(20_000), "left")
    assert len(placement.middles) == 20_000


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("scheme", ["", "expert opinion"])
def test_what_disputes_and_what_backs_a_step_end_apart(side: str, scheme: str) -> None:
    source = argument_map(
        "t p q r",
        reason("1", "p", "t", scheme=scheme),
        counter("2", "q", "1"),
        reason("3", "r", "1"),
    )
    scene, placement = laid_out(source, side)
    (step,) = (step for step in scene.steps if step.id == "1")
    axis = 0 if side in ("left", "right") else 1
    size = (step.width, step.height)[axis]
    thesis = placement.middles["claim-t"][axis]
    one, other = (abs(placement.curves[name][-1][axis] - thesis) for name in ("arrow-2", "arrow-3"))
    # Claim q stands next to the step and its line turns first, so the two do not cross.
    assert 4 < one - other <= size
