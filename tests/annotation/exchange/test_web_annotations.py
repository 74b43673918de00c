"""JSON-LD holds the rules of the W3C Web Annotation Data Model, and reads what others write by it.

Sections are those of the Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/.
"""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.exchange import ExchangeError, Import, jsonld
from argmap.annotation.layers.model import Annotation, Layer, Target
from tests.annotation.exchange.zoo import document, zoo
from tests.annotation.strategies import layers

ANNO = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")
anything = st.text(st.characters(exclude_categories=["Cs"]))
MOTIVATIONS = {"commenting", "questioning", "assessing", "tagging", "highlighting", "replying"}


def is_iri(text: Any) -> bool:
    return (
        isinstance(text, str) and bool(_IRI.fullmatch(text)) and not set(text) & set(' <>"{}|\\^`')
    )


@given(layers())
def test_every_rule_of_the_model_that_applies(layer: Layer) -> None:
    collection = json.loads(jsonld.export([document(layer)], zoo()).text)
    # 5.1: context, one IRI, the class; the total; a first page
    assert ANNO in collection["@context"]
    assert is_iri(collection["id"])
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(layer.annotations)
    # 5.2: an embedded page with its IRI, its class and its annotations in order
    page = collection["first"]
    assert is_iri(page["id"])
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids) == len(layer.annotations)
    for item in page["items"]:
        # 3.1: context, exactly one IRI, the class, at least one target
        assert ANNO in item["@context"]
        assert is_iri(item["id"])
        assert item["type"] == "Annotation"
        check_target(item["target"])
        for body in item.get("body", []):
            check_body(body)
        # 3.3.5: motivations by their names
        assert item["motivation"] in MOTIVATIONS
        # 3.3.1: times as xsd:dateTime in UTC
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item.get("created", "2026-01-01T00:00:00Z")
        )
        # 3.3.2: creators by class, name and nickname
        assert item["creator"]["type"] == "Person"
        assert item["creator"]["nickname"] == layer.annotator


def check_body(body: dict[str, Any]) -> None:
    if body["type"] == "TextualBody":
        # 3.2.4: exactly one value, a text; at most one format, a media type
        assert isinstance(body["value"], str)
        assert body["format"] in ("text/markdown", "text/plain")
    else:
        # 4: exactly one source
        assert (body["type"], is_iri(body["source"])) == ("SpecificResource", True)
    # 3.3.5: a purpose is a motivation
    assert body["purpose"] in {*MOTIVATIONS, "linking"}


def check_target(target: dict[str, Any]) -> None:
    if target["type"] in ("Annotation", "AnnotationCollection"):
        assert is_iri(target["id"])  # 3.2.1: exactly one IRI
        return
    assert (target["type"], is_iri(target["source"])) == ("SpecificResource", True)  # 4
    for selector in target.get("selector", []):  # 4.2
        if selector["type"] == "TextQuoteSelector":  # 4.2.4: exactly one exact, a prefix, a suffix
            assert isinstance(selector["exact"], str)
            assert set(selector) <= {"type", "exact", "prefix", "suffix"}
        else:  # 4.2.5: exactly one start and one end, not negative
            assert selector["type"] == "TextPositionSelector"
            assert all(
                type(selector[word]) is int and selector[word] >= 0 for word in ("start", "end")
            )


def test_an_annotation_as_other_programs_see_it() -> None:
    target = Target("claim", "harm", "h4sh", "Animals", "", " suffer", 0, 7)
    remark = Annotation("a1", target, "assessing", "All of **them**?", {"clarity": "2"})
    reply = Annotation(
        "a2", Target("annotation", "tom/a1"), "replying", "Yes.", created="2026-11-22T18:00:00Z"
    )
    source = Annotation(
        "a3", Target("source", "report", quote="they pace", claims=("harm",)), "highlighting"
    )
    layer = Layer(
        "maya", "../zoo.yaml", "f00", "Maya K.", annotations=(remark, reply, source), layer="1"
    )
    one, two, three = json.loads(jsonld.export([document(layer)], zoo()).text)["first"]["items"]
    assert one["id"] == "urn:argmap:zoo.yaml/maya/a1"
    assert one["creator"] == {"type": "Person", "nickname": "maya", "name": "Maya K."}
    text, label = one["body"]
    assert (text["value"], text["format"], text["purpose"]) == (
        "All of **them**?",
        "text/markdown",
        "assessing",
    )
    assert (label["value"], label["purpose"]) == ("clarity: 2", "tagging")
    assert one["target"]["source"] == "urn:argmap:zoo.yaml#harm"
    assert one["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "Animals", "suffix": " suffer"},
        {"type": "TextPositionSelector", "start": 0, "end": 7},
    ]
    assert one["target"]["state"] == {
        "type": "argmap:State",
        "argmap:version": "f00",
        "argmap:hash": "h4sh",
    }
    assert (two["target"]["id"], two["created"]) == (
        "urn:argmap:zoo.yaml/tom/a1",
        "2026-11-22T18:00:00Z",
    )
    assert three["target"]["source"] == "https://www.example.org/report/"
    assert three["body"][0]["source"] == "urn:argmap:zoo.yaml#harm"


