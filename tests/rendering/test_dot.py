"""What is asked of Graphviz for each sign of the visual language."""

import re
from collections.abc import Callable

import pytest

from argmap.model import Argument, ArgumentMap, Citation, Reference
from argmap.rendering import Options, render
from tests.rendering.maps import argument_map, claim, counter, hostile, levels, reason, zoo


def dot(source: ArgumentMap, **options: object) -> str:
    return render(source, "dot", Options(**options)).data.decode()  # type: ignore[arg-type]


def statement(text: str, identifier: str) -> str:
    (found,) = [line for line in text.splitlines() if f'id="{identifier}"' in line]
    return found


def explanation(identifier: str, premises: str, target: str) -> Argument:
    return reason(identifier, premises, target, scheme="explanation")


ZOO = dot(zoo())


def test_it_is_the_same_every_time() -> None:
    assert dot(zoo()) == ZOO
    assert dot(hostile()) == dot(hostile())


def test_the_thesis_is_the_dark_card() -> None:
    assert 'BGCOLOR="#1f2a44"' in statement(ZOO, "claim-t")
    assert ZOO.count('BGCOLOR="#1f2a44"') == 2  # the card and its bar
    assert "Helvetica-Bold" in statement(ZOO, "claim-t")


def test_a_plain_reason_is_a_solid_line_with_an_arrow_head() -> None:
    line = statement(ZOO, "arrow-a4")
    assert line.lstrip().startswith('"claim-cost" -> "claim-t"')
    assert "style" not in line
    assert "dir" not in line
    assert 'edge [arrowhead=normal arrowsize=0.7 color="#17713f"' in ZOO
    assert 'id="step-a4"' not in ZOO


def test_a_counterpoint_is_dashed_ends_in_a_bar_and_says_but() -> None:
    word, line = statement(ZOO, "step-a3"), statement(ZOO, "arrow-a3")
    assert ">but<" in word
    assert 'BORDER="0"' in word
    assert line.lstrip().startswith('"step-a3" -> "claim-t"')
    assert "style=dashed" in line
    assert "arrowhead=tee" in line
    inner = statement(ZOO, "line-a3.1")
    assert "style=dashed" in inner
    assert "dir=none" in inner


def test_an_explanation_is_dotted_grey_and_says_so() -> None:
    word, line = statement(ZOO, "step-a5"), statement(ZOO, "arrow-a5")
    assert ">explains<" in word
    assert "style=dotted" in line
    assert "arrowhead=vee" in line
    assert "#17713f" not in word + line
    assert ">explanation<" not in ZOO


def test_linked_premises_stand_in_one_frame_joined_by_a_plus() -> None:
    frame = statement(ZOO, "frame-a1")
    assert 'PORT="claim-suffer"' in frame
    assert 'PORT="claim-value"' in frame
    assert frame.count(">+<") == 1
    assert statement(ZOO, "line-a1.1").lstrip().startswith('"frame-a1" -> "step-a1"')


def test_the_scheme_stands_on_the_step_and_a_warrant_too() -> None:
    assert "practical reasoning" in statement(ZOO, "step-a1")
    assert "money has no colour" in statement(ZOO, "step-a6")
    assert ">but<" in statement(ZOO, "step-a6")


def test_what_disputes_a_step_points_at_the_step() -> None:
    assert statement(ZOO, "arrow-a2").lstrip().startswith('"step-a2" -> "step-a1"')


def test_a_disputed_plain_reason_gets_a_point_to_point_at() -> None:
    text = dot(argument_map("t p q r", reason("1", "p", "t"), counter("2", "q", "1")))
    assert "shape=point" in statement(text, "step-1")


def test_claims_that_exclude_each_other_share_one_line_with_two_bars() -> None:
    assert ZOO.count(">not both<") == 1
    one, other = statement(ZOO, "arrow-x1.1"), statement(ZOO, "arrow-x1.2")
    assert "arrowtail=tee" in one
    assert "dir=back" in one
    assert "arrowhead=tee" in other
    assert "x2" not in ZOO


def test_premises_that_share_no_frame_meet_in_a_joint() -> None:
    shared = argument_map(
        "t p q r", reason("1", "p", "t"), reason("2", "q", "t"), counter("3", "p q", "t")
    )
    text = dot(shared)
    assert ">+ but<" in statement(text, "step-3")
    joint = dot(argument_map("t p q r", reason("1", "p", "t"), reason("2", "p q", "t")))
    assert "shape=circle" in statement(joint, "step-2")
    assert 'label="+"' in statement(joint, "step-2")


def test_the_bar_says_what_a_claim_does() -> None:
    text = dot(
        argument_map("t p q", reason("1", "p", "t"), counter("2", "q", "t"), counter("3", "q", "p"))
    )
    assert re.findall(r'WIDTH="5" BGCOLOR="(.*?)"', statement(text, "claim-p")) == ["#17713f"]
    both = dot(
        argument_map(
            "t p q r", reason("1", "p", "t"), counter("2", "r", "t"), reason("3", "r", "t")
        )
    )
    assert re.findall(r'WIDTH="5" BGCOLOR="(.*?)"', statement(both, "claim-r")) == [
        "#17713f",
        "#b3261e",
    ]


