"""Every code's own example has the fault at the marked place; its mend is clean."""

import pytest

from argmap.checks import CODES, check
from argmap.diagnostics import Code, Severity
from argmap.views.codes import split
from argmap.yaml.files import from_bytes, loads

WITH_EXAMPLE = [code for code in CODES if code.example]


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=lambda code: code.name)
def test_example_has_the_fault_at_the_marked_place(code: Code) -> None:
    text, start, end = split(code.example)
    data = text.encode().replace(b"caf?", b"caf\xe9") if code.name == "not-utf-8" else text.encode()
    found = check(from_bytes(data, "example.yaml")).diagnostics
    spans = [(fault.span.start, fault.span.end) for fault in found if fault.code is code]
    assert spans, [fault.code.name for fault in found]
    assert (start, end) in spans
    serious = [fault.code.name for fault in found if fault.severity is not Severity.HINT]
    assert set(serious) <= {code.name}


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=lambda code: code.name)
def test_mend_is_clean(code: Code) -> None:
    assert code.mend
    assert not check(loads(code.mend)).diagnostics
