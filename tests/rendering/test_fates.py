"""Two versions in one picture: what was added, removed, reworded, moved."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap
from argmap.model.overlay import Fate, Mark, Overlay, Run
from argmap.rendering import Options, render, svg
from argmap.rendering.compose import compose
from argmap.rendering.fates import colours
from argmap.rendering.raster import png
from argmap.rendering.text import clean, columns_of, wrap
from argmap.rendering.theme import CONTRAST, THEMES, contrast
from argmap.rendering.view import view
from argmap.rendering.wording import plain, wrapped
from tests.rendering.maps import HOSTILE, argument_map, claim, counter, hostile, levels, reason, zoo
from tests.strategies import argument_maps, texts

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden" / "comparison.dot"

WORDS: tuple[tuple[Run, str], ...] = (
    ("same", "The zoo "), ("gone", "pays"), ("came", "funds"), ("same", " breeding"),
)  # fmt: skip
COMPARED = Overlay(
    {
        "suffer": Mark(("added",), fate=Fate.ADDED),
        "a1": Mark(fate=Fate.ADDED),
        "fund": Mark(("reworded",), fate=Fate.CHANGED, words=WORDS),
        "a4": Mark(("was a counterpoint",), fate=Fate.CHANGED),
        "why": Mark(("removed",), fate=Fate.REMOVED),
        "a5": Mark(fate=Fate.REMOVED),
        "else": Mark(("moved from: “The zoo should close”",), fate=Fate.MOVED),
    },
    caption=("Compared: old → new", "5 changes"),
    compares=True,
)


def dot(source: ArgumentMap, overlay: Overlay, **options: object) -> str:
    return render(source, "dot", Options(**options), overlay).data.decode()  # type: ignore[arg-type]


def drawn(source: ArgumentMap, overlay: Overlay, **options: object) -> ET.Element:
    return ET.fromstring(svg(source, Options(**options), overlay))  # type: ignore[arg-type]


def part(root: ET.Element, identifier: str) -> ET.Element:
    (found,) = [element for element in root.iter() if element.get("id") == identifier]
    return found


def shown(root: ET.Element) -> list[str]:
    found = ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]
    return [re.sub("[\u202a-\u202c]", "", text) for text in found]


def statement(text: str, identifier: str) -> str:
    (found,) = [line for line in text.splitlines() if f'id="{identifier}"' in line]
    return found


fates = st.none() | st.sampled_from(Fate)
runs = st.lists(st.tuples(st.sampled_from(["same", "gone", "came"]), texts | st.text(max_size=9)))


@st.composite
def compared_maps(draw: st.DrawFn) -> tuple[ArgumentMap, Overlay]:
    """Fates in any places, such as no two versions would have them."""
    source = draw(argument_maps(max_claims=6))
    marks = {
        one.id: Mark(("said",), fate=draw(fates), words=tuple(draw(runs)))  # type: ignore[arg-type]
        for one in source.parts
        if draw(st.booleans())
    }
    return source, Overlay(marks, caption=(draw(texts),), compares=draw(st.booleans()))


# Any fates can be drawn.


@given(compared_maps(), st.booleans(), st.sampled_from(["up", "right"]))
def test_any_fates_can_be_drawn(
    made: tuple[ArgumentMap, Overlay], everything: bool, side: str
) -> None:
    source, overlay = made
    text = dot(source, overlay, all=everything, direction=side)
    seen = view(source, Options(all=everything), overlay)
    cards = re.findall('(?:id|ID)="claim-', text)
    assert len(cards) == len(seen.claims)
    if everything or not overlay.compares:
        assert {*seen.claims} == {*source.claim}


@given(compared_maps())
def test_all_that_has_a_fate_is_shown_with_its_way_up(made: tuple[ArgumentMap, Overlay]) -> None:
    source, overlay = made
    seen = view(source, Options(), overlay)
    fated = {id for id in overlay.marks if overlay.fate(id)} & source.claim.keys()
    assert fated <= {*seen.claims}
    if overlay.compares:
        hidden = len(source.claims) - len(seen.claims)
        assert sum(seen.folded.values()) <= hidden
        assert not seen.changed


@given(compared_maps())
def test_what_was_removed_gives_no_place_to_what_was_not(
    made: tuple[ArgumentMap, Overlay],
) -> None:
    source, overlay = made
    scene = compose(view(source, Options(), overlay), Options(), overlay)
    for box in scene.boxes:
        if box.use and not box.refers and overlay.fate(box.id) is not Fate.REMOVED:
            assert overlay.fate(box.use) is not Fate.REMOVED


@given(st.lists(st.tuples(st.sampled_from(["same", "gone", "came"]), texts)), st.integers(8, 40))
def test_lines_of_words_hold_all_words_and_no_line_is_too_long(
    words: list[tuple[str, str]], columns: int
) -> None:
    lines = wrapped(words, columns)  # type: ignore[arg-type]

    def bare(text: str) -> str:
        return "".join(clean(text).split())

    for run in ("same", "gone", "came"):
        kept = "".join(text for line in lines for kind, text in line if kind == run)
        assert bare(kept) == "".join(bare(text) for kind, text in words if kind == run)
    assert all(columns_of(plain(line)) <= columns for line in lines)


@given(texts, st.integers(8, 40))
def test_words_that_all_stayed_break_as_any_text(text: str, columns: int) -> None:
    if clean(text):
        lines = wrapped((("same", text),), columns)
        assert list(map(plain, lines)) == wrap(clean(text), columns)


# What it looks like.


def test_the_dot_of_two_versions_is_the_golden_one(renew: bool) -> None:
    text = dot(zoo(), COMPARED)
    if renew:
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8"), "look at the picture, then run with --renew"


def test_fates_differ_by_rim_and_dash_and_sign() -> None:
    source = argument_map("t a b c d")
    marks = {name: Mark(("said",), fate=fate) for name, fate in zip("abcd", Fate, strict=True)}
    text = dot(source, Overlay(marks), theme="print", all=True)
    found = set()
    for name in "tabcd":
        card = statement(text, f"claim-{name}")
        (rim,) = re.findall(
            r'BORDER="(\d)" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" COLOR', card
        )
        sign = re.findall(r">(\S+)<BR/></FONT></TD><TD[^>]*><FONT[^>]*>said", card)
        found.add((rim, 'STYLE="dashed"' in card, *sign))
    assert found == {
        ("1", False), ("3", False, "+"), ("1", True, "−"), ("2", False, "~"), ("2", False, "&gt;"),
    }  # fmt: skip


@pytest.mark.parametrize("name", THEMES)
def test_every_note_can_be_read(name: str) -> None:
    theme = THEMES[name]
    for fate in Fate:
        ink, tint = colours(fate, theme)
        assert contrast(ink, tint) >= CONTRAST
        assert contrast(ink, theme.page) >= 3, "WCAG 2.2, 1.4.11: the rim against the page"
    assert contrast(theme.faint, theme.page) >= CONTRAST, "what was removed"


def test_words_that_went_are_struck_through_and_words_that_came_underlined() -> None:
    card = part(drawn(zoo(), COMPARED), "claim-fund")
    spans = [(e.text, e.get("text-decoration")) for e in card.iter(f"{SVG}tspan")]
    assert spans == [
        ("The zoo ", None), ("pays", "line-through"), (" ", None), ("funds", "underline"),
        (" breeding", None),
    ]  # fmt: skip
    (came,) = [e for e in card.iter(f"{SVG}tspan") if e.text == "funds"]
    assert came.get("font-weight") == "bold"
    assert "The zoo pays funds breeding" in shown(card), "one text, which flows in any font"


def test_lines_with_words_are_as_far_apart_as_others() -> None:
    words = (("same", "one two three four five six "), ("gone", "seven " * 9), ("came", "eight"))
    root = drawn(argument_map("t p", reason("a", "p", "t")), Overlay({"p": Mark(words=words)}))  # type: ignore[arg-type]
    rows = [float(e.get("y", "")) for e in part(root, "claim-p").iter(f"{SVG}text")]
    assert len(rows) == 3
    assert rows[1] - rows[0] == pytest.approx(13.2, abs=0.02)
    assert rows[2] - rows[1] == pytest.approx(13.2, abs=0.02)


def test_what_was_removed_is_struck_through_in_the_png_as_well() -> None:
    text = svg(zoo(), Options(), COMPARED)
    card = part(ET.fromstring(text), "claim-why")
    assert {e.get("text-decoration") for e in card.iter(f"{SVG}tspan")} == {"line-through"}
    for decoration in ("line-through", "underline"):
        assert png(text) != png(text.replace(f' text-decoration="{decoration}"', ""))


def test_lines_that_were_added_are_thick_and_removed_ones_thin_and_dashed() -> None:
    text = dot(zoo(), COMPARED)
    assert "penwidth=2.8" in statement(text, "arrow-a1")
    assert "style=dashed penwidth=0.9" in statement(text, "arrow-a5")


def test_a_step_that_was_dropped_refers_to_what_stays() -> None:
    source = argument_map(
        "t p q", reason("a", "p", "t"), counter("b", "q", "t"), reason("c", "q", "p")
    )
    overlay = Overlay({"c": Mark(("stood here",), fate=Fate.REMOVED)}, compares=True)
    root = drawn(source, overlay)
    assert "stood here: Claim q ↗" in shown(part(root, "ref-c.1"))
    assert part(root, "ref-c.1").get("class") == "reference removed"
    names = [e.get("id") for e in root.iter() if e.get("class") == "step"]
    assert names == ["step-b"], "the reference says it, so no step has to"


def test_linked_premises_that_were_removed_stand_in_a_grey_frame() -> None:
    source = argument_map("t p q", reason("a", "p q", "t"))
    gone = dict.fromkeys(("p", "q", "a"), Mark(fate=Fate.REMOVED))
    text = dot(source, Overlay(gone))
    assert f'BGCOLOR="{THEMES["light"].neutral_tint}"' in statement(text, "frame-a")
    assert f'BGCOLOR="{THEMES["light"].support_tint}"' not in statement(text, "frame-a")


def test_a_removed_thesis_is_no_dark_card() -> None:
    source = argument_map("t p", theses="t p")
    text = dot(source, Overlay({"p": Mark(("removed",), fate=Fate.REMOVED)}))
    assert f'BGCOLOR="{THEMES["light"].thesis}"' not in statement(text, "claim-p")
    assert f'BGCOLOR="{THEMES["light"].thesis}"' in statement(text, "claim-t")


# The legend and the heading.


def test_the_legend_explains_what_occurs_and_no_more() -> None:
    texts = shown(drawn(zoo(), COMPARED))
    for meaning in (
        "added: only in the new version", "removed: only in the old version", "changed",
        "moved: it stood elsewhere before", "words that went", "words that came",
        "added: argued so in the new version", "removed: argued so in the old version",
        "reason: speaks for what it points at",
    ):  # fmt: skip
        assert meaning in texts
    few = Overlay({"suffer": Mark(("added",), fate=Fate.ADDED)}, compares=True)
    said = shown(drawn(zoo(), few))
    assert "added: only in the new version" in said
    for missing in ("removed", "moved", "changed", "words that"):
        assert not any(text.startswith(missing) for text in said)
    went = Overlay({"fund": Mark(fate=Fate.CHANGED, words=WORDS[:2])}, compares=True)
    said = shown(drawn(zoo(), went))
    assert "words that went" in said
    assert "words that came" not in said


def test_the_caption_stands_below_the_title() -> None:
    root = drawn(zoo(), COMPARED)
    texts = shown(root)
    at = texts.index("Compared: old → new")
    assert texts[0] == "The zoo"
    assert texts[at + 1] == "5 changes"
    assert "Compared: old → new 5 changes" in (root.findtext(f"{SVG}desc") or "")


def test_a_tooltip_says_what_became_of_it() -> None:
    root = drawn(zoo(), COMPARED)
    title = part(root, "claim-suffer").findtext(f"{SVG}title") or ""
    assert title.endswith("+ added")
    assert part(root, "claim-suffer").get("class") == "claim added"


# What is folded.


def test_what_did_not_change_is_folded() -> None:
    changed = Overlay({"c2-0": Mark(("added",), fate=Fate.ADDED)}, compares=True)
    picture = render(levels(9, 3, 7), "dot", Options(), changed)
    source = levels(9, 3, 7)
    seen = view(source, Options(), changed)
    # The thesis, the way down, two neighbours; of what bears on it and on the thesis too many.
    assert {*seen.claims} == {"t", "c1-0", "c2-0", "c2-1", "c2-2"}
    assert seen.folded == {"t": 8, "c2-0": 7}
    assert "+8 below" in picture.data.decode()
    (note,) = picture.notes
    assert note.startswith("5 of 20 claims are drawn")
    assert {*view(source, Options(all=True), changed).claims} == {*source.claim}


def test_what_changed_and_is_folded_is_counted() -> None:
    source = levels(3, 600, 2)
    ids = [f"c2-{at}" for at in range(600)]
    overlay = Overlay(dict.fromkeys(ids, Mark(("added",), fate=Fate.ADDED)), compares=True)
    picture = render(source, "dot", Options(), overlay)
    assert "+602 below, 600 changed" in picture.data.decode()
    assert "600 of 600 marks are folded away" in picture.notes


def test_a_focus_shows_the_changes_below_it() -> None:
    source = levels(3, 3)
    overlay = Overlay({"c2-1": Mark(("added",), fate=Fate.ADDED)}, compares=True)
    assert {*view(source, Options(focus="c1-0"), overlay).claims} >= {"t", "c1-0", "c2-1"}
    assert {*view(source, Options(focus="c1-2"), overlay).claims} == {"t", "c1-2"}


# Other scripts, and harm.


def test_a_text_from_right_to_left_is_flush_right() -> None:
    words = (("same", "השבי "), ("came", "לא "), ("same", "פוגע"))
    source = argument_map((claim("t"), claim("p", "השבי לא פוגע")), reason("a", "p", "t"))
    mark = Mark(("reworded",), fate=Fate.CHANGED, words=words)  # type: ignore[arg-type]
    card = part(drawn(source, Overlay({"p": mark}, compares=True)), "claim-p")
    anchors = [e.get("text-anchor") for e in card.iter(f"{SVG}text")]
    assert anchors == ["end", "end", "end"]
    assert "השבי לא פוגע" in shown(card)


@pytest.mark.parametrize("side", ["up", "left", "right", "down"])
def test_hostile_words_do_no_harm(side: str) -> None:
    source = hostile()
    words = (("gone", HOSTILE), ("came", "</text><script>"), ("same", HOSTILE))
    marks = {
        one.id: Mark((HOSTILE,), None, HOSTILE, fate, words)  # type: ignore[arg-type]
        for one, fate in zip(source.parts, [*Fate] * 9, strict=False)
    }
    root = drawn(source, Overlay(marks, caption=(HOSTILE,), compares=True), direction=side)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "g", "a", "title", "desc", "text", "tspan", "path", "polygon", "polyline", "ellipse",
    }  # fmt: skip
