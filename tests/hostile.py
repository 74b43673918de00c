"""Texts that are nearly maps: what people and programs make of maps by accident or on purpose."""

import random
from pathlib import Path

from hypothesis import strategies as st

from argmap.yaml import words
from argmap.yaml.writer import write
from tests.strategies import argument_maps

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))

#: What changes the meaning of a YAML text most easily.
PIECES = [
    "\n", "\r\n", "\r", "\t", " ", "  ", "- ", "-", ":", ": ", "?", "? ", "#", " #", "# argmap: ignore question",
    "'", '"', "''", '"\\', "\\u", "[", "]", "{", "}", ",", "&a", "*a", "!", "!!", "<<: ", "|", ">", "|2\n", ">-\n",
    "%", "@", "`", "---", "...", "~", "=", "：", "，", "–", "•", "\u00a0", "\u3000", "\u200b", "\u202e", "\u2028", "\x85",
    "\ufeff", "\x00", "\x07", "\x0c", "\x1b[0m", "\ud800", "\ufffe", "\U0001f981", "e\u0301", "́", "x" * 50,
    *(f"{word}: " for word in words.EVERY), *(f"{word}:" for word in ("claim", "reasons", "step")),
    "claim", "ref: close", "id: close", "excludes: close", "- ref: close\n", "- claim: ", "\n  - ", "\n    - ",
    "\nreasons:\n", "[a, b]", "{a: b}", "{claim: x}", "0.5", "true",
]  # fmt: skip

#: Short texts to start from: one of every form that the language has.
SEEDS = [
    "claim: The zoo should close\nreasons:\n  - Animals suffer\n",
    "claims:\n  - {claim: x, id: close}\n  - y\nshared: z\n",
    "claim: x\nid: close\nreasons:\n  - premises:\n      - ref: b\n      - claim: y\n        id: b\n"
    "    step: {scheme: s, counterpoints: [z]}\n",
    "claim: |\n  a\n  b\ncites: {quote: q, at: p. 4}\nsources:\n  s: {title: t, own: [x, {y: z}]}\n",
    "claim: \"a\\n 'b'\"\nnote: >-\n  folded\n\n  text\npeople: {p: Ann}\nby: [p, Bo] # aside\n",
    "",
]


def mangled(text: str, choose: random.Random, changes: int) -> str:
    """`text` with some pieces and lines put in, taken out, doubled or moved."""
    for _ in range(changes):
        at, upto = sorted((choose.randint(0, len(text)), choose.randint(0, len(text))))
        match choose.randrange(7):
            case 0 | 1 | 2:
                text = text[:at] + choose.choice(PIECES) + text[at:]
            case 3:
                text = text[:at] + text[at + choose.randint(1, 4) :]
            case 4:
                lines = text.splitlines(keepends=True) or [""]
                line = choose.randrange(len(lines))
                text = "".join(
                    [*lines[:line], *[lines[line]] * choose.choice([0, 2]), *lines[line + 1 :]]
                )
            case 5:
                text = text[:at] + text[upto : upto + 40] + text[at:]
            case 6:
                lines = text.splitlines(keepends=True) or [""]
                line = choose.randrange(len(lines))
                lines[line] = " " * choose.randrange(5) + lines[line].lstrip(
                    choose.choice([" ", " -"])
                )
                text = "".join(lines)
    return text


@st.composite
def map_texts(draw: st.DrawFn) -> str:
    """Maps, damaged a little or a lot, and texts made of nothing but YAML's signs."""
    start = draw(
        st.one_of(
            st.sampled_from(SEEDS),
            argument_maps(max_claims=4).map(write),
            st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
            st.text(max_size=40),
        )
    )
    return mangled(start, draw(st.randoms(use_true_random=False)), draw(st.integers(0, 12)))
