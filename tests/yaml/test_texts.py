"""Whatever a person writes in a text field comes out as it was written."""

from collections.abc import Iterator
from json import dumps

import pytest

from argmap.checks import check
from argmap.model import ArgumentMap
from argmap.model.ids import bad_character, nfc
from tests.reading import document_of, map_of

TEXTS = {
    "HTML": "<script>alert('x')</script> <b>&amp; &lt;",
    "DOT": 'label="x"]; } digraph { a -> b [URL="javascript:1"] \\N \\l \\G',
    "an HTML-like label": "<TABLE><TR><TD PORT=\"p\">x</TD></TR></TABLE>",
    "XML": "]]> <!-- x --> <?x?> <!DOCTYPE x>",
    "quote signs": "'single' \"double\" “curly” «angled» `tick`",
    "YAML": "- a: b # c {d} [e] &f *g !h |i >j %k @l",
    "template signs": "{id} {0} %s $x ${y} {{z}}",
    "right to left": "حديقة الحيوان يجب أن تُغلق",
    "both directions": "הגן the zoo 123 ייסגר",
    "marks of direction": "a\u200fb\u200ec\u061cd",
    "combining marks": "e\u0301\u0302\u0303 o\u0308\u0323",
    "Devanagari": "चिड़ियाघर बंद होना चाहिए",
    "Thai": "ควรปิดสวนสัตว์",
    "Chinese": "动物园应该关闭",
    "Japanese": "動物園は閉じるべきだ",
    "Korean": "동물원은 문을 닫아야 한다",
    "wide letters": "ｚｏｏ　ｃｌｏｓｅ",
    "emoji": "🦁🐘👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️1️⃣",
    "rare planes": "𝒵𝑜𝑜 𠜎 𓃰",
    "spaces of many kinds": "a\u00a0b\u2009c\u3000d",
    "a private sign": "a\ue000b",
    "numbers and dates": "1:20 2024-05-01 0x10 1e3 ~ null no",
    "a long word": "x" * 5000,
}  # fmt: skip

#: Every field that holds a text, with `@` where it stands, and how to find it in the map.
MAP = """\
{{title: @, question: @, description: @, authors: [@], date: @, language: @, keywords: [@, @],
sources: {{s: {{title: @, author: [@, @], date: @, own: @, more: {{deep: [@]}}}}}},
people: {{p: {{name: @, role: @, own: @}}}},
claim: @, by: [@], via: @, tags: [@], note: @, cites: {{source: s, quote: @, at: @, note: @}},
reasons: [{{claim: @, step: {{by: @, scheme: @, warrant: @, note: @, cites: [{{quote: @}}]}}}}, @]}}
"""


def texts_of(map: ArgumentMap) -> Iterator[str]:
    yield from (map.title, map.question, map.description, map.date, map.language)
    yield from (*map.authors, *map.keywords)
    for source in map.sources:
        yield from (source.title, *source.author, source.date, source.extra["own"])
        yield from source.extra["more"]["deep"]
    for person in map.people:
        yield from (person.name, person.role, person.extra["own"])
    for claim in map.claims:
        yield from (claim.text, *claim.by, *claim.via, *claim.tags)
        yield from [claim.note] if claim.note else []
    for argument in map.arguments:
        if argument.by:
            yield from (*argument.by, argument.scheme, argument.warrant, argument.note)
    for part in map.parts:
        for cite in part.cites:
            yield from (text for text in (cite.quote, cite.at, cite.note) if text)


@pytest.mark.parametrize("name", TEXTS)
def test_every_field_keeps_a_hostile_text_to_the_letter(name: str) -> None:
    text = TEXTS[name]
    written = (
        MAP.replace("{{", "{").replace("}}", "}").replace("@", dumps(text, ensure_ascii=False))
    )
    map = map_of(written)
    assert set(texts_of(map)) == {text}
    assert len(list(texts_of(map))) == written.count(dumps(text, ensure_ascii=False))


@pytest.mark.parametrize("name", TEXTS)
def test_findings_about_a_hostile_text_are_printable(name: str) -> None:
    text = dumps(TEXTS[name], ensure_ascii=False)
    wrong = f"claim: x\nkind: {text}\nid: {text}\nby: {{{text}: x}}\nreasons:\n  - ref: {text}\n  - {text}: x\n"
    findings = check(document_of(wrong)).diagnostics
    assert findings
    for fault in findings:
        assert fault.message.isprintable()
        assert fault.hint.isprintable()


@pytest.mark.parametrize("name", TEXTS)
def test_the_id_derived_from_a_hostile_text_is_an_id(name: str) -> None:
    claim = map_of(f"claim: {dumps(TEXTS[name], ensure_ascii=False)}").claims[0]
    assert claim.id
    assert not bad_character(claim.id)
    assert nfc(claim.id) == claim.id


def test_white_space_around_a_text_is_no_part_of_it() -> None:
    map = map_of("claim: '  x  '\nnote: |\n\n  y\n\n  z\n\nby: [' Ann ']\n")
    assert (map.claims[0].text, map.claims[0].note, map.claims[0].by) == ("x", "y\n\nz", ("Ann",))
