"""What an overlay adds to a picture, and what it leaves alone."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.model.overlay import Mark, Overlay
from argmap.rendering import Direction, Options, fonts, pages, render, svg
from argmap.rendering.compose import compose
from argmap.rendering.placement import place
from argmap.rendering.text import clean, shorten
from argmap.rendering.theme import CONTRAST, THEMES, Theme, contrast, own_theme
from argmap.rendering.view import view
from tests.rendering.maps import HOSTILE, argument_map, claim, counter, hostile, levels, reason, zoo
from tests.strategies import argument_maps

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden" / "overlay.dot"

NOTES = Overlay(
    {
        "t": Mark(("2 comments", "1 question"), 0.8, "Ann: why now?\nBo: because."),
        "suffer": Mark(("straw man ×3", "clarity 3.5"), 0.25),
        "value": Mark(("1 question",)),
        "room": Mark((), 1.0),
        "cost": Mark(("agree 4",)),
        "a1": Mark(("missing premise ×2",)),
        "a3": Mark(("1 comment",), 0.7),
        "a4": Mark(("non sequitur",), note="Ann: it does not follow."),
        "x2": Mark(("doubted ×2",)),
        "nowhere": Mark(("lost",), 1.0),
    },
    "Notes of 5 annotators",
    ("disagreement", "none", "full"),
)


def dot(source: ArgumentMap, overlay: Overlay | None = None, **options: object) -> str:
    return render(source, "dot", Options(**options), overlay).data.decode()  # type: ignore[arg-type]


def drawn(source: ArgumentMap, overlay: Overlay, **options: object) -> ET.Element:
    return ET.fromstring(svg(source, Options(**options), overlay))  # type: ignore[arg-type]


def part(root: ET.Element, identifier: str) -> ET.Element:
    (found,) = [element for element in root.iter() if element.get("id") == identifier]
    return found


def shown(root: ET.Element) -> list[str]:
    """The texts as they are read, without the marks of their direction."""
    texts = (element.text or "" for element in root.iter(f"{SVG}text"))
    return [re.sub("[\u202a-\u202c]", "", text).replace("\xa0", " ") for text in texts]


def title(element: ET.Element) -> str:
    return element.findtext(f"{SVG}title") or ""


marks = st.builds(
    Mark,
    st.lists(st.one_of(st.text(max_size=30), st.just(HOSTILE)), max_size=4).map(tuple),
    st.none() | st.floats(),
    st.text(max_size=20),
)


@st.composite
def marked_maps(draw: st.DrawFn) -> tuple[ArgumentMap, Overlay]:
    source = draw(argument_maps(max_claims=6))
    ids = st.sampled_from([*(part.id for part in source.parts), "nowhere"])
    heat = st.none() | st.tuples(st.text(max_size=9), st.just("low"), st.just("high"))
    return source, Overlay(
        draw(st.dictionaries(ids, marks, max_size=6)), draw(st.text(max_size=30)), draw(heat)
    )


# Nothing to show: not a byte differs.


@given(argument_maps(), st.booleans(), st.sampled_from(get_args(Direction)))
def test_an_overlay_without_marks_changes_no_byte(
    source: ArgumentMap, legend: bool, side: Direction
) -> None:
    bare = dot(source, legend=legend, direction=side)
    empty = Overlay({}, "Notes", ("heat", "cold", "hot"))
    nothing = {part.id: Mark((" ", "\x07"), float("nan")) for part in source.parts}
    for overlay in (empty, Overlay({"nowhere": Mark(("lost",), 1.0)}), Overlay(nothing)):
        assert dot(source, overlay, legend=legend, direction=side) == bare


@settings(max_examples=8)
@given(argument_maps())
def test_an_overlay_without_marks_changes_no_byte_of_the_svg(source: ArgumentMap) -> None:
    assert svg(source, overlay=Overlay({"nowhere": Mark(("lost",), 1.0)}, "Notes")) == svg(source)


# The map stays what it was.


@given(marked_maps(), st.sampled_from(["up", "down", "left", "right"]))
def test_an_overlay_changes_neither_what_is_drawn_nor_its_order(
    made: tuple[ArgumentMap, Overlay], side: str
) -> None:
    source, overlay = made
    options = Options()
    bare, marked = (compose(view(source, options), options, over) for over in (Overlay(), overlay))
    assert [(box.name, box.lines) for box in marked.boxes] == [
        (box.name, box.lines) for box in bare.boxes
    ]
    assert marked.sources == bare.sources
    assert place(marked, side, 0.0).order == place(bare, side, 0.0).order


@given(marked_maps())
def test_cards_grow_only_where_they_are_marked(made: tuple[ArgumentMap, Overlay]) -> None:
    source, overlay = made
    options = Options()
    bare, marked = (compose(view(source, options), options, over) for over in (Overlay(), overlay))
    for one, other in zip(bare.boxes, marked.boxes, strict=True):
        grown = other.width >= one.width and other.height >= one.height
        assert grown if other.notes or other.heat is not None else one == other


# Everything that is marked can be read.


@settings(max_examples=25)
@given(marked_maps())
def test_every_badge_at_a_visible_claim_is_shown(made: tuple[ArgumentMap, Overlay]) -> None:
    source, overlay = made
    root = drawn(source, overlay)
    texts = shown(root)
    for box in compose(view(source, Options()), Options()).boxes:
        mark = overlay.marks.get(box.id)
        for badge in filter(clean, mark.badges) if mark and not box.refers else ():
            short = shorten(clean(badge), 39)
            assert any(short in text for text in texts), badge
            assert clean(badge) in title(part(root, box.name))


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read_at_every_heat(name: str) -> None:
    made = THEMES[name]
    for heat in (step / 200 for step in range(201)):
        tint = made.tint(heat)
        assert contrast(made.ink, tint) >= CONTRAST
        for role in ("faint", "support", "attack", "neutral"):
            assert contrast(made.legible(getattr(made, role), tint), tint) >= CONTRAST


@pytest.mark.parametrize("name", THEMES)
def test_hotter_is_farther_from_the_card(name: str) -> None:
    made = THEMES[name]
    tints = [made.tint(step / 4) for step in range(5)]
    assert tints[0] == made.card
    away = [contrast(made.card, tint) for tint in tints]
    assert away == sorted(away)
    assert len(set(tints)) == 5
    assert away[-1] > 1.4, "the ends of the scale look alike"


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.floats(0, 1))
def test_any_heat_of_ones_own_can_be_read(colour: str, heat: float) -> None:
    for base in THEMES:
        made = own_theme("mine", {"base": base, "heat": colour})
        assert contrast(made.ink, made.tint(heat)) >= CONTRAST


def test_a_dark_theme_made_before_there_was_heat_still_works() -> None:
    old = {"page": "#000000", "card": "#101010", "ink": "#ffffff", "faint": "#c0c0c0"}
    signs = {"support": "#80e0a0", "attack": "#ffa0a0", "neutral": "#c0c0c0"}
    tints = {f"{sign}_tint": "#202020" for sign in signs}
    made = own_theme("old", old | signs | tints)
    assert contrast(made.ink, made.tint(1.0)) >= CONTRAST
    assert made.tint(1.0) != made.card


# What it looks like.


def test_the_dot_of_a_marked_map_is_the_golden_one(renew: bool) -> None:
    text = dot(zoo(), NOTES, legend=True)
    if renew:
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8"), "look at the picture, then run with --renew"


@pytest.mark.parametrize("theme", THEMES)
def test_the_strip_has_colours_of_its_own(theme: str) -> None:
    made = THEMES[theme]
    strips = re.findall(r'BGCOLOR="([^"]*)"[^>]*><TABLE.*?>✎<', dot(zoo(), NOTES, theme=theme))
    # At four claims and four steps, and in the key.
    assert strips == [made.note_tint] * 9


def statement(text: str, identifier: str) -> str:
    (found,) = [line for line in text.splitlines() if f'id="{identifier}"' in line]
    return found


def test_a_plain_reason_gets_a_label_where_its_step_is_marked() -> None:
    assert 'id="step-a4"' not in dot(zoo())
    text = dot(zoo(), NOTES)
    assert "non sequitur" in statement(text, "step-a4")
    assert '"step-a4" -> "claim-t"' in statement(text, "arrow-a4")


def test_the_words_of_a_step_stay_beside_its_notes() -> None:
    text = dot(zoo(), NOTES)
    assert ">but<" in statement(text, "step-a3")
    assert ">1 comment<" in statement(text, "step-a3")
    assert "practical reasoning" in statement(text, "step-a1")
    assert ">not both<" in statement(text, "step-x1")
    assert ">doubted ×2<" in statement(text, "step-x1")


def test_linked_premises_that_share_no_frame_keep_their_plus() -> None:
    shared = argument_map("t p q r", reason("1", "p", "t"), reason("2", "p q", "t"))
    text = statement(dot(shared, Overlay({"2": Mark(("doubted",))})), "step-2")
    assert ">+<" in text
    assert ">doubted<" in text


def test_heat_tints_a_card_and_is_a_bar_at_the_thesis() -> None:
    light, text = Theme(), dot(zoo(), NOTES)
    assert f'BGCOLOR="{light.tint(1.0)}"' in statement(text, "claim-room")
    thesis = statement(text, "claim-t")
    assert f'WIDTH="12" BGCOLOR="{light.tint(0.8)}"' in thesis
    assert f'BGCOLOR="{light.thesis}"' in thesis
    assert f'BGCOLOR="{light.card}"' in statement(text, "claim-cost")


def test_heat_of_what_leads_to_the_focus_is_a_tint() -> None:
    text = dot(zoo(), NOTES, focus="suffer")
    assert f'BGCOLOR="{Theme().tint(0.8)}"' in statement(text, "claim-t")
    assert 'WIDTH="12"' not in statement(text, "claim-t")


def test_heat_beyond_its_ends_is_the_end() -> None:
    for heat, end in ((-3.0, 0.0), (7.0, 1.0), (float("inf"), None)):
        text = statement(dot(zoo(), Overlay({"room": Mark((), heat)})), "claim-room")
        tint = Theme().tint(end) if end is not None else Theme().card
        assert f'BGCOLOR="{tint}"' in text


def test_a_step_that_is_only_hot_is_tinted() -> None:
    text = dot(zoo(), Overlay({"a4": Mark((), 0.5), "a3": Mark((), 1.0), "x1": Mark((), 0.2)}))
    for step, heat in (("a4", 0.5), ("a3", 1.0), ("x1", 0.2)):
        assert f'BGCOLOR="{Theme().tint(heat)}"' in statement(text, f"step-{step}")
    assert "✎" not in text
    assert drawn(zoo(), Overlay({"a4": Mark((), 0.5)})).tag == f"{SVG}svg"


@pytest.mark.parametrize("legend", [False, True])
def test_the_key_tells_what_is_marked_and_the_scale(legend: bool) -> None:
    texts = shown(drawn(zoo(), NOTES, legend=legend))
    assert "Notes of 5 annotators: on the map, not part of it" in texts
    assert texts.count("disagreement: none") == texts.count("full") == 1


def test_the_key_tells_only_what_is_drawn() -> None:
    assert "key-2" not in dot(zoo(), Overlay({"t": Mark(("1 comment",))}, "N", ("x", "y", "z")))
    hot = shown(drawn(zoo(), Overlay({"t": Mark((), 0.5)}, "Heat of 3")))
    assert "heat: 0" in hot
    assert not any("not part" in text for text in hot)
    far = dot(zoo(), Overlay({"suffer": Mark(("1 comment",))}), focus="fund")
    assert "key" not in far


def test_a_reference_is_not_marked() -> None:
    fillers = tuple(claim(f"f{at}") for at in range(30))
    source = argument_map(
        (claim("t"), claim("p"), claim("q"), *fillers),
        reason("1", "p", "t"),
        reason("2", "q", "t"),
        counter("3", "p", "q"),
        *(reason(f"x{filler.id}", filler.id, "t") for filler in fillers),
    )
    text = dot(source, Overlay({"p": Mark(("1 comment",), 1.0)}))
    assert text.count("1 comment") == 1
    assert Theme().tint(1.0) not in statement(text, "ref-3.1")


def test_right_to_left_notes_are_flush_right_and_keep_the_order_of_other_scripts() -> None:
    source = argument_map((claim("t", "שלום עולם"),))
    badges = ("הערה אחת", "straw man")
    card = part(drawn(source, Overlay({"t": Mark(badges)})), "claim-t")
    words, notes, sign = card.iter(f"{SVG}text")
    assert [text.get("text-anchor") for text in (words, notes, sign)] == ["end"] * 3
    assert words.get("x") == sign.get("x")
    assert float(notes.get("x") or 0) < float(sign.get("x") or 0)
    assert "\u202astraw man\u202c" in (notes.text or "")


@pytest.mark.parametrize("side", ["up", "left"])
@pytest.mark.parametrize(
    "texts",
    [
        ("Short", "A claim that goes on and on, for several lines, until it ends at last"),
        ("שלום", "חיות גדולות סובלות שם בכל יום, ואין איש שישים לב לכך או שיעשה דבר"),
        ("動物園", "大型動物在狹小的圍欄中受苦，而沒有人注意到這一點，也沒有人採取任何行動"),
    ],
)
def test_cards_are_as_large_as_they_were_measured(side: Direction, texts: tuple[str, ...]) -> None:
    source = argument_map(
        (
            claim("t", texts[0]),
            *(claim(name, text) for name, text in zip("pq", texts, strict=True)),
        ),
        reason("a", "p q", "t"),
    )
    overlay = Overlay({name: Mark((texts[0], "1 question"), 0.5) for name in ("t", "p", "q", "a")})
    options = Options(direction=side)
    scene = compose(view(source, options), options, overlay)
    root = ET.fromstring(svg(source, options, overlay))
    column = max(box.width for box in scene.boxes) if side == "left" else 0.0
    tallest = max(box.height for box in scene.boxes if box.id in "pq")
    for box in scene.boxes:
        width, height = extent(part(root, box.name))
        assert width == pytest.approx(max(box.width, column), abs=2)
        equal = side == "up" and box.id in "pq"
        assert height == pytest.approx(tallest if equal else box.height, abs=3)
        # The strip is no higher than its notes, however high the card.
        polygons = part(root, box.name).iter(f"{SVG}polygon")
        (strip,) = (found for found in polygons if found.get("fill") == Theme().note_tint)
        assert extent(strip)[1] < 22
    (step,) = scene.steps
    assert extent(part(root, step.name)) == pytest.approx((step.width, step.height), abs=2)


def extent(element: ET.Element) -> tuple[float, float]:
    """Width and height of the first shape."""
    shape = next(found for found in element.iter() if found.get("points") or found.get("d"))
    numbers = re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")
    sides = list(map(float, numbers[::2])), list(map(float, numbers[1::2]))
    width, height = (max(side) - min(side) for side in sides)
    return width, height


# Who points at it, or cannot see it.


def test_a_tooltip_has_the_badges_the_heat_and_the_note() -> None:
    root = drawn(zoo(), NOTES)
    assert title(part(root, "claim-t")).split("\n") == [
        "The zoo should close",
        "(thesis)",
        "✎ 2 comments · 1 question · disagreement 80%",
        "Ann: why now?",
        "Bo: because.",
    ]
    assert title(part(root, "step-a4")).endswith("✎ non sequitur\nAnn: it does not follow.")
    assert title(part(root, "step-x1")).endswith("✎ doubted ×2")


def test_a_note_alone_is_only_in_the_tooltip() -> None:
    overlay = Overlay({"a4": Mark(note="Hm."), "cost": Mark(note="Hmm.\nWell.")}, "Notes")
    assert dot(zoo(), overlay) == dot(zoo())
    root = drawn(zoo(), overlay)
    assert title(part(root, "arrow-a4")).endswith("\n✎ Hm.")
    assert title(part(root, "claim-cost")).endswith("\n✎ Hmm.\nWell.")


# Large and hostile.


def test_marks_that_are_folded_away_are_counted() -> None:
    marked = ("c2-0", "a2-1", "t", "nowhere")
    overlay = Overlay(dict.fromkeys(marked, Mark(("1 comment",))))
    (_, note) = render(levels(3, 4), "dot", Options(depth=1), overlay).notes
    assert note == "2 of 3 marks are folded away"
    assert render(levels(3, 4), "dot", Options(), overlay).notes == ()


def test_pages_show_the_marks_of_their_branch() -> None:
    texts = [dot(zoo(), NOTES, **chosen(page)) for _, page in pages(zoo(), Options())]
    assert ["straw man ×3" in text for text in texts] == [True, True, False, False]


def chosen(options: Options) -> dict[str, object]:
    return {"branch": options.branch}


def test_a_large_picture_keeps_its_notes() -> None:
    source = levels(2100)
    overlay = Overlay({"c1-7": Mark(("1 comment",))})
    assert "1 comment" in dot(source, overlay, all=True)


@pytest.mark.parametrize("side", ["up", "left", "right", "down"])
def test_hostile_notes_are_shown_and_do_no_harm(side: str) -> None:
    bad = Mark((HOSTILE, "<b>", "a & b", "\\N", "\x1b[31m"), 0.5, f"{HOSTILE}\n{HOSTILE}")
    source = hostile()
    overlay = Overlay({p.id: bad for p in source.parts}, HOSTILE, (HOSTILE, HOSTILE, HOSTILE))
    root = drawn(source, overlay, direction=side, legend=True)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "g", "a", "title", "desc", "text", "path", "polygon", "polyline", "ellipse",
    }  # fmt: skip
    texts = " ".join(shown(root))
    for badge in ("<b>", "a & b", "\\N", "[31m"):
        assert badge in texts
    assert "<script" not in dot(source, overlay)


def test_a_long_badge_is_shortened_on_the_card_and_whole_in_the_tooltip() -> None:
    badge = "a badge that no line could hold " * 5
    card = part(drawn(zoo(), Overlay({"cost": Mark((badge,))})), "claim-cost")
    assert shown(card)[-1].endswith("…")
    assert badge.strip() in title(card)
    plain = compose(view(zoo(), Options()), Options(), Overlay({"cost": Mark(("x" * 999,))}))
    assert max(box.width for box in plain.boxes) < 500


def test_notes_are_drawn_without_fonts_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_system", lambda: iter(()))
    picture = render(zoo(), "png", Options(), replace(NOTES, title="ملاحظات"))
    assert picture.notes == ()
