"""Texts that are nearly layers or codebooks."""

import random
from importlib.resources import files

from hypothesis import strategies as st

from argmap.annotation.layers import words
from argmap.annotation.layers.codebooks import READY
from argmap.annotation.layers.edits import written
from tests.annotation.strategies import layers
from tests.hostile import PIECES, mangled

TABLES = (words.LAYER, words.ANNOTATION, words.TARGET, words.CONFLICT, words.CODEBOOK, words.LABEL)
WORDS = sorted({word for table in TABLES for word in table})

#: Short texts to start from: one of every form that the languages of layers and codebooks have.
SEEDS = [
    "layer: 1\nmap: zoo.yaml\nannotator: maya\nannotations:\n  - id: a1\n    target: harm\n    body: Why?\n",
    "layer: 1\nmap: m\nannotator: k\ncodebook: [quality@1.0, own.yaml]\nannotations:\n"
    "  - id: a\n    target: {source: s, quote: 'a b', prefix: ' x', start: 3, end: 6, claims: [c, d]}\n"
    "    labels: {clarity: 4, fallacy: [straw man, x]}\n    resolved: true\n"
    "  - {id: b, target: {annotation: a}, motivation: replying, body: \"x\\ny\"}\n",
    "{annotator: t, map: m, role: adjudicator, released: [a], annotations: [{id: v, target: {layer: k},"
    " votes: {clarity: {a: 1, b: [x, y]}}}]}",
    "layer: 1\nmap: m\nannotator: k\nconflicts:\n  - conflict: changed\n    about: a\n    word: target\n"
    "    ours: {claim: x}\n    theirs: {source: s, prefix: ' x'}\n  - {conflict: deleted, about: b, ours: [b]}\n",
    "codebook: 1\nlabels:\n  clarity: {type: scale, low: 1, high: 5, values: {1: bad}, on: [claim]}\n"
    "  f:\n    type: set\n    values: [a, b]\n    required: true\n    weight: 0.5\n",
    *(
        files("argmap.annotation.layers.ready").joinpath(f"{name}.yaml").read_text(encoding="utf-8")[:900]
        for name in READY
    ),
]  # fmt: skip

OWN_PIECES = [
    *(f"{word}: " for word in WORDS), *(f"\n    {word}:" for word in WORDS), "id: a1", "- id: a1\n",
    "scale", "one of", "set", "1e400", "nan", "-1", "9" * 30, "0.5", "maya/a1", "a/b/c", "/", "@", "=",
]  # fmt: skip


@st.composite
def layer_texts(draw: st.DrawFn) -> str:
    """Layers and codebooks, damaged a little or a lot, and texts of nothing but their words."""
    start = draw(
        st.one_of(
            st.sampled_from(SEEDS),
            layers().map(written),
            st.lists(st.sampled_from([*PIECES, *OWN_PIECES]), max_size=30).map("".join),
        )
    )
    return damaged(start, draw(st.randoms(use_true_random=False)), draw(st.integers(0, 12)))


def damaged(text: str, choose: random.Random, changes: int) -> str:
    """`text` mangled, with words of layers put in as well."""
    for _ in range(changes):
        if choose.randrange(3):
            text = mangled(text, choose, 1)
        else:
            at = choose.randint(0, len(text))
            text = text[:at] + choose.choice(OWN_PIECES) + text[at:]
    return text
