"""Layers as people leave them, merged."""

import pytest
from hypothesis import given

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import RefusedError
from argmap.annotation.layers.model import Layer, Target
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.merging import FaultyError, LayerMerge, merge, merge_texts, resolved
from argmap.diagnostics import Source
from argmap.model import Conflict
from tests.annotation.hostile import layer_texts

TOP = "layer: 1\nmap: zoo.yaml\nannotator: maya\n"
WHY = (
    "  - id: a1\n    target: harm\n    body: Why do large animals suffer in the zoo of the city?\n"
)
BASE = f"{TOP}annotations:\n{WHY}"


def document(text: str) -> LayerDocument:
    return read_layer(Source("maya.yaml", text))


def layer(text: str) -> Layer:
    found = document(text)
    assert found.value is not None, [fault.message for fault in found.faults]
    return found.value


def merging(base: str, ours: str, theirs: str) -> LayerMerge:
    result = merge(document(base) if base else None, document(ours), document(theirs))
    assert layer(result.text) == result.layer
    again = merge_texts(base, ours, theirs)
    assert (again.text, again.conflicts) == (result.text, result.conflicts)
    return result


def test_words_of_a_body_that_lie_apart_are_both_taken() -> None:
    ours = BASE.replace("large animals", "elephants")
    theirs = BASE.replace("city", "capital")
    merged = BASE.replace("large animals", "elephants").replace("city", "capital")
    assert merging(BASE, ours, theirs).text == merged


def test_labels_are_merged_one_by_one() -> None:
    base = f"{BASE}    labels:\n      clarity: 4  # rather\n      depth: 2\n"
    ours = base.replace("depth: 2", "depth: 3")
    theirs = base.replace("depth: 2", "depth: 2\n      fallacy: straw man").replace("y: 4", "y: 5")
    result = merging(base, ours, theirs)
    assert result.layer.conflicts == ()
    assert result.text == base.replace("y: 4", "y: 5").replace(
        "depth: 2", "depth: 3\n      fallacy: straw man"
    )


def test_released_and_codebooks_are_sets() -> None:
    base = f"{TOP}codebook: [a.yaml, b.yaml]\nreleased: [leo]\n"
    ours = base.replace("leo", "leo, jo")
    theirs = base.replace("leo", "leo, kim").replace("a.yaml, ", "")
    merged = merging(base, ours, theirs).layer
    assert (merged.released, merged.codebooks) == (("leo", "jo", "kim"), ("b.yaml",))


JUDGE = """\
layer: 1
map: zoo.yaml
annotator: judge
role: adjudicator
annotations:
  - id: a1
    target: harm
    votes:
      clarity: {leo: 1, maya: 4}
    labels: {clarity: 2}
"""


def test_decided_work_is_kept_where_the_other_side_deleted_it() -> None:
    decided = JUDGE.replace("y: 2", "y: 3")
    without = JUDGE[: JUDGE.index("annotations")]
    for ours, theirs, holder in ((decided, without, "ours"), (without, decided, "theirs")):
        result = merging(JUDGE, ours, theirs)
        assert result.layer.annotation["a1"].labels == {"clarity": "3"}
        assert result.layer.conflicts == (Conflict("deleted", "a1", **{holder: ["a1"]}),)  # type: ignore[arg-type]


def test_a_label_that_one_took_out_and_the_other_changed_stays() -> None:
    without = JUDGE.replace("    labels: {clarity: 2}\n", "")
    changed = JUDGE.replace("y: 2", "y: 3")
    for ours, theirs, sides in ((without, changed, ("", "3")), (changed, without, ("3", ""))):
        result = merging(JUDGE, ours, theirs)
        assert result.layer.annotation["a1"].labels == {"clarity": "3"}
        assert result.layer.conflicts == (
            Conflict("changed", "a1", "labels", "clarity", "2", *sides),
        )
        taken = resolved(result.layer, 0, "ours" if not sides[0] else "theirs")
        assert taken.annotation["a1"].labels == {}


