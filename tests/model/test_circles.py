"""Support in a circle is found if there is any, and only then."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.model import Argument, ArgumentMap, Claim, Stance
from argmap.model.circles import support_circles, supported


def brute_force(map: ArgumentMap) -> set[str]:
    """The claims that support themselves: what can be reached from each, by hand."""
    edges: dict[str, set[str]] = {}
    for argument in map.arguments:
        conclusion = supported(map, argument)
        for premise in argument.premises if conclusion is not None else ():
            edges.setdefault(premise, set()).add(conclusion or "")
    circular = set()
    for start in edges:
        reached, rest = set(), [start]
        while rest:
            for other in edges.get(rest.pop(), ()):
                if other not in reached:
                    reached.add(other)
                    rest.append(other)
        if start in reached:
            circular.add(start)
    return circular


@st.composite
def graphs(draw: st.DrawFn) -> ArgumentMap:
    claims = [f"c{number}" for number in range(draw(st.integers(1, 6)))]
    arguments: list[Argument] = []
    for number in range(draw(st.integers(0, 9))):
        target = draw(st.sampled_from([*claims, *(argument.id for argument in arguments)]))
        premises = draw(st.lists(st.sampled_from(claims), min_size=1, max_size=3))
        stance = draw(st.sampled_from([Stance.FOR, Stance.FOR, Stance.AGAINST]))
        scheme = draw(st.sampled_from(["", "", "", "explanation"]))
        arguments.append(Argument(f"a{number}", tuple(premises), stance, target, scheme=scheme))
    return ArgumentMap(tuple(Claim(id, id) for id in claims), tuple(arguments), ("c0",))


@given(graphs())
def test_circles_are_found_where_there_are_any(map: ArgumentMap) -> None:
    circular = brute_force(map)
    circles = list(support_circles(map))
    assert bool(circles) is bool(circular)
    for circle in circles:
        # Each argument of a circle supports a premise of the next, the last one of the first.
        for argument, following in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert supported(map, argument) in following.premises
            assert supported(map, argument) in circular


def test_every_circle_that_stands_apart_is_found() -> None:
    claims = tuple(Claim(id, id) for id in "abcd")
    ways = [("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]
    arguments = tuple(Argument(p + t, (p,), Stance.FOR, t) for p, t in ways)
    assert len(list(support_circles(ArgumentMap(claims, arguments, ("a",))))) == 2


def test_a_long_circle_and_a_deep_chain_of_backing_are_walked() -> None:
    many = 20_000
    claims = tuple(Claim(f"c{i}", "x") for i in range(many))
    ring = tuple(
        Argument(f"a{i}", (f"c{i}",), Stance.FOR, f"c{(i + 1) % many}") for i in range(many)
    )
    (circle,) = support_circles(ArgumentMap(claims, ring, ("c0",)))
    assert len(circle) == many
    backing = tuple(
        Argument(f"a{i}", (f"c{i}",), Stance.FOR, f"a{i - 1}" if i else "c0") for i in range(1, 900)
    )
    chain = (Argument("a0", ("c1",), Stance.FOR, "c0"), *backing)
    assert list(support_circles(ArgumentMap(claims, chain, ("c0",)))) == []


def test_attacks_and_explanations_support_nothing() -> None:
    map = ArgumentMap(
        (Claim("a", "a"),),
        (
            Argument("attack", ("a",), Stance.AGAINST, "a"),
            Argument("explanation", ("a",), Stance.FOR, "a", scheme="explanation"),
            Argument("of-an-attack", ("a",), Stance.FOR, "attack"),
        ),
    )
    assert list(support_circles(map)) == []
    assert [supported(map, argument) for argument in map.arguments] == [None, None, None]
