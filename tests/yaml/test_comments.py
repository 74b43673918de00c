"""Comments are found wherever they stand, and nowhere else."""

import pytest

from argmap.yaml.comments import comments
from tests.reading import document_of

FOUND: dict[str, tuple[str, list[str]]] = {
    "on lines of their own": ("# a\nclaim: x\n  # b\n", ["# a", "# b"]),
    "behind a text": ("claim: x  # a\n", ["# a"]),
    "behind a quoted text with a hash": ('claim: "x # y"  # a\n', ["# a"]),
    "behind a word": ("claim: x\nreasons:  # a\n  - y\n", ["# a"]),
    "behind a dash": ("claim: x\nreasons:\n  - # a\n    y\n", ["# a"]),
    "behind a bracket": ("claim: x\ntags: [a]  # b\n", ["# b"]),
    "within brackets": ("claim: x\ntags: [a,  # b\n  c]\n", ["# b"]),
    "behind a block sign": ("claim: |  # a\n  # x\n# b\n", ["# b"]),
    "behind a block text": ("claim: |\n  # x\n  y\n# a\nnote: z\n", ["# a"]),
    "of one sign": ("#\nclaim: x\n#", ["#", "#"]),
    "with Windows line ends": ("# a\r\nclaim: x  # b\r\n", ["# a", "# b"]),
    "with lone returns": ("# a\rclaim: x  # b\r", ["# a", "# b"]),
    "nowhere in a word": ("claim: a#b\nnote: 'c # d'\n", []),
    "nowhere in a text over lines": ('claim: "a\n  # b"\n', []),
    "nowhere": ("claim: x\n", []),
}


@pytest.mark.parametrize("name", FOUND)
def test_comments_are_found(name: str) -> None:
    text, expected = FOUND[name]
    tree = document_of(text).tree
    assert [comment.text for comment in comments(tree)] == expected
    for comment in comments(tree):
        assert text[comment.start : comment.end].rstrip() == comment.text


def test_a_comment_knows_whether_its_line_is_its_own() -> None:
    tree = document_of("# a\nclaim: x  # b\n   # c\n").tree
    assert [(c.own_line, c.before) for c in comments(tree)] == [
        (True, None),
        (False, 12),
        (True, None),
    ]
