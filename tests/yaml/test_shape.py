"""Every word with every sort of value, made from the tables of the language."""

from collections.abc import Iterator

import pytest

from argmap.diagnostics import Severity
from argmap.yaml import words
from argmap.yaml.words import Holds
from tests.reading import codes, document_of, found, hints, map_of

#: Where each table's words stand: the table, the block that the word joins, and what is around it.
PLACES: dict[str, tuple[str, dict[str, str], str]] = {
    "the top": ("MAP", {"claim": "c", "sources": "{s: t}"}, "@"),
    "a claim": ("ITEM", {"claim": "d"}, "{claim: c, sources: {s: t}, reasons: [@]}"),
    "a premise": (
        "CLAIM", {"claim": "d"}, "{claim: c, sources: {s: t}, reasons: [{premises: [e, @]}]}",
    ),
    "a thesis": ("CLAIM", {"claim": "d"}, "{claims: [c, @], sources: {s: t}}"),
    "a shared claim": ("CLAIM", {"claim": "d"}, "{claim: c, sources: {s: t}, shared: [@]}"),
    "linked premises": ("LINKED", {"premises": "[d, e]"}, "{claim: c, reasons: [@]}"),
    "a reference": ("REF", {"ref": "i"}, "{claim: c, reasons: [{claim: d, id: i}, {claim: e, reasons: [@]}]}"),
    "a step": ("STEP", {}, "{claim: c, sources: {s: t}, reasons: [{claim: d, step: @}]}"),
    "a citation": ("CITE", {"source": "s"}, "{claim: c, sources: {s: t}, cites: @}"),
    "a source": ("SOURCE", {}, "{claim: c, cites: s, sources: {s: @}}"),
    "a person": ("PERSON", {}, "{claim: c, by: p, people: {p: @}}"),
    "a conflict": ("CONFLICT", {"conflict": "changed"}, "{claim: c, conflicts: [@]}"),
}  # fmt: skip

VALUES = {
    "text": "x", "nothing": "", "empty text": '""', "empty list": "[]", "empty block": "{}",
    "list": "[x, y]", "nested list": "[[x]]", "list of nothing": '[""]', "block": "{foo: x}",
    "list of blocks": "[{foo: x}]",
}  # fmt: skip

_NOTHING = {"nothing": "empty-value", "empty text": "empty-value"}
_NO_LISTS = dict.fromkeys(
    ("empty list", "list", "nested list", "list of nothing", "list of blocks"), "wrong-type"
)
_NO_BLOCKS = dict.fromkeys(("empty block", "block"), "wrong-type")
_TEXT = {**_NOTHING, **_NO_LISTS, **_NO_BLOCKS}
_IN_LISTS = {"nested list": "wrong-type", "list of nothing": "empty-item"}
_UNKNOWN = {"block": "unknown-word", "list of blocks": "unknown-word"}

#: The fault of each sort of value behind each sort of word; what is not named is well.
FAULTS = {
    Holds.TEXT: _TEXT,
    Holds.CLAIM: _TEXT,
    Holds.ID: _TEXT,
    Holds.CHOICE: {**_TEXT, "text": "not-a-choice"},
    Holds.SHARE: {**_TEXT, "text": "out-of-range"},
    Holds.TRUTH: {**_TEXT, "text": "not-true-or-false"},
    Holds.TEXTS: {**_NOTHING, **_NO_BLOCKS, **_IN_LISTS, "list of blocks": "wrong-type"},
    Holds.IDS: {
        **_NOTHING, **_NO_BLOCKS, **_IN_LISTS, "list of blocks": "wrong-type",
        "text": "unknown-ref", "list": "unknown-ref",
    },
    Holds.CITES: {
        **_NOTHING, **_UNKNOWN, "text": "unknown-source", "list": "unknown-source",
        "nested list": "wrong-type", "list of nothing": "empty-item", "empty block": "",
    },
    Holds.ITEMS: {
        **_UNKNOWN, "nothing": "empty-block", "empty text": "empty-item", "empty list": "empty-block",
        "empty block": "not-an-item", "nested list": "wrong-type", "list of nothing": "empty-item",
    },
    Holds.STEP: {
        **_NOTHING, **_NO_LISTS, "text": "wrong-type", "block": "unknown-word", "empty block": "",
    },
    Holds.ENTRIES: {
        **_NO_LISTS, "text": "wrong-type", "nothing": "wrong-type", "empty text": "wrong-type",
    },
    Holds.CONFLICTS: {
        **dict.fromkeys(VALUES, "wrong-type"), **_UNKNOWN, "empty list": "",
    },
    Holds.ANY: {},
}  # fmt: skip

#: Words whose table says less than their place does.
SPECIAL = {
    ("the top", "argmap"): _TEXT | {"text": "unknown-version"},
    ("a source", "url"): _TEXT | {"text": "unsafe-link"},
    ("a reference", "ref"): FAULTS[Holds.TEXT] | {"text": "unknown-ref"},
    ("linked premises", "premises"): FAULTS[Holds.ITEMS]
    | {"nothing": "empty-value", "empty list": "empty-value"},
    ("a citation", "source"): FAULTS[Holds.TEXT] | {"text": "unknown-source"},
}


