"""What one student may see of a study: a study of its own, to make reports of.

What is not in it cannot leak, in no format. And what others wrote, unless it is about this
student's work, cannot change anything.
"""

from collections.abc import Iterator
from dataclasses import replace

from argmap.annotation.conversation import Said, Threads, threads
from argmap.annotation.layers.documents import LayerDocument
from argmap.annotation.layers.model import Annotation, Layer
from argmap.annotation.studies import Study
from argmap.annotation.targets import Targets

#: The kinds of targets that are parts of the map.
ON_MAP = ("claim", "argument", "source")


def handout(study: Study, student: str) -> Study:
    """The study as it is for a student: the student's own layers; of others what is about these.

    Of teachers' layers that the student may see: answers, words and labels for this student, what
    they say about the map itself, and what was decided where the student labelled it. Of other
    students' layers: what stands below this student's annotations. Votes, notes and what teachers
    say to others there go.
    """
    assert study.document.map is not None
    targets = Targets(study.document.map)
    own = [document for document in study.layers if _is_own(document, student)]
    visible = [document for document in study.layers if _is_visible(document, student)]
    labelled = {
        targets.normal(one.target, student).key
        for document in own for one in _of(document).annotations if one.labels
    }  # fmt: skip
    every = threads(replace(study, layers=tuple(visible)))
    wanted = {
        (said.document.source.name, said.annotation.id)
        for head in heads(every).get(student, ()) for said in _below(every, head, student)
    }  # fmt: skip
    wanted |= {
        (said.document.source.name, said.annotation.id)
        for remark in remarks_on_map(every) for said, _ in remark
    }  # fmt: skip

    def seen(document: LayerDocument, one: Annotation) -> Annotation | None:
        layer = _of(document)
        if layer.role == "adjudicator" and one.target.kind in ON_MAP:
            if targets.normal(one.target, layer.annotator).key in labelled:
                return _plain(one) if one.labels or one.body else None
            one = replace(one, labels={})
        about_all = layer.teaches and one.target.kind == "layer" and one.target.id == student
        return _plain(one) if about_all or (document.source.name, one.id) in wanted else None

    kept = []
    for document in visible:
        if _is_own(document, student):
            kept.append(document)
            continue
        left = tuple(filter(None, (seen(document, one) for one in _of(document).annotations)))
        if left:
            kept.append(replace(document, value=_bare(_of(document), left), blocks={}))
    return replace(study, layers=tuple(kept), faulty=(), foreign=())


def withheld(study: Study, student: str) -> bool:
    """Whether there are teachers' layers that a student may not see yet."""
    return not all(_is_visible(document, student) for document in study.layers)


def heads(every: Threads) -> dict[str, list[Said]]:
    """By student, the annotations under which all that stands is for this student: the own ones,
    and teachers' words about all of the work. None of a student's stands below another."""
    found: dict[str, list[Said]] = {}
    for beginning in every.beginnings:
        above: list[tuple[int, str]] = []  # the heads that it stands below: depth and student
        for said, depth in every.thread(beginning):
            while above and above[-1][0] >= depth:
                above.pop()
            student = _whose(said)
            if student and all(student != other for _, other in above):
                above.append((depth, student))
                found.setdefault(student, []).append(said)
    return found


def remarks_on_map(every: Threads) -> Iterator[list[tuple[Said, int]]]:
    """What teachers say about the map itself, for all students: each remark with the answers of
    teachers below it, and how deep they are. What an adjudicator only decides is no remark."""
    for beginning in every.beginnings:
        one, layer = beginning.annotation, beginning.layer
        if layer.teaches and one.target.kind in ON_MAP and (layer.role == "teacher" or one.body):
            yield list(_by_teachers(every, beginning))


def _by_teachers(every: Threads, beginning: Said) -> Iterator[tuple[Said, int]]:
    """A thread without what students say in it, and without what is said to them."""
    hidden: int | None = None
    for said, depth in every.thread(beginning):
        if hidden is not None and depth > hidden:
            continue
        hidden = None if said.layer.teaches else depth
        if hidden is None:
            yield said, depth


def _below(every: Threads, head: Said, student: str) -> Iterator[Said]:
    """What stands below a head, but for what teachers say to others there: it may be a grade."""
    hidden = None
    for said, depth in every.thread(head):
        if hidden is not None and depth > hidden:
            continue
        above = every.answered.get(said)
        to_other = above is not None and _whose(above) not in ("", student)
        hidden = depth if said.layer.teaches and to_other else None
        if hidden is None:
            yield said


def _whose(said: Said) -> str:
    """The student for whom it and all below it is; nothing where it is for none."""
    if not said.layer.teaches:
        return said.layer.annotator
    target = said.annotation.target
    return target.id if target.kind == "layer" else ""


def _of(document: LayerDocument) -> Layer:
    assert document.value is not None
    return document.value


def _is_own(document: LayerDocument, student: str) -> bool:
    """Whether it is the student's; a teacher may have the same name."""
    return _of(document).annotator == student and not _of(document).teaches


def _is_visible(document: LayerDocument, student: str) -> bool:
    layer = _of(document)
    if layer.teaches and layer.annotator == student:
        return layer.status == "released" or student in layer.released
    return layer.visible_to(student)


def _plain(one: Annotation) -> Annotation:
    return replace(one, votes={}) if one.votes else one


def _bare(layer: Layer, annotations: tuple[Annotation, ...]) -> Layer:
    """A layer of somebody else, with what a student sees of it."""
    return replace(layer, annotations=annotations, note="", released=(), map="", version="")
