"""Where PyYAML comes without libyaml, its own parser reads the same, only slower."""

from pathlib import Path

import pytest
import yaml

from argmap.yaml import syntax
from argmap.yaml.files import load
from tests.hostile import CASES, SEEDS
from tests.laws import hold_for_bytes, hold_for_text


@pytest.fixture
def _python_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syntax, "_LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("_python_parser")
def test_the_laws_hold() -> None:
    for path in CASES:
        hold_for_bytes(path.read_bytes())
    for text in [*SEEDS, "[" * 5000, "- " * 5000, "? " * 5000, "\ud800", "\0", "claim: \x07", "?"]:
        hold_for_text(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_document_is_a_map_or_is_none_with_either_parser(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = load(path)
    monkeypatch.setattr(syntax, "_LOADER", yaml.SafeLoader)
    assert load(path).map == one.map
