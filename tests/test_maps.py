"""The maps that come with the project: clean, tidy, and drawn as they were when last looked at."""

from pathlib import Path

import pytest

import argmap
from argmap.checks import check
from argmap.model.outline import in_reading_order
from argmap.rendering import render
from argmap.yaml.layout import layout
from argmap.yaml.writer import write

ROOT = Path(__file__).parent.parent
MAPS = sorted((ROOT / "maps").glob("*.yaml"))
GOLDEN = ROOT / "tests" / "golden"

each_map = pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)


def load(path: Path) -> argmap.ArgumentMap:
    map = argmap.load(path).map
    assert map is not None
    return map


def test_there_are_maps() -> None:
    assert len(MAPS) >= 6


@each_map
def test_a_map_is_clean_even_of_hints_and_silences_nothing(path: Path) -> None:
    findings = check(argmap.load(path))
    assert (findings.diagnostics, findings.silenced) == ((), 0)


@each_map
def test_a_map_is_tidy_and_points_to_the_schema(path: Path) -> None:
    document = argmap.load(path)
    assert layout(document.tree) == document.source.text
    assert document.source.line(1) == "# yaml-language-server: $schema=../docs/map.schema.json"


@each_map
def test_a_map_survives_being_written(path: Path) -> None:
    map = load(path)
    assert argmap.loads(write(map)).map == in_reading_order(map)


@each_map
def test_the_dot_of_a_map_is_the_golden_one(path: Path, renew: bool) -> None:
    golden = GOLDEN / f"{path.stem}.dot"
    text = render(load(path), "dot").data.decode()
    if renew:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8"), "look at the picture, then run with --renew"


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.dot")} == {path.stem for path in MAPS}


@each_map
def test_the_picture_in_output_is_what_rendering_gives(path: Path) -> None:
    picture = ROOT / "output" / f"{path.stem}.svg"
    assert picture.read_bytes() == render(load(path)).data, "run `argmap render maps -o output`"


def test_the_article_is_quoted_in_short_phrases_and_every_claim_has_a_speaker() -> None:
    map = load(ROOT / "maps" / "assad-fall.yaml")
    quotes = [citation.quote for part in map.parts for citation in part.cites if citation.quote]
    assert len(quotes) >= 12
    assert max(len(quote.split()) for quote in quotes) <= 8
    assert all(claim.by for claim in map.claims)


def test_the_article_uses_the_language_to_the_full() -> None:
    map = load(ROOT / "maps" / "assad-fall.yaml")
    assert any(len(argument.premises) > 1 for argument in map.arguments)
    assert any(a.target in map.argument and a.stance.value == "against" for a in map.arguments)
    assert any(len(arguments) > 1 for arguments in map.used.values())
    assert any(argument.explains for argument in map.arguments)
    assert map.exclusions
