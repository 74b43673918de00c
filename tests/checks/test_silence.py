"""Findings are silenced for a line, a file or a project, in the open; errors never are."""

import pytest

from argmap.checks import check
from argmap.diagnostics import Severity
from tests.reading import codes, document_of, found, hints

LINE = {
    "at the end of the line": "claim: Should it close?  # argmap: ignore question\n",
    "one space away": "claim: Should it close? # argmap: ignore question\n",
    "on the line above": "# argmap: ignore question\nclaim: Should it close?\n",
    "above another comment": "# argmap: ignore question\n# aside\nclaim: Should it close?\n",
    "above another order": (
        "# argmap: ignore question\n# argmap: ignore unused-source\nclaim: Should it close?\n"
    ),
    "indented": "claim: x\nreasons:\n  # argmap: ignore question\n  - Should it close?\n",
    "behind a quoted hash": "claim: 'Is it #1?'  # argmap: ignore question\n",
    "with others": "claim: Should it close?  # argmap: ignore question, too-long\n",
    "with a reason": "claim: Should it close?  # argmap: ignore question -- it is rhetorical, for once\n",
    "without spaces": "claim: Should it close?  #argmap:ignore question\n",
    "with Windows line ends": "# argmap: ignore question\r\nclaim: Should it close?\r\n",
    "for the file": "claim: Should it close?\nreasons:\n  - y\n# argmap: ignore-file question\n",
}


@pytest.mark.parametrize("name", LINE)
def test_a_finding_is_silenced(name: str) -> None:
    findings = check(document_of(LINE[name]))
    assert findings.silenced == 1
    assert {fault.code.name for fault in findings.diagnostics} <= {"idle-silence"}


LOUD = {
    "two lines above": "# argmap: ignore question\n\nclaim: Should it close?\n",
    "on the line below": "claim: Should it close?\n# argmap: ignore question\n",
    "at the end of the line above": (
        "title: x  # argmap: ignore question\nclaim: Should it close?\n"
    ),
    "in a text": "claim: 'Is # argmap: ignore question this it?'\n",
    "of another code": "claim: Should it close?  # argmap: ignore same-text\n",
    "with the code misspelt": "claim: Should it close?  # argmap: ignore qestion\n",
    "with the order misspelt": "claim: Should it close?  # argmap: ignroe question\n",
    "without a code": "claim: Should it close?  # argmap: ignore\n",
}


@pytest.mark.parametrize("name", LOUD)
def test_a_finding_is_not_silenced_by_what_is_no_order_for_it(name: str) -> None:
    assert "question" in codes(LOUD[name])
    assert check(document_of(LOUD[name])).silenced == 0


IDLE = {
    "claim: x  # argmap: ignore question\n": ("idle-silence", 1, 28, "delete it"),
    "claim: x  # argmap: ignore qestion\n": ("idle-silence", 1, 28, "did you mean `question`?"),
    "claim: x  # argmap: ignore unknown-ref\n": ("idle-silence", 1, 28, "delete it"),
    "claim: x  # argmap: ignore\n": ("idle-silence", 1, 11, "write `# argmap: ignore CODE`"),
    "claim: x  # argmap: ignroe question\n": ("idle-silence", 1, 11, "write `# argmap: ignore CODE`"),
    "claim: x  # argmap:\n": ("idle-silence", 1, 11, "write `# argmap: ignore CODE`"),
    "# argmap: ignore-file question\nclaim: x\n": ("idle-silence", 1, 23, "delete it"),
}  # fmt: skip


@pytest.mark.parametrize("text", IDLE)
def test_an_order_that_silences_nothing_is_told(text: str) -> None:
    name, line, column, hint = IDLE[text]
    assert found(text) == [(name, line, column)]
    assert hint in hints(text)[0]


def test_other_comments_are_no_orders() -> None:
    assert codes("# argmaps are fun\n# see argmap: the tool\nclaim: x  # ignore question\n") == []


def test_errors_cannot_be_silenced() -> None:
    text = "claim: x\nkind: y  # argmap: ignore not-a-choice\n"
    assert found(text) == [("not-a-choice", 2, 7), ("idle-silence", 2, 27)]
    findings = check(document_of(text), ignore=["not-a-choice"])
    assert [fault.severity for fault in findings.diagnostics] == [Severity.ERROR, Severity.WARNING]
    assert findings.diagnostics[1].message.endswith("errors cannot be silenced")


def test_an_order_for_a_check_that_has_not_run_is_not_called_idle() -> None:
    assert codes("claim: x?  # argmap: ignore question\nkind: y\n") == ["not-a-choice"]


def test_a_project_silences_by_name() -> None:
    document = document_of("claim: Should it close?\nsources: {s: A book}\n")
    findings = check(document, ignore=["question"])
    assert [fault.code.name for fault in findings.diagnostics] == ["unused-source"]
    assert findings.silenced == 1


def test_findings_come_in_the_order_of_the_text() -> None:
    text = (
        "sources: {s: A}\nclaim: Should it close?\nreasons:\n  - Is it?\n  - Is it?\nkind: fact\n"
    )
    places = [place[1:] for place in found(text)]
    assert places == sorted(places)