def test_what_is_unstated_is_dashed_slanted_and_says_so() -> None:
    frame = statement(ZOO, "frame-a1")
    card = frame[frame.index('ID="claim-value"') :]
    assert 'STYLE="dashed"' in card
    assert "Helvetica-Oblique" in card
    assert "unstated · weight 0.9" in card


def test_speakers_standing_and_sources_are_one_small_line() -> None:
    assert "The vet, via The paper · questioned<" in ZOO
    assert ">[1] “pacing”<" in ZOO
    assert "[1] Dr. No, A study, 2020" in ZOO
    assert "p. 4" not in ZOO


def test_a_distant_claim_is_referred_to() -> None:
    fillers = tuple(claim(f"f{at}") for at in range(30))
    source = argument_map(
        (claim("t"), claim("p"), claim("q"), *fillers),
        reason("1", "p", "t"),
        reason("2", "q", "t"),
        counter("3", "p", "q"),
        *(reason(f"x{filler.id}", filler.id, "t") for filler in fillers),
    )
    reference = statement(dot(source), "ref-3.1")
    assert 'HREF="#claim-p"' in reference
    assert "Claim p ↗" in reference


def test_what_is_folded_is_said_on_the_card() -> None:
    text = dot(levels(2, 3), depth=1)
    assert "+3 below" in statement(text, "claim-c1-0")
    assert "below" not in statement(text, "claim-c1-1")


def test_the_title_its_date_and_authors_stand_on_top() -> None:
    label = next(line for line in ZOO.splitlines() if line.startswith("\tlabel=<"))
    assert "The zoo" in label
    assert "2026-01-02 · Somebody" in label
    assert "labelloc=t" in ZOO


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//x", "http", "[", ""]
)
def test_only_safe_links_are_links(url: str) -> None:
    source = argument_map((claim("t", cites=(Citation("s"),)),), sources=(Reference("s", url=url),))
    assert "HREF" not in dot(source)
    assert 'HREF="https://example.org/?a=1&amp;b=2"' in ZOO


def test_the_legend_has_only_signs_that_occur() -> None:
    assert "legend" not in ZOO
    full = dot(zoo(), legend=True)
    assert 'id="legend-4"' in full
    assert "unstated: supplied by the mapper" in full
    small = dot(levels(2), legend=True)
    assert "reason: speaks for" in small
    assert "counterpoint" not in small
    assert "unstated" not in small


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ((reason, counter), "two bars: a reason here and a counterpoint there"),
        ((reason, explanation), "two bars: a reason here and an explanation there"),
        ((counter, explanation), "two bars: a counterpoint here and an explanation there"),
        ((reason, counter, explanation), "three bars: a reason, a counterpoint and an explanation"),
        ((reason, reason), ""),
    ],
)
def test_the_legend_tells_bars_by_what_they_join(
    uses: tuple[Callable[..., Argument], ...], told: str
) -> None:
    arguments = (use(f"a{at}", "p", f"t{at}") for at, use in enumerate(uses))
    text = dot(argument_map("t0 t1 t2 p", *arguments, theses="t0 t1 t2"), legend=True)
    assert told in text
    assert text.count(" bars: ") == bool(told)


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (reason, "+: count only together"),
        (counter, "+: count only together"),
        (explanation, "+: explain only together"),
    ],
)
def test_the_legend_explains_the_plus(
    make: Callable[..., Argument], told: str, shared: bool
) -> None:
    others = (reason("b", "p", "t"),) if shared else ()  # no frame then, but a joint
    text = dot(argument_map("t p q", *others, make("a", "p q", "t")), legend=True)
    assert ("frame-a" in text) != shared
    assert told in text
    assert text.count(" only together") == 1


def test_right_to_left_text_is_flush_right_with_its_bar_there() -> None:
    text = dot(argument_map((claim("t", "שלום"), claim("p", "English")), reason("1", "p", "t")))
    card = statement(text, "claim-t")
    assert 'ALIGN="RIGHT"' in card
    assert card.index("שלום") < card.index('WIDTH="5"')
    assert 'ALIGN="RIGHT"' not in statement(text, "claim-p")


@pytest.mark.parametrize(
    ("side", "rankdir"), [("up", "BT"), ("down", "TB"), ("left", "RL"), ("right", "LR")]
)
def test_the_direction_is_the_side_of_the_thesis(side: str, rankdir: str) -> None:
    assert f"rankdir={rankdir}" in dot(zoo(), direction=side)


def test_hostile_text_leaves_no_markup_and_no_escape_of_graphviz() -> None:
    text = dot(hostile(), legend=True)
    assert "<script" not in text
    assert "\\N" not in text
    assert "\x00" not in text
    text.encode()


def test_boxes_are_wide_enough_for_their_text() -> None:
    wide = dot(argument_map((claim("t", "中" * 14),), theses=""))
    width = int(re.findall(r'FIXEDSIZE="TRUE" WIDTH="(\d+)" HEIGHT="\d+" CELLPADDING', wide)[0])
    assert width >= 14 * 11 + 12
