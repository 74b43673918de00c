import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Citation, Person, Reference
from argmap.rendering import Options, render, svg
from argmap.rendering.compose import compose
from argmap.rendering.view import view
from argmap.rendering.xml_ids import xml_id
from tests.rendering.maps import HOSTILE, argument_map, claim, counter, hostile, levels, reason, zoo

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"


def drawn(source: ArgumentMap, **options: object) -> ET.Element:
    return ET.fromstring(render(source, "svg", Options(**options)).data)  # type: ignore[arg-type]


def by_id(root: ET.Element) -> dict[str, ET.Element]:
    return {found: element for element in root.iter() if (found := element.get("id"))}


def title(element: ET.Element) -> str:
    return element.findtext(f"{SVG}title") or ""


ZOO = drawn(zoo())


def test_every_claim_appears_once_with_its_id() -> None:
    ids = [element.get("id") for element in ZOO.iter() if element.get("class") == "claim"]
    assert sorted(filter(None, ids)) == sorted(f"claim-{name}" for name in zoo().claim)


def test_no_id_is_given_twice() -> None:
    for source in (zoo(), hostile(), levels(3, 40)):
        ids = [found for element in drawn(source).iter() if (found := element.get("id"))]
        assert len(ids) == len(set(ids))


def test_a_tooltip_has_the_whole_claim_its_role_and_its_note() -> None:
    assert title(by_id(ZOO)["claim-room"]) == (
        "Larger enclosures would do\n(counterpoint)\nAs in Basel.\nAnd in Zürich."
    )
    assert title(by_id(ZOO)["claim-t"]) == "The zoo should close\n(thesis)"


def test_a_description_has_the_speaker_and_the_quotes() -> None:
    told = by_id(ZOO)["claim-suffer"].findtext(f"{SVG}desc")
    assert told == "The vet via The paper. questioned. “pacing” (A study, p. 4)"


def test_a_step_says_what_it_does() -> None:
    assert title(by_id(ZOO)["step-a1"]) == (
        "reason for “The zoo should close”\npractical reasoning\nMind this step."
    )
    assert title(by_id(ZOO)["step-a2"]) == "counterpoint to the step to which it points"


def test_tooltips_have_what_does_not_fit_the_picture() -> None:
    cites = (Citation("s", "pacing", "p. 4", "My translation."), Citation("s", note="Passim."))
    source = argument_map(
        (claim("t"), claim("p", cites=cites, tags=("animals", "ethics")), claim("q")),
        reason("a", "p", "t", by=("vet",), strength=0.3, cites=cites, note="Mind this."),
        reason("b", "q", "t", by=("vet",)),
        sources=(Reference("s", "A study"),),
        people=(Person("vet", "The vet"),),
    )
    found = by_id(drawn(source))
    told = "“pacing” (A study, p. 4): My translation."
    assert found["claim-p"].findtext(f"{SVG}desc") == f"{told} A study: Passim. animals, ethics"
    assert title(found["step-a"]).split("\n") == [
        "reason for “Claim t”",
        "The vet",
        "strength 0.3",
        "Mind this.",
        told,
        "A study: Passim.",
    ]
    assert title(found["arrow-b"]) == "reason for “Claim t”\nThe vet"
    (shown,) = found["step-a"].iter(f"{SVG}text")
    assert shown.text == "strength 0.3 · [1]"


def test_the_picture_has_a_title_a_description_and_a_language() -> None:
    assert ZOO.get("aria-labelledby") == "argmap-title argmap-desc"
    assert title(ZOO) == "The zoo"
    assert ZOO.findtext(f"{SVG}desc") == "An argument map of 8 claims. The zoo should close"
    assert ZOO.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_nothing_of_graphviz_shows_and_nothing_comes_from_elsewhere() -> None:
    text = svg(zoo())
    for trace in (
        "<!--",
        "Generated",
        "DOCTYPE",
        "Helvetica,sans-Serif",
        "<style",
        "<script",
        "<image",
    ):
        assert trace not in text
    links = {found for element in ZOO.iter() if (found := element.get(LINK))}
    assert links == {"https://example.org/?a=1&b=2", "#claim-cost"}


@pytest.mark.parametrize("direction", ["up", "left", "right", "down"])
@pytest.mark.parametrize("theme", ["light", "print"])
def test_hostile_text_is_shown_and_does_no_harm(direction: str, theme: str) -> None:
    root = drawn(hostile(), direction=direction, theme=theme, legend=True)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "g", "a", "title", "desc", "text", "path", "polygon", "polyline", "ellipse",
    }  # fmt: skip
    shown = "".join(element.text or "" for element in root.iter(f"{SVG}text"))
    assert "<script>alert(1)</script>" in shown
    assert "\\N" in shown
    assert not any("alert" in (element.get(LINK) or "") for element in root.iter())


ESCAPES = r"C:\Games and \N, \E \L \T \H \n \l \r, \\server\\ and \\\N \ "[:-1]


