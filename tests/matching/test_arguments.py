"""Which step of one version is which of another."""

from argmap.matching import match, match_arguments
from argmap.model import Argument, ArgumentMap, Claim, Stance

CLAIMS = tuple(
    Claim(id, text)
    for id, text in {
        "t": "The town should buy the orchard", "u": "Rents rose faster than wages",
        "a": "Bees pollinate most fruit trees", "b": "Trams are late", "c": "Salt corrodes steel",
    }.items()
)  # fmt: skip
FOR, AGAINST = Stance.FOR, Stance.AGAINST


def steps(*arguments: Argument) -> ArgumentMap:
    return ArgumentMap(CLAIMS, arguments, ("t",))


def found(old: ArgumentMap, new: ArgumentMap, *, ignore_ids: bool = False) -> dict[str, str]:
    return dict(match_arguments(old, new, match(old, new), ignore_ids=ignore_ids))


def test_what_says_the_same_is_the_same_whatever_its_id() -> None:
    old = steps(Argument("1", ("a", "b"), FOR, "t"), Argument("2", ("c",), AGAINST, "t"))
    new = steps(Argument("2", ("b", "a"), FOR, "t"), Argument("1", ("c",), AGAINST, "t"))
    assert found(old, new) == {"1": "2", "2": "1"}


def test_an_id_holds_a_step_that_was_turned() -> None:
    old, new = steps(Argument("1", ("a",), FOR, "t")), steps(Argument("1", ("a",), AGAINST, "t"))
    assert found(old, new) == {"1": "1"}
    assert found(old, new, ignore_ids=True) == {"1": "1"}


def test_an_id_is_not_believed_where_nothing_is_shared() -> None:
    old, new = steps(Argument("1", ("a",), FOR, "t")), steps(Argument("1", ("c",), FOR, "u"))
    assert found(old, new) == {}


def test_a_premise_more_or_less() -> None:
    old = steps(Argument("1", ("a", "b"), FOR, "t"), Argument("2", ("c",), FOR, "t"))
    new = steps(Argument("x", ("a", "b", "c"), FOR, "t"))
    assert found(old, new) == {"1": "x"}
    assert found(new, old) == {"x": "1"}


def test_the_same_premises_on_another_target() -> None:
    old, new = steps(Argument("1", ("a",), FOR, "t")), steps(Argument("x", ("a",), AGAINST, "u"))
    assert found(old, new) == {"1": "x"}


def test_an_objection_that_became_an_undercut() -> None:
    reason = Argument("1", ("a",), FOR, "t")
    old = steps(reason, Argument("2", ("b",), AGAINST, "t"))
    new = steps(reason, Argument("x", ("b",), AGAINST, "1"))
    assert found(old, new) == {"1": "1", "2": "x"}


def test_undercuts_follow_the_steps_that_they_undercut() -> None:
    old = steps(
        Argument("1", ("a",), FOR, "t"), Argument("2", ("a",), FOR, "u"),
        Argument("3", ("c",), AGAINST, "1"), Argument("4", ("c",), AGAINST, "2"),
        Argument("5", ("b",), AGAINST, "4"),
    )  # fmt: skip
    new = steps(
        Argument("z", ("c",), AGAINST, "x"), Argument("y", ("c",), AGAINST, "w"),
        Argument("x", ("a",), FOR, "u"), Argument("w", ("a",), FOR, "t"),
        Argument("v", ("b",), AGAINST, "z"),
    )  # fmt: skip
    assert found(old, new) == {"1": "w", "2": "x", "3": "y", "4": "z", "5": "v"}


def test_equal_steps_are_paired_by_id_and_then_in_order() -> None:
    same = [Argument(id, ("a",), FOR, "t") for id in ("1", "2", "3")]
    assert found(steps(*same), steps(*same[::-1])) == {"1": "1", "2": "2", "3": "3"}
    others = [Argument(id, ("a",), FOR, "t") for id in ("x", "y")]
    assert found(steps(*same), steps(*others)) == {"1": "x", "2": "y"}


def test_steps_of_claims_that_are_gone_are_gone() -> None:
    old = steps(Argument("1", ("a",), FOR, "t"))
    assert found(old, ArgumentMap(CLAIMS[:2], (), ("t",))) == {}
    assert found(ArgumentMap(()), old) == {}


def test_thousands_of_steps_between_two_claims() -> None:
    many = [Argument(f"s{n}", ("a", "b"), FOR, "t") for n in range(3000)]
    turned = [Argument(f"r{n}", ("a", "b", "c"), AGAINST, "t") for n in range(3000)]
    assert found(steps(*many), steps(*turned))
