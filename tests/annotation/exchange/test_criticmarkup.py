"""CriticMarkup is read by people: what they see, and what they are told is missing."""

import re

from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.exchange import Export, criticmarkup
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.studies import study
from argmap.model import ArgumentMap, Claim
from argmap.texts.escaping import in_criticmarkup
from argmap.texts.source_text import plain
from argmap.yaml.files import loads
from argmap.yaml.writer import write
from tests.annotation.exchange.zoo import ZOO, document
from tests.annotation.strategies import layers
from tests.strategies import texts

_MARKS = re.compile(
    r"\{==(.*?)==\}|\{>>(.*?)<<\}|\{\+\+(.*?)\+\+\}|\{--(.*?)--\}|\{~~(.*?)~~\}", re.DOTALL
)


def export(*annotations: Annotation, text: str = ZOO, source: str = "", read: str = "") -> Export:
    layer = Layer("maya", "zoo.yaml", name="Maya", annotations=annotations, layer="1")
    found = study(loads(text, "zoo.yaml"), [document(layer)])
    return criticmarkup.export(found, source, plain("r.txt", read) if read else None)


def test_the_outline_with_what_is_said() -> None:
    step = "step-harm"
    out = export(
        Annotation("a1", Target("claim", "harm", quote="Animals"), "questioning", "Which?\nAll?"),
        Annotation("a2", Target("annotation", "a1"), "replying", "Some."),
        Annotation(
            "a3", Target("argument", step), "tagging", labels={"fallacy": ("a", "b")}, resolved=True
        ),
        Annotation("a4", Target("claim", "harm", quote="in the"), "highlighting"),
        Annotation("a5", Target("claim", "gone"), body="Where?"),
        Annotation("a6", Target("claim", "close", quote="o"), body="Which o?"),
    )
    assert out.text == (
        "- *thesis* The zoo should close{>>Maya: Which o?<<}\n"
        "  - *because*{>>Maya: [fallacy: a, b] (settled)<<} {==Animals==}{>>Maya: Which? All?<<}"
        "{>>Maya to Maya: Some.<<} suffer {==in the==}{>>Maya: highlighting<<} zoo\n"
        "  - *but* The zoo breeds rare species\n"
    )
    assert set(out.losses) == {
        "annotations about something else: 1", "passages that do not stand in the text just once: 1",
        "ids, anchors and times: 5", "labels (their comments name them): 1",
        "states (their comments say settled): 1", "line ends within comments: 1",
    }  # fmt: skip


def test_of_overlapping_passages_the_first_is_marked() -> None:
    out = export(
        Annotation("a1", Target("claim", "harm", quote="Animals suffer"), body="One"),
        Annotation("a2", Target("claim", "harm", quote="suffer in"), body="Two"),
    )
    assert "{==Animals suffer==}{>>Maya: One<<}{>>Maya: Two<<} in the zoo\n" in out.text
    assert any("overlap" in loss for loss in out.losses)


def test_the_text_of_a_source_with_its_passages() -> None:
    out = export(
        Annotation("a1", Target("source", "report", quote="they pace"), body="Since when?"),
        Annotation("a2", Target("claim", "harm"), body="Elsewhere"),
        source="report", read="In cages\nthey pace {--all--} day.",
    )  # fmt: skip
    assert out.text == "In cages\n{==they pace==}{>>Maya: Since when?<<} {\\--all--\\} day.\n"
    assert "annotations about something else: 1" in out.losses


@given(layers(), texts)
def test_no_text_is_a_mark(layer: Layer, text: str) -> None:
    """Marks are ours alone: with them taken off, the signs of a mark stand nowhere."""
    map = ArgumentMap((Claim("harm", text + "{==x==}{>>y<<}"),), theses=("harm",))
    read = loads(write(map), "zoo.yaml")
    layer = Layer(
        layer.annotator, "zoo.yaml", name=layer.name, layer="1",
        annotations=tuple(Annotation(one.id, Target("claim", "harm"), body=one.body or "{++z++}") for one in layer.annotations),
    )  # fmt: skip
    out = criticmarkup.export(study(read, [document(layer)])).text
    found = list(_MARKS.finditer(out))
    assert len(found) == len(layer.annotations)
    assert all(mark.group(2) is not None for mark in found)


@given(st.text())
def test_an_escaped_text_has_no_mark(text: str) -> None:
    for escaped in (
        criticmarkup._plain(text + "{==x==}"),
        in_criticmarkup(text + "{>>x<<}~>"),
    ):
        assert not re.search(r"\{(\+\+|--|~~|==|>>)|(\+\+|--|~~|==|<<)\}|~>", escaped)
