"""Whatever a file holds, reading it gives layers or a reason, and never anything else."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.exchange import ExchangeError, jsonld, table
from argmap.annotation.exchange.table_writing import COLUMNS, HEADER
from argmap.annotation.layers.model import Layer
from tests.annotation.exchange.zoo import document, zoo
from tests.annotation.strategies import layers

_words = st.sampled_from(
    [
        "type", "id", "target", "body", "items", "first", "next", "@graph", "annotations", "source", "selector", "state",
        "exact", "prefix", "start", "end", "value", "purpose", "motivation", "creator", "nickname", "name", "created",
        "refinedBy", "bodyValue", "references", "user", "uri", "tags", "text", "argmap:layer", "argmap:kind", "argmap:id",
        "argmap:label", "argmap:value", "argmap:votes", "argmap:start", "argmap:hash", "annotator", "role", "map",
    ]
)  # fmt: skip
_values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=4),
    st.sampled_from(
        ["Annotation", "AnnotationCollection", "AnnotationPage", "TextQuoteSelector", "TextPositionSelector", "claim", "harm",
         "urn:argmap:zoo.yaml#harm", "urn:argmap:zoo.yaml/maya/a1", "https://example.org/report", "tagging", "maya"]
    ),
)  # fmt: skip
anything = st.recursive(
    _values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_words, inner, max_size=5),
    max_leaves=25,
)


@given(anything, st.sampled_from(["", "maya"]))
def test_any_json(data: Any, annotator: str) -> None:
    try:
        found = jsonld.read(json.dumps(data), zoo(), "zoo.yaml", annotator)
    except ExchangeError:
        return
    for layer in found.layers:
        _writable(layer)


@given(layers(), st.data())
def test_an_export_with_something_else_in_it(layer: Layer, data: st.DataObject) -> None:
    whole = json.loads(jsonld.export([document(layer)], zoo()).text)
    place: Any = whole
    while isinstance(place, dict | list) and place and data.draw(st.integers(0, 5)):
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if (
            not isinstance(place[key], dict | list)
            or not place[key]
            or not data.draw(st.integers(0, 4))
        ):
            place[key] = data.draw(anything)
            break
        place = place[key]
    try:
        found = jsonld.read(json.dumps(whole), zoo(), "zoo.yaml")
    except ExchangeError:
        return
    for one in found.layers:
        _writable(one)


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [*HEADER, *COLUMNS, "label:x", ",", ";", "\n", '"', "harm", "'", "=1", "0", "a b"]
        )
    ).map("".join)
)
def test_any_table(text: str) -> None:
    _table(text)


@given(
    st.lists(st.sampled_from([*HEADER, *COLUMNS, "label:x"]), unique=True),
    st.lists(
        st.lists(st.text(max_size=5) | st.sampled_from(["harm", "maya", "1", "claim", "{}"])),
        max_size=3,
    ),
)
def test_any_rows(names: list[str], rows: list[list[str]]) -> None:
    import csv
    from io import StringIO

    out = StringIO(newline="")
    csv.writer(out).writerows(
        [
            [
                "target",
                "annotator",
                *(name for name in names if name not in ("target", "annotator")),
            ],
            *(["harm", "maya", *row] for row in rows),
        ]
    )
    _table(out.getvalue())


def _writable(layer: Layer) -> None:
    """A new file always says of which version of the language it is."""
    assert document(layer).value == replace(layer, layer="1")


def _table(text: str) -> None:
    try:
        found = table.read(text, zoo(), "zoo.yaml", "maya")
    except ExchangeError:
        return
    for layer in found.layers:
        _writable(layer)
