import pytest

from argmap.model import Reference


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("mailto:vet@example.org", True),
        ("https:example", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("/etc/passwd", False),
        ("", False),
    ],
)
def test_a_link_starts_with_what_runs_no_program(url: str, safe: bool) -> None:
    assert Reference("survey", url=url).link == (url if safe else "")
