"""Input that is broken, enormous or made to harm: answered with an address, never with a crash.

No test here looks at the clock; each would run for minutes, or out of memory, if the work that it
asks for were not bounded.
"""

import pytest

from argmap.yaml import storage, syntax
from argmap.yaml.syntax import MAX_DEPTH
from tests.reading import codes, document_of, found, map_of

MANY = 100_000

REFUSED: dict[str, tuple[str | bytes, tuple[str, int, int]]] = {
    "not UTF-8": (b"claim: The caf\xe9 should close", ("not-utf-8", 1, 15)),
    "not UTF-8 behind other letters": ("claim: é→😀".encode() + b"\xff", ("not-utf-8", 1, 11)),
    "UTF-16": ("claim: The zoo should close".encode("utf-16"), ("not-utf-8", 1, 1)),
    "half of a surrogate pair, as bytes": (b"claim: \xed\xa0\x80", ("not-utf-8", 1, 8)),
    "half of a surrogate pair, as text": ("claim: x\ud800", ("control-character", 1, 9)),
    "a NUL": ("claim: The\0zoo", ("control-character", 1, 11)),
    "an escape sequence": ("claim: x\nnote: \x1b[31mred", ("control-character", 2, 7)),
    "no character": ("claim: x\ufffe", ("control-character", 1, 9)),
    "a form feed": ("claim: x\n\fnote: y", ("control-character", 2, 1)),
    "nothing": ("", ("empty-file", 1, 1)),
    "a byte-order mark alone": (b"\xef\xbb\xbf", ("empty-file", 1, 1)),
    "blank lines": ("\n  \n\n", ("empty-file", 1, 1)),
    "comments alone": ("# to do\n# tomorrow\n", ("empty-file", 1, 1)),
    "a document of nothing": ("---\n...\n", ("empty-file", 1, 1)),
    "a list at the top": ("- one\n- two\n", ("not-a-map", 1, 1)),
    "a text at the top": ("The zoo should close\n", ("not-a-map", 1, 1)),
    "a flow list at the top": ("[a, b]\n", ("not-a-map", 1, 1)),
    "a tab as indent": ("claim: x\nreasons:\n\t- y\n", ("tab", 3, 1)),
    "a tab behind a dash": ("claim: x\nreasons:\n  -\tnote: y\n", ("tab", 3, 4)),
    "a word twice": ("claim: x\nnote: y\nnote: z\n", ("duplicate-word", 3, 1)),
    "an anchor": ("claim: &a x\n", ("anchor", 1, 8)),
    "an anchor at a block": ("claim: x\nreasons: &a\n  - y\n", ("anchor", 2, 10)),
    "an alias": ("claim: x\nreasons:\n  - *x\n", ("anchor", 3, 5)),
    "an alias as a word": ("*x : y\nclaim: x\n", ("anchor", 1, 1)),
    "a merge key": ("claim: x\n<<: {note: y}\n", ("merge-key", 2, 1)),
    "a Python object": ("!!python/object:os.system x\n", ("tag", 1, 1)),
    "a Python object as a value": ("claim: !!python/name:eval x\n", ("tag", 1, 8)),
    "a tag of one's own": ("claim: !secret x\n", ("tag", 1, 8)),
    "a tag at a block": ("claim: x\nsources: !!map\n  a: b\n", ("tag", 2, 10)),
    "the non-specific tag": ("claim: ! x\n", ("tag", 1, 8)),
    "a tag handle that nobody declared": ("claim: !a!b x\n", ("tag", 1, 8)),
    "two documents": ("claim: x\n---\nclaim: y\n", ("several-documents", 2, 1)),
    "a text behind the end": ("claim: x\n...\nclaim: y\n", ("several-documents", 3, 1)),
    "a directive of no kind": ("%FOO\n---\nclaim: x\n", ("reserved-sign", 1, 1)),
    "a list as a word": ("claim: x\n? [a]\n: b\n", ("complex-key", 2, 3)),
    "a question mark as a key": ("claim: x\nreasons:\n  - ? Why not\n", ("complex-key", 3, 5)),
    "a colon without a word": ("claim: x\n: y\n", ("stray-colon", 2, 1)),
    "flow lists without end": ("[" * MANY, ("too-deep", 1, MAX_DEPTH + 1)),
    "flow blocks without end": ("{a: " * MANY, ("too-deep", 1, 4 * MAX_DEPTH + 1)),
    "deep lists that end": ("claim: x\nby: " + "[" * MANY + "]" * MANY, ("too-deep", 2, MAX_DEPTH + 4)),
    "lists in lists": ("- " * MANY, ("too-deep", 1, 2 * MAX_DEPTH + 1)),
    "keys in keys": ("? " * MANY, ("complex-key", 1, 3)),
    "blocks in blocks": (
        "".join(" " * depth + "a:\n" for depth in range(MAX_DEPTH + 10)),
        ("too-deep", MAX_DEPTH + 1, MAX_DEPTH + 1),
    ),
    "an alias bomb": (
        "claim: &a0 x\n" + "".join(f"x{i}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(40)),
        ("anchor", 1, 8),
    ),
    "aliases without end": ("claim: x\nreasons:\n" + "  - *x\n" * MANY, ("anchor", 3, 5)),
    "tags alone": ("!" * MANY, ("tag", 1, 1)),
    "anchors alone": ("&" * MANY, ("anchor", 1, 1)),
    "quote signs alone": ('"' * (MANY + 1), ("text-after-quote", 1, 3)),
    "colons alone": (":" * MANY, ("stray-colon", 1, MANY)),
    "one word a hundred thousand times": ("claim: x\n" + "note: y\n" * MANY, ("duplicate-word", 3, 1)),
    "faults without end": ("claim: x\nreasons:\n" + "  - a: b: c\n" * MANY, ("stray-colon", 3, 9)),
    "unclosed quotes without end": ("claim: x\nreasons:\n" + "  - 'a\n" * 1001, ("unclosed-quote", 3, 5)),
    "references to nothing without end": (
        "claim: x\nreasons:\n"
        + "".join(f"  - ref: r{i}\n  - {{claim: c{i}, id: i{i}}}\n" for i in range(4000)),
        ("unknown-ref", 3, 10),
    ),
    "unknown sources without end": (
        "claim: x\nsources:\n"
        + "".join(f"  s{i}: A book\n" for i in range(4000))
        + "reasons:\n"
        + "".join(f"  - {{claim: c{i}, cites: z{i}}}\n" for i in range(4000)),
        ("unknown-source", 4004, 24),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_the_first_fault_has_an_address_and_there_is_no_map(name: str) -> None:
    text, first = REFUSED[name]
    assert document_of(text).map is None
    faults = [fault for fault in found(text) if fault[0] != "unused-source"]
    assert faults[0] == first


@pytest.mark.parametrize("name", REFUSED)
def test_a_fault_is_told_on_one_short_line(name: str) -> None:
    for fault in document_of(REFUSED[name][0]).faults[:50]:
        assert fault.message.isprintable()
        assert fault.hint.isprintable()
        assert len(fault.message) < 300
        assert len(fault.hint) < 300


ALONE = [
    name
    for name in REFUSED
    if not any(word in name for word in ("bomb", "without end", "alone", "times", "keys in keys"))
]


@pytest.mark.parametrize("name", ALONE)
def test_one_mistake_is_one_fault(name: str) -> None:
    assert len(codes(REFUSED[name][0])) == 1, codes(REFUSED[name][0])


ACCEPTED: dict[str, str | bytes] = {
    "a byte-order mark": b"\xef\xbb\xbfclaim: The zoo should close\nreasons: Animals suffer\n",
    "Windows line ends": "claim: The zoo should close\r\nreasons:\r\n  - Animals suffer\r\n",
    "old Macintosh line ends": "claim: The zoo should close\rreasons:\r  - Animals suffer\r",
    "no line end at the end": "claim: The zoo should close\nreasons:\n  - Animals suffer",
    "a document marker": "---\nclaim: The zoo should close\nreasons:\n  - Animals suffer\n...\n",
    "a version directive": "%YAML 1.2\n---\nclaim: The zoo should close\nreasons: [Animals suffer]\n",
    "flow style": '{claim: The zoo should close, reasons: ["Animals suffer"]}',
    "JSON": '{"claim": "The zoo should close",\n "reasons": ["Animals suffer"]}',
    "tabs between words and texts": "claim:\tThe zoo should close\nreasons:\n  - Animals suffer\t\n",
    "lists that are not indented": "claim: The zoo should close\nreasons:\n- Animals suffer\n",
    "texts over several lines": "claim: The zoo\n  should close\nreasons:\n  - Animals\n    suffer\n",
    "block texts": "claim: >-\n  The zoo\n  should close\nreasons:\n  - |\n    Animals suffer\n",
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_other_ways_to_write_a_map_are_read_alike(name: str) -> None:
    map = map_of(ACCEPTED[name])
    assert [claim.text for claim in map.claims] == ["The zoo should close", "Animals suffer"]
    assert codes(ACCEPTED[name]) == []


def test_nesting_that_a_person_could_write_is_read() -> None:
    deep = "claim: c\n" + "".join(
        f"{'  ' * i}reasons:\n{'  ' * i}- claim: c{i}\n" for i in range(MAX_DEPTH // 2 - 1)
    )
    assert len(map_of(deep).claims) == MAX_DEPTH // 2


def test_a_text_of_eight_megabytes_is_a_text() -> None:
    claim = map_of("claim: " + "word " * 1_600_000).claims[0]
    assert len(claim.text) == 8_000_000 - 1
    assert codes("claim: " + "x" * 8_000_000) == ["too-long"]


def test_a_map_of_eight_megabytes_is_read() -> None:
    item = (
        "  - claim: Animals suffer in cages of the size that the law allows, say its keepers {}\n"
    )
    text = "claim: The zoo should close\nreasons:\n" + "".join(
        item.format(i) + f"    id: c{i}\n    cites: s  # as it says\n" for i in range(62_000)
    )
    text += "sources:\n  s: A book\n"
    assert len(text) > 8_000_000
    assert len(map_of(text).claims) == 62_001


@pytest.mark.parametrize(
    "line",
    ["# aside\n", "# argmap: ignore question\n", "note: x  # argmap: ignore question\n"],
)
def test_comments_without_end_are_read(line: str) -> None:
    assert document_of("claim: The zoo should close\n" + line * 50_000).source.text


def test_spelling_is_looked_up_among_thousands_of_speakers() -> None:
    people = "".join(f"  person{i}: Somebody\n" for i in range(3000))
    claims = "".join(f"  - {{claim: c{i}, by: preson{i}}}\n" for i in range(3000))
    assert codes(f"claim: x\npeople:\n{people}reasons:\n{claims}").count("near-speaker") == 3000


def test_a_file_beyond_any_map_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "MAX_BYTES", 1 << 20)
    data = b"claim: The zoo should close\n" + b"#" * (1 << 20)
    document = document_of(data)
    assert [(fault.code.name, fault.message) for fault in document.faults] == [
        ("too-large", "the file has more than 1 MiB")
    ]
    assert document.map is None


def test_a_text_of_more_signs_than_any_map_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "MAX_EVENTS", 1000)
    text = "claim: x\nreasons:\n" + "  - y\n" * 2000
    (fault,) = document_of(text).faults
    assert fault.message == "the file has more than 1,000 words, texts and lists"
    assert found(text)[0][1] > 900
    assert document_of(text).map is None


@pytest.mark.parametrize(
    "line", ["note: y\n", "k: *a\n", ": y\n", "? [a]\n: b\n", "{}: y\n", "<<: x\n", "reasons: !a\n"]
)
def test_one_mistake_made_without_end_is_told_so_often_that_it_is_believed(line: str) -> None:
    assert 20 <= len(document_of("claim: x\n" + line * 20_000).faults) <= 2100


def test_unknown_words_without_end_are_told_so_often_that_it_is_believed() -> None:
    text = "claim: x\nreasons:\n" + "".join(f"  - word{i}: y\n" for i in range(20_000))
    assert 500 <= len(document_of(text).faults) <= 2000