def page_note(**given: Any) -> dict[str, Any]:
    """An annotation of a web page as an annotation server gives it."""
    return {
        "@context": ANNO, "type": "Annotation", "id": "https://hypothes.is/a/Xy_1", "motivation": "commenting",
        "creator": "acct:maya@hypothes.is", "created": "2026-01-02T03:04:05.678901+00:00",
        "body": [{"type": "TextualBody", "format": "text/markdown", "value": "Which animals?\r\n"}],
        "target": [{
            "source": "http://example.org/report",
            "selector": [
                {"type": "XPathSelector", "value": "/p[1]"},
                {"type": "TextPositionSelector", "start": 90, "end": 99},
                {"type": "TextQuoteSelector", "exact": "they pace", "prefix": "where ", "suffix": " all day"},
            ],
        }],
        **given,
    }  # fmt: skip


def read(data: Any, annotator: str = "") -> Import:
    return jsonld.read(json.dumps(data), zoo(), "zoo.yaml", annotator)


def test_a_note_on_a_web_page_becomes_a_passage_of_the_source_with_its_address() -> None:
    found = read([page_note()])
    (layer,) = found.layers
    assert (layer.annotator, layer.map, found.left_out) == ("maya", "zoo.yaml", ())
    (one,) = layer.annotations
    assert one.target == Target(
        "source", "report", quote="they pace", prefix="where ", suffix=" all day"
    )
    assert (one.id, one.body, one.created) == (
        "Xy_1",
        "Which animals?",
        "2026-01-02T03:04:05.678901+00:00",
    )
    assert found.losses == ("positions in web pages (they count another text)",)


def test_what_cannot_be_placed_is_told_and_the_rest_is_taken() -> None:
    lost = page_note(id="https://hypothes.is/a/lost", target="https://elsewhere.example/")
    nobody = page_note(id="urn:x:nobody", creator=None)
    found = read([page_note(), lost, nobody, {"type": "Note", "id": "urn:x:note"}, 7])
    assert [one.id for layer in found.layers for one in layer.annotations] == ["Xy_1"]
    told = "\n".join(found.left_out)
    assert len(found.left_out) == 4
    for what in (
        "a/lost: https://elsewhere.example/ is no source",
        "--annotator",
        "urn:x:note: neither",
        "without an id",
    ):
        assert what in told


def test_every_shape_of_a_body_and_a_target() -> None:
    bodies: list[Any] = [
        "https://example.org/video",
        {"type": "TextualBody", "value": "<p>Oh</p>", "format": "text/html"},
        {"type": "TextualBody", "value": "cruelty", "purpose": "tagging"},
        {"type": "Choice", "items": []},
    ]
    notes = [
        page_note(id="urn:x:1", body=bodies, motivation=["bookmarking"]),
        page_note(
            id="urn:x:2",
            body=None,
            bodyValue="Plain.",
            target={"source": {"id": "urn:argmap:zoo.yaml#harm"}},
        ),
        page_note(
            id="urn:x:3",
            body=None,
            target="https://class.example/maps/zoo.yaml#harm",
            motivation=None,
        ),
        page_note(id="urn:x:4", target="urn:x:1", motivation="replying"),
        page_note(id="urn:x:5", target=["urn:x:1", "urn:x:2"]),
    ]
    found = read({"@graph": notes})
    one, two, three, four = found.layers[0].annotations
    assert one.body == "<https://example.org/video>\n\n<p>Oh</p>"
    assert (one.labels, one.motivation) == ({"tags": ("cruelty",)}, "commenting")
    assert (two.target.kind, two.target.id, two.body) == ("claim", "harm", "Plain.")
    assert (three.target, three.motivation) == (Target("claim", "harm"), "highlighting")
    assert four.target == Target("annotation", "maya/1")
    assert found.left_out == ("urn:x:5: it has 2 targets; an annotation has one",)
    assert {word for loss in found.losses for word in ("tags", "HTML", "Choice", "bookmarking") if word in loss} == {
        "tags", "HTML", "Choice", "bookmarking",
    }  # fmt: skip


def test_creators_become_annotators_unless_one_is_named() -> None:
    notes = [
        page_note(id="urn:x:1"),
        page_note(id="urn:x:2", creator={"type": "Person", "name": "Tom B.", "nickname": "tom"}),
        page_note(id="urn:x:3", creator={"id": "https://example.org/people/Ann%20Lee"}),
    ]
    assert [(one.annotator, one.name) for one in read(notes).layers] == [
        ("maya", ""),
        ("tom", "Tom B."),
        ("ann-20lee", ""),
    ]
    (one,) = read(notes, "web").layers
    assert (one.annotator, len(one.annotations)) == ("web", 3)


