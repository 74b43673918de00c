"""What goes out comes back: export, then import, is the identity but for what is told."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.exchange import jsonld, table
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from tests.annotation.exchange.zoo import document, zoo
from tests.annotation.strategies import layers


@given(layers())
def test_web_annotations_come_back_as_they_were(layer: Layer) -> None:
    out = jsonld.export([document(layer)], zoo())
    back = jsonld.read(out.text, zoo(), "zoo.yaml")
    assert (out.losses, back.left_out, back.losses) == ((), (), ())
    assert back.layers == (layer,)


@given(layers())
def test_tables_come_back_as_they_were(layer: Layer) -> None:
    out = table.export([document(layer)])
    back = table.read(out.text, zoo(), "zoo.yaml")
    assert (out.losses, back.left_out, back.losses) == ((), (), ())
    assert back.layers == (layer,)


@given(st.lists(layers(), min_size=2, max_size=3, unique_by=lambda layer: layer.annotator))
def test_several_layers_go_in_one_file(several: list[Layer]) -> None:
    documents = [document(layer, f"{layer.annotator}.yaml") for layer in several]
    for text, read in (
        (jsonld.export(documents, zoo()).text, jsonld.read),
        (table.export(documents).text, table.read),
    ):
        assert read(text, zoo(), "zoo.yaml").layers == tuple(several)
        for layer in several:
            assert read(text, zoo(), "zoo.yaml", layer.annotator).layers == (layer,)


def test_comments_stay_behind_and_are_told() -> None:
    text = "# mine\nlayer: 1\nmap: zoo.yaml\nannotator: maya # me\n"
    one = read_layer(Source("maya.yaml", text))
    assert jsonld.export([one], zoo()).losses == ("comments of the YAML files: 2",)
    assert table.export([one]).losses == ("comments of the YAML files: 2",)


def test_a_list_of_one_stays_a_list_and_a_semicolon_a_semicolon() -> None:
    labels: dict[str, Value] = {
        "a": ("x",),
        "b": "x",
        "c": ("x; y", "z\\"),
        "d": "x;",
        "e": "\\;",
        "f": (),
    }
    layer = Layer(
        "maya",
        "zoo.yaml",
        annotations=(Annotation("a1", Target("claim", "harm"), labels=labels),),
        layer="1",
    )
    for back in (
        jsonld.read(jsonld.export([document(layer)], zoo()).text, zoo(), "zoo.yaml"),
        table.read(table.export([document(layer)]).text, zoo(), "zoo.yaml"),
    ):
        assert back.layers[0].annotations[0].labels == labels