def test_escapes_of_graphviz_are_shown_as_they_are_written() -> None:
    source = argument_map(
        (claim("t", ESCAPES), claim("p", ESCAPES, by=(ESCAPES[:8],))),
        reason("a", "p", "t", scheme=ESCAPES),
        title=ESCAPES,
    )
    shown = [text.text or "" for text in drawn(source).iter(f"{SVG}text")]
    words = " ".join(shown).replace("\xa0", " ").split()
    assert sorted(words) == sorted([*4 * ESCAPES.split(), ESCAPES[:8]])


@pytest.mark.parametrize(
    "text",
    [
        "สัตว์ขนาดใหญ่ทนทุกข์ทรมานอยู่ที่นั่น",
        "बड़े जानवर वहाँ हर दिन पीड़ित होते हैं",
        "בְּרֵאשִׁית בָּרָא אֱלֹהִים",
        "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ",
        "Gro\u0308\u00dfe u\u0308ber A\u0308lteres: e\u0301te\u0301 ou\u0300",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦 🇩🇪🇫🇷🇮🇹",
    ],
)
@pytest.mark.parametrize("small", ["", "by"])
@pytest.mark.parametrize("framed", [False, True])
def test_cards_are_as_wide_as_they_were_measured(text: str, small: str, framed: bool) -> None:
    details = {"by": (text[:9],)} if small else {}
    source = argument_map(
        (claim("t"), claim("p", text, **details), claim("q", text, **details)),
        reason("a", "p q" if framed else "p", "t", scheme=text[:9]),
        title=text,
    )
    scene = compose(view(source, Options()), Options())
    found = by_id(drawn(source))
    for name, width in (
        *((box.name, box.width) for box in scene.boxes),
        *((step.name, step.width) for step in scene.steps),
    ):
        shape = next(
            element for element in found[name].iter() if element.get("points") or element.get("d")
        )
        points = re.findall(r"-?[\d.]+", shape.get("points") or shape.get("d") or "")[::2]
        across = max(map(float, points)) - min(map(float, points))
        assert across == pytest.approx(width, abs=2), name


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=30))
def test_any_text_makes_a_well_formed_picture(text: str, identifier: str) -> None:
    source = argument_map(
        (claim("t", text, note=text), claim(f"p{identifier}", text)),
        title=text,
    )
    with_reason = ArgumentMap(
        source.claims,
        (reason("a", "t", "t"),) if identifier == "t" else (),
        ("t",),
        title=text,
        language=identifier,
    )
    assert drawn(with_reason).tag == f"{SVG}svg"


@given(st.text(), st.text())
def test_ids_that_differ_give_xml_ids_that_differ(one: str, other: str) -> None:
    assert (xml_id(one) == xml_id(other)) == (one == other)
    assert not set(xml_id(one)) & set('<>&"\\: \t\n')


def test_right_to_left_text_ends_at_the_right_edge_of_its_card() -> None:
    card = by_id(drawn(argument_map((claim("t", "שלום עולם"),))))["claim-t"]
    (text,) = card.iter(f"{SVG}text")
    polygon = next(card.iter(f"{SVG}polygon"))
    right = max(float(point.split(",")[0]) for point in (polygon.get("points") or "").split())
    assert text.get("text-anchor") == "end"
    assert float(text.get("x") or 0) == pytest.approx(right - 12)


def test_the_word_of_a_step_stands_in_its_middle() -> None:
    word = next(by_id(ZOO)["step-a3"].iter(f"{SVG}text"))
    assert word.get("text-anchor") == "middle"


def test_a_reference_leads_to_its_claim() -> None:
    fillers = tuple(claim(f"f{at}") for at in range(30))
    source = argument_map(
        (claim("t"), claim("p"), claim("q"), claim("r"), *fillers),
        reason("1", "p", "t"),
        reason("2", "q", "t"),
        reason("3", "p", "q"),
        reason("4", "r p", "q"),
        *(reason(f"x{filler.id}", filler.id, "t") for filler in fillers),
    )
    found = by_id(drawn(source))
    for name in ("ref-3.1", "ref-4.2"):
        assert [link.get(LINK) for link in found[name].iter(f"{SVG}a")] == ["#claim-p"]
        assert title(found[name]) == "Claim p\n(stands elsewhere)"


def test_large_pictures_leave_small_print_to_the_tooltips() -> None:
    people = tuple(claim(f"c{at}", by=("Somebody",)) for at in range(2001))
    source = argument_map(
        (claim("t"), claim("u"), *people),
        counter("b", "u", "t"),
        *(reason(f"a{one.id}", one.id, "t") for one in people),
    )
    picture = render(source, "svg", Options(all=True))
    assert "stand in the tooltips" in picture.notes[0]
    text = picture.data.decode()
    assert ">Somebody</text>" not in text
    assert text.count("<desc>Somebody</desc>") == 2001
    assert text.count(">but</text>") == 1


def test_hostile_is_hostile() -> None:
    assert "\\N" in HOSTILE
    assert "</TABLE>" in HOSTILE
