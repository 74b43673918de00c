"""Faults of layers beside their map: anchors that do not hold, labels that mean nothing."""

from argmap.annotation.layers import codes
from argmap.annotation.layers.anchor import text_hash, version_of
from argmap.diagnostics import Code, Severity

ERROR, WARNING, HINT = Severity.ERROR, Severity.WARNING, Severity.HINT

#: The map that the layers of the examples are about: `zoo.yaml`.
EXAMPLE_MAP = """\
claim: The zoo should close
id: close
sources:
  survey: Visitor survey
reasons:
  - claim: The zoo harms the animals and the keepers
    id: harm
    cites: survey
    step: {id: step-harm}
  - claim: Its ground is needed
    id: ground
counterpoints:
  - claim: It breeds rare species
    id: breeds
"""

_HARM = text_hash("The zoo harms the animals and the keepers")
_TOP = f"layer: 1\nmap: zoo.yaml\nversion: {version_of(EXAMPLE_MAP)}\nannotator: maya\n"
_BOOK = "codebook: quality\n"
_ONE = "annotations:\n  - id: a1\n    "
_FINE = f"target: {{claim: harm, hash: {_HARM}}}\n    body: How so?\n"

ORPHAN = Code(
    "orphan", ERROR,
    "the map has no {kind} `{id}`",
    "`argmap annotate reanchor` shows what may have become of it",
    "What an annotation is about was taken out, or has another id now. The annotation is kept as "
    "it is; nothing that merely looks like its target is put in the place of it.",
    f"{_TOP}{_ONE}target: {{claim: «cages»}}\n    body: How so?\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
CHANGED_TEXT = Code(
    "changed-text", WARNING,
    "the text of {kind} `{id}` is not the one that this is about",
    "`argmap annotate reanchor` shows both and asks",
    "A remark on one wording may miss another.",
    f"{_TOP}{_ONE}target: {{claim: «harm», hash: aaaaaaaaaaaa}}\n    body: How so?\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
MOVED_TARGET = Code(
    "moved-target", WARNING,
    "what this is about stands {where} now",
    "`argmap annotate reanchor` shows it and asks",
    "The text is the same to the letter, so it may be the same; a person has to say so.",
    f"{_TOP}{_ONE}target: {{claim: «damage», hash: {_HARM}}}\n    body: How so?\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
AMBIGUOUS_TARGET = Code(
    "ambiguous-target", WARNING,
    "what this is about stands in {places} places",
    "say which: a longer `quote`, or `prefix` and `suffix`, or another id",
    "Nobody can tell which of them is meant.",
    f"{_TOP}{_ONE}target: {{claim: harm, quote: «the»}}\n    body: Which?\n",
    f"{_TOP}{_ONE}target: {{claim: harm, quote: the keepers}}\n    body: Which?\n",
)  # fmt: skip
LOST_PASSAGE = Code(
    "lost-passage", WARNING,
    "“{quote}” does not stand in {kind} `{id}`",
    "`argmap annotate reanchor` shows the text; write the quote as it stands there",
    "A passage is found by its words. The annotation is kept, but belongs nowhere.",
    f"{_TOP}{_ONE}target: {{claim: harm, quote: «large animals»}}\n    body: All?\n",
    f"{_TOP}{_ONE}target: {{claim: harm, quote: the animals}}\n    body: All?\n",
)  # fmt: skip
NO_ANCHOR = Code(
    "no-anchor", HINT,
    "{count} of the annotations say nothing of the text that they are about",
    "`argmap annotate reanchor` shows it, and ties them to it when you say so",
    "With a hash, or the version of the map in the layer, it is noticed when the text changes.",
    f"layer: 1\nmap: zoo.yaml\nannotator: maya\n{_ONE}target: «harm»\n    body: How so?\n",
    f"{_TOP}{_ONE}target: harm\n    body: How so?\n",
)  # fmt: skip
CHANGED_MAP = Code(
    "changed-map", HINT,
    "the map has changed since this layer was written: {count} of {all} annotations are touched",
    "`argmap annotate reanchor` shows what has become of each, and asks",
    "A layer is about one version of a map, and keeps its name.",
    "layer: 1\nmap: zoo.yaml\nversion: «0000000000000000000000000000000000000000»\n"
    f"annotator: maya\n{_ONE}target: {{claim: harm, hash: aaaaaaaaaaaa}}\n    body: How so?\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
UNREAD_SOURCE = Code(
    "unread-source", HINT,
    "the text of the source `{id}` is not at hand, so its passages are not checked",
    "name its file with `file:` in the map, or with `--source`",
    "A passage can be found only where there is a text.",
    f"{_TOP}{_ONE}target: {{source: «survey», quote: nine in ten}}\n    body: How many?\n",
    f"{_TOP}{_ONE}target: {{source: survey}}\n    body: How many?\n",
)  # fmt: skip
UNKNOWN_GROUND = Code(
    "unknown-ground", ERROR,
    "`claims` names `{id}`, and the map has no such claim",
    "write the id of a claim",
    "A passage of a source grounds claims of the map.",
    f"{_TOP}{_ONE}target: {{source: survey, claims: [harm, «grond»]}}\n    body: Both.\n",
    f"{_TOP}{_ONE}target: {{source: survey, claims: [harm, ground]}}\n    body: Both.\n",
)  # fmt: skip
OTHER_MAP = Code(
    "other-map", ERROR,
    "this layer is about {named}, not about {map}",
    "check it with its own map; if it is the same map elsewhere, name it with `--map`",
    "Ids of one map mean nothing in another.",
    "layer: 1\nmap: «farm.yaml»\nannotator: maya\n",
    _TOP,
)  # fmt: skip
SAME_ANNOTATOR = Code(
    "same-annotator", WARNING,
    "`{annotator}` wrote {other} as well",
    "give each layer of a map an annotator of its own",
    "Replies, grades and agreement go by the annotator; two of one name are one to them.",
    "",
    "",
)  # fmt: skip
NO_SUCH_ANNOTATION = Code(
    "no-such-annotation", ERROR,
    "there is no annotation `{id}`",
    "write ANNOTATOR/ID, or the id of an annotation of this layer",
    "A reply belongs to what it answers; it was removed, or its id is another.",
    f"{_TOP}{_ONE}{_FINE}"
    "  - id: a2\n    target: {annotation: «a9»}\n    motivation: replying\n    body: Like this.\n",
    f"{_TOP}{_ONE}{_FINE}"
    "  - id: a2\n    target: {annotation: a1}\n    motivation: replying\n    body: Like this.\n",
)  # fmt: skip
LAYER_NOT_AT_HAND = Code(
    "layer-not-at-hand", HINT,
    "the layer of `{annotator}` is not among those that are checked",
    "check them together: name their folder",
    "Whether an annotation is there can be told only from its layer.",
    f"{_TOP}{_ONE}target: {{annotation: «noor/a1»}}\n    motivation: replying\n    body: Yes.\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
NOT_A_REPLY = Code(
    "not-a-reply", WARNING,
    "a reply answers an annotation, and this is about {kind} `{id}`",
    "write `target: {{annotation: ANNOTATOR/ID}}`, or another `motivation`",
    "Threads are made of replies.",
    f"{_TOP}{_ONE}target: harm\n    motivation: «replying»\n    body: How so?\n",
    f"{_TOP}{_ONE}target: harm\n    motivation: questioning\n    body: How so?\n",
)  # fmt: skip
CIRCULAR_REPLY = Code(
    "circular-reply", ERROR,
    "this reply answers itself, be it by way of others",
    "let one of them answer something else",
    "A thread begins with an annotation that answers none.",
    f"{_TOP}{_ONE}target: {{annotation: «a1»}}\n    motivation: replying\n    body: Yes.\n",
    f"{_TOP}{_ONE}{_FINE}",
)  # fmt: skip
EMPTY_ANNOTATION = Code(
    "empty-annotation", HINT,
    "this annotation says nothing",
    "add a `body` or `labels`; if it is a mark only, `motivation: highlighting`",
    "Nobody can tell what is meant.",
    f"{_TOP}annotations:\n  - «id»: a1\n    target: harm\n",
    f"{_TOP}{_ONE}target: harm\n    motivation: highlighting\n",
)  # fmt: skip
UNKNOWN_LABEL = Code(
    "unknown-label", ERROR,
    "no codebook of the layer has a label `{label}`",
    "write a label of the codebook",
    "A label means what its codebook says, so that two annotators mean the same by it.",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{«clarety»: 4}}\n",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{clarity: 4}}\n",
)  # fmt: skip
MISPLACED_LABEL = Code(
    "misplaced-label", ERROR,
    "`{label}` may not stand on {place}",
    "it stands on {places}",
    "The codebook says where a label means something: relevance is of steps, not of claims.",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{«relevance»: 4}}\n",
    f"{_TOP}{_BOOK}{_ONE}target: {{argument: step-harm}}\n    labels: {{relevance: 4}}\n",
)  # fmt: skip
WRONG_LABEL_VALUE = Code(
    "wrong-label-value", ERROR,
    "{reason}",
    "write a value that the codebook has",
    "Values are counted and compared, so each is written as the codebook has it.",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{clarity: «7»}}\n",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{clarity: 5}}\n",
)  # fmt: skip
MISSING_LABEL = Code(
    "missing-label", WARNING,
    "the codebook asks for the label `{label}` here",
    "add `{label}` to `labels`",
    "Agreement and grades need the same labels from everybody.",
    "",
    "",
)  # fmt: skip
NO_CODEBOOK = Code(
    "no-codebook", WARNING,
    "there are labels, and no codebook says what they mean",
    "write `codebook: …` at the top: the name of a ready one, or a file",
    "Without a codebook a label is a word to which everybody gives a meaning of their own.",
    f"{_TOP}{_ONE}target: harm\n    «labels»: {{clarity: 4}}\n",
    f"{_TOP}{_BOOK}{_ONE}target: harm\n    labels: {{clarity: 4}}\n",
)  # fmt: skip
UNUSABLE_CODEBOOK = Code(
    "unusable-codebook", ERROR,
    "{reason}",
    "name a ready codebook, or a file",
    "The labels of a layer are those of its codebooks.",
    f"{_TOP}codebook: «qualty»\n",
    f"{_TOP}codebook: quality\n",
)  # fmt: skip
OTHER_CODEBOOK_VERSION = Code(
    "other-codebook-version", WARNING,
    "the layer asks for version {asked} of this codebook, and here is version {found}",
    "look whether its labels still mean the same, then write `{name}@{found}`",
    "Labels of two versions may have other values.",
    f"{_TOP}codebook: «quality@0.9»\n",
    f"{_TOP}codebook: quality@1.0\n",
)  # fmt: skip

CODES = (
    ORPHAN, CHANGED_TEXT, MOVED_TARGET, AMBIGUOUS_TARGET, LOST_PASSAGE, NO_ANCHOR, CHANGED_MAP,
    UNREAD_SOURCE, UNKNOWN_GROUND, OTHER_MAP, SAME_ANNOTATOR, NO_SUCH_ANNOTATION, LAYER_NOT_AT_HAND,
    NOT_A_REPLY, CIRCULAR_REPLY, EMPTY_ANNOTATION, UNKNOWN_LABEL, MISPLACED_LABEL,
    WRONG_LABEL_VALUE, MISSING_LABEL, NO_CODEBOOK, UNUSABLE_CODEBOOK, OTHER_CODEBOOK_VERSION,
)  # fmt: skip

#: The codes that layers and codebooks can give, by family.
CODE_FAMILIES = {"layers": codes.CODES, "annotations": CODES}
