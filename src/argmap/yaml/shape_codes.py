"""Faults of shape: words that the language does not have, values of the wrong sort."""

from argmap.diagnostics import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

NOT_A_MAP = Code(
    "not-a-map", ERROR,
    "a map starts with words such as `claim:`, but this is {what}",
    "write `claim: …` at the top, then `reasons:` and `counterpoints:`",
    "At the top of the file stand the words of the map, each with its value.",
    "«-» The zoo should close\n- Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
)  # fmt: skip
NO_THESIS = Code(
    "no-thesis", ERROR,
    "the map has no thesis",
    "write `claim: …`, or `claims:` with a list of several",
    "Every map argues about at least one claim.",
    "«title»: Should the zoo close?\n",
    "title: Should the zoo close?\nclaim: The zoo should close\n",
)  # fmt: skip
TWO_FORMS = Code(
    "claim-and-claims", ERROR,
    "`claim` and `claims` stand side by side",
    "keep `claim` for one thesis, or move it into the list of `claims`",
    "Beside a top-level `claim`, words such as `id` or `reasons` speak of that thesis.",
    "claim: The zoo should close\n«claims»:\n  - The zoo should move\n",
    "claims:\n  - The zoo should close\n  - The zoo should move\n",
)  # fmt: skip
UNKNOWN_WORD = Code(
    "unknown-word", ERROR,
    "`{word}` is not a word of {place}",
    "put the text in double quotes if the colon belongs to it",
    "Words are fixed, so that a typing error never makes a part of the argument vanish.",
    "claim: The zoo should close\n«counterpoint»:\n  - The zoo breeds rare species\n",
    "claim: The zoo should close\ncounterpoints:\n  - The zoo breeds rare species\n",
)  # fmt: skip
MISPLACED_WORD = Code(
    "misplaced-word", ERROR,
    "`{word}` cannot stand in {place}",
    "move it to where it belongs: {home}",
    "What is nested under a claim is about the claim, under `step` about the step.",
    "claim: The zoo should close\n«scheme»: expert opinion\nreasons:\n  - Experts want it closed\n",
    "claim: The zoo should close\nreasons:\n  - claim: Experts want the zoo closed\n"
    "    step:\n      scheme: expert opinion\n",
)  # fmt: skip
WRONG_TYPE = Code(
    "wrong-type", ERROR,
    "{what} stands where {wanted} is expected",
    "write {wanted}",
    "Each word holds one sort of value.",
    "claim: The zoo should close\nnote:\n  «-» One\n",
    "claim: The zoo should close\nnote: One\n",
)  # fmt: skip
EMPTY_VALUE = Code(
    "empty-value", ERROR,
    "nothing stands behind `{word}:`",
    "write its value, or delete the line",
    "An empty value says nothing; it is most often a line that was never finished.",
    "claim: The zoo should close\nnote:«»\n",
    "claim: The zoo should close\nnote: Asked in May\n",
)  # fmt: skip
EMPTY_ITEM = Code(
    "empty-item", ERROR,
    "this item is empty",
    "write its text, or delete the line",
    "An empty item says nothing; it is most often a line that was never finished.",
    "claim: The zoo should close\nreasons:\n  «-»\n  - Captivity harms large animals\n",
    "claim: The zoo should close\nreasons:\n  - Captivity harms large animals\n",
)  # fmt: skip
NOT_AN_ITEM = Code(
    "not-an-item", ERROR,
    "this item has neither `claim` nor `premises` nor `ref`",
    "write `claim: …` in it",
    "An item is a claim, a block of linked premises, or a reference to a claim.",
    "claim: The zoo should close\nreasons:\n  - «note»: A note on nothing\n",
    "claim: The zoo should close\nreasons:\n  - claim: Animals suffer in the zoo\n    note: A note\n",
)  # fmt: skip
MIXED_ITEM = Code(
    "mixed-item", ERROR,
    "`{word}` stands beside `{other}` in one item",
    "make them two items",
    "An item is a claim, a block of linked premises, or a reference; not two of them.",
    "claim: The zoo should close\nreasons:\n  - claim: Animals suffer in the zoo\n"
    "    «premises»:\n      - Zoos are small\n      - Small cages hurt\n",
    "claim: The zoo should close\nreasons:\n  - claim: Animals suffer in the zoo\n"
    "    reasons:\n      - premises:\n          - Zoos are small\n          - Small cages hurt\n",
)  # fmt: skip
BESIDE_PREMISES = Code(
    "beside-premises", ERROR,
    "`{word}` stands beside `premises`: is it about one of the premises, or about the step?",
    "nest it under the premise that it is about, or under `step:`",
    "Linked premises share one step; only a premise or the step can be supported or attacked.",
    "claim: The zoo should close\nreasons:\n  - premises:\n      - Animals suffer in the zoo\n"
    "      - Suffering should end\n    «counterpoints»:\n      - Larger cages would help\n",
    "claim: The zoo should close\nreasons:\n  - premises:\n      - Animals suffer in the zoo\n"
    "      - Suffering should end\n    step:\n      counterpoints:\n"
    "        - Larger cages would help\n",
)  # fmt: skip
NESTED_PREMISES = Code(
    "nested-premises", ERROR,
    "`premises` stand inside `premises`",
    "put all of them into one list, or nest them under `reasons:` of a premise",
    "Linked premises are one set; there is no set within a set.",
    "claim: The zoo should close\nreasons:\n  - premises:\n      - Suffering should end\n"
    "      - «premises»:\n          - Cages are small\n          - Small cages hurt\n",
    "claim: The zoo should close\nreasons:\n  - premises:\n      - Suffering should end\n"
    "      - Cages are small\n      - Small cages hurt\n",
)  # fmt: skip
REF_CARRIES = Code(
    "ref-carries", ERROR,
    "`{word}` stands beside `ref`",
    "move it to where the claim is written",
    "A claim is described in one place; a reference carries nothing but a `step`.",
    "claim: The zoo should close\nreasons:\n  - claim: Animals suffer in the zoo\n    id: suffering\n"
    "  - premises:\n      - ref: suffering\n        «note»: Again\n      - Suffering should end\n",
    "claim: The zoo should close\nreasons:\n  - claim: Animals suffer in the zoo\n    id: suffering\n"
    "  - premises:\n      - ref: suffering\n      - Suffering should end\n",
)  # fmt: skip
REF_HERE = Code(
    "ref-at-top", ERROR,
    "`ref` cannot stand in `{word}`",
    "write the claim here, and `ref` to it from elsewhere",
    "Theses and shared claims are written where they are listed.",
    "claims:\n  - claim: The zoo should close\n    id: close\n  - «ref»: close\n",
    "claims:\n  - claim: The zoo should close\n    id: close\n",
)  # fmt: skip
NOT_A_CHOICE = Code(
    "not-a-choice", ERROR,
    "`{value}` is not a value of `{word}`",
    "write one of: {choices}",
    "The values of this word are a closed set, so that maps can be counted and compared.",
    "claim: The zoo should close\nkind: «polcy»\n",
    "claim: The zoo should close\nkind: policy\n",
)  # fmt: skip
OUT_OF_RANGE = Code(
    "out-of-range", ERROR,
    "`{word}` is a number from 0 to 1, not `{value}`",
    "write a number such as 0.5",
    "0 is not at all, 1 is fully.",
    "claim: The zoo should close\nweight: «80%»\n",
    "claim: The zoo should close\nweight: 0.8\n",
)  # fmt: skip
NOT_A_TRUTH = Code(
    "not-true-or-false", ERROR,
    "`{word}` is true or false, not `{value}`",
    "write `true` or `false`",
    "Only `true` and `false` are read as such; `yes` and `no` are texts.",
    "claim: The zoo should close\nimplicit: «yes»\n",
    "claim: The zoo should close\nimplicit: true\n",
)  # fmt: skip
BAD_ID = Code(
    "bad-id", ERROR,
    "`{value}` is not an id: it has {char}",
    "use letters and digits of any script, `-` and `_`",
    "Ids name claims in references, on the command line and in pictures.",
    "claim: The zoo should close\nid: «close the zoo»\n",
    "claim: The zoo should close\nid: close-the-zoo\n",
)  # fmt: skip
OUTSIDE = Code(
    "outside-folder", ERROR,
    "`{value}` points out of the map's folder",
    "move the file beside the map and write its relative path",
    "A map that came from somebody else must not be able to read other files.",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey:\n    file: «../../secret.txt»\n",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey:\n    file: survey.txt\n",
)  # fmt: skip
UNKNOWN_VERSION = Code(
    "unknown-version", WARNING,
    "this map is written for version {value} of the language; this program reads version {version}",
    "write `argmap: {version}`, or install a newer argmap",
    "A newer version may have words that this program does not know.",
    "argmap: «99»\nclaim: The zoo should close\n",
    "argmap: 1\nclaim: The zoo should close\n",
)  # fmt: skip
UNSAFE_LINK = Code(
    "unsafe-link", WARNING,
    "`{value}` will not be a link",
    "write an address that starts with https:, http: or mailto:",
    "Pictures link only to addresses that cannot run a program.",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey:\n"
    "    url: «\"javascript:alert(1)\"»\n",
    "claim: The zoo should close\ncites: survey\nsources:\n  survey:\n"
    "    url: https://example.org/survey\n",
)  # fmt: skip

CODES = (
    NOT_A_MAP, NO_THESIS, TWO_FORMS, UNKNOWN_WORD, MISPLACED_WORD, WRONG_TYPE, EMPTY_VALUE,
    EMPTY_ITEM, NOT_AN_ITEM, MIXED_ITEM, BESIDE_PREMISES, NESTED_PREMISES, REF_CARRIES, REF_HERE,
    NOT_A_CHOICE, OUT_OF_RANGE, NOT_A_TRUTH, BAD_ID, OUTSIDE, UNKNOWN_VERSION, UNSAFE_LINK,
)  # fmt: skip
