"""Small classes: a map, layers of students and teachers, without files of their own."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from hypothesis import strategies as st

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Annotation, Layer, Target, Value
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.studies import Study, study
from argmap.diagnostics import Source
from argmap.yaml.files import loads

HERE = Path(__file__).parent

ZOO = """\
title: The zoo
claim: The zoo should close
id: close
reasons:
  - claim: Animals suffer in the zoo, and suffer much
    id: harm
  - claim: Nobody needs it
    id: needless
counterpoints:
  - claim: The zoo breeds rare species
    id: rare
sources:
  news: {title: The news}
"""
CLAIMS = ("close", "harm", "needless", "rare")

#: Values that may be given, by label, in each of their spellings.
VALUES: Mapping[str, tuple[Value, ...]] = {
    "clarity": ("1", "2", "2.0", "5"),
    "doubt": ("yes", "no", "true"),
    "tone": ("calm", "angry"),
    "fallacy": (
        "straw man",
        ("straw man",),
        ("ad hominem", "straw man"),
        ("straw man", "ad hominem"),
    ),
    "remark": ("well", "badly"),
}


def layer(
    annotator: str, *annotations: Annotation, role: str = "student", status: str = "submitted",
    name: str = "", released: tuple[str, ...] = (),
) -> Layer:  # fmt: skip
    return Layer(
        annotator, "zoo.yaml", name=name, role=role, status=status, released=released,
        codebooks=("marks.codebook.yaml",), annotations=annotations, layer="1",
    )  # fmt: skip


def document(one: Layer, file: str = "") -> LayerDocument:
    return read_layer(Source(str(HERE / (file or f"{one.annotator}.yaml")), written(one)))


def a_class(*layers: Layer, map: str = ZOO) -> Study:
    """The study of layers, each in a file of its own name and number."""
    documents = [document(one, f"{one.annotator}-{at}.yaml") for at, one in enumerate(layers)]
    return of_documents(documents, map)


def of_documents(documents: Iterable[LayerDocument], map: str = ZOO) -> Study:
    found = study(loads(map, str(HERE / "zoo.yaml")), documents)
    assert not found.faulty, [fault.message for one in found.faulty for fault in one.errors]
    assert not found.foreign
    return found


def says(id: str, claim: str, **labels: Value) -> Annotation:
    """An assessment; `_` in the name of a label stands for a space."""
    given = {name.replace("_", " "): value for name, value in labels.items()}
    return Annotation(id, Target("claim", claim), "assessing", labels=given)


def answers(id: str, to: str, body: str, **labels: Value) -> Annotation:
    return Annotation(id, Target("annotation", to), "replying", body=body, labels=labels)


labels = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in VALUES.items()}
)


@st.composite
def student_layers(draw: st.DrawFn, names: tuple[str, ...] = ("maya", "leo", "ana")) -> list[Layer]:
    """A layer for each student: labels, comments and answers to one another."""
    found = []
    for name in names:
        notes = []
        for at in range(draw(st.integers(0, 4))):
            body = draw(st.sampled_from(["", "Why?", f"says {name}"]))
            if draw(st.integers(0, 3)) == 0:
                to = f"{draw(st.sampled_from(names))}/a{draw(st.integers(0, 3))}"
                notes.append(answers(f"a{at}", to, body or "So."))
            else:
                claim = draw(st.sampled_from(CLAIMS))
                quote = draw(st.sampled_from(["", "", "The zoo", "suffer"]))
                motivation = draw(st.sampled_from(["assessing", "questioning"]))
                target = Target("claim", claim, quote=quote)
                notes.append(Annotation(f"a{at}", target, motivation, body, draw(labels)))
        found.append(layer(name, *notes))
    return found


SECRET = "SECRET7"


@st.composite
def teachers(draw: st.DrawFn) -> Layer:
    """A teacher's layer, each of whose texts has the secret in it, and whose marks are 7.7."""
    notes = []
    for at in range(draw(st.integers(0, 4))):
        student = draw(st.sampled_from(["maya", "leo", "ana"]))
        kind = draw(st.sampled_from(["annotation", "layer", "claim"]))
        body = draw(st.sampled_from(["", f"{SECRET} to {student}"]))
        if kind == "annotation":
            to = Target(kind, f"{student}/a{draw(st.integers(0, 3))}")
            notes.append(Annotation(f"t{at}", to, "replying", body, {"insight": "7.7"}))
        elif kind == "layer":
            notes.append(
                Annotation(f"t{at}", Target(kind, student), "assessing", body, {"on time": "yes"})
            )
        else:
            claim = Target(kind, draw(st.sampled_from(CLAIMS)))
            notes.append(Annotation(f"t{at}", claim, "commenting", body, {"remark": SECRET}))
    role = draw(st.sampled_from(["teacher", "adjudicator"]))
    return layer(f"ms-{SECRET}", *notes, role=role, status="draft", name=f"Ms {SECRET}")
