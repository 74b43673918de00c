"""The words of layers and codebooks, written once, as those of maps are."""

from argmap.yaml.words import Holds, Word

MOTIVATIONS = ("commenting", "questioning", "assessing", "tagging", "highlighting", "replying")
ROLES = ("student", "teacher", "adjudicator")
STATUSES = ("draft", "submitted", "returned", "released")
TYPES = ("one of", "set", "scale", "yes/no", "text")
PLACES = ("claim", "argument", "passage", "source", "annotation", "layer")

VERSION = "1"


def _table(*words: Word) -> dict[str, Word]:
    return {word.name: word for word in words}


LAYER = _table(
    Word("layer", Holds.TEXT, "The version of the layer language; it makes the file a layer."),
    Word("map", Holds.TEXT, "The file of the map, from the folder of the layer."),
    Word("version", Holds.TEXT, "The version of the map that the annotator saw, as git names it."),
    Word("annotator", Holds.ID, "Who writes: letters and digits of any script, `-` and `_`."),
    Word("name", Holds.TEXT, "The annotator's name for people."),
    Word("role", Holds.CHOICE, "What the annotator is.", ROLES),
    Word("status", Holds.CHOICE, "How far the work has come.", STATUSES),
    Word("codebook", Holds.TEXTS, "Codebooks: ready ones by name, others by file."),
    Word("released", Holds.TEXTS, "Students who may see a teacher's layer before all may."),
    Word("note", Holds.TEXT, "Anything else worth saying about the layer."),
    Word("annotations", Holds.ITEMS, "The annotations."),
    Word("conflicts", Holds.CONFLICTS, "What a merge of two versions left to settle."),
)

ANNOTATION = _table(
    Word("id", Holds.ID, "A name for the annotation within its layer."),
    Word("target", Holds.STEP, "What it is about; a bare text is the id of a claim."),
    Word("motivation", Holds.CHOICE, "Why it was written, in W3C's terms.", MOTIVATIONS),
    Word("body", Holds.TEXT, "What it says, as Markdown."),
    Word("labels", Holds.ENTRIES, "Labels of the codebook, each with its value."),
    Word("votes", Holds.ENTRIES, "Of an adjudicator: by label, what each annotator said."),
    Word("resolved", Holds.TRUTH, "Whether it is settled."),
    Word("created", Holds.TEXT, "When it was written."),
)

TARGET = _table(
    Word("claim", Holds.ID, "The id of a claim."),
    Word("argument", Holds.ID, "The id of an argument: the step, not the premises."),
    Word("source", Holds.TEXT, "The id of a source, for a passage of its text."),
    Word("annotation", Holds.TEXT, "ANNOTATOR/ID, or the id of one in the same layer."),
    Word("layer", Holds.ID, "An annotator, for a word about all of the work."),
    Word(
        "hash", Holds.TEXT, "A hash of the text that the annotator saw, or of the grounded claims."
    ),
    Word("quote", Holds.TEXT, "The passage that is meant, exactly as it stands there."),
    Word("prefix", Holds.TEXT, "What stands just before the passage."),
    Word("suffix", Holds.TEXT, "What stands just behind it."),
    Word("start", Holds.COUNT, "Where the passage begins, in characters from 0."),
    Word("end", Holds.COUNT, "Where it ends."),
    Word("claims", Holds.TEXTS, "For a passage of a source: the claims that it grounds."),
    Word("lost", Holds.TEXT, "The passage that was meant, where the text has it no longer."),
)

CONFLICT = _table(
    Word("conflict", Holds.CHOICE, "What could not be settled.", ("changed", "deleted")),
    Word("about", Holds.ID, "The id of an annotation; nothing: the layer itself."),
    Word("among", Holds.CHOICE, "Where the word stands, if it is a label.", ("labels", "votes")),
    Word("word", Holds.TEXT, "The word, or the label, that both sides changed."),
    Word("base", Holds.ANY, "What the common version has there."),
    Word("ours", Holds.ANY, "What our version has there."),
    Word("theirs", Holds.ANY, "What their version has there."),
)

CODEBOOK = _table(
    Word("codebook", Holds.TEXT, "The version of the codebook language; makes it a codebook."),
    Word("title", Holds.TEXT, "Its title."),
    Word("version", Holds.TEXT, "The version of this codebook; raise it when labels change."),
    Word("description", Holds.TEXT, "What it is for."),
    Word("labels", Holds.ENTRIES, "The labels by name."),
)

LABEL = _table(
    Word("type", Holds.CHOICE, "What sort of value it has.", TYPES),
    Word("values", Holds.ENTRIES, "What may be said; a list, or a block with the meanings."),
    Word("low", Holds.NUMBER, "The low end of a scale; 1 unless said."),
    Word("high", Holds.NUMBER, "The high end of a scale; 5 unless said."),
    Word("on", Holds.TEXTS, "Where it may stand; anywhere unless said.", PLACES),
    Word("required", Holds.TRUTH, "Whether each assessment where it may stand must carry it."),
    Word("weight", Holds.NUMBER, "What it counts in a grade; 0 unless said, and then not graded."),
    Word("description", Holds.TEXT, "What it means."),
)

#: Where the words of a layer stand, for those who put one elsewhere.
LAYER_PLACES = (
    ("the top of the layer", LAYER),
    ("an annotation", ANNOTATION),
    ("`target:`", TARGET),
    ("an entry of `conflicts`", CONFLICT),
)
CODEBOOK_PLACES = (
    ("the top of the codebook", CODEBOOK),
    ("a label", LABEL),
)
