"""A map with a source on the web, and layers about it."""

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Layer
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from argmap.model import ArgumentMap
from argmap.yaml.files import loads

ZOO = """\
claim: The zoo should close
id: close
sources:
  report: {title: The report, url: "https://www.example.org/report/"}
reasons:
  - claim: Animals suffer in the zoo
    id: harm
counterpoints:
  - The zoo breeds rare species
"""


def zoo() -> ArgumentMap:
    map = loads(ZOO, "zoo.yaml").map
    assert map is not None
    return map


def document(layer: Layer, name: str = "maya.yaml") -> LayerDocument:
    return read_layer(Source(name, written(layer)))
