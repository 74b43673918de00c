"""The words of the map language, written once.

The reader, the did-you-mean, the JSON Schema and the reference in the documentation are all made
from these tables.
"""

from dataclasses import dataclass
from enum import Enum, auto

from argmap.model.graph import CONFLICTS


class Holds(Enum):
    """What may stand behind a word."""

    TEXT = auto()  # one text
    TEXTS = auto()  # texts, or one alone
    ID = auto()  # an id being given
    IDS = auto()  # ids of claims, or one alone
    CHOICE = auto()  # one of a closed set
    SHARE = auto()  # a number from 0 to 1
    TRUTH = auto()  # true or false
    COUNT = auto()  # a whole number from 0
    NUMBER = auto()  # a number
    CLAIM = auto()  # the text of a claim
    ITEMS = auto()  # claims, or one alone
    STEP = auto()  # the inference
    CITES = auto()  # citations, or one alone
    ENTRIES = auto()  # entries by id: sources or people
    CONFLICTS = auto()  # conflicts, or one alone
    ANY = auto()  # a text, or lists and blocks of texts

    __hash__ = object.__hash__  # that of Enum takes its time, and every word of a map asks for it


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the language: what it holds and what it means, in one sentence."""

    name: str
    holds: Holds
    meaning: str
    choices: tuple[str, ...] = ()


def _table(*words: Word) -> dict[str, Word]:
    return {word.name: word for word in words}


KINDS = ("fact", "value", "policy", "definition", "prediction", "causal")
BASES = (
    "statistic", "study", "record", "testimony", "expert", "law", "example", "common belief",
)  # fmt: skip
STANDINGS = ("asserted", "questioned", "conceded", "denied")

CLAIM = _table(
    Word(
        "claim",
        Holds.CLAIM,
        "One statement that can be true or false, or a proposal; readable alone.",
    ),
    Word("id", Holds.ID, "A name for the claim: letters and digits of any script, `-` and `_`."),
    Word("by", Holds.TEXTS, "Who asserts it: entries of `people`, or plain names."),
    Word("via", Holds.TEXTS, "Who reports that it is asserted."),
    Word("kind", Holds.CHOICE, "What sort of claim it is.", KINDS),
    Word("basis", Holds.CHOICE, "What it rests on.", BASES),
    Word("implicit", Holds.TRUTH, "Whether it is unstated and supplied by the mapper."),
    Word("standing", Holds.CHOICE, "How those in `by` stand to it.", STANDINGS),
    Word("weight", Holds.SHARE, "How far the reader grants it before any argument, from 0 to 1."),
    Word("cites", Holds.CITES, "Where it is said: a source, a quote, a place."),
    Word("tags", Holds.TEXTS, "Labels of the mapper's own."),
    Word("note", Holds.TEXT, "Anything else worth saying; shown when one points at the claim."),
    Word("excludes", Holds.IDS, "Ids of claims that cannot stand together with it."),
    Word("reasons", Holds.ITEMS, "Each item is one independent argument for the claim."),
    Word("counterpoints", Holds.ITEMS, "Each item is one independent argument against the claim."),
)

_ITEM_STEP = Word("step", Holds.STEP, "The inference from the item to what it is nested under.")

#: An item that is a claim; under `reasons` and `counterpoints` it may carry a `step`.
ITEM = {**CLAIM, "step": _ITEM_STEP}

#: An item that holds linked premises.
LINKED = _table(
    Word(
        "premises", Holds.ITEMS, "Claims that count only together: one argument, several premises."
    ),
    _ITEM_STEP,
)

#: An item that points at a claim written elsewhere in the map.
REF = _table(
    Word("ref", Holds.IDS, "A claim written elsewhere in the map, before or after, by its id."),
    _ITEM_STEP,
)

STEP = _table(
    Word("id", Holds.ID, "A name for the step."),
    Word("by", Holds.TEXTS, "Who takes the step: entries of `people`, or plain names."),
    Word(
        "scheme", Holds.TEXT, "The argumentation scheme; `explanation` explains and does not argue."
    ),
    Word("warrant", Holds.TEXT, "A label for why the premises bear on the target."),
    Word("strength", Holds.SHARE, "How strongly they bear on it, from 0 to 1."),
    Word("cites", Holds.CITES, "Where the step is taken: a source, a quote, a place."),
    Word("note", Holds.TEXT, "Anything else worth saying."),
    Word("reasons", Holds.ITEMS, "Backing: arguments for the step."),
    Word("counterpoints", Holds.ITEMS, "Undercuts: arguments against the step."),
)

CITE = _table(
    Word("source", Holds.TEXT, "An entry of `sources`; the only source need not be named."),
    Word("quote", Holds.TEXT, "The words quoted, exactly as in the source."),
    Word("at", Holds.TEXT, "The place in the source: page, section, minute."),
    Word("note", Holds.TEXT, "Anything else worth saying."),
)

SOURCE = _table(
    Word("title", Holds.TEXT, "The title."),
    Word("author", Holds.TEXTS, "Who wrote it."),
    Word("date", Holds.TEXT, "When it appeared."),
    Word("url", Holds.TEXT, "Where to find it."),
    Word(
        "file",
        Holds.TEXT,
        "Its text, in a file at or below the map's folder; lets quotes be verified.",
    ),
)

PERSON = _table(
    Word("name", Holds.TEXT, "The name to show."),
    Word("role", Holds.TEXT, "Who that is."),
)

CONFLICT = _table(
    Word("conflict", Holds.CHOICE, "What could not be settled.", CONFLICTS),
    Word("about", Holds.ID, "The id of what it is about; nothing: the map itself."),
    Word(
        "among",
        Holds.CHOICE,
        "Where that stands, if it is no claim and no step.",
        ("sources", "people"),
    ),
    Word("word", Holds.TEXT, "The word that both sides changed."),
    Word("base", Holds.ANY, "What the common version has there."),
    Word("ours", Holds.ANY, "What our version has there."),
    Word("theirs", Holds.ANY, "What their version has there."),
)

MAP = {
    **_table(
        Word("argmap", Holds.TEXT, "The version of the map language."),
        Word("title", Holds.TEXT, "The title of the map."),
        Word("question", Holds.TEXT, "The question that the map answers."),
        Word("description", Holds.TEXT, "What the map is about."),
        Word("authors", Holds.TEXTS, "Who made the map."),
        Word("date", Holds.TEXT, "When it was made."),
        Word("language", Holds.TEXT, "Language of the texts, as a tag such as `en` or `zh-Hans`."),
        Word("keywords", Holds.TEXTS, "Keywords."),
        Word("sources", Holds.ENTRIES, "Sources by id."),
        Word("people", Holds.ENTRIES, "People by id."),
        Word("claims", Holds.ITEMS, "Several theses, instead of `claim`."),
        Word("shared", Holds.ITEMS, "Claims that stand apart to be referred to; not theses."),
        Word("conflicts", Holds.CONFLICTS, "What a merge of two versions left to settle."),
    ),
    **CLAIM,
}

VERSION = "1"

#: Where the words of a map stand, for those who put one elsewhere.
PLACES = (
    ("the top of the map", MAP),
    ("a claim", CLAIM),
    ("an item under `reasons` or `counterpoints`", {**LINKED, **REF}),
    ("`step:`", STEP),
    ("an entry of `cites`", CITE),
    ("an entry of `sources`", SOURCE),
    ("an entry of `people`", PERSON),
    ("an entry of `conflicts`", CONFLICT),
)

#: What people write instead of the words of the language.
SYNONYMS = {
    **dict.fromkeys(
        (
            "pro",
            "pros",
            "for",
            "because",
            "support",
            "supports",
            "argument",
            "arguments",
            "evidence",
        ),
        "reasons",
    ),
    **dict.fromkeys(
        (
            "con",
            "cons",
            "against",
            "but",
            "objection",
            "objections",
            "rebuttal",
            "rebuttals",
            "counterargument",
            "counterarguments",
            "attacks",
        ),
        "counterpoints",
    ),
    **dict.fromkeys(("thesis", "statement", "text", "conclusion"), "claim"),
    **dict.fromkeys(("citation", "citations", "reference", "references"), "cites"),
    **dict.fromkeys(("comment", "comments"), "note"),
    "speaker": "by",
    "implied": "implicit",
}

#: Every word that people write, longer ones first, so that none hides another in a pattern.
EVERY = tuple(
    sorted({*MAP, *ITEM, *LINKED, *REF, *STEP, *CITE, *SOURCE, *PERSON}, key=lambda w: (-len(w), w))
)
