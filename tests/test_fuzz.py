"""The fuzz target without its fuzzer: the laws of reading over a corpus and mutations of it."""

import random
from pathlib import Path

import pytest

from tests.hostile import SEEDS, mangled
from tests.laws import hold_for_bytes, hold_for_text

ROOT = Path(__file__).parent.parent
CORPUS = [
    *sorted((ROOT / "maps").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases").glob("*.yaml")),
]

#: Texts that broke the reader, found by fuzzing and by chance.
BROKEN_ONCE = [
    "?",
    "claim: '\"'",
    "%YAML 1.1\n%YAML 1.1\n",
    "claim: x\ncites: prices\nsources:\n  pr\xa0ices: A book\n",
    "claim: x\nid: a\nreasons:\n  - claim: y\n    id:: a\n",
]


@pytest.mark.parametrize("text", BROKEN_ONCE)
def test_what_broke_the_reader_once_does_so_no_more(text: str) -> None:
    hold_for_text(text)
    hold_for_bytes(text.encode(errors="surrogatepass"))


def test_the_laws_hold_for_the_corpus() -> None:
    assert CORPUS
    for path in CORPUS:
        hold_for_bytes(path.read_bytes())


@pytest.mark.parametrize("seed", range(4))
def test_the_laws_hold_for_mutations_of_the_corpus(seed: int) -> None:
    choose = random.Random(seed)
    texts = [path.read_bytes().decode(errors="replace") for path in CORPUS]
    texts = [text for text in texts if len(text) < 5000] + SEEDS
    for _ in range(1000):
        hold_for_text(mangled(choose.choice(texts), choose, choose.choice([1, 1, 2, 3, 5, 10])))