def test_votes_are_merged_by_label_and_annotator() -> None:
    ours = JUDGE.replace("leo: 1", "leo: 2").replace("maya: 4", "maya: 5")
    theirs = JUDGE.replace("leo: 1, maya: 4", "jo: 3, leo: 1, maya: 3")
    result = merging(JUDGE, ours, theirs)
    votes = result.layer.annotation["a1"].votes
    assert votes == {"clarity": {"jo": "3", "leo": "2", "maya": "5"}}
    assert result.layer.conflicts == (
        Conflict("changed", "a1", "votes", "clarity", {"maya": "4"}, {"maya": "5"}, {"maya": "3"}),
    )
    for side, said in (("ours", "5"), ("theirs", "3")):
        settled = resolved(result.layer, 0, side)  # type: ignore[arg-type]
        assert settled.annotation["a1"].votes["clarity"]["maya"] == said
    assert resolved(result.layer, 0, text="1").annotation["a1"].votes["clarity"]["maya"] == "1"


def test_new_annotations_of_one_id() -> None:
    ours = f"{BASE}  - id: a2\n    target: harm\n    body: Since when?\n"
    theirs = (
        f"{BASE}  - id: a2\n    target: harm\n    body: Who says so?\n"
        "  - id: a3\n    target: {annotation: maya/a2}\n    motivation: replying\n    body: The keeper.\n"
        "conflicts:\n  - {conflict: changed, about: a2, word: body, base: x, ours: y, theirs: z}\n"
    )
    result = merging(BASE, ours, theirs)
    assert result.renamed == {"a2": "a4"}
    found = result.layer.annotation
    assert [found[id].body for id in ("a2", "a4", "a3")] == [
        "Since when?",
        "Who says so?",
        "The keeper.",
    ]
    assert found["a3"].target.id == "maya/a4"
    assert [conflict.about for conflict in result.layer.conflicts] == ["a4"]
    assert merging(BASE, ours, ours).text == ours


WRITTEN = "  - id: a2\n    target: harm\n    body: Since when?\n    created: 2026-11-22T18:00:00Z\n"


def test_one_remark_that_both_have_is_there_once() -> None:
    ours = BASE + WRITTEN
    done = ours.replace("Since when?", "Since when?\n    resolved: true")
    result = merging(BASE, ours, done)
    assert [one.id for one in result.layer.annotations] == ["a1", "a2"]
    assert result.layer.annotation["a2"].resolved
    moved = BASE + WRITTEN.replace("a2", "a5")
    assert merging(BASE, ours, moved).text == ours
    assert merging("", ours, moved).renamed == {"a5": "a2"}


def test_an_id_that_was_given_anew() -> None:
    base = BASE + WRITTEN
    ours = BASE + WRITTEN.replace("Since when?", "How so?").replace("18:00", "19:00")
    theirs = base.replace("Since when?", "Since when, exactly?")
    result = merging(base, ours, theirs)
    found = result.layer.annotation
    assert (found["a2"].body, found["a3"].body) == ("How so?", "Since when, exactly?")
    assert result.layer.conflicts == (Conflict("deleted", "a3", theirs=["a3"]),)
    assert merging(base, ours, base).text == ours


def test_what_the_other_side_answers_stays() -> None:
    answer = "  - id: a2\n    target: {annotation: a1}\n    motivation: replying\n    body: See page 4.\n"
    for ours, theirs, holder in (
        (TOP, BASE + answer, "theirs"), (BASE + answer, TOP, "ours"),
    ):  # fmt: skip
        result = merging(BASE, ours, theirs)
        assert {*result.layer.annotation} == {"a1", "a2"}
        assert result.layer.conflicts == (Conflict("deleted", "a1", **{holder: ["a1"]}),)  # type: ignore[arg-type]
    assert merging(BASE + answer, TOP, BASE + answer).layer.annotations == ()


