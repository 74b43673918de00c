"""Sources and people: known words, fields of the user's own, and what may not lead outside."""

import pytest

from tests.reading import codes, document_of, found, map_of


def source(fields: str) -> str:
    return f"claim: The zoo should close\ncites: s\nsources:\n  s: {fields}\n"


OUTSIDE = [
    "/etc/passwd", "../secret.txt", "a/../../secret.txt", "..", "~/secret.txt", "C:/secret.txt",
    "C:\\\\secret.txt", "c:secret.txt", "\\\\\\\\server\\\\share", "..\\\\secret.txt", "a\\\\..\\\\b",
    "//server/share",
]  # fmt: skip


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_file_out_of_the_folder_stops_the_map(path: str) -> None:
    text = source(f'{{file: "{path}"}}')
    assert found(text) == [("outside-folder", 4, 13)]
    assert document_of(text).map is None


@pytest.mark.parametrize(
    "path", ["a.txt", "sources/a.txt", "./a.txt", "a..b/c...txt", "動物/園.txt"]
)
def test_a_file_in_the_folder_is_well(path: str) -> None:
    assert map_of(source(f'{{file: "{path}"}}')).sources[0].file == path


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "www.example.org", "ftp://x"],
)
def test_an_address_that_will_be_no_link_is_told(url: str) -> None:
    text = source(f'{{url: "{url}"}}')
    assert found(text) == [("unsafe-link", 4, 12)]
    assert map_of(text).sources[0].url == url


@pytest.mark.parametrize(
    "url", ["https://example.org", "HTTP://example.org", "mailto:ann@example.org"]
)
def test_an_address_that_may_be_a_link_is_well(url: str) -> None:
    assert codes(source(f'{{url: "{url}"}}')) == []


def test_a_bare_text_is_a_title_or_a_name() -> None:
    map = map_of("claim: x\nby: v\ncites: s\nsources: {s: A book}\npeople: {v: Dr. Haddad}\n")
    assert (map.sources[0].title, map.people[0].name) == ("A book", "Dr. Haddad")


def test_fields_of_ones_own_are_kept_as_texts() -> None:
    map = map_of(source("{title: T, pages: 12, isbn: [1, 2], more: {a: {b: no}}}"))
    assert map.sources[0].extra == {"pages": "12", "isbn": ["1", "2"], "more": {"a": {"b": "no"}}}


def test_fields_of_ones_own_may_be_nested_within_reason() -> None:
    assert codes(source("{own: " + "[" * 20 + "x" + "]" * 20 + "}")) == []
    assert codes(source("{own: " + "[" * 30 + "x" + "]" * 30 + "}")) == ["too-deep"]


def test_an_empty_field_of_ones_own_is_told() -> None:
    assert found("claim: x\ncites: s\nsources:\n  s:\n    own:\n    title: T\n") == [
        ("empty-value", 5, 9)
    ]


def test_an_entry_without_anything_is_told() -> None:
    assert found("claim: x\ncites: s\nsources:\n  s:\n") == [("empty-value", 4, 5)]


@pytest.mark.parametrize("key", ["a b", "a.b", "''", "a/b", "❤️"])
def test_an_entry_is_named_by_an_id(key: str) -> None:
    assert ("bad-id", 3, 3) in found(f"claim: x\nsources:\n  {key}: A book\n")


def test_one_entry_in_two_normal_forms_is_told() -> None:
    text = "claim: x\ncites: caf\u00e9\nsources:\n  caf\u00e9: A\n  cafe\u0301: B\n"
    assert found(text) == [("duplicate-word", 5, 3)]


def test_lists_of_entries_are_told() -> None:
    assert found("claim: x\nsources:\n  - A book\n") == [("wrong-type", 3, 3)]
    assert found("claim: x\npeople: [Ann, Bo]\n") == [("wrong-type", 2, 9)]