def cases() -> Iterator[tuple[str, str, str, str]]:
    for place, (table, _, _) in PLACES.items():
        known: dict[str, words.Word] = getattr(words, table)
        for name, word in known.items():
            if (place, name) == ("the top", "claims"):
                continue  # beside `claim` it is one thesis too many, whatever it holds
            expected = SPECIAL.get((place, name), FAULTS[word.holds])
            for value in VALUES:
                yield place, name, value, expected.get(value, "")


def written(place: str, name: str, value: str) -> tuple[str, int, int]:
    """A flow map with the word in its place, and where its value begins and ends."""
    _, own, around = PLACES[place]
    block = ", ".join(f"{word}: {given}" for word, given in {**own, name: f"«{value}»"}.items())
    marked = around.replace("@", "{" + block + "}")
    text = marked.replace("«", "").replace("»", "")
    return text, marked.index("«"), marked.index("»") - 1


@pytest.mark.parametrize(("place", "name", "value", "code"), list(cases()))
def test_a_value_of_the_wrong_sort_is_told_at_its_place(
    place: str, name: str, value: str, code: str
) -> None:
    text, start, end = written(place, name, VALUES[value])
    faults = [
        (fault.code.name, fault.span.start)
        for fault in document_of(text).faults
        if fault.severity is not Severity.HINT
    ]
    if not code:
        assert faults == []
        return
    assert {found for found, _ in faults} == {code}
    assert all(start - len(f"{name}: ") <= at <= end for _, at in faults)
    warnings = ("empty-block", "unknown-version", "unsafe-link")
    assert (document_of(text).map is None) is (code not in warnings)


@pytest.mark.parametrize("place", PLACES)
def test_a_word_that_is_none_is_told(place: str) -> None:
    text, start, _ = written(place, "foo", "x")
    if place in ("a source", "a person"):
        assert map_of(text)  # there they are fields of the user's own
        return
    assert ("unknown-word", 1, start - len("foo: ") + 1) in found(text)
    assert document_of(text).map is None


@pytest.mark.parametrize("place", PLACES)
def test_a_word_of_another_place_is_sent_home(place: str) -> None:
    table: dict[str, words.Word] = getattr(words, PLACES[place][0])
    stranger = next(word for word in ("role", "warrant", "keywords") if word not in table)
    text, _, _ = written(place, stranger, "x")
    if place not in ("a source", "a person"):
        assert "misplaced-word" in codes(text)
        assert any(hint.startswith("move it to where it belongs: ") for hint in hints(text))


@pytest.mark.parametrize("value", VALUES)
def test_claims_beside_a_claim_are_one_form_too_many(value: str) -> None:
    assert ("claim-and-claims", 1, 12) in found(f"{{claim: c, claims: {VALUES[value]}}}")


@pytest.mark.parametrize("claims", ["", "[]", "''"])
def test_a_map_whose_claims_are_empty_has_no_thesis(claims: str) -> None:
    text = f"title: x\nclaims: {claims}\nshared:\n  - claim: y\n"
    assert ("no-thesis", 2, 1) in found(text)
    assert document_of(text).map is None


SHARES = {
    "0": 0.0, "1": 1.0, "1.0": 1.0, "0.5": 0.5, ".5": 0.5, "1e-3": 0.001, "+0.25": 0.25,
    '"0.5"': 0.5,
}  # fmt: skip


@pytest.mark.parametrize("written", SHARES)
def test_a_share_is_a_number_from_0_to_1(written: str) -> None:
    assert map_of(f"claim: x\nweight: {written}").claims[0].weight == SHARES[written]


NO_SHARES = {
    "80%": "write 0.8", "0,8": "write 0.8", "100 %": "write 1", "12,5%": "write 0.125",
    "1.01": "write a number such as 0.5", "-0.1": "write a number such as 0.5",
    ".nan": "write a number such as 0.5", ".inf": "write a number such as 0.5",
    "0x1": "write a number such as 0.5", "1e400": "write a number such as 0.5",
    "½": "write a number such as 0.5", "٠": "write a number such as 0.5",
    "9" * 5000: "write a number such as 0.5", "1_0": "write a number such as 0.5",
    "nan": "write a number such as 0.5", "high": "write a number such as 0.5",
}  # fmt: skip


@pytest.mark.parametrize("written", NO_SHARES, ids=lambda written: written[:9])
def test_what_is_no_share_is_told_and_the_number_that_was_meant_is_named(written: str) -> None:
    text = f"claim: x\nweight: {written}"
    assert found(text) == [("out-of-range", 2, 9)]
    assert hints(text) == [NO_SHARES[written]]


LITERAL = ["no", "yes", "~", "null", "1:20", "4", "0x10", "2024-05-01", "=x", "1_000", "on", "Null",
           ".nan", "0o7", "+12", "1e3", "=", "<", "true"]  # fmt: skip


