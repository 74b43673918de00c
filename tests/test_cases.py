"""Documents that people would write, and what they are told.

Beside each document stands what a person reads about it. Change a message, run with ``--renew``,
and read the difference as the writer of the document would: is it true, is it plain, does the
hint lead to the mend?
"""

from pathlib import Path

import pytest

from argmap.checks import check
from argmap.checks.report import excerpt
from argmap.yaml.files import load

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def told(path: Path) -> str:
    """What a person is told about a document."""
    document = load(path)
    parts = []
    for fault in check(document).diagnostics:
        line, column = document.source.position(fault.span.start)
        shown, caret = excerpt(document.source, fault)
        parts.append(
            f"{line}:{column} {fault.severity.value} {fault.code.name}\n"
            f"    {fault.message}\n    > {fault.hint}\n    | {shown}\n    | {caret}".rstrip()
        )
    map = document.map
    parts.append(f"a map of {len(map.claims)} claims" if map is not None else "no map")
    return "\n".join(line.rstrip() for line in "\n".join(parts).split("\n")) + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_writer_is_told_what_helps(path: Path, renew: bool) -> None:
    expected = path.with_suffix(".expected")
    text = told(path)
    if renew:
        expected.write_text(text, encoding="utf-8", newline="\n")
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in CASES if path.stem.startswith("fine-")])
def test_a_sound_document_is_not_found_fault_with(path: Path) -> None:
    assert check(load(path)).diagnostics == ()


def test_no_expectation_is_left_over() -> None:
    expectations = sorted((Path(__file__).parent / "cases").glob("*.expected"))
    assert [path.stem for path in expectations] == [path.stem for path in CASES]
