"""Findings that only the nesting shows; the map itself no longer has them."""

from argmap.diagnostics import Code, Severity

EMPTY_BLOCK = Code(
    "empty-block", Severity.WARNING,
    "nothing stands under `{word}:`",
    "write an item under it, or delete the line",
    "A list that was begun and never filled looks like an argument that is not there.",
    "claim: The zoo should close\n«reasons»:\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
)  # fmt: skip
LONE_PREMISE = Code(
    "lone-premise", Severity.HINT,
    "`premises` has a single premise",
    "write it as a plain item, or add the premise that it needs",
    "`premises` is for claims that count only together.",
    "claim: The zoo should close\nreasons:\n  - «premises»:\n      - Captivity harms animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms animals\n",
)  # fmt: skip

CODES = (EMPTY_BLOCK, LONE_PREMISE)
