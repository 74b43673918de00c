"""What YAML would take in silence is told; what only looks like it is left alone."""

import pytest

from tests.reading import Found, codes, document_of, found

HEAD = "claim: The zoo should close\nreasons:\n"

TOLD: dict[str, tuple[str, list[Found]]] = {
    "a hash that cuts": (HEAD + "  - We are #1\n", [("cut-by-hash", 3, 11)]),
    "a hash that leaves nothing": (HEAD + "  - #1 is the zoo\n", [("cut-by-hash", 3, 4)]),
    "a hash behind a word": ("claim: #MeToo is right\n", [("cut-by-hash", 1, 7)]),
    "a hash in brackets": ("claim: x\ntags: [a, b #c\n  ]\n", [("cut-by-hash", 2, 12)]),
    "a hash behind a quoted hash": (
        "claim: 'a # b'\nnote: c #d\n", [("cut-by-hash", 2, 8)],
    ),
    "a comment that may be a part of the text": (HEAD + "  - Take bus # 5\n", [("close-comment", 3, 13)]),
    "a line with a dash": (HEAD + "  - Cages hurt\n    - They are small\n", [("glued-line", 4, 5)]),
    "two lines with dashes": (HEAD + "  - y\n    - z\n    - w\n", [("glued-line", 4, 5), ("glued-line", 5, 5)]),
    "a line with a dash below a word": ("claim: x\n  - y\n", [("glued-line", 2, 3)]),
    "a dash without its space": (HEAD + "  - y\n    -Zoos are small\n", [("missing-space", 4, 5)]),
    "dashes without their space": (HEAD + "  -y\n  -z\n", [("missing-space", 3, 3), ("missing-space", 4, 3)]),
    "a dash without its space, alone": (HEAD + "  -y\n", [("missing-space", 3, 3)]),
    "en dashes": (HEAD + "  – y\n  – z\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "an em dash": (HEAD + "  — y\n", [("foreign-dash", 3, 3)]),
    "a minus sign": (HEAD + "  − y\n", [("foreign-dash", 3, 3)]),
    "bullets": (HEAD + "  • y\n  • z\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "bullets of speakers": ("claim: x\nby:\n  • Ann\n  • Bo\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "a bullet below a dash": (HEAD + "  - y\n    • z\n", [("foreign-dash", 4, 5)]),
    "plus signs": (HEAD + "  + y\n  + z\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "numbers": (HEAD + "  1. y\n  2. z\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "numbers in brackets": (HEAD + "  1) y\n  2) z\n", [("foreign-dash", 3, 3), ("foreign-dash", 4, 3)]),
    "an en dash below a dash": (HEAD + "  - y\n    – z\n", [("foreign-dash", 4, 5)]),
    "lines without dashes": (HEAD + "  Cages hurt\n  Zoos are dull\n", [("lines-as-one", 3, 3)]),
    "a comma in a sentence in brackets": (
        "claim: x\nreasons: [Animals suffer, and die]\n", [("split-by-comma", 2, 10)],
    ),
    "a comma in a quote in braces": (
        "claim: x\ncites: {source: s, quote: pacing, all day}\nsources: {s: A book}\n",
        [("split-by-comma", 2, 35)],
    ),
    "a comma in a name in braces": (
        "claim: x\nby: v\npeople: {v: {name: Haddad, Amal}}\n", [("split-by-comma", 3, 28)],
    ),
    "a comma in a bare name in braces": (
        "claim: x\nby: v\npeople: {v: Dr. Haddad, vet}\n", [("split-by-comma", 3, 25)],
    ),
    "an empty item": (HEAD + "  - y\n  -\n  - z\n", [("empty-item", 4, 3)]),
    "an empty item at the end": (HEAD + "  - y\n  - \n", [("empty-item", 4, 3)]),
    "an empty text": (HEAD + "  - ''\n", [("empty-item", 3, 4)]),
    "an exclamation mark": (HEAD + "  - !Important animals die\n", [("tag", 3, 5)]),
    "an ampersand": (HEAD + "  - &c is no reason\n", [("anchor", 3, 5)]),
    "an asterisk": (HEAD + "  - *Animals* suffer\n", [("anchor", 3, 5)]),
    "a wide colon": (HEAD + "  - claim：y\n", [("foreign-colon", 3, 5)]),
    "a wide colon with a space": (HEAD + "  - note ： y\n", [("foreign-colon", 3, 5)]),
    "a wide colon at the top": ("claim：x\n", [("foreign-colon", 1, 1)]),
    "a wide colon above a word": ("title：x\nclaim: y\n", [("foreign-colon", 1, 1)]),
    "a wide colon below a word": ("claim: y\ntitle：x\n", [("foreign-colon", 2, 1)]),
    "a colon without its space": (HEAD + "  - claim:y\n", [("missing-space", 3, 5)]),
    "a colon without its space at the top": ("claim:x\n", [("missing-space", 1, 1)]),
    "a colon without its space above a word": ("title:x\nclaim: y\n", [("missing-space", 1, 1)]),
    "a colon without its space below a word": ("claim: y\ntitle:x\n", [("missing-space", 2, 1)]),
    "a wide comma": ("claim: x\nby: [王，李]\n", [("foreign-comma", 2, 7)]),
    "a list comma of Chinese": ("claim: x\nby: [王、李]\n", [("foreign-comma", 2, 7)]),
    "an Arabic comma": ("claim: x\nby: [أمل، نور]\n", [("foreign-comma", 2, 9)]),
    "a no-break space behind a word": ("claim:\u00a0x\n", [("foreign-space", 1, 7)]),
    "a no-break space behind a dash": (HEAD + "  -\u00a0y\n", [("foreign-space", 3, 4)]),
    "no-break spaces as indent": (
        HEAD + "\u00a0\u00a0- y\n\u00a0\u00a0- z\n", [("foreign-space", 3, 1), ("foreign-space", 4, 1)],
    ),
    "a wide space behind a word": ("claim: x\nreasons:\n  - claim:　y\n", [("foreign-space", 3, 11)]),
    "a quotation that ends in another line": (
        'claim: "The zoo\nreasons:\n  - should "close\n', [("unclosed-quote", 1, 8)],
    ),
    "a quotation over words of the map": (
        'claim: "The zoo\nreasons:\n  - should close"\n', [("unclosed-quote", 1, 8)],
    ),
    "a line separator": ("claim: The zoo\u2028should close\n", [("control-character", 1, 15)]),
    "a next-line sign": ("claim: The zoo\x85should close\n", [("control-character", 1, 15)]),
    "an override of direction": (HEAD + "  - y\u202ez\n", [("invisible-character", 3, 6)]),
    "zero-width spaces": (HEAD + "  - y\u200b\u200bz\n", [("invisible-character", 3, 6)]),
    "a byte-order mark inside": (HEAD + "  - y\ufeffz\n", [("invisible-character", 3, 6)]),
    "a second byte-order mark": ("\ufeff\ufeffclaim: x\n", [("invisible-character", 1, 1)]),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_what_would_be_swallowed_is_told(name: str, line_end: str) -> None:
    text, faults = TOLD[name]
    assert found(text.replace("\n", line_end)) == faults


def test_what_is_swallowed_stops_the_map_but_for_a_few_that_may_be_meant() -> None:
    warnings = {"close-comment", "lines-as-one", "invisible-character"}
    for text, faults in TOLD.values():
        assert (document_of(text).map is None) is not ({code for code, _, _ in faults} <= warnings)


MEANT = {
    "a comment two spaces away": "claim: The zoo should close  # to be discussed\n",
    "a comment on its own line": "# A map\nclaim: The zoo should close\n  # aside\nreasons:\n  # first\n  - y\n",
    "a comment behind a word": "claim: x\nreasons: # these\n  - y\n",
    "a comment behind a bracket": "claim: x\ntags: [a, b] # these\n",
    "a comment behind a quotation": 'claim: "x" # this\n',
    "a hash within a word": "claim: C# beats F#, says example.org/#top\n",
    "a hash in quotes": "claim: 'We are #1'\nreasons:\n  - \"Bus # 5\"\n",
    "a hash in a block text": "claim: x\nnote: |\n  # Heading\n  We are #1\n",
    "a ruler of hashes": "claim: x  ##### part two #####\n",
    "a dash within a line": "claim: The zoo - as it is - should close\n",
    "a dash at the end of a line": "claim: The zoo -\n  as it is - should close\n",
    "dashes of running text that begin a line": "claim: The zoo\n  – as it is – should close\n",
    "one spaced dash at the end of a line": "claim: The zoo should close —\n  at last\n",
    "a dash before a number": "claim: x\nreasons:\n  - -5 °C is too cold for them,\n    -4 °C as well\n",
    "a list in a block text": "claim: x\nnote: |\n  - one\n  • two\n  1. three\n",
    "a number in running text": "claim: The wall fell on\n  9. November\n",
    "days in running text": "claim: From the\n  3. May\nnote: 3. May until\n  5. June, and since\n  7. July\n",
    "a year in running text": "claim: The wall fell in\n  1989. November\n",
    "a long text behind a dash": "claim: x\nreasons:\n  - Animals suffer in cages\n    that are too small\n",
    "a long text behind a word": "claim: x\nreasons:\n  - claim: Animals suffer\n      in cages\n",
    "a reason alone on its line": "claim: x\nreasons:\n  Animals suffer in cages\n",
    "a note on lines of its own": "claim: x\nnote:\n  That is what\n  they said\n",
    "a sentence that begins with a dash behind a word": "claim: x\nnote: – as above\n",
    "lists in brackets": "claim: x\ntags: [large animals, small cages]\nby: [Ann Lee, Bo Ek]\n",
    "texts in brackets": 'claim: x\nreasons: ["Animals suffer, and die", "Zoos are dull"]\n',
    "a text in brackets beside a block": (
        "claim: x\nid: x\ncounterpoints: [{claim: y}, Zoos are dull, 'No, they teach']\n"
    ),
    "single words in brackets": "claim: x\nreasons: [fun, money]\n",
    "one reason in brackets": "claim: x\nreasons: [Animals suffer]\n",
    "Chinese commas in a sentence": "claim: 动物园应该关闭，因为动物受苦、早死\n",
    "a Chinese comma in quotes in brackets": 'claim: x\ntags: ["王，李"]\n',
    "a wide colon in a sentence": "claim: 他说：动物园应该关闭\nnote: Nota：x\n",
    "a colon in a word": "claim: The ratio is 3:1, see http://example.org and 12:30\n",
    "an address": "claim: x\ncites: s\nsources:\n  s: {url: 'https://example.org/a:b', file: a.txt}\n",
    "an address that begins with a word": "claim: x\nnote: file://a\nreasons:\n  - url://x\n",
    "no-break spaces in a sentence": "claim: Oui\u00a0! Vraiment, 5\u202f%\nreasons:\n  - y\u3000z\n",
    "a quotation over several lines": 'claim: "The zoo\n  should close"\n',
    "a quotation with a colon at a line's start": 'claim: "The zoo,\n  Noah: an ark"\n',
    "joiners that scripts need": "claim: می\u200cشود\nreasons:\n  - ക്\u200dഷ\n  - 👩\u200d👩\u200d👧\n",
    "marks of direction": "claim: \u200fהגן ייסגר\u200e\n",
}  # fmt: skip


@pytest.mark.parametrize("name", MEANT)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_only_looks_like_it_is_left_alone(name: str, line_end: str) -> None:
    text = MEANT[name].replace("\n", line_end)
    ignored = {"question", "several-statements", "unused-source"}
    assert [code for code in codes(text) if code not in ignored] == []
