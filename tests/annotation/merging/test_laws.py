"""Laws of merging layers, for any three versions."""

from collections import Counter
from dataclasses import replace

from hypothesis import given

from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.edits import written
from argmap.annotation.layers.model import Annotation, Layer, Value
from argmap.annotation.layers.reader import read_layer
from argmap.annotation.layers.rewriting import rewritten
from argmap.annotation.merging import LayerMerge, merge, resolved
from argmap.diagnostics import Source
from argmap.model import Conflict
from tests.annotation.merging.editing import versions

Three = tuple[Layer, Layer, Layer]


def document(layer: Layer) -> LayerDocument:
    return read_layer(Source("maya.yaml", written(layer)))


def merging(base: Layer | None, ours: Layer, theirs: Layer) -> LayerMerge:
    result = merge(document(base) if base else None, document(ours), document(theirs))
    again = read_layer(Source("maya.yaml", result.text))
    assert again.value == result.layer
    assert again.faults == ()
    return result


@given(versions())
def test_a_change_on_one_side_is_taken_as_it_is(three: Three) -> None:
    base, ours, _ = three
    assert merging(base, ours, base).text == written(ours)
    assert merging(base, ours, ours).text == written(ours)
    assert merging(None, ours, ours).text == written(ours)
    result = merging(base, base, ours)
    assert result.renamed == {}
    assert by_id(result.layer) == by_id(ours)


def by_id(layer: Layer) -> object:
    return replace(layer, annotations=()), dict(layer.annotation)


@given(versions())
def test_sides_are_equal(three: Three) -> None:
    base, ours, theirs = three
    one, other = merging(base, ours, theirs), merging(base, theirs, ours)
    assert len(one.layer.conflicts) == len(other.layer.conflicts)
    if not one.layer.conflicts:
        assert said(one.layer) == said(other.layer)


@given(versions())
def test_whoever_settles_for_a_side_gets_it_whichever_side_it_is(three: Three) -> None:
    base, ours, theirs = three
    one, other = merging(base, ours, theirs), merging(base, theirs, ours)
    settled = settle(one.document, "ours")
    assert said(settled) == said(settle(other.document, "theirs"))
    assert settled.conflicts == ()


def settle(found: LayerDocument, side: str) -> Layer:
    """The layer with its conflicts settled, each in the text."""
    while found.value and found.value.conflicts:
        now = resolved(found.value, 0, side)  # type: ignore[arg-type]
        found = rewritten(found, now)
        assert found.value == now
    assert found.value is not None
    return found.value


def said(layer: Layer) -> object:
    """What a layer says, whatever the order and the ids of its annotations."""

    def tell(one: Annotation, depth: int = 0) -> str:
        target = one.target
        annotator, slash, id = target.id.rpartition("/")
        if target.kind == "annotation" and (not slash or annotator == layer.annotator):
            answered = layer.annotation.get(id)
            about = tell(answered, depth + 1) if answered and depth < 5 else id * (not answered)
            target = replace(target, id=about)
        return repr(
            (target, one.motivation, one.body, sorted(one.labels.items()), one.resolved,
             sorted((label, sorted(votes.items())) for label, votes in one.votes.items()), one.created)
        )  # fmt: skip

    head = replace(layer, annotations=(), released=(), codebooks=(), conflicts=())
    return head, {*layer.released}, {*layer.codebooks}, Counter(map(tell, layer.annotations))


@given(versions())
def test_no_annotation_is_lost(three: Three) -> None:
    for base in (three[0], None):
        ours, theirs = three[1:]
        result = merging(base, ours, theirs)
        was = base.annotation if base else {}
        for side, other, names in ((ours, theirs, {}), (theirs, ours, result.renamed)):
            for one in side.annotations:
                deleted = one.id in was and other.annotation.get(one.id) is None
                if not (deleted and one == was[one.id]):
                    assert names.get(one.id, one.id) in result.layer.annotation