LAYOUTS = {
    "one without a dash": f"{TOP}annotations:  # mine\n  id: a1\n  target: harm\n  body: |\n    Why?\n\n    Really?\n",
    "one in braces": f"{TOP}annotations: {{id: a1, target: harm, body: Why?}}  # mine\n",
    "brackets": f"{TOP}annotations: [{{id: a1, target: harm, body: Why?}}, {{id: a0, target: harm, body: How?}}]  # mine\n",
    "at the margin": f"{TOP}annotations:  # mine\n- id: a1\n  target: harm\n  body: Why?\n",
    "JSON": '{"layer": 1, "map": "zoo.yaml", "annotator": "maya",  # mine\n "annotations": [{"id": "a1", "target": "harm", "body": "Why?"}]}\n',
    "Windows": f"{TOP}annotations:  # mine\n  - id: a1\n    target: harm\n    body: Why?\n".replace("\n", "\r\n"),
    "conflicts before": f"{TOP}conflicts:  # mine\n  conflict: changed\n  word: note\n  ours: x\nannotations:\n  - id: a1\n    target: harm\n    body: Why?",
    "annotations first": f"annotations:  # mine\n  - id: a1\n    target: harm\n    body: Why?\n{TOP}",
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_whatever_our_layout(name: str) -> None:
    ours = LAYOUTS[name]
    first = layer(ours).annotations[0].body
    one = f"{TOP}status: submitted\nnote: Done.\nannotations:\n"
    theirs = f"{one}  - id: a1\n    target: harm\n    body: Where?\n    labels: {{clarity: 4}}\n  - id: a2\n    target: harm\n    body: What?\n"
    base = f"{TOP}annotations:\n  - id: a1\n    target: harm\n    body: When?\n"
    result = merging(base, ours, theirs)
    assert result.text.count("# mine") == 1
    assert (result.layer.status, result.layer.note) == ("submitted", "Done.")
    assert result.layer.annotation["a1"].labels == {"clarity": "4"}
    assert result.layer.annotation["a1"].body == first
    assert result.layer.annotation["a2"].body == "What?"
    assert result.layer.conflicts[-1] == Conflict(
        "changed", "a1", "", "body", "When?", first, "Where?"
    )
    gone = merging(ours, ours, one.replace("annotations:\n", ""))
    assert gone.layer.annotations == ()
    assert ("# mine" in gone.text) is (name != "conflicts before")


def test_conflicts_of_a_version_are_settled_by_the_other() -> None:
    one = "conflicts:\n  - {conflict: changed, word: note, base: a, ours: b, theirs: c}\n"
    two = "  - {conflict: changed, about: a1, word: body, base: a, ours: b, theirs: c}  # open\n"
    assert merging(BASE + one + two, BASE + one + two, BASE).text == BASE
    left = merging(BASE + one + two, BASE + one + two, BASE + "conflicts:\n" + two)
    assert left.text == BASE + "conflicts:\n" + two


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "reason"),
    [
        (BASE, BASE, "map: [", "theirs has errors, the first in line 1"),
        (BASE, BASE + WHY, BASE, "ours has errors, the first in line 8: two annotations"),
        ("claim: x\n", BASE, BASE, "base has errors"),
        (BASE, BASE, "", "theirs is empty"),
        ("", BASE, BASE.replace("maya", "leo"), "ours is the layer of maya and theirs of leo"),
    ],
)  # fmt: skip
def test_versions_that_cannot_be_merged(base: str, ours: str, theirs: str, reason: str) -> None:
    with pytest.raises(FaultyError, match=reason):
        merge_texts(base, ours, theirs)


@given(layer_texts(), layer_texts())
def test_nearly_layers_are_merged_or_refused(one: str, other: str) -> None:
    for sides in ((BASE, one, other), (one, BASE, other), (one, other, BASE), (one, one, other)):
        read = [read_layer(Source("x", side)).value for side in sides if side.strip()]
        names = {found.annotator if found else None for found in read}
        added = not sides[0].strip()
        if (
            None in names
            or not (sides[1].strip() and sides[2].strip())
            or (added and len(names) > 1)
        ):
            with pytest.raises(FaultyError) as caught:
                merge_texts(*sides)
            assert str(caught.value).isprintable()
        else:
            result = merge_texts(*sides)
            assert layer(result.text) == result.layer


