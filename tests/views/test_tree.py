"""An overlay in the outline."""

from hypothesis import given

from argmap.model import ArgumentMap
from argmap.model.overlay import Mark, Overlay
from argmap.views.tree import as_markdown, as_text
from tests.rendering.maps import argument_map, counter, reason, zoo
from tests.strategies import argument_maps

NOTES = Overlay(
    {
        "t": Mark(("2 comments", "1 question"), 0.8, "Ann: why now?"),
        "p": Mark(("straw man ×3",)),
        "q": Mark((), 2 / 3),
        "1": Mark(("does not follow",)),
        "2": Mark(("weak",), 1.0),
        "nowhere": Mark(("lost",), 1.0),
    },
    "Notes of 5 annotators",
    ("disagreement", "none", "full"),
)


def small() -> ArgumentMap:
    return argument_map("t p q r", reason("1", "p q", "t"), counter("2", "r", "t"))


def test_notes_stand_under_what_they_are_on() -> None:
    assert as_text(small(), overlay=NOTES) == (
        "Claim t\n"
        "✎ 2 comments · 1 question · disagreement 80%\n"
        "├─ because together:\n"
        "│  ✎ step: does not follow\n"
        "│  ├─ premise Claim p\n"
        "│  │  ✎ straw man ×3\n"
        "│  └─ premise Claim q\n"
        "│     ✎ disagreement 67%\n"
        "└─ but Claim r\n"
        "   ✎ step: weak · disagreement 100%\n"
    )


def test_notes_in_markdown_are_lines_of_their_item() -> None:
    overlay = Overlay(
        {
            "t": Mark(
                ("*2* comments", "<b>"),
            ),
            "2": Mark(("weak",)),
        }
    )
    assert as_markdown(argument_map("t r", counter("2", "r", "t")), overlay) == (
        "- **Claim t**\\\n  ✎ \\*2\\* comments · \\<b\\>\n  - *but* Claim r\\\n    ✎ step: weak\n"
    )


@given(argument_maps())
def test_lines_without_marks_stay_as_they_are(map: ArgumentMap) -> None:
    nothing = Overlay({"nowhere": Mark(("lost",), 1.0), map.claims[0].id: Mark((" ",), note="x")})
    assert as_text(map, overlay=nothing) == as_text(map)
    assert as_markdown(map, nothing) == as_markdown(map)
    marked = Overlay({part.id: Mark(("badge",), 0.5) for part in map.parts})
    kept = [row for row in as_text(map, overlay=marked).split("\n") if not row.endswith("heat 50%")]
    assert kept == as_text(map).split("\n")


@given(argument_maps())
def test_every_mark_is_told_once(map: ArgumentMap) -> None:
    overlay = Overlay({part.id: Mark((f"badge{at}.",)) for at, part in enumerate(map.parts)})
    text = as_text(map, width=10_000, overlay=overlay)
    assert [text.count(f"badge{at}.") for at, _ in enumerate(map.parts)] == [1] * len(overlay.marks)


def test_an_exclusion_is_told_at_the_claim_that_names_it() -> None:
    text = as_text(zoo(), overlay=Overlay({"x2": Mark(("doubted",))}))
    assert "excludes fund · [cost])\n│  ✎ not both: doubted\n" in text


def test_no_control_sequence_reaches_the_terminal() -> None:
    bad = Overlay({"t": Mark(("\x1b[31mred\nline",), 0.5)}, heat=("\x1b", "", ""))
    text = as_text(argument_map("t"), overlay=bad)
    assert text == "Claim t\n✎ <U+001B>[31mred⏎line · <U+001B> 50%\n"


def test_long_notes_go_on_under_themselves_and_are_dim() -> None:
    overlay = Overlay({"p": Mark(("a badge of some words",) * 1 + ("another one of them",))})
    rows = as_text(
        small(), lambda text, role: f"<{role}>{text}" if role == "dim" else text, 30, overlay
    ).split("\n")
    noted = [row for row in rows if "badge" in row or "another" in row or "them" in row]
    assert len(noted) == 2
    assert all(row.startswith("<dim>│  │  ") for row in noted)