@pytest.mark.parametrize("text", LITERAL)
def test_every_value_is_the_text_that_was_written(text: str) -> None:
    map = map_of(f"claim: {text}\nby: [{text}, x]\nnote: {text}\ncites: {{source: s, at: {text}}}\n"
                 f"date: {text}\nsources: {{s: {{pages: {text}}}}}\n")  # fmt: skip
    claim = map.claims[0]
    assert (claim.text, claim.by, claim.note, claim.cites[0].at) == (text, (text, "x"), text, text)
    assert (map.date, map.sources[0].extra) == (text, {"pages": text})


@pytest.mark.parametrize("text", ["yes", "no", "1", "on", "TRUE!", "truth"])
def test_only_true_and_false_are_true_or_false(text: str) -> None:
    assert codes(f"claim: x\nimplicit: {text}") == ["not-true-or-false"]


SENT_HOME = {
    "step in a premise": (
        "claim: x\nreasons:\n  - premises:\n      - claim: y\n        step: {note: z}\n      - w\n",
        ("misplaced-word", 5, 9), "beside `premises`",
    ),
    "step beside a reference among premises": (
        "claim: x\nid: x\nreasons:\n  - premises:\n      - y\n      - claim: z\n        id: z\n"
        "  - premises:\n      - ref: z\n        step: {note: z}\n      - v\n",
        ("misplaced-word", 10, 9), "beside `premises`",
    ),
    "premises among shared claims": (
        "claim: x\nshared:\n  - premises: [y, z]\n", ("misplaced-word", 3, 5), "under `reasons`",
    ),
    "premises among theses": (
        "claims:\n  - x\n  - premises: [y, z]\n", ("misplaced-word", 3, 5), "under `reasons`",
    ),
    "step at a thesis": (
        "claims:\n  - claim: x\n    step: {note: y}\n", ("misplaced-word", 3, 5), "under `reasons`",
    ),
    "step at a shared reference": (
        "claim: x\nid: x\nshared:\n  - ref: x\n", ("ref-at-top", 4, 5), "write the claim here",
    ),
    "a word of a claim without `claim`": (
        "claims:\n  - x\nnote: y\n", ("misplaced-word", 3, 1), "an item of `claims`",
    ),
    "a quote outside of a citation": (
        "claim: x\nquote: y\n", ("misplaced-word", 2, 1), "an entry of `cites`",
    ),
    "a warrant outside of a step": (
        "claim: x\nreasons:\n  - claim: y\n    warrant: z\n", ("misplaced-word", 4, 5), "`step:`",
    ),
    "a title in a claim": (
        "claim: x\nreasons:\n  - claim: y\n    title: z\n", ("misplaced-word", 4, 5), "the top of the map",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SENT_HOME)
def test_a_misplaced_word_is_told_its_home(name: str) -> None:
    text, fault, home = SENT_HOME[name]
    assert found(text) == [fault]
    assert home in hints(text)[0]


MEANT = {
    "counterpoint": "counterpoints", "Reasons": "reasons", "pros": "reasons", "Cons": "counterpoints",
    "objections": "counterpoints", "because": "reasons", "comment": "note", "langauge": "language",
    "citations": "cites", "keyword": "keywords", "source": "", "people ": "people",
}  # fmt: skip


@pytest.mark.parametrize("written", MEANT)
def test_a_misspelt_word_or_a_synonym_is_told_the_word(written: str) -> None:
    text = f'claim: x\n"{written}": y\n'
    meant = MEANT[written]
    assert ("unknown-word" if meant else "misplaced-word", 2, 1) in found(text)
    assert not meant or f"did you mean `{meant}`?" in hints(text)


@pytest.mark.parametrize(
    "item", ["Note: that is bad", "One thing matters: money", "By the way: no"]
)
def test_a_sentence_with_a_colon_is_told_to_stand_in_quotes(item: str) -> None:
    text = f"claim: x\nreasons:\n  - {item}\n"
    assert found(text) == [("unknown-word", 3, 5)]
    assert hints(text)[0].endswith("put the text in double quotes if the colon belongs to it")


def test_the_few_words_of_a_citation_are_listed() -> None:
    assert hints("claim: x\ncites: {pages: 4, source: s}\nsources: {s: A book}") == [
        "write one of: source, quote, at, note"
    ]


def test_a_misspelt_word_is_read_on_as_the_word_that_was_meant() -> None:
    text = (
        "clam: x\nnote: y\nreason:\n  - clame: z\n    knid: foo\n    steps: {shceme: a, by: }\n"
        "  - premise:\n      - refs: nothing\n      - {claims: w, weight: 2}\n"
    )
    assert found(text) == [
        ("unknown-word", 1, 1), ("unknown-word", 3, 1), ("unknown-word", 4, 5), ("unknown-word", 5, 5),
        ("not-a-choice", 5, 11), ("unknown-word", 6, 5), ("unknown-word", 6, 13), ("empty-value", 6, 28),
        ("unknown-word", 7, 5), ("unknown-word", 8, 9), ("unknown-ref", 8, 15), ("misplaced-word", 9, 10),
        ("out-of-range", 9, 29),
    ]  # fmt: skip
