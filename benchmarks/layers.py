"""A made-up class: layers of annotations on a made-up map, all from one seed."""

from collections.abc import Mapping
from random import Random

from argmap.annotation.layers.anchor import anchored, remark_hash, text_of, version_of
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Annotation, Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.diagnostics import Source
from argmap.yaml.document import Document

_REMARKS = (
    "Is this so everywhere, or only where it was looked for?",
    "The step needs a premise that nobody has written down.",
    "Granted, but it does not bear on the thesis.",
    "A source would help; who says so, and when?",
    "Read it again: two things are said at once.",
)


def make_class(document: Document, layers: int, annotations: int, seed: int) -> list[LayerDocument]:
    """Layers of students who rate, tag, question and answer one another.

    Half of them speak of the same twentieth of the map, so that there is something to compare.
    """
    assert document.map is not None
    choose = Random(seed)
    claims = [claim.id for claim in document.map.claims]
    steps = [argument.id for argument in document.map.arguments]
    shared = choose.sample(claims, max(1, len(claims) // 20))
    made = []
    known: dict[str, Annotation] = {}
    for number in range(layers):
        name = f"student{number + 1}"
        rated: set[str] = set()
        ones = tuple(
            _annotation(document, choose, f"a{at + 1}", claims, steps, shared, rated, number, known)
            for at in range(annotations)
        )
        known |= {f"{name}/{one.id}": one for one in ones}
        layer = Layer(
            name, document.source.name, version_of(document.source.text), f"Student {number + 1}",
            codebooks=("quality", "fallacies"), annotations=ones,
        )  # fmt: skip
        made.append(read_layer(Source(f"{name}.yaml", written(layer))))
    return made


def _annotation(
    document: Document, choose: Random, id: str, claims: list[str], steps: list[str],
    shared: list[str], rated: set[str], number: int,
    known: Mapping[str, Annotation],
) -> Annotation:  # fmt: skip
    map, remark = document.map, choose.choice(_REMARKS)
    assert map is not None
    kind = choose.random()
    if kind < 0.15 and number:
        to = f"student{choose.randint(1, number)}/a{choose.randint(1, 20)}"
        hash = remark_hash(known[to]) if to in known else ""
        return Annotation(id, Target("annotation", to, hash), "replying", remark)
    if kind < 0.4 and steps:
        step = choose.choice(steps)
        target = anchored(Target("argument", step), text_of(map, "argument", step) or "")
        labels = {"fallacy": (choose.choice(("straw man", "false cause", "red herring")),)}
        return Annotation(id, target, "tagging", remark, labels)
    free = [claim for claim in shared if claim not in rated]
    claim = choose.choice(free if free and kind < 0.8 else claims)
    text = map.claim[claim].text
    if claim in free:
        rated.add(claim)
        ratings = {name: str(choose.randint(1, 5)) for name in ("clarity", "acceptability")}
        return Annotation(id, anchored(Target("claim", claim), text), "assessing", remark, ratings)
    words = text.split()
    quote = " ".join(words[1:3]) or words[0]
    start = text.find(quote)
    if text.count(quote) != 1:
        quote, start = "", 0
    target = anchored(Target("claim", claim, quote=quote), text, start)
    return Annotation(id, target, "questioning", remark)