@given(versions())
def test_without_conflicts_both_sides_have_their_way(three: Three) -> None:
    base, ours, theirs = three
    result = merging(*three)
    if result.layer.conflicts:
        return
    for side, other, names in ((ours, theirs, {}), (theirs, ours, result.renamed)):
        for one in side.annotations:
            old = base.annotation.get(one.id)
            if one == old or (old and old.created != one.created):
                continue
            holds(
                old,
                one,
                other.annotation.get(one.id),
                result.layer.annotation[names.get(one.id, one.id)],
            )
        for word in ("status", "name", "version", "map"):
            if getattr(side, word) != getattr(base, word):
                assert getattr(result.layer, word) == getattr(side, word)
        assert {*side.released} - {*base.released} <= {*result.layer.released}
        assert not ({*base.released} - {*side.released}) & {*result.layer.released}


def holds(
    old: Annotation | None, new: Annotation, other: Annotation | None, now: Annotation
) -> None:
    """What one side changed of an annotation is so in the result."""
    if old is None:
        assert replace(now, id="", target=new.target) == replace(new, id="")
        return
    for word in ("motivation", "resolved"):
        if getattr(new, word) != getattr(old, word):
            assert getattr(now, word) == getattr(new, word)
    assert {*new.body.split()} - {*old.body.split()} <= {*now.body.split()}
    changed(old.labels, new.labels, now.labels)
    for label in {**old.votes, **new.votes}:
        changed(old.votes.get(label, {}), new.votes.get(label, {}), now.votes.get(label, {}))


def changed(old: "dict[str, Value] | object", new: object, now: object) -> None:
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    assert isinstance(now, dict)
    for name in {**old, **new}:
        if new.get(name) != old.get(name):
            assert now.get(name) == new.get(name)


@given(versions())
def test_decided_work_is_never_dropped(three: Three) -> None:
    """A label that a side gave or changed is in the layer, or its conflict holds it."""
    base, ours, theirs = three
    result = merging(*three)
    for side, names in ((ours, {}), (theirs, result.renamed)):
        for one in side.annotations:
            old = base.annotation.get(one.id)
            id = names.get(one.id, one.id)
            for name, value in one.labels.items():
                if old is None or old.labels.get(name) != value:
                    given = [] if isinstance(value, str) else [*value]
                    held = [
                        side
                        for c in result.layer.conflicts
                        if (c.about, c.among, c.word) == (id, "labels", name)
                        for side in (c.ours, c.theirs)
                    ]
                    now = result.layer.annotation[id].labels.get(name)
                    assert now == value or (given or value) in held
            if one.resolved and old and not old.resolved:
                assert result.layer.annotation[id].resolved


@given(versions())
def test_conflicts_in_the_input_are_kept(three: Three) -> None:
    base, ours, theirs = three
    one, other = Conflict("changed", "", "", "note", "a", "b", "c"), Conflict("deleted", "x")
    both = merging(base, replace(ours, conflicts=(one,)), replace(theirs, conflicts=(other,)))
    assert [*both.layer.conflicts[:2]] == [one, other]
    kept = merging(
        replace(base, conflicts=(one, other)), replace(ours, conflicts=(one, other)),
        replace(theirs, conflicts=(other,)),
    )  # fmt: skip
    assert one not in kept.layer.conflicts
    assert other in kept.layer.conflicts


@given(versions())
def test_our_comments_stay(three: Three) -> None:
    base, ours, theirs = three
    text = written(ours).replace("annotations:\n", "annotations:  # all\n")
    for at, one in enumerate(ours.annotations):
        text = text.replace(
            f"\n  - id: {written_id(one)}\n",
            f"\n  # before {at}\n  - id: {written_id(one)}  # of {at}\n",
            1,
        )
    mine = read_layer(Source("maya.yaml", f"# our layer\n{text}# the end\n"))
    assert mine.value == ours
    result = merge(document(base), mine, document(theirs))
    assert result.text.startswith("# our layer\n")
    assert result.text.endswith("# the end\n") or result.layer.conflicts or result.renamed
    for at, one in enumerate(ours.annotations):
        assert result.text.count(f"# before {at}\n") == mine.source.text.count(f"# before {at}\n")
        if one.id in result.layer.annotation:
            assert result.text.count(f"# of {at}\n") == mine.source.text.count(f"# of {at}\n")


def written_id(one: Annotation) -> str:
    from argmap.yaml.scalars import scalar

    return scalar(one.id)
