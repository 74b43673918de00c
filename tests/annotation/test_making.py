"""A new annotation is tied to exactly what was meant, or refused with a reason and a remedy."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.layers.anchor import remark_hash, text_hash
from argmap.annotation.layers.beginning import begun, pinned, sound_id
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError, added
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.locating import Request
from argmap.annotation.making import annotate
from argmap.diagnostics import Source
from argmap.model import ArgumentMap
from argmap.texts.source_text import plain
from argmap.yaml.files import loads
from tests.reading import map_of
from tests.strategies import texts

ZOO = """\
claim: The zoo should close
id: close
sources: {book: A book}
reasons:
  - claim: Animals suffer in the zoo, and the zoo knows
    id: harm
    step: {id: step-harm}
"""
MAP = map_of(ZOO)
BOOK = {"book": plain("book.txt", "Large animals suffer.\nLarge “animals” die young.\n")}
TOP = "layer: 1\nmap: zoo.yaml\nannotator: maya\ncodebook: [quality, fallacies]\n"
KIM = read_layer(
    Source("kim.yaml", "layer: 1\nmap: zoo.yaml\nannotator: kim\nannotations:\n  - {id: a1, target: harm, body: Why?}\n")
).value  # fmt: skip


def layer(more: str = "") -> LayerDocument:
    return read_layer(Source("maya.yaml", TOP + more))


def made(kind: str, id: str, map: ArgumentMap = MAP, **request: Any) -> Annotation:
    assert KIM is not None
    request.setdefault("body", "Why?")
    return annotate(layer(), map, Request(kind, id, **request), texts=BOOK, others=[KIM])


def test_a_claim_is_known_by_its_text() -> None:
    one = made("claim", "harm")
    assert (one.id, one.motivation, one.target.place) == ("a1", "commenting", "claim")
    assert one.target.hash == text_hash("Animals suffer in the zoo, and the zoo knows")


def test_a_label_makes_an_assessment_also_with_a_text() -> None:
    required = ("clarity=4", "acceptability=3")
    assert made("claim", "harm", labels=required, body="Clear enough.").motivation == "assessing"


def test_an_argument_is_known_by_what_it_says() -> None:
    one = made("argument", "step-harm", labels=("relevance=4.5",), body="")
    assert (one.motivation, one.labels) == ("assessing", {"relevance": "4.5"})
    assert one.target.hash


def test_a_passage_is_known_by_its_place_and_surroundings() -> None:
    target = made("claim", "harm", quote=" the  zoo ", nth=2).target
    assert (target.quote, target.start, target.end) == ("the zoo", 31, 38)
    assert (target.prefix, target.suffix) == (" suffer in the zoo, and ", " knows")


def test_a_passage_is_kept_as_it_stands_in_the_text() -> None:
    one = made("source", "book", quote='Large "animals" die', grounds=("harm",), body="")
    assert one.target.quote == "Large “animals” die"
    assert (one.target.start, one.target.claims) == (22, ("harm",))
    assert one.target.hash == text_hash("Animals suffer in the zoo, and the zoo knows")
    assert (one.target.prefix, one.target.suffix) == ("Large animals suffer. ", " young. ")
    assert one.motivation == "highlighting"


def test_replies_and_words_about_the_whole_work() -> None:
    assert KIM is not None
    answered = made("annotation", "kim/a1").target
    assert (answered.id, answered.hash) == ("kim/a1", remark_hash(KIM.annotations[0]))
    assert made("annotation", "kim/a1").motivation == "replying"
    assert made("layer", "kim").target.kind == "layer"


def test_an_own_annotation_may_be_named_without_its_annotator() -> None:
    document = layer("annotations:\n  - {id: a7, target: harm}\n")
    one = annotate(document, MAP, Request("annotation", "a7", body="Or not"))
    assert (one.id, one.target.id) == ("a8", "maya/a7")


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no such claim": ({"kind": "claim", "id": "ham"}, "there is no claim `ham`; did you mean `harm`?"),
    "an argument for a claim": ({"kind": "claim", "id": "step-harm"}, "no claim `step-harm`, but an argument"),
    "a claim for an argument": ({"kind": "argument", "id": "harm"}, "no argument `harm`, but a claim"),
    "no such source": ({"kind": "source", "id": "bok"}, "did you mean `book`?"),
    "no such annotator": ({"kind": "layer", "id": "kym"}, "did you mean `kim`?"),
    "no such annotation": ({"kind": "annotation", "id": "kim/a11"}, "did you mean `kim/a1`?"),
    "an annotation of nobody": ({"kind": "annotation", "id": "jo/a1"}, "no annotator `jo`; write one of: maya, kim"),
    "a passage that is not there": ({"kind": "claim", "id": "harm", "quote": "the zoos"}, "does not stand in the claim `harm`"),
    "a part of a word": ({"kind": "claim", "id": "harm", "quote": "uffer in"}, "copy whole words"),
    "another case": ({"kind": "claim", "id": "harm", "quote": "The zoo"}, "does not stand"),
    "a passage of white space": ({"kind": "claim", "id": "harm", "quote": "  "}, "does not stand"),
    "a passage at two places": ({"kind": "claim", "id": "harm", "quote": "the zoo"}, "stands in 2 places"),
    "a third place of two": ({"kind": "claim", "id": "harm", "quote": "the zoo", "nth": 3}, "in 2 places of the claim `harm`; there is no 3"),
    "a place of no quote": ({"kind": "claim", "id": "harm", "nth": 1}, "of which quote"),
    "a passage of an argument": ({"kind": "argument", "id": "step-harm", "quote": "zoo"}, "not of an argument"),
    "a claim that grounds": ({"kind": "claim", "id": "harm", "grounds": ("close",)}, "passage of a source"),
    "grounds for nothing": ({"kind": "source", "id": "book", "grounds": ("closed",)}, "did you mean `close`?"),
    "nothing said": ({"kind": "claim", "id": "harm", "body": " \n"}, "nothing is said"),
    "no such label": ({"kind": "claim", "id": "harm", "labels": ("clarty=4",)}, "no label `clarty`; did you mean `clarity`?"),
    "no such value": ({"kind": "claim", "id": "harm", "labels": ("clarity=6",)}, "write a number from 1 to 5"),
    "a misspelt value": ({"kind": "claim", "id": "harm", "labels": ("fallacy=straw men",)}, "did you mean `straw man`?"),
    "a label of arguments": ({"kind": "claim", "id": "harm", "labels": ("relevance=4",)}, "does not stand on a claim, but on: argument"),
    "two values of one": ({"kind": "claim", "id": "harm", "labels": ("clarity=4", "clarity=5")}, "one value, not 2"),
    "a value twice": ({"kind": "claim", "id": "harm", "labels": ("fallacy=straw man", "fallacy=straw man")}, "write it once"),
    "no value": ({"kind": "claim", "id": "harm", "labels": ("clarity",)}, "written NAME=VALUE, not `clarity`"),
    "an escape sequence": ({"kind": "claim", "id": "\x1b[31mx"}, "`<U+001B>"),
    "half of a pair": ({"kind": "claim", "id": "x\udcff"}, "there is no claim `x<U+FFFD>`"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_meant_is_refused_with_a_remedy(name: str) -> None:
    request, reason = REFUSED[name]
    with pytest.raises(RefusedError) as refused:
        made(**request)
    assert reason in str(refused.value).replace("\ufffd", "<U+FFFD>")
    assert all(line.isprintable() for line in str(refused.value).split("\n"))


def test_the_places_of_a_passage_are_listed_with_their_lines() -> None:
    with pytest.raises(RefusedError) as refused:
        made("source", "book", quote="Large")
    assert str(refused.value).split("\n")[1:] == [
        "  1  1:1: [Large] animals suffer.⏎Large “animal…",
        "  2  2:1: Large animals suffer.⏎[Large] “animals” die young.⏎",
    ]


def test_a_codebook_that_cannot_be_used_is_named() -> None:
    document = read_layer(Source("maya.yaml", TOP.replace("quality", "qualty")))
    with pytest.raises(RefusedError, match="no ready codebook `qualty`"):
        annotate(document, MAP, Request("claim", "harm", labels=("clarity=4",)))
    document = read_layer(Source("maya.yaml", TOP.partition("codebook")[0]))
    with pytest.raises(RefusedError, match="names no codebook"):
        annotate(document, MAP, Request("claim", "harm", labels=("clarity=4",)))


def test_an_assessment_has_the_labels_that_are_required(tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("class")
    (folder / "own.yaml").write_text(
        "codebook: 1\nlabels:\n  a: {type: yes/no, required: true, on: [claim]}\n  b: {type: text}\n",
        encoding="utf-8",
    )
    text = "layer: 1\nmap: zoo.yaml\nannotator: maya\ncodebook: own.yaml\n"
    document = read_layer(Source(str(folder / "maya.yaml"), text))
    with pytest.raises(RefusedError, match="assessment of a claim needs the label `a`"):
        annotate(document, MAP, Request("claim", "harm", labels=("b=x",)))
    first = annotate(document, MAP, Request("claim", "harm", labels=("a=yes", "b=x")))
    after = read_layer(Source(str(folder / "maya.yaml"), added(document, first)))
    assert annotate(after, MAP, Request("claim", "harm", labels=("b=y",))).motivation == "assessing"
    assert annotate(document, MAP, Request("argument", "step-harm", labels=("b=x",)))


@given(st.lists(texts, min_size=1, max_size=4).map(" ".join), st.data())
def test_a_passage_is_where_it_says_it_is(text: str, data: st.DataObject) -> None:
    map = loads(f"claim: {text!r}\n").map
    if map is None:
        return
    said = map.claims[0].text
    start = data.draw(st.integers(0, len(said)))
    end = data.draw(st.integers(start, len(said)))
    request = Request("claim", map.claims[0].id, said[start:end], data.draw(st.integers(0, 2)))
    try:
        one = annotate(layer(), map, request)
    except RefusedError:
        return
    target = one.target
    assert target.start is not None
    assert said[target.start : target.end] == target.quote
    assert said[: target.start].endswith(target.prefix)
    assert said[target.end :].startswith(target.suffix)
    written = read_layer(Source("maya.yaml", added(layer(), one))).value
    assert written is not None
    assert written.annotations == (one,)


@given(st.text(max_size=60))
def test_any_body_is_written_as_it_is_read(body: str) -> None:
    try:
        one = annotate(layer(), MAP, Request("claim", "harm", body=body))
    except RefusedError:
        assert not body.encode("utf-8", "replace").decode().strip() or not body.strip()
        return
    written = read_layer(Source("maya.yaml", added(layer(), one))).value
    assert written is not None
    assert written.annotations[0].body == one.body


def test_a_new_layer_is_tied_to_its_map_and_codebooks(tmp_path_factory: Any) -> None:
    folder = tmp_path_factory.mktemp("class")
    (folder / "own.yaml").write_text("codebook: 1\nversion: '2'\nlabels: {}\n", encoding="utf-8")
    document = loads(ZOO, str(folder / "zoo.yaml"))
    books = ["quality", "quality@1.0", str(folder / "own.yaml")]
    path = folder / "zoo.layers" / "maya.yaml"
    text = begun(document, path, "maya", name=" Maya\nK. ", role="teacher", codebooks=books)
    found = read_layer(Source(str(path), text)).value
    assert found == Layer(
        "maya", "../zoo.yaml", found.version if found else "", "Maya K.", "teacher",
        codebooks=("quality@1.0", "../own.yaml@2"), layer="1",
    )  # fmt: skip
    assert text.startswith("#")


@pytest.mark.parametrize("name", ["maya", "MAYA-2", "ماياة", "玛雅", "a_b"])
def test_names_of_any_script_are_ids(name: str) -> None:
    assert sound_id(f" {name} ") == name


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Maya K.", "has a space; an annotator is named by letters, digits, - and _, such as `maya-k`"),
        ("../maya", "has `.`"), ("a/b", "has `/`"), ("a\\b", "has `\\`"), ("", "needs a name"),
        ("\x1b[0m", "`<U+001B>[0m` has `<U+001B>`"), ("a\u202eb", "has `<U+202E>`"),
    ],
)  # fmt: skip
def test_what_is_no_name_of_an_annotator_is_told(name: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        sound_id(name)
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("codebook", "reason"),
    [
        ("qualty", "did you mean `quality`?"), ("quality@2", "is of version 1.0 here, not 2"),
        ("nothing.yaml", "nothing.yaml: the file cannot be read"),
    ],
)  # fmt: skip
def test_a_codebook_that_is_none_is_told(codebook: str, reason: str, tmp_path_factory: Any) -> None:
    with pytest.raises(RefusedError) as refused:
        pinned(codebook, tmp_path_factory.mktemp("class"))
    assert reason in str(refused.value)
