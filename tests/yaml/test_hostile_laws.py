"""The laws of reading, over texts that are nearly maps."""

import random
from pathlib import Path

import pytest
from hypothesis import given

from tests.hostile import CASES, SEEDS, mangled, map_texts
from tests.laws import hold_for_bytes, hold_for_text


@given(map_texts())
def test_any_text_keeps_the_laws(text: str) -> None:
    hold_for_text(text)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_documents_of_people_keep_the_laws_when_they_are_damaged(path: Path) -> None:
    text = path.read_bytes().decode(errors="replace")
    choose = random.Random(path.stem)
    for changes in (0, 1, 1, 1, 2, 2, 3, 5, 8):
        hold_for_text(mangled(text, choose, changes))


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_every_way_to_cut_a_short_map_off_keeps_the_laws(seed: int) -> None:
    for end in range(len(SEEDS[seed]) + 1):
        hold_for_text(SEEDS[seed][:end])
        hold_for_text(SEEDS[seed][end:])


def test_bytes_of_any_kind_are_read() -> None:
    choose = random.Random(1)
    for path in CASES:
        data = bytearray(path.read_bytes())
        for _ in range(5):
            data[choose.randrange(len(data))] = choose.randrange(256)
        hold_for_bytes(bytes(data))
