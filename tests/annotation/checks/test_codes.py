"""Every code's own example has the fault at the marked place; its mend is clean."""

import pytest

from argmap.annotation.anchors.anchoring import Ground
from argmap.annotation.checks.checking import check
from argmap.annotation.checks.codes import CODES, EXAMPLE_MAP
from argmap.annotation.layers import codes
from argmap.annotation.layers.codebooks import read_codebook
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.studies import study
from argmap.diagnostics import Code, Diagnostic, Severity, Source
from argmap.views.codes import split
from argmap.yaml.files import loads


def read(text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a layer or a codebook as a text."""
    if text.startswith("codebook:"):
        return read_codebook(Source("terms.yaml", text)).faults
    return read_layer(Source("maya.yaml", text)).faults


def checked(text: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a layer beside the map of the examples."""
    document = loads(EXAMPLE_MAP, "zoo.yaml")
    (found,) = check(Ground(study(document, [read_layer(Source("maya.yaml", text))])))
    return found.diagnostics


WITH_EXAMPLE = [
    *((code, read) for code in codes.CODES),
    *((code, checked) for code in CODES if code.example),
]


@pytest.mark.parametrize(("code", "find"), WITH_EXAMPLE, ids=lambda one: getattr(one, "name", ""))
def test_example_has_the_fault_at_the_marked_place(code: Code, find) -> None:  # type: ignore[no-untyped-def]
    text, start, end = split(code.example)
    found = find(text)
    spans = [(fault.span.start, fault.span.end) for fault in found if fault.code is code]
    assert (start, end) in spans, [(fault.code.name, fault.span) for fault in found]
    allowed = {code.name, *(("changed-text",) if code.name == "changed-map" else ())}
    assert {f.code.name for f in found if f.severity is not Severity.HINT} <= allowed


@pytest.mark.parametrize(("code", "find"), WITH_EXAMPLE, ids=lambda one: getattr(one, "name", ""))
def test_mend_is_clean(code: Code, find) -> None:  # type: ignore[no-untyped-def]
    assert code.mend
    assert not find(code.mend)


def test_the_map_of_the_examples_is_sound() -> None:
    assert not loads(EXAMPLE_MAP).faults


def test_codes_of_maps_and_layers_have_names_of_their_own() -> None:
    from argmap.codes import CODES as ALL

    names = [code.name for code in ALL]
    assert len(set(names)) == len(names)