def test_an_export_of_the_hypothesis_client() -> None:
    data = {
        "export_date": "2026-01-02", "annotations": [
            {"id": "r00t", "user": "acct:maya@hypothes.is", "uri": "https://example.org/report", "text": "Hm.", "tags": [],
             "target": [{"source": "https://example.org/report", "selector": [{"type": "TextQuoteSelector", "exact": "they pace"}]}]},
            {"id": "r3", "user": "acct:tom@hypothes.is", "uri": "https://example.org/report", "text": "Yes.", "tags": ["agree"],
             "references": ["r00t"], "target": [{"source": "https://example.org/report"}]},
        ],
    }  # fmt: skip
    maya, tom = read(data).layers
    assert maya.annotations[0].target.quote == "they pace"
    assert (tom.annotations[0].target, tom.annotations[0].motivation) == (
        Target("annotation", "maya/r00t"),
        "replying",
    )


def test_pages_elsewhere_are_not_fetched_and_told() -> None:
    found = read(
        {"type": "AnnotationCollection", "id": "urn:x:c", "first": "https://example.org/page1"}
    )
    assert found.left_out == ("https://example.org/page1: a page that is not in the file",)
    page = {"type": "AnnotationPage", "items": [page_note()], "next": "https://example.org/page2"}
    assert read(page).left_out == ("https://example.org/page2: a page that is not in the file",)
    assert len(read(page).layers[0].annotations) == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "no JSON"), ("", "no JSON"), ("[NaN]", "NaN"), ("[Infinity]", "Infinity"),
        ("[" * 200_000, "too deep"), ('["\\ud800"]', "half a character"), ("[" + "1" * 5000 + "]", "no JSON"),
        ('{"type": "AnnotationCollection", "argmap:layer": 3}', "not a block"),
        ('{"type": "AnnotationCollection", "argmap:layer": {"annotator": ["a"]}}', "a list where"),
        ('{"type": "AnnotationCollection", "argmap:layer": {"annotator": "a b"}}', "has ` ` in it"),
        ('{"type": "AnnotationCollection", "argmap:layer": {"annotator": "a", "role": "boss"}}', "no role"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(ExchangeError, match=why):
        jsonld.read(text, zoo(), "zoo.yaml")


@pytest.mark.parametrize(
    "given",
    [
        {"target": 3}, {"target": None}, {"target": [[]]}, {"target": {"source": 3}}, {"target": {"source": {"id": []}}},
        {"target": {"source": "https://example.org/report", "selector": 3}},
        {"target": {"source": "https://example.org/report", "selector": {"type": "TextQuoteSelector", "exact": 3}}},
        {"target": {"argmap:kind": "moon", "argmap:id": "x"}}, {"target": {"argmap:kind": "claim", "argmap:id": "x y"}},
        {"target": {"argmap:kind": "claim", "argmap:id": "harm", "argmap:start": -1}},
        {"target": {"argmap:kind": "claim", "argmap:id": "harm", "argmap:start": True}},
        {"target": {"argmap:kind": "claim", "argmap:id": "harm", "argmap:start": 10**15}},
        {"body": [3]}, {"body": {"argmap:label": "x", "argmap:value": {}}}, {"body": {"argmap:label": "", "argmap:value": "x"}},
        {"body": {"argmap:label": 3, "argmap:value": "x"}}, {"argmap:votes": []}, {"argmap:votes": {"x": 3}}, {"created": 3},
    ],
)  # fmt: skip
def test_a_faulty_annotation_is_left_out_with_a_reason(given: dict[str, Any]) -> None:
    found = read([page_note(id="urn:x:good"), page_note(id="urn:x:bad", **given)])
    assert [one.id for layer in found.layers for one in layer.annotations] == ["good"]
    assert len(found.left_out) == 1
    assert found.left_out[0].startswith("urn:x:bad: ")


def test_an_id_stands_once() -> None:
    layer = Layer(
        "maya",
        "zoo.yaml",
        annotations=(Annotation("a1", Target("claim", "harm"), body="One"),),
        layer="1",
    )
    data = json.loads(jsonld.export([document(layer)], zoo()).text)
    data["first"]["items"] *= 2
    found = read(data)
    assert found.layers == (layer,)
    assert found.left_out == ("maya/a1: a second annotation with this id",)
    twice = read([page_note(), page_note()])
    assert twice.left_out == ("https://hypothes.is/a/Xy_1: a second annotation with this id",)


@given(anything, anything, anything, anything)
def test_whatever_is_read_can_be_written(one: str, two: str, three: str, four: str) -> None:
    selector = {"type": "TextQuoteSelector", "exact": one, "prefix": two, "suffix": three}
    note = page_note(
        id=four, creator={"nickname": one, "name": two}, created=three,
        target={"source": "https://example.org/report", "selector": selector},
        body=[{"type": "TextualBody", "value": one}, {"type": "TextualBody", "value": two, "purpose": "tagging"},
              {"argmap:label": three, "argmap:value": four}],
    )  # fmt: skip
    for layer in read([note, {**note, "id": one}], "" if one.strip() else "maya").layers:
        assert document(layer).value == layer
