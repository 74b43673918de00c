import pytest

from argmap.rendering import Options, RenderError, pages
from argmap.rendering.folding import READABLE
from argmap.rendering.view import view
from tests.rendering.maps import argument_map, counter, levels, line_of_claims, reason, zoo


def test_all_of_a_small_map_is_seen() -> None:
    seen = view(zoo(), Options())
    assert set(seen.claims) == set(zoo().claim)
    assert {argument.id for argument in seen.arguments} == set(zoo().argument)
    assert seen.notes == ()


def test_depth_folds_and_counts_what_is_below() -> None:
    seen = view(levels(3, 4, 5), Options(depth=1))
    assert len(seen.claims) == 1 + 3
    assert seen.folded == {"c1-0": 4 + 5}
    assert seen.notes == ("4 of 13 claims are drawn, to depth 1",)


def test_depth_nought_is_the_thesis_alone() -> None:
    seen = view(levels(3, 4), Options(depth=0))
    assert seen.claims == ("t",)
    assert seen.folded == {"t": 7}


def test_what_disputes_a_step_folds_with_it() -> None:
    seen = view(
        argument_map("t p q", reason("a", "p", "t"), counter("b", "q", "a")), Options(depth=1)
    )
    assert seen.claims == ("t", "p")
    assert seen.folded == {"p": 1}


def test_a_large_map_is_folded_and_says_so() -> None:
    large = levels(300, 150, 100)
    seen = view(large, Options())
    assert len(seen.claims) == 451 <= READABLE
    assert "451 of 551 claims are drawn, to depth 2" in seen.notes[0]
    assert len(view(large, Options(all=True)).claims) == 551
    assert len(view(large, Options(depth=3)).claims) == 551


def test_the_first_level_is_never_folded_away() -> None:
    seen = view(levels(700, 5), Options())
    assert len(seen.claims) == 701
    assert seen.notes[0].startswith("701 of 706 claims are drawn, to depth 1")


def test_a_first_level_that_is_too_large_is_said() -> None:
    large = levels(700)
    (note,) = view(large, Options()).notes
    assert note.startswith("701 claims stand on the first level or above and cannot be folded")
    assert view(levels(700, 5), Options()).notes[1] == note
    assert view(large, Options(all=True)).notes == ()
    assert view(large, Options(depth=1)).notes == ()
    assert view(levels(READABLE - 1), Options()).notes == ()


def test_hidden_and_shown_are_all() -> None:
    for depth in range(5):
        seen = view(levels(3, 4, 5), Options(depth=depth))
        assert len(seen.claims) + sum(seen.folded.values()) == 13


def test_focus_shows_a_claim_what_bears_on_it_and_the_way_up() -> None:
    seen = view(zoo(), Options(focus="fund"))
    assert set(seen.claims) == {"fund", "else", "cost", "why", "t"}
    assert seen.aside == {"t"}
    below_a_step = view(zoo(), Options(focus="room"))
    assert set(below_a_step.claims) == {"room", "suffer", "value", "t"}
    assert below_a_step.aside == {"suffer", "value", "t"}
    assert {argument.id for argument in below_a_step.arguments} == {"a1", "a2"}


def test_focus_on_a_claim_that_is_not_there() -> None:
    with pytest.raises(RenderError, match="there is no claim `sufer`: did you mean `suffer`"):
        view(zoo(), Options(focus="sufer"))


def test_claims_that_nothing_ties_to_a_thesis_are_seen_too() -> None:
    loose = argument_map(
        "t a b c d", reason("1", "b", "a"), counter("2", "d", "c"), counter("3", "c", "d")
    )
    assert set(view(loose, Options()).claims) == {"t", "a", "b", "c", "d"}


def test_depth_does_not_end_a_deep_map() -> None:
    assert len(view(line_of_claims(20_000), Options(all=True)).claims) == 20_000


def test_pages_are_the_whole_and_each_branch() -> None:
    made = list(pages(zoo(), Options(wrap=30)))
    assert [suffix for suffix, _ in made] == ["", "-1-suffer", "-2-fund", "-3-cost"]
    assert all(options.wrap == 30 for _, options in made)
    first = view(zoo(), made[1][1])
    assert set(first.claims) == {"t", "suffer", "value", "room"}


def test_a_branch_that_is_not_there() -> None:
    with pytest.raises(RenderError, match="there is no argument `nope`"):
        view(zoo(), Options(branch="nope"))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"wrap": 3}, "`wrap` is 3"),
        ({"depth": -1}, "`depth` is -1"),
        ({"direction": "lef"}, "left"),
    ],
)
def test_options_that_make_no_sense(wrong: dict[str, object], says: str) -> None:
    with pytest.raises(RenderError, match=says):
        Options(**wrong)  # type: ignore[arg-type]
