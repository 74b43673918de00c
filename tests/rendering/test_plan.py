from argmap.rendering import Options
from argmap.rendering.plan import SMALL_MAP, plan
from argmap.rendering.view import view
from tests.rendering.maps import argument_map, claim, counter, levels, reason, zoo


def test_claims_of_a_level_share_a_row_and_steps_stand_between() -> None:
    made = plan(view(zoo(), Options()))
    assert [made.rank[name] for name in ("t", "suffer", "room", "fund", "else")] == [0, 3, 3, 3, 6]
    assert [made.rank[name] for name in ("a1", "a2", "a6")] == [1, 2, 4]


def test_what_disputes_what_disputes_stands_a_level_deeper() -> None:
    chain = argument_map(
        "t p q r s",
        reason("1", "p", "t"),
        counter("2", "q", "1"),
        counter("3", "r", "2"),
        counter("4", "s", "3"),
    )
    made = plan(view(chain, Options()))
    assert [made.rank[name] for name in ("1", "2", "3", "4")] == [1, 2, 4, 5]
    assert [made.rank[name] for name in "pqrs"] == [3, 3, 6, 6]


def test_linked_premises_that_stand_together_share_a_frame() -> None:
    assert plan(view(zoo(), Options())).framed == {"a1"}


def test_a_line_leads_to_a_claim_near_by_and_a_reference_to_a_distant_one() -> None:
    uses = (
        reason("1", "p", "t"),
        reason("2", "q", "t"),
        reason("3", "r", "p"),
        reason("4", "r", "q"),
    )
    small = argument_map("t p q r", *uses)
    assert plan(view(small, Options())).distant == set()
    filler = tuple(claim(f"f{at}") for at in range(SMALL_MAP))
    large = argument_map(
        (*small.claims, *filler), *uses, *(reason(f"x{f.id}", f.id, "t") for f in filler)
    )
    made = plan(view(large, Options()))
    assert made.distant == {("4", "r")}
    assert made.first["r"] == "3"


def test_lines_never_skip_a_level() -> None:
    deep = argument_map(
        "t p q", reason("1", "p", "t"), reason("2", "q", "p"), counter("3", "q", "t")
    )
    made = plan(view(deep, Options()))
    assert made.first["q"] == "3"
    assert made.distant == {("2", "q")}


def test_the_thesis_stands_under_nothing() -> None:
    made = plan(view(argument_map("t p", reason("1", "p", "t"), counter("2", "t", "p")), Options()))
    assert "t" not in made.first
    assert made.distant == {("2", "t")}
    assert made.partner == {}


def test_an_exclusion_is_no_use() -> None:
    made = plan(view(zoo(), Options()))
    assert {argument.id for argument in made.partner.values()} == {"x1", "x2"}
    assert [argument.id for argument in made.uses["cost"]] == ["a4"]


def test_every_claim_but_the_thesis_stands_somewhere() -> None:
    made = plan(view(levels(4, 5, 6), Options()))
    assert len(made.first) == 15
