"""Whether a claim is one statement: what is told, and what is not."""

from json import dumps

import pytest

from tests.reading import codes, found

TOLD = {
    "Should the zoo close?": "question",
    "Should the zoo close ?": "question",
    "Should “the zoo” close?": "question",
    "“Should the zoo close?”": "question",
    "'Should the zoo close?'": "question",
    "¿Debe cerrar el zoo?": "question",
    "动物园应该关闭吗？": "question",
    "هل يجب إغلاق الحديقة؟": "question",
    "Cages are small. Visitors stay away": "several-statements",
    "Cages are small. Visitors stay away.": "several-statements",
    "Cages hurt! Visitors stay away": "several-statements",
    "He said “cages are small.” Visitors stay away": "several-statements",
    "It closed in 1999. Nobody noticed": "several-statements",
    "Cages are small; visitors stay away": "several-statements",
    "动物受苦。游客很少": "several-statements",
    "Клетки тесны. Посетителей мало": "several-statements",
    "τα ζώα υποφέρουν. Οι επισκέπτες λίγοι": "several-statements",
    "The zoo should close " + "for good " * 30: "too-long",
    "动物园应该关闭" * 20: "too-long",
}


@pytest.mark.parametrize("text", TOLD, ids=range(len(TOLD)))
def test_it_is_told_at_the_text(text: str) -> None:
    written = f"title: x\nclaim: {dumps(text, ensure_ascii=False)}\n"
    assert found(written) == [(TOLD[text], 2, 8)]


FINE = [
    "The zoo should close",
    "The zoo should close.",
    "The zoo should close!",
    "The question is “should the zoo close?”",
    "Nobody asks “why?”",
    "Dr. Haddad and Prof. Okafor of St. Mary's agree",
    "The U.S. Congress and the E.U. Council agree",
    "Visitors, cages, food, etc. cost money",
    "On 3. October 1990 the wall was gone",
    "Am 3. Oktober 1990 wurde der Zoo geschlossen",
    "Version 2.0 of example.org costs $3.50",
    "Capt. Ahab and Acme Corp. Ltd. disagree",
    "No. 5 is alive",
    '"',
    "’”",
    "The zoo … should close",
    "He waited... and waited",
    "The zoo costs approx. 5 million",
    "动物园应该关闭。",
    "动物园应该关闭，因为动物受苦",
    "The zoo (est. 1900) should close",
    "The zoo should close " + "for good " * 20,
    "动物园应该关闭" * 16,
]


@pytest.mark.parametrize("text", FINE, ids=range(len(FINE)))
def test_one_statement_is_one_statement(text: str) -> None:
    assert codes(f"claim: {dumps(text, ensure_ascii=False)}\n") == []