def test_thousands_on_both_sides() -> None:
    def remarks(first: int, last: int, word: str) -> str:
        return "".join(
            f"  - id: a{n}\n    target: harm\n    body: {word} {n} of them\n    labels: {{clarity: {n % 5}}}\n"
            for n in range(first, last)
        )

    base = f"{TOP}annotations:\n{remarks(1, 1500, 'Remark')}"
    ours = base.replace("clarity: 1", "clarity: 5") + remarks(1500, 2500, "Ours")
    theirs = base.replace("clarity: 2", "clarity: 5") + remarks(1500, 2500, "Theirs")
    result = merging(base, ours, theirs)
    assert result.layer.conflicts == ()
    assert len(result.layer.annotations) == 3499
    assert result.layer.annotation["a3498"].body == "Theirs 2498 of them"


CONFLICTED = f"""{BASE}    labels: {{flaws: [vague]}}
conflicts:
  - {{conflict: changed, about: a1, among: labels, word: flaws, ours: [vague], theirs: [wide, vague]}}
  - {{conflict: changed, about: a1, word: target, ours: {{claim: harm}}, theirs: {{claim: cost, quote: the city, prefix: "for ", start: 3, end: 11}}}}
  - {{conflict: changed, word: status, base: draft, ours: draft, theirs: returned}}
  - {{conflict: deleted, about: a1, theirs: [a1]}}
  - {{conflict: changed, about: a9, word: body, ours: x, theirs: y}}
"""


def test_settling_each_sort() -> None:
    found = layer(CONFLICTED)
    assert resolved(found, 0, "both").annotation["a1"].labels == {"flaws": ("vague", "wide")}
    assert resolved(found, 0, text="wide, far").annotation["a1"].labels == {
        "flaws": ("wide", "far")
    }
    target = resolved(found, 1, "theirs").annotation["a1"].target
    assert (target.id, target.quote, target.prefix, target.start) == ("cost", "the city", "for ", 3)
    assert resolved(found, 1, text="cost").annotation["a1"].target == Target("claim", "cost")
    assert resolved(found, 2, "theirs").status == "returned"
    assert resolved(found, 3, "theirs").annotations == found.annotations
    assert resolved(found, 3, "ours").annotations == ()
    assert len(resolved(found, 4, "ours").conflicts) == 4


@pytest.mark.parametrize(
    ("at", "take", "text", "reason"),
    [
        (1, "both", "", "one value only"), (1, None, "large animals", "no target"),
        (2, None, "done", "one of: draft"), (2, "both", "", "one value only"),
        (3, None, "x", "no text to write"), (4, "theirs", "", "no longer in the layer"),
        (5, "ours", "", "no conflict 6"), (0, None, " ", "take ours"),
    ],
)  # fmt: skip
def test_what_cannot_be_settled_so(at: int, take: str | None, text: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        resolved(layer(CONFLICTED), at, take, text=text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "entry",
    ["{conflict: changed, about: a1, word: target, theirs: [x]}",
     "{conflict: changed, about: a1, word: target, theirs: {claim: x, start: y}}",
     "{conflict: changed, about: a1, word: target, theirs: {claim: x, foo: y}}",
     "{conflict: changed, about: a1, word: target, theirs: {}}",
     "{conflict: changed, about: a1, word: body, theirs: [x]}",
     "{conflict: changed, about: a1, word: labels, theirs: x}",
     "{conflict: changed, about: a1, word: foo, theirs: x}",
     "{conflict: changed, word: annotations, theirs: x}",
     "{conflict: changed, word: annotator, theirs: a b}",
     "{conflict: changed, word: map}",
     "{conflict: changed, among: labels, word: x, theirs: y}",
     "{conflict: changed, about: a1, among: labels, word: x, theirs: {y: z}}",
     "{conflict: changed, about: a1, among: votes, word: x, theirs: y}",
     "{conflict: changed, about: a1, among: votes, word: x, theirs: {y: [[z]]}}"],
)  # fmt: skip
def test_conflicts_that_were_written_over(entry: str) -> None:
    found = layer(f"{BASE}conflicts:\n  - {entry}\n")
    with pytest.raises(RefusedError):
        resolved(found, 0, "theirs")
