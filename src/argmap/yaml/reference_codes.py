"""Faults of ids and references, and support that runs in a circle: what stops a map as a whole."""

from argmap.diagnostics import Code, Severity

ERROR = Severity.ERROR

DUPLICATE_ID = Code(
    "duplicate-id", ERROR,
    "the id `{id}` is given twice; first in line {line}",
    "give one of them another id",
    "An id names one claim or one step.",
    "claim: The zoo should close\nid: zoo\nreasons:\n  - claim: Captivity harms animals\n"
    "    id: «zoo»\n",
    "claim: The zoo should close\nid: zoo\nreasons:\n  - claim: Captivity harms animals\n"
    "    id: harm\n",
)  # fmt: skip
UNKNOWN_REF = Code(
    "unknown-ref", ERROR,
    "no claim has the id `{id}`",
    "write `id: {id}` in the claim that is meant",
    "`ref` and `excludes` take ids that are written in the map; derived ids change with the text.",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms animals\n    id: harm\n"
    "  - ref: «ham»\n",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms animals\n    id: harm\n",
)  # fmt: skip
REF_TO_STEP = Code(
    "ref-to-step", ERROR,
    "`{id}` is the id of a step, not of a claim",
    "refer to a claim; what is about a step is nested under it",
    "Only claims can be used again.",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms animals\n"
    "    step:\n      id: so\n  - ref: «so»\n",
    "claim: The zoo should close\nreasons:\n  - claim: Captivity harms animals\n"
    "    step:\n      id: so\n",
)  # fmt: skip
UNKNOWN_SOURCE = Code(
    "unknown-source", ERROR,
    "`{id}` is not an entry of `sources`",
    "add it under `sources:` at the top of the map",
    "A citation names a source of the map.",
    "claim: The zoo should close\ncites: «suvey»\nsources:\n  survey: Visitor survey\n",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey: Visitor survey\n",
)  # fmt: skip
WHICH_SOURCE = Code(
    "which-source", ERROR,
    "the citation names no source, and the map has {count}",
    "write `source: …` in it",
    "Only where a map has a single source can it go without saying.",
    "claim: The zoo should close\ncites:\n  quote: «pacing for most of the day»\n",
    "claim: The zoo should close\ncites:\n  quote: pacing for most of the day\n"
    "sources:\n  survey: Visitor survey\n",
)  # fmt: skip
CIRCULAR_SUPPORT = Code(
    "circular-support", ERROR,
    "{start} supports itself{way}",
    "drop one of these steps, or find a reason that stands on its own",
    "A claim that rests on itself rests on nothing. Counterpoints may run in circles; reasons may not.",
    "claim: The zoo should close\nid: close\nreasons:\n  - claim: Everybody wants it closed\n"
    "    reasons:\n      - ref: «close»\n",
    "claim: The zoo should close\nid: close\nreasons:\n  - claim: Everybody wants it closed\n",
)  # fmt: skip

CODES = (
    DUPLICATE_ID, UNKNOWN_REF, REF_TO_STEP, UNKNOWN_SOURCE, WHICH_SOURCE, CIRCULAR_SUPPORT,
)  # fmt: skip
