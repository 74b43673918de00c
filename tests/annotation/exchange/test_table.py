"""Tables go through spreadsheets, and come from them."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.annotation.cells import armed, defused, joined, parted
from argmap.annotation.exchange import ExchangeError, Import, table
from argmap.annotation.layers.model import Annotation, Layer, Target
from tests.annotation.exchange.zoo import document, zoo
from tests.annotation.strategies import layers, values


def read(text: str, annotator: str = "") -> Import:
    return table.read(text, zoo(), "zoo.yaml", annotator)


@given(values)
def test_cells_of_several_values_come_apart_again(value: str | tuple[str, ...]) -> None:
    assert parted(joined(value)) == value


@given(st.text())
def test_defused_cells_are_armed_again(cell: str) -> None:
    assert armed(defused(cell)) == cell


@given(layers())
def test_no_cell_is_a_formula(layer: Layer) -> None:
    for row in csv.reader(StringIO(table.export([document(layer)]).text, newline="")):
        for cell in row:
            assert cell.lstrip()[:1] not in tuple("=+-@|%＝＋－＠")
            assert cell[:1] not in tuple("\t\r\n")


@given(layers(), st.sampled_from([";", "\t"]))
def test_a_spreadsheet_may_choose_the_separator_and_mark_the_bytes(layer: Layer, sign: str) -> None:
    out = StringIO(newline="")
    rows = csv.reader(StringIO(table.export([document(layer)]).text, newline=""))
    csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL).writerows([*rows, [""] * 9])
    assert read("\ufeff" + out.getvalue()).layers == (layer,)


def test_a_table_by_hand_needs_little() -> None:
    found = read("target;body;label:clarity\nharm;Which?;2\nclose;=HYPERLINK(1);\n", "maya")
    (layer,) = found.layers
    assert (layer.annotator, layer.map) == ("maya", "zoo.yaml")
    assert [(one.id, one.target, one.body, one.labels) for one in layer.annotations] == [
        ("r2", Target("claim", "harm"), "Which?", {"clarity": "2"}),
        ("r3", Target("claim", "close"), "=HYPERLINK(1)", {}),
    ]
    step = zoo().arguments[0].id
    assert read(f"target,annotator\n{step},tom\n").layers[0].annotations[0].target == Target(
        "argument", step
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("harmm,,,", "row 2: the map has no claim and no argument `harmm`; did you mean `harm`?"),
        ("harm,,x,", "row 2: `x` is no position in a text"),
        ("harm,maybe,,", "row 2: `resolved` is yes or no, not `maybe`"),
        ("harm,,,[1]", "row 2: `votes` is no block of JSON"),
        ("harm,,,,surplus", "row 2: what stands behind the last column"),
    ],
)
def test_a_faulty_row_is_told_of(row: str, why: str) -> None:
    assert read(f"target,resolved,start,votes\n{row}\n", "maya").left_out == (why,)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column `target`"), ("a,b\n1,2\n", "no column is called `a`"), ("target,bdy\n", "did you mean `body`"),
        ("target,target\n", "two columns"), ("target\nharm\n", "row 2: no annotator"), ('target\n"harm\n', "no table"),
        ("target,role,annotator\nharm,boss,maya\n", "row 2: the role of maya"), ("target,annotator\nharm,a b\n", "row 2: the id of"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_annotations_is_refused(text: str, why: str) -> None:
    with pytest.raises(ExchangeError, match=why):
        read(text)


def test_long_cells_and_line_ends_survive() -> None:
    body = "word " * 60_000 + "\nend"
    layer = Layer(
        "maya",
        "zoo.yaml",
        annotations=(Annotation("a1", Target("claim", "harm"), body=body),),
        layer="1",
    )
    assert read(table.export([document(layer)]).text).layers == (layer,)


def test_two_layers_that_cannot_be_told_apart_are_told_of() -> None:
    layer = Layer("maya", "zoo.yaml", layer="1")
    assert (
        "equal words at the top"
        in table.export([document(layer), document(layer, "b.yaml")]).losses[0]
    )


def test_a_passage_that_ends_before_it_begins_is_left_out() -> None:
    found = read("annotator,target,quote,start,end\nmaya,harm,Animals,7,0\n")
    assert found.layers[0].annotations == ()
    assert found.left_out == ("row 2: its passage begins at 7 and ends before that, at 0",)
