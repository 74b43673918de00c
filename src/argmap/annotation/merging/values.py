"""Values of a layer as what a conflict holds (texts, lists and blocks of them), and back."""

from collections.abc import Mapping
from typing import Any

from argmap.annotation.layers.edits import target_data
from argmap.annotation.layers.model import Target, Value
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from argmap.model.graph import Extra
from argmap.yaml.splicing import flow


def as_extra(value: Any) -> Extra:
    """A value as texts, lists and blocks; nothing is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Target):
        value = target_data(value)
    if isinstance(value, Mapping):
        return {name: as_extra(inner) for name, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [as_extra(item) for item in value]
    return str(value)


def target_of(value: Extra) -> Target:
    """The target that a block, or the id of a claim, stands for; a ValueError if it is none."""
    target = f"{{id: x, target: {flow(value)}}}"
    text = f"layer: 1\nmap: x\nannotator: x\nannotations: [{target}]\n"
    layer = read_layer(Source("", text)).value
    if layer is None:
        raise ValueError("this is no target")
    return layer.annotations[0].target


def text_of(value: Extra) -> str:
    """A text; a ValueError for anything else."""
    if not isinstance(value, str):
        raise ValueError("a text is wanted")
    return value


def value_of(value: Extra) -> Value:
    """The value of a label; a ValueError if it is none."""
    if isinstance(value, list):
        return tuple(text_of(item) for item in value)
    return text_of(value)
