"""Faults of layers and codebooks as texts: words, ids, targets, values."""

from argmap.diagnostics import Code, Severity

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

#: The beginning that the examples of layers share.
_TOP = "layer: 1\nmap: zoo.yaml\nannotator: maya\n"

NOT_A_LAYER = Code(
    "not-a-layer", ERROR,
    "a layer starts with words such as `annotator:`, but this is {what}",
    "make one with `argmap annotate new MAP --annotator NAME`",
    "A layer is a block of words: who annotates which map, and the annotations.",
    "«-» annotator: maya\n",
    _TOP,
)  # fmt: skip
MISSING_WORD = Code(
    "missing-word", ERROR,
    "{place} needs `{word}`",
    "add a line `{word}: …`",
    "Without it nobody can tell what is meant.",
    "«layer»: 1\nmap: zoo.yaml\n",
    _TOP,
)  # fmt: skip
DUPLICATE_ANNOTATION = Code(
    "duplicate-annotation", ERROR,
    "two annotations have the id `{id}`",
    "give this one another id",
    "Replies name an annotation by its id.",
    _TOP + "annotations:\n  - id: a1\n    target: harm\n    body: Why?\n"
    "  - id: «a1»\n    target: harm\n    body: Since when?\n",
    _TOP + "annotations:\n  - id: a1\n    target: harm\n    body: Why?\n"
    "  - id: a2\n    target: harm\n    body: Since when?\n",
)  # fmt: skip
NOT_AN_ANNOTATION = Code(
    "not-an-annotation", ERROR,
    "an annotation is a block of words such as `target:` and `body:`",
    "write `target: …` and below it `body: …`",
    "An annotation says what it is about.",
    _TOP + "annotations:\n  - «Why?»\n",
    _TOP + "annotations:\n  - id: a1\n    target: harm\n    body: Why?\n",
)  # fmt: skip
SEVERAL_TARGETS = Code(
    "several-targets", ERROR,
    "a target is one thing, and here stand `{word}` and `{other}`",
    "make two annotations, or put the claims of a passage under `claims:`",
    "An annotation that speaks of two things at once cannot be found again or counted.",
    _TOP + "annotations:\n  - id: a1\n    target: {claim: harm, «argument»: step-harm}\n"
    "    body: Why?\n",
    _TOP + "annotations:\n  - id: a1\n    target: {argument: step-harm}\n    body: Why?\n",
)  # fmt: skip
NO_TARGET = Code(
    "no-target", ERROR,
    "this target names nothing",
    "write one of: claim, argument, source, annotation, layer",
    "An annotation is about a part of the map, a passage of a source, or another annotation.",
    _TOP + "annotations:\n  - id: a1\n    target: {«quote»: large animals}\n    body: Why?\n",
    _TOP + "annotations:\n  - id: a1\n    target: {claim: harm, quote: large animals}\n"
    "    body: Why?\n",
)  # fmt: skip
NOT_A_COUNT = Code(
    "not-a-count", ERROR,
    "`{word}` is a whole number, not `{value}`",
    "write the number of characters before the place",
    "Positions count characters from the beginning of the text.",
    _TOP + "annotations:\n  - id: a1\n    target: {claim: harm, quote: large animals, "
    "start: «two»}\n    body: Why?\n",
    _TOP + "annotations:\n  - id: a1\n    target: {claim: harm, quote: large animals, "
    "start: 16}\n    body: Why?\n",
)  # fmt: skip
BACKWARD_PASSAGE = Code(
    "backward-passage", ERROR,
    "this passage begins at {start} and ends before that, at {end}",
    "take `start` and `end` out; the quote is found without them",
    "Positions count from the beginning of a text, so the end comes behind the start.",
    _TOP + "annotations:\n  - id: a1\n"
    "    target: {claim: harm, quote: large animals, start: 16, end: «3»}\n    body: Why?\n",
    _TOP + "annotations:\n  - id: a1\n"
    "    target: {claim: harm, quote: large animals}\n    body: Why?\n",
)  # fmt: skip
NOT_A_NUMBER = Code(
    "not-a-number", ERROR,
    "`{word}` is a number, not `{value}`",
    "write a number such as 5 or 0.5",
    "Scales and weights are reckoned with.",
    "codebook: 1\nlabels:\n  clarity:\n    type: scale\n    high: «five»\n",
    "codebook: 1\nlabels:\n  clarity:\n    type: scale\n    high: 5\n",
)  # fmt: skip
EMPTY_SCALE = Code(
    "empty-scale", ERROR,
    "the scale ends at {high} and begins at {low}",
    "make `high` greater than `low`",
    "A scale without a length can hold no value.",
    "codebook: 1\nlabels:\n  clarity:\n    type: «scale»\n    low: 5\n    high: 1\n",
    "codebook: 1\nlabels:\n  clarity:\n    type: scale\n    low: 1\n    high: 5\n",
)  # fmt: skip
NEGATIVE_WEIGHT = Code(
    "negative-weight", ERROR,
    "a label cannot count less than nothing",
    "write 0 for a label that is not graded, or a number above",
    "A grade is the mean of what the labels reach, each as heavy as its weight.",
    "codebook: 1\nlabels:\n  clarity:\n    type: scale\n    weight: «-1»\n",
    "codebook: 1\nlabels:\n  clarity:\n    type: scale\n    weight: 1\n",
)  # fmt: skip
NOTHING_TO_CHOOSE = Code(
    "nothing-to-choose", ERROR,
    "the label `{label}` has no values to choose from",
    "list them under `values:`",
    "`one of` and `set` are choices; without values nothing can be chosen.",
    "codebook: 1\nlabels:\n  fallacy:\n    type: «one of»\n",
    "codebook: 1\nlabels:\n  fallacy:\n    type: one of\n    values: [straw man, ad hominem]\n",
)  # fmt: skip
NOT_A_LABEL = Code(
    "not-a-label", ERROR,
    "labels stand as `NAME: VALUE`, but this is {what}",
    "write for example `labels: {{clarity: 4}}`",
    "A label has a name in the codebook and a value.",
    _TOP + "annotations:\n  - id: a1\n    target: harm\n    labels: «clear»\n",
    _TOP + "annotations:\n  - id: a1\n    target: harm\n    labels: {clarity: 4}\n",
)  # fmt: skip
NOT_A_CODEBOOK = Code(
    "not-a-codebook", ERROR,
    "a codebook has `labels:`, each with a block of words, but this is {what}",
    "write `labels:` and below it `NAME:` with `type: …`",
    "A codebook says which labels there are and what may be said with them.",
    "codebook: 1\nlabels: «clarity»\n",
    "codebook: 1\nlabels:\n  clarity: {type: scale}\n",
)  # fmt: skip
NEWER_LANGUAGE = Code(
    "newer-language", ERROR,
    "version `{value}` of the language is not known; this is version {version}",
    "write `{word}: {version}`, or use a newer argmap",
    "A newer version may mean something else by the same words.",
    "layer: «7»\nmap: zoo.yaml\nannotator: maya\n",
    _TOP,
)  # fmt: skip

CODES = (
    NOT_A_LAYER, MISSING_WORD, DUPLICATE_ANNOTATION, NOT_AN_ANNOTATION, SEVERAL_TARGETS, NO_TARGET,
    NOT_A_COUNT, BACKWARD_PASSAGE, NOT_A_NUMBER, EMPTY_SCALE, NEGATIVE_WEIGHT, NOTHING_TO_CHOOSE,
    NOT_A_LABEL, NOT_A_CODEBOOK, NEWER_LANGUAGE,
)  # fmt: skip
